/** What a view measured: weighted stacks of one unit. The numbers are safe integers. */
export interface Profile {
  /** What one unit of value is, in the plural: `footprints`, `tokens`. */
  readonly unit: string;
  /** Merged (no stack stands twice) and sorted by the stack's folded text, by code unit. */
  readonly samples: readonly Sample[];
  /** Sum of all values. */
  readonly total: number;
}

/** One stack and its value. */
export interface Sample {
  /** Root first; frames are `kind:value` as `frame()` writes them. */
  readonly stack: readonly string[];
  readonly value: number;
}

/** Collects samples and merges equal stacks. */
export class ProfileBuilder {
  readonly #samples = new Map<string, { stack: readonly string[]; value: number }>();
  readonly #unit: string;
  #total = 0;

  constructor(unit: string) {
    this.#unit = unit;
  }

  /** Adds a value to a stack; a value of 0 is no sample. Throws `RangeError` where the sum would lose exactness. */
  add(stack: readonly string[], value: number): void {
    if (value === 0) return;
    if (!Number.isSafeInteger(this.#total + value) || value < 0) {
      throw new RangeError(`Cannot add a sample as its value is not a safe, positive integer: ${value}`);
    }
    this.#total += value;
    const key = stack.join(";");
    const known = this.#samples.get(key);
    if (known === undefined) this.#samples.set(key, { stack, value });
    else known.value += value;
  }

  build(): Profile {
    const samples = [...this.#samples].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, sample]) => sample);
    return { unit: this.#unit, samples, total: this.#total };
  }
}
