/**
 * Numbers, and the place that had each of them first: an open-addressing table, since a `Map` takes ten times the time.
 * Numbers are handled as the halves of their bits, since one that is larger than 32 bits is an object until V8 has
 * compiled what handles it.
 */
export class FirstPlaces {
  #halves = new Int32Array();
  #places = new Int32Array();
  #bits = 0;
  #size = 0;

  /** How many different numbers it holds. */
  get size(): number {
    return this.#size;
  }

  /** Must be called before so many more are added. At most half of it is used, so that a free place is soon found. */
  makeRoom(more: number): void {
    const bits = Math.max(4, Math.ceil(Math.log2(2 * (this.#size + more))));
    if (bits <= this.#bits) return;
    const [halves, places] = [this.#halves, this.#places];
    this.#bits = bits;
    this.#size = 0;
    this.#halves = new Int32Array(2 * 2 ** bits);
    this.#places = new Int32Array(2 ** bits).fill(-1);
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? -1;
      if (place >= 0) this.#add(halves.subarray(2 * at, 2 * at + 2), place, () => {});
    }
  }

  /** Adds the numbers of a place (0 or more); tells the other place that had one before, for each that one had. */
  add(numbers: Float64Array, place: number, onKnown: (first: number) => void): void {
    this.#add(new Int32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length), place, onKnown);
  }

  #add(added: Int32Array, place: number, onKnown: (first: number) => void): void {
    const [halves, places] = [this.#halves, this.#places];
    const mask = places.length - 1;
    const shift = 32 - this.#bits;
    for (let index = 0; index < added.length; index += 2) {
      const low = added[index] ?? 0;
      const high = added[index + 1] ?? 0;
      let at = Math.imul(low ^ high, 0x9e3779b1) >>> shift;
      while ((places[at] ?? -1) >= 0 && (halves[2 * at] !== low || halves[2 * at + 1] !== high)) at = (at + 1) & mask;
      const known = places[at] ?? -1;
      if (known >= 0) {
        if (known !== place) onKnown(known);
        continue;
      }
      halves[2 * at] = low;
      halves[2 * at + 1] = high;
      places[at] = place;
      this.#size++;
    }
  }
}
