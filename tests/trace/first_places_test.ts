import assert from "node:assert/strict";
import { FirstPlaces } from "../../src/trace/first_places.ts";
import { numberOf } from "../../src/trace/hash.ts";

Deno.test("the first place of each number is told to all later ones, however many there are", () => {
  const table = new FirstPlaces();
  const told: (readonly [number, number])[] = [];
  const firsts = new Map<number, number>();
  const expected: (readonly [number, number])[] = [];
  for (let place = 0; place < 300; place++) {
    // Every number comes in three places, and twice in one of them.
    const numbers = Array.from({ length: 500 }, (_, index) => numberOf(`${Math.floor((place * 500 + index) / 3)}`));
    const own = [...numbers.slice(0, 250), ...numbers.slice(0, 10), ...numbers.slice(250)];
    for (const number of own) {
      const first = firsts.get(number);
      if (first === undefined) firsts.set(number, place);
      else if (first !== place) expected.push([first, place]);
    }
    table.makeRoom(own.length);
    table.add(new Float64Array(own), place, (first) => told.push([first, place]));
  }
  assert.deepEqual(told, expected);
  assert.deepEqual(table.size, firsts.size);
});

Deno.test("numbers that differ in one half alone are two", () => {
  const table = new FirstPlaces();
  const numbers = new Float64Array([0, 1, 2 ** 32, 2 ** 52 + 1, 2 ** 52 + 2 ** 32 + 1]);
  table.makeRoom(numbers.length);
  table.add(numbers, 0, () => {});
  assert.deepEqual(table.size, numbers.length);
});
