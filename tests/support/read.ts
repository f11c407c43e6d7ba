import assert from "node:assert/strict";
import { type FileEntry, partsOf } from "../../src/history/entry.ts";
import { type ReadResult, readSessions } from "../../src/history/read.ts";
import { readFile } from "../../src/history/read_file.ts";
import { loadShell } from "../../src/shell/grammar.ts";
import type { Host } from "../../src/host/host.ts";
import type { Session } from "../../src/trace/session.ts";
import { type MemoryHost, memoryHost } from "./memory_host.ts";

const shell = await loadShell();

/** Reads files whatever project they are of. */
export function readFiles(host: Host, paths: readonly string[]): ReadResult {
  return readSessions(host, shell, {
    project: null,
    roots: [],
    sessionFiles: paths,
    scanFiles: 0,
    maxSessions: 0,
    sinceMs: null,
    untilMs: null,
  });
}

/** Records as lines of one file. */
export function jsonl(records: readonly unknown[]): string {
  return records.map((record) => JSON.stringify(record) + "\n").join("");
}

/** All of an entry but where it can be read on and how its rows are written. */
export function told(entry: FileEntry): unknown {
  const { packed: _, mark: _mark, ...rest } = entry;
  return { ...rest, parts: partsOf(entry) };
}

/** Reads files that hold these records, by path. Throws where one gives something else when it is read in pieces. */
export function readRecordsOf(
  files: Readonly<Record<string, readonly unknown[]>>,
): ReadResult & { readonly host: MemoryHost } {
  const host = memoryHost(Object.fromEntries(Object.entries(files).map(([path, records]) => [path, jsonl(records)])));
  for (const path of Object.keys(files)) {
    const job = { path, agent: null, project: null, sizeBytes: null, from: null };
    const read = (pieceRecords: number): FileEntry =>
      readFile(host, job, { wanted: "counts", shell: null, pieceRecords });
    assert.deepEqual(told(read(1)), told(read(Infinity)), path);
  }
  return { ...readFiles(host, Object.keys(files)), host };
}

/** The one session among some. Throws where there is none or more than one. */
export function only(sessions: readonly Session[]): Session {
  const [session] = sessions;
  if (session === undefined || sessions.length !== 1) throw new Error(`Expected one session, found ${sessions.length}`);
  return session;
}
