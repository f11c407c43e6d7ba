import { zstdDecompressSync } from "node:zlib";
import type { Host } from "../host/host.ts";
import { type Fields, fieldsOrNull } from "./narrow.ts";

const NEWLINE = 10;

/** What was met in one file of JSON lines. */
export interface LineCounts {
  /** Lines that hold anything. */
  readonly lines: number;
  /** 1-based numbers of lines that are no JSON object. */
  readonly bad: readonly number[];
  /** The last line has no line end and is no JSON: the file is still being written, or was torn. */
  readonly unfinished: boolean;
}

/**
 * Reads a file of JSON lines piece by piece, never whole; a file that ends in `.zst` is decompressed first. A line that
 * is no JSON object is counted and left out. `onRecord` may answer `false`: then reading ends there. Throws where the
 * file cannot be read or decompressed.
 */
export function readRecords(
  host: Host,
  path: string,
  onRecord: (record: Fields, line: number) => boolean | void,
): LineCounts {
  const decoder = new TextDecoder();
  const bad: number[] = [];
  let line = 0;
  let lines = 0;
  let ended = false;
  let held: Uint8Array[] = [];

  function take(bytes: Uint8Array, isLast: boolean): boolean {
    line++;
    const json = decoder.decode(bytes).trim();
    if (json === "") return true;
    lines++;
    const record = parse(json);
    if (record !== null) {
      ended = onRecord(record, line) === false;
      return true;
    }
    if (!isLast) bad.push(line);
    return false;
  }

  function onChunk(chunk: Uint8Array): void {
    let from = 0;
    while (!ended) {
      const at = chunk.indexOf(NEWLINE, from);
      if (at < 0) break;
      const tail = chunk.subarray(from, at);
      take(held.length === 0 ? tail : join([...held, tail]), false);
      held = [];
      from = at + 1;
    }
    if (!ended && from < chunk.length) held.push(chunk.slice(from));
  }

  if (path.endsWith(".zst")) onChunk(zstdDecompressSync(readWhole(host, path)));
  else host.readChunks(path, (chunk) => (onChunk(chunk), !ended));
  const unfinished = !ended && held.length > 0 && !take(join(held), true);
  return { lines, bad, unfinished };
}

function parse(json: string): Fields | null {
  try {
    return fieldsOrNull(JSON.parse(json));
  } catch {
    return null;
  }
}

function readWhole(host: Host, path: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  host.readChunks(path, (chunk) => (pieces.push(chunk.slice()), true));
  return join(pieces);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const only = pieces[0];
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
