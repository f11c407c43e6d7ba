/** Traps of Codex' logs, each as the smallest log that shows it; cut from runs of the version named. */
import assert from "node:assert/strict";
import type { Session } from "../../src/trace/session.ts";
import { readRecordsOf } from "../support/read.ts";

const at = (second: number) => `2026-11-20T10:00:${String(second).padStart(2, "0")}.000Z`;
/** An id of version 7 with its time in it: ids of later seconds are larger. */
const id = (second: number) => `019a0000-00${String(second).padStart(2, "0")}-7000-8000-000000000000`;
const meta = (second: number, thread: string, more: object = {}) => ({
  timestamp: at(second),
  type: "session_meta",
  payload: { id: thread, cwd: "/p", ...more },
});
const event = (second: number, type: string, more: object = {}) => ({
  timestamp: at(second),
  type: "event_msg",
  payload: { type, ...more },
});
const item = (second: number, type: string, more: object) => ({
  timestamp: at(second),
  type: "response_item",
  payload: { type, ...more },
});
const user = (second: number, message: string) => event(second, "user_message", { message });
const said = (second: number, text: string) =>
  item(second, "message", { role: "assistant", content: [{ type: "output_text", text }] });
const used = (second: number, total: number, last: number) =>
  event(second, "token_count", {
    info: {
      total_token_usage: { input_tokens: total, output_tokens: 1 },
      last_token_usage: { input_tokens: last, output_tokens: 1 },
    },
  });
const exec = (second: number, call: string) =>
  item(second, "function_call", { name: "exec_command", call_id: call, arguments: '{"cmd":"ls"}' });

const byId = (sessions: readonly Session[], id: string) => sessions.find((session) => session.id === id);
const calls = (session: Session | undefined) =>
  session?.llmCalls.map((call) => [call.usage?.input, call.toolCalls.length, call.text?.excerpt ?? null]);

Deno.test("0.120: a forked subagent's own turn is the one whose id is not older than the thread", () => {
  const [parent, child] = [id(10), id(20)];
  const { sessions, counts } = readRecordsOf({
    "/parent.jsonl": [
      meta(10, parent),
      event(11, "task_started", { turn_id: id(11) }),
      user(11, "one"),
      exec(12, "call_aaaaaaaaaaaaaaaa"),
      used(13, 100, 100),
    ],
    // The history is stamped anew, without calls; then the counter is told once more.
    "/child.jsonl": [
      meta(20, child, { forked_from_id: parent, source: { subagent: { thread_spawn: { parent_thread_id: parent } } } }),
      meta(20, parent),
      event(20, "task_started", { turn_id: id(11) }),
      user(20, "one"),
      used(20, 100, 100),
      event(21, "task_started", { turn_id: id(21) }),
      user(21, "look"),
      used(21, 100, 100),
      exec(22, "call_bbbbbbbbbbbbbbbb"),
      used(22, 300, 200),
      said(23, "found"),
      used(23, 450, 150),
    ],
  });
  const session = byId(sessions, child);
  assert.deepEqual([session?.parentId, session?.prompts.map((prompt) => prompt.text.excerpt)], [parent, ["look"]]);
  assert.deepEqual(calls(session), [[200, 1, null], [150, 0, "found"]]);
  assert.equal(counts.copiesDropped, 2);
});

Deno.test("0.80: a review's prompt is its own thread's alone, and the thread that asked for it is its parent", () => {
  const { sessions } = readRecordsOf({
    "/outer.jsonl": [
      meta(1, "outer"),
      event(2, "entered_review_mode"),
      user(3, "Review the changes"),
      user(3, "Review the changes"),
      event(9, "exited_review_mode"),
      said(9, "fine"),
      event(10, "task_complete"),
      user(20, "and now fix it"),
      said(21, "done"),
    ],
    "/inner.jsonl": [
      meta(2, "inner", { source: { subagent: "review" } }),
      user(3, "Review the changes"),
      said(8, "fine"),
      used(8, 100, 100),
    ],
  });
  assert.deepEqual(
    sessions.map((
      one,
    ) => [one.id, one.parentId, one.prompts.map((prompt) => prompt.text.excerpt), one.llmCalls.length]),
    [["outer", null, ["and now fix it"], 1], ["inner", "outer", ["Review the changes"], 1]],
  );
});
