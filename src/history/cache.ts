import { crc32 } from "node:zlib";
import type { Host } from "../host/host.ts";
import { joinPath } from "../source/path.ts";
import { VERSION } from "../version.ts";
import type { FileEntry } from "./entry.ts";
import type { SessionSummary } from "./summary.ts";

/** Raised when the same log gives another entry: entries of older readers are then read anew. */
export const READER_VERSION = 2;

/** What tells whether a log is the one that was read, and whether it has grown. */
export interface FileStamp {
  readonly path: string;
  readonly ino: number | null;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

/** What was read of one log, without any text of it. */
export interface CachedFile {
  readonly stamp: FileStamp;
  /** It tells what tool calls did, not only how many there were. */
  readonly hasEvents: boolean;
  /** Without rows; `rows` fetches them. */
  readonly entry: Omit<FileEntry, "packed">;
}

/**
 * What was read of logs, kept in the user's cache folder: an index, which is read and replaced as one, and segments of
 * rows, which are never changed. Two runs at once each write their own; the later index stands, and rows that it misses
 * are read from the logs again.
 */
export interface LogCache {
  /** What is wrong with it, for the user. */
  readonly warning: string | null;
  find(path: string): CachedFile | undefined;
  /** The whole entry; null where its rows are lost. */
  rows(file: CachedFile): FileEntry | null;
  /** Keeps an entry for `save`. */
  put(stamp: FileStamp, hasEvents: boolean, entry: FileEntry): void;
  /** Writes what is new. Never throws: a cache that cannot be written costs time alone. */
  save(): Promise<void>;
}

/** Where the rows of an entry stand. */
interface Rows {
  readonly segment: string;
  readonly offset: number;
  readonly stringBytes: number;
  readonly cells: number;
  readonly crc: number;
}

type IndexedSummary = Omit<SessionSummary, "asked"> & { readonly asked: readonly [prompts: number, llmCalls: number] };

interface Indexed {
  readonly stamp: FileStamp;
  readonly hasEvents: boolean;
  readonly rows: Rows;
  /** `keys` are that many numbers, before those of its summaries' `asked`. */
  readonly entry: Omit<FileEntry, "packed" | "keys" | "summaries"> & {
    readonly keys: number;
    readonly summaries: readonly IndexedSummary[];
  };
}

const INDEX = "logs.index";
/** More segments than that are written into one. */
const MAX_SEGMENTS = 12;
const HEAD_BYTES = 16;

/** A cache that keeps nothing: `--no-cache`. */
export const NO_CACHE: LogCache = {
  warning: null,
  find: () => undefined,
  rows: () => null,
  put: () => {},
  save: () => Promise.resolve(),
};

/** Opens the cache in a folder, which need not exist. A damaged or foreign index counts as none. */
export function openLogCache(host: Host, folder: string): LogCache {
  let warning: string | null = null;
  const files = new Map<string, CachedFile & { readonly rows: Rows }>();
  const fresh = new Map<string, CachedFile & { readonly whole: FileEntry }>();
  try {
    const index = host.readBytes(joinPath(folder, INDEX));
    if (index !== null && !readIndex(index, readerName(host), files)) {
      warning = "Ignored the cache of logs: it is damaged, or of another version; it is made anew";
    }
  } catch (error) {
    warning = `Ignored the cache of logs: ${error instanceof Error ? error.message : error}`;
  }
  return {
    warning,
    find: (path) => fresh.get(path) ?? files.get(path),
    rows(file): FileEntry | null {
      const known = fresh.get(file.stamp.path)?.whole;
      if (known !== undefined) return known;
      const rows = files.get(file.stamp.path)?.rows;
      const packed = rows === undefined ? null : readRows(host, folder, rows);
      return packed === null ? null : { ...file.entry, packed };
    },
    put(stamp, hasEvents, entry): void {
      fresh.set(stamp.path, { stamp, hasEvents, entry, whole: entry });
    },
    async save(): Promise<void> {
      if (fresh.size === 0) return;
      try {
        await host.makeDir(folder);
        await writeIndex(host, folder, files, fresh);
      } catch {
        // The next run reads the logs again.
      }
    },
  };
}

/** Who reads: an index of another one is foreign. Paths in entries depend on the home folder. */
function readerName(host: Host): string {
  return `agentpprof ${VERSION} reader ${READER_VERSION} home ${host.homeDir() ?? ""}`;
}

/**
 * The index: four numbers (the CRC-32 of all that follows, the bytes of the JSON, those up to the numbers, 0), JSON of
 * the reader's name and the entries, and behind it their numbers as 64-bit floats. Answers whether it can be used.
 */
function readIndex(
  bytes: Uint8Array<ArrayBuffer>,
  reader: string,
  files: Map<string, CachedFile & { readonly rows: Rows }>,
): boolean {
  if (bytes.length < HEAD_BYTES) return false;
  const head = new DataView(bytes.buffer, bytes.byteOffset);
  if (head.getUint32(0, true) !== crc32(bytes.subarray(4))) return false;
  const [jsonBytes, start] = [head.getUint32(4, true), head.getUint32(8, true)];
  // The sum has told that this program wrote it.
  const json: { readonly reader: string; readonly files: readonly Indexed[] } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(HEAD_BYTES, HEAD_BYTES + jsonBytes)),
  );
  if (json.reader !== reader) return false;
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset + start);
  let at = 0;
  const take = (length: number): Float64Array<ArrayBuffer> => numbers.subarray(at, at += length);
  for (const { stamp, hasEvents, rows, entry } of json.files) {
    const keys = take(entry.keys);
    const summaries = entry.summaries.map(({ asked: [prompts, llmCalls], ...summary }) => ({
      ...summary,
      asked: { prompts: take(prompts), llmCalls: take(llmCalls) },
    }));
    files.set(stamp.path, { stamp, hasEvents, rows, entry: { ...entry, keys, summaries } });
  }
  return true;
}

function indexBytes(reader: string, files: Iterable<CachedFile & { readonly rows: Rows }>): Uint8Array {
  const numbers: Float64Array[] = [];
  const indexed: Indexed[] = [];
  for (const { stamp, hasEvents, rows, entry } of files) {
    numbers.push(entry.keys);
    const summaries = entry.summaries.map((summary): IndexedSummary => {
      const { prompts, llmCalls } = summary.asked;
      numbers.push(prompts, llmCalls);
      return { ...summary, asked: [prompts.length, llmCalls.length] };
    });
    indexed.push({ stamp, hasEvents, rows, entry: { ...entry, keys: entry.keys.length, summaries } });
  }
  const json = new TextEncoder().encode(JSON.stringify({ reader, files: indexed }));
  const start = Math.ceil((HEAD_BYTES + json.length) / 8) * 8;
  const bytes = new Uint8Array(start + 8 * numbers.reduce((sum, { length }) => sum + length, 0));
  bytes.set(json, HEAD_BYTES);
  let at = start;
  for (const run of numbers) {
    bytes.set(new Uint8Array(run.buffer, run.byteOffset, run.byteLength), at);
    at += run.byteLength;
  }
  const head = new DataView(bytes.buffer);
  head.setUint32(4, json.length, true);
  head.setUint32(8, start, true);
  head.setUint32(0, crc32(bytes.subarray(4)), true);
  return bytes;
}

function readRows(host: Host, folder: string, rows: Rows): FileEntry["packed"] | null {
  try {
    const length = rows.stringBytes + 8 * rows.cells;
    const bytes = host.readBytes(joinPath(folder, rows.segment), rows.offset, length);
    if (bytes?.length !== length || crc32(bytes) !== rows.crc) return null;
    const strings = new TextDecoder().decode(bytes.subarray(0, rows.stringBytes));
    return { strings, excerpts: null, cells: new Float64Array(bytes.slice(rows.stringBytes).buffer) };
  } catch {
    return null;
  }
}

async function writeIndex(
  host: Host,
  folder: string,
  files: ReadonlyMap<string, CachedFile & { readonly rows: Rows }>,
  fresh: ReadonlyMap<string, CachedFile & { readonly whole: FileEntry }>,
): Promise<void> {
  const kept = files.values().filter(({ stamp }) => !fresh.has(stamp.path)).toArray();
  const isCrowded = new Set(kept.map(({ rows }) => rows.segment)).size >= MAX_SEGMENTS;
  const segment = `rows-${host.uniqueName()}.bin`;
  const all: (CachedFile & { readonly rows: Rows })[] = isCrowded ? [] : [...kept];

  // One entry at a time: all of them together would be the most that a run holds.
  function* rowsOfSegment(): Generator<Uint8Array> {
    let offset = 0;
    for (const file of isCrowded ? [...kept, ...fresh.values()] : fresh.values()) {
      const packed = "whole" in file ? file.whole.packed : readRows(host, folder, file.rows);
      if (packed === null) continue;
      const strings = new TextEncoder().encode(packed.strings);
      const cells = new Uint8Array(packed.cells.buffer, packed.cells.byteOffset, packed.cells.byteLength);
      const crc = crc32(cells, crc32(strings));
      const rows = { segment, offset, stringBytes: strings.length, cells: packed.cells.length, crc };
      all.push({ stamp: file.stamp, hasEvents: file.hasEvents, entry: withoutRows(file.entry), rows });
      offset += strings.length + cells.length;
      yield strings;
      yield cells;
    }
  }
  await host.writeFileAtomic(joinPath(folder, segment), rowsOfSegment());
  await host.writeFileAtomic(joinPath(folder, INDEX), indexBytes(readerName(host), all));
  const used = new Set(all.map(({ rows }) => rows.segment));
  for (const { name } of host.list(folder)) {
    if (/^rows-.*\.bin$/.test(name) && !used.has(name)) await host.remove(joinPath(folder, name));
  }
}

function withoutRows(entry: Omit<FileEntry, "packed"> & Partial<Pick<FileEntry, "packed">>): CachedFile["entry"] {
  const { packed: _, ...rest } = entry;
  return rest;
}
