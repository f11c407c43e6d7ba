/** Traps of Codex' logs, each as the smallest log that shows it; cut from runs of the version named. */
import assert from "node:assert/strict";
import type { Session } from "../../src/trace/session.ts";
import { unpack } from "../../src/history/pack.ts";
import { readFile } from "../../src/history/read_file.ts";
import { memoryHost } from "../support/memory_host.ts";
import { jsonl, readRecordsOf } from "../support/read.ts";

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
/** What a person typed, as an item tells it. */
const typed = (second: number, words: string) =>
  event(second, "item_completed", { item: { type: "UserMessage", content: [{ type: "text", text: words }] } });
const said = (second: number, text: string) =>
  item(second, "message", { role: "assistant", content: [{ type: "output_text", text }] });
const toModel = (second: number, words: string) =>
  item(second, "message", { role: "user", content: [{ type: "input_text", text: words }] });
const used = (second: number, total: number, last: number) =>
  event(second, "token_count", {
    info: {
      total_token_usage: { input_tokens: total, output_tokens: 1 },
      last_token_usage: { input_tokens: last, output_tokens: 1 },
    },
  });
const responded = (second: number, response: string, total: number | null, input: number) => ({
  timestamp: at(second),
  type: "token_usage_record",
  payload: {
    response_id: response,
    usage: { input_tokens: input, output_tokens: 1 },
    ...(total === null ? {} : { thread_token_usage: { input_tokens: total, output_tokens: 1 } }),
  },
});
const exec = (second: number, call: string) =>
  item(second, "function_call", { name: "exec_command", call_id: call, arguments: '{"cmd":"ls"}' });

/** A script of code mode, what it ran as items tell it, and its output. */
const script = (second: number, call: string) =>
  item(second, "custom_tool_call", { name: "exec", call_id: call, input: "await tools.exec_command({})" });
const ran = (second: number, id: string, line: string, exitCode: number, more: object = {}) =>
  event(second, "item_completed", {
    item: { type: "CommandExecution", id, command: ["/bin/bash", "-lc", line], exit_code: exitCode, ...more },
  });
const printed = (second: number, call: string, output: string) =>
  item(second, "custom_tool_call_output", { call_id: call, output: [{ type: "input_text", text: output }] });
const COMPLETED = "Script completed\nWall time 0.1 seconds\nOutput:\n";

const byId = (sessions: readonly Session[], id: string) => sessions.find((session) => session.id === id);
const tools = (sessions: readonly Session[]) =>
  sessions.flatMap(({ toolCalls }) => toolCalls.map((call) => [call.command?.excerpt ?? null, call.status]));
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

Deno.test("0.87: a fork names the thread that it copied in a copied record alone", () => {
  const original = (second: number) => [
    ...[user(second, "one"), exec(second, "call_aaaaaaaaaaaaaaaa"), used(second, 100, 100)],
    ...[said(second, "a"), used(second, 300, 200)],
  ];
  const { sessions } = readRecordsOf({
    "/parent.jsonl": [meta(1, "parent"), ...original(2)],
    // Its first answer comes at once.
    "/fork.jsonl": [
      ...[meta(9, "fork"), meta(9, "parent"), ...original(9)],
      ...[user(9, "two"), exec(9, "call_bbbbbbbbbbbbbbbb"), used(9, 600, 300)],
    ],
  });
  assert.deepEqual(calls(byId(sessions, "parent")), [[100, 1, null], [200, 0, "a"]]);
  assert.deepEqual(calls(byId(sessions, "fork")), [[300, 1, null]]);
  assert.deepEqual(byId(sessions, "fork")?.prompts.map(({ text }) => text.excerpt), ["two"]);
});

Deno.test("0.147: a subagent's copy of its parent names neither the parent's record nor its turns", () => {
  const [parent, child] = [id(10), id(20)];
  const { sessions, counts } = readRecordsOf({
    "/parent.jsonl": [
      ...[meta(10, parent), event(11, "task_started", { turn_id: id(11) }), user(11, "one")],
      ...[exec(12, "call_aaaaaaaaaaaaaaaa"), used(13, 100, 100)],
      ...[exec(14, "call_bbbbbbbbbbbbbbbb"), used(15, 300, 200)],
    ],
    "/child.jsonl": [
      meta(20, child, { forked_from_id: parent, source: { subagent: { thread_spawn: { parent_thread_id: parent } } } }),
      ...[user(20, "one"), used(20, 100, 100), used(20, 300, 200)],
      event(21, "task_started", { turn_id: id(21) }),
      { timestamp: at(21), type: "inter_agent_communication_metadata", payload: { trigger_turn: true } },
      item(21, "agent_message", { content: [{ type: "input_text", text: "Payload:\nlist the files" }] }),
      ...[exec(22, "call_cccccccccccccccc"), used(23, 600, 300)],
    ],
  });
  assert.deepEqual(calls(byId(sessions, child)), [[300, 1, null]]);
  assert.deepEqual(byId(sessions, child)?.prompts.map(({ text }) => text.excerpt), ["list the files"]);
  assert.equal(counts.copiesDropped, 3);
});

Deno.test("0.165: a fork whose records were written anew tells its history by turns that are not its own alone", () => {
  const [parent, child] = [id(10), id(20)];
  for (const [first, own] of [[id(11), id(21)], ["rollout-4", "rollout-9"]] as const) {
    const history = (second: (told: number) => number) => [
      event(second(11), "task_started", { turn_id: first }),
      user(second(11), "one"),
      said(second(12), "a"),
      used(second(13), 100, 100),
      said(second(14), "b"),
      used(second(15), 300, 200),
    ];
    const { sessions } = readRecordsOf({
      "/parent.jsonl": [meta(10, parent, { history_mode: "paginated" }), ...history((told) => told)],
      "/child.jsonl": [
        meta(20, child, { forked_from_id: parent, history_mode: "paginated" }),
        ...history(() => 20),
        event(21, "task_started", { turn_id: own }),
        user(21, "look"),
        used(21, 300, 200),
        said(22, "found"),
        used(23, 450, 150),
      ],
    });
    assert.deepEqual(byId(sessions, child)?.prompts.map(({ text }) => text.excerpt), ["look"], first);
    assert.deepEqual(calls(byId(sessions, child)), [[150, 0, "found"]], first);
    assert.deepEqual(calls(byId(sessions, parent)), [[100, 0, "a"], [200, 0, "b"]], first);
  }
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

const REVIEW = "Review the changes";
const userAction = (second: number) => toModel(second, "<user_action>\n<action>review</action>\n</user_action>");

/** The thread of a review, which does not name the one that asked for it. */
const reviewThread = (second: number, thread: string, startedAt: string, turn?: string) => [
  { ...meta(second, thread, { source: { subagent: "review" }, timestamp: startedAt }) },
  ...(turn === undefined ? [] : [event(second, "task_started", { turn_id: turn })]),
  user(second, REVIEW),
  said(second + 1, "fine"),
  used(second + 1, 100, 100),
];
const asks = (entered: object, turn?: string) => [
  { ...entered },
  ...(turn === undefined ? [] : [event(9, "task_started", { turn_id: turn })]),
  user(9, REVIEW),
];
const asked = (millisecond: number) => ({
  ...event(2, "entered_review_mode"),
  timestamp: at(2).replace("000Z", `${millisecond}Z`),
});
const parentsOf = (sessions: readonly Session[]) =>
  sessions.filter(({ role }) => role === "subagent").map(({ id, parentId }) => [id, parentId]);

Deno.test("0.115: a review is of the session that tells its turn, though that was written when it was over", () => {
  const { sessions } = readRecordsOf({
    "/long.jsonl": [meta(1, "long"), user(1, "go"), said(2, "a"), user(30, "more")],
    "/asks.jsonl": [meta(9, "asks"), ...asks(event(9, "entered_review_mode"), id(1)), event(9, "task_complete")],
    "/other.jsonl": [meta(9, "other"), ...asks(event(9, "entered_review_mode"), id(2)), event(9, "task_complete")],
    "/review.jsonl": reviewThread(3, "review", at(3), id(1)),
    "/lost.jsonl": reviewThread(4, "lost", at(4), id(3)),
  });
  assert.deepEqual(parentsOf(sessions), [["review", "asks"], ["lost", null]]);
});

Deno.test("0.133: a fork that was made for a review is the session that asked for it", () => {
  const [parent, fork] = [id(1), id(20)];
  const { sessions } = readRecordsOf({
    "/parent.jsonl": [
      ...[
        meta(1, parent),
        event(2, "task_started", { turn_id: id(2) }),
        user(2, "go"),
        said(3, "a"),
        used(3, 100, 100),
      ],
      ...[...asks(event(4, "entered_review_mode"), id(4)), event(5, "exited_review_mode"), event(5, "task_complete")],
    ],
    "/fork.jsonl": [
      ...[meta(20, fork, { forked_from_id: parent }), meta(20, parent)],
      ...[event(20, "task_started", { turn_id: id(2) }), user(20, "go"), said(20, "a"), used(20, 100, 100)],
      ...[...asks(event(20, "entered_review_mode"), id(4)), event(20, "exited_review_mode")],
      ...[...asks(event(21, "entered_review_mode"), id(21)), event(22, "exited_review_mode"), said(22, "fine")],
    ],
    "/first.jsonl": reviewThread(4, "first", at(4), id(4)),
    "/second.jsonl": reviewThread(21, "second", at(21), id(21)),
  });
  assert.deepEqual(parentsOf(sessions), [["first", parent], ["second", fork]]);
});

Deno.test("a review and the session that asked for it are told of any piece in which their files are read", () => {
  const turn = (second: number) => [user(second, `${second}`), said(second, "a"), used(second, second, second)];
  const host = memoryHost({
    "/asks.jsonl": jsonl([
      meta(1, "asks", { history_mode: "paginated" }),
      ...turn(2),
      ...asks(event(9, "entered_review_mode"), id(1)),
      event(9, "exited_review_mode"),
      ...[10, 11, 12].flatMap(turn),
    ]),
    "/review.jsonl": jsonl([...reviewThread(9, "review", at(9), id(1)), ...[20, 21, 22].flatMap(turn)]),
  });
  for (const [path, told] of [["/asks.jsonl", "reviews"], ["/review.jsonl", "review"]] as const) {
    const job = { path, agent: "codex", project: null, sizeBytes: null, from: null } as const;
    const entry = readFile(host, job, { wanted: "counts", shell: null, pieceRecords: 1 });
    assert.ok(entry.packed.length > 1);
    for (const part of entry.packed.slice(1).flatMap(unpack)) {
      assert.deepEqual([part[told]].flat(), [{ turn: id(1), startMs: Date.parse(at(9)) }]);
    }
  }
});

Deno.test("0.72: a review that tells no turn is of the session that asked at the time, of several the nearest", () => {
  const { sessions } = readRecordsOf({
    "/long.jsonl": [meta(1, "long"), user(1, "go"), said(2, "a"), user(30, "more")],
    "/first.jsonl": [meta(2, "first"), ...asks(asked(105))],
    "/second.jsonl": [meta(2, "second"), ...asks(asked(811), "rollout-5")],
    "/review.jsonl": reviewThread(2, "review", at(2).replace("000Z", "101Z"), "rollout-5"),
    "/lost.jsonl": reviewThread(1, "lost", at(0)),
  });
  assert.deepEqual(parentsOf(sessions), [["lost", null], ["review", "first"]]);
});

Deno.test("0.58, 0.72: within a review the counter is the review thread's, and behind it what it was before", () => {
  const { sessions } = readRecordsOf({
    "/outer.jsonl": [
      meta(1, "outer"),
      user(1, "go"),
      said(1, "a"),
      used(1, 900, 900),
      event(2, "entered_review_mode"),
      ...[user(2, REVIEW), user(2, REVIEW)],
      ...[event(3, "token_count", { info: null }), used(3, 100, 100), used(4, 100, 100), used(4, 250, 150)],
      userAction(5),
      event(5, "exited_review_mode"),
      ...[user(6, "fix"), used(6, 900, 900), said(7, "b"), used(7, 1200, 300)],
    ],
  });
  assert.deepEqual(calls(sessions[0]), [[900, 0, "a"], [300, 0, "b"]]);
  assert.deepEqual(sessions[0]?.llmCalls.map(({ promptIndex }) => promptIndex), [0, 1]);
});

Deno.test("0.50: a review whose prompt is not repeated has no thread of its own, and its calls count", () => {
  const turn = { timestamp: at(2), type: "turn_context", payload: { model: "m" } };
  const entered = event(2, "entered_review_mode");
  for (const begins of [[turn, entered], [entered, turn]]) {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        ...[meta(1, "t"), user(1, "go"), said(1, "a"), used(1, 100, 100)],
        ...begins,
        ...[used(3, 300, 200), event(4, "exited_review_mode")],
      ],
    });
    assert.deepEqual(sessions.flatMap((one) => one.llmCalls.map(({ usage }) => usage?.input)), [100, 200]);
  }
});

Deno.test("a review that nothing exited ends with the next turn", () => {
  const turn = (second: number) => ({ timestamp: at(second), type: "turn_context", payload: { model: "m" } });
  const later = [said(11, "b"), used(11, 300, 300), user(20, "again"), said(21, "c")];
  const nextTurns: Record<string, readonly object[]> = {
    "0.72": [toModel(10, "after"), user(10, "after"), turn(10), event(10, "token_count", { info: null })],
    "0.92": [
      toModel(10, "<environment_context>\n</environment_context>"),
      toModel(10, "after"),
      turn(10),
      user(10, "after"),
    ],
    "0.128": [event(10, "task_started", { turn_id: "u" }), turn(10), toModel(10, "after"), user(10, "after")],
  };
  for (const [version, next] of Object.entries(nextTurns)) {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        meta(1, "t"),
        event(2, "entered_review_mode"),
        ...(version === "0.128" ? [event(2, "task_started", { turn_id: "t" })] : []),
        ...[user(2, REVIEW), user(2, REVIEW), used(3, 100, 100), userAction(3)],
        ...next,
        ...later,
        used(21, 500, 200),
      ],
    });
    assert.deepEqual(sessions[0]?.prompts.map(({ text }) => text.excerpt), ["after", "again"], version);
    assert.deepEqual(calls(sessions[0]), [[300, 0, "b"], [200, 0, "c"]], version);
  }
});

Deno.test("0.165: a review whose items are told as the thread's own has no prompt of the thread", () => {
  const completed = (second: number, item: object) => event(second, "item_completed", { thread_id: "t", item });
  const typed = (second: number, words: string) =>
    completed(second, { type: "UserMessage", content: [{ type: "text", text: words }] });
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "t"),
      ...[typed(2, "one"), said(3, "a")],
      event(4, "task_started", { turn_id: "rollout-9" }),
      completed(4, { type: "EnteredReviewMode" }),
      event(4, "task_complete", { turn_id: "rollout-9" }),
      event(4, "task_started", { turn_id: id(4) }),
      ...[typed(4, REVIEW), completed(5, { type: "ExitedReviewMode" })],
      ...[typed(10, "two"), said(11, "b")],
    ],
  });
  assert.deepEqual(sessions[0]?.prompts.map(({ text }) => text.excerpt), ["one", "two"]);
});

Deno.test("0.165: a counter that is told again is no call, though a response was told since that it did not count", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "t"),
      user(2, "one"),
      ...[said(3, "a"), responded(3, "resp_1", 100, 100), used(3, 100, 100)],
      ...[exec(4, "call_1"), responded(4, "resp_2", 250, 150)],
      user(10, "two"),
      ...[said(11, "part"), used(12, 100, 100)],
      user(20, "three"),
      ...[said(21, "c"), responded(21, "resp_3", 450, 200), used(21, 450, 200)],
    ],
  });
  assert.deepEqual(calls(sessions[0]), [[100, 0, "a"], [150, 1, null], [undefined, 0, "part"], [200, 0, "c"]]);
});

Deno.test("exec --json: a turn is a call, of what the thread's sum grew by; ids are given again in each process", () => {
  const ran = (code: number) => ({
    type: "item.completed",
    item: { id: "item_0", type: "command_execution", command: "/bin/bash -lc 'echo 1'", exit_code: code },
  });
  const turn = (input: number, cached: number, output: number) => ({
    type: "turn.completed",
    usage: { input_tokens: input, cached_input_tokens: cached, output_tokens: output },
  });
  const { sessions } = readRecordsOf({
    "/saved.jsonl": [
      { type: "thread.started", thread_id: "t" },
      { type: "turn.started" },
      ran(0),
      { type: "item.completed", item: { id: "item_1", type: "agent_message", text: "a" } },
      turn(100, 40, 10),
      { type: "thread.started", thread_id: "t" },
      ran(2),
      turn(250, 90, 30),
      // 0.47 begins the sum anew.
      { type: "thread.started", thread_id: "t" },
      turn(30, 10, 5),
    ],
  });
  const [session] = sessions;
  assert.deepEqual(session?.llmCalls.map(({ usage }) => [usage?.input, usage?.cache_read, usage?.output]), [
    [60, 40, 10],
    [100, 50, 20],
    [20, 10, 5],
  ]);
  assert.deepEqual(session.toolCalls.map((call) => [call.command?.excerpt, call.status]), [["echo 1", "ok"], [
    "echo 1",
    "fail",
  ]]);
});

for (
  const [line, command] of [
    ["/bin/bash -lc ls", "ls"],
    ["/usr/bin/zsh -lc 'ls -l'", "ls -l"],
    ["/bin/bash -lc \"grep 'one' a.txt\"", "grep 'one' a.txt"],
    ["/bin/bash -lc \"awk '{print \"'$1}'\"' a.txt\"", "awk '{print $1}' a.txt"],
    ["/bin/bash -lc 'it'\\''s'", "it's"],
    ["bash -lc ls", "bash -lc ls"],
    ["/bin/bash -lc ls -l", "/bin/bash -lc ls -l"],
    ["/bin/bash run.sh", "/bin/bash run.sh"],
  ] as const
) {
  Deno.test(`exec --json: the command of \`${line}\` is \`${command}\``, () => {
    const { sessions } = readRecordsOf({
      "/saved.jsonl": [
        { type: "thread.started", thread_id: "t" },
        { type: "item.completed", item: { id: "item_0", type: "command_execution", command: line, exit_code: 0 } },
      ],
    });
    assert.deepEqual(tools(sessions), [[command, "ok"]]);
  });
}

Deno.test("exec --json: usage of zeros alone is that of a provider that tells none", () => {
  const { sessions } = readRecordsOf({
    "/saved.jsonl": [
      { type: "thread.started", thread_id: "t" },
      { type: "turn.started" },
      { type: "item.completed", item: { id: "item_0", type: "agent_message", text: "a" } },
      { type: "turn.completed", usage: { input_tokens: 0, cached_input_tokens: 0, output_tokens: 0 } },
    ],
  });
  assert.deepEqual(calls(sessions[0]), [[undefined, 0, "a"]]);
});

Deno.test("exec --json: what ran when a run was killed is a call, and none of the next run's", () => {
  const command = (type: string, id: string, line: string, more: object) => ({
    type,
    item: { id, type: "command_execution", command: `/bin/bash -lc '${line}'`, exit_code: null, ...more },
  });
  const done = { exit_code: 0, status: "completed" };
  const killed = [
    { type: "thread.started", thread_id: "t" },
    { type: "turn.started" },
    command("item.started", "item_0", "ls", { status: "in_progress" }),
    command("item.completed", "item_0", "ls", done),
    command("item.started", "item_1", "sleep 20", { status: "in_progress" }),
  ];
  const next = [
    { type: "thread.started", thread_id: "t" },
    { type: "turn.started" },
    command("item.started", "item_0", "pwd", { status: "in_progress" }),
    command("item.completed", "item_0", "pwd", done),
    { type: "turn.completed", usage: { input_tokens: 100, output_tokens: 10 } },
  ];
  const ofKilled = [["ls", "ok"], ["sleep 20", "unknown"]];
  const alone = readRecordsOf({ "/killed.jsonl": killed }).sessions;
  assert.deepEqual(tools(alone), ofKilled);
  assert.deepEqual(calls(alone[0]), [[undefined, 2, null]]);
  const both = readRecordsOf({ "/both.jsonl": [...killed, ...next] }).sessions;
  assert.deepEqual(tools(both), [...ofKilled, ["pwd", "ok"]]);
  assert.deepEqual(calls(both[0]), [[undefined, 2, null], [100, 1, null]]);
});

Deno.test("exec --json: turns that failed are calls each, though they said equally much", () => {
  const failed = (text: string) => [
    { type: "turn.started" },
    { type: "item.completed", item: { id: "item_0", type: "agent_message", text } },
    { type: "turn.failed", error: { message: "stream disconnected" } },
  ];
  const { sessions } = readRecordsOf({
    "/one.jsonl": [{ type: "thread.started", thread_id: "t" }, ...failed("one"), ...failed("two")],
    "/other.jsonl": [{ type: "thread.started", thread_id: "u" }, ...failed("six")],
  });
  assert.deepEqual(sessions.map(calls), [[[undefined, 0, "one"], [undefined, 0, "two"]], [[undefined, 0, "six"]]]);
});

Deno.test("exec --json without a thread's id: each file is a session of its own, named without its path", () => {
  const records = [
    { type: "item.completed", item: { id: "item_0", type: "command_execution", command: "ls", exit_code: 0 } },
    { type: "turn.completed", usage: { input_tokens: 5, output_tokens: 1 } },
  ];
  const { sessions } = readRecordsOf({ "/home/anna/a/run.jsonl": records, "/home/anna/b/run.jsonl": records });
  for (const { id, llmCalls, toolCalls } of sessions) {
    assert.match(id, /^run-[0-9a-f]{8}$/);
    assert.deepEqual([llmCalls.length, toolCalls.length], [1, 1]);
  }
  assert.equal(new Set(sessions.map(({ id }) => id)).size, 2);
});

Deno.test("a forerunner's usage is found in any of its places, under its old names and as text", () => {
  const { sessions } = readRecordsOf({
    "/saved.jsonl": [
      { type: "turn.started" },
      {
        type: "result",
        created_at: 1_760_000_000,
        data: { model: "gpt-x", usage: { prompt_tokens: "100", cached_tokens: "40", completion_tokens: "9" } },
      },
    ],
  });
  assert.deepEqual(sessions.map(({ startMs, llmCalls }) => [startMs, llmCalls[0]?.model, llmCalls[0]?.usage]), [
    [1_760_000_000_000, "gpt-x", { input: 60, cache_read: 40, cache_write: 0, output: 9, reasoning: 0 }],
  ]);
});

Deno.test("the form without an envelope tells its folder in the words given to the model", () => {
  const context = "<environment_context>\nCurrent working directory: /home/dev/old\nApproval policy: never\n";
  const { sessions } = readRecordsOf({
    "/rollout-2025-06-01T10-00-00-00000000-0000-4000-8000-000000000000.jsonl": [
      { id: "t", timestamp: "2025-06-01T10:00:00Z" },
      { type: "message", role: "user", content: [{ type: "input_text", text: `${context}</environment_context>` }] },
      { type: "message", role: "user", content: [{ type: "input_text", text: "go" }] },
    ],
  });
  assert.deepEqual(sessions.map((session) => [session.cwd, session.prompts.length]), [["/home/dev/old", 1]]);
});

Deno.test("an end event tells the exit code, and the output why a command was stopped", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "t"),
      user(2, "go"),
      exec(3, "call_aaaaaaaaaaaaaaaa"),
      event(5, "exec_command_end", { call_id: "call_aaaaaaaaaaaaaaaa", exit_code: 124, duration: "2s" }),
      item(5, "function_call_output", {
        call_id: "call_aaaaaaaaaaaaaaaa",
        output: "Exit code: 124\nWall time: 2 seconds\nOutput:\ncommand timed out after 2000 milliseconds\n",
      }),
    ],
  });
  assert.deepEqual(sessions[0]?.toolCalls.map((call) => [call.status, call.exitCode, call.durationMs]), [
    ["timeout", 124, 2000],
  ]);
});

Deno.test("0.72: a command that reached the time that it was given timed out, though its output does not say so", () => {
  const ended = (args: object, output: string) => {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        meta(1, "t"),
        user(2, "go"),
        item(3, "function_call", { name: "shell_command", call_id: "call_1", arguments: JSON.stringify(args) }),
        item(5, "function_call_output", { call_id: "call_1", output }),
      ],
    });
    return sessions[0]?.toolCalls[0]?.status;
  };
  const after = (seconds: string) => `Exit code: 124\nWall time: ${seconds} seconds\nOutput:\n`;
  assert.equal(ended({ command: "sleep 20", timeout_ms: 1000 }, after("1")), "timeout");
  assert.equal(ended({ command: "timeout 1 sleep 20", timeout_ms: 5000 }, after("1")), "fail");
  assert.equal(ended({ command: "timeout 1 sleep 20" }, after("1")), "fail");
  assert.equal(ended({ command: "exit 1", timeout_ms: 1000 }, after("1").replace("124", "1")), "fail");
});

Deno.test("a poll that failed does not tell how what it polled ended", () => {
  const failures = ["write_stdin failed: Unknown process id 7", "Command blocked by PreToolUse hook: no"];
  for (const output of failures) {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        meta(1, "t"),
        user(2, "go"),
        exec(3, "call_1"),
        item(4, "function_call_output", {
          call_id: "call_1",
          output: "Wall time: 1.0 seconds\nProcess running with session ID 7\n",
        }),
        item(5, "function_call", { name: "write_stdin", call_id: "call_2", arguments: '{"session_id":7}' }),
        item(6, "function_call_output", { call_id: "call_2", output }),
      ],
    });
    assert.equal(sessions[0]?.toolCalls[0]?.status, "unknown");
  }
});

Deno.test("a file that a patch names is one, whatever its name looks like", () => {
  const patch = "*** Begin Patch\n*** Update File: src/secretfile\n@@\n-a\n+b\n*** End Patch";
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      meta(0, id(0)),
      user(1, "go"),
      item(2, "custom_tool_call", { name: "apply_patch", call_id: "call_2", input: patch }),
      item(3, "function_call", { name: "list_dir", call_id: "call_3", arguments: '{"dir_path":"/p/src/api"}' }),
    ],
  });
  const found = sessions.flatMap(({ toolCalls }) => toolCalls.map(({ paths }) => paths));
  assert.deepEqual(found, [["/p/src//secretfile"], ["/p/src/api"]]);
});

Deno.test("a command's language is its shell's, whatever its text looks like", () => {
  const call = (second: number, name: string, args: object) =>
    item(second, "function_call", { name, call_id: `call_${second}`, arguments: JSON.stringify(args) });
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      meta(0, id(0)),
      user(1, "go"),
      call(2, "shell", { command: ["/bin/bash", "-lc", "cat a.md; grep %PATH% b.md"] }),
      call(3, "exec_command", { cmd: "cat a.md; grep %PATH% b.md", shell: "/bin/zsh" }),
      call(4, "exec_command", { cmd: "cat docs\\a.md", shell: "pwsh" }),
      script(5, "call_5"),
      ran(6, "item_6", "cat a.md; grep %PATH% b.md", 0),
      ran(7, "item_7", "cat docs\\a.md", 0, { command: ["C:\\pwsh.exe", "-Command", "cat docs\\a.md"] }),
      printed(8, "call_5", COMPLETED),
    ],
  });
  const [both, docs] = [["/p/a.md", "/p/b.md"], ["/p/docs/a.md"]];
  const found = sessions.flatMap(({ toolCalls }) => toolCalls.map(({ paths }) => paths));
  assert.deepEqual(found, [both, both, docs, both, docs]);
});

Deno.test("0.128, 0.133: the namespace of an MCP server's tool may end as its name begins", () => {
  const asked = (namespace: string) =>
    item(2, "function_call", { name: "find", namespace, call_id: namespace, arguments: "{}" });
  const { sessions } = readRecordsOf({ "/r.jsonl": [meta(1, "t"), asked("mcp__docs__"), asked("mcp__docs")] });
  assert.deepEqual(sessions[0]?.toolCalls.map((call) => [call.toolName, call.kind]), [
    ["mcp__docs__find", "mcp"],
    ["mcp__docs__find", "mcp"],
  ]);
});

Deno.test("0.40: an MCP server's tool has its server's name alone before its own", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "t"),
      item(2, "function_call", { name: "docs__find", call_id: "call_a", arguments: "{}" }),
      item(3, "function_call_output", {
        call_id: "call_a",
        output: "tool call error: tool call failed for `docs/find`",
      }),
    ],
  });
  assert.deepEqual(sessions[0]?.toolCalls.map((call) => [call.toolName, call.kind, call.status]), [
    ["mcp__docs__find", "mcp", "fail"],
  ]);
});

Deno.test("a search for tools and a made image are calls", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "t"),
      user(2, "go"),
      item(3, "tool_search_call", { call_id: "call_aaaaaaaaaaaaaaaa", status: "completed", arguments: {} }),
      item(3, "tool_search_output", { call_id: "call_aaaaaaaaaaaaaaaa", tools: [] }),
      item(4, "image_generation_call", { id: "ig_1", status: "completed", result: "AAAA" }),
    ],
  });
  assert.deepEqual(sessions[0]?.toolCalls.map((call) => [call.toolName, call.kind, call.status]), [
    ["tool_search", "tool", "ok"],
    ["image_generation", "tool", "ok"],
  ]);
});

Deno.test("0.120: a call without an id is one in any copy of its file, known by its time and what was asked", () => {
  const search = (second: number, query: string) => item(second, "web_search_call", { action: { query } });
  const records = [
    user(2, "go"),
    search(3, "a"),
    search(3, "b"),
    item(4, "image_generation_call", { status: "completed" }),
    search(5, "a"),
  ];
  const { sessions } = readRecordsOf({
    "/a.jsonl": [meta(1, "t"), ...records],
    "/b.jsonl": [meta(1, "t"), event(1, "task_started"), ...records],
  });
  assert.deepEqual(sessions.flatMap(({ toolCalls }) => toolCalls.map((call) => call.command?.excerpt)), [
    "a",
    "b",
    undefined,
    "a",
  ]);
});

Deno.test("0.80, 0.101: a page that is opened and one that is searched at once are two calls", () => {
  const web = (action: object) => item(3, "web_search_call", { status: "completed", action });
  const url = "https://example.com/a";
  const asked = [
    web({ type: "open_page", url }),
    web({ type: "find_in_page", url, pattern: "x" }),
    web({ type: "find_in_page", url, pattern: "y" }),
  ];
  const { sessions } = readRecordsOf({
    "/a.jsonl": [meta(1, "t"), user(2, "go"), ...asked],
    "/b.jsonl": [meta(1, "t"), user(2, "go"), ...asked],
  });
  assert.equal(sessions[0]?.toolCalls.length, 3);
});

Deno.test("a page that tells the counter of the page before once more has no call of that", () => {
  const paged = (second: number, more: object = {}) => meta(second, "t", { history_mode: "paginated", ...more });
  const { sessions } = readRecordsOf({
    "/rollout-1-t.jsonl": [paged(1), user(2, "one"), said(3, "a"), used(3, 100, 100), said(4, "b"), used(4, 250, 150)],
    "/rollout-2-t_p2.jsonl": [
      paged(10, { history_base: { thread_id: "t", end_ordinal_exclusive: 5 } }),
      used(11, 250, 150),
      user(12, "two"),
      said(13, "c"),
      used(13, 400, 150),
    ],
  });
  assert.deepEqual(sessions.map((session) => calls(session)), [[[100, 0, "a"], [150, 0, "b"], [150, 0, "c"]]]);
});

Deno.test("a page or a pointing fork that tells its history's counter again has no call of that, though responses tell calls", () => {
  const first = [
    meta(1, "t", { history_mode: "paginated" }),
    user(2, "one"),
    said(3, "a"),
    responded(3, "resp_a", 100, 100),
    used(3, 100, 100),
  ];
  for (const [thread, more] of [["t", {}], ["f", { forked_from_id: "t" }]] as const) {
    const repeating = [
      meta(10, thread, { ...more, history_mode: "paginated", history_base: { thread_id: "t" } }),
      event(10, "token_count", { info: null }),
      user(11, "two"),
      used(11, 100, 100),
      said(12, "b"),
      responded(12, "resp_b", 300, 200),
      used(12, 300, 200),
    ];
    const told = (files: Readonly<Record<string, readonly unknown[]>>) => readRecordsOf(files).sessions.flatMap(calls);
    assert.deepEqual(told({ "/1.jsonl": first, "/2.jsonl": repeating }), [[100, 0, "a"], [200, 0, "b"]]);
    assert.deepEqual(told({ "/2.jsonl": repeating }), [[200, 0, "b"]], "its history is not there");
  }
});

Deno.test("the first answer of a pointing fork counts though only a counter tells it", () => {
  const { sessions } = readRecordsOf({
    "/f.jsonl": [
      meta(10, "f", { forked_from_id: "t", history_mode: "paginated", history_base: { thread_id: "t" } }),
      user(11, "two"),
      said(12, "b"),
      used(12, 300, 200),
    ],
  });
  assert.deepEqual(calls(sessions[0]), [[200, 0, "b"]]);
});

Deno.test("a response's record behind the counter that told it is no call, whichever of the file's records it is", () => {
  for (const hasTotal of [true, false]) {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        meta(1, "t"),
        user(2, "one"),
        said(3, "a"),
        used(3, 100, 100),
        used(4, 1100, 1000),
        responded(4, "resp_1", hasTotal ? 1100 : null, 1000),
        user(10, "two"),
        said(11, "b"),
        used(11, 1300, 200),
        used(12, 2400, 1100),
        responded(12, "resp_2", hasTotal ? 2400 : null, 1100),
        used(13, 3500, 1100),
        responded(14, "resp_3", hasTotal ? 3600 : null, 100),
      ],
    });
    assert.deepEqual(
      sessions[0]?.llmCalls.map((
        { tsMs, usage },
      ) => [tsMs === null ? null : new Date(tsMs).getSeconds(), usage?.input]),
      [[3, 100], [4, 1000], [11, 200], [12, 1100], [13, 1100], [14, 100]],
    );
  }
});

Deno.test("counters of an older program that goes on with a thread of 0.169 count, those that repeat a response do not", () => {
  for (const isTold of [true, false]) {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        meta(1, "t"),
        user(2, "one"),
        said(3, "a"),
        responded(3, "resp_1", isTold ? 100 : null, 100),
        used(3, 100, 100),
        used(3, 100, 100),
        user(10, "two"),
        said(11, "b"),
        used(11, 200, 100),
        used(12, 200, 100),
        said(13, "c"),
        used(13, 450, 250),
        user(20, "three"),
        said(21, "d"),
        responded(21, "resp_2", isTold ? 500 : null, 50),
        used(21, 500, 50),
      ],
    });
    assert.deepEqual(calls(sessions[0]), [[100, 0, "a"], [100, 0, "b"], [250, 0, "c"], [50, 0, "d"]]);
  }
});

Deno.test("a response behind others that no counter has told is not told again by the next counter", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "t"),
      user(2, "one"),
      said(3, "a"),
      responded(3, "resp_1", 100, 100),
      said(4, "b"),
      responded(4, "resp_2", 250, 150),
      used(4, 250, 150),
    ],
  });
  assert.deepEqual(calls(sessions[0]), [[100, 0, "a"], [150, 0, "b"]]);
});

Deno.test("what the person ran while a script of code mode ran is no event", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "t"),
      user(2, "go"),
      script(3, "call_aaaaaaaaaaaaaaaa"),
      ran(4, "94f379dc-2985-4546-8c1c-9d5e373b8c88", "git status", 0, { source: "user_shell" }),
      ran(5, "exec-bbbbbbbbbbbbbbbb", "make", 0, { source: "unified_exec_startup" }),
      printed(6, "call_aaaaaaaaaaaaaaaa", COMPLETED),
    ],
  });
  assert.deepEqual(tools(sessions), [["make", "ok"]]);
});

Deno.test("0.171: a command that was interrupted stays so, though it ran on and its item tells its end later", () => {
  for (const exitCode of [-1, 0, 3]) {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        meta(1, "t"),
        user(2, "go"),
        exec(3, "call_aaaaaaaaaaaaaaaa"),
        responded(3, "resp_1", 100, 100),
        item(4, "function_call_output", {
          call_id: "call_aaaaaaaaaaaaaaaa",
          output: "Wall time: 1.2 seconds\naborted by user",
        }),
        event(4, "turn_aborted"),
        ran(9, "call_aaaaaaaaaaaaaaaa", "ls", exitCode, { status: exitCode === 0 ? "completed" : "failed" }),
      ],
    });
    const told = sessions[0]?.toolCalls.map((call) => [call.status, call.exitCode, call.durationMs]);
    assert.deepEqual(told, [["interrupted", null, 1200]]);
  }
});

Deno.test("a script that was interrupted interrupts its commands that did not end", () => {
  const ends = ["aborted by user", "aborted by user after 3.2s", "Script terminated\nWall time 3.2 seconds\nOutput:\n"];
  for (const end of ends) {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        meta(1, "t"),
        user(2, "go"),
        script(3, "call_aaaaaaaaaaaaaaaa"),
        ran(4, "exec-bbbbbbbbbbbbbbbb", "ls src", 0),
        ran(5, "exec-cccccccccccccccc", "sleep 99", -1),
        printed(5, "call_aaaaaaaaaaaaaaaa", end),
        script(6, "call_dddddddddddddddd"),
        printed(7, "call_dddddddddddddddd", "Script running with cell ID 3\nWall time 2.6 seconds\nOutput:\n"),
        ran(8, "exec-eeeeeeeeeeeeeeee", "sleep 98", -1),
        item(9, "function_call", { name: "wait", call_id: "call_ffffffffffffffff", arguments: '{"cell_id":"3"}' }),
        item(9, "function_call_output", { call_id: "call_ffffffffffffffff", output: end }),
        script(10, "call_gggggggggggggggg"),
        printed(11, "call_gggggggggggggggg", end),
      ],
    });
    assert.deepEqual(tools(sessions).map(([line, status]) => [line?.slice(0, 8), status]), [
      ["ls src", "ok"],
      ["sleep 99", "interrupted"],
      ["sleep 98", "interrupted"],
      [undefined, "interrupted"],
      ["await to", "interrupted"],
    ], end);
  }
});

const RUNNING = "Script running with cell ID 3\nWall time 2.6 seconds\nOutput:\n";
const itemOf = (second: number, id: string, line: string, turn: string, started: number, exitCode = 0) =>
  event(second, "item_completed", {
    turn_id: turn,
    started_at_ms: Date.parse(at(started)),
    item: { type: "CommandExecution", id, command: ["/bin/bash", "-lc", line], exit_code: exitCode },
  });

Deno.test("a command of a script that runs on is that script's, though another one waits, or its turn is over", () => {
  const [A, B] = ["call_aaaaaaaaaaaaaaaa", "call_bbbbbbbbbbbbbbbb"];
  const begin = [
    meta(1, "t"),
    event(2, "task_started", { turn_id: "1" }),
    user(2, "one"),
    script(3, A),
    printed(5, A, RUNNING),
    responded(5, "resp_1", 100, 100),
  ];
  const next = [event(6, "task_started", { turn_id: "2" }), user(6, "two")];
  const other = [itemOf(8, "exec-cccccccccccccccc", "npm test", "1", 4), printed(9, B, COMPLETED)];
  const told = (...records: readonly object[]) => {
    const { sessions } = readRecordsOf({ "/r.jsonl": [...begin, ...records] });
    return sessions[0]?.toolCalls.map((call) => [call.command?.excerpt?.split(" ")[0], call.promptIndex]);
  };
  assert.deepEqual(told(script(7, B), ...other), [["npm", 0], ["await", 0]]);
  assert.deepEqual(told(...next, script(7, B), ...other), [["npm", 0], ["await", 1]]);
  assert.deepEqual(told(...next, ...other.slice(0, 1)), [["npm", 0]]);
  assert.deepEqual(
    told(...next, script(7, B), itemOf(8, "exec-dddddddddddddddd", "make", "2", 8), ...other),
    [["npm", 0], ["make", 1]],
  );
  assert.deepEqual(told(...next, itemOf(8, "exec-eeeeeeeeeeeeeeee", "make", "2", 8)), [["await", 0]]);
  const ended = item(6, "function_call", { name: "wait", call_id: B, arguments: '{"cell_id":"3"}' });
  assert.deepEqual(told(ended, printed(7, B, COMPLETED), itemOf(8, "exec-ffffffffffffffff", "make", "1", 8)), [
    ["await", 0],
    [undefined, 0],
  ]);
});

Deno.test("0.155: a command whose end is told when its script has ended is that script's, in whose time it began", () => {
  const [A, B, C] = ["call_aaaaaaaaaaaaaaaa", "call_bbbbbbbbbbbbbbbb", "call_cccccccccccccccc"];
  const told = (...records: readonly object[]) => {
    const begin = [meta(1, "t"), event(2, "task_started", { turn_id: "1" }), user(2, "one"), script(3, A)];
    const { sessions } = readRecordsOf({ "/r.jsonl": [...begin, responded(3, "resp_1", 100, 100), ...records] });
    assert.deepEqual(calls(sessions[0])?.[0], [100, 1, null], "the answer that wrote the script made its command");
    return sessions[0]?.toolCalls.map((call) => [call.command?.excerpt ?? null, call.status, call.promptIndex]);
  };
  const next = [event(20, "task_started", { turn_id: "2" }), user(20, "two"), script(21, B)];
  const sleep = (exitCode: number) => itemOf(25, "exec-dddddddddddddddd", "sleep 9", "1", 4, exitCode);

  const aborted = [printed(5, A, "aborted by user after 2.0s"), event(5, "turn_aborted", { turn_id: "1" })];
  assert.deepEqual(told(...aborted, sleep(-1)), [["sleep 9", "interrupted", 0]]);
  assert.deepEqual(told(...aborted, sleep(0)), [["sleep 9", "interrupted", 0]], "it ran on");

  const left = [printed(5, A, COMPLETED), said(6, "next"), responded(6, "resp_2", 200, 100)];
  assert.deepEqual(told(...left, sleep(3)), [["sleep 9", "fail", 0]]);
  assert.deepEqual(told(...left, sleep(-1)), [["sleep 9", "unknown", 0]], "nobody stopped it before the program ended");
  assert.deepEqual(told(...left, event(7, "task_complete"), ...next, sleep(3)), [
    ["sleep 9", "fail", 0],
    ["await tools.exec_command({})", "unknown", 1],
  ]);

  const cell = [
    printed(5, A, RUNNING),
    item(6, "function_call", { name: "wait", call_id: C, arguments: '{"cell_id":"3"}' }),
  ];
  const terminated = printed(7, C, "Script terminated\nWall time 0.0 seconds\nOutput:\n");
  assert.deepEqual(told(...cell, terminated, event(8, "task_complete"), sleep(-1)), [
    ["sleep 9", "interrupted", 0],
    [null, "interrupted", 0],
  ]);
});

Deno.test("0.155: of scripts at one time a command is that for which the model waited when it began, else the last", () => {
  const [A, B, C, D] = ["a", "b", "c", "d"].map((letter) => `call_${letter.repeat(16)}`);
  const told = (...records: readonly object[]) => {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [meta(1, "t"), event(2, "task_started", { turn_id: "1" }), user(2, "one"), ...records],
    });
    return sessions[0]?.toolCalls.map((call) => call.command?.excerpt?.replace("await tools.", "") ?? call.toolName);
  };
  const made = (second: number, line: string, started: number) =>
    itemOf(second, `exec-${line.padEnd(16, "x")}`, line, "1", started);
  const cell = (second: number, call: string | undefined, id: string) => [
    script(second, call ?? ""),
    printed(second + 2, call ?? "", RUNNING.replace("ID 3", `ID ${id}`)),
  ];
  const begun = [script(6, B ?? ""), printed(8, B ?? "", COMPLETED), script(9, C ?? "")];
  assert.deepEqual(told(...cell(3, A, "3"), ...begun, made(10, "b", 7)), [
    "exec_command({})",
    "b",
    "exec_command({})",
  ], "one that runs on has nothing to do with it, nor has one that came later");

  const wait = item(10, "function_call", { name: "wait", call_id: D, arguments: '{"cell_id":"3"}' });
  assert.deepEqual(told(...cell(3, A, "3"), ...cell(6, B, "4"), wait, made(15, "a", 12), made(16, "b", 9)), [
    "b",
    "wait",
    "a",
  ]);

  const together = [script(3, A ?? ""), script(3, B ?? ""), made(5, "a", 4), printed(5, A ?? "", COMPLETED)];
  assert.deepEqual(told(...together, made(7, "b", 6), printed(7, B ?? "", COMPLETED)), ["a", "b"]);
});

Deno.test("0.155: what a review's scripts ran may stand in its parent's file alone", () => {
  const [A, B, pure] = ["call_aaaaaaaaaaaaaaaa", "call_bbbbbbbbbbbbbbbb", "call_cccccccccccccccc"];
  const ofReview = (second: number, id: string, line: string, exitCode: number) => {
    const { payload, ...record } = itemOf(second, id, line, "r", second, exitCode);
    return { ...record, payload: { ...payload, thread_id: "review" } };
  };
  const items = [ofReview(4, "exec-dddddddddddddddd", "git diff", 0), ofReview(8, "exec-eeeeeeeeeeeeeeee", "make", 2)];
  const parent = [
    meta(1, "p"),
    event(3, "task_started", { turn_id: "r" }),
    ...items,
    user(20, "now fix"),
    said(21, "done"),
  ];
  const review = (...own: readonly object[]) => [
    meta(2, "review", { source: { subagent: "review" }, thread_source: "subagent", parent_thread_id: "p" }),
    event(2, "task_started", { turn_id: "r" }),
    user(2, "Review"),
    script(3, A),
    ...own.slice(0, 1),
    printed(5, A, COMPLETED),
    responded(5, "resp_1", 100, 100),
    script(6, pure),
    printed(6, pure, COMPLETED),
    responded(6, "resp_2", 150, 50),
    script(7, B),
    ...own.slice(1),
    printed(9, B, COMPLETED),
    responded(9, "resp_3", 250, 100),
  ];
  for (const own of [[], items]) {
    const { sessions, counts } = readRecordsOf({ "/p.jsonl": parent, "/review.jsonl": review(...own) });
    assert.deepEqual(
      byId(sessions, "review")?.toolCalls.map((
        call,
      ) => [call.command?.excerpt, call.status, call.exitCode, call.promptIndex]),
      [["git diff", "ok", 0, 0], ["await tools.exec_command({})", "ok", null, 0], ["make", "fail", 2, 0]],
    );
    assert.deepEqual(byId(sessions, "review")?.llmCalls.map((call) => call.toolCalls), [[0], [1], [2]]);
    assert.deepEqual([byId(sessions, "p")?.toolCalls.length, counts.copiesDropped], [0, 0]);
  }
  assert.deepEqual(readRecordsOf({ "/p.jsonl": parent }).sessions.map(({ id }) => id), ["p"], "its file is not there");
});

Deno.test("an interrupted review found nothing that the next turn's answer could repeat", () => {
  for (const begin of [[event(4, "task_started", { turn_id: "u" })], []]) {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        meta(1, "t"),
        event(2, "entered_review_mode"),
        event(3, "exited_review_mode", { review_output: null }),
        ...begin,
        user(5, "now fix it"),
        said(6, "fixed"),
        used(6, 100, 100),
      ],
    });
    assert.deepEqual(calls(sessions[0]), [[100, 0, "fixed"]]);
  }
});

Deno.test("the answer that a subagent's own subagent mails to it is no prompt", () => {
  const mail = (second: number, type: string, words: string) => [
    { timestamp: at(second), type: "inter_agent_communication_metadata", payload: { trigger_turn: true } },
    item(second, "agent_message", {
      content: [{ type: "input_text", text: `Message Type: ${type}\nTask name: /root/x\nPayload:\n${words}` }],
    }),
  ];
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "c", { thread_source: "subagent", parent_thread_id: "p" }),
      ...mail(2, "NEW_TASK", "do it"),
      said(3, "a"),
      responded(3, "resp_1", 100, 100),
      ...mail(4, "FINAL_ANSWER", "the child says so"),
      said(5, "b"),
      responded(5, "resp_2", 250, 150),
    ],
  });
  assert.deepEqual(sessions[0]?.prompts.map((prompt) => prompt.text.excerpt), ["do it"]);
});

Deno.test("0.80, 0.101: a warning that the program puts between a call and its usage is no prompt and parts no call", () => {
  const words = [
    "apply_patch was requested via shell_command. Use the apply_patch tool instead of exec_command.",
    "The maximum number of unified exec processes you can keep open is 60 and you currently have 61 processes open.",
  ];
  for (const typed of [[user(2, "go")], []]) {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        meta(1, "t"),
        toModel(2, "go"),
        ...typed,
        ...words.flatMap((warning, index) => [
          exec(3 + index, `call_${index}`),
          toModel(3 + index, `Warning: ${warning}`),
          used(3 + index, 100 + index, 100 + index),
        ]),
      ],
    });
    assert.deepEqual(sessions[0]?.prompts.length, 1);
    assert.deepEqual(calls(sessions[0]), [[100, 1, null], [101, 1, null]]);
  }
});

Deno.test("0.171: what the program tells the model of a goal is no prompt, what a person set as one is", () => {
  const context = (second: number, source: string, words: string) =>
    toModel(second, `<codex_internal_context source="${source}">\n${words}\n</codex_internal_context>`);
  const goal = (second: number) => [
    event(second, "task_started", { turn_id: id(second), turn_attribution: { turn_trigger: "goal" } }),
    context(second, "goal", "Continue working toward the active thread goal."),
    said(second, "a"),
    responded(second, `resp_${second}`, null, 100),
  ];
  const typed = (second: number) => [
    toModel(second, "thanks"),
    event(second, "item_completed", { item: { type: "UserMessage", content: [{ type: "text", text: "thanks" }] } }),
    said(second, "b"),
    responded(second, `resp_${second}`, null, 100),
  ];
  const told = (...records: readonly object[]) => {
    const [session] = readRecordsOf({
      "/r.jsonl": [meta(1, id(1), { history_mode: "paginated", originator: "codex-tui" }), ...records],
    }).sessions;
    return [
      session?.prompts.map((prompt) => prompt.text.excerpt),
      session?.llmCalls.map(({ promptIndex }) => promptIndex),
    ];
  };
  assert.deepEqual(told(...goal(2), ...goal(3)), [[], [null, null]]);
  const quoted = context(2, "user_goal", 'User set the goal: "make \\"it\\"\\nwork"\nUser set goal status: "active".');
  const updated = event(2, "thread_goal_updated", { goal: { objective: 'make "it"\nwork', tokensUsed: 0 } });
  assert.deepEqual(told(quoted, updated, ...goal(3)), [['make "it"\nwork'], [0]]);
  const set = context(2, "user_goal", 'User set the goal: "make "it"\nwork"\nUser set goal status: "active".');
  assert.deepEqual(told(set, ...goal(3), ...typed(5)), [['make "it"\nwork', "thanks"], [0, 1]]);
  const paused = context(8, "user_goal", 'User set goal status: "paused".');
  assert.deepEqual(told(...typed(2), ...goal(4), paused, ...goal(9)), [["thanks"], [0, 0, 0]]);
});

Deno.test("0.167: what an item tells as typed is a prompt, though it opens like the program's own words", () => {
  const words = "<user_instructions>explain this part of the file</user_instructions>";
  const { sessions } = readRecordsOf({
    "/typed.jsonl": [
      meta(1, "t"),
      toModel(1, "<environment_context>\n  <cwd>/p</cwd>\n</environment_context>"),
      toModel(2, words),
      typed(2, words),
      said(3, "it tells the style"),
      responded(3, "resp_1", 100, 100),
    ],
  });
  assert.deepEqual(sessions[0]?.prompts.map(({ text }) => text.excerpt), [words]);
});

Deno.test("0.133, 0.167: what another program put into a thread between its turns is no answer", () => {
  const turn = (second: number) => [
    event(second, "task_started", { turn_id: id(second) }),
    ...[user(second, `${second}`), said(second, "a"), used(second, 100 * second, 100)],
    event(second, "task_complete", { turn_id: id(second) }),
  ];
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, id(1)), ...turn(2)],
      ...[toModel(3, "told"), said(3, "b"), exec(3, "call_aaaaaaaaaaaaaaaa")],
      item(3, "function_call_output", { call_id: "call_aaaaaaaaaaaaaaaa", output: "done" }),
      ...turn(5),
      // An older program goes on with the thread: it tells no turns.
      ...[user(7, "7"), said(8, "c"), used(8, 800, 100)],
    ],
  });
  assert.deepEqual(sessions[0]?.prompts.map(({ text }) => text.excerpt), ["2", "5", "7"]);
  assert.deepEqual(calls(sessions[0]), [[100, 0, "a"], [100, 0, "a"], [100, 0, "c"]]);
  assert.deepEqual(tools(sessions), []);
});

Deno.test("0.167: a script that another program put between turns has run nothing", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, id(1)), event(2, "task_started", { turn_id: id(2) }), user(2, "go")],
      ...[script(2, "call_aaaaaaaaaaaaaaaa"), printed(3, "call_aaaaaaaaaaaaaaaa", COMPLETED), used(3, 100, 100)],
      ...[event(3, "task_complete", { turn_id: id(2) }), script(4, "call_bbbbbbbbbbbbbbbb")],
      event(5, "item_completed", {
        turn_id: id(2),
        started_at_ms: Date.parse(at(4)),
        item: { type: "CommandExecution", id: "exec-1", command: ["/bin/bash", "-lc", "ls"], exit_code: 0 },
      }),
    ],
  });
  assert.deepEqual(sessions[0]?.toolCalls.map((call) => call.toolName), ["exec"]);
});

Deno.test("0.167: what a thread imported of another agent's session is not its own", () => {
  const NOTHING = { input_tokens: 0, output_tokens: 0, total_tokens: 66 };
  const imported = (second: number) => [
    event(second, "task_started", { turn_id: `external-import-turn-${second}` }),
    ...[user(second, "one"), toModel(second, "one"), said(second, "a")],
    event(second, "token_count", { info: { total_token_usage: NOTHING, last_token_usage: NOTHING } }),
    event(second, "task_complete", { turn_id: `external-import-turn-${second}` }),
  ];
  const own = [event(5, "task_started", { turn_id: id(5) }), user(5, "two"), exec(6, "call_a"), used(6, 100, 100)];
  const { sessions } = readRecordsOf({
    "/once.jsonl": [meta(1, id(1)), ...imported(2)],
    "/goes-on.jsonl": [meta(3, id(3)), ...imported(3), ...imported(4), ...own],
  });
  assert.deepEqual(sessions.map((session) => [session.id, session.prompts.map(({ text }) => text.excerpt)]), [
    [id(3), ["two"]],
  ]);
  assert.deepEqual(calls(sessions[0]), [[100, 1, null]]);
});

Deno.test("0.36 to 0.101: an image that a call put before the model is no prompt, one that a person sent is", () => {
  const image = (second: number) => [
    item(second, "message", {
      role: "user",
      content: [{ type: "input_image", image_url: "data:image/png;base64,AA" }],
    }),
    event(second, "user_message", { message: "", images: ["data:image/png;base64,AA"], local_images: [] }),
  ];
  const view = (second: number, call: string) =>
    item(second, "function_call", { name: "view_image", call_id: call, arguments: '{"path":"a.png"}' });
  const viewed = (second: number, call: string, output = "attached local image path") =>
    item(second, "function_call_output", { call_id: call, output });
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "t"),
      user(2, "look"),
      ...[view(3, "1"), view(3, "2"), exec(3, "3"), used(3, 100, 100)],
      ...[viewed(4, "1"), viewed(4, "2"), viewed(4, "3", "Exit code: 0"), ...image(4), ...image(5)],
      said(6, "a"),
      used(6, 250, 150),
      ...image(10),
      said(11, "b"),
      ...[view(11, "4"), used(11, 350, 100), viewed(12, "4")],
      event(13, "turn_aborted"),
      ...image(20),
      said(21, "c"),
      used(21, 400, 50),
    ],
  });
  assert.deepEqual(sessions[0]?.prompts.map(({ text }) => text.excerpt), ["look", "[image]", "[image]"]);
  assert.deepEqual(sessions[0].llmCalls.map(({ promptIndex }) => promptIndex), [0, 0, 1, 2]);
});

Deno.test("0.104: what the program says of a file that is no image is no prompt behind the call that looked at it", () => {
  const words = "Codex could not read the local image at `/p/a.txt`: unsupported MIME type `text/plain`";
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "t"),
      user(2, "look"),
      item(3, "function_call", { name: "view_image", call_id: "1", arguments: '{"path":"a.txt"}' }),
      used(3, 100, 100),
      item(4, "function_call_output", { call_id: "1", output: "attached local image path" }),
      ...[toModel(4, words), user(4, words)],
      ...[said(5, "a"), used(5, 250, 150)],
      ...[toModel(10, words), user(10, words)],
      ...[said(11, "b"), used(11, 350, 100)],
    ],
  });
  assert.deepEqual(sessions[0]?.prompts.map(({ text }) => text.excerpt), ["look", words]);
  assert.deepEqual(sessions[0].llmCalls.map(({ promptIndex }) => promptIndex), [0, 0, 1]);
});

Deno.test("0.128: mail between agents stands in an assistant's message: what begins a turn of its reader is a prompt", () => {
  const mail = (second: number, recipient: string, content: string, triggersTurn: boolean) =>
    said(
      second,
      JSON.stringify({ author: "/root", recipient, other_recipients: [], content, trigger_turn: triggersTurn }),
    );
  const spawned = { parent_thread_id: "p", agent_path: "/root/aa" };
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "c", { source: { subagent: { thread_spawn: spawned } } }),
      mail(2, "/root/aa", "list files", true),
      ...[exec(3, "call_1"), used(3, 100, 100)],
      mail(4, "/root/aa", "a note", false),
      mail(4, "/root/bb", "for another", true),
      ...[said(5, "a"), used(5, 250, 150)],
      mail(10, "/root/aa", "again", true),
      ...[said(11, '{"author":"me"}'), used(11, 350, 100)],
    ],
    "/p.jsonl": [
      meta(1, "p"),
      user(1, "go"),
      mail(9, "/root", "found", false),
      ...[said(20, "done"), used(20, 100, 100)],
    ],
  });
  assert.deepEqual(byId(sessions, "c")?.prompts.map(({ text }) => text.excerpt), ["list files", "again"]);
  assert.deepEqual(calls(byId(sessions, "c")), [[100, 1, null], [150, 0, "a"], [100, 0, '{"author":"me"}']]);
  assert.deepEqual(byId(sessions, "c")?.llmCalls.map(({ promptIndex }) => promptIndex), [0, 0, 1]);
  assert.deepEqual(calls(byId(sessions, "p")), [[100, 0, "done"]]);
});

Deno.test("0.45, 0.72: a counter that knows no number ends an answer that was not counted", () => {
  const turn = (second: number) => ({ timestamp: at(second), type: "turn_context", payload: { model: "gpt-5" } });
  const none = (second: number) => event(second, "token_count", { info: null });
  const told = (...records: readonly object[]) => {
    const { sessions } = readRecordsOf({ "/r.jsonl": [meta(1, "t"), user(2, "one"), turn(2), ...records] });
    return sessions[0]?.llmCalls.map((call) => [
      call.model,
      call.usage,
      call.toolCalls.length,
      call.text?.excerpt ?? null,
      call.promptIndex,
    ]);
  };
  const two = [["gpt-5", null, 2, null, 0], ["gpt-5", null, 0, "done", 0], ["gpt-5", null, 0, "done 2", 1]];
  const next = [user(10, "two"), turn(10)];
  assert.deepEqual(
    told(exec(3, "1"), exec(3, "2"), none(3), turn(4), said(5, "done"), none(5), ...next, said(11, "done 2"), none(11)),
    two,
  );
  assert.deepEqual(
    told(none(3), exec(3, "1"), exec(3, "2"), turn(4), none(5), said(5, "done"), ...next, none(11), said(11, "done 2")),
    two,
  );
});

Deno.test("0.133: an answer that broke off is a call without usage: the counter says the same once more behind it", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, "t"), user(2, "go"), said(3, "a"), used(3, 100, 100)],
      ...[said(4, "b, cut"), exec(4, "call_1"), used(5, 100, 100)],
      ...[said(6, "b"), used(6, 250, 150)],
    ],
  });
  assert.deepEqual(calls(sessions[0]), [[100, 0, "a"], [undefined, 1, "b, cut"], [150, 0, "b"]]);
});

Deno.test("0.130, 0.158: behind the output of a call of an answer that broke off, the next item is of another answer", () => {
  const output = (second: number, call: string) => item(second, "function_call_output", { call_id: call, output: "" });
  const told = (turn: string, ...records: readonly object[]) =>
    calls(
      readRecordsOf({
        "/r.jsonl": [
          ...[meta(1, id(1)), event(2, "task_started", { turn_id: turn }), user(2, "go")],
          ...[said(3, "cut"), exec(3, "call_1"), output(4, "call_1"), ...records],
        ],
      }).sessions[0],
    );
  const cut = [[undefined, 1, "cut"], [100, 1, null], [50, 0, "done"]];
  const goal = "588ec5c1-1c50-4bce-9c9c-f5bcc30df56b";
  for (const turn of [id(2), goal]) {
    assert.deepEqual(told(turn, exec(5, "call_2"), used(5, 100, 100), said(6, "done"), used(6, 150, 50)), cut);
    const second = [exec(5, "call_2"), responded(5, "resp_2", 100, 100), output(6, "call_2"), used(6, 100, 100)];
    assert.deepEqual(told(turn, ...second, said(7, "done"), responded(7, "resp_3", 150, 50)), cut);
  }
  // An old thread that was written anew: a call and its output, and so on, are one answer.
  assert.deepEqual(told("rollout-4", exec(4, "call_2"), output(4, "call_2"), used(5, 100, 100)), [[100, 2, "cut"]]);
});

Deno.test("0.63: where items stand behind their usage, those of an answer that was interrupted are no other prompt's", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, "t"), user(2, "one"), used(2, 100, 100), said(2, "a")],
      ...[user(3, "two"), used(3, 100, 100), said(5, "part"), exec(5, "call_1"), event(5, "turn_aborted")],
      ...[user(6, "three"), used(6, 100, 100), used(7, 250, 150), exec(7, "call_2")],
      ...[used(8, 250, 150), used(8, 450, 200), said(8, "c")],
    ],
  });
  assert.deepEqual(calls(sessions[0]), [[100, 0, "a"], [undefined, 1, "part"], [150, 1, null], [200, 0, "c"]]);
  assert.deepEqual(sessions[0]?.llmCalls.map(({ promptIndex }) => promptIndex), [0, 1, 2, 2]);
});

Deno.test("0.45, 0.72: where a program that writes items first goes on with a thread, they are their own usage's", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, "t"), user(2, "one"), used(2, 100, 100), exec(2, "call_1")],
      ...[used(3, 100, 100), used(3, 250, 150), said(3, "a")],
      ...[user(4, "two"), exec(4, "call_2"), used(4, 200, 200), used(5, 200, 200), said(5, "b"), used(5, 500, 300)],
    ],
  });
  assert.deepEqual(calls(sessions[0]), [[100, 1, null], [150, 0, "a"], [200, 1, null], [300, 0, "b"]]);
});

Deno.test("0.49, 0.107: each of two terminals that have a thread open begins with its own counter, which is no call", () => {
  const itemsFirst = (
    second: number,
    text: string,
    total: number,
    last: number,
  ) => [said(second, text), used(second, total, last)];
  const itemsBehind = (second: number, text: string, total: number, last: number) =>
    itemsFirst(second, text, total, last).toReversed();
  for (const answer of [itemsFirst, itemsBehind]) {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        ...[meta(1, "t"), user(2, "in A"), ...answer(2, "a", 100, 100), ...answer(3, "b", 250, 150)],
        ...[user(4, "in B"), used(4, 250, 150), ...answer(4, "c", 450, 200), ...answer(5, "d", 750, 300)],
        ...[user(6, "in A"), used(6, 250, 150), ...answer(6, "e", 500, 250), ...answer(7, "f", 850, 350)],
        ...[user(8, "in B"), used(8, 750, 300), ...answer(8, "g", 1150, 400)],
      ],
    });
    assert.deepEqual(calls(sessions[0])?.map(([input, , text]) => [text, input]), [
      ...[["a", 100], ["b", 150], ["c", 200], ["d", 300], ["e", 250], ["f", 350], ["g", 400]],
    ]);
  }
});

Deno.test("0.45: an answer behind a counter that was told before is one: each process counts anew", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, "t"), user(2, "one"), used(2, 100, 100), exec(2, "call_1")],
      ...[used(3, 100, 100), used(3, 250, 150), said(3, "a")],
      ...[user(4, "two"), used(4, 100, 100), exec(4, "call_2"), used(5, 100, 100), used(5, 300, 200), said(5, "b")],
    ],
  });
  assert.deepEqual(calls(sessions[0]), [[100, 1, null], [150, 0, "a"], [100, 1, null], [200, 0, "b"]]);
});

Deno.test("0.73 to 0.145: a compaction that the provider made is a call without usage, whatever else it keeps", () => {
  const kept = toModel(3, "long ".repeat(2000)).payload;
  const compacted = (second: number, message: string, types: readonly string[], more: object = {}) => ({
    timestamp: at(second),
    type: "compacted",
    payload: { message, replacement_history: [kept, ...types.map((type) => ({ type }))], ...more },
  });
  const told = (...records: readonly object[]) =>
    calls(
      readRecordsOf({
        "/r.jsonl": [
          ...[meta(1, "t"), user(2, "go"), exec(3, "call_1"), used(3, 100, 100)],
          ...[...records, said(6, "done"), used(6, 250, 150)],
        ],
      }).sessions[0],
    );
  const two: readonly unknown[] = [[100, 1, null], [150, 0, "done"]];
  assert.deepEqual(told(compacted(4, "", ["compaction", "ghost_snapshot"])), two.toSpliced(1, 0, [undefined, 0, null]));
  // A local one (0.92); one that a record of tokens tells (0.158); a new window, for which no model is asked (0.167).
  assert.deepEqual(told(compacted(4, "what was done", [])), two);
  assert.deepEqual(
    told(responded(4, "resp_2", 300, 200), compacted(4, "", ["compaction"], { compaction_response_id: "resp_2" })),
    two.toSpliced(1, 0, [200, 0, null]),
  );
  assert.deepEqual(told(compacted(4, "", [])), two);
});

Deno.test("0.145: a compaction in copied history is that history's", () => {
  const [parent, child] = [id(10), id(20)];
  const history = (second: (told: number) => number) => [
    ...[event(second(11), "task_started", { turn_id: id(11) }), user(second(11), "one")],
    ...[said(second(12), "a"), used(second(12), 100, 100)],
    {
      timestamp: at(second(13)),
      type: "compacted",
      payload: { message: "", replacement_history: [{ type: "compaction" }] },
    },
  ];
  const { sessions } = readRecordsOf({
    "/parent.jsonl": [meta(10, parent), ...history((told) => told)],
    "/fork.jsonl": [
      ...[meta(20, child, { forked_from_id: parent }), meta(20, parent), ...history(() => 20)],
      ...[event(21, "task_started", { turn_id: id(21) }), user(21, "two"), said(22, "b"), used(22, 300, 200)],
    ],
  });
  assert.deepEqual(calls(byId(sessions, parent)), [[100, 0, "a"], [undefined, 0, null]]);
  assert.deepEqual(calls(byId(sessions, child)), [[200, 0, "b"]]);
});

Deno.test("0.130 to 0.158: a goal is a prompt where the person set it, not where another program or the model did", () => {
  const active = (objective: string, tag = "objective") =>
    `Continue working toward the active thread goal.\n\n<${tag}>\n${objective}\n</${tag}>\n\nBudget:`;
  const forms: Record<string, (second: number, objective: string) => object> = {
    "0.130": (second, objective) =>
      item(second, "message", {
        role: "developer",
        content: [{ type: "input_text", text: active(objective, "untrusted_objective") }],
      }),
    "0.133": (second, objective) => toModel(second, `<goal_context>\n${active(objective)}\n</goal_context>`),
    "0.141": (second, objective) =>
      toModel(second, `<codex_internal_context source="goal">\n${active(objective)}\n</codex_internal_context>`),
  };
  const updated = (second: number, objective: string, tokensUsed: number) =>
    event(second, "thread_goal_updated", { goal: { objective, status: "active", tokensUsed } });
  const create = (second: number, objective: string) =>
    item(second, "function_call", { name: "create_goal", call_id: "c", arguments: JSON.stringify({ objective }) });
  const promptsOf = (more: object, records: readonly object[]) =>
    readRecordsOf({ "/r.jsonl": [meta(1, "t", more), ...records] }).sessions[0]?.prompts.map(({ text }) =>
      text.excerpt
    );
  const prompts = (originator: string, ...records: readonly object[]) => promptsOf({ originator }, records);
  for (const [version, goal] of Object.entries(forms)) {
    const turn = (second: number, objective: string) => [
      event(second, "task_started", { turn_id: id(second) }),
      ...[goal(second, objective), said(second, "a"), used(second, second, second)],
    ];
    const records = [
      ...[...turn(2, "make &lt;it&gt; work"), ...turn(3, "make &lt;it&gt; work"), user(4, "thanks")],
      ...[create(5, "tidy up"), used(5, 100, 50), ...turn(6, "tidy up"), ...turn(7, "and now &amp;that")],
    ];
    assert.deepEqual(prompts("codex-tui", ...records), ["make <it> work", "thanks", "and now &that"], version);
    assert.deepEqual(prompts("another", ...records), ["thanks"], version);
    // From 0.145 an event tells it too.
    const set = [updated(2, "one", 0), ...turn(2, "one"), updated(3, "one", 90), ...turn(3, "one")];
    assert.deepEqual(prompts("codex-tui", ...set, updated(9, "two", 0)), ["one", "two"], version);
    assert.deepEqual(prompts("another", ...set), [], version);
    // A page (0.150) goes on with a goal that was set before it.
    const page = { originator: "codex-tui", history_base: { thread_id: "t" } };
    const goOn = [...turn(2, "one"), updated(3, "one", 90), ...turn(3, "one")];
    assert.deepEqual(promptsOf(page, [...goOn, updated(4, "two", 0), ...turn(4, "two")]), ["two"], version);
  }
});

Deno.test("equal words that events tell twice at once are two prompts, each beside its message", () => {
  for (const told of [user, typed]) {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        ...[meta(1, "t"), toModel(2, "go on"), told(2, "go on"), toModel(2, "go on"), told(2, "go on")],
        ...[said(3, "a"), used(3, 100, 100), toModel(4, "go on"), told(4, "go on"), said(5, "b"), used(5, 250, 150)],
      ],
    });
    assert.equal(sessions[0]?.prompts.length, 3);
    assert.deepEqual(sessions[0]?.llmCalls.map(({ promptIndex }) => promptIndex), [1, 2]);
  }
});

Deno.test("0.159: a guardian's first task is told by no event", () => {
  const turn = (second: number) => event(second, "task_started", { turn_id: id(second) });
  const asked = (other: string) => {
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        meta(1, id(1), { source: { subagent: { other } } }),
        ...[turn(2), toModel(2, "<environment_context>x</environment_context>"), toModel(2, "may it?")],
        ...[said(3, "yes"), used(3, 100, 100)],
        ...[turn(4), toModel(4, "[1] and this?"), typed(4, "and this?"), said(5, "no"), used(5, 250, 150)],
      ],
    });
    return sessions[0]?.prompts.map(({ text }) => text.excerpt);
  };
  assert.deepEqual(asked("guardian"), ["may it?", "and this?"]);
  assert.deepEqual(asked("other"), ["and this?"]);
});

Deno.test("0.163, 0.171: the model may change in the midst of a turn", () => {
  const state = (second: number, state: object) => ({
    timestamp: at(second),
    type: "world_state",
    payload: { full: false, state: { instructions: "x".repeat(5000), ...state } },
  });
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, "t"),
      { timestamp: at(2), type: "turn_context", payload: { model: "one" } },
      ...[user(2, "go"), said(3, "a"), used(3, 100, 100)],
      ...[state(4, { model: "two" }), said(5, "b"), used(5, 250, 150)],
      ...[state(6, { model: { model: "three", instructions: "y" } }), said(7, "c"), used(7, 350, 100)],
      ...[state(8, { model_catalog: null }), said(9, "d"), used(9, 450, 100)],
    ],
  });
  assert.deepEqual(sessions[0]?.llmCalls.map(({ model }) => model), ["one", "two", "three", "three"]);
});

/** Records of the oldest form have no envelope; the program writes its state between them. */
const oldest = (...records: readonly { readonly payload: unknown }[]) => records.map(({ payload }) => payload);
const OLDEST_META = { id: "t", timestamp: at(1), instructions: null };
const STATE = { record_type: "state" };

Deno.test("0.29: each answer of the oldest form ends where the program writes its state", () => {
  const ran = item(0, "function_call_output", { call_id: "call_1", output: "a" });
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[OLDEST_META, STATE, ...oldest(toModel(0, "go")), STATE],
      ...[...oldest(exec(0, "call_1"), ran, exec(0, "call_2")), STATE, STATE],
      ...oldest(said(0, "done")),
    ],
  });
  assert.deepEqual(calls(sessions[0]), [[undefined, 2, null], [undefined, 0, "done"]]);
});

Deno.test("0.29: equal words are a prompt each, however far apart, and so are equal answers a call", () => {
  const turn = (words: string) => [...oldest(toModel(0, words)), STATE, ...oldest(said(0, "ok")), STATE];
  const { sessions } = readRecordsOf({ "/r.jsonl": [OLDEST_META, ...["go on", "go on", "other"].flatMap(turn)] });
  assert.deepEqual(sessions[0]?.llmCalls.map(({ promptIndex }) => promptIndex), [0, 1, 2]);
});

Deno.test("0.125: a command that was interrupted stays so, though it ran on and its event tells its end later", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, "t"), event(1, "task_started", { turn_id: id(1) }), user(2, "go"), exec(3, "call_1")],
      item(4, "function_call_output", { call_id: "call_1", output: "aborted by user after 1.0s" }),
      ...[used(4, 100, 100), event(5, "turn_aborted"), event(6, "task_started", { turn_id: id(6) })],
      event(20, "exec_command_end", { call_id: "call_1", exit_code: 0, duration: { secs: 17, nanos: 0 } }),
      ...[user(21, "on"), said(22, "a"), used(22, 250, 150)],
    ],
  });
  assert.deepEqual(tools(sessions), [["ls", "interrupted"]]);
});

Deno.test("a web search that failed is one", () => {
  const search = (second: number, status: string) =>
    item(second, "web_search_call", { id: `ws_${status}`, status, action: { type: "search", query: "q" } });
  const { sessions } = readRecordsOf({
    "/r.jsonl": [meta(1, "t"), user(2, "go"), search(3, "failed"), search(4, "completed"), search(5, "in_progress")],
  });
  assert.deepEqual(tools(sessions).map(([, status]) => status), ["fail", "ok", "unknown"]);
});

Deno.test("0.142: a tool of an MCP server may be named without it: its event tells the server", () => {
  const asked = (call: string) =>
    item(3, "function_call", { name: "good", namespace: "orb", call_id: call, arguments: "{}" });
  const told = { server: "orb", tool: "good" };
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, "t"), user(2, "go"), asked("call_1"), asked("call_2"), asked("call_3")],
      event(4, "mcp_tool_call_end", { call_id: "call_1", invocation: told, result: { Ok: { content: [] } } }),
      event(4, "item_completed", { item: { type: "McpToolCall", id: "call_2", status: "completed", ...told } }),
    ],
  });
  assert.deepEqual(sessions[0]?.toolCalls.map(({ toolName, kind, status }) => [toolName, kind, status]), [
    ["mcp__orb__good", "mcp", "ok"],
    ["mcp__orb__good", "mcp", "ok"],
    ["good", "tool", "unknown"],
  ]);
});

Deno.test("0.36: unified exec is given its command as input, and a running one's input with its session", () => {
  const call = (callId: string, input: object) =>
    item(3, "function_call", { name: "unified_exec", call_id: callId, arguments: JSON.stringify(input) });
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, "t"), user(2, "go")],
      call("call_1", { input: ["bash", "-lc", "read x"] }),
      call("call_2", { input: ["hello\n"], session_id: "1" }),
    ],
  });
  assert.deepEqual(
    sessions[0]?.toolCalls.map(({ command, processChain }) => [command?.excerpt ?? null, processChain]),
    [
      ["bash -lc read x", ["bash", "read"]],
      [null, []],
    ],
  );
});

Deno.test("0.95: what a person typed while the model was at work is a prompt, though no event tells it", () => {
  const context = (second: number) => ({ timestamp: at(second), type: "turn_context", payload: { model: "m" } });
  const read = (...began: readonly object[]) =>
    readRecordsOf({
      "/c.jsonl": [
        meta(1, id(1)),
        ...began,
        toModel(2, "first"),
        user(2, "first"),
        context(3),
        exec(4, "call_1"),
        used(5, 10, 10),
        toModel(6, "and this"),
        context(7),
        said(8, "done"),
        used(9, 30, 20),
      ],
    }).sessions.flatMap(({ prompts }) => prompts.map(({ text }) => text.excerpt));
  assert.deepEqual(read(), ["first", "and this"]);
  assert.deepEqual(read(event(2, "task_started", { turn_id: "t" })), ["first"], "where turns are told, prompts are");
});

Deno.test("0.171: an answer cut off for its length is counted once, though its counter tells the answer before it", () => {
  const { sessions } = readRecordsOf({
    "/c.jsonl": [
      meta(1, id(1), { history_mode: "paginated" }),
      user(2, "go"),
      said(3, "one"),
      responded(4, "r1", 100, 10),
      used(4, 10, 10),
      said(5, "two"),
      responded(6, "r2", 120, 20),
      event(6, "token_count", {
        info: {
          total_token_usage: { input_tokens: 30, output_tokens: 2 },
          last_token_usage: { input_tokens: 10, output_tokens: 1 },
        },
      }),
    ],
  });
  assert.deepEqual(sessions.map(({ llmCalls }) => llmCalls.map(({ usage }) => usage?.input)), [[10, 20]]);
});

Deno.test("0.63: an answer that Esc cut does not hold the usage of the compaction that a person asks for then", () => {
  const compacted = (second: number) => ({
    timestamp: at(second),
    type: "compacted",
    payload: { message: "what was done" },
  });
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, "t"), user(2, "one"), used(2, 100, 100), said(2, "a")],
      ...[user(3, "two"), used(3, 100, 100), said(5, "part"), exec(5, "call_1"), event(5, "turn_aborted")],
      ...[used(6, 100, 100), used(7, 250, 150), compacted(7)],
      ...[user(8, "three"), used(8, 250, 150), used(9, 450, 200), said(9, "c"), exec(9, "call_2")],
      ...[used(10, 450, 200), used(10, 750, 300), said(10, "d")],
    ],
  });
  const measured = [[100, 0, "a"], [undefined, 1, "part"], [150, 0, null], [200, 1, "c"], [300, 0, "d"]];
  assert.deepEqual(calls(sessions[0]), measured);
});

Deno.test("0.40: where items stand behind their usage, a counter without numbers begins another answer", () => {
  const untold = (second: number) => event(second, "token_count", { info: null });
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, "t"), user(2, "one"), used(2, 100, 100), exec(2, "call_1"), used(3, 250, 150), said(3, "a")],
      ...[user(4, "two"), untold(4), exec(4, "call_2"), untold(5), said(5, "b")],
      // A program that writes items first goes on.
      ...[user(6, "three"), untold(6), exec(6, "call_3"), used(6, 200, 200), said(7, "c"), used(7, 500, 300)],
    ],
  });
  assert.deepEqual(calls(sessions[0]), [
    ...[[100, 1, null], [150, 0, "a"], [undefined, 1, null], [undefined, 0, "b"], [200, 1, null], [300, 0, "c"]],
  ]);
});

Deno.test("0.107: where a terminal's answer was cut, the counter with which another one goes on is not its usage", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      ...[meta(1, "t"), user(2, "in A"), said(2, "a"), used(2, 100, 100), said(3, "b"), used(3, 250, 150)],
      ...[user(4, "in B"), used(4, 250, 150), said(4, "c"), used(4, 450, 200)],
      ...[user(5, "in B"), said(5, "cut"), event(5, "turn_aborted")],
      ...[user(6, "in A"), used(6, 250, 150), said(6, "e"), used(6, 500, 250)],
    ],
  });
  assert.deepEqual(calls(sessions[0]), [
    ...[[100, 0, "a"], [150, 0, "b"], [200, 0, "c"], [undefined, 0, "cut"], [250, 0, "e"]],
  ]);
});

Deno.test("0.150: a page that begins with a compaction does not count its history's counter", () => {
  const compacted = {
    timestamp: at(2),
    type: "compacted",
    payload: { message: "", replacement_history: [{ type: "compaction" }] },
  };
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, id(1), { history_base: { thread_id: id(0) }, history_mode: "paginated" }),
      ...[event(2, "task_started", { turn_id: id(2) }), compacted],
      ...[event(3, "task_started", { turn_id: id(3) }), typed(3, "go"), used(3, 900, 300)],
      ...[said(4, "b"), used(4, 1000, 100)],
      ...[event(5, "task_started", { turn_id: id(5) }), typed(5, "on"), said(6, "c"), used(6, 1200, 200)],
    ],
  });
  assert.deepEqual(calls(sessions[0]), [[undefined, 0, null], [100, 0, "b"], [200, 0, "c"]]);
});

Deno.test("a goal that a person writes of, or that a script of the model's sets (0.165), is no prompt", () => {
  const words = "What is an active thread goal?\n\n<objective>\nship it\n</objective>";
  const goal = `Continue working toward the active thread goal.\n\n<objective>\nown "goal"\n</objective>`;
  const script = 'await tools.create_goal({ token_budget: 9, objective: "own \\"goal\\"" });';
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(1, id(1), { originator: "codex-tui" }),
      ...[event(2, "task_started", { turn_id: id(2) }), toModel(2, words), typed(2, words)],
      ...[item(3, "custom_tool_call", { name: "exec", call_id: "exec_1", input: script }), used(3, 100, 100)],
      ...[printed(3, "exec_1", COMPLETED), said(4, "ok"), used(4, 250, 150)],
      event(5, "task_started", { turn_id: id(5) }),
      toModel(5, `<codex_internal_context source="goal">\n${goal}\n</codex_internal_context>`),
      ...[said(6, "b"), used(6, 400, 150)],
    ],
  });
  assert.deepEqual(sessions[0]?.prompts.map(({ text }) => text.excerpt), [words]);
});
