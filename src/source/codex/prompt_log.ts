import type { KeyedPrompt } from "../part.ts";
import type { Text } from "../../trace/session.ts";
import type { TextMaker } from "../text.ts";

/** An event that repeats a message comes at once, and so does a message that repeats an event. */
const REPEAT_MS = 2000;

/** What tells a prompt: an event or an item of what was typed, or a message of a form of its own. */
type Teller = "event" | "item" | "message";

interface Entry extends KeyedPrompt {
  /** None as long as it is only likely to be one. */
  toldBy: readonly Teller[];
}

/** A place between two prompts, of which those before it are known to be some. */
export interface PromptMark {
  readonly count: number;
  readonly last: string | null;
  readonly lastToldBy: readonly Teller[];
}

const NO_PROMPTS: PromptMark = { count: 0, last: null, lastToldBy: [] };

/**
 * A file's prompts. A user message of the model's input is only likely to be one; where the file also has events that
 * say what the person typed, these alone decide. What two events tell, or two items, are two prompts, also of equal words.
 */
export class PromptLog {
  readonly #file: string;
  readonly #makeText: TextMaker;
  readonly #entries: Entry[] = [];
  /** The place of each entry, by its key. */
  readonly #places = new Map<string, number>();
  readonly #byText = new Map<string, Entry[]>();
  #sureCount = 0;
  /** Of a turn that no event tells a prompt of the first message is one; the turn's entries begin at `#turnStart`. */
  #takesUntold = false;
  #turnStart = 0;
  /** Messages that came while the model was at work, of which an event may still tell that it repeats them. */
  #untold: Entry[] = [];
  /** How many came before the place where reading was resumed, and the last of them. */
  #before: PromptMark;

  constructor(file: string, makeText: TextMaker, before: PromptMark = NO_PROMPTS) {
    this.#file = file;
    this.#makeText = makeText;
    this.#before = before;
  }

  /** What must be known to go on from here; null while it may still turn out which entries are prompts. */
  mark(): PromptMark | null {
    if (this.#takesUntold) return null;
    const last = this.#entries.at(-1);
    if (last === undefined) return this.#before.count === 0 ? null : this.#before;
    if (!isSure(last)) return null;
    return { count: this.#before.count + this.#sureCount, last: last.key, lastToldBy: last.toldBy };
  }

  /** Key of the newest entry; null before the first. It may turn out to be no prompt: see `promptOf`. */
  get current(): string | null {
    return this.#entries.at(-1)?.key ?? this.#before.last;
  }

  /** The thread is one of which events do not tell all prompts. */
  takeUntold(): void {
    this.#takesUntold = true;
  }

  turnBegins(): void {
    this.#turnEnds();
    this.#turnStart = this.#entries.length;
  }

  #turnEnds(): void {
    if (!this.#takesUntold) return;
    const turn = this.#entries.slice(this.#turnStart);
    const [first] = turn;
    if (first !== undefined && !turn.some(isSure)) this.#makeSure(first, "message");
  }

  sure(words: string, tsMs: number | null, line: number, teller: Teller): void {
    const text = this.#makeText(words);
    if (teller === "event") this.#untold = [];
    const { lastToldBy } = this.#before;
    if (this.#isNearBefore(text, tsMs) && !lastToldBy.includes(teller)) {
      this.#before = { ...this.#before, lastToldBy: lastToldBy.concat(teller) };
      return;
    }
    const repeated = this.#near(text, tsMs, ({ toldBy }) => !toldBy.includes(teller));
    this.#makeSure(repeated ?? this.#add(text, tsMs, line), teller);
  }

  /** `mayBeUntold`: it came while the model was at work, for which some versions wrote no event. */
  unsure(words: string, tsMs: number | null, line: number, mayBeUntold = false): void {
    const text = this.#makeText(words);
    if (this.#isNearBefore(text, tsMs) || this.#near(text, tsMs) !== undefined) return;
    const entry = this.#add(text, tsMs, line);
    if (mayBeUntold && this.#before.count + this.#sureCount > 0) this.#untold.push(entry);
  }

  /** The turn goes on: no event comes any more for what the person typed meanwhile. */
  goesOn(): void {
    for (const entry of this.#untold.splice(0)) this.#makeSure(entry, "message");
  }

  prompts(): readonly KeyedPrompt[] {
    this.#turnEnds();
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

  #isKept(entry: Entry): boolean {
    return isSure(entry) || this.#before.count + this.#sureCount === 0;
  }

  /** A form that tells no times tells no prompt twice. */
  #near({ sha256 }: Text, tsMs: number | null, isOf: (entry: Entry) => boolean = () => true): Entry | undefined {
    const isNear = (entry: Entry): boolean =>
      entry.tsMs !== null && tsMs !== null && Math.abs(entry.tsMs - tsMs) <= REPEAT_MS;
    return this.#byText.get(sha256)?.findLast((entry) => isNear(entry) && isOf(entry));
  }

  /** Whether it repeats the last prompt before the place where reading was resumed. */
  #isNearBefore({ sha256 }: Text, tsMs: number | null): boolean {
    const [beforeMs, before] = this.#before.last?.split(":") ?? [];
    return before === sha256 && Math.abs(Number(beforeMs) - (tsMs ?? 0)) <= REPEAT_MS;
  }

  #add(text: Text, tsMs: number | null, line: number): Entry {
    const told = tsMs === null ? `${this.#file}:${line}` : `${tsMs}:${text.sha256}`;
    let key = told;
    for (let before = 1; this.#places.has(key); before++) key = `${told}:${before}`;
    const entry: Entry = { key, tsMs, text, toldBy: [] };
    this.#places.set(key, this.#entries.length);
    this.#entries.push(entry);
    const same = this.#byText.get(text.sha256);
    if (same === undefined) this.#byText.set(text.sha256, [entry]);
    else same.push(entry);
    return entry;
  }

  #makeSure(entry: Entry, teller: Teller): void {
    if (!isSure(entry)) this.#sureCount++;
    entry.toldBy = entry.toldBy.concat(teller);
  }
}

function isSure({ toldBy }: Entry): boolean {
  return toldBy.length > 0;
}
