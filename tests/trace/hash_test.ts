import assert from "node:assert/strict";
import fc from "fast-check";
import { numberOf, numbersOf } from "../../src/trace/hash.ts";

Deno.test("numbersOf() gives each key's number once, however often the key comes", () => {
  fc.assert(fc.property(fc.array(fc.string()), (keys) => {
    const distinct = new Set([...keys, ...keys].map(numberOf));
    assert.deepEqual([...numbersOf([...keys, ...keys])], [...distinct].sort((a, b) => a - b));
  }));
});
