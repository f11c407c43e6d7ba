import assert from "node:assert/strict";
import { RowReader, RowWriter } from "../../src/history/rows.ts";
import fc from "fast-check";

const Cell = fc.oneof(
  fc.constant(null),
  fc.maxSafeInteger(),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.string({ unit: "grapheme" }),
  fc.array(fc.string()),
);

const LogText = fc.record({
  sha256: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => bytes.toHex()),
  excerpt: fc.option(fc.string()),
}, { noNullPrototype: true });

Deno.test("texts of the log are read as they were written, and without their excerpts as hashes", () => {
  fc.assert(fc.property(fc.array(fc.option(LogText)), (texts) => {
    const writer = new RowWriter(1);
    for (const text of texts) writer.logText(text);
    const cells = writer.cells();
    const whole = new RowReader([], writer.excerpts, cells);
    const hashes = new RowReader([], null, cells);
    for (const text of texts) {
      assert.deepEqual(whole.logText(), text);
      assert.deepEqual(hashes.logText(), text && { ...text, excerpt: null });
    }
    assert.throws(() => hashes.logText(), RangeError);
  }));
});

Deno.test("rows are read as they were written: any number, string and list, and thousands of strings", () => {
  fc.assert(fc.property(fc.array(Cell), fc.nat(3000), (cells, more) => {
    const all = [...cells, ...Array.from({ length: more }, (_, index) => `string ${index}`)];
    const writer = new RowWriter(1);
    for (const cell of all) {
      if (cell === null || typeof cell === "number") writer.number(cell);
      else if (typeof cell === "string") writer.text(cell);
      else writer.list(cell);
    }
    const [strings] = JSON.parse(new TextDecoder().decode(writer.strings.end([])));
    const reader = new RowReader(strings, null, writer.cells());
    for (const cell of all) {
      if (cell === null || typeof cell === "number") assert.ok(Object.is(reader.number(), cell), String(cell));
      else if (typeof cell === "string") assert.equal(reader.text(), cell);
      else assert.deepEqual(reader.list(), cell);
    }
    assert.throws(() => reader.number(), RangeError);
  }));
});
