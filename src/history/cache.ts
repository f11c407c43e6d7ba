import { crc32 } from "node:zlib";
import type { Host } from "../host/host.ts";
import { joinPath } from "../source/path.ts";
import type { Agent } from "../trace/session.ts";
import { VERSION } from "../version.ts";
import { type FileEntry, giveBack } from "./entry.ts";
import type { SessionSummary } from "./summary.ts";

/** Raised when the same log gives another entry: entries of older readers are then read anew. */
export const READER_VERSION = 16;

/** What tells whether a log is the one that was read, and whether it has grown. */
export interface FileStamp {
  /** Whose reader read it: of another one it is no session. */
  readonly agent: Agent;
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
 * What was read of logs, kept in the user's cache folder: each run that read something writes one segment, which is never
 * changed. What a later segment holds of a log stands. Two runs at once each write their own; rows of a segment that is
 * gone are read from the logs again.
 */
export interface LogCache {
  /** When the run began that wrote its newest part: a log that changed later is not known as it is. */
  readonly newestMs: number;
  /** What is wrong with it, for the user. */
  readonly warning: string | null;
  find(stamp: Pick<FileStamp, "agent" | "path">): CachedFile | undefined;
  /** The whole entry; null where its rows are lost. */
  rows(file: CachedFile): FileEntry | null;
  /** Takes the first rows of an entry, or the next ones, before it is put: their memory is gone then; null: they are void. */
  putRows(stamp: Pick<FileStamp, "agent" | "path">, packed: FileEntry["packed"] | null): void;
  /** Keeps an entry for `save`. */
  put(stamp: FileStamp, hasEvents: boolean, entry: FileEntry): void;
  /** Writes what is new. Never throws: a cache that cannot be written costs time alone. */
  save(): Promise<void>;
}

/** Where the rows of a piece of an entry stand in its segment. */
interface Rows {
  readonly offset: number;
  readonly stringBytes: number;
  readonly cellBytes: number;
  readonly crc: number;
}

/** An entry and the segment that has its rows. */
interface KeptFile extends CachedFile {
  readonly segment: string;
  readonly rows: readonly Rows[];
}

type IndexedSummary = Omit<SessionSummary, "asked"> & { readonly asked: readonly [prompts: number, llmCalls: number] };

interface Indexed {
  readonly stamp: FileStamp;
  readonly hasEvents: boolean;
  readonly rows: readonly Rows[];
  /** `keys` are that many numbers, before those of its summaries' `asked`. */
  readonly entry: Omit<FileEntry, "packed" | "keys" | "summaries"> & {
    readonly keys: number;
    readonly summaries: readonly IndexedSummary[];
  };
}

/** Their names begin with the time and so tell, in order, which is later. */
const SEGMENT = /^\d{15}-.*\.logs$/;
const TIME_DIGITS = 15;
/** What a run that was killed left of its own. */
const TORN = /^\d{15}-.*\.tmp$/;
/** No run reads for so long. */
const TORN_MS = 24 * 60 * 60 * 1000;
/** More segments than that are written into one. */
const MAX_SEGMENTS = 12;
/** At the end of a segment: the CRC-32 of its index, the bytes of the index, and those of its JSON. */
const TAIL_BYTES = 12;

/** A cache that keeps nothing: `--no-cache`. */
export const NO_CACHE: LogCache = {
  newestMs: -Infinity,
  warning: null,
  find: () => undefined,
  rows: () => null,
  putRows: (_, packed) => giveBack(packed ?? []),
  put: () => {},
  save: () => Promise.resolve(),
};

/**
 * Opens the cache in a folder, which need not exist. A damaged segment counts as none, and so does one of another version
 * or home.
 */
export function openLogCache(host: Host, folder: string): LogCache {
  let warning: string | null = null;
  let segments: readonly string[] = [];
  let torn: readonly string[] = [];
  try {
    const names = host.list(folder).map(({ name }) => name);
    segments = names.filter((name) => SEGMENT.test(name)).sort();
    torn = names.filter((name) => TORN.test(name) && timeOf(name) < host.now() - TORN_MS);
  } catch (error) {
    warning = ignored(error);
  }
  let index: ReadonlyMap<string, KeptFile> | null = null;
  /** Segments of runs with another home, which are left to them. */
  const others = new Set<string>();
  /** Read when it is first asked for. */
  const known = (): ReadonlyMap<string, KeptFile> => {
    if (index !== null) return index;
    const files = new Map<string, KeptFile>();
    try {
      for (const name of segments) {
        const reading = readIndex(host, folder, name, files);
        if (reading === "another home's") others.add(name);
        if (reading !== "unusable") continue;
        warning = "Ignored a part of the cache of logs: it is damaged, or of another version; it is made anew";
      }
    } catch (error) {
      warning = ignored(error);
    }
    return index = files;
  };
  const fresh = new Map<string, KeptFile>();
  /** Rows of entries that were not put yet. */
  const early = new Map<string, readonly Rows[]>();
  const own = `${String(host.now()).padStart(TIME_DIGITS, "0")}-${host.uniqueName()}.logs`;
  /** null: nothing was put yet. */
  let segment: Segment | null = null;
  const write = (packed: FileEntry["packed"], onWritten = (): void => {}): readonly Rows[] => {
    segment ??= new Segment(host, folder, own);
    return segment.add(packed, onWritten);
  };
  const keep = (file: CachedFile, rows: readonly Rows[]): void => {
    fresh.set(keyOf(file.stamp), { ...file, segment: own, rows });
  };
  return {
    newestMs: timeOf(segments.at(-1) ?? ""),
    get warning(): string | null {
      known();
      return warning;
    },
    find: (stamp) => fresh.get(keyOf(stamp)) ?? known().get(keyOf(stamp)),
    rows(file): FileEntry | null {
      const key = keyOf(file.stamp);
      const kept = fresh.get(key) ?? known().get(key);
      if (kept === undefined) return null;
      const packed = readRows(host, folder, kept.segment, kept.rows);
      return packed === null ? null : { ...file.entry, packed };
    },
    putRows(stamp, packed): void {
      const key = keyOf(stamp);
      if (packed === null) early.delete(key);
      else early.set(key, [...early.get(key) ?? [], ...write(packed, () => giveBack(packed))]);
    },
    put(stamp, hasEvents, { packed, ...entry }): void {
      const key = keyOf(stamp);
      keep({ stamp, hasEvents, entry }, [...early.get(key) ?? [], ...write(packed)]);
      early.delete(key);
    },
    async save(): Promise<void> {
      if (segment === null) return;
      const kept = known().values().filter(({ stamp }) => !fresh.has(keyOf(stamp))).toArray();
      const used = new Set(kept.map((file) => file.segment));
      const isCrowded = used.size >= MAX_SEGMENTS;
      for (const { stamp, hasEvents, entry, ...place } of isCrowded ? kept : []) {
        const packed = readRows(host, folder, place.segment, place.rows);
        if (packed !== null) keep({ stamp, hasEvents, entry }, write(packed));
      }
      // Where it cannot be written the next run reads the logs again.
      if (!await segment.end([...fresh.values()])) return;
      const unused = segments.filter((name) => !others.has(name) && (isCrowded || !used.has(name)));
      for (const name of [...unused, ...torn]) await host.remove(joinPath(folder, name)).catch(() => {});
    },
  };
}

function keyOf({ agent, path }: Pick<FileStamp, "agent" | "path">): string {
  return `${agent} ${path}`;
}

/** When the run began that wrote a file of the cache; -Infinity where there is none. */
function timeOf(name: string): number {
  return name === "" ? -Infinity : Number(name.slice(0, TIME_DIGITS));
}

function ignored(error: unknown): string {
  return `Ignored the cache of logs: ${error instanceof Error ? error.message : error}`;
}

/** Before the home in `readerName`. */
const READER = `agentpprof ${VERSION} reader ${READER_VERSION} home `;

/** Who reads: a segment of another one is foreign. Paths in entries depend on the home folder. */
function readerName(host: Host): string {
  return `${READER}${host.homeDir() ?? ""}`;
}

/**
 * Adds what a segment's index holds: JSON of the reader's name and the entries, and behind it their numbers as 64-bit
 * floats. Answers whether it could be used.
 */
function readIndex(
  host: Host,
  folder: string,
  segment: string,
  files: Map<string, KeptFile>,
): "used" | "another home's" | "unusable" {
  const path = joinPath(folder, segment);
  const size = host.stat(path)?.sizeBytes ?? 0;
  const tail = size < TAIL_BYTES ? null : host.readBytes(path, size - TAIL_BYTES, TAIL_BYTES);
  if (tail?.length !== TAIL_BYTES) return "unusable";
  const [crc = 0, indexBytes = 0, jsonBytes = 0] = new Uint32Array(tail.buffer);
  if (indexBytes > size - TAIL_BYTES) return "unusable";
  const bytes = host.readBytes(path, size - TAIL_BYTES - indexBytes, indexBytes);
  if (bytes?.length !== indexBytes || crc32(bytes) !== crc) return "unusable";
  // The sum has told that this program wrote it.
  const json: { readonly reader: string; readonly files: readonly Indexed[] } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, jsonBytes)),
  );
  if (json.reader !== readerName(host)) return json.reader.startsWith(READER) ? "another home's" : "unusable";
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset + paddedTo8(jsonBytes));
  let at = 0;
  const take = (length: number): Float64Array<ArrayBuffer> => numbers.subarray(at, at += length);
  for (const { stamp, hasEvents, rows, entry } of json.files) {
    const keys = take(entry.keys);
    const summaries = entry.summaries.map(({ asked: [prompts, llmCalls], ...summary }) => ({
      ...summary,
      asked: { prompts: take(prompts), llmCalls: take(llmCalls) },
    }));
    files.set(keyOf(stamp), { stamp, hasEvents, segment, rows, entry: { ...entry, keys, summaries } });
  }
  return "used";
}

function paddedTo8(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

/** The index of a segment and its tail. */
function* indexOf(reader: string, files: readonly KeptFile[]): Generator<Uint8Array> {
  const numbers: Float64Array[] = [];
  const indexed = files.map(({ stamp, hasEvents, rows, entry }): Indexed => {
    numbers.push(entry.keys);
    const summaries = entry.summaries.map((summary): IndexedSummary => {
      const { prompts, llmCalls } = summary.asked;
      numbers.push(prompts, llmCalls);
      return { ...summary, asked: [prompts.length, llmCalls.length] };
    });
    return { stamp, hasEvents, rows, entry: { ...entry, keys: entry.keys.length, summaries } };
  });
  const json = new TextEncoder().encode(JSON.stringify({ reader, files: indexed }));
  const runs = numbers.map((run) => new Uint8Array(run.buffer, run.byteOffset, run.byteLength));
  const index = new Uint8Array(runs.reduce((sum, { length }) => sum + length, paddedTo8(json.length)));
  index.set(json);
  let at = paddedTo8(json.length);
  for (const run of runs) {
    index.set(run, at);
    at += run.length;
  }
  yield index;
  yield new Uint8Array(new Uint32Array([crc32(index), index.length, json.length]).buffer);
}

/** null where some of them are damaged, or gone. */
function readRows(host: Host, folder: string, segment: string, pieces: readonly Rows[]): FileEntry["packed"] | null {
  try {
    const packed = pieces.flatMap(({ offset, stringBytes, cellBytes, crc }) => {
      const length = stringBytes + cellBytes;
      const bytes = host.readBytes(joinPath(folder, segment), offset, length);
      if (bytes?.length !== length || crc32(bytes) !== crc) return [];
      // Each of its own: a view of the strings would hold the bytes of both.
      return [{ strings: bytes.slice(0, stringBytes), excerpts: null, cells: bytes.slice(stringBytes) }];
    });
    return packed.length === pieces.length ? packed : null;
  } catch {
    return null;
  }
}

/** A segment while it is written: rows as they come, which are not held here, then the index. */
class Segment {
  readonly #waiting: { readonly packed: FileEntry["packed"]; readonly onWritten: () => void }[] = [];
  #offset = 0;
  /** null: more may come. */
  #files: readonly KeptFile[] | null = null;
  #wake = (): void => {};
  readonly #written: Promise<boolean>;

  constructor(host: Host, folder: string, name: string) {
    this.#written = host.makeDir(folder)
      .then(() => host.writeFileAtomic(joinPath(folder, name), this.#bytes(readerName(host))))
      .then(() => true, () => false);
  }

  /** Answers where they will stand. */
  add(packed: FileEntry["packed"], onWritten: () => void): readonly Rows[] {
    const rows = packed.map(({ strings, cells }): Rows => {
      const [stringBytes, cellBytes] = [strings.length, cells.length];
      const place = { offset: this.#offset, stringBytes, cellBytes, crc: crc32(cells, crc32(strings)) };
      this.#offset += stringBytes + cellBytes;
      return place;
    });
    this.#waiting.push({ packed, onWritten });
    this.#wake();
    return rows;
  }

  /** Answers whether all of it was written, with an index of these. */
  async end(files: readonly KeptFile[]): Promise<boolean> {
    this.#files = files;
    this.#wake();
    return await this.#written;
  }

  async *#bytes(reader: string): AsyncGenerator<Uint8Array> {
    for (;;) {
      const next = this.#waiting.shift();
      if (next !== undefined) {
        for (const { strings, cells } of next.packed) {
          yield strings;
          yield cells;
        }
        next.onWritten();
      } else if (this.#files !== null) {
        break;
      } else {
        await new Promise<void>((resolve) => this.#wake = resolve);
      }
    }
    yield* indexOf(reader, this.#files);
  }
}
