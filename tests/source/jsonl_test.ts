import assert from "node:assert/strict";
import { zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import type { Host } from "../../src/host/host.ts";
import { type LineCounts, readRecords } from "../../src/source/jsonl.ts";

/** A host whose one file comes in pieces of a size. */
function hostOf(bytes: Uint8Array, pieceBytes: number): Host {
  const host: Partial<Host> = {
    readChunks(_path, onChunk): void {
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        if (!onChunk(bytes.slice(at, at + pieceBytes))) return;
      }
    },
  };
  // deno-lint-ignore no-explicit-any -- a host that can do no more than read one file
  return host as any;
}

function read(
  text: string | Uint8Array,
  pieceBytes = 7,
  path = "/a.jsonl",
): LineCounts & { records: [unknown, number][] } {
  const records: [unknown, number][] = [];
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const counts = readRecords(hostOf(bytes, pieceBytes), path, (record, line) => void records.push([record, line]));
  return { ...counts, records };
}

Deno.test("readRecords() numbers lines from 1 and passes over empty ones", () => {
  assert.deepEqual(read('{"a":1}\n\n{"b":2}\r\n'), {
    records: [[{ a: 1 }, 1], [{ b: 2 }, 3]],
    lines: 2,
    bad: [],
    unfinished: false,
  });
});

Deno.test("readRecords() counts a line that is no JSON object, and reads on", () => {
  assert.deepEqual(read('{"a":1}\nnull\n[1]\n{"b"\n"x"\n{"c":3}\n'), {
    records: [[{ a: 1 }, 1], [{ c: 3 }, 6]],
    lines: 6,
    bad: [2, 3, 4, 5],
    unfinished: false,
  });
});

Deno.test("readRecords() tells an unfinished last line from a bad one, and takes a whole one without a line end", () => {
  assert.deepEqual(read('{"a":1}\n{"b"'), { records: [[{ a: 1 }, 1]], lines: 2, bad: [], unfinished: true });
  assert.deepEqual(read('{"a":1}\n{"b":2}'), {
    records: [[{ a: 1 }, 1], [{ b: 2 }, 2]],
    lines: 2,
    bad: [],
    unfinished: false,
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

Deno.test("readRecords() gives the same records however the file is cut into pieces", () => {
  const lines = fc.array(fc.oneof(fc.object({ maxDepth: 1 }).map((value) => JSON.stringify(value)), fc.string()));
  fc.assert(fc.property(lines, fc.integer({ min: 1, max: 40 }), (list, size) => {
    const text = list.map((line) => line.replaceAll("\n", " ")).join("\n");
    assert.deepEqual(read(text, size), read(text, 1 << 20));
  }));
});
