/** Every real run beside this checkout against what the model's server sent and what each tool returned. */
import assert from "node:assert/strict";
import * as z from "zod";
import { denoHost } from "../../src/host/deno.ts";
import { addTokens, NO_TOKENS, type TokenUsage, totalTokens } from "../../src/trace/tokens.ts";
import type { ReadResult } from "../../src/history/read.ts";
import { readFiles } from "../support/read.ts";
import { sharedPath } from "../support/shared.ts";
import { logsBelow } from "../support/logs.ts";

const count = z.number().default(0);
const Response = z.object({
  kind: z.string(),
  http_status: z.number().default(200),
  logged_in: z.array(z.string()).nullish(),
  input_tokens: z.number().optional(),
  output_tokens: count,
  cache_creation_input_tokens: count,
  cache_read_input_tokens: count,
  cached_input_tokens: count,
  cache_write_input_tokens: count,
  reasoning_output_tokens: count,
});
const Call = z.object({
  call_id: z.string(),
  name: z.string(),
  exit_code: z.union([z.number(), z.literal("running")]).nullable(),
  is_error: z.boolean().nullable(),
  nested: z.array(z.unknown()).default([]),
  logged_in: z.array(z.string()).nullish(),
});
const Run = z.object({
  id: z.string(),
  agent: z.enum(["claude", "codex"]),
  cli_version: z.string(),
  prompts: z.array(z.string()),
  files: z.array(z.object({ file: z.string(), role: z.string(), id: z.string() })),
  responses: z.array(Response),
  tool_calls: z.array(Call),
});
type Run = z.infer<typeof Run>;

/** What a person typed that is no prompt: the program's own commands, the user's own commands, a review. */
const NO_PROMPT = /^!|^\/(compact|clear|exit|quit|cost|context|model|new|usage)\b|^\(codex exec review/;

/** What the program never wrote to disk, so that no reader can count it: prompts and tool calls by run. */
const NEVER_WRITTEN: Readonly<
  Record<string, { readonly prompts?: number; readonly tools?: number; readonly reason: string }>
> = {
  "tui-claude330auto": { prompts: 1, reason: "the last prompt was typed as the program ended" },
  "c47-compact": { tools: 1, reason: "the answer that was cut for the compaction was not logged" },
};

/** A server-side search is one event for us and no tool call for the server. */
const SEARCHES: Readonly<Record<string, number>> = { "c120-web": 1, "c169-web": 1 };

/**
 * How calls ended of which the server's record has no exit code, or of which the agent says more than the code: checked
 * by hand in the logs, by run and tool.
 */
const ENDINGS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // The server that the agent started was stopped by the agent.
  "a10-bg": { Bash: ["interrupted"] },
  "a197-bg": { Bash: ["interrupted"] },
  "a330-bg": { Bash: ["interrupted"] },
  "a10-hooks": { Bash: ["rejected"] },
  "a10-toolerr": { Bash: ["timeout"] },
  "a197-killtool": { Bash: ["interrupted"] },
  "a330-hooks": { Bash: ["rejected"] },
  "c120-multi": { apply_patch: ["fail"] },
  "c169-bg": { exec_command: ["fail"] },
  "c169-killtool": { exec_command: ["interrupted"] },
  "c169-mcp": { mcp__orbitdb__lookup_order: ["ok", "fail"] },
  "c169-multi": { apply_patch: ["fail"] },
  "c169-shapes": { exec_command: ["rejected"] },
  "c169-t_release": { apply_patch: ["fail"] },
  "c169-toolerr": { apply_patch: ["fail"], no_such_tool: ["fail"] },
  "c47-compact": { shell: ["ok"] },
  "c47-multi": { apply_patch: ["fail"] },
  "c47-shapes": { shell: ["rejected"] },
  "c47-toolerr": { apply_patch: ["fail"], shell: ["timeout"], no_such_tool: ["fail"] },
  "cm-agents": { wait_agent: ["ok", "ok"] },
};

/** What may be said of at most so many of the tool events is only that something was run. */
const MOST_PROCESS = 0.08;

const shared = sharedPath("real-sessions/truth.json");
const folder = shared === null ? "" : shared.replace("truth.json", "");
const runs = shared === null ? [] : z.array(Run).parse(JSON.parse(Deno.readTextFileSync(shared)));

for (const run of runs) {
  Deno.test(`${run.id} (${run.agent} ${run.cli_version}) is read as it was`, () => checkRun(run));
}

/** All files read together, once. */
let whole: ReadResult | null = null;

function readAll(): ReadResult {
  const files = ["codex/sessions", "claude/projects"].flatMap((name) => logsBelow(folder + name));
  return whole ??= readFiles(denoHost, files);
}

Deno.test({
  name: "all files together hold what was logged, and no line is lost",
  ignore: shared === null,
  fn: () => {
    const { sessions, counts, isLossy } = readAll();
    const total = (agent: string) =>
      sessions.filter((session) => session.agent === agent).flatMap((session) => session.llmCalls)
        .reduce((sum, call) => sum + (call.usage === null ? 0 : totalTokens(call.usage)), 0);
    assert.deepEqual([total("codex"), total("claude")], [3_378_017, 5_883_945]);
    assert.deepEqual([counts.filesRead, counts.filesSkipped, counts.linesSkipped, isLossy], [130, 0, 0, false]);
  },
});

Deno.test({
  name: "of all tool events less than 8 % are `process`",
  ignore: shared === null,
  fn: () => {
    const effects = readAll().sessions.flatMap(({ toolCalls }) => toolCalls.map(({ effect }) => effect));
    const share = effects.filter((effect) => effect === "process").length / effects.length;
    assert.ok(effects.length > 500 && share < MOST_PROCESS, `${share} of ${effects.length}`);
  },
});

function checkRun(run: Run): void {
  const { sessions, isLossy } = readFiles(denoHost, run.files.map(({ file }) => folder + file));
  const calls = sessions.flatMap((session) => session.llmCalls);
  const tools = sessions.flatMap((session) => session.toolCalls);
  const missing = { prompts: 0, tools: 0, ...NEVER_WRITTEN[run.id] };
  const logged = run.responses.filter((response) => isLogged(run, response));

  assert.equal(isLossy, false);
  assert.deepEqual(
    sum(calls.map((call) => call.usage ?? NO_TOKENS)),
    sum(logged.map((response) => usageOf(run, response))),
  );
  assert.equal(calls.length, logged.length, "LLM calls");
  assert.equal(calls.filter((call) => call.usage === null).length, 0, "calls without usage");

  const prompts = sessions.filter((session) => session.role === "top").flatMap((session) => session.prompts);
  const typed = run.prompts.filter((prompt) => !NO_PROMPT.test(prompt));
  assert.equal(prompts.length, typed.length - missing.prompts, "prompts");

  const made = run.tool_calls.filter((call) => call.logged_in?.length !== 0 || !hasResponseIds(run))
    .reduce((total, call) => total + Math.max(1, call.nested.length), 0);
  assert.equal(tools.length, made - missing.tools + (SEARCHES[run.id] ?? 0), "tool calls");
  const byId = new Map(tools.map((tool) => [tool.callId, tool]));
  const said: Record<string, string[]> = {};
  for (const call of run.tool_calls) {
    const tool = byId.get(call.call_id);
    if (tool === undefined) continue;
    const plain = statusOf(call);
    if (tool.status !== plain) (said[tool.toolName] ??= []).push(tool.status);
    else assert.equal(tool.exitCode, call.exit_code === "running" ? null : call.exit_code, `exit code of ${call.name}`);
  }
  assert.deepEqual(said, ENDINGS[run.id] ?? {}, "statuses that are not the exit code's");

  for (const { id, role } of run.files) {
    const session = sessions.find((one) => one.id === id);
    // A review's own thread holds no event: it is no session, but it is its child's parent.
    assert.equal(session?.parentId ?? null, role === "subagent" ? run.files[0]?.id : null, `parent of ${id}`);
  }
  if (run.cli_version === "2.1.330") {
    const unlogged = run.responses.filter((response) => !isLogged(run, response)).map((response) =>
      usageOf(run, response)
    );
    assert.equal(
      sessions.reduce((total, session) => total + session.unloggedTokens, 0),
      totalTokens(sum(unlogged)),
      "unlogged",
    );
  }
}

/** Codex before 0.169 logs no ids of responses: there what was answered counts as logged. */
function hasResponseIds(run: Run): boolean {
  return run.agent === "claude" || run.cli_version === "0.169.0";
}

function isLogged(run: Run, response: z.infer<typeof Response>): boolean {
  if (hasResponseIds(run)) return (response.logged_in ?? []).length > 0;
  return ["main", "sub", "compact"].includes(response.kind) && response.input_tokens !== undefined &&
    response.http_status === 200;
}

function usageOf(run: Run, response: z.infer<typeof Response>): TokenUsage {
  const input = response.input_tokens ?? 0;
  if (run.agent === "claude") {
    return {
      input,
      cache_read: response.cache_read_input_tokens,
      cache_write: response.cache_creation_input_tokens,
      output: response.output_tokens,
      reasoning: 0,
    };
  }
  return {
    input: input - response.cached_input_tokens - response.cache_write_input_tokens,
    cache_read: response.cached_input_tokens,
    cache_write: response.cache_write_input_tokens,
    output: response.output_tokens - response.reasoning_output_tokens,
    reasoning: response.reasoning_output_tokens,
  };
}

function sum(usages: readonly TokenUsage[]): TokenUsage {
  return usages.reduce(addTokens, NO_TOKENS);
}

function statusOf({ exit_code, is_error }: z.infer<typeof Call>): string {
  if (exit_code === "running") return "unknown";
  if (exit_code !== null) return exit_code === 0 ? "ok" : "fail";
  return is_error === null ? "unknown" : is_error ? "fail" : "ok";
}
