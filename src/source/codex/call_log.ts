import type { Text } from "../../trace/session.ts";
import type { KeyedLlmCall } from "../part.ts";
import { type TextMaker, textOrNull } from "../text.ts";
import { type CodexUsage, disjoint, growth, isNothing, sameUsage, usageKey } from "./usage.ts";

/** What a model's answer holds, until its usage is met (or after it: see `CallLog`). */
interface Call {
  tsMs: number | null;
  promptKey: string | null;
  key: string;
  model: string | null;
  usage: CodexUsage | null;
  /** What the model said, while more may come. */
  texts: readonly string[];
  text: Text | null;
  toolKeys: readonly string[];
}

/** Of a call of which nothing came. Lists are made anew by `concat` where they grow: one that grows in place takes room for 17. */
const EMPTY = { texts: [], text: null, toolKeys: [] } as const;

/** A place between two responses of a file that writes their items first: how many came before it, and the counter. */
export interface CallMark {
  readonly count: number;
  readonly total: CodexUsage | null;
  readonly uncounted: CodexUsage | null;
  readonly counterTotal: CodexUsage | null;
  readonly countedAlone: CodexUsage | null;
  readonly counters: readonly string[];
  /** Ids of the tools of the newest call: more may be told of them. */
  readonly newestTools: readonly string[];
}

/**
 * So many of the newest counters are known again. A terminal begins with the one it stopped at: if another one has told
 * more since, a call is counted twice, which harms less than marks that grow with the file.
 */
const KNOWN_COUNTERS = 256;

/**
 * A file's LLM calls, by the rules of the README. From 0.169 a `token_usage_record` tells each response; before, a
 * `token_count` whose total differs from the one before it. The items of an answer stand before its usage, to 0.64
 * after it: the first answer of the file tells which.
 */
export class CallLog {
  readonly #makeText: TextMaker;
  readonly #calls: Call[] = [];
  /** Items whose usage has not come. */
  #open: Call | null = null;
  /** The sum that the newest counter told: behind `context_length_exceeded` it is not the records' (0.171). */
  #counterTotal: CodexUsage | null = null;
  #itemsFirst: boolean | null = null;
  #total: CodexUsage | null = null;
  /** The file points to its history, and nothing was answered or counted in it yet. */
  #tellsHistory = false;
  /** Usage of the newest response, until a counter has told it too. */
  #uncounted: CodexUsage | null = null;
  /** Usage of the newest call, where a counter alone has told it. */
  #countedAlone: CodexUsage | null = null;
  /** What the newest counters told, in order: `#toldAgain`. */
  readonly #counters: string[];
  /** What a counter tells that was told before it, where items stand behind their usage: a call if one does. */
  #repeated: Call | null = null;
  /** The newest counter has no numbers: where items stand behind their usage, the next ones are of another answer. */
  #isUntold = false;
  /** A tool of the open call has answered. */
  #isAnswered = false;
  /** The place where reading was resumed. */
  readonly #before: CallMark | null;

  constructor(makeText: TextMaker, mark: CallMark | null = null) {
    this.#makeText = makeText;
    this.#before = mark;
    this.#itemsFirst = mark === null ? null : true;
    this.#total = mark?.total ?? null;
    this.#uncounted = mark?.uncounted ?? null;
    this.#counterTotal = mark?.counterTotal ?? null;
    this.#countedAlone = mark?.countedAlone ?? null;
    this.#counters = [...mark?.counters ?? []];
  }

  /** What must be known to go on from here; null where something is still to come of the newest call. */
  mark(): CallMark | null {
    const count = (this.#before?.count ?? 0) + this.#calls.length;
    if (this.#open !== null || this.#itemsFirst !== true || this.#tellsHistory || count === 0) return null;
    const newestTools = this.#calls.at(-1)?.toolKeys ?? this.#before?.newestTools ?? [];
    return {
      count,
      total: this.#total,
      uncounted: this.#uncounted,
      counterTotal: this.#counterTotal,
      countedAlone: this.#countedAlone,
      counters: [...this.#counters],
      newestTools,
    };
  }

  /** The program is one that writes an answer's items before its usage. */
  tellItemsFirst(): void {
    this.#itemsFirst = true;
  }

  /** The thread's history stands elsewhere: a counter before the first answer is that history's. */
  tellHistoryElsewhere(): void {
    this.#tellsHistory = true;
  }

  /** A part of an answer: what the model said, or the tool that it called. */
  item(
    tsMs: number | null,
    promptKey: string | null,
    model: string | null,
    item: { readonly text?: string; readonly toolKey?: string },
  ): void {
    this.#tellsHistory = false;
    this.#itemsFirst ??= true;
    if (this.#repeated !== null) this.#push(this.#repeated);
    this.#repeated = null;
    const isNew = this.#itemsFirst || this.#isUntold || this.#open !== null;
    const last = isNew ? undefined : this.#calls.at(-1);
    // An answer to another prompt broke off before its usage was told (0.63).
    const call = last?.promptKey === promptKey ? last : this.#openCall(tsMs, promptKey, model);
    if (item.text !== undefined && item.text !== "") call.texts = call.texts.concat(item.text);
    if (item.toolKey !== undefined) call.toolKeys = call.toolKeys.concat(item.toolKey);
  }

  /** The output of a tool call, of a program that writes it when the answer has come, or broke off: no more items do. */
  output(toolKey: string): void {
    if (this.#open?.toolKeys.includes(toolKey) === true) this.#isAnswered = true;
  }

  /** A person stopped the turn: where items stand behind their usage, that of the open answer never comes. */
  aborted(): void {
    if (this.#itemsFirst === false) this.endUnmeasured();
  }

  /** A compaction that the provider made, of which nothing else is told. The versions that do so write items first. */
  compaction(tsMs: number | null, promptKey: string | null, model: string | null): void {
    this.endUnmeasured();
    this.#itemsFirst = true;
    this.#push({ tsMs, promptKey, key: `compaction:${tsMs}:${promptKey}`, model, usage: null, ...EMPTY });
  }

  /** A command that a script of code mode ran belongs to the call that wrote the script. */
  inner(script: string, toolKey: string): void {
    const wrote = (call: Call): boolean => call.toolKeys.includes(script);
    const owner = this.#open !== null && wrote(this.#open) ? this.#open : this.#calls.findLast(wrote);
    if (owner !== undefined) owner.toolKeys = owner.toolKeys.concat(toolKey);
  }

  /**
   * A `token_usage_record`: one for each response, and a new call unless a counter has just told it; `total` is what the
   * thread's counter then stands at.
   */
  response(
    id: string | null,
    usage: CodexUsage | null,
    total: CodexUsage | null,
    tsMs: number | null,
    model: string | null,
    promptKey: string | null,
  ): void {
    if (usage === null) return;
    const isCounted = this.#open === null && sameUsage(usage, this.#countedAlone);
    this.#total = total ?? this.#total;
    // Where records tell the calls no older counter is asked for.
    this.#counters.splice(0, this.#counters.length - 1);
    this.#uncounted = isCounted ? null : usage;
    this.#countedAlone = null;
    this.#tellsHistory = false;
    this.#itemsFirst = true;
    if (!isCounted) this.#count(id ?? keyOf(usage, null, tsMs, model), usage, tsMs, model, promptKey);
  }

  /**
   * A `token_count` event: a new call only where the total moved, and not by what a response has told. One without any
   * number ends an answer of which the provider told no usage.
   */
  counter(
    total: CodexUsage | null,
    last: CodexUsage | null,
    tsMs: number | null,
    model: string | null,
    promptKey: string | null,
  ): void {
    this.#repeated = null;
    this.#isUntold = total === null && last === null;
    // Items of another prompt are not this counter's, whatever it tells.
    if (this.#isUntold || this.#open?.promptKey !== promptKey) this.endUnmeasured();
    if (this.#isUntold) return;
    const toldAgain = this.#toldAgain(total, last);
    if (toldAgain === "newest") {
      // Behind an answer that broke off it says what it said before (0.133), or before the next one (0.72).
      if (this.#itemsFirst === true) this.endUnmeasured();
      return;
    }
    if (toldAgain === "known" && this.#open === null) {
      if (this.#itemsFirst === false && last !== null) {
        this.#repeated = { tsMs, promptKey, key: keyOf(last, total, tsMs, model), model, usage: last, ...EMPTY };
      }
      return;
    }
    const moved = total === null || !sameUsage(total, this.#total);
    const usage = !moved ? null : last ?? (total === null ? null : growth(total, this.#total));
    this.#total = total ?? this.#total;
    // Of an answer that was cut off for its length `last` says what it said before (0.171).
    const grew = total === null || this.#counterTotal === null ? null : growth(total, this.#counterTotal);
    this.#counterTotal = total ?? this.#counterTotal;
    const isTold = this.#tellsHistory || sameUsage(usage, this.#uncounted) || sameUsage(grew, this.#uncounted);
    [this.#tellsHistory, this.#uncounted] = [false, null];
    if (usage === null || isNothing(usage) || isTold) return;
    this.#itemsFirst ??= false;
    this.#countedAlone = usage;
    this.#count(keyOf(usage, total, tsMs, model), usage, tsMs, model, promptKey);
  }

  /**
   * Whether the newest counter said just that: a response may have moved the counter since (a kill, and a resume). Or one
   * before it: each of two terminals that have the thread open begins its turn with where its own counter stands.
   */
  #toldAgain(total: CodexUsage | null, last: CodexUsage | null): "newest" | "known" | null {
    if (total === null || last === null) return null;
    const counter = `${total.input + total.output}|${last.input + last.output}`;
    if (counter === this.#counters.at(-1)) return "newest";
    const isKnown = this.#counters.includes(counter);
    this.#counters.push(counter);
    if (this.#counters.length > KNOWN_COUNTERS) this.#counters.shift();
    return isKnown ? "known" : null;
  }

  /** Forgets the calls so far and answers how many they were; the counter goes on from where it is. */
  leaveOut(): number {
    this.endUnmeasured();
    this.#itemsFirst = null;
    this.#countedAlone = null;
    this.#repeated = null;
    return this.#calls.splice(0).length;
  }

  /** In the order of the file, from where reading was resumed; `toolKeys` are the agent's ids. */
  calls(): readonly KeyedLlmCall[] {
    this.endUnmeasured();
    this.#closeLast();
    return this.#calls.map((call) => ({
      key: call.key,
      replayKey: null,
      isSide: false,
      tsMs: call.tsMs,
      promptKey: call.promptKey,
      model: call.model,
      text: call.text,
      usage: call.usage === null ? null : disjoint(call.usage),
      toolKeys: call.toolKeys,
    }));
  }

  #count(
    key: string,
    usage: CodexUsage,
    tsMs: number | null,
    model: string | null,
    promptKey: string | null,
  ): void {
    if (this.#open?.promptKey !== promptKey) this.endUnmeasured();
    // Items before a prompt's first usage: a program that writes them first goes on with an older one's thread.
    if (this.#open !== null) this.#itemsFirst = true;
    const call = this.#open ?? { tsMs, promptKey, key, model, usage, ...EMPTY };
    [this.#open, this.#isAnswered] = [null, false];
    this.#push(Object.assign(call, { key, model, usage }));
  }

  /** Of the call before nothing more comes. */
  #push(call: Call): void {
    this.#closeLast();
    this.#calls.push(call);
  }

  #closeLast(): void {
    const last = this.#calls.at(-1);
    if (last === undefined || last.texts.length === 0) return;
    last.text = textOrNull(last.texts.join("\n"), this.#makeText);
    last.texts = [];
  }

  #openCall(tsMs: number | null, promptKey: string | null, model: string | null): Call {
    if (this.#isAnswered || this.#open?.promptKey !== promptKey) this.endUnmeasured();
    this.#open ??= { tsMs, promptKey, key: "", model, usage: null, ...EMPTY };
    return this.#open;
  }

  /**
   * An answer whose usage never came is a call without usage; one that said and did nothing is none. `turn` tells it from
   * one that said equally much, where no prompt does.
   */
  endUnmeasured(turn: string | null = null): void {
    const call = this.#open;
    [this.#open, this.#isAnswered] = [null, false];
    if (call === null || call.texts.length + call.toolKeys.length === 0) return;
    const asked = call.promptKey ?? turn;
    const key = `unmeasured:${call.tsMs}:${asked}:${call.toolKeys.join()}:${call.texts.join().length}`;
    this.#push(Object.assign(call, { key }));
  }
}

/** Copies of one event with its own time have the same key in any file. */
function keyOf(usage: CodexUsage, total: CodexUsage | null, tsMs: number | null, model: string | null): string {
  return [tsMs, model, usageKey(usage), total === null ? "" : usageKey(total)].join("|");
}
