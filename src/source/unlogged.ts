import type { Session } from "../trace/session.ts";
import { totalTokens } from "../trace/tokens.ts";
import type { KeyedLlmCall, SessionPart } from "./part.ts";

/** A call that stands in a log, and the session whose it is. */
export interface LoggedCall {
  readonly session: string;
  readonly call: KeyedLlmCall;
}

/**
 * Gives sessions what was billed for them and no log holds: the agent's bill of each, less what calls up to that bill
 * used: its own and copies, its subagents', and, as a fork goes on with the bill of what it copied from, what else was billed there: what was unlogged
 * already, and the subagents that had begun before the fork. `callOf` tells what became of a part's call.
 */
export function withUnlogged(
  sessions: readonly Session[],
  parts: readonly SessionPart[],
  callOf: (call: KeyedLlmCall) => LoggedCall | undefined,
): readonly Session[] {
  const partsOf = Map.groupBy(parts, ({ id }) => id);
  const children = Map.groupBy(sessions.filter(({ parentId }) => parentId !== null), ({ parentId }) => parentId);
  const known = new Map<string, number>();
  return sessions.map((session) => ({ ...session, unloggedTokens: unloggedOf(session.id) }));

  function unloggedOf(id: string): number {
    const found = known.get(id);
    if (found !== undefined) return found;
    // Until it is known, for sessions that copied from each other.
    known.set(id, 0);
    const billed = (partsOf.get(id) ?? []).findLast(({ billedTokens }) => billedTokens !== null);
    const bill = billed?.billedTokens ?? 0;
    const unlogged = bill === 0 ? 0 : Math.max(0, bill - billedElsewhere(id, billed?.billedMs ?? Infinity));
    known.set(id, unlogged);
    return unlogged;
  }

  /** All of a session's bill that a log holds up to its time, or that was unlogged before. */
  function billedElsewhere(id: string, billedMs: number): number {
    const below = withSubagents([id]);
    const own = callsOf([id]);
    const sources = new Set(own.map(({ session }) => session).filter((session) => !below.has(session)));
    const forkMs = Math.min(...own.flatMap(({ session, call }) => session === id ? call.tsMs ?? [] : []));
    const earlier = [...sources].flatMap((source) => children.get(source) ?? [])
      .filter(({ startMs }) => startMs === null || startMs <= forkMs).map((child) => child.id);
    const calls = callsOf([...below, ...withSubagents(earlier)]).filter(({ call }) => (call.tsMs ?? 0) <= billedMs);
    const logged = new Map(calls.map(({ call }) => [call.key, call]));
    const tokens = logged.values().reduce((sum, { usage }) => sum + (usage === null ? 0 : totalTokens(usage)), 0);
    return sources.values().reduce((sum, source) => sum + unloggedOf(source), tokens);
  }

  function callsOf(ids: readonly string[]): readonly LoggedCall[] {
    return ids.flatMap((id) => partsOf.get(id) ?? []).flatMap(({ llmCalls }) =>
      llmCalls.flatMap((call) => callOf(call) ?? [])
    );
  }

  function withSubagents(ids: readonly string[]): ReadonlySet<string> {
    const all = new Set(ids);
    for (const id of all) for (const child of children.get(id) ?? []) all.add(child.id);
    return all;
  }
}
