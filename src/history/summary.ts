import { joinParts } from "../source/join.ts";
import type { KeyedLlmCall, KeyedPrompt, KeyedToolCall, SessionPart } from "../source/part.ts";
import { BilledCalls, unloggedTokens } from "../source/unlogged.ts";
import { type AskedOf, askedOf, AskedTally } from "../tagging/plan.ts";
import { answerQuestion, SHOWN_EVENTS } from "../tagging/question.ts";
import type { Agent, Session, SessionRole } from "../trace/session.ts";
import { addTokens, NO_TOKENS, type TokenUsage } from "../trace/tokens.ts";

/** What is counted of a session, and what its words are asked for: all that can be told without its events. */
export interface SessionSummary {
  readonly agent: Agent;
  readonly id: string;
  readonly role: SessionRole;
  readonly parentId: string | null;
  readonly model: string | null;
  readonly cwd: string | null;
  /** Absolute path of the file that holds it. */
  readonly file: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly prompts: number;
  readonly llmCalls: number;
  readonly callsWithoutUsage: number;
  readonly toolCalls: number;
  readonly tokens: TokenUsage;
  readonly unloggedTokens: number;
  readonly asked: AskedOf;
}

/** The sessions of a file as `joinParts` makes them of it alone, and how many copies it left out. */
export interface FileSummaries {
  readonly summaries: readonly SessionSummary[];
  readonly copiesDropped: number;
}

export function joinedSummaries(parts: readonly SessionPart[]): FileSummaries {
  const { sessions, copiesDropped } = joinParts(parts);
  return { summaries: sessions.map(summaryOf), copiesDropped };
}

/** Sums up a file as it comes, without joining it, where it tells one session: nearly always. */
export class SessionTally {
  #part: SessionPart | null = null;
  #isPlain = true;
  #tokens = NO_TOKENS;
  #callsWithoutUsage = 0;
  readonly #billed = new BilledCalls();
  readonly #asked = new AskedTally();
  readonly #times = { prompts: new Times(), llmCalls: new Times(), toolCalls: new Times() };
  readonly #named = new Earliest<KeyedLlmCall>(1);
  /** What its own word is asked for. */
  readonly #shown = {
    prompts: new Earliest<KeyedPrompt>(SHOWN_EVENTS),
    llmCalls: new Earliest<KeyedLlmCall>(1),
    toolCalls: new Earliest<KeyedToolCall>(SHOWN_EVENTS),
  };

  /** The next piece of it; the first `open` of its tool calls were told in the piece before. */
  add(part: SessionPart, open: number): void {
    const isOther = part.isRepeat || (this.#part !== null && this.#part.id !== part.id);
    if (part.holdsHistory || isOther) this.#isPlain = false;
    this.#part = part;
    if (!this.#isPlain) return;
    const times = this.#times;
    for (const prompt of part.prompts) {
      this.#shown.prompts.add(prompt, times.prompts.next(prompt.tsMs));
      this.#asked.prompt(prompt.text);
    }
    const tools = new Map<string, KeyedToolCall>();
    for (const [index, call] of part.toolCalls.entries()) {
      tools.set(call.key, call);
      if (index >= open) this.#shown.toolCalls.add(call, times.toolCalls.next(call.tsMs));
    }
    for (const call of part.llmCalls) {
      const atMs = times.llmCalls.next(call.tsMs);
      if (call.usage === null) this.#callsWithoutUsage++;
      else this.#tokens = addTokens(this.#tokens, call.usage);
      this.#billed.add(call);
      if (call.model !== null) this.#named.add(call, atMs);
      if (call.text !== null) this.#shown.llmCalls.add(call, atMs);
      this.#asked.llmCall(answerQuestion(call.text, call.toolKeys.flatMap((key) => tools.get(key) ?? [])));
    }
  }

  /** It needs no joining so far. */
  get isPlain(): boolean {
    return this.#isPlain;
  }

  /** null where it has to be joined. */
  end(): FileSummaries | null {
    const part = this.#part;
    if (!this.#isPlain) return null;
    if (part === null) return { summaries: [], copiesDropped: 0 };
    const { prompts: { count: prompts }, llmCalls: { count: llmCalls }, toolCalls: { count: toolCalls } } = this.#times;
    if (prompts + llmCalls + toolCalls === 0) return { summaries: [], copiesDropped: part.copiesLeftOut };
    const { agent, id, role, parentId, cwd, file, startMs, endMs, bills, title } = part;
    const { prompts: shownPrompts, llmCalls: shownCalls, toolCalls: shownTools } = this.#shown;
    const summary: SessionSummary = {
      ...{ agent, id, role, cwd, file, startMs, endMs, prompts, llmCalls, toolCalls },
      parentId: parentId === id ? null : parentId,
      model: this.#named.events()[0]?.model ?? null,
      callsWithoutUsage: this.#callsWithoutUsage,
      tokens: this.#tokens,
      unloggedTokens: unloggedTokens(bills, [], this.#billed),
      asked: this.#asked.of({
        title,
        prompts: shownPrompts.events(),
        llmCalls: shownCalls.events(),
        toolCalls: shownTools.events(),
      }),
    };
    return { summaries: [summary], copiesDropped: part.copiesLeftOut };
  }
}

/** The times of a session's events of one kind, in the order of its file. */
class Times {
  count = 0;
  #lastMs = -Infinity;

  /** An event without a time stays behind the event before it. */
  next(tsMs: number | null): number {
    this.count++;
    return this.#lastMs = tsMs ?? this.#lastMs;
  }
}

/** The first few events in time; of equal times the first one of the file. */
class Earliest<E> {
  readonly #most: number;
  readonly #first: { readonly event: E; readonly atMs: number }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(event: E, atMs: number): void {
    const place = 1 + this.#first.findLastIndex((known) => known.atMs <= atMs);
    if (place === this.#most) return;
    this.#first.splice(place, 0, { event, atMs });
    if (this.#first.length > this.#most) this.#first.pop();
  }

  events(): readonly E[] {
    return this.#first.map(({ event }) => event);
  }
}

function tokensOf(
  calls: readonly { readonly usage: TokenUsage | null }[],
): Pick<SessionSummary, "tokens" | "callsWithoutUsage"> {
  let tokens = NO_TOKENS;
  let callsWithoutUsage = 0;
  for (const { usage } of calls) {
    if (usage === null) callsWithoutUsage++;
    else tokens = addTokens(tokens, usage);
  }
  return { tokens, callsWithoutUsage };
}

export function summaryOf(session: Session): SessionSummary {
  const { tokens, callsWithoutUsage } = tokensOf(session.llmCalls);
  return {
    agent: session.agent,
    id: session.id,
    role: session.role,
    parentId: session.parentId,
    model: session.model,
    cwd: session.cwd,
    file: session.file,
    startMs: session.startMs,
    endMs: session.endMs,
    prompts: session.prompts.length,
    llmCalls: session.llmCalls.length,
    callsWithoutUsage,
    toolCalls: session.toolCalls.length,
    tokens,
    unloggedTokens: session.unloggedTokens,
    asked: askedOf(session),
  };
}
