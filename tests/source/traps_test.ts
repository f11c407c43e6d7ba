/** Traps of real logs, each as the smallest log that shows it. */
import assert from "node:assert/strict";
import { only, readRecordsOf } from "../support/read.ts";

const at = (second: number) => `2026-11-20T10:00:${String(second).padStart(2, "0")}.000Z`;
const meta = (id = "t1") => ({ timestamp: at(0), type: "session_meta", payload: { id, cwd: "/p" } });
const event = (second: number, payload: object) => ({ timestamp: at(second), type: "event_msg", payload });
const item = (second: number, payload: object) => ({ timestamp: at(second), type: "response_item", payload });
const user = (second: number, message: string) => event(second, { type: "user_message", message });
const script = (second: number, id: string) =>
  item(second, { type: "custom_tool_call", name: "exec", call_id: id, input: "…" });
const ran = (second: number, id: string) =>
  event(second, {
    type: "item_completed",
    item: { type: "CommandExecution", id, command: ["/bin/bash", "-lc", "ls"], exit_code: 0, status: "completed" },
  });
const output = (second: number, id: string, text: string) =>
  item(second, { type: "custom_tool_call_output", call_id: id, output: text });
const DONE = "Script completed\nWall time 0.1 seconds\nOutput:\n";
const [A, B] = ["call_aaaaaaaaaaaaaaaa", "call_bbbbbbbbbbbbbbbb"];
const exec = (second: number, id: string) =>
  item(second, { type: "function_call", name: "exec_command", call_id: id, arguments: '{"cmd":"ls"}' });
const poll = (second: number, id: string) =>
  item(second, { type: "function_call", name: "write_stdin", call_id: id, arguments: '{"session_id":1}' });
const answer = (second: number, id: string, text: string) =>
  item(second, { type: "function_call_output", call_id: id, output: text });

Deno.test("Codex: a script that never ended does not take the commands of a later turn", () => {
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(),
      user(1, "one"),
      script(2, A),
      event(3, { type: "turn_aborted" }),
      user(4, "two"),
      script(5, B),
      ran(6, "exec-1"),
      ran(6, "exec-2"),
      output(7, B, DONE),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map((call) => [call.kind, call.status, call.promptIndex]), [
    ["tool", "unknown", 0],
    ["shell", "ok", 1],
    ["shell", "ok", 1],
  ]);
});

Deno.test("Codex: the shell that it adds to a command of a script is no process, whatever shell it is", () => {
  const added = [
    ["/bin/zsh", "-c"],
    ["powershell.exe", "-Command"],
    ["powershell.exe", "-NoProfile", "-Command"],
    ["C:\\Program Files\\PowerShell\\7\\pwsh.exe", "-NoProfile", "-Command"],
    ["cmd", "/c"],
  ];
  const items = added.map((words, index) =>
    event(3, {
      type: "item_completed",
      item: { type: "CommandExecution", id: `exec-${index}`, command: [...words, "cmd /c npm test"], exit_code: 0 },
    })
  );
  const { sessions } = readRecordsOf({
    "/r.jsonl": [meta(), user(1, "one"), script(2, A), ...items, output(4, A, DONE)],
  });
  assert.deepEqual(
    only(sessions).toolCalls.map((call) => [call.command?.excerpt, call.processChain]),
    added.map(() => ["cmd /c npm test", ["cmd", "npm"]]),
  );
});

Deno.test("Codex: a session id that is used again belongs to the newer command", () => {
  const running = "Wall time: 1.0 seconds\nProcess running with session ID 1\n";
  const ended = (code: number) => `Wall time: 1.0 seconds\nProcess exited with code ${code}\n`;
  const { sessions } = readRecordsOf({
    "/r.jsonl": [
      meta(),
      user(1, "one"),
      exec(2, A),
      answer(3, A, running),
      poll(4, `${A}p`),
      answer(5, `${A}p`, ended(0)),
      exec(6, B),
      answer(7, B, running),
      poll(8, `${B}p`),
      answer(9, `${B}p`, ended(1)),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map((call) => call.status), ["ok", "ok", "fail", "fail"]);
});

Deno.test("a gateway's tool id that is used again in each session is no copy", () => {
  const session = (id: string) => [
    { type: "user", uuid: `${id}u`, sessionId: id, cwd: "/p", timestamp: at(1), message: { content: "go" } },
    {
      type: "assistant",
      uuid: `${id}a`,
      sessionId: id,
      requestId: `req-${id}`,
      timestamp: at(2),
      message: {
        id: `chat-${id}`,
        model: "k",
        usage: { input_tokens: 1, output_tokens: 1 },
        content: [{ type: "tool_use", id: "functions.Bash:0", name: "Bash", input: { command: "ls" } }],
      },
    },
  ];
  const { sessions, counts } = readRecordsOf({ "/1.jsonl": session("s1"), "/2.jsonl": session("s2") });
  assert.deepEqual([sessions.map((one) => one.toolCalls.length), counts.copiesDropped], [[1, 1], 0]);
});

Deno.test("Codex: in a fork's copied history a call without usage does not end the comparison", () => {
  const usage = (total: number, last: number) => ({
    type: "token_count",
    info: {
      total_token_usage: { input_tokens: total, output_tokens: 1 },
      last_token_usage: { input_tokens: last, output_tokens: 1 },
    },
  });
  const said = (second: number, text: string) =>
    item(second, { type: "message", role: "assistant", content: [{ type: "output_text", text }] });
  const history = (
    second: number,
  ) => [
    user(second, "one"),
    said(second, "a"),
    event(second, usage(100, 100)),
    user(second, "two"),
    said(second, "cut"),
    user(second, "three"),
    said(second, "c"),
    event(second, usage(400, 300)),
  ];
  const { sessions } = readRecordsOf({
    "/parent.jsonl": [meta("p"), ...history(1)],
    "/fork.jsonl": [
      { timestamp: at(20), type: "session_meta", payload: { id: "f", cwd: "/p", forked_from_id: "p" } },
      { timestamp: at(20), type: "session_meta", payload: { id: "p", cwd: "/p" } },
      ...history(20),
      user(30, "four"),
      said(30, "d"),
      event(31, usage(800, 400)),
    ],
  });
  const fork = sessions.find((one) => one.id === "f");
  assert.deepEqual(fork?.prompts.map((prompt) => prompt.text.excerpt), ["four"]);
  assert.deepEqual(fork?.llmCalls.map((call) => call.usage?.input), [400]);
});

Deno.test("Claude: a background task's end that comes while the agent is busy tells how the command ended", () => {
  const record = (second: number, uuid: string, more: object) => ({
    uuid,
    sessionId: "s",
    cwd: "/p",
    timestamp: at(second),
    ...more,
  });
  const { sessions } = readRecordsOf({
    "/s.jsonl": [
      record(1, "u", { type: "user", message: { content: "go" } }),
      record(2, "a", {
        type: "assistant",
        message: {
          id: "msg_0123456789abcdefghij",
          model: "m",
          usage: { input_tokens: 1, output_tokens: 1 },
          content: [{ type: "tool_use", id: "toolu_0123456789abcdef", name: "Bash", input: { command: "make &" } }],
        },
      }),
      record(3, "r", {
        type: "user",
        message: {
          content: [{
            type: "tool_result",
            tool_use_id: "toolu_0123456789abcdef",
            content: "Command running in background with ID: b1",
          }],
        },
      }),
      record(4, "n", {
        type: "attachment",
        attachment: {
          type: "queued_command",
          prompt:
            "<task-notification><task-id>b1</task-id><status>failed</status><summary>failed with exit code 2</summary></task-notification>",
        },
      }),
    ],
  });
  assert.deepEqual(only(sessions).toolCalls.map((call) => [call.status, call.exitCode]), [["fail", 2]]);
});

Deno.test("Claude: what was billed and not logged is the same when a file is there twice", () => {
  const records = [
    { type: "user", uuid: "u", sessionId: "s", cwd: "/p", timestamp: at(1), message: { content: "go" } },
    {
      type: "assistant",
      uuid: "a",
      sessionId: "s",
      timestamp: at(2),
      message: {
        id: "msg_0123456789abcdefghij",
        model: "m",
        usage: { input_tokens: 5, output_tokens: 10 },
        content: [],
      },
    },
    { type: "cost-state", sessionId: "s", modelUsage: { m: { inputTokens: 10, outputTokens: 20 } } },
  ];
  const { sessions } = readRecordsOf({ "/s.jsonl": records, "/copy.jsonl": records });
  assert.equal(only(sessions).unloggedTokens, 15);
});

Deno.test("Codex: equal answers of the form without times are calls of their own", () => {
  const message = (role: string, text: string) => ({
    type: "message",
    role,
    content: [{ type: role === "user" ? "input_text" : "output_text", text }],
  });
  const { sessions } = readRecordsOf({
    "/rollout-2025-06-01T10-00-00-00000000-0000-4000-8000-000000000000.jsonl": [
      { id: "t", timestamp: "2025-06-01T10:00:00Z" },
      message("user", "one"),
      message("assistant", "Done."),
      message("user", "two"),
      message("assistant", "Done."),
    ],
  });
  assert.deepEqual([only(sessions).prompts.length, only(sessions).llmCalls.length], [2, 2]);
});

Deno.test("Codex: a patch as an argument names its files, and deletes if it does nothing else", () => {
  const patch = "*** Begin Patch\n*** Delete File: src/a.ts\n*** End Patch";
  const call = item(2, {
    type: "function_call",
    name: "shell",
    call_id: A,
    arguments: JSON.stringify({ command: ["apply_patch", patch] }),
  });
  const { sessions } = readRecordsOf({ "/r.jsonl": [meta(), user(1, "one"), call] });
  assert.deepEqual(only(sessions).toolCalls.map(({ effect, paths }) => [effect, paths]), [["delete", ["/p/src/a.ts"]]]);
});
