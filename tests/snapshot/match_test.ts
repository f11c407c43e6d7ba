import { deepEqual } from "node:assert/strict";
import { matchRows } from "../../src/snapshot/match.ts";
import { agentSightSessionId } from "../../src/trace/agent_sight_id.ts";
import type { ToolCall } from "../../src/trace/session.ts";
import { callRow, session, snapshotOf, T0, toolCall } from "./sample.ts";

type Row = Readonly<Record<string, unknown>>;

/** Which row (`id@time`) is matched with which call. */
function matchesOf(calls: readonly ToolCall[], rows: readonly Row[]): readonly string[] {
  return matchRows([session(calls)], snapshotOf({ tool_calls: rows }).tool_calls)
    .map(({ row, call }) => `${row.id} ${call.callId}`).toSorted();
}

const calls = [
  toolCall({ callId: "a", tsMs: T0 }),
  toolCall({ callId: "b", tsMs: T0 + 1000 }),
  toolCall({ callId: "c", tsMs: T0 + 60_000 }),
  toolCall({ callId: "r", tsMs: T0 + 1000, toolName: "Read" }),
];
const row = (id: string, at: number, members: Row = {}) => callRow({ id, timestamp_ms: T0 + at, ...members });

const CASES: readonly (readonly [string, readonly Row[], readonly string[]])[] = [
  ["a call by its id, whatever the time", [row("c", -9_000_000, { tool_name: "Other" })], ["c c"]],
  ["a call by its id under AgentSight's own", [row("x", 0, { tool_call_id: "b" })], ["x b"]],
  ["a call by its id alone where no session is named", [row("b", 0, { session_id: null })], ["b b"]],
  ["nothing by tool and time where no session is named", [row("x", 0, { session_id: null })], []],
  ["nothing in a session that was not read", [row("a", 0, { session_id: "another" })], []],
  ["an unknown id by tool and nearest time", [row("x", 900)], ["x b"]],
  ["the tool that has the name", [row("x", 900, { tool_name: "Read" })], ["x r"]],
  ["nothing without a tool's name", [row("x", 900, { tool_name: null })], []],
  ["a call 5 s apart", [row("x", 65_000)], ["x c"]],
  ["no call more than 5 s apart", [row("x", 65_001)], []],
  ["a call once", [row("x", 60_000), row("y", 60_001)], ["x c"]],
  ["a row once", [row("x", 500)], ["x a"]],
  ["rows and calls of one order in that order", [row("x", 10), row("y", 1010), row("z", 60_010)], [
    "x a",
    "y b",
    "z c",
  ]],
  ["no far call where another row is nearer to the near one", [row("x", 58_000), row("y", 60_100)], ["y c"]],
  ["the id first, then time among what is left", [row("a", 1000), row("x", 999)], ["a a", "x b"]],
  ["one row where two have the id, the one that knows the process", [
    row("a", 0, { related_pid: null }),
    row("z", 0, { tool_call_id: "a" }),
  ], ["z a"]],
];
for (const [what, rows, expected] of CASES) {
  Deno.test(`matchRows() finds ${what}`, () => deepEqual(matchesOf(calls, rows), expected));
}

Deno.test("matchRows() knows a session by its AgentSight id", () => {
  const one = session([toolCall({ callId: "a" })]);
  const rows = [row("a", 0, { session_id: agentSightSessionId(one) })];
  deepEqual(matchRows([one], snapshotOf({ tool_calls: rows }).tool_calls).map(({ call }) => call.callId), ["a"]);
});

Deno.test("matchRows() pairs calls of one time in their order", () => {
  const same = ["a", "b", "c"].map((callId) => toolCall({ callId }));
  deepEqual(matchesOf(same, [row("x", 3), row("y", 3), row("z", 3)]), ["x a", "y b", "z c"]);
});

Deno.test("matchRows() passes by calls without a time", () => {
  deepEqual(matchesOf([toolCall({ callId: "a", tsMs: null })], [row("x", 0)]), []);
});
