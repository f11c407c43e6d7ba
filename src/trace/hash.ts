import { hash } from "node:crypto";

/** SHA-256 of a text's UTF-8 bytes as 64 hex digits. Identities in reports are its first digits (contract §6). */
export function sha256(text: string): string {
  return hash("sha256", text, "hex");
}

/**
 * A whole number below 2^53 that depends on every character of a key: two multiplicative hashes side by side. For what
 * is told apart within one run, in a tenth of the time of `sha256`. Equal keys of different kinds have different numbers.
 */
export function numberOf(key: string, kind = 0): number {
  let low = 0x811c9dc5 ^ kind;
  let high = 0x9e3779b9;
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 15;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** So many numbers stand in one block of memory: to move them all for one more would leave holes between others. */
const BLOCK = 4096;
/** Most lists are short. */
const FIRST_BYTES = 512;

/** Numbers as they come, in the memory that they need. */
export class Numbers {
  #full: Float64Array<ArrayBuffer>[] = [];
  #last = new Float64Array();
  #used = 0;

  get length(): number {
    return BLOCK * this.#full.length + this.#used;
  }

  push(number: number): void {
    if (this.#used === this.#last.length) this.#grow();
    this.#last[this.#used++] = number;
  }

  #grow(): void {
    if (this.#used < BLOCK) {
      this.#last = new Float64Array(this.#last.buffer.transfer(Math.max(FIRST_BYTES, 2 * this.#last.byteLength)));
    } else {
      this.#full.push(this.#last);
      this.#last = new Float64Array(BLOCK);
      this.#used = 0;
    }
  }

  /** In the order in which they came; NaN where there is none. */
  at(place: number): number {
    const block = this.#full[Math.floor(place / BLOCK)] ?? this.#last;
    return place < this.length ? block[place % BLOCK] ?? NaN : NaN;
  }

  /** All of them, in the order in which they came; it is empty then. */
  taken(): Float64Array<ArrayBuffer> {
    const all = concatenated([...this.#full.splice(0), this.#last.subarray(0, this.#used)]);
    this.#last = new Float64Array();
    this.#used = 0;
    return all;
  }

  /** As `taken`, sorted, each once; a set of them would take five times the memory. */
  distinct(): Float64Array<ArrayBuffer> {
    return distinct(this.taken());
  }
}

/** Sorts numbers, and answers each once; their memory is taken for it. */
export function distinct(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let last = NaN;
  let count = 0;
  for (const number of numbers.sort()) {
    if (number !== last) numbers[count++] = number;
    last = number;
  }
  return new Float64Array(numbers.buffer.transfer(count * Float64Array.BYTES_PER_ELEMENT));
}

/** Lists of numbers as one; their memory is given back. */
export function concatenated(lists: readonly Float64Array<ArrayBuffer>[]): Float64Array<ArrayBuffer> {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const list of lists) {
    all.set(list, end);
    end += list.length;
    list.buffer.transfer(0);
  }
  return all;
}
