import type { CutNode } from "./cuts.ts";
import type { Finder } from "./find.ts";

/** Bytes kept of a string of which nothing is declared: more than any text that a model takes or gives. */
export const WHOLE_BYTES = 4 * 1024 * 1024;
/** Bytes kept of a member's name. */
const NAME_BYTES = 64 * 1024;

const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const LETTER_U = 117;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** A list or object around the place that is read. */
interface Level {
  readonly node: CutNode | null;
  readonly isObject: boolean;
}

/**
 * Shortens the long strings of one JSON text, in place: what is outside strings stays, so that the result is JSON where
 * the text was, and torn where it was torn. The text may come in any pieces. Nothing is taken of what a cut string
 * holds beyond its head: there alone a fault is not seen.
 */
export class Skeleton {
  readonly #finder: Finder;
  readonly #root: CutNode;
  #bytes: Uint8Array;
  #out = 0;
  #levels: Level[] = [];
  /** Where the value that comes next stands; null: under no cut. */
  #node: CutNode | null;
  #nameComes = false;
  #inString = false;
  #isName = false;
  /** The first byte of the next piece is escaped. */
  #escaped = false;
  #limit = 0;
  /** Bytes of the string that were met so far. */
  #met = 0;
  #nameStart = 0;

  constructor(finder: Finder, root: CutNode) {
    this.#finder = finder;
    this.#root = root;
    this.#node = root;
    this.#bytes = finder.bytes();
  }

  /** A new text begins at `at`. */
  begin(at: number): void {
    this.#out = at;
    this.#levels = [];
    this.#node = this.#root;
    this.#nameComes = false;
    this.#inString = false;
    this.#escaped = false;
  }

  /** The text, as far as it was read, was moved. */
  move(by: number): void {
    this.#out += by;
    this.#nameStart += by;
  }

  /**
   * Reads on: the bytes from `at` to `end` follow what was read before. Answers where the shortened text ends: there
   * the next piece must be put.
   */
  read(at: number, end: number): number {
    // Memory that grew is another memory.
    if (this.#bytes.length === 0) this.#bytes = this.#finder.bytes();
    const bytes = this.#bytes;
    /** What stands from here on is to be kept and was not moved yet. */
    let kept = at;
    while (at < end) {
      if (this.#inString) {
        const close = this.#closing(at, end);
        const length = close - at;
        const room = this.#limit - this.#met;
        if (room >= 0 && length > room) {
          this.#keep(kept, at + room);
          this.#trim();
        }
        this.#met += length;
        if (this.#met > this.#limit) kept = close;
        if (close === end) break;
        this.#inString = false;
        if (this.#isName) this.#node = this.#member(this.#nameStart, close);
        at = close + 1;
        continue;
      }
      switch (bytes[at]) {
        case QUOTE:
          this.#inString = true;
          this.#isName = this.#nameComes;
          this.#nameComes = false;
          this.#nameStart = at + 1;
          this.#met = 0;
          this.#limit = this.#isName ? NAME_BYTES : this.#node?.keepBytes ?? WHOLE_BYTES;
          break;
        case OPEN_OBJECT:
        case OPEN_LIST: {
          const isObject = bytes[at] === OPEN_OBJECT;
          this.#levels.push({ node: this.#node, isObject });
          this.#nameComes = isObject;
          break;
        }
        case CLOSE_OBJECT:
        case CLOSE_LIST:
          this.#levels.pop();
          this.#nameComes = false;
          break;
        case COMMA: {
          const level = this.#levels.at(-1);
          this.#nameComes = level?.isObject === true;
          this.#node = level?.node ?? null;
          break;
        }
      }
      at++;
    }
    if (kept < end) this.#keep(kept, end);
    // What comes next is put behind what was kept: seen from there, the name began so far before.
    this.#nameStart += this.#out - end;
    return this.#out;
  }

  /** The place of a member whose name stands in `[from, to)`. */
  #member(from: number, to: number): CutNode | null {
    const node = this.#levels.at(-1)?.node ?? null;
    if (node === null) return null;
    for (const member of node.members) {
      if (this.#isAt(from, to, member.name)) return member.node;
    }
    return node.keepBytes === null ? null : node;
  }

  #isAt(from: number, to: number, name: Uint8Array): boolean {
    if (name.length !== to - from) return false;
    for (let index = 0; index < name.length; index++) {
      if (this.#bytes[from + index] !== name[index]) return false;
    }
    return true;
  }

  /** Index of the quote that closes the string, or `end`. */
  #closing(at: number, end: number): number {
    let from = this.#escaped ? at + 1 : at;
    this.#escaped = false;
    for (;;) {
      const quote = this.#finder.find(from, end, QUOTE);
      let slashes = quote;
      while (slashes > from && this.#bytes[slashes - 1] === BACKSLASH) slashes--;
      const isEscaped = (quote - slashes) % 2 === 1;
      if (quote >= end) {
        this.#escaped = isEscaped;
        return end;
      }
      if (!isEscaped) return quote;
      from = quote + 1;
    }
  }

  #keep(from: number, to: number): void {
    if (this.#out !== from) this.#bytes.copyWithin(this.#out, from, to);
    this.#out += to - from;
  }

  /** Takes off an escape that the cut has halved. */
  #trim(): void {
    const start = this.#out - this.#limit;
    for (let back = 1; back < 6; back++) {
      const at = this.#out - back;
      if (at < start) return;
      if (this.#bytes[at] !== BACKSLASH) continue;
      let first = at;
      while (first > start && this.#bytes[first - 1] === BACKSLASH) first--;
      const opensEscape = (at - first) % 2 === 0;
      if (opensEscape && (back === 1 || this.#bytes[at + 1] === LETTER_U)) this.#out = at;
      return;
    }
  }
}
