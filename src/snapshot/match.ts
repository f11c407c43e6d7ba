import { agentSightSessionId } from "../trace/agent_sight_id.ts";
import type { Session, ToolCall } from "../trace/session.ts";
import type { ToolCallRow } from "./schema.ts";

/** Two clocks tell of one call at times that are at most so far apart (contract §7). */
const MAX_APART_MS = 5000;

/** A row of a snapshot and the tool call that it tells of. */
export interface Match {
  readonly row: ToolCallRow;
  readonly call: ToolCall;
}

/**
 * Which tool call each row tells of (contract §7): in the session with the row's id or AgentSight id the call with its
 * call id; where no call has that id, the call of its tool nearest in time, at most 5 s apart, if the row is the
 * nearest to that call too. A row that names no session is known by its call id alone. Each row and each call is
 * matched at most once.
 */
export function matchRows(sessions: readonly Session[], rows: readonly ToolCallRow[]): readonly Match[] {
  const known = knownCalls(sessions);
  const matches: Match[] = [];
  const taken = new Set<ToolCall>();
  const match = (row: ToolCallRow, call: ToolCall): void => {
    matches.push({ row, call });
    taken.add(call);
  };
  const unnamed: ToolCallRow[] = [];
  // Where two rows tell of one call, the one that knows the process tells more.
  for (const row of rows.toSorted((a, b) => Number(a.related_pid === null) - Number(b.related_pid === null))) {
    const calls = callsWithId(known, row);
    // From the end, so that many rows of one id take many calls of that id in no more steps than there are calls.
    let call = calls?.pop();
    while (call !== undefined && taken.has(call)) call = calls?.pop();
    if (call !== undefined) match(row, call);
    else if (calls === undefined) unnamed.push(row);
  }
  for (const [key, group] of Map.groupBy(unnamed, (row) => keyOf(row.session_id, row.tool_name))) {
    const calls = known.byTool.get(key)?.filter((call) => !taken.has(call)) ?? [];
    for (const pair of nearestPairs(group, calls)) match(pair.row, pair.call);
  }
  return matches;
}

interface KnownCalls {
  /** By session id or AgentSight id, and call id; also by call id alone. Last call first; taken calls leave it. */
  readonly byId: ReadonlyMap<string, ToolCall[]>;
  /** By session id or AgentSight id, and tool name. */
  readonly byTool: ReadonlyMap<string, readonly ToolCall[]>;
}

function knownCalls(sessions: readonly Session[]): KnownCalls {
  const byId = new Map<string, ToolCall[]>();
  const byTool = new Map<string, ToolCall[]>();
  for (const session of sessions) {
    for (const id of new Set([session.id, agentSightSessionId(session), null])) {
      for (const call of session.toolCalls) {
        add(byId, keyOf(id, call.callId), call);
        if (id !== null) add(byTool, keyOf(id, call.toolName), call);
      }
    }
  }
  for (const calls of byId.values()) calls.reverse();
  return { byId, byTool };
}

function callsWithId({ byId }: KnownCalls, { session_id, id, tool_call_id }: ToolCallRow): ToolCall[] | undefined {
  const ofOwnId = byId.get(keyOf(session_id, id));
  return ofOwnId ?? (tool_call_id === null ? undefined : byId.get(keyOf(session_id, tool_call_id)));
}

function keyOf(session: string | null, name: string | null): string {
  return JSON.stringify([session, name]);
}

function add(calls: Map<string, ToolCall[]>, key: string, call: ToolCall): void {
  const list = calls.get(key);
  if (list === undefined) calls.set(key, [call]);
  else list.push(call);
}

/** Pairs of which each half is nearest to the other; of equal times in their order. */
function nearestPairs(rows: readonly ToolCallRow[], calls: readonly ToolCall[]): readonly Match[] {
  const theirs = rows.toSorted((a, b) => a.timestamp_ms - b.timestamp_ms);
  const ours = calls.flatMap((call) => call.tsMs === null ? [] : [{ call, tsMs: call.tsMs }])
    .sort((a, b) => a.tsMs - b.tsMs);
  const pairs: Match[] = [];
  for (let i = 0, j = 0; i < theirs.length && j < ours.length;) {
    const [row, nextRow] = [theirs[i], theirs[i + 1]];
    const [one, nextOne] = [ours[j], ours[j + 1]];
    if (row === undefined || one === undefined) break;
    const apart = Math.abs(row.timestamp_ms - one.tsMs);
    if (nextOne !== undefined && Math.abs(row.timestamp_ms - nextOne.tsMs) < apart) j++;
    else if (nextRow !== undefined && Math.abs(nextRow.timestamp_ms - one.tsMs) < apart) i++;
    else if (apart <= MAX_APART_MS) {
      pairs.push({ row, call: one.call });
      i++;
      j++;
    } else if (row.timestamp_ms < one.tsMs) i++;
    else j++;
  }
  return pairs;
}
