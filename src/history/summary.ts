import { joinParts } from "../source/join.ts";
import type { KeyedLlmCall, KeyedPrompt, KeyedToolCall, SessionPart } from "../source/part.ts";
import { type BilledCall, billedCall, unloggedTokens } from "../source/unlogged.ts";
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

/**
 * Sums up a file as it comes, without joining it, where it tells one session and its events in order of time: nearly
 * always.
 */
export class SessionTally {
  #part: SessionPart | null = null;
  #isPlain = true;
  #tokens = NO_TOKENS;
  #callsWithoutUsage = 0;
  readonly #billed: BilledCall[] = [];
  #model: string | null = null;
  readonly #counts = { prompts: 0, llmCalls: 0, toolCalls: 0 };
  readonly #lastMs = { prompts: -Infinity, llmCalls: -Infinity, toolCalls: -Infinity };
  readonly #asked = new AskedTally();
  /** What its own word is asked for. */
  readonly #shown: { prompts: KeyedPrompt[]; llmCalls: KeyedLlmCall[]; toolCalls: KeyedToolCall[] } = {
    prompts: [],
    llmCalls: [],
    toolCalls: [],
  };

  /** The next piece of it; the first `open` of its tool calls were told in the piece before. */
  add(part: SessionPart, open: number): void {
    const isOther = part.isRepeat || (this.#part !== null && this.#part.id !== part.id);
    if (part.holdsHistory || isOther) this.#isPlain = false;
    this.#part = part;
    if (!this.#isPlain) return;
    for (const prompt of part.prompts) {
      this.#count("prompts", prompt);
      this.#asked.prompt(prompt.text);
      if (this.#shown.prompts.length < SHOWN_EVENTS) this.#shown.prompts.push(prompt);
    }
    const tools = new Map<string, KeyedToolCall>();
    for (const [index, call] of part.toolCalls.entries()) {
      tools.set(call.key, call);
      if (index < open) continue;
      this.#count("toolCalls", call);
      if (this.#shown.toolCalls.length < SHOWN_EVENTS) this.#shown.toolCalls.push(call);
    }
    for (const call of part.llmCalls) {
      this.#count("llmCalls", call);
      if (call.usage === null) this.#callsWithoutUsage++;
      else this.#tokens = addTokens(this.#tokens, call.usage);
      this.#billed.push(billedCall(call));
      this.#model ??= call.model;
      if (call.text !== null && this.#shown.llmCalls.length === 0) this.#shown.llmCalls.push(call);
      this.#asked.llmCall(answerQuestion(call.text, call.toolKeys.flatMap((key) => tools.get(key) ?? [])));
    }
  }

  #count(list: "prompts" | "llmCalls" | "toolCalls", { tsMs }: { readonly tsMs: number | null }): void {
    this.#counts[list]++;
    if (tsMs === null) return;
    if (tsMs < this.#lastMs[list]) this.#isPlain = false;
    this.#lastMs[list] = tsMs;
  }

  /** null where it has to be joined. */
  end(): FileSummaries | null {
    const part = this.#part;
    if (!this.#isPlain) return null;
    if (part === null) return { summaries: [], copiesDropped: 0 };
    const { prompts, llmCalls, toolCalls } = this.#counts;
    if (prompts + llmCalls + toolCalls === 0) return { summaries: [], copiesDropped: part.copiesLeftOut };
    const { agent, id, role, parentId, cwd, file, startMs, endMs, bills, title } = part;
    const summary: SessionSummary = {
      ...{ agent, id, role, cwd, file, startMs, endMs, prompts, llmCalls, toolCalls },
      parentId: parentId === id ? null : parentId,
      model: this.#model,
      callsWithoutUsage: this.#callsWithoutUsage,
      tokens: this.#tokens,
      unloggedTokens: unloggedTokens(bills, [], this.#billed),
      asked: this.#asked.of({ title, ...this.#shown }),
    };
    return { summaries: [summary], copiesDropped: part.copiesLeftOut };
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
