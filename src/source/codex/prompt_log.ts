import type { KeyedPrompt } from "../part.ts";
import type { Text } from "../../trace/session.ts";
import type { TextMaker } from "../text.ts";

/** An event that repeats a prompt comes at once; a person who types the same again takes longer. */
const REPEAT_MS = 2000;

interface Entry extends KeyedPrompt {
  isSure: boolean;
}

/** A place between two prompts, of which those before it are known to be some. */
export interface PromptMark {
  readonly count: number;
  readonly last: string | null;
}

/**
 * A file's prompts. A user message of the model's input is only likely to be one; where the file also has events that
 * say what the person typed, these alone decide.
 */
export class PromptLog {
  readonly #file: string;
  readonly #makeText: TextMaker;
  readonly #entries: Entry[] = [];
  /** The place of each key's first entry. */
  readonly #places = new Map<string, number>();
  readonly #byText = new Map<string, Entry[]>();
  #sureCount = 0;
  /** How many came before the place where reading was resumed, and the last of them. */
  readonly #before: PromptMark;

  constructor(file: string, makeText: TextMaker, before: PromptMark = { count: 0, last: null }) {
    this.#file = file;
    this.#makeText = makeText;
    this.#before = before;
  }

  /** What must be known to go on from here; null while it may still turn out which entries are prompts. */
  mark(): PromptMark | null {
    const last = this.#entries.at(-1);
    if (last === undefined) return this.#before.count === 0 ? null : this.#before;
    return last.isSure ? { count: this.#before.count + this.#sureCount, last: last.key } : null;
  }

  /** Key of the newest entry; null before the first. It may turn out to be no prompt: see `promptOf`. */
  get current(): string | null {
    return this.#entries.at(-1)?.key ?? this.#before.last;
  }

  sure(words: string, tsMs: number | null, line: number): void {
    const text = this.#makeText(words);
    if (this.#isNearBefore(text, tsMs)) return;
    const repeated = this.#near(text, tsMs);
    if (repeated === undefined) this.#add(text, tsMs, line, true);
    else this.#makeSure(repeated);
  }

  unsure(words: string, tsMs: number | null, line: number): void {
    const text = this.#makeText(words);
    if (this.#isNearBefore(text, tsMs) || this.#near(text, tsMs) !== undefined) return;
    this.#add(text, tsMs, line, false);
  }

  prompts(): readonly KeyedPrompt[] {
    return this.#entries.filter((entry) => this.#isKept(entry)).map(({ key, tsMs, text }) => ({ key, tsMs, text }));
  }

  /** The prompt that an entry's work belongs to: itself, or where it is no prompt the one before it. */
  promptOf(key: string | null): string | null {
    const place = key === null ? undefined : this.#places.get(key);
    if (place === undefined) return key;
    for (let at = place; at >= 0; at--) {
      const entry = this.#entries[at];
      if (entry !== undefined && this.#isKept(entry)) return entry.key;
    }
    return this.#before.last;
  }

  #isKept({ isSure }: Entry): boolean {
    return isSure || this.#before.count + this.#sureCount === 0;
  }

  #near({ sha256 }: Text, tsMs: number | null): Entry | undefined {
    return this.#byText.get(sha256)?.findLast((entry) => Math.abs((entry.tsMs ?? 0) - (tsMs ?? 0)) <= REPEAT_MS);
  }

  /** Whether it repeats the last prompt before the place where reading was resumed. */
  #isNearBefore({ sha256 }: Text, tsMs: number | null): boolean {
    const [beforeMs, before] = this.#before.last?.split(":") ?? [];
    return before === sha256 && Math.abs(Number(beforeMs) - (tsMs ?? 0)) <= REPEAT_MS;
  }

  #add(text: Text, tsMs: number | null, line: number, isSure: boolean): void {
    const key = tsMs === null ? `${this.#file}:${line}` : `${tsMs}:${text.sha256}`;
    const entry = { key, tsMs, text, isSure: false };
    if (!this.#places.has(key)) this.#places.set(key, this.#entries.length);
    this.#entries.push(entry);
    const same = this.#byText.get(text.sha256);
    if (same === undefined) this.#byText.set(text.sha256, [entry]);
    else same.push(entry);
    if (isSure) this.#makeSure(entry);
  }

  #makeSure(entry: Entry): void {
    if (!entry.isSure) this.#sureCount++;
    entry.isSure = true;
  }
}
