import type { SessionRole, Text as LogText } from "../../trace/session.ts";
import { type TokenUsage, totalTokens } from "../../trace/tokens.ts";
import type { Bill, KeyedLlmCall, KeyedPrompt, SessionPart, TaskEnd } from "../part.ts";
import { type TextMaker, textOrNull } from "../text.ts";
import { type ToolDraft, withoutText } from "../tool_call.ts";
import type { UsageByModel } from "./usage.ts";

/** Titles, best first. */
export const TITLE_KINDS = ["custom-title", "ai-title", "agent-name", "summary"] as const;
export type TitleKind = typeof TITLE_KINDS[number];

/**
 * One LLM call while its file is read: its lines come one by one. Its list of tools is made anew by `concat` where it
 * grows: a list that grows in place takes room for 17.
 */
export interface CallDraft extends KeyedLlmCall {
  model: string | null;
  text: LogText | null;
  toolKeys: readonly string[];
  usage: TokenUsage | null;
  /**
   * Of the call's lines, so that a line that follows one of them is told to be of the same response; null where the id
   * alone tells.
   */
  readonly lines: Set<string> | null;
  /** How often the provider itself ran one of its tools for it, and how many of these its blocks tell. */
  requests: ReadonlyMap<string, number>;
  told: ReadonlyMap<string, number>;
}

/** Of a call for which the provider ran none of its tools. */
export const NO_REQUESTS: ReadonlyMap<string, number> = new Map();

/** Begins what a skill said, not that there is no such command, or none for a person. */
const SKILL_OUTPUT =
  /^<local-command-stdout>(?!Unknown (?:(?:slash )?command|skill): |This skill can only be invoked by Claude, )/;

/** An answer that a person cut, and that no bill holds. */
interface UnbilledAnswer {
  readonly tsMs: number | null;
  readonly model: string;
  readonly tokens: number;
}

/** A thread at a place of its file: JSON without any text of the log. */
export interface ThreadMark {
  readonly id: string;
  readonly role: SessionRole;
  readonly parentId: string | null;
  readonly spawnKey: string | null;
  readonly cwd: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly firstRecordMs: number | null;
  readonly forkOf: string | null;
  readonly bills: readonly Bill[];
  readonly unbilled: readonly UnbilledAnswer[];
  readonly taskEnds: readonly TaskEnd[];
  readonly promptKey: string | null;
  /** Hashes of titles. */
  readonly titles: readonly (readonly [TitleKind, string])[];
  readonly open: readonly ToolDraft[];
  /** Events so far. */
  readonly prompts: number;
  readonly llmCalls: number;
  readonly toolCalls: number;
  readonly openCalls: number;
}

/** A prompt that was taken out of the queue, of which a record may tell later. */
export interface TakenPrompt {
  readonly words: string;
  readonly tsMs: number | null;
}

/** A slash command that may be a prompt. */
interface SlashCommand extends Omit<KeyedPrompt, "text"> {
  readonly text: string;
  readonly promptId: string | null;
  /** Whether it is written as it was typed, not as a slash command's record. */
  readonly isPlain: boolean;
  readonly hasPrinted: boolean;
}

/** One session while its file is read: a main conversation, or a subagent's inside it. */
export class Thread {
  cwd: string | null = null;
  startMs: number | null = null;
  endMs: number | null = null;
  firstRecordMs: number | null = null;
  forkOf: string | null = null;
  bills: readonly Bill[] = [];
  /** In the order of the file: a bill is compared with those since its counter began. */
  unbilled: readonly UnbilledAnswer[] = [];
  /** Of tasks that no call of the file started. */
  readonly #taskEnds = new Map<string, TaskEnd>();
  /** What the program that ran it said of the whole, by model. */
  totals: UsageByModel | null = null;
  promptKey: string | null = null;
  /** The newest call, while more of its lines may come. */
  newestCall: CallDraft | null = null;
  /** Whether the newest line of a call tells why the answer ended. */
  hasEnded = false;
  /** A slash command of which it is not yet known whether the model was asked for it. */
  slash: SlashCommand | null = null;
  /** Prompts that were taken out of the queue: an attachment may tell them, up to the next response. */
  handed: TakenPrompt[] = [];
  /** Prompts that were taken out of the queue to begin a turn, until a record of the turn comes. */
  begun: TakenPrompt[] = [];
  /** Calls that may have been stopped while they ran, by their results, up to the next response. */
  mayBeStopped: ToolDraft[] = [];
  readonly calls = new Map<string, CallDraft>();
  /** Of ids that a gateway gave to responses, which it may give again: the calls with each. */
  readonly callsOf = new Map<string, CallDraft[]>();
  /** By key. */
  readonly tools = new Map<string, ToolDraft>();
  /** Of ids that a gateway gave to tool calls, which it may give again: the newest call with each. */
  readonly #newestTools = new Map<string, ToolDraft>();
  readonly #prompts: KeyedPrompt[] = [];
  /** How many prompts came before the newest call, and its key. */
  #answered = 0;
  #newestKey: string | null = null;
  #model: string | null = null;
  /** Texts are not held longer than they grow. */
  #speech: { readonly call: CallDraft; readonly texts: string[] } | null = null;
  readonly #titles = new Map<TitleKind, LogText>();
  /** How much of it came before the place where reading was resumed. */
  #before = { prompts: 0, llmCalls: 0, toolCalls: 0 };

  constructor(
    readonly id: string,
    readonly role: SessionRole,
    public parentId: string | null,
    readonly file: string,
    readonly spawnKey: string | null,
    readonly makeText: TextMaker,
  ) {}

  seen(tsMs: number | null): void {
    if (tsMs === null) return;
    this.firstRecordMs ??= tsMs;
    if (this.startMs === null || tsMs < this.startMs) this.startMs = tsMs;
    if (this.endMs === null || tsMs > this.endMs) this.endMs = tsMs;
    // A program that is left may write its bill twice.
    if (this.bills.at(-1)?.nextMs === null) {
      this.bills = this.bills.map((bill) => bill.nextMs === null ? { ...bill, nextMs: tsMs } : bill);
    }
  }

  /** A person cut this answer, and no bill of the version that wrote it holds it. */
  leaveUnbilled({ tsMs, model, usage }: CallDraft): void {
    // More than one record may tell it.
    this.hasEnded = true;
    if (usage !== null) this.unbilled = [...this.unbilled, { tsMs, model: model ?? "", tokens: totalTokens(usage) }];
  }

  /** What was billed so far, by a counter which began then and for so long as the program has run; null: not told. */
  bill(used: UsageByModel | null, counterMs: number | null, ranMs: number | null, isWhole = false): void {
    if (used === null) return;
    const known = [this.endMs, counterMs === null ? null : counterMs + (ranMs ?? 0)].filter((ms) => ms !== null);
    const tokens = new Map([...used].map(([model, usage]) => [model ?? "", totalTokens(usage)]));
    // Bills are compared with all answers.
    for (const answer of this.unbilled.filter(({ tsMs }) => (tsMs ?? 0) >= (counterMs ?? 0))) {
      const names = [...tokens.keys()];
      const name = names.find((name) => name.startsWith(answer.model) || answer.model.startsWith(name)) ?? names[0];
      if (name !== undefined) tokens.set(name, (tokens.get(name) ?? 0) + answer.tokens);
    }
    const tsMs = known.length === 0 ? null : Math.max(...known);
    const bill: Bill = { counterMs, ranMs, tsMs, nextMs: null, tokens: [...tokens], ...(isWhole ? { isWhole } : {}) };
    this.bills = counterMs === null ? [bill] : [...this.bills, bill];
  }

  /** Tasks have ended that no call of the file started; each may be told more than once. */
  endTasks(ends: readonly TaskEnd[]): void {
    for (const end of ends) {
      if (!this.#taskEnds.has(end.toolKey)) this.#taskEnds.set(end.toolKey, end);
    }
  }

  prompt(key: string, text: string, tsMs: number | null): void {
    this.#prompts.push({ key, tsMs, text: this.makeText(text) });
    this.promptKey = key;
  }

  /** The model was asked something for the slash command that waits: it is a prompt. */
  acceptSlash(): void {
    if (this.slash !== null) this.prompt(this.slash.key, this.slash.text, this.slash.tsMs);
    this.slash = null;
  }

  /**
   * The slash command that waits printed something. One that is written as it was typed is a skill on which a subagent
   * worked; of any other only an expansion can still tell that the model was asked.
   */
  slashPrinted(output: string): void {
    if (this.slash === null) return;
    if (this.slash.isPlain && SKILL_OUTPUT.test(output)) this.acceptSlash();
    else this.slash = { ...this.slash, hasPrinted: true };
  }

  /**
   * Knows prompts by the answers beside them: the newest one by the response that it gets now, if it gets any; others
   * that no call has followed by the call before them.
   */
  keyPrompts(response: string | null): void {
    for (const [index, prompt] of this.#prompts.slice(this.#answered).entries()) {
      const place = this.#answered + index;
      const isAnswered = response !== null && place === this.#prompts.length - 1;
      const before = this.#newestKey === null ? prompt.key : `${this.#newestKey}:${index}:${prompt.text.sha256}`;
      this.promptKey = isAnswered ? `${response}:prompt` : before;
      this.#prompts[place] = { ...prompt, key: this.promptKey };
    }
  }

  addCall(call: CallDraft): void {
    this.mayBeStopped = [];
    this.#answered = this.#prompts.length;
    this.#newestKey = call.key;
    this.calls.set(call.key, call);
    if (call.replayKey === null) return;
    const same = this.callsOf.get(call.replayKey);
    if (same === undefined) this.callsOf.set(call.replayKey, [call]);
    else same.push(call);
  }

  addTool(draft: ToolDraft): void {
    this.tools.set(draft.key, draft);
    if (draft.key !== draft.callId) this.#newestTools.set(draft.callId, draft);
  }

  /** The tool call that a result names. */
  toolOf(id: string): ToolDraft | undefined {
    return this.tools.get(id) ?? this.#newestTools.get(id);
  }

  /** The string of the call before where it is equal: each line brings a new one. */
  sameModel(model: string | null): string | null {
    return this.#model = this.#model === model ? this.#model : model;
  }

  /** What the model says in a line of a call; it goes on until another call says something. */
  say(call: CallDraft, words: string): void {
    if (this.#speech?.call !== call) {
      this.#endSpeech();
      this.#speech = { call, texts: [] };
    }
    this.#speech.texts.push(words);
  }

  #endSpeech(): void {
    if (this.#speech === null) return;
    const { call, texts } = this.#speech;
    call.text ??= textOrNull(texts.join("\n"), this.makeText);
    this.#speech = null;
  }

  title(kind: TitleKind, words: string | null): void {
    if (words !== null && words.trim() !== "") this.#titles.set(kind, this.makeText(words));
  }

  /** Whether it has no event. */
  isEmpty(): boolean {
    const { prompts, llmCalls, toolCalls } = this.#before;
    return prompts + llmCalls + toolCalls + this.#prompts.length + this.calls.size + this.tools.size === 0;
  }

  /** What of it must be known to go on from here; `open`: its calls whose results may still come. */
  mark(open: readonly ToolDraft[]): ThreadMark {
    const { id, role, parentId, spawnKey, cwd, startMs, endMs, firstRecordMs, forkOf, promptKey } = this;
    return {
      ...{ id, role, parentId, spawnKey, cwd, startMs, endMs, firstRecordMs, forkOf, promptKey },
      bills: this.bills,
      unbilled: this.unbilled,
      taskEnds: [...this.#taskEnds.values()],
      titles: [...this.#titles].map(([kind, { sha256 }]) => [kind, sha256]),
      open: open.map(withoutText),
      prompts: this.#before.prompts + this.#prompts.length,
      llmCalls: this.#before.llmCalls + this.calls.size,
      toolCalls: this.#before.toolCalls + this.tools.size,
      openCalls: open.length,
    };
  }

  static resumed(mark: ThreadMark, file: string, makeText: TextMaker): Thread {
    const thread = new Thread(mark.id, mark.role, mark.parentId, file, mark.spawnKey, makeText);
    const { cwd, startMs, endMs, firstRecordMs, forkOf, bills, unbilled, promptKey, prompts, llmCalls } = mark;
    Object.assign(thread, { cwd, startMs, endMs, firstRecordMs, forkOf, bills, unbilled, promptKey });
    thread.endTasks(mark.taskEnds);
    for (const [kind, sha256] of mark.titles) thread.#titles.set(kind, { sha256, excerpt: null });
    for (const draft of mark.open) thread.addTool(draft);
    // Open calls are told again with what came since: they are not counted twice.
    thread.#before = { prompts, llmCalls, toolCalls: mark.toolCalls - mark.open.length };
    return thread;
  }

  /** Its calls; what is known of the whole, where no usage of a call is, is one for each model. */
  #measuredCalls(): readonly CallDraft[] {
    const calls = [...this.calls.values()];
    if (this.totals === null) return calls;
    const { id, promptKey } = this;
    const tsMs = this.bills.at(-1)?.tsMs ?? this.endMs;
    const totals = [...this.totals].map(([model, usage]): CallDraft => {
      const key = `${id} ${model} total`;
      return {
        ...{ key, replayKey: null, isSide: false, tsMs, promptKey, model, usage },
        ...{ text: null, toolKeys: [], lines: null, requests: NO_REQUESTS, told: NO_REQUESTS },
      };
    });
    return [...calls.filter((call) => call.text !== null || call.toolKeys.length > 0), ...totals];
  }

  part(): SessionPart {
    this.#endSpeech();
    const title = TITLE_KINDS.map((kind) => this.#titles.get(kind)).find((title) => title !== undefined) ?? null;
    return {
      agent: "claude",
      id: this.id,
      role: this.role,
      parentId: this.parentId,
      spawnKey: this.spawnKey,
      file: this.file,
      cwd: this.cwd,
      title,
      forkOf: this.forkOf,
      holdsHistory: false,
      copiesLeftOut: 0,
      startMs: this.startMs,
      endMs: this.endMs,
      firstRecordMs: this.firstRecordMs,
      prompts: this.#prompts,
      llmCalls: this.#measuredCalls(),
      toolCalls: [...this.tools.values()],
      bills: this.bills,
      ...(this.#taskEnds.size > 0 ? { taskEnds: [...this.#taskEnds.values()] } : {}),
    };
  }
}
