/** Traps of Claude Code's logs, each as the smallest log that shows it; cut from runs of the version named. */
import assert from "node:assert/strict";
import type { Session } from "../../src/trace/session.ts";
import { only, readRecordsOf } from "../support/read.ts";

const at = (second: number) => `2026-11-20T10:00:${String(second).padStart(2, "0")}.000Z`;
const [A, B, C] = ["a", "b", "c"].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`);
const FOLDER = "/home/dev/.claude/projects/-p";

/** A record of a session, and one of a file beside it with the same parts. */
const record = (sessionId: string | undefined, second: number, uuid: string, more: object) => ({
  uuid,
  sessionId,
  cwd: "/p",
  timestamp: at(second),
  ...more,
});
const user = (sessionId: string | undefined, second: number, uuid: string, content: unknown, more: object = {}) =>
  record(sessionId, second, uuid, { type: "user", message: { role: "user", content }, ...more });
const local = (second: number, uuid: string, content: string) =>
  record(A, second, uuid, { type: "system", subtype: "local_command", content });
const USAGE = { input_tokens: 1, output_tokens: 2 };
const said = (sessionId: string | undefined, second: number, uuid: string, id: string, more: object = {}) =>
  record(sessionId, second, uuid, {
    type: "assistant",
    requestId: `req_${id}`,
    message: {
      id: `msg_0123456789abcdef${id}`,
      model: "m",
      usage: USAGE,
      content: [{ type: "text", text: id }],
      ...more,
    },
  });
const use = (id: string, name: string, input: object) => ({ content: [{ type: "tool_use", id, name, input }] });
const result = (id: string, content: unknown, isError = false) => [
  { type: "tool_result", tool_use_id: id, content, is_error: isError },
];
const TOOL = "toolu_0123456789abcdef";
/** A command that goes on in the background, as a task. */
const inBackground = (second: number, task: string) => [
  said("s", second, `a${task}`, task, use(TOOL + task, "Bash", { command: task, run_in_background: true })),
  user("s", second, `r${task}`, result(TOOL + task, `Command running in background with ID: ${task}. Output is`)),
];
/** What went into the queue of prompts, or out of it. */
const inQueue = (sessionId: string | undefined, second: number, operation: string, content?: unknown) => ({
  ...{ type: "queue-operation", operation, timestamp: at(second), sessionId },
  ...(content === undefined ? {} : { content }),
});

const byId = (sessions: readonly Session[], id: string | undefined) => sessions.find((session) => session.id === id);
const asked = (session: Session | undefined) => session?.prompts.map((prompt) => prompt.text.excerpt);
const answered = (session: Session | undefined) => session?.llmCalls.map((call) => call.text?.excerpt);

Deno.test("2.0: a fork of a fork, in which copied prompts keep their first session's id, owns what is new in it", () => {
  const start = (id: string | undefined, second: number) => ({
    type: "queue-operation",
    operation: "dequeue",
    timestamp: at(second),
    sessionId: id,
  });
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${C}.jsonl`]: [
      start(C, 20),
      user(C, 1, "u1", [{ type: "text", text: "one" }]),
      said(C, 2, "a1", "1"),
      user(B, 11, "u2", [{ type: "text", text: "two" }]),
      said(C, 12, "a2", "2"),
      user(C, 21, "u3", "three"),
      said(C, 22, "a3", "3"),
    ],
    [`${FOLDER}/${B}.jsonl`]: [
      start(B, 10),
      user(A, 1, "u1", [{ type: "text", text: "one" }]),
      said(B, 2, "a1", "1"),
      user(B, 11, "u2", "two"),
      said(B, 12, "a2", "2"),
    ],
    [`${FOLDER}/${A}.jsonl`]: [
      start(A, 0),
      user(A, 1, "u1", "one"),
      said(A, 2, "a1", "1"),
      user(A, 31, "u4", "four"),
      said(A, 32, "a4", "4"),
    ],
  });
  assert.deepEqual([A, B, C].map((id) => [asked(byId(sessions, id)), answered(byId(sessions, id))]), [
    [["one", "four"], ["1", "4"]],
    [["two"], ["2"]],
    [["three"], ["3"]],
  ]);
});

Deno.test("2.0: a warm-up that begins before it is known which session is resumed belongs to that session", () => {
  const warmup = (first: string | undefined, last: string | undefined) => [
    user(first, 10, `w${last}`, "Warmup", { isSidechain: true }),
    { ...said(last, 11, `x${last}`, `w${last}`), isSidechain: true },
  ];
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [user(A, 1, "u1", "one"), said(A, 2, "a1", "1"), user(A, 12, "u2", "two")],
    [`${FOLDER}/agent-1.jsonl`]: warmup(B, A),
    [`${FOLDER}/agent-2.jsonl`]: warmup(B, B),
  });
  assert.deepEqual(sessions.map((session) => [session.role, session.parentId]), [
    ["top", null],
    ["subagent", A],
    ["subagent", A],
  ]);
});

Deno.test("2.0: a subagent's parent is the session whose call started it", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "one"),
      said(A, 2, "a1", "1", use(TOOL, "Task", { prompt: "look" })),
      user(A, 5, "r1", result(TOOL, "found"), { toolUseResult: { status: "completed", agentId: "1", totalTokens: 9 } }),
    ],
    [`${FOLDER}/${B}.jsonl`]: [user(B, 4, "u2", "two"), said(B, 5, "a2", "2")],
    [`${FOLDER}/agent-1.jsonl`]: [
      user(A, 3, "s1", "look", { isSidechain: true }),
      { ...said(B, 4, "s2", "3"), isSidechain: true },
    ],
  });
  assert.deepEqual([byId(sessions, "agent-1")?.parentId, sessions.length], [A, 3]);
});

Deno.test("2.1.120: a subagent of a subagent is named only by the words of its call's result", () => {
  const inAgent = (letter: string) => ({ isSidechain: true, agentId: letter });
  const texts = ["agentId: b2 is what I looked for", "agentId: c3 (use SendMessage to continue)\n<usage>"];
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [user(A, 1, "u1", "one"), said(A, 2, "a1", "1")],
    [`${FOLDER}/${A}/subagents/agent-a1.jsonl`]: [
      user(A, 3, "s1", "look", inAgent("a1")),
      { ...said(A, 4, "s2", "2", use(TOOL, "Task", { prompt: "look deeper" })), ...inAgent("a1") },
      user(A, 7, "s3", result(TOOL, texts.map((words) => ({ type: "text", text: words }))), inAgent("a1")),
    ],
    [`${FOLDER}/${A}/subagents/agent-c3.jsonl`]: [
      user(A, 5, "s4", "look deeper", inAgent("c3")),
      { ...said(A, 6, "s5", "3"), ...inAgent("c3") },
    ],
  });
  assert.deepEqual(["agent-a1", "agent-c3"].map((id) => byId(sessions, id)?.parentId), [A, "agent-a1"]);
});

Deno.test("a file that a tool names is one, whatever its name looks like", () => {
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1", use(`${TOOL}1`, "Read", { file_path: "/p/src/secretfile" })),
      said("s", 3, "a2", "2", use(`${TOOL}2`, "Write", { file_path: "src/secretfile", content: "a" })),
      user("s", 4, "r2", result(`${TOOL}2`, "done"), { toolUseResult: { filePath: "/p/src/secretfile" } }),
      said("s", 5, "a3", "3", use(`${TOOL}3`, "Grep", { pattern: "a", path: "src" })),
      user("s", 6, "r3", result(`${TOOL}3`, "found"), { toolUseResult: { filenames: ["src/secretfile", "src/a.ts"] } }),
      said("s", 7, "a4", "4", use(`${TOOL}4`, "LS", { path: "/p/src/api" })),
    ],
  });
  assert.deepEqual(sessions.flatMap(({ toolCalls }) => toolCalls.map(({ paths }) => paths)), [
    ["/p/src//secretfile"],
    ["/p/src//secretfile"],
    ["/p/src", "/p/src//secretfile", "/p/src/a.ts"],
    ["/p/src/api"],
  ]);
});

Deno.test("a command's language is its tool's, whatever its text looks like", () => {
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1", use(`${TOOL}1`, "Bash", { command: "npm test | grep -e %PATH% -e Set-Cookie" })),
      said("s", 3, "a2", "2", use(`${TOOL}2`, "PowerShell", { command: "cat docs\\a.md > out\\a.md" })),
    ],
  });
  const calls = sessions.flatMap(({ toolCalls }) => toolCalls);
  assert.deepEqual(calls.map((call) => [call.processChain, call.effect, call.paths]), [
    [["npm"], "test", []],
    [["cat"], "write", ["/p/docs/a.md", "/p/out/a.md"]],
  ]);
});

Deno.test("a slash command that there is not is no prompt", () => {
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1"),
      user("s", 3, "u2", "Unknown slash command: nosuch"),
      user("s", 4, "u3", "Unknown skill: nosuch"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go"]);
});

Deno.test("what the program itself sent is no prompt", () => {
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      user("s", 2, "u2", "Continue from where you left off.", { promptSource: "system" }),
      user("s", 3, "u3", "done", { toolUseResult: { stdout: "done" } }),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go"]);
});

const modelUsage = (input: number, output: number) => ({
  type: "result",
  session_id: "s",
  modelUsage: { m: { inputTokens: input, outputTokens: output } },
});
const streamed = (uuid: string, type: string, message: object, parent: string | null = null) => ({
  type,
  session_id: "s",
  parent_tool_use_id: parent,
  uuid,
  message,
});

Deno.test("saved stream-json: subagents are told by their call, and what the result says more is unlogged", () => {
  const { sessions } = readRecordsOf({
    "/saved.jsonl": [
      { type: "system", subtype: "init", session_id: "s", cwd: "/p" },
      streamed("a1", "assistant", { id: "msg_1", model: "m", usage: USAGE, ...use(TOOL, "Task", { prompt: "look" }) }),
      streamed("u2", "user", { content: [{ type: "text", text: "look" }] }, TOOL),
      streamed("a2", "assistant", { id: "msg_2", model: "m", usage: USAGE, content: [] }, TOOL),
      { ...streamed("r1", "user", { content: result(TOOL, "found") }), tool_use_result: { totalDurationMs: 70 } },
      modelUsage(2, 95),
    ],
  });
  assert.deepEqual(
    sessions.map((one) => [one.id, one.parentId, one.cwd, one.prompts.length, one.llmCalls.length, one.unloggedTokens]),
    [["s", null, "/p", 0, 1, 91], ["s.u2", "s", "/p", 1, 1, 0]],
  );
  assert.deepEqual(sessions[0]?.toolCalls.map((call) => [call.status, call.durationMs]), [["ok", 70]]);
});

Deno.test("saved stream-json: of a skill that a subagent worked on every token counts once", () => {
  const forked = (uuid: string, type: string, message: object) => ({
    ...streamed(uuid, type, message, "forked-command-check"),
    agent_id: "a1",
  });
  const words = "Base directory for this skill: /p/.claude/skills/check\n\nCheck the tables";
  const saved = [
    { type: "system", subtype: "init", session_id: "s", cwd: "/p" },
    forked("u1", "user", { content: [{ type: "text", text: words }] }),
    forked("a1", "assistant", { id: "msg_1", model: "m", usage: USAGE, content: [] }),
    streamed("a2", "assistant", { id: "x", model: "<synthetic>", usage: USAGE, content: [] }),
    modelUsage(2, 95),
  ];
  const { sessions } = readRecordsOf({ "/saved.jsonl": saved });
  assert.deepEqual(
    sessions.map((one) => [one.id, one.parentId, asked(one), one.llmCalls.length, one.unloggedTokens]),
    [["agent-a1", "s", ["Check the tables"], 1, 94]],
  );
});

Deno.test("saved output of several sessions: what a result tells counts where no answer of its own session does", () => {
  const sub = {
    ...streamed("b1", "assistant", { id: "msg_2", model: "m", usage: USAGE, content: [] }, TOOL),
    agent_id: "a1",
  };
  const { sessions } = readRecordsOf({
    "/saved.jsonl": [
      streamed("a1", "assistant", { id: "msg_1", model: "m", usage: USAGE, ...use(TOOL, "Task", { prompt: "look" }) }),
      sub,
      modelUsage(2, 4),
      { ...modelUsage(10, 20), session_id: "t" },
    ],
  });
  assert.deepEqual(
    sessions.map((one) => [one.id, one.llmCalls.map((call) => call.usage?.input), one.unloggedTokens]),
    [["agent-a1", [1], 0], ["s", [1], 0], ["t", [10], 0]],
  );
});

Deno.test("saved json: where no answer was saved, the result's tokens are a call for each model", () => {
  const { sessions } = readRecordsOf({ "/saved.jsonl": [modelUsage(1, 2), modelUsage(10, 20)] });
  assert.deepEqual(only(sessions).llmCalls.map((call) => [call.model, call.usage?.input, call.usage?.output]), [
    ["m", 10, 20],
  ]);
  assert.equal(only(sessions).unloggedTokens, 0);
});

const sinceLast = (input: number, output: number) => ({
  model_usage_since_last_result: input + output === 0 ? {} : modelUsage(input, output).modelUsage,
});

Deno.test("2.1.332: saved output of a session that was resumed tells beside the whole what is new", () => {
  const usageOf = (...records: readonly object[]) =>
    readRecordsOf({ "/saved.jsonl": records }).sessions.map(({ llmCalls, unloggedTokens }) => [
      ...llmCalls.map(({ usage }) => [usage?.input, usage?.output]),
      unloggedTokens,
    ]);
  assert.deepEqual(usageOf({ ...modelUsage(100, 200), ...sinceLast(1, 2) }), [[[1, 2], 0]]);
  const twice = [{ ...modelUsage(100, 200), ...sinceLast(1, 2) }, { ...modelUsage(109, 208), ...sinceLast(9, 8) }];
  assert.deepEqual(usageOf(...twice), [[[10, 10], 0]]);
  const answer = streamed("a1", "assistant", { id: "msg_1", model: "m", usage: USAGE, content: [] });
  assert.deepEqual(usageOf(answer, { ...modelUsage(100, 200), ...sinceLast(1, 7) }), [[[1, 2], 5]]);
  assert.deepEqual(usageOf({ ...modelUsage(100, 200), ...sinceLast(0, 0) }), [], "nothing was asked");
  const json = (usage: object, spawned: number) => [
    { ...modelUsage(100, 200), usage, result_index: 0, subagent_stats: { spawned } },
  ];
  assert.deepEqual(usageOf(...json(USAGE, 0)), [[[1, 2], 0]]);
  assert.deepEqual(usageOf(...json({ input_tokens: 0, output_tokens: 0 }, 0)), [], "nothing was asked");
  assert.deepEqual(usageOf(...json(USAGE, 1)), [[[100, 200], 0]], "subagents are in the whole alone");
});

Deno.test("2.1.332: of saved output of a session that began with its run the counters tell all that was billed", () => {
  const counted = { inputTokens: 100, outputTokens: 200, cacheReadInputTokens: 50, thinkingTokens: 0 };
  const { inputTokens, outputTokens, cacheReadInputTokens, thinkingTokens } = counted;
  const read = (counter: object, more: object = {}) =>
    only(
      readRecordsOf({
        "/saved.jsonl": [{
          ...modelUsage(0, 0),
          modelUsage: { m: counter, ...more },
          ...{ usage: USAGE, result_index: 0, subagent_stats: { spawned: 0 } },
        }],
      }).sessions,
    ).llmCalls.map(({ model, usage }) => [model, usage?.input, usage?.output, usage?.cache_read]);
  assert.deepEqual(read(counted), [["m", 100, 200, 50]]);
  const resumed = { inputTokens, outputTokens, thinkingTokens, cacheReadInputTokens };
  assert.deepEqual(read(resumed), [["m", 1, 2, 0]], "it counts on from earlier runs");
  assert.deepEqual(
    read(resumed, { other: { inputTokens: 1, outputTokens: 2 } }),
    [["other", 1, 2, 0]],
    "who used that",
  );
});

Deno.test("2.1.300: of saved output with several results and no subagent each tells what is its own", () => {
  const answered = (id: string, index: number, counted: number) => [
    streamed(`a${id}`, "assistant", { id, model: "m", usage: USAGE, content: [] }),
    { ...modelUsage(counted, 2 * counted), usage: USAGE, result_index: index, subagent_stats: { spawned: 0 } },
  ];
  const { sessions } = readRecordsOf({ "/saved.jsonl": [...answered("1", 0, 101), ...answered("2", 1, 102)] });
  assert.deepEqual(only(sessions).llmCalls.map(({ usage }) => usage?.output), [2, 2]);
  assert.equal(only(sessions).unloggedTokens, 0);
  const cut = readRecordsOf({ "/saved.jsonl": [...answered("1", 0, 101), ...answered("2", 1, 102).slice(1)] });
  assert.equal(only(cut.sessions).unloggedTokens, 3, "its answer was cut");
});

Deno.test("saved outputs of one session's runs are billed each for itself", () => {
  const saved = (id: string, input: number) => [
    streamed(`a${id}`, "assistant", { id, model: "m", usage: USAGE, content: [] }),
    modelUsage(input, 2),
  ];
  const { sessions } = readRecordsOf({ "/1.jsonl": saved("1", 5), "/2.jsonl": saved("2", 8) });
  assert.deepEqual(only(sessions).llmCalls.map(({ usage }) => usage?.input), [1, 1]);
  assert.equal(only(sessions).unloggedTokens, 4 + 7);
  const counted = (input: number, spawned: number) =>
    [
      { ...modelUsage(input, 0), usage: { input_tokens: input, output_tokens: 0 } },
    ].map((result) => ({ ...result, result_index: 0, subagent_stats: { spawned } }));
  const whole = readRecordsOf({ "/1.jsonl": counted(100, 0), "/2.jsonl": counted(250, 1) });
  assert.equal(
    only(whole.sessions).llmCalls.reduce((sum, { usage }) => sum + (usage?.input ?? 0), 0) +
      only(whole.sessions).unloggedTokens,
    250,
    "what a run with subagents tells holds the runs before it",
  );
});

Deno.test("a call's speed and its advisor's tokens are taken from whichever of its lines tells them", () => {
  const advised = (output: number) => ({
    usage: {
      ...USAGE,
      speed: "fast",
      iterations: [{ type: "message", ...USAGE }, {
        type: "advisor_message",
        model: "adviser",
        input_tokens: 5,
        output_tokens: output,
      }],
    },
  });
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1"),
      said("s", 2, "a2", "1", advised(1)),
      said("s", 2, "a3", "1", advised(9)),
    ],
  });
  assert.deepEqual(only(sessions).llmCalls.map((call) => [call.model, call.usage?.input, call.usage?.output]), [
    ["m-fast", 1, 2],
    ["adviser", 5, 9],
  ]);
});

Deno.test("a search that the provider ran is one event, whether its block is in the log or only its count", () => {
  const usage = { ...USAGE, server_tool_use: { web_search_requests: 2, web_fetch_requests: 0 } };
  const block = { type: "server_tool_use", id: "srvtoolu_0123456789abcdef", name: "web_search", input: { query: "q" } };
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1", { usage, content: [] }),
      said("s", 2, "a2", "1", { usage, content: [block] }),
      said("s", 2, "a3", "1", {
        usage,
        content: [{
          type: "web_search_tool_result",
          tool_use_id: block.id,
          content: { type: "web_search_tool_result_error", error_code: "unavailable" },
        }],
      }),
      user("s", 3, "u2", "more"),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map((call) => [call.kind, call.status, call.promptIndex]), [
    ["network", "fail", 0],
    ["network", "unknown", 0],
  ]);
});

Deno.test("a search in files touched what it found", () => {
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1", use(TOOL, "Grep", { pattern: "x", path: "src" })),
      user("s", 3, "r1", result(TOOL, "Found 2 files"), { toolUseResult: { filenames: ["src/a.ts", "/p/lib/b.ts"] } }),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map((call) => call.paths), [["/p/src", "/p/src/a.ts", "/p/lib/b.ts"]]);
});

Deno.test("2.1: a background task's end that was only put into the queue tells how the command ended", () => {
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      ...inBackground(2, "b1"),
      inQueue(
        "s",
        4,
        "enqueue",
        "<task-notification>\n<task-id>b1</task-id>\n<status>failed</status>\n" +
          '<summary>Background command "make" failed with exit code 2</summary>\n</task-notification>',
      ),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map((call) => [call.status, call.exitCode]), [["fail", 2]]);
});

Deno.test("2.0.72: a notice that a command or an agent in the background has ended is no prompt, and tells how it ended", () => {
  const notice = (name: string, id: string, status: string, words: string) =>
    `<${name}-notification>\n<${id}-id>b1</${id}-id>\n<status>${status}</status>\n` +
    `<summary>Background command "make" ${words}.</summary>\n</${name}-notification>`;
  const endOf = (words: string) => {
    const { sessions } = readRecordsOf({
      "/s.jsonl": [
        user("s", 1, "u1", "go"),
        ...inBackground(2, "b1"),
        user("s", 4, "u2", words),
        said("s", 5, "a2", "2"),
      ],
    });
    assert.deepEqual(asked(only(sessions)), ["go"]);
    return only(sessions).toolCalls.map((call) => [call.status, call.exitCode]);
  };
  assert.deepEqual(endOf(notice("bash", "shell", "failed", "failed with exit code 9")), [["fail", 9]]);
  assert.deepEqual(endOf(notice("agent", "agent", "completed", "completed")), [["ok", null]]);
});

Deno.test("2.1.332: notices that wake a subagent together each tell how a command ended", () => {
  const notice = (task: string, code: number) =>
    `<task-notification>\n<task-id>${task}</task-id>\n<status>failed</status>\n` +
    `<summary>Background command "${task}" failed with exit code ${code}</summary>\n</task-notification>`;
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      ...inBackground(2, "b1"),
      ...inBackground(3, "b2"),
      user(
        "s",
        4,
        "u2",
        `[SYSTEM NOTIFICATION - NOT USER INPUT]\nNobody typed this.\n\n${notice("b1", 7)}\n${notice("b2", 8)}`,
        { isMeta: true, origin: { kind: "task-notification" } },
      ),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go"]);
  assert.deepEqual(only(sessions).toolCalls.map((call) => call.exitCode), [7, 8]);
});

for (
  const words of [
    "Command was manually backgrounded by user with ID: b1. Output is being written to: /x",
    "Command did not complete within its 2s timeout and was moved to the background (ID: b1). Output is",
  ]
) {
  Deno.test(`2.1.142: a subagent's command is not over that "${words.slice(8, 40)}…"`, () => {
    const { sessions } = readRecordsOf({
      "/s.jsonl": [
        user("s", 1, "u1", "go"),
        said("s", 2, "a1", "1", use(TOOL, "Bash", { command: "make" })),
        user("s", 3, "r1", result(TOOL, words)),
      ],
    });
    assert.deepEqual(only(sessions).toolCalls.map(({ status }) => status), ["unknown"]);
  });
}

Deno.test("2.1.142: how a command ended that a subagent left in the background stands in its parent's file", () => {
  const inAgent = { isSidechain: true, agentId: "a1" };
  const queue = (second: number, more: object) => ({
    ...{ type: "queue-operation", sessionId: A, timestamp: at(second) },
    ...more,
  });
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}/subagents/agent-a1.jsonl`]: [
      user(A, 2, "s1", "make it", inAgent),
      { ...said(A, 3, "s2", "2", use(`${TOOL}2`, "Bash", { command: "make", run_in_background: true })), ...inAgent },
      user(A, 4, "s3", result(`${TOOL}2`, "Command running in background with ID: b1. Output is"), inAgent),
    ],
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "go"),
      said(A, 2, "a1", "1", use(TOOL, "Agent", { prompt: "make it" })),
      queue(5, {
        operation: "enqueue",
        content: `<task-notification>\n<task-id>b1</task-id>\n<tool-use-id>${TOOL}2</tool-use-id>\n` +
          '<status>failed</status>\n<summary>Background command "make" failed with exit code 9</summary>\n' +
          "</task-notification>",
      }),
      queue(6, { operation: "remove" }),
      user(A, 7, "r1", result(TOOL, "made"), { toolUseResult: { status: "completed", agentId: "a1" } }),
      user(A, 8, "u2", "and now?"),
      said(A, 9, "a2", "3"),
    ],
  });
  const ended = byId(sessions, "agent-a1")?.toolCalls.map((call) => [call.status, call.exitCode]);
  assert.deepEqual(ended, [["fail", 9]]);
});

Deno.test("saved stream-json: a background task's end is a record of the program, or two of which the first tells less", () => {
  const updated = (status: string) => ({ subtype: "task_updated", patch: { status } });
  const notified = (status: string, words: string) => ({
    ...{ subtype: "task_notification", status },
    summary: `Background command "make" ${words}`,
  });
  const endOf = (...records: readonly object[]) => {
    const { sessions } = readRecordsOf({
      "/saved.jsonl": [
        streamed("a1", "assistant", { id: "1", model: "m", ...use(TOOL, "Bash", { command: "make" }) }),
        streamed("r1", "user", { content: result(TOOL, "Command running in background with ID: b1. Output is") }),
        ...records.map((more) => ({ type: "system", session_id: "s", task_id: "b1", ...more })),
      ],
    });
    return only(sessions).toolCalls.map((call) => [call.status, call.exitCode]);
  };
  assert.deepEqual(endOf(notified("failed", "failed with exit code 9")), [["fail", 9]]);
  assert.deepEqual(endOf(updated("failed")), [["fail", null]]);
  assert.deepEqual(endOf(updated("running")), [["unknown", null]]);
  assert.deepEqual(endOf(updated("completed"), notified("completed", "completed (exit code 0)")), [["ok", 0]]);
});

Deno.test("2.1: each workflow in the background ends as its own notification tells", () => {
  const started = (second: number, letter: string) => [
    said("s", second, `a${letter}`, letter, use(TOOL + letter, "Workflow", { script: "x" })),
    user("s", second + 1, `r${letter}`, result(TOOL + letter, `Workflow launched in background. Task ID: w${letter}`), {
      toolUseResult: { status: "async_launched", taskId: `w${letter}`, taskType: "local_workflow" },
    }),
  ];
  const ended = (second: number, letter: string, status: string) =>
    user("s", second, `n${letter}`, `<task-notification>\n<task-id>w${letter}</task-id>\n<status>${status}</status>`);
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      ...started(2, "1"),
      ...started(4, "2"),
      ended(6, "1", "failed"),
      ended(7, "2", "completed"),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map(({ status }) => status), ["fail", "ok"]);
});

Deno.test("2.1: a subagent that replays its parent to compact it owns none of the parent's events", () => {
  const turn = [
    user(A, 1, "u1", "one"),
    said(A, 2, "a1", "1", use(TOOL, "Bash", { command: "ls" })),
    user(A, 3, "r1", result(TOOL, "ok")),
  ];
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}/subagents/agent-acompact-1.jsonl`]: [
      ...turn.map((line) => ({ ...line, isSidechain: true })),
      { ...said(A, 4, "c1", "2"), isSidechain: true },
    ],
    [`${FOLDER}/${A}.jsonl`]: [...turn, said(A, 9, "a2", "3")],
  });
  assert.deepEqual(
    sessions.map((one) => [one.id, one.parentId, one.prompts.length, one.llmCalls.length, one.toolCalls.length]),
    [[A, null, 1, 2, 1], ["agent-acompact-1", A, 0, 1, 0]],
  );
});

Deno.test("2.1: what a channel or another agent put into the queue is no prompt", () => {
  const queued = (second: number, uuid: string, attachment: object) =>
    record("s", second, uuid, { type: "attachment", attachment: { type: "queued_command", ...attachment } });
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      queued(2, "q1", { prompt: "and this", commandMode: "prompt", origin: { kind: "human" } }),
      queued(3, "q2", { prompt: "news", commandMode: "prompt", origin: { kind: "channel" } }),
      queued(4, "q3", { prompt: "ls", commandMode: "bash" }),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go", "and this"]);
});

Deno.test("2.1: a subagent is the one that its records name, whatever name its file has", () => {
  const records = [
    user(A, 1, "u1", "look", { isSidechain: true, agentId: "x1" }),
    { ...said(A, 2, "a1", "1"), isSidechain: true, agentId: "x1" },
    user(A, 3, "u2", "again", { isSidechain: true, agentId: "x1" }),
    { ...said(A, 4, "a2", "2"), isSidechain: true, agentId: "x1" },
  ];
  const folder = `${FOLDER}/${A}/subagents`;
  for (const copy of [`${folder}/agent-x1 (copy).jsonl`, `${folder}/step.jsonl`, "/backup/x.jsonl"]) {
    for (const own of [records, records.slice(0, 2)]) {
      const { sessions } = readRecordsOf({ [`${folder}/agent-x1.jsonl`]: own, [copy]: records });
      assert.deepEqual(sessions.map((one) => [one.id, one.role, one.parentId, one.prompts.length]), [
        ["agent-x1", "subagent", A, 2],
      ], copy);
    }
  }
});

Deno.test("2.1: files of a workflow's subagents belong to the session whose folder they are in", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}/subagents/workflows/${B}/step.jsonl`]: [user(A, 1, "u1", "look", { isSidechain: true })],
  });
  assert.deepEqual(sessions.map((one) => [one.id, one.role, one.parentId]), [["step", "subagent", A]]);
});

Deno.test("2.1: what was typed while the agent was busy is one prompt, though the queue tells it before any attachment", () => {
  const queue = (second: number, operation: string, more: object = {}) => ({
    ...{ type: "queue-operation", operation, timestamp: at(second), sessionId: "s" },
    ...more,
  });
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1", use(TOOL, "Bash", { command: "ls" })),
      queue(3, "enqueue", { content: "second" }),
      queue(4, "remove"),
      user("s", 5, "r1", result(TOOL, "ok")),
      record("s", 5, "q1", { type: "attachment", attachment: { type: "queued_command", prompt: "second" } }),
      said("s", 6, "a2", "2"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go", "second"]);
  assert.deepEqual(only(sessions).llmCalls.map((call) => call.promptIndex), [0, 1]);
});

Deno.test("2.0: what was typed while the agent was busy is a prompt, though only the queue's records tell it", () => {
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1"),
      inQueue("s", 3, "enqueue", "and this"),
      inQueue("s", 3, "enqueue", "/cost"),
      inQueue("s", 4, "remove"),
      inQueue("s", 4, "dequeue"),
      said("s", 5, "a2", "2"),
      inQueue("s", 6, "enqueue", "later"),
      inQueue("s", 7, "dequeue"),
      user("s", 8, "u2", "later"),
      inQueue("s", 9, "enqueue", "taken back"),
      inQueue("s", 9, "popAll"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go", "and this", "later"]);
  assert.deepEqual(only(sessions).llmCalls.map((call) => call.promptIndex), [0, 1]);
});

Deno.test("2.0.35: what was typed in an editor while the agent was busy is a prompt, without the file that was open", () => {
  const opened = { type: "text", text: "<ide_opened_file>The user opened a.ts</ide_opened_file>" };
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1"),
      inQueue("s", 3, "enqueue", [opened, { type: "text", text: "and this" }]),
      inQueue("s", 4, "enqueue", [opened, { type: "image", source: {} }]),
      inQueue("s", 5, "remove"),
      inQueue("s", 5, "remove"),
      said("s", 6, "a2", "2"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go", "and this", "[image]"]);
});

Deno.test("2.1.70: what a person typed is taken out of the queue before a notice, and is a prompt", () => {
  const notice = "<task-notification>\n<task-id>b1</task-id>\n<status>completed</status>\n</task-notification>";
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1"),
      inQueue("s", 3, "enqueue", notice),
      inQueue("s", 4, "enqueue", "typed while busy"),
      inQueue("s", 5, "remove"),
      said("s", 6, "a2", "2"),
      inQueue("s", 7, "dequeue"),
      user("s", 8, "u2", notice),
      said("s", 9, "a3", "3"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go", "typed while busy"]);
});

Deno.test("2.1.50: that a task has started is no prompt, though it goes through the queue", () => {
  const started = JSON.stringify({ task_id: "t1", tool_use_id: TOOL, description: "a {b}", task_type: "local_agent" });
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1"),
      inQueue("s", 3, "enqueue", "typed while busy"),
      inQueue("s", 3, "enqueue", started),
      inQueue("s", 4, "remove"),
      inQueue("s", 5, "remove"),
      said("s", 6, "a2", "2"),
      inQueue("s", 7, "enqueue", started),
      inQueue("s", 8, "dequeue"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go", "typed while busy"]);
});

for (
  const [what, begun, prompts] of [
    ["is a prompt where no record follows it", [], ["lost"]],
    [
      "is none where a record of the program follows",
      [{ type: "system", subtype: "informational", sessionId: "s" }],
      [],
    ],
    ["is no second one", [user("s", 3, "u1", "lost")], ["lost"]],
  ] as const
) {
  Deno.test(`2.0: what was taken out of the queue to begin a turn ${what}`, () => {
    const enqueue = { type: "queue-operation", operation: "enqueue", timestamp: at(1), sessionId: "s" };
    const dequeue = { ...enqueue, operation: "dequeue" };
    const turn = (content: string) => [{ ...enqueue, content }, dequeue];
    const go = [...turn("go"), user("s", 5, "u2", "go"), said("s", 6, "a1", "1")];
    const followed = readRecordsOf({ "/s.jsonl": [...turn("lost"), ...begun, ...go] });
    assert.deepEqual(asked(only(followed.sessions)), [...prompts, "go"]);
    assert.deepEqual(only(followed.sessions).llmCalls.map((call) => call.promptIndex), [prompts.length]);
    const last = readRecordsOf({ "/s.jsonl": [...turn("/clear"), ...turn("lost"), ...begun] });
    assert.deepEqual(last.sessions.flatMap(asked), prompts);
  });
}

Deno.test("what was taken out of the queue together, and typed before its record came, is one prompt", () => {
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      ...[
        inQueue("s", 1, "enqueue", "one"),
        inQueue("s", 1, "enqueue", "two"),
        inQueue("s", 1, "dequeue"),
        inQueue("s", 1, "dequeue"),
        inQueue("s", 1, "enqueue", "three"),
      ],
      user("s", 2, "u1", "one\ntwo"),
      said("s", 3, "a1", "1"),
      inQueue("s", 1, "dequeue"),
      user("s", 4, "u2", "three"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["one\ntwo", "three"]);
});

Deno.test("2.0: what was taken out of the queue at one time is a prompt each", () => {
  const queue = (second: number, operation: string, more: object = {}) => ({
    ...{ type: "queue-operation", operation, timestamp: at(second), sessionId: "s" },
    ...more,
  });
  const { sessions, counts } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      said("s", 2, "a1", "1"),
      queue(3, "enqueue", { content: "first" }),
      queue(3, "enqueue", { content: "second" }),
      queue(4, "remove"),
      queue(4, "remove"),
      said("s", 5, "a2", "2"),
    ],
  });
  assert.deepEqual([asked(only(sessions)), counts.copiesDropped], [["go", "first", "second"], 0]);
});

Deno.test("what a response says in several lines, with results between them, is one text; a line that comes after another response has spoken adds none", () => {
  const line = (second: number, id: string, words: string) =>
    said(A, second, `a${second}`, id, { content: [{ type: "text", text: words }] });
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 0, "u1", "go"),
      line(1, "1", "one"),
      said(A, 2, "a2", "1", use(TOOL, "Read", { file_path: "/p/x" })),
      user(A, 3, "u2", result(TOOL, "x")),
      line(4, "1", "two"),
      line(5, "2", "three"),
      line(6, "1", "late"),
    ],
  });
  assert.deepEqual(answered(byId(sessions, A)), ["one\ntwo", "three"]);
});

/** What the program writes when it ends: tokens billed since the counter began, at `began`, and for how long it ran. */
const costs = (sessionId: string | undefined, began: number, ran: number, modelUsage: Record<string, number>) => ({
  type: "cost-state",
  sessionId,
  startTime: Date.parse(at(began)),
  totalDuration: 1000 * ran,
  modelUsage: Object.fromEntries(Object.entries(modelUsage).map(([model, inputTokens]) => [model, { inputTokens }])),
});
const unlogged = (sessions: readonly Session[]) => sessions.map(({ unloggedTokens }) => unloggedTokens);

for (
  const [version, tokens] of [
    ["2.1.270", 20],
    ["2.1.331", 17],
  ] as const
) {
  Deno.test(`${version}: of an answer that Esc cut the bill tells what it is known to hold`, () => {
    const cut = said(A, 2, "a1", "1", { stop_reason: null });
    const interruption = (second: number, id: string) =>
      user(A, second, `i${second}`, "[Request interrupted by user]", { version, interruptedMessageId: id });
    const { sessions } = readRecordsOf({
      [`${FOLDER}/${A}.jsonl`]: [
        user(A, 1, "u1", "one"),
        { ...cut, version },
        interruption(3, "msg_0123456789abcdef1"),
        user(A, 4, "u2", "two"),
        { ...said(A, 5, "a2", "2", { stop_reason: "end_turn" }), version },
        interruption(6, "msg_0123456789abcdef2"),
        costs(A, 0, 9, { "m[1m]": 23 }),
      ],
    });
    assert.deepEqual(unlogged(sessions), [tokens]);
  });
}

Deno.test("2.1.270: an answer that Esc cut is added once to the bill of its own model, whatever its speed", () => {
  const version = "2.1.270";
  const cut = said(A, 2, "a1", "1", { stop_reason: null, usage: { ...USAGE, speed: "fast" } });
  const interruption = (uuid: string) =>
    user(A, 3, uuid, "[Request interrupted by user]", { version, interruptedMessageId: "msg_0123456789abcdef1" });
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "one"),
      ...[{ ...cut, version }, interruption("i1"), interruption("i2")],
      user(A, 4, "u2", "two"),
      said(A, 5, "a2", "2", { stop_reason: "end_turn" }),
      costs(A, 0, 9, { titles: 5, m: 3 }),
    ],
  });
  assert.deepEqual(unlogged(sessions), [5]);
});

Deno.test("2.1.332: calls of a process that was killed are in no bill, and not taken off the next one", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "one"),
      said(A, 2, "a1", "1"),
      costs(A, 0, 3, { m: 3 }),
      user(A, 11, "u2", "two"),
      said(A, 12, "a2", "2"),
      record(A, 25, "c", { type: "system", subtype: "compact_boundary" }),
      costs(A, 0, 5, { m: 10 }),
    ],
  });
  assert.deepEqual(unlogged(sessions), [7]);
});

Deno.test("2.1.332: calls of a run that has no bill yet are not taken off the bill that the run before wrote twice", () => {
  const bill = costs(A, 0, 3, { m: 10 });
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "one"),
      said(A, 2, "a1", "1"),
      bill,
      bill,
      user(A, 11, "u2", "two"),
      said(A, 12, "a2", "2"),
    ],
  });
  assert.deepEqual(unlogged(sessions), [7]);
});

Deno.test("2.1.250: a model that only the bill names is unlogged, though an answer that was cut is in no bill", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "one"),
      said(A, 2, "a1", "1"),
      said(A, 3, "a2", "2", { usage: { input_tokens: 90, output_tokens: 1 } }),
      costs(A, 0, 4, { m: 3, haiku: 40 }),
    ],
  });
  assert.deepEqual(unlogged(sessions), [40]);
});

Deno.test("2.1.332: the bill of a branch begins with the branch, that of a fork goes on with the one at the fork", () => {
  const log = [user(A, 1, "u1", "one"), said(A, 2, "a1", "1")];
  const read = (...bill: Parameters<typeof costs>) =>
    unlogged(
      readRecordsOf({
        [`${FOLDER}/${A}.jsonl`]: [
          ...log,
          costs(A, 0, 3, { m: 13 }),
          user(A, 21, "u3", "three"),
          costs(A, 0, 4, { m: 33 }),
        ],
        [`${FOLDER}/${B}.jsonl`]: [...forked(log), user(B, 11, "u2", "two"), said(B, 12, "b1", "b"), costs(...bill)],
      }).sessions,
    );
  assert.deepEqual(read(B, 10, 3, { m: 8 }), [30, 5]);
  assert.deepEqual(read(B, 0, 6, { m: 21 }), [30, 5]);
});

/** The records as a fork copies them. */
const forked = (records: readonly object[]) =>
  records.map((one) => ({ ...one, sessionId: B, forkedFrom: { sessionId: A, messageUuid: "u1" } }));
const gateway = (second: number, uuid: string, message: object, more: object = {}) =>
  record(A, second, uuid, {
    type: "assistant",
    message: { model: "m", usage: USAGE, content: [], ...message },
    ...more,
  });
const counted = (sessions: readonly Session[]) =>
  sessions.map(({ llmCalls, toolCalls }) => [llmCalls.length, toolCalls.map(({ callId }) => callId)]);

for (
  const [what, records] of Object.entries({
    "answers with a gateway's ids and no request id": [
      gateway(2, "a1", { id: "chatcmpl-1" }),
      gateway(3, "a2", { id: "msg_5" }),
      gateway(4, "a3", { id: "msg_01234567-89ab-4def" }),
    ],
    "answers without an id": [gateway(2, "a1", {}), gateway(3, "a2", {}), gateway(4, "a3", {})],
  })
) {
  Deno.test(`${what} are the same ones in a fork, and in a copy of the file`, () => {
    const log = [user(A, 1, "u1", "one"), ...records];
    const inFork = readRecordsOf({
      [`${FOLDER}/${A}.jsonl`]: log,
      [`${FOLDER}/${B}.jsonl`]: [...forked(log), user(B, 11, "u2", "two"), said(B, 12, "b1", "b")],
    });
    assert.deepEqual(counted(inFork.sessions), [[3, []], [1, []]]);
    const moved = readRecordsOf({ [`${FOLDER}/${A}.jsonl`]: log, [`/home/dev/.claude/projects/-q/${A}.jsonl`]: log });
    assert.deepEqual(counted(moved.sessions), [[3, []]]);
  });
}

Deno.test("a tool call with a gateway's short id is the same one in a fork, and another one in another session", () => {
  const log = (session: string | undefined, letter: string) => [
    user(session, 1, `${letter}u`, "one"),
    said(session, 2, `${letter}a`, letter, use("call_1", "Bash", { command: "ls" })),
  ];
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: log(A, "x"),
    [`${FOLDER}/${B}.jsonl`]: [...forked(log(A, "x")), user(B, 11, "u2", result("call_1", "late"))],
    [`${FOLDER}/${C}.jsonl`]: log(C, "y"),
  });
  assert.deepEqual(counted(sessions), [[1, ["call_1"]], [1, ["call_1"]]]);
  assert.deepEqual(sessions.map(({ toolCalls }) => toolCalls[0]?.status), ["ok", "unknown"]);
});

Deno.test("a tool call with a short id, in lines without a `uuid`, is another one in another file", () => {
  const call = (session: string | undefined, id: string) => {
    const { uuid: _, ...rest } = said(session, 2, "a", id, use("call_1", "Bash", { command: "ls" }));
    return rest;
  };
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [user(A, 1, "u", "one"), call(A, "1")],
    [`${FOLDER}/${B}.jsonl`]: [user(B, 1, "v", "two"), call(B, "2")],
  });
  assert.deepEqual(counted(sessions), [[1, ["call_1"]], [1, ["call_1"]]]);
});

Deno.test("a tool call with an id that a gateway gave before is another one, with a result of its own", () => {
  const call = (second: number, letter: string, name: string, input: object) =>
    said(A, second, `a${letter}`, letter, use("call_0", name, input));
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "go"),
      call(2, "1", "Bash", { command: "make", run_in_background: true }),
      user(A, 3, "r1", result("call_0", "Command running in background with ID: b1. Output is")),
      call(4, "2", "BashOutput", { bash_id: "b1" }),
      user(A, 5, "r2", result("call_0", "<status>completed</status>\n<exit_code>0</exit_code>")),
      call(6, "3", "Bash", { command: "false" }),
      call(6, "3", "Bash", { command: "false" }),
      user(A, 7, "r3", result("call_0", "Exit code 1", true)),
    ],
  });
  assert.deepEqual(only(sessions).llmCalls.map(({ toolCalls }) => toolCalls), [[0], [1], [2]]);
  assert.deepEqual(
    only(sessions).toolCalls.map(({ command, status, exitCode }) => [command?.excerpt, status, exitCode]),
    [
      ["make", "ok", 0],
      [undefined, "ok", null],
      ["false", "fail", 1],
    ],
  );
});

Deno.test("lines without an id that follow one another are one response", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "one"),
      gateway(2, "a1", { id: "" }, { parentUuid: "u1" }),
      gateway(3, "a2", { id: "", ...use("call_0", "Bash", { command: "ls" }) }, { parentUuid: "a1" }),
      gateway(4, "a3", { id: "", ...use("call_1", "Bash", { command: "pwd" }) }, { parentUuid: "a2" }),
      user(A, 5, "r1", result("call_0", "x"), { parentUuid: "a2" }),
      user(A, 5, "r2", result("call_1", "x"), { parentUuid: "a3" }),
      gateway(6, "a4", { id: "" }, { parentUuid: "r2" }),
    ],
  });
  assert.deepEqual(only(sessions).llmCalls.map(({ toolCalls }) => toolCalls), [[0, 1], []]);
});

Deno.test("saved stream-json: lines with a gateway's id and one request are one response", () => {
  const line = (second: number, uuid: string, request: string) => ({
    ...streamed(uuid, "assistant", { id: "chatcmpl-1", model: "m", usage: USAGE, content: [] }),
    request_id: request,
    timestamp: at(second),
  });
  const { sessions } = readRecordsOf({
    "/saved.jsonl": [line(1, "a1", "r1"), line(2, "a2", "r1"), line(3, "a3", "r2")],
  });
  assert.equal(only(sessions).llmCalls.length, 2);
});

Deno.test("a search that only a response's usage counts is the same one in a fork", () => {
  const usage = { ...USAGE, server_tool_use: { web_search_requests: 1 } };
  const log = [user(A, 1, "u1", "one"), said(A, 2, "a1", "1", { usage })];
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: log,
    [`${FOLDER}/${B}.jsonl`]: [...forked(log), user(B, 11, "u2", "two"), said(B, 12, "b1", "b")],
  });
  assert.deepEqual(sessions.map(({ toolCalls }) => toolCalls.map(({ toolName }) => toolName)), [["web_search"], []]);
});

Deno.test("lines with one short `msg_` id are one response, whatever they follow", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "one"),
      gateway(2, "a1", { id: "msg_5" }, { parentUuid: "u1" }),
      gateway(3, "a2", { id: "msg_5" }, { parentUuid: "u1" }),
    ],
  });
  assert.equal(only(sessions).llmCalls.length, 1);
});

Deno.test("a subagent's responses are its own, though a gateway gives one short id to all", () => {
  const answer = (second: number, uuid: string, more: object = {}) => ({
    ...said(A, second, uuid, uuid, { id: "msg_1" }),
    ...more,
  });
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [user(A, 1, "u1", "one"), answer(2, "a1"), user(A, 8, "u2", "two"), answer(9, "a2")],
    [`${FOLDER}/${A}/subagents/agent-one.jsonl`]: [
      user(A, 3, "u3", "three", { isSidechain: true, agentId: "one" }),
      answer(4, "a3", { isSidechain: true, agentId: "one" }),
    ],
  });
  assert.deepEqual(sessions.map(({ llmCalls }) => llmCalls.length), [2, 1]);
});

Deno.test("how fast a response was is told by the line whose usage counts", () => {
  const line = (second: number, uuid: string, output_tokens: number, speed: string) =>
    said(A, second, uuid, "1", { usage: { input_tokens: 1, output_tokens, speed } });
  const modelOf = (...lines: readonly object[]) =>
    only(readRecordsOf({ [`${FOLDER}/${A}.jsonl`]: lines }).sessions).llmCalls.map(({ model }) => model);
  assert.deepEqual(modelOf(line(1, "a", 1, "fast"), line(2, "b", 9, "standard")), ["m"]);
  assert.deepEqual(modelOf(line(1, "a", 1, "standard"), line(2, "b", 9, "fast")), ["m-fast"]);
  assert.deepEqual(modelOf(line(1, "a", 9, "fast"), line(2, "b", 1, "standard")), ["m-fast"]);
});

Deno.test("an edit's result tells which file it was", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      said(A, 1, "a", "1", use(`${TOOL}1`, "Edit", { file_path: "src/a.ts", old_string: "a", new_string: "b" })),
      user(A, 2, "r", result(`${TOOL}1`, "done"), { toolUseResult: { filePath: "/p/packages/core/src/a.ts" } }),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map(({ paths }) => paths), [["/p/packages/core/src/a.ts"]]);
});

Deno.test("a slash command for which the provider was asked and failed is a prompt", () => {
  const command = "<command-name>/review</command-name><command-args>src</command-args>";
  const failed = said(A, 2, "e", "1", { model: "<synthetic>", content: [{ type: "text", text: "API Error: 529" }] });
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [user(A, 1, "c", command), { ...failed, isApiErrorMessage: true }],
  });
  assert.deepEqual(asked(only(sessions)), ["/review src"]);
});

Deno.test("a tool's result counts though it stands before its call, up to the next prompt", () => {
  const call = said(A, 1, "a", "1", use(`${TOOL}1`, "Bash", { command: "ls" }));
  const brought = user(A, 2, "r", result(`${TOOL}1`, "Exit code 2", true));
  const statusOf = (...records: readonly object[]) =>
    only(readRecordsOf({ [`${FOLDER}/${A}.jsonl`]: records }).sessions).toolCalls.map((
      { status, exitCode, durationMs },
    ) => [
      status,
      exitCode,
      durationMs,
    ]);
  assert.deepEqual(statusOf(user(A, 0, "u", "go"), brought, call), [["fail", 2, 1000]]);
  assert.deepEqual(statusOf(brought, user(A, 0, "u", "go"), call), [["unknown", null, null]]);
});

Deno.test("2.1.250: calls with a refusal's result were stopped if the interruption names the response", () => {
  const refused = (second: number) =>
    user(A, second, `r${second}`, result(`${TOOL}${second - 1}`, "The user doesn't want to proceed", true), {
      toolUseResult: "User rejected tool use",
      toolDenialKind: "user-rejected",
    });
  const call = (second: number) => said(A, second, `a${second}`, `${second}`, use(`${TOOL}${second}`, "Bash", {}));
  const interruption = (second: number, more: object) =>
    user(A, second, `i${second}`, "[Request interrupted by user for tool use]", more);
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 0, "u0", "go"),
      call(1),
      refused(2),
      interruption(2, {}),
      user(A, 3, "u3", "go on"),
      call(4),
      refused(5),
      call(6),
      user(A, 7, "r7", result(`${TOOL}6`, "no", true), { toolDenialKind: "permission-rule" }),
      call(8),
      refused(9),
      interruption(9, { interruptedMessageId: "msg_0123456789abcdef8" }),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map(({ status }) => status), [
    "rejected",
    "rejected",
    "rejected",
    "interrupted",
  ]);
});

Deno.test("2.1.181: a response that was stopped while it came is one call, though only the interruption may name it", () => {
  const interruption = (second: number, id: string) =>
    user("s", second, `i${second}`, "[Request interrupted by user]", { interruptedMessageId: id });
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 0, "u0", "go"),
      said("s", 1, "a1", "1"),
      interruption(2, "msg_0123456789abcdef1"),
      user("s", 3, "u3", "go on"),
      interruption(4, "msg_0123456789abcdef2"),
      user("s", 5, "u5", "and on"),
      said("s", 6, "a6", "3", { id: "chat-1" }),
      interruption(7, "chat-1"),
    ],
  });
  assert.deepEqual(only(sessions).llmCalls.map(({ promptIndex, usage }) => [promptIndex, usage?.output]), [
    [0, 2],
    [1, undefined],
    [2, 2],
  ]);
});

for (
  const [entrypoint, words, status] of [
    ["sdk-cli", "[Request interrupted by user for tool use]", "interrupted"],
    ["sdk-cli", "go on", "rejected"],
    ["cli", "[Request interrupted by user for tool use]", "rejected"],
  ] as const
) {
  Deno.test(`with ${entrypoint}, a call with a refusal's result and "${words}" behind it is ${status}`, () => {
    const refusal = result(`${TOOL}1`, "The user doesn't want to proceed", true);
    const { sessions } = readRecordsOf({
      "/s.jsonl": [
        user("s", 0, "u0", "go"),
        said("s", 1, "a1", "1", use(`${TOOL}1`, "Bash", {})),
        user("s", 2, "r1", refusal, { toolUseResult: "User rejected tool use" }),
        user("s", 3, "i1", [{ type: "text", text: words }], { entrypoint }),
      ],
    });
    assert.deepEqual(only(sessions).toolCalls.map((call) => call.status), [status]);
  });
}

Deno.test("2.1.332: a call that a program refused before it ran was not stopped by the interruption behind it", () => {
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 0, "u0", "go"),
      said("s", 1, "a1", "1", use(`${TOOL}1`, "Bash", {})),
      user("s", 2, "r1", result(`${TOOL}1`, "The user doesn't want to proceed", true), {
        toolUseResult: "User rejected tool use",
        toolDenialKind: "user-rejected",
        toolDenialBeforeRun: true,
        version: "2.1.332",
      }),
      user("s", 3, "i1", "[Request interrupted by user for tool use]", { entrypoint: "sdk-cli" }),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map((call) => call.status), ["rejected"]);
});

Deno.test("2.1.150: a command that was killed was stopped, where nothing names the response; a refused call was not", () => {
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 0, "u0", "go"),
      said("s", 1, "a1", "1", use(`${TOOL}1`, "Bash", { command: "sleep 30" })),
      said("s", 1, "a2", "1", use(`${TOOL}2`, "Bash", { command: "sleep 40" })),
      user("s", 2, "r1", result(`${TOOL}1`, "Exit code 137", true), { toolUseResult: "Error: Exit code 137" }),
      user("s", 3, "r2", result(`${TOOL}2`, "no", true), { toolUseResult: "User rejected tool use" }),
      user("s", 3, "i1", "[Request interrupted by user for tool use]", { entrypoint: "cli" }),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map((call) => call.status), ["interrupted", "rejected"]);
});

Deno.test("2.1.120: subagents in the background that were all stopped at once are interrupted, those that ended are not", () => {
  const started = (second: number, id: string) => [
    said(A, second, `a${id}`, id, use(`${TOOL}${id}`, "Agent", { prompt: "look" })),
    user(A, second, `r${id}`, result(`${TOOL}${id}`, "Async agent launched"), {
      toolUseResult: { status: "async_launched", agentId: `a${id}` },
    }),
  ];
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 0, "u0", "go"),
      ...started(1, "1"),
      ...started(2, "2"),
      said(A, 3, "a3", "3", use(`${TOOL}3`, "Bash", { command: "make", run_in_background: true })),
      user(A, 3, "r3", result(`${TOOL}3`, "Command running in background with ID: b1. Output is")),
      user(A, 4, "n", "<task-notification>\n<task-id>a1</task-id>\n<status>completed</status>"),
      record(A, 5, "k", { type: "system", subtype: "agents_killed" }),
    ],
  });
  const calls = sessions.find(({ id }) => id === A)?.toolCalls ?? [];
  assert.deepEqual(calls.map(({ status }) => status), ["ok", "interrupted", "unknown"]);
});

Deno.test("2.1.332: a response that was refused, and of which no line was written, is a call of the prompt it was for", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 0, "u0", "go"),
      user(A, 1, "m", "Your response above was stopped by a safety classifier", {
        isMeta: true,
        refusedMessageId: "msg_0123456789abcdef1",
      }),
      said(A, 2, "a2", "2"),
      user(A, 3, "u3", "go on"),
      said(A, 4, "a4", "4"),
      user(A, 5, "m5", "Your response above was stopped by a safety classifier", {
        isMeta: true,
        refusedMessageId: "msg_0123456789abcdef4",
      }),
    ],
  });
  assert.deepEqual(only(sessions).llmCalls.map(({ promptIndex, usage }) => [promptIndex, usage?.output]), [
    [0, undefined],
    [0, 2],
    [1, 2],
  ]);
});

Deno.test("2.1.332: that a skill is none for persons is no skill's output", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "/keybindings-help x"),
      local(
        1,
        "o1",
        "<local-command-stdout>This skill can only be invoked by Claude, not directly by users.</local-command-stdout>",
      ),
      user(A, 2, "u2", "go"),
      said(A, 3, "a1", "1"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go"]);
});

for (
  const [content, words, status] of [
    ["Exit code 137", "[Request interrupted by user for tool use]", "interrupted"],
    ["Exit code 143\nbye", "[Request interrupted by user for tool use]", "interrupted"],
    ["Exit code 137", "go on", "fail"],
    ["Exit code 124", "[Request interrupted by user for tool use]", "fail"],
    ["Exit code 137", "[Request interrupted by user]", "fail"],
    ["Exit code 1", "[Request interrupted by user for tool use]", "fail"],
  ] as const
) {
  Deno.test(`2.1.150: a command that answered ${JSON.stringify(content)} with "${words}" behind it is ${status}`, () => {
    const { sessions } = readRecordsOf({
      "/s.jsonl": [
        user("s", 0, "u0", "go"),
        said("s", 1, "a1", "1", use(`${TOOL}1`, "Bash", { command: "sleep 30" })),
        user("s", 2, "r1", result(`${TOOL}1`, content, true), { toolUseResult: `Error: ${content}` }),
        user("s", 3, "i1", [{ type: "text", text: words }], { entrypoint: "sdk-cli", interruptedMessageId: "msg_2" }),
      ],
    });
    assert.deepEqual(only(sessions).toolCalls.map((call) => call.status), [status]);
  });
}

Deno.test("saved stream-json: a call that was stopped while it ran has a refusal's result", () => {
  const refusal = { content: result(`${TOOL}1`, "The user doesn't want to proceed", true) };
  const { sessions } = readRecordsOf({
    "/saved.jsonl": [
      streamed("a1", "assistant", { id: "1", model: "m", ...use(`${TOOL}1`, "Bash", {}) }),
      { ...streamed("r1", "user", refusal), tool_use_result: "User rejected tool use" },
      streamed("i1", "user", { content: "[Request interrupted by user for tool use]" }),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map((call) => call.status), ["interrupted"]);
});

Deno.test("saved stream-json: what the program did not let run is told beside the result", () => {
  const denied = {
    ...{ tool_result_meta: [{ id: TOOL, permission_decision: { decision: "reject" } }] },
    ...streamed("r1", "user", { content: result(TOOL, "Cannot write to /p/a while in plan mode.", true) }),
  };
  const { sessions } = readRecordsOf({
    "/saved.jsonl": [streamed("a1", "assistant", { id: "1", model: "m", ...use(TOOL, "Write", {}) }), denied],
  });
  assert.deepEqual(only(sessions).toolCalls.map((call) => call.status), ["rejected"]);
});

Deno.test("saved stream-json: what the program itself sent is no prompt", () => {
  const { sessions } = readRecordsOf({
    "/saved.jsonl": [
      streamed("a1", "assistant", { id: "1", model: "m", content: [] }),
      { ...streamed("u1", "user", { content: "Output token limit hit. Resume directly" }), isSynthetic: true },
    ],
  });
  assert.deepEqual(asked(only(sessions)), []);
});

Deno.test("2.1.61: a subagent's first result counts though it stands before the prompt", () => {
  const side = { isSidechain: true, agentId: "x1" };
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}/subagents/agent-x1.jsonl`]: [
      user(A, 3, "r", result(TOOL, "src/a.py"), side),
      user(A, 1, "u", "look", side),
      { ...said(A, 2, "a", "1", use(TOOL, "Glob", { pattern: "**/*.py" })), ...side },
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map(({ status, durationMs }) => [status, durationMs]), [["ok", 1000]]);
});

Deno.test("2.1.250: a slash command that is written as plain text too is none, unless an answer follows it", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "go"),
      said(A, 2, "a1", "1"),
      user(A, 3, "u2", "/compact"),
      record(A, 4, "c", { type: "system", subtype: "compact_boundary" }),
      user(A, 4, "u3", "Summary", { isCompactSummary: true }),
      user(A, 4, "u4", "<command-name>/compact</command-name>"),
      user(A, 4, "u5", "<local-command-stdout>Compacted</local-command-stdout>"),
      user(A, 5, "u6", "/nosuch abc"),
      record(A, 5, "f", { type: "attachment", attachment: { type: "unknown_command_fallback" } }),
      said(A, 6, "a2", "2"),
      user(A, 7, "u7", "/home/dev/x is empty"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go", "/nosuch abc", "/home/dev/x is empty"]);
});

Deno.test("an assistant record that holds no message is no call", () => {
  const empty = record(A, 2, "e", { type: "assistant" });
  const { sessions } = readRecordsOf({ [`${FOLDER}/${A}.jsonl`]: [user(A, 1, "u", "go"), empty] });
  assert.deepEqual(only(sessions).llmCalls, []);
});

for (
  const [what, output] of [
    ["2.1.150", user(A, 3, "o", "<local-command-stdout>\nDone\n</local-command-stdout>")],
    [
      "2.1.270",
      local(3, "o", "<local-command-stdout>Done</local-command-stdout>"),
    ],
  ] as const
) {
  Deno.test(`${what}: a skill that a subagent worked on is a prompt, though nothing else of it is in the session's file`, () => {
    const { sessions } = readRecordsOf({
      [`${FOLDER}/${A}.jsonl`]: [
        user(A, 1, "u1", "go"),
        said(A, 1, "a1", "1"),
        user(A, 3, "m", "<local-command-caveat>…</local-command-caveat>", { isMeta: true }),
        user(A, 2, "u2", "/check tables"),
        output,
        user(A, 4, "u3", "<command-name>/cost</command-name>"),
        { ...output, uuid: "o2" },
        user(A, 5, "u4", "and now?"),
        said(A, 5, "a2", "2"),
      ],
    });
    assert.deepEqual(asked(only(sessions)), ["go", "/check tables", "and now?"]);
  });
}

Deno.test("a slash command of which there was only output is no prompt, whatever the model says next", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "/nosuch abc"),
      user(A, 1, "o1", "<local-command-stdout>Unknown skill: nosuch</local-command-stdout>"),
      user(A, 2, "u2", "<command-name>/cost</command-name>", { promptId: "p1" }),
      local(2, "o2", "<local-command-stdout>$1</local-command-stdout>"),
      user(A, 3, "m", "Stop hook feedback:\nlint failed", { isMeta: true, promptId: "p0" }),
      said(A, 3, "a1", "1"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), []);
});

Deno.test("a slash command written as plain text is no prompt where what follows is another command's output", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      ...[user(A, 1, "u0", "go"), said(A, 1, "a0", "1")],
      user(A, 2, "u1", "/compact"),
      local(3, "c1", "<command-name>/usage</command-name>"),
      local(3, "o1", "<local-command-stdout>$1</local-command-stdout>"),
      user(A, 4, "u2", "/nosuch abc"),
      local(4, "o2", "<local-command-stdout>Unknown command: /nosuch</local-command-stdout>"),
      user(A, 5, "u3", "/check tables"),
      local(5, "o3", "<local-command-stdout>Unknown tables: 3</local-command-stdout>"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go", "/check tables"]);
});

Deno.test("2.1.270: a slash command that the program ran before it asked the model is a prompt", () => {
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "<command-name>/goal</command-name><command-args>all tests pass</command-args>", {
        promptId: "p1",
      }),
      local(1, "o", "<local-command-stdout>Goal set: all tests pass</local-command-stdout>"),
      user(A, 1, "m", "A session-scoped Stop hook is now active", { isMeta: true, promptId: "p1" }),
      said(A, 2, "a1", "1"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["/goal all tests pass"]);
  assert.deepEqual(only(sessions).llmCalls.map((call) => call.promptIndex), [0]);
});

Deno.test("2.1: the words of a skill that a subagent was started with are its prompt, those of another skill are none", () => {
  const skill = (second: number, uuid: string, words: string) =>
    user(A, second, uuid, `Base directory for this skill: /p/.claude/skills/${uuid}\n\n${words}\n`, {
      isMeta: true,
      isSidechain: true,
      agentId: "a1",
    });
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [user(A, 0, "u1", "go"), said(A, 0, "a0", "0")],
    [`${FOLDER}/${A}/subagents/agent-a1.jsonl`]: [
      skill(1, "s1", "Check the tables"),
      said(A, 2, "a1", "1", { isSidechain: true }),
      skill(3, "s2", "Be brief"),
      said(A, 4, "a2", "2", { isSidechain: true }),
    ],
    [`${FOLDER}/${A}/subagents/agent-a2.jsonl`]: [said(A, 2, "b1", "3"), skill(3, "s3", "Be brief")],
    [`${FOLDER}/${A}/subagents/agent-a3.jsonl`]: [
      user(A, 1, "s4", [{ type: "image", source: {} }], { isMeta: true, isSidechain: true, agentId: "a3" }),
      said(A, 2, "c1", "4", { isSidechain: true }),
    ],
  });
  assert.deepEqual(["agent-a2", "agent-a3"].map((id) => asked(byId(sessions, id))), [[], []]);
  assert.deepEqual(asked(byId(sessions, "agent-a1")), ["Check the tables"]);
  assert.deepEqual(asked(byId(sessions, A)), ["go"]);
});

Deno.test("2.1.270: what its parent sends to a subagent is a prompt of the subagent", () => {
  const isMail = { isMeta: true, origin: { kind: "coordinator" } };
  const mail = "The coordinator sent a message while you were working:\nand the docs\n\n" +
    "Address this before completing your current task.";
  const queued = { type: "queued_command", prompt: "and the tests", ...isMail };
  const own = { isSidechain: true, agentId: "a1" };
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}/subagents/agent-a1.jsonl`]: [
      user(A, 1, "u1", "look", own),
      said(A, 2, "a1", "1"),
      record(A, 3, "q", { type: "attachment", attachment: queued, ...own }),
      said(A, 4, "a2", "2"),
      user(A, 5, "u2", mail, { ...isMail, ...own }),
      said(A, 6, "a3", "3"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["look", "and the tests", "and the docs"]);
  assert.deepEqual(only(sessions).llmCalls.map((call) => call.promptIndex), [0, 1, 2]);
});

Deno.test("2.1.270: what the program put into the queue to go on with a call that a hook held back is no prompt", () => {
  const queue = (second: number, operation: string, content?: string) =>
    record(A, second, `q${second}`, { type: "queue-operation", operation, content });
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "go"),
      said(A, 1, "a1", "1"),
      queue(2, "enqueue", "Continue from where you left off."),
      queue(2, "dequeue"),
      queue(3, "enqueue", "and now?"),
      said(A, 4, "a2", "2"),
      queue(5, "dequeue"),
      user(A, 6, "u2", "and now?"),
      said(A, 7, "a3", "3"),
    ],
  });
  assert.deepEqual(asked(only(sessions)), ["go", "and now?"]);
});

Deno.test("1.0.60: what a resumed session copies under new uuids is counted once", () => {
  const version = "1.0.60";
  const feedback = "Bash operation feedback:\n- lint failed";
  const file = (id: string | undefined, second: number, own: string) => [
    user(id, second, `${own}1`, [{ type: "text", text: "one" }], { version }),
    { ...said(id, second, `${own}2`, "1"), version },
    user(id, second, `${own}3`, feedback, { version }),
    { ...said(id, second, `${own}4`, "2"), version },
    user(id, second, `${own}5`, "stopped", { version }),
    user(id, second, `${own}6`, "two", { version }),
    { ...said(id, second, `${own}7`, "3"), version },
  ];
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: file(A, 1, "a"),
    [`${FOLDER}/${B}.jsonl`]: [
      ...file(B, 11, "b"),
      user(B, 12, "b8", "two", { version }),
      { ...said(B, 13, "b9", "4"), version },
    ],
  });
  assert.deepEqual(asked(byId(sessions, A)), ["one", "stopped", "two"]);
  assert.deepEqual(byId(sessions, A)?.llmCalls.map((call) => call.promptIndex), [0, 0, 2]);
  assert.deepEqual(asked(byId(sessions, B)), ["two"]);
  assert.deepEqual(byId(sessions, B)?.llmCalls.map((call) => call.promptIndex), [0]);
});

Deno.test("1.0.60: a prompt that got no answer is counted once, though the session was resumed behind it", () => {
  const version = "1.0.60";
  const file = (id: string | undefined, second: number, own: string) => [
    user(id, second, `${own}1`, "one", { version }),
    { ...said(id, second, `${own}2`, "1"), version },
    user(id, second, `${own}3`, "stopped", { version }),
    user(id, second, `${own}4`, "stopped", { version }),
  ];
  const goesOn = (id: string | undefined, second: number, own: string, words: string) => [
    ...file(id, second, own),
    user(id, second, `${own}5`, words, { version }),
    { ...said(id, second, `${own}6`, own), version },
  ];
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}.jsonl`]: file(A, 1, "a"),
    [`${FOLDER}/${B}.jsonl`]: goesOn(B, 11, "b", "two"),
    [`${FOLDER}/${C}.jsonl`]: [...goesOn(C, 21, "c", "two"), user(C, 22, "c7", "three", { version })],
  });
  assert.deepEqual(sessions.map(asked), [["one", "stopped", "stopped"], ["two"], ["two", "three"]]);
});

const failed = (task: string, id: string, what: string) =>
  `<task-notification>\n<task-id>${task}</task-id>\n<tool-use-id>${id}</tool-use-id>\n<status>failed</status>\n` +
  `<summary>Background command "${what}" failed with exit code 9</summary>\n</task-notification>`;

Deno.test("2.1.70: a notice behind the poll that told the end of a command of this file tells of no other file's", () => {
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      user("s", 1, "u1", "go"),
      ...inBackground(2, "b1"),
      said("s", 4, "a2", "2", use(`${TOOL}2`, "TaskOutput", { task_id: "b1" })),
      user(
        "s",
        5,
        "r2",
        result(`${TOOL}2`, "<task_id>b1</task_id>\n<status>failed</status>\n<exit_code>9</exit_code>"),
      ),
      user("s", 6, "u2", "two"),
      said("s", 7, "a3", "3"),
      user("s", 8, "u3", failed("b1", `${TOOL}b1`, "make")),
      said("s", 9, "a4", "4"),
      user("s", 10, "u4", "three"),
      said("s", 11, "a5", "5"),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map((call) => [call.status, call.exitCode]), [["fail", 9], ["ok", null]]);
});

Deno.test("a notice in the queue tells the exit code behind a long command, of this file's and of a subagent's", () => {
  const inAgent = { isSidechain: true, agentId: "a1" };
  const runs = { command: "make", run_in_background: true };
  const started = (task: string) => `Command running in background with ID: ${task}. Output is`;
  const { sessions } = readRecordsOf({
    [`${FOLDER}/${A}/subagents/agent-a1.jsonl`]: [
      user(A, 2, "s1", "make it", inAgent),
      { ...said(A, 3, "s2", "2", use(`${TOOL}2`, "Bash", runs)), ...inAgent },
      user(A, 4, "s3", result(`${TOOL}2`, started("b2")), inAgent),
    ],
    [`${FOLDER}/${A}.jsonl`]: [
      user(A, 1, "u1", "go"),
      said(A, 2, "a1", "1", use(TOOL, "Bash", runs)),
      user(A, 3, "r1", result(TOOL, started("b1"))),
      inQueue(A, 5, "enqueue", failed("b1", TOOL, "x".repeat(600))),
      inQueue(A, 6, "enqueue", failed("b2", `${TOOL}2`, "x".repeat(600))),
      inQueue(A, 7, "dequeue"),
      inQueue(A, 7, "dequeue"),
    ],
  });
  assert.deepEqual(sessions.flatMap(({ toolCalls }) => toolCalls.map(({ exitCode }) => exitCode)), [9, 9]);
});

Deno.test("what a person put into the queue is looked through in time, also where it looks like the program's own", () => {
  const spaces = `<task-notification><task-id>${" ".repeat(20_000)}`;
  const tasks = `{"task_id":"x",${'"task_type":"a",'.repeat(20_000)}`;
  const begun = performance.now();
  readRecordsOf({
    "/s.jsonl": [user("s", 1, "u1", spaces), ...[spaces, tasks].map((words) => inQueue("s", 2, "enqueue", words))],
  });
  assert.ok(performance.now() - begun < 5000);
});

Deno.test("2.1.332: a notice that an agent's answer shows inside of another one tells nothing", () => {
  const shown = "<task-notification>\n<task-id>b2</task-id>\n<status>completed</status>\n</task-notification>";
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      ...[user("s", 1, "u1", "go"), ...inBackground(2, "b1"), ...inBackground(3, "b2")],
      user(
        "s",
        4,
        "u2",
        `<task-notification>\n<task-id>b1</task-id>\n<status>completed</status>\n<result>It is told so:\n\n${shown}\n</result>\n</task-notification>`,
      ),
      said("s", 5, "a5", "5"),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map(({ status }) => status), ["ok", "unknown"]);
});
