import assert from "node:assert/strict";
import { outcomeOf as claudeOutcome, taskOutcome } from "../../src/source/claude/outcome.ts";
import { outcomeOf as codexOutcome, outcomeOfItem } from "../../src/source/codex/outcome.ts";

type Row = readonly [title: string, status: string, exitCode: number | null];

/** With these words 2.1 refuses a call, and stops it. */
const REFUSED =
  "The user doesn't want to proceed with this tool use. The tool use was rejected (eg. if it was a file edit, the new_string was NOT written to the file). STOP what you are doing and wait for the user to tell you how to proceed.";

const CLAUDE: readonly (readonly [...Row, block: Record<string, unknown>, record?: Record<string, unknown>])[] = [
  ["no is_error", "ok", null, { content: "1 file" }],
  ["is_error false", "ok", null, { content: "Exit code 3 is what it printed", is_error: false }],
  ["an exit code", "fail", 127, { content: "Exit code 127\nnosuchcommand: command not found", is_error: true }],
  ["an exit code and nothing printed", "fail", 3, { content: "Exit code 3", is_error: true }],
  ["an error of 1.0 without exit code", "fail", null, { content: "error TS5058: rejected by user", is_error: true }],
  ["a tool that failed", "fail", null, {
    content: "<tool_use_error>File does not exist.</tool_use_error>",
    is_error: true,
  }],
  ["a refusal by text", "rejected", null, {
    content: "The user doesn't want to proceed with this tool use.",
    is_error: true,
  }],
  ["a refusal by the side channel", "rejected", null, { content: "x", is_error: true }, {
    toolUseResult: "User rejected tool use",
  }],
  ["a refused permission", "rejected", null, { content: "Permission to use Bash has been denied.", is_error: true }],
  ["a refused permission for a long command", "rejected", null, {
    content: `Permission to use Bash with command ${"x".repeat(9000)} has been denied.`,
    is_error: true,
  }],
  ["a plan that nobody was there to accept", "rejected", null, { content: "Exit plan mode?", is_error: true }],
  ["a question that nobody was there to answer", "rejected", null, { content: "Answer questions?", is_error: true }],
  ["a file outside of the folders allowed (2.1.40)", "rejected", null, {
    content: "touch in '/x' was blocked. For security, Claude Code may only create or modify files in the allowed",
    is_error: true,
  }],
  ["a command with operators that nobody was there to allow", "rejected", null, {
    content: "This command uses shell operators that require approval for safety",
    is_error: true,
  }],
  ["a command of which a part was not allowed (2.1.250)", "rejected", null, {
    content: "This Bash command contains multiple operations. The following part requires approval: curl http://x",
    is_error: true,
  }],
  ["a file that needs approval (2.1.332)", "rejected", null, {
    content: "touch in '/p/made.txt' needs approval. The path is inside the working directory",
    is_error: true,
  }],
  ["a file in a folder that is denied", "rejected", null, {
    content: "<tool_use_error>File is in a directory that is denied by your permission settings.</tool_use_error>",
    is_error: true,
  }],
  ["a hook of 2.1", "rejected", null, { content: "PreToolUse:Bash hook error: [x]: no", is_error: true }],
  ["a hook of 1.0", "rejected", null, { content: "Bash operation blocked by hook:\n- no", is_error: true }],
  ["a time-out", "timeout", null, { content: "Command timed out after 2s\n\nmore", is_error: true }],
  ["a time-out behind an exit code", "timeout", 143, {
    content: "Exit code 143\nCommand timed out after 2m 0.0s",
    is_error: true,
  }],
  ["an interruption", "interrupted", null, { content: "[Request interrupted by user for tool use]", is_error: true }],
  ["an interruption by the side channel", "interrupted", null, { content: "partial" }, {
    toolUseResult: { interrupted: true },
  }],
  ["a call that was cut when the program was killed (2.1.332)", "interrupted", null, {
    content: "[Tool call interrupted: the session ended before this call's result was recorded",
    is_error: true,
  }, { toolDenialKind: "interrupted" }],
  ["the same in saved output", "interrupted", null, {
    content: "[Tool call interrupted: the session ended before this call's result was recorded",
    is_error: true,
  }],
  ["a call that was cancelled (2.1.332)", "interrupted", null, { content: "x", is_error: true }, {
    toolDenialKind: "cancelled",
  }],
  ["a call that a program stopped while it ran (2.1.332)", "interrupted", null, {
    content: `${REFUSED} Correction to the text above: this call was stopped while running, not refused`,
    is_error: true,
  }, { toolUseResult: "User rejected tool use" }],
  ["a call that a person stopped while it ran (2.1.332)", "interrupted", null, { content: REFUSED, is_error: true }, {
    toolUseResult: "User rejected tool use",
    toolDenialKind: "user-rejected",
    version: "2.1.332",
  }],
  ["a call that a person refused (2.1.332)", "rejected", null, { content: REFUSED, is_error: true }, {
    toolUseResult: "User rejected tool use",
    toolDenialKind: "user-rejected",
    toolDenialBeforeRun: true,
    version: "2.1.332",
  }],
  ["a call that a person refused or stopped (2.1.250)", "rejected", null, { content: REFUSED, is_error: true }, {
    toolUseResult: "User rejected tool use",
    toolDenialKind: "user-rejected",
    version: "2.1.250",
  }],
  ["a start in the background", "unknown", null, {
    content: "Command running in background with ID: b1. Output is",
    is_error: false,
  }],
  ["a watched command", "unknown", null, { content: "Monitor started (task b1, expires in 8s)", is_error: false }],
  ["a background agent", "unknown", null, { content: "Async agent launched" }, {
    toolUseResult: { status: "async_launched", agentId: "a1" },
  }],
];

for (const [title, status, exitCode, block, record = {}] of CLAUDE) {
  Deno.test(`Claude: ${title} is ${status}`, () => {
    const found = claudeOutcome({ type: "tool_result", ...block }, record);
    assert.deepEqual([found.status, found.exitCode], [status, exitCode]);
  });
}

const TASKS: readonly (readonly [...Row, content: string, result?: unknown])[] = [
  ["a poll of a running task", "null", null, "<status>running</status>\n<stdout>exit code 1</stdout>"],
  ["a completed task", "ok", 0, "<status>completed</status>\n<exit_code>0</exit_code>"],
  ["a failed task", "fail", 2, "", { retrieval_status: "success", task: { status: "failed", exitCode: 2 } }],
  ["a killed task", "interrupted", null, "<status>killed</status>"],
  [
    "what killed a shell (1.0)",
    "interrupted",
    null,
    '{"success":true,"message":"Successfully killed shell: b1 (make)"}',
  ],
  ["what stopped a task (2.1)", "interrupted", null, '{"message":"Successfully stopped task: b1 (make)"}'],
  ["a poll of a task that prints such words", "null", null, "<status>running</status>\nSuccessfully stopped task: b1"],
  [
    "a notification with its exit code",
    "fail",
    1,
    "<task-notification><status>failed</status><summary>failed with exit code 1</summary>",
  ],
  [
    "a notification of a watched command",
    "fail",
    3,
    '<status>failed</status>\n<summary>Monitor "mon" script failed (exit 3)</summary>',
  ],
  ["a notification of saved output that failed", "fail", 9, "", {
    status: "failed",
    summary: 'Background command "make" failed with exit code 9',
  }],
  ["a notification of saved output that completed", "ok", 0, "", {
    status: "completed",
    summary: 'Background command "make" completed (exit code 0)',
  }],
  ["a notification of saved output that was stopped", "interrupted", null, "", { status: "stopped", summary: "make" }],
  ["a notification of saved output with an agent's words", "ok", null, "", {
    status: "completed",
    summary: "The build stops with exit code 2",
  }],
];

for (const [title, status, exitCode, content, result] of TASKS) {
  Deno.test(`Claude: ${title} tells ${status}`, () => {
    const found = taskOutcome(content, result ?? null);
    assert.deepEqual([String(found?.status ?? null), found?.exitCode ?? null], [status, exitCode]);
  });
}

/** What a script of code mode printed, and the error with which it ended. */
const scriptError = (error: string, ...printed: readonly string[]) =>
  ["Script failed\nWall time 0.1 seconds\nOutput:\n", ...printed, `Script error:\n${error}`]
    .map((text) => ({ type: "input_text", text }));

const CODEX: readonly (readonly [...Row, output: unknown])[] = [
  ["the wrapper of 0.47", "ok", 0, '{"output":"rejected by user","metadata":{"exit_code":0,"duration_seconds":0.1}}'],
  ["its failure", "fail", 2, '{"output":"ls: no","metadata":{"exit_code":2,"duration_seconds":0}}'],
  [
    "its time-out",
    "timeout",
    124,
    '{"output":"command timed out after 2003 milliseconds\\n","metadata":{"exit_code":124}}',
  ],
  ["124 without the words", "fail", 124, '{"output":"timeout: x","metadata":{"exit_code":124}}'],
  ["an old success", "ok", null, { content: "done", success: true }],
  ["an old failure", "fail", null, { content: "no", success: false }],
  ["freeform", "fail", 1, "Exit code: 1\nWall time: 0.5 seconds\nOutput:\nnot ok"],
  [
    "freeform time-out",
    "timeout",
    124,
    "Exit code: 124\nWall time: 2 seconds\nOutput:\ncommand timed out after 2003 milliseconds\n",
  ],
  [
    "exec_command",
    "ok",
    0,
    "Chunk ID: 516aa1\nWall time: 0.0000 seconds\nProcess exited with code 0\nOutput:\naborted by user",
  ],
  [
    "exec_command behind its command (0.115)",
    "fail",
    4,
    "Command: /bin/bash -lc 'exit 4'\nChunk ID: 516aa1\nWall time: 0.1 seconds\nProcess exited with code 4\nOutput:\n",
  ],
  [
    "exec_command behind a command of several lines (0.117)",
    "ok",
    0,
    `Command: /bin/bash -lc 'ls\naborted by user\n${
      "x\n".repeat(3000)
    }'\nChunk ID: 51\nWall time: 0.1 seconds\nProcess exited with code 0`,
  ],
  ["words that a command only printed", "unknown", null, "Command: x\nProcess exited with code 4"],
  ["exec_command without a chunk", "fail", 3, "Wall time: 0.1 seconds\nProcess exited with code 3\n"],
  [
    "a command that still runs",
    "unknown",
    null,
    "Chunk ID: 4ea059\nWall time: 2.0017 seconds\nProcess running with session ID 87237\n",
  ],
  ["an interruption", "interrupted", null, "Wall time: 3.1 seconds\naborted by user"],
  ["an interruption after some seconds", "interrupted", null, "aborted by user after 3.1s"],
  [
    "a refusal of 0.47",
    "rejected",
    null,
    "exec command rejected: dangerous command detected; rejected by user approval settings",
  ],
  ["a refusal of 0.169", "rejected", null, 'exec_command failed: CreateProcess { message: "Rejected(\\"rm\\")" }'],
  [
    "a refusal of a command of several lines",
    "rejected",
    null,
    'exec_command failed for `/bin/bash -lc "rm -rf a\nls b"`: CreateProcess { message: "Rejected(\\"blocked by policy\\")" }',
  ],
  [
    "a failure whose command has an interruption's words",
    "fail",
    null,
    'exec_command failed for `/bin/bash -lc "grep \'aborted by user\' `x`"`: CreateProcess { message: "No such file or directory" }',
  ],
  [
    "a failure of a command of several lines with such words",
    "fail",
    null,
    'exec_command failed for `/bin/bash -lc "ls\ngrep Rejected( x"`: CreateProcess { message: "No such file" }',
  ],
  [
    "more rights that were not to be asked for (0.115)",
    "rejected",
    null,
    "approval policy is Never; reject command — you cannot ask for escalated permissions if the approval policy is Never",
  ],
  [
    "more rights that were not to be asked for (0.72)",
    "rejected",
    null,
    "approval policy is Never; reject command — you should not ask for escalated permissions if the approval policy is",
  ],
  ["a poll of what does not run", "fail", null, "write_stdin failed: Unknown process id 9999"],
  ["a patch that was refused", "rejected", null, "patch rejected: writing outside of the project"],
  ["a patch that did not fit", "fail", null, "apply_patch verification failed: Failed to find expected lines"],
  ["a tool that is none", "fail", null, "unsupported call: no_such_tool"],
  [
    "the wrapper of unified exec (0.50)",
    "fail",
    5,
    '{"chunk_id":"a","wall_time_seconds":0.3,"output":"","exit_code":5}',
  ],
  [
    "of a command that still runs",
    "unknown",
    null,
    '{"chunk_id":"a","wall_time_seconds":0.3,"output":"","session_id":0}',
  ],
  ["a unified exec that failed (0.36)", "fail", null, "unified exec failed: no such session"],
  ["rights that were asked for in vain (0.115)", "fail", null, "missing `additional_permissions`; name them"],
  ["rights that cannot be asked for (0.111)", "fail", null, "additional permissions are disabled; enable them"],
  [
    "a time-out of which lines were left out",
    "timeout",
    124,
    "Exit code: 124\nWall time: 1 seconds\nTotal output lines: 900\nOutput:\ncommand timed out after 1000 milliseconds\n",
  ],
  ["a script that completed", "ok", null, [{
    type: "input_text",
    text: "Script completed\nWall time 0.1 seconds\nOutput:\n",
  }]],
  ["a script that failed", "fail", null, [{
    type: "input_text",
    text: "Script failed\nWall time 0.1 seconds\nOutput:\n",
  }]],
  ["a script whose command a hook blocked", "rejected", null, scriptError("Command blocked by PreToolUse hook: no")],
  [
    "a script whose command was refused",
    "rejected",
    null,
    scriptError('exec_command failed: CreateProcess { message: "Rejected(\\"no\\")" }'),
  ],
  [
    "a script whose command was not to ask for more rights",
    "rejected",
    null,
    scriptError("approval policy is Never; reject command — you cannot ask for escalated permissions"),
  ],
  ["a script whose patch was refused", "rejected", null, scriptError("patch rejected: by read-only sandbox")],
  [
    "a script whose command had no folder",
    "fail",
    null,
    scriptError(
      'exec_command failed: CreateProcess { message: "Rejected(\\"Failed to create unified exec process: No")" }',
    ),
  ],
  ["a script that said itself what a refusal says", "fail", null, scriptError("Error: patch rejected: x\n    at 1:7")],
  [
    "a script that printed what a refusal says",
    "fail",
    null,
    scriptError("Error: y", "Script error:\npatch rejected: x"),
  ],
  ["a script that still runs", "unknown", null, "Script running with cell ID 3\nWall time 2.6 seconds\nOutput:\n"],
  ["a plan", "unknown", null, "Plan updated"],
  ["a time-out told by a flag", "timeout", null, '{"output":"","timed_out":true}'],
  ["a refusal of 0.98", "rejected", null, "`/bin/bash -lc 'echo aborted by user\nrm x'` rejected: blocked by policy"],
  [
    "a folder that is not there (0.80)",
    "fail",
    null,
    'execution error: Io(Os { code: 2, kind: NotFound, message: "No such file or directory" })',
  ],
  ["a command killed by a signal (0.47)", "fail", null, "failed in sandbox: sandbox error: command was killed"],
  [
    "a command killed by a signal (0.36)",
    "fail",
    null,
    "failed in sandbox None with execution error: command was killed by a signal",
  ],
  [
    "a command that failed in a sandbox (0.36)",
    "fail",
    7,
    "failed in sandbox LinuxSeccomp with execution error: sandbox denied exec error, exit code: 7, stdout: , stderr: no",
  ],
  ["a patch that did not fit (0.36)", "fail", null, "error: Failed to find expected lines in /p/app.py:\n    return 1"],
  [
    "a patch of a file that is not there (0.36)",
    "fail",
    null,
    "error: Failed to read file to update /p/no.py: No such",
  ],
  [
    "a command that a hook blocked",
    "rejected",
    null,
    "Command blocked by PreToolUse hook: not allowed by hook. Command: echo forbidden",
  ],
  ["a custom tool that is none", "fail", null, "unsupported custom tool call: apply_patch"],
  [
    "a patch that came as a command (0.120)",
    "ok",
    0,
    'Wall time: 0.0000 seconds\nOutput:\n{"output":"Success.","metadata":{"exit_code":0,"duration_seconds":0.0}}',
  ],
  [
    "a patch that came as a command (0.140)",
    "fail",
    1,
    "Wall time: 0.0000 seconds\nOutput:\nExit code: 1\nWall time: 0 seconds\nOutput:\nno",
  ],
  ["words of a tool's own output", "unknown", null, "the log says:\nrejected by user"],
];

for (const [title, status, exitCode, output] of CODEX) {
  Deno.test(`Codex: ${title} is ${status}`, () => {
    const found = codexOutcome(output);
    assert.deepEqual([found.status, found.exitCode], [status, exitCode]);
  });
}

const ITEMS: readonly (readonly [...Row, item: Record<string, unknown>])[] = [
  ["a command's exit code", "fail", 1, { exit_code: 1, status: "failed", duration: { secs: 0, nanos: 5e6 } }],
  ["an exit code of -1", "unknown", null, { exit_code: -1, status: "failed" }],
  ["a folder that is not there (0.165)", "rejected", null, {
    exit_code: -1,
    status: "failed",
    aggregated_output: "Failed to create unified exec process: No such file or directory (os error 2)",
  }],
  ["a declined command", "rejected", null, { status: "declined" }],
  ["an MCP error", "fail", null, { status: "failed", result: { isError: true } }],
  ["an MCP error of an event", "fail", null, { result: { Err: "no" } }],
  ["a patch's success", "ok", null, { success: true }],
  ["a completed change", "ok", null, { status: "completed" }],
  ["no word of its end", "unknown", null, {}],
];

for (const [title, status, exitCode, item] of ITEMS) {
  Deno.test(`Codex: an item with ${title} is ${status}`, () => {
    const found = outcomeOfItem(item);
    assert.deepEqual([found.status, found.exitCode], [status, exitCode]);
  });
}

Deno.test("Codex: words of an MCP server's output tell nothing", () => {
  const output = [{ type: "input_text", text: "Wall time: 0.0027 seconds\nOutput:" }, {
    type: "input_text",
    text: "aborted by user",
  }];
  assert.equal(codexOutcome(output).status, "unknown");
});

Deno.test("Codex: the answer of an MCP server is no wrapper", () => {
  assert.equal(codexOutcome('{"success":false,"exit_code":1}', "mcp").status, "unknown");
});

Deno.test("Codex: words of a tool that is no shell tell nothing", () => {
  assert.equal(codexOutcome("L1: how runs are aborted by user action", "read").status, "unknown");
});

for (const kind of ["tool", "subagent", "read"] as const) {
  Deno.test(`Codex: a ${kind} call that was interrupted is told by the program's own line`, () => {
    const lines = ["aborted by user", "aborted by user after 12.0s", "Wall time: 3.2 seconds\naborted by user"];
    assert.deepEqual(lines.map((line) => codexOutcome(line, kind).status), lines.map(() => "interrupted"));
    assert.equal(codexOutcome("aborted by user action", kind).status, "unknown");
  });

  Deno.test(`Codex: a ${kind} call that a hook blocked is told by the program's own line`, () => {
    const line = "Tool call blocked by PreToolUse hook: not now. Tool: view_image";
    assert.deepEqual([line, `L1: ${line}`].map((said) => codexOutcome(said, kind).status), ["rejected", "unknown"]);
  });
}

Deno.test("Codex: a sleep that is over is ok (0.171)", () => {
  const { status, durationMs } = codexOutcome("Wall time: 0.5101 seconds\nSleep completed.", "tool");
  assert.deepEqual([status, durationMs], ["ok", 510]);
});

for (
  const [version, output] of [
    ["0.45", "tool call error: tool call failed for `orb/boom`"],
    ["0.72", 'err: "tool call error: tool call failed for `orb/boom`\\n\\nCaused by:"'],
    ["0.115", '[{"type":"text","text":"tool call error: tool call failed for `orb/boom`\\n"}]'],
    [
      "0.128",
      'Wall time: 0.1 seconds\nOutput:\n[{"type":"text","text":"tool call error: tool call failed for `orb/boom`"}]',
    ],
    [
      "0.165",
      ["Wall time: 0.1 seconds\nOutput:", "tool call error: tool call failed for `orb/boom`"].map((text) => ({ text })),
    ],
  ] as const
) {
  Deno.test(`Codex: an MCP call that its server did not answer is fail (${version})`, () => {
    assert.equal(codexOutcome(output, "mcp").status, "fail");
    assert.equal(codexOutcome(output, "tool").status, "unknown");
  });
}

for (
  const [kind, line] of [
    ["read", "unable to process image at `/p/a.txt`: unsupported image `text/plain`"],
    ["read", "unable to process image: invalid or unsupported image data"],
    ["read", "Codex could not read the local image at `/p/a.txt`: unsupported MIME type `text/plain`"],
    ["read", "image content omitted because it could not be processed"],
    ["subagent", "agent with id 01a2209a-35b3-7613-b84d-4876d06ad384 not found"],
    ["subagent", "live agent path `/root/zz` not found"],
    ["subagent", "agent path `/root/dd` already exists"],
    ["subagent", "collab spawn failed: agent thread limit reached"],
    ["read", "unable to locate image at `/p/a.png`: No such file or directory (os error 2)"],
    ["read", "image path `/p` is not a file"],
    ["subagent", "invalid agent id zz: Error(ParseChar { character: 'z', index: 1 })"],
    ["subagent", "agent ids must be non-empty"],
    ["subagent", "ids must be non-empty"],
    ["subagent", "agent_name must use only lowercase letters, digits, and underscores"],
    ["subagent", "timeout_ms must be at least 10000"],
    ["subagent", "fork_turns must be `none` or `all`"],
    ["subagent", "unknown agent_type 'nosuch'"],
    ["subagent", "Unknown model `nosuch` for spawn_agent. Available models: gpt-6-sol"],
    ["subagent", "Empty message can't be sent to an agent"],
    ["subagent", "Provide either message or items, but not both"],
    ["subagent", "Tasks can't be assigned to the root agent"],
    ["subagent", "Follow-up tasks can't target the root agent"],
    ["subagent", "root is not a spawned agent"],
    ["read", "file_path must be an absolute path"],
    ["read", "failed to read file: No such file or directory (os error 2)"],
    ["mcp", "resources/list failed: unknown MCP server 'nosuch'"],
    ["mcp", "resources/templates/list failed: unknown MCP server 'nosuch'"],
    ["mcp", "unknown MCP server 'nosuch'"],
    ["mcp", "server must be provided"],
    ["subagent", "failed to read csv input /p/a.csv: No such file or directory"],
    ["tool", "request_user_input is unavailable in Default mode"],
    ["tool", "goal objective must not be empty"],
    ["tool", "goal budgets must be positive when provided"],
    ["tool", "cannot update goal because this thread has no goal"],
    [
      "tool",
      "cannot create a new goal because this thread already has a goal; use update_goal only when the goal is complete",
    ],
    ["tool", "cannot create a new goal because this thread has an unfinished goal"],
    ["tool", "cannot update goal for thread 01a22156-7757-7233-bd60-f753524902f6: no goal exists"],
  ] as const
) {
  Deno.test(`Codex: a ${kind} call that answers "${line}" is fail`, () => {
    assert.deepEqual([line, `L1: ${line}`].map((said) => codexOutcome(said, kind).status), ["fail", "unknown"]);
  });
}

for (
  const words of [
    "user rejected MCP tool call",
    "user cancelled MCP tool call",
    "MCP tool call requires approval, but approval policy is never",
  ]
) {
  Deno.test(`Codex: an MCP call of which the program says "${words}" is rejected (0.120 to 0.171)`, () => {
    const outputs = [words, `err: "${words}"`, `Wall time: 0.1 seconds\nOutput:\n[{"type":"text","text":"${words}"}]`];
    assert.deepEqual(outputs.map((output) => codexOutcome(output, "mcp").status), outputs.map(() => "rejected"));
    assert.equal(codexOutcome(words).status, "unknown");
    assert.equal(outcomeOfItem({ result: { Err: words } }).status, "rejected");
    assert.equal(outcomeOfItem({ status: "failed", error: { message: words } }).status, "rejected");
  });
}

Deno.test("Codex: an MCP tool's call may be blocked by a hook, and its server may print such words", () => {
  const blocked = "Tool call blocked by PreToolUse hook: no way. Tool: mcp__orb__bad";
  assert.equal(codexOutcome(blocked, "mcp").status, "rejected");
  assert.equal(codexOutcome(`Wall time: 0.1 seconds\nOutput:\n${blocked}`, "mcp").status, "unknown");
});

Deno.test("Codex: a command that still runs tells its session and how long it ran (0.50)", () => {
  const { running, durationMs } = codexOutcome('{"wall_time_seconds":0.3,"output":"","session_id":0}');
  assert.deepEqual([running, durationMs], ["0", 300]);
});

Deno.test("Codex: an MCP tool may answer with the program's own line", () => {
  assert.equal(codexOutcome("aborted by user after 12.0s", "mcp").status, "unknown");
});

Deno.test("Claude: behind an exit code that is no signal's, the command's own words tell nothing", () => {
  const content = "Exit code 1\ncommand timed out after 5s in suite db";
  assert.equal(claudeOutcome({ type: "tool_result", content, is_error: true }, {}).status, "fail");
});
