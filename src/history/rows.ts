import type { Text } from "../trace/session.ts";

/** Bytes that grow at their end. */
class Bytes {
  /** How many there are. */
  used = 0;
  #all: Uint8Array<ArrayBuffer>;

  constructor(room: number) {
    this.#all = new Uint8Array(room);
  }

  /** Where so many bytes more may be written; what was answered before is void. */
  room(more: number): Uint8Array<ArrayBuffer> {
    if (this.used + more > this.#all.length) {
      const room = this.used + Math.max(more, this.used >> 2);
      this.#all = new Uint8Array(this.#all.buffer.transfer(room));
    }
    return this.#all;
  }

  /** All of them; it is empty then. */
  taken(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#all.buffer.transfer(this.used));
  }
}

/** How many strings become JSON at a time: as one text they would stand there twice more. */
const STRINGS_AT_ONCE = 1000;

/** Strings and their places, as JSON. */
class Strings {
  count = 0;
  #waiting: string[] = [];
  readonly #bytes = new Bytes(1024);
  readonly #encoder = new TextEncoder();

  constructor() {
    this.#write("[[");
  }

  /** Its place. */
  push(value: string): number {
    this.#waiting.push(value);
    if (this.#waiting.length === STRINGS_AT_ONCE) this.#flush();
    return this.count++;
  }

  /** JSON of all of them, and of what is said of them. */
  end(heads: unknown): Uint8Array<ArrayBuffer> {
    this.#flush();
    this.#write(`],${JSON.stringify(heads)}]`);
    return this.#bytes.taken();
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    const json = JSON.stringify(this.#waiting).slice(1, -1);
    this.#write(this.count > this.#waiting.length ? `,${json}` : json);
    this.#waiting = [];
  }

  #write(text: string): void {
    const bytes = this.#bytes;
    const room = bytes.room(3 * text.length);
    bytes.used += this.#encoder.encodeInto(text, room.subarray(bytes.used)).written;
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

/** Writes rows: numbers, strings by their places, texts of the log as their hashes, lists by their lengths. */
export class RowWriter {
  readonly strings = new Strings();
  readonly excerpts: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #cells: Bytes;
  readonly #float = new DataView(new ArrayBuffer(8));
  #last: { readonly value: string; readonly place: number } | null = null;

  constructor(bytes: number) {
    this.#cells = new Bytes(bytes);
  }

  cells(): Uint8Array<ArrayBuffer> {
    return this.#cells.taken();
  }

  number(value: number | null): void {
    const bytes = this.#cells.room(CELL_BYTES);
    let at = this.#cells.used;
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
    this.#cells.used = at;
  }

  /** A string that no other row is likely to have. */
  own(value: string | null): void {
    this.number(value === null ? -1 : this.strings.push(value));
  }

  /** A string that other rows may have too. */
  text(value: string | null): void {
    if (value === null) return this.number(-1);
    if (this.#last?.value === value) return this.number(this.#last.place);
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.strings.push(value);
      this.#places.set(value, place);
    }
    this.#last = { value, place };
    this.number(place);
  }

  logText(value: Text | null): void {
    if (value === null) return this.number(null);
    this.number(value.excerpt === null ? NO_EXCERPT : this.excerpts.push(value.excerpt) - 1);
    const at = this.#cells.used;
    const bytes = this.#cells.room(HASH_BYTES);
    bytes.subarray(at, at + HASH_BYTES).setFromHex(value.sha256);
    this.#cells.used = at + HASH_BYTES;
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
