import type { Text } from "../trace/session.ts";

const FIRST_BYTES = 1024;
const BLOCK_BYTES = 512 * 1024;

/** Bytes that grow at their end. */
class Bytes {
  /** How many there are. */
  used = 0;
  #all = new Uint8Array(FIRST_BYTES);

  /** Where so many bytes more may be written; what was answered before is void. */
  room(more: number): Uint8Array {
    if (this.used + more > this.#all.length) {
      this.#all = new Uint8Array(this.#all.buffer.transfer(this.used + Math.max(more, this.used >> 2)));
    }
    return this.#all;
  }

  /** All of them, in a block where they are few; it is empty then. */
  takenInto(blocks: Blocks): Uint8Array<ArrayBuffer> {
    const { used } = this;
    this.used = 0;
    if (used < BLOCK_BYTES) return blocks.copy(this.#all.subarray(0, used));
    const taken = new Uint8Array(this.#all.buffer.transfer(used));
    this.#all = new Uint8Array(FIRST_BYTES);
    return taken;
  }
}

/** What stands in one of them is written before the next one begins: one memory does for all rows. */
const cellBytes = new Bytes();
const stringBytes = new Bytes();

/** Bytes that are kept, one after the other in few blocks: between as many small ones memory would lie idle. */
export class Blocks {
  #block = new Uint8Array();
  #used = 0;
  /** Most files have one piece of rows, and need no more than that. */
  #blockBytes = 0;

  copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    if (this.#used + bytes.length > this.#block.length) {
      this.#block = new Uint8Array(Math.max(bytes.length, this.#blockBytes));
      this.#used = 0;
    }
    const copy = this.#block.subarray(this.#used, this.#used += bytes.length);
    copy.set(bytes);
    return copy;
  }

  /** More is to come. */
  goOn(): void {
    this.#blockBytes = BLOCK_BYTES;
  }
}

/** How many strings become JSON at a time: as one text they would stand there twice more. */
const STRINGS_AT_ONCE = 1000;

/** Strings and their places, as JSON. */
class Strings {
  count = 0;
  #waiting: string[] = [];
  readonly #encoder = new TextEncoder();

  constructor() {
    stringBytes.used = 0;
    this.#write("[[");
  }

  /** Its place. */
  push(value: string): number {
    this.#waiting.push(value);
    if (this.#waiting.length === STRINGS_AT_ONCE) this.#flush();
    return this.count++;
  }

  /** JSON of all of them, and of what is said of them. */
  end(heads: unknown, blocks: Blocks): Uint8Array<ArrayBuffer> {
    this.#flush();
    this.#write(`],${JSON.stringify(heads)}]`);
    return stringBytes.takenInto(blocks);
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    const json = JSON.stringify(this.#waiting).slice(1, -1);
    this.#write(this.count > this.#waiting.length ? `,${json}` : json);
    this.#waiting = [];
  }

  #write(text: string): void {
    const room = stringBytes.room(3 * text.length);
    stringBytes.used += this.#encoder.encodeInto(text, room.subarray(stringBytes.used)).written;
  }
}

/** In the place of a number: there is none; or it follows as a float of eight bytes. */
const NO_NUMBER = 0;
const FLOAT = 1;
const CODES = 2;
/** At most: a code and the eight bytes of a float. */
const CELL_BYTES = 9;
/** Of a SHA-256. */
const HASH_BYTES = 32;
/** In the place of an excerpt's place: there is none. */
const NO_EXCERPT = -1;
/** Twice as much is a safe integer, with what stands for the codes. */
const LARGEST = 2 ** 51;

/** What was written. */
export interface Rows {
  /** JSON as UTF-8: the strings, and what is said of the rows. */
  readonly strings: Uint8Array<ArrayBuffer>;
  /** The numbers, each in as few bytes as it needs. */
  readonly cells: Uint8Array<ArrayBuffer>;
}

/** Writes rows, one writer at a time: numbers, strings by their places, texts of the log as their hashes, lists by their lengths. */
export class RowWriter {
  readonly excerpts: string[] = [];
  readonly #strings = new Strings();
  readonly #places = new Map<string, number>();
  readonly #float = new DataView(new ArrayBuffer(8));
  #last: { readonly value: string; readonly place: number } | null = null;

  constructor() {
    cellBytes.used = 0;
  }

  /** The rows, in blocks, and what is said of them. */
  end(heads: unknown, blocks: Blocks): Rows {
    return { strings: this.#strings.end(heads, blocks), cells: cellBytes.takenInto(blocks) };
  }

  number(value: number | null): void {
    const bytes = cellBytes.room(CELL_BYTES);
    let at = cellBytes.used;
    if (value === null) {
      bytes[at++] = NO_NUMBER;
    } else if (Number.isInteger(value) && Math.abs(value) <= LARGEST && !Object.is(value, -0)) {
      let left = (value < 0 ? -2 * value - 1 : 2 * value) + CODES;
      for (; left >= 128; left = Math.floor(left / 128)) bytes[at++] = left % 128 + 128;
      bytes[at++] = left;
    } else {
      bytes[at++] = FLOAT;
      this.#float.setFloat64(0, value, true);
      for (let index = 0; index < 8; index++) bytes[at++] = this.#float.getUint8(index);
    }
    cellBytes.used = at;
  }

  /** A string that no other row is likely to have. */
  own(value: string | null): void {
    this.number(value === null ? -1 : this.#strings.push(value));
  }

  /** A string that other rows may have too. */
  text(value: string | null): void {
    if (value === null) return this.number(-1);
    if (this.#last?.value === value) return this.number(this.#last.place);
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.#strings.push(value);
      this.#places.set(value, place);
    }
    this.#last = { value, place };
    this.number(place);
  }

  logText(value: Text | null): void {
    if (value === null) return this.number(null);
    this.number(value.excerpt === null ? NO_EXCERPT : this.excerpts.push(value.excerpt) - 1);
    const at = cellBytes.used;
    const bytes = cellBytes.room(HASH_BYTES);
    bytes.subarray(at, at + HASH_BYTES).setFromHex(value.sha256);
    cellBytes.used = at + HASH_BYTES;
  }

  list(values: readonly string[]): void {
    this.number(values.length);
    for (const value of values) this.text(value);
  }
}

const NONE: readonly string[] = [];
const TOO_EARLY = "The rows end too early";

/** Reads what a `RowWriter` wrote, in the same order. Throws `RangeError` behind its end. */
export class RowReader {
  readonly #strings: readonly string[];
  readonly #excerpts: readonly string[] | null;
  readonly #cells: Uint8Array;
  #at = 0;

  constructor(strings: readonly string[], excerpts: readonly string[] | null, cells: Uint8Array) {
    this.#strings = strings;
    this.#excerpts = excerpts;
    this.#cells = cells;
  }

  number(): number | null {
    const first = this.#byte();
    if (first === NO_NUMBER) return null;
    if (first === FLOAT) {
      const start = this.#cells.byteOffset + this.#at;
      this.#at += 8;
      return new DataView(this.#cells.buffer, start, 8).getFloat64(0, true);
    }
    let coded = first & 127;
    for (let byte = first, unit = 128; byte >= 128; unit *= 128) {
      byte = this.#byte();
      coded += (byte & 127) * unit;
    }
    coded -= CODES;
    return coded % 2 === 0 ? coded / 2 : -(coded + 1) / 2;
  }

  #byte(): number {
    const byte = this.#cells[this.#at++];
    if (byte === undefined) throw new RangeError(TOO_EARLY);
    return byte;
  }

  text(): string | null {
    return this.#strings[this.number() ?? -1] ?? null;
  }

  logText(): Text | null {
    const place = this.number();
    if (place === null) return null;
    const hash = this.#cells.subarray(this.#at, this.#at += HASH_BYTES);
    if (hash.length < HASH_BYTES) throw new RangeError(TOO_EARLY);
    return { sha256: hash.toHex(), excerpt: this.#excerpts?.[place] ?? null };
  }

  list(): readonly string[] {
    const length = this.number() ?? 0;
    if (length === 0) return NONE;
    const values: string[] = [];
    for (let index = 0; index < length; index++) values.push(this.text() ?? "");
    return values;
  }
}
