import assert from "node:assert/strict";
import { constants, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import type { Host } from "../../src/host/host.ts";
import { cutTree, type Needs } from "../../src/source/cuts.ts";
import { readInto } from "../support/memory_host.ts";
import { type LineCounts, readRecords } from "../../src/source/jsonl.ts";

/** A host whose one file comes in pieces of a size. */
function hostOf(bytes: Uint8Array, pieceBytes: number): Host {
  const host: Partial<Host> = {
    readPieces(_path, room, onPiece): void {
      readInto(bytes, pieceBytes, room, onPiece);
    },
  };
  // deno-lint-ignore no-explicit-any -- a host that can do no more than read one file
  return host as any;
}

function read(
  text: string | Uint8Array,
  pieceBytes = 7,
  path = "/a.jsonl",
  needs?: Needs,
): LineCounts & { records: [unknown, number][] } {
  const records: [unknown, number][] = [];
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const counts = readRecords(
    hostOf(bytes, pieceBytes),
    path,
    (record, { line }) => void records.push([record, line]),
    needs,
  );
  return { ...counts, records };
}

Deno.test("readRecords() numbers lines from 1 and passes over empty ones", () => {
  assert.deepEqual(read('{"a":1}\n\n{"b":2}\r\n'), {
    records: [[{ a: 1 }, 1], [{ b: 2 }, 3]],
    lines: 2,
    bad: [],
    unfinished: false,
    isCut: false,
  });
});

Deno.test("readRecords() counts a line that is no JSON object, and reads on", () => {
  assert.deepEqual(read('{"a":1}\nnull\n[1]\n{"b"\n"x"\n{"c":3}\n'), {
    records: [[{ a: 1 }, 1], [{ c: 3 }, 6]],
    lines: 6,
    bad: [2, 3, 4, 5],
    unfinished: false,
    isCut: false,
  });
});

Deno.test("readRecords() reads a record behind a mark of the encoding, or behind zeros that a crash left", () => {
  const { records, bad } = read('\uFEFF{"a":1}\r\n\0\0\0{"a":2}\n');
  assert.deepEqual([records, bad], [[[{ a: 1 }, 1], [{ a: 2 }, 2]], []]);
});

Deno.test("readRecords() passes over a line of zeros as over an empty one: a crash left it, and it holds nothing", () => {
  for (const zeros of ["\0", "\0".repeat(10_000), "\0".repeat(600_000), "\uFEFF \0"]) {
    const { records, ...counts } = read(`{"a":1}\n${zeros}\n{"a":2}\n${zeros}`, 4096);
    assert.deepEqual(records, [[{ a: 1 }, 1], [{ a: 2 }, 3]]);
    assert.deepEqual(counts, { lines: 2, bad: [], unfinished: false, isCut: false });
  }
});

Deno.test("readRecords() tells an unfinished last line from a bad one, and takes a whole one without a line end", () => {
  assert.deepEqual(read('{"a":1}\n{"b"'), {
    records: [[{ a: 1 }, 1]],
    lines: 2,
    bad: [],
    unfinished: true,
    isCut: false,
  });
  assert.deepEqual(read('{"a":1}\n{"b":2}'), {
    records: [[{ a: 1 }, 1], [{ b: 2 }, 2]],
    lines: 2,
    bad: [],
    unfinished: false,
    isCut: false,
  });
});

Deno.test("readRecords() ends where it is told to", () => {
  const seen: unknown[] = [];
  const bytes = new TextEncoder().encode('{"a":1}\n{"a":2}\n{"a":3}\n');
  readRecords(hostOf(bytes, 5), "/a.jsonl", (record) => (seen.push(record.a), record.a !== 2));
  assert.deepEqual(seen, [1, 2]);
});

Deno.test("readRecords() reads a compressed file", () => {
  const bytes = new Uint8Array(zstdCompressSync(new TextEncoder().encode('{"a":"ä"}\n')));
  assert.deepEqual(read(bytes, 3, "/a.jsonl.zst").records, [[{ a: "ä" }, 1]]);
});

/** So many lines that they are compressed to several blocks, by a program that does not know how many there will be. */
const MANY = Array.from({ length: 8000 }, (_, index) => JSON.stringify({ index, noise: Math.sin(index) }));

function compressed(text: string, checksum = 0): Uint8Array {
  const params = { [constants.ZSTD_c_checksumFlag]: checksum };
  return new Uint8Array(zstdCompressSync(new TextEncoder().encode(text), { params }));
}

Deno.test("readRecords() reads all frames of a compressed file, and passes over those that hold no data", () => {
  const skippable = [0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];
  const many = MANY.join("\n");
  const bytes = [
    skippable,
    compressed('{"a":1}\n{"a"', 1),
    compressed(":2}\n"),
    skippable,
    compressed(many, 1),
    skippable,
  ];
  const { records, ...counts } = read(Uint8Array.from(bytes.flatMap((part) => [...part])), 1 << 16, "/a.jsonl.zst");
  assert.deepEqual(counts, { lines: MANY.length + 2, bad: [], unfinished: false, isCut: false });
  assert.deepEqual(records.slice(0, 2), [[{ a: 1 }, 1], [{ a: 2 }, 2]]);
  assert.deepEqual(records.slice(2).map(([record]) => JSON.stringify(record)), MANY);
});

Deno.test("readRecords() reads the whole blocks of a compressed file that is cut off, and tells it", () => {
  const [first, second] = [compressed('{"a":1}\n'), compressed(MANY.join("\n"), 1)];
  const bytes = Uint8Array.from([...first, ...second]);
  const heldAt = (length: number): number => {
    const { records, isCut } = read(bytes.subarray(0, length), 1 << 16, "/a.jsonl.zst");
    assert.equal(isCut, length !== first.length && length !== bytes.length, `at ${length} of ${bytes.length}`);
    return records.length;
  };
  const all = MANY.length + 1;
  for (let length = 1; length < first.length; length++) assert.ok(heldAt(length) <= 1);
  for (let length = first.length; length < first.length + 20; length++) assert.equal(heldAt(length), 1);
  const half = heldAt(first.length + second.length / 2);
  assert.ok(half > all / 4 && half < all / 2 + 1, `${half} of ${all}`);
  for (let missing = 1; missing <= 4; missing++) assert.equal(heldAt(bytes.length - missing), all);
  assert.equal(heldAt(bytes.length), all);
});

Deno.test("readRecords() tells that something else follows the frames of a compressed file, and reads no other file", () => {
  const frame = compressed('{"a":1}\n');
  const { records, isCut } = read(Uint8Array.from([...frame, ...frame.map((byte) => byte ^ 1)]), 64, "/a.jsonl.zst");
  assert.deepEqual([records, isCut], [[[{ a: 1 }, 1]], true]);
  assert.throws(() => read("not compressed", 64, "/a.jsonl.zst"), /Zstd/);
});

Deno.test("readRecords() gives the same records however the file is cut into pieces", () => {
  const lines = fc.array(fc.oneof(fc.object({ maxDepth: 1 }).map((value) => JSON.stringify(value)), fc.string()));
  fc.assert(fc.property(lines, fc.integer({ min: 1, max: 40 }), (list, size) => {
    const text = list.map((line) => line.replaceAll("\n", " ")).join("\n");
    assert.deepEqual(read(text, size), read(text, 1 << 20));
  }));
});

/** Records of type `kept` are read, and of each string below `long` the first bytes. */
const NEEDS: Needs = { types: new Set(["kept"]), cuts: cutTree({ "long": 10 }) };

Deno.test("readRecords() passes over types that nobody reads, and counts their lines", () => {
  const text = '{"type":"kept"}\n{"type":"other","a":\n{"type":"other","a":1}\n{"a":1,"type":"other"}\n{"type":"other"';
  assert.deepEqual(read(text, 7, "/a.jsonl", NEEDS), {
    records: [[{ type: "kept" }, 1], [{ a: 1, type: "other" }, 4]],
    lines: 5,
    bad: [2],
    unfinished: true,
    isCut: false,
  });
});

Deno.test("readRecords() cuts the strings of a giant line as it comes, wherever a piece ends", () => {
  const giant = 'say "ä" \\ \n'.repeat(60_000);
  const line = JSON.stringify({ before: [1], long: [giant, { a: giant }], whole: giant, after: "x" });
  const text = `{"a":1}\n${line}\n{"b":"\n${line.slice(0, -10)}\n${line}\n{"c":2}\n${line.slice(0, -10)}`;
  const head = giant.slice(0, 7);
  const record = { before: [1], long: [head, { a: head }], whole: giant, after: "x" };
  for (const pieceBytes of [60_000, 65_536, 262_144, 1 << 30]) {
    const { records, ...counts } = read(text, pieceBytes, "/a.jsonl", NEEDS);
    assert.deepEqual(counts, { lines: 7, bad: [3, 4], unfinished: true, isCut: false });
    assert.deepEqual(records, [[{ a: 1 }, 1], [record, 2], [record, 5], [{ c: 2 }, 6]]);
  }
});

Deno.test("readRecords() keeps of a giant string of which nothing is said as much as a model could say", () => {
  const { records: [first] } = read(JSON.stringify({ a: "x".repeat(9_000_000), b: 1 }), 262_144);
  assert.deepEqual(first, [{ a: "x".repeat(4 * 1024 * 1024), b: 1 }, 1]);
});

Deno.test("readRecords() gives up a line that is too long in all its parts, and reads on", () => {
  const text = `{"a":[${"1,".repeat(40_000_000)}1]}\n{"b":1}\n`;
  const { records, bad } = read(text, 1 << 20);
  assert.deepEqual([records, bad], [[[{ b: 1 }, 2]], [1]]);
});
