/** What every source must do, run for each of them. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { SOURCES } from "../../src/source/sources.ts";
import type { Session } from "../../src/trace/session.ts";
import type { Agent } from "../../src/trace/session.ts";
import { memoryHost } from "../support/memory_host.ts";
import { jsonl, only, readFiles, readRecordsOf } from "../support/read.ts";

const CWD = "/home/dev/work/shop";

/** One session in the agent's own records: the prompt "Fix it", one call of 5 + 7 tokens that ran `npm test`, which failed with 1. */
const SAMPLES: Readonly<Record<Agent, readonly Record<string, unknown>[]>> = {
  claude: [
    {
      type: "user",
      uuid: "u1",
      sessionId: "s1",
      cwd: CWD,
      timestamp: "2026-11-20T10:00:00.000Z",
      message: { role: "user", content: "Fix it" },
    },
    {
      type: "assistant",
      uuid: "a1",
      parentUuid: "u1",
      sessionId: "s1",
      cwd: CWD,
      requestId: "req_1",
      timestamp: "2026-11-20T10:00:01.000Z",
      message: {
        id: "msg_0123456789abcdefghij",
        model: "claude-x",
        usage: { input_tokens: 5, output_tokens: 7 },
        content: [{ type: "text", text: "Running" }, {
          type: "tool_use",
          id: "toolu_0123456789abcdef",
          name: "Bash",
          input: { command: "npm test" },
        }],
      },
    },
    {
      type: "user",
      uuid: "u2",
      sessionId: "s1",
      cwd: CWD,
      timestamp: "2026-11-20T10:00:03.000Z",
      message: {
        content: [{
          type: "tool_result",
          tool_use_id: "toolu_0123456789abcdef",
          content: "Exit code 1\nnot ok",
          is_error: true,
        }],
      },
    },
  ],
  codex: [
    { timestamp: "2026-11-20T10:00:00.000Z", type: "session_meta", payload: { id: "s1", cwd: CWD } },
    { timestamp: "2026-11-20T10:00:00.000Z", type: "turn_context", payload: { model: "gpt-x", cwd: CWD } },
    { timestamp: "2026-11-20T10:00:00.000Z", type: "event_msg", payload: { type: "user_message", message: "Fix it" } },
    {
      timestamp: "2026-11-20T10:00:01.000Z",
      type: "response_item",
      payload: { type: "message", role: "assistant", content: [{ type: "output_text", text: "Running" }] },
    },
    {
      timestamp: "2026-11-20T10:00:01.000Z",
      type: "response_item",
      payload: {
        type: "function_call",
        name: "exec_command",
        call_id: "call_0123456789abcdef",
        arguments: '{"cmd":"npm test"}',
      },
    },
    {
      timestamp: "2026-11-20T10:00:02.000Z",
      type: "event_msg",
      payload: {
        type: "token_count",
        info: {
          total_token_usage: { input_tokens: 5, output_tokens: 7 },
          last_token_usage: { input_tokens: 5, output_tokens: 7 },
        },
      },
    },
    {
      timestamp: "2026-11-20T10:00:03.000Z",
      type: "response_item",
      payload: {
        type: "function_call_output",
        call_id: "call_0123456789abcdef",
        output: "Wall time: 2.0 seconds\nProcess exited with code 1\n",
      },
    },
  ],
};

for (const { agent } of SOURCES) {
  const sample = SAMPLES[agent];
  const path = `/home/dev/logs/${agent}.jsonl`;

  Deno.test(`${agent}: a session is read whole`, () => {
    const { sessions, isLossy } = readRecordsOf({ [path]: sample });
    const session = only(sessions);
    assert.equal(isLossy, false);
    assert.deepEqual([session.agent, session.id, session.role, session.parentId, session.cwd, session.file], [
      agent,
      "s1",
      "top",
      null,
      CWD,
      path,
    ]);
    assert.deepEqual(session.prompts.map((prompt) => prompt.text.excerpt), ["Fix it"]);
    assert.deepEqual(
      session.llmCalls.map((call) => [call.usage, call.promptIndex, call.toolCalls, call.text?.excerpt]),
      [
        [{ input: 5, cache_read: 0, cache_write: 0, output: 7, reasoning: 0 }, 0, [0], "Running"],
      ],
    );
    assert.deepEqual(
      session.toolCalls.map((
        call,
      ) => [call.kind, call.commandName, call.effect, call.status, call.exitCode, call.durationMs, call.promptIndex]),
      [
        ["shell", "npm", "test", "fail", 1, 2000, 0],
      ],
    );
    assert.equal(session.startMs, Date.UTC(2026, 10, 20, 10));
  });

  Deno.test(`${agent}: the content alone tells whose a file is`, () => {
    const name = "/tmp/anything";
    assert.equal(only(readFiles(memoryHost({ [name]: jsonl(sample) }), [name]).sessions).agent, agent);
  });

  Deno.test(`${agent}: line ends of Windows change nothing`, () => {
    const host = memoryHost({ [path]: jsonl(sample).replaceAll("\n", "\r\n") });
    assert.deepEqual(readFiles(host, [path]).sessions, readRecordsOf({ [path]: sample }).sessions);
  });

  Deno.test(`${agent}: a copy of a file in another place adds nothing`, () => {
    const { sessions, counts } = readRecordsOf({ [path]: sample, "/copy.jsonl": sample });
    assert.deepEqual(totals(sessions), totals(readRecordsOf({ [path]: sample }).sessions));
    assert.equal(counts.copiesDropped, 3);
  });

  Deno.test(`${agent}: a bad line is counted and costs nothing else`, () => {
    const lines = jsonl(sample).split("\n");
    for (let at = 1; at < lines.length; at++) {
      const host = memoryHost({ [path]: lines.toSpliced(at, 0, '{"type": "user", "torn').join("\n") });
      const { sessions, counts, isLossy } = readFiles(host, [path]);
      assert.deepEqual(totals(sessions), totals(readRecordsOf({ [path]: sample }).sessions));
      assert.deepEqual([counts.linesSkipped, isLossy], [1, true]);
    }
  });

  Deno.test(`${agent}: records of a kind that is not known are passed over`, () => {
    const odd = [{ type: "from-the-future", payload: {}, sessionId: "s1" }, { type: 7 }, {}];
    const { sessions, isLossy } = readRecordsOf({ [path]: [...sample, ...odd] });
    assert.deepEqual([totals(sessions), isLossy], [totals(readRecordsOf({ [path]: sample }).sessions), false]);
  });

  Deno.test(`${agent}: a record whose members have other types than expected never ends the reading`, () => {
    const anything = fc.anything({ maxDepth: 2 }).filter((value) => JSON.stringify(value) !== undefined);
    fc.assert(
      fc.property(fc.nat(), anything, (at, value) => {
        const paths = pathsIn(sample);
        const target = paths[at % paths.length] ?? [];
        const records = sample.map((record, index) => replaced(record, [index], target, value));
        const { counts } = readFiles(memoryHost({ [path]: jsonl(records) }), [path]);
        assert.ok(counts.filesRead + counts.filesSkipped === 1);
      }),
      { numRuns: 300 },
    );
  });
}

function totals(sessions: readonly Session[]): unknown {
  const usage = sessions.flatMap((session) => session.llmCalls.map((call) => call.usage));
  return [
    usage,
    sessions.flatMap((session) => session.prompts).length,
    sessions.flatMap((session) => session.toolCalls.map((call) => call.status)),
  ];
}

type Step = string | number;

/** The way to every member of some records. */
function pathsIn(value: unknown, way: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== "object" || value === null) return [way];
  const below = Object.entries(value).flatMap(([key, member]) =>
    pathsIn(member, [...way, Array.isArray(value) ? Number(key) : key])
  );
  return way.length === 0 ? below : [way, ...below];
}

/** The value with the member at `target` replaced. */
function replaced(value: unknown, way: readonly Step[], target: readonly Step[], by: unknown): unknown {
  if (way.length === target.length && way.every((step, index) => step === target[index])) return by;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((member, index) => replaced(member, [...way, index], target, by));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, replaced(member, [...way, key], target, by)]),
  );
}
