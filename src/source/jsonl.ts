import type { Host } from "../host/host.ts";
import { type Needs, NO_CUTS } from "./cuts.ts";
import { FIND_SLACK_BYTES, type Finder, newFinder } from "./find.ts";
import { type Fields, fieldsOrNull } from "./narrow.ts";
import { Skeleton } from "./skeleton.ts";
import { decompress } from "./zstd.ts";

/** So much is read of a file at a time. */
const PIECE_BYTES = 256 * 1024;
/** Where little may be wanted the first piece is small, and each next one larger by this factor. */
const PIECE_GROWTH = 4;
/** Lines up to so many bytes are parsed as they are: to shorten them would take longer. */
const SHORT_BYTES = 4 * 1024;
/** A line that has no end after so many bytes is shortened while it is read. */
const LONG_BYTES = 256 * 1024;
/** Of a line that is longer than this when all that may be cut was cut the rest is lost: it is a bad one. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What may stand around a record: a mark of the encoding, or zeros that a crash left in the file. */
const PADDING = /^[\s\0]+|[\s\0]+$/g;

const NEWLINE = 10;
const CLOSE_OBJECT = 125;
/** How a line opens of which the type is told without parsing it. */
const TYPE_FIRST = new TextEncoder().encode('{"type":"');
const QUOTE = 34;
const MAX_TYPE_BYTES = 64;

/** What was met in one file of JSON lines. */
export interface LineCounts {
  /** Lines that hold anything. */
  readonly lines: number;
  /** 1-based numbers of lines that are no JSON object. */
  readonly bad: readonly number[];
  /** The last line has no line end and is no JSON: the file is still being written, or was torn. */
  readonly unfinished: boolean;
  /** The file is compressed, and what it holds cannot be read to its end. */
  readonly isCut: boolean;
}

/** Where a record stands in its file. */
export interface LinePlace {
  /** 1-based. */
  line: number;
  /** Of its line's first byte; of a compressed file, in what it holds. */
  offset: number;
  /** Lines before it that hold anything. */
  held: number;
}

export const FIRST_LINE: Readonly<LinePlace> = { line: 1, offset: 0, held: 0 };

/**
 * Reads a file of JSON lines piece by piece, never whole; a file that ends in `.zst` is decompressed first. A line that
 * is no JSON object is counted and left out. `onRecord` may answer `false`: then reading ends there. Of a long line it
 * gets what `needs` leaves (`cuts.ts`). Throws where the file cannot be read or decompressed.
 */
export function readRecords(
  host: Host,
  path: string,
  onRecord: OnRecord,
  needs: Needs = NO_CUTS,
  from: Readonly<LinePlace> = FIRST_LINE,
  firstPieceBytes: number = PIECE_BYTES,
): LineCounts {
  const lines = new Lines(onRecord, needs, from);
  let pieceBytes = firstPieceBytes;
  const room = (): Uint8Array => {
    const memory = lines.room(pieceBytes);
    pieceBytes = Math.min(PIECE_GROWTH * pieceBytes, PIECE_BYTES);
    return memory;
  };
  let isCut = false;
  if (path.endsWith(".zst")) isCut = !decompress(readWhole(host, path), (content) => lines.add(content));
  else host.readPieces(path, room, (bytes) => lines.added(bytes), from.offset);
  return { ...lines.end(), isCut };
}

/** `place` is valid during the call only. */
type OnRecord = (record: Fields, place: Readonly<LinePlace>) => boolean | void;

/** Memory that no reading uses now: to begin with a new one for each file would take longer than most files. */
const idle: Finder[] = [];

/** The lines of one file, of which the bytes come in any pieces. */
class Lines {
  readonly #onRecord: OnRecord;
  readonly #types: ReadonlySet<string> | null;
  readonly #finder = idle.pop() ?? newFinder();
  readonly #skeleton: Skeleton;
  readonly #decoder = new TextDecoder();
  readonly #bad: number[] = [];
  #bytes = this.#finder.bytes();
  /** The line that is read begins at `start`; what is there of it ends at `used`. */
  #start = 0;
  #used = 0;
  readonly #place: LinePlace;
  /** Bytes of the file that came before the last piece. */
  #read: number;
  #lines = 0;
  /** The line is being shortened as it comes: up to `used` it is. */
  #isShortened = false;
  #ended = false;

  constructor(onRecord: OnRecord, needs: Needs, from: Readonly<LinePlace>) {
    this.#onRecord = onRecord;
    this.#place = { ...from };
    this.#read = from.offset;
    this.#lines = from.held;
    this.#types = needs.types;
    this.#skeleton = new Skeleton(this.#finder, needs.cuts);
  }

  /** Takes bytes that stand elsewhere; answers whether more is wanted. */
  add(bytes: Uint8Array): boolean {
    for (let at = 0; at < bytes.length && !this.#ended; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      this.room(piece.length).set(piece);
      this.added(piece.length);
    }
    return !this.#ended;
  }

  /** Memory for the next piece, of at most so many bytes. */
  room(sizeBytes: number): Uint8Array {
    this.#makeRoom(sizeBytes);
    return this.#bytes.subarray(this.#used, this.#used + sizeBytes);
  }

  /** The next piece of the file, of so many bytes, stands in the memory; answers whether more is wanted. */
  added(sizeBytes: number): boolean {
    let from = this.#used;
    const first = from;
    const end = from + sizeBytes;
    while (!this.#ended) {
      const at = this.#finder.find(from, end, NEWLINE);
      if (at === end) break;
      this.#take(from, at, false);
      this.#start = from = at + 1;
      this.#place.line++;
      this.#place.held = this.#lines;
      this.#place.offset = this.#read + from - first;
    }
    this.#read += sizeBytes;
    this.#used = end;
    if (!this.#ended && (this.#isShortened || end - this.#start > LONG_BYTES)) {
      this.#used = Math.min(this.#shorten(from, end), this.#start + MAX_BYTES);
    }
    return !this.#ended;
  }

  end(): Omit<LineCounts, "isCut"> {
    const unfinished = !this.#ended && this.#used > this.#start && !this.#take(this.#used, this.#used, true);
    idle.push(this.#finder);
    return { lines: this.#lines, bad: this.#bad, unfinished };
  }

  /** Takes the line that ends at `end`, and of which the piece that came last begins at `from`. */
  #take(from: number, end: number, isLast: boolean): boolean {
    const start = this.#start;
    if (end === start) return true;
    this.#lines++;
    if (this.#isUnread(start, end)) {
      this.#isShortened = false;
      return true;
    }
    const isLong = this.#isShortened || end - start > SHORT_BYTES;
    const json = this.#decoder.decode(this.#bytes.subarray(start, isLong ? this.#shorten(from, end) : end));
    this.#isShortened = false;
    const record = parse(json) ?? parse(withoutPadding(json));
    if (record !== null) {
      this.#ended = this.#onRecord(record, this.#place) === false;
      return true;
    }
    if (withoutPadding(json) === "") this.#lines--;
    else if (!isLast) this.#bad.push(this.#place.line);
    else return false;
    return true;
  }

  #shorten(from: number, end: number): number {
    if (this.#isShortened) return this.#skeleton.read(from, end);
    this.#isShortened = true;
    this.#skeleton.begin(this.#start);
    return this.#skeleton.read(this.#start, end);
  }

  /** Whether the line's type comes first and is one that nobody reads; such a line must end as an object does. */
  #isUnread(start: number, end: number): boolean {
    if (this.#types === null || this.#bytes[end - 1] !== CLOSE_OBJECT) return false;
    for (let index = 0; index < TYPE_FIRST.length; index++) {
      if (this.#bytes[start + index] !== TYPE_FIRST[index]) return false;
    }
    const from = start + TYPE_FIRST.length;
    const to = this.#finder.find(from, Math.min(end, from + MAX_TYPE_BYTES), QUOTE);
    return !this.#types.has(this.#decoder.decode(this.#bytes.subarray(from, to)));
  }

  /** Moves the line that is read to the front, and makes the memory as large as it must be for the next piece. */
  #makeRoom(sizeBytes: number): void {
    if (this.#start > 0) {
      this.#bytes.copyWithin(0, this.#start, this.#used);
      this.#skeleton.move(-this.#start);
      this.#used -= this.#start;
      this.#start = 0;
    }
    this.#finder.reserve(this.#used + sizeBytes + FIND_SLACK_BYTES);
    if (this.#bytes.length === 0) this.#bytes = this.#finder.bytes();
  }
}

function withoutPadding(json: string): string {
  return json.replace(PADDING, "");
}

function parse(json: string): Fields | null {
  try {
    return fieldsOrNull(JSON.parse(json));
  } catch {
    return null;
  }
}

function readWhole(host: Host, path: string): Uint8Array {
  let whole = new Uint8Array(PIECE_BYTES);
  let used = 0;
  const room = (): Uint8Array => {
    if (used === whole.length) {
      const larger = new Uint8Array(2 * used);
      larger.set(whole);
      whole = larger;
    }
    return whole.subarray(used);
  };
  host.readPieces(path, room, (bytes) => (used += bytes, true));
  return whole.subarray(0, used);
}
