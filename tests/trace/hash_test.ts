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
