import { type AskedOf, askedOf } from "../tagging/plan.ts";
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

export function summaryOf(session: Session): SessionSummary {
  let tokens = NO_TOKENS;
  let callsWithoutUsage = 0;
  for (const { usage } of session.llmCalls) {
    if (usage === null) callsWithoutUsage++;
    else tokens = addTokens(tokens, usage);
  }
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
