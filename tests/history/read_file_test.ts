import assert from "node:assert/strict";
import { readFile } from "../../src/history/read_file.ts";
import { projectPlace } from "../../src/source/project.ts";
import { jsonl } from "../support/read.ts";
import { memoryHost, readInto } from "../support/memory_host.ts";

/** Reads a file for the project `/p` and tells what became of it, how many bytes were read, and how many it has. */
function readOf(cwd: string): readonly [outcome: string, read: number, size: number] {
  const records = Array.from({ length: 300 }, (_, index) => ({
    type: "user",
    uuid: `u${index}`,
    sessionId: "s",
    cwd,
    timestamp: "2026-11-20T10:00:00.000Z",
    message: { content: "x".repeat(1000) },
  }));
  const bytes = new TextEncoder().encode(jsonl(records));
  let read = 0;
  const host = {
    ...memoryHost({ "/s.jsonl": "" }),
    readPieces(_path: string, room: () => Uint8Array, onPiece: (bytes: number) => boolean, from = 0): void {
      readInto(bytes, Infinity, room, (size) => (read += size, onPiece(size)), from);
    },
  };
  const job = {
    path: "/s.jsonl",
    agent: "claude",
    project: projectPlace(host, "/p"),
    sizeBytes: null,
    from: null,
  } as const;
  const { outcome } = readFile(host, job, { wanted: "counts", shell: null });
  return [outcome, read, bytes.length];
}

Deno.test("of another project's file only what tells its folder is read, of the project's all of it and that", () => {
  const [other, readOfOther] = readOf("/elsewhere");
  assert.deepEqual([other, readOfOther], ["not of the project", 8 * 1024]);
  const [own, readOfOwn, size] = readOf("/p");
  assert.deepEqual([own, readOfOwn - size], ["read", 8 * 1024]);
});
