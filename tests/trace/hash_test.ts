import assert from "node:assert/strict";
import fc from "fast-check";
import { numberOf, Numbers } from "../../src/trace/hash.ts";

Deno.test("Numbers.distinct() gives each key's number once, however often the key comes", () => {
  fc.assert(fc.property(fc.array(fc.string()), (keys) => {
    const twice = [...keys, ...keys].map((key) => numberOf(key));
    const numbers = new Numbers();
    twice.forEach((number) => numbers.push(number));
    assert.deepEqual([...numbers.distinct()], [...new Set(twice)].sort((a, b) => a - b));
  }));
});

Deno.test("Numbers give back what they were given, in its order, also where it takes many blocks", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (length) => {
      const wanted = Array.from({ length }, (_, index) => Math.imul(index, 0x9e3779b1));
      const numbers = new Numbers();
      wanted.forEach((number) => numbers.push(number));
      assert.deepEqual([numbers.length, numbers.at(length - 1), numbers.at(length)], [
        length,
        wanted.at(-1) ?? NaN,
        NaN,
      ]);
      assert.ok(wanted.every((number, place) => numbers.at(place) === number));
      assert.deepEqual([...numbers.taken()], wanted);
      numbers.push(7);
      assert.deepEqual([...numbers.taken()], [7]);
    }),
    { examples: [[64], [65], [4096], [4097], [8192]] },
  );
});
