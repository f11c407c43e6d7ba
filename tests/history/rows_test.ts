import assert from "node:assert/strict";
import { Blocks, RowReader, RowWriter } from "../../src/history/rows.ts";
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
    const writer = new RowWriter();
    for (const text of texts) writer.logText(text);
    const { cells } = writer.end([], new Blocks());
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
    const writer = new RowWriter();
    for (const cell of all) {
      if (cell === null || typeof cell === "number") writer.number(cell);
      else if (typeof cell === "string") writer.text(cell);
      else writer.list(cell);
    }
    const written = writer.end([], new Blocks());
    const [strings] = JSON.parse(new TextDecoder().decode(written.strings));
    const reader = new RowReader(strings, null, written.cells);
    for (const cell of all) {
      if (cell === null || typeof cell === "number") assert.ok(Object.is(reader.number(), cell), String(cell));
      else if (typeof cell === "string") assert.equal(reader.text(), cell);
      else assert.deepEqual(reader.list(), cell);
    }
    assert.throws(() => reader.number(), RangeError);
  }));
});

Deno.test("rows keep what they hold while others are written into the same blocks", () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer(), { maxLength: 300 })), (pieces) => {
    const blocks = new Blocks();
    const written = pieces.map((numbers) => {
      const writer = new RowWriter();
      for (const number of numbers) writer.number(number);
      blocks.goOn();
      return writer.end(numbers.length, blocks);
    });
    for (const [index, numbers] of pieces.entries()) {
      const { strings, cells } = written[index] ?? assert.fail();
      assert.deepEqual(JSON.parse(new TextDecoder().decode(strings)), [[], numbers.length]);
      const reader = new RowReader([], null, cells);
      for (const number of numbers) assert.equal(reader.number(), number);
    }
    assert.ok(new Set(written.map(({ cells }) => cells.buffer)).size <= 1);
  }));
});
