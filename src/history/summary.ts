import { eventCount, isInTime, joinParts } from "../source/join.ts";
import type { SessionPart } from "../source/part.ts";
import { askedFor, type AskedOf, askedOf } from "../tagging/plan.ts";
import { answerQuestion } from "../tagging/question.ts";
import { numbersOf } from "../trace/hash.ts";
import type { Agent, Session, SessionRole } from "../trace/session.ts";
import { addTokens, NO_TOKENS, type TokenUsage, totalTokens } from "../trace/tokens.ts";

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

/**
 * The summaries of a file's sessions, as `joinParts` would make them of it alone, and without making them where the
 * file tells one session, each event once and in order of time: nearly always.
 */
export function summariesOf(parts: readonly SessionPart[]): {
  readonly summaries: readonly SessionSummary[];
  readonly copiesDropped: number;
} {
  const [part] = parts;
  if (part !== undefined && parts.length === 1 && isPlain(part)) {
    return { summaries: eventCount(part) > 0 ? [summaryOfPart(part)] : [], copiesDropped: part.copiesLeftOut };
  }
  const { sessions, copiesDropped } = joinParts(parts);
  return { summaries: sessions.map(summaryOf), copiesDropped };
}

function isPlain({ holdsHistory, prompts, llmCalls, toolCalls }: SessionPart): boolean {
  return !holdsHistory && [prompts, llmCalls, toolCalls].every(isInTime) &&
    [prompts, llmCalls, toolCalls].every((events) => areOnce(events.length, events.values().map(({ key }) => key))) &&
    areOnce(llmCalls.length, llmCalls.values().map(({ replayKey, key }) => replayKey ?? key));
}

/** Of different keys with one number it says false, which only costs the time to join them. */
function areOnce(count: number, keys: Iterable<string>): boolean {
  return numbersOf(keys).length === count;
}

function summaryOfPart(part: SessionPart): SessionSummary {
  const { agent, id, role, cwd, file, startMs, endMs, llmCalls, toolCalls } = part;
  const tools = new Map(toolCalls.map((call) => [call.key, call]));
  const { tokens, callsWithoutUsage } = tokensOf(llmCalls);
  return {
    ...{ agent, id, role, cwd, file, startMs, endMs, tokens, callsWithoutUsage },
    parentId: part.parentId === id ? null : part.parentId,
    model: llmCalls.find((call) => call.model !== null)?.model ?? null,
    prompts: part.prompts.length,
    llmCalls: llmCalls.length,
    toolCalls: toolCalls.length,
    unloggedTokens: part.billedTokens === null ? 0 : Math.max(0, part.billedTokens - totalTokens(tokens)),
    asked: askedFor(
      part,
      llmCalls.values().map(({ text, toolKeys }) =>
        answerQuestion(text, toolKeys.flatMap((key) => tools.get(key) ?? []))
      ),
    ),
  };
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
