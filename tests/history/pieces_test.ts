/** A file whose events become rows piece by piece gives what it gives in one piece. */
import assert from "node:assert/strict";
import { jsonl, told } from "../support/read.ts";
import { memoryHost } from "../support/memory_host.ts";
import { denoHost } from "../../src/host/deno.ts";
import { type FileEntry, type OnRows, partsOf } from "../../src/history/entry.ts";
import { unpack } from "../../src/history/pack.ts";
import { readFile, type ReadJob, type ReadOptions } from "../../src/history/read_file.ts";
import type { Host } from "../../src/host/host.ts";
import { SOURCES } from "../../src/source/sources.ts";
import { realLogs } from "../support/logs.ts";

for (const { agent } of SOURCES) {
  Deno.test(`a file read in pieces gives what it gives in one: ${agent}`, () => {
    let inPieces = 0;
    for (const path of realLogs(agent)) {
      const job = { path, agent, project: null, sizeBytes: null, from: null };
      const read = (pieceRecords: number): FileEntry =>
        readFile(denoHost, job, { wanted: "counts", shell: null, pieceRecords });
      const whole = read(Infinity);
      for (const pieceRecords of [1, 7]) {
        const entry = read(pieceRecords);
        assert.deepEqual(told(entry), told(whole), path);
        inPieces += Number(entry.packed.length > 1);
      }
    }
    assert.ok(inPieces > 0);
  });
}

for (const { agent } of SOURCES) {
  Deno.test(`rows that are handed on while a file is read are those that it has when they are held: ${agent}`, () => {
    let handedOn = 0;
    for (const path of realLogs(agent)) {
      const job = { path, agent, project: null, sizeBytes: null, from: null };
      const options = { wanted: "counts", shell: null, pieceRecords: 4 } as const;
      const whole = readFile(denoHost, job, options);
      for (const [heldBytes, pieceRecords] of [[0, 4], [2000, 4], [0, Infinity]] as const) {
        const { entry, rows } = readHanding(denoHost, job, { ...options, pieceRecords, heldBytes });
        assert.deepEqual(told({ ...entry, packed: [...rows, ...entry.packed] }), told(whole), path);
        handedOn += rows.length;
      }
    }
    assert.ok(handedOn > 0);
  });
}

/** An entry, and the rows that were handed on before it. */
function readHanding(host: Host, job: ReadJob, options: ReadOptions): { entry: FileEntry; rows: FileEntry["packed"] } {
  let rows: FileEntry["packed"] = [];
  const entry = readFile(host, job, { ...options, onRows: (more) => rows = more === null ? [] : [...rows, ...more] });
  return { entry, rows };
}

for (
  const [name, later] of [
    ["an event comes twice", { uuid: "p1", timestamp: at(1) }],
    ["another session follows", { sessionId: "t", uuid: "p9", timestamp: at(9) }],
  ] as const
) {
  Deno.test(`rows that were handed on are void where ${name}`, () => {
    const turns = Array.from({ length: 8 }, (_, number) => OPEN_TURNS.claude?.(number) ?? []).flat();
    const more = { type: "user", sessionId: "s", message: { content: "do 1" }, ...later };
    const host = memoryHost({ "/s.jsonl": jsonl([...turns, more]) });
    const job = { path: "/s.jsonl", agent: "claude", project: null, sizeBytes: null, from: null } as const;
    for (const pieceRecords of [1, Infinity]) {
      const options = { wanted: "counts", shell: null, pieceRecords } as const;
      const calls: boolean[] = [];
      const onRows: OnRows = (rows) => void calls.push(rows === null);
      const entry = readFile(host, job, { ...options, heldBytes: 0, onRows });
      assert.deepEqual(told(entry), told(readFile(host, job, options)));
      assert.ok(calls.every((isVoid, index) => isVoid === (index === calls.length - 1)), `${calls}`);
      assert.ok(pieceRecords > 1 || calls.length > 1);
    }
  });
}

Deno.test("a response that goes on behind the next one is one call, though both were in other pieces", () => {
  const line = (second: number, id: string, text: string): unknown => ({
    type: "assistant",
    sessionId: "s",
    uuid: `u${second}`,
    timestamp: `2026-11-20T10:00:0${second}.000Z`,
    message: { id, usage: { input_tokens: 5, output_tokens: second }, content: [{ type: "text", text }] },
  });
  const [first, second, third] = ["a", "b", "c"].map((letter) => `msg_${letter.repeat(20)}`);
  const records = [line(1, first ?? "", "One"), line(2, second ?? "", "Two"), line(3, third ?? "", "Three")];
  const host = memoryHost({ "/s.jsonl": jsonl([...records, line(4, first ?? "", "One and a half")]) });
  const job = { path: "/s.jsonl", agent: "claude", project: null, sizeBytes: null, from: null } as const;
  const { summaries, copiesDropped } = readFile(host, job, { wanted: "counts", shell: null, pieceRecords: 1 });
  assert.deepEqual([copiesDropped, summaries[0]?.llmCalls, summaries[0]?.tokens.output], [0, 3, 9]);
});

Deno.test("a prompt of Codex that a later record repeats is one, though a piece ended between them", () => {
  const record = (ms: number, type: string, payload: Record<string, unknown>): unknown => ({
    timestamp: `2026-11-20T10:00:01.${ms}Z`,
    type,
    payload,
  });
  const id = "019ec561-a99a-7a81-a344-6d898f7615ab";
  const usage = { input_tokens: 5, output_tokens: 7 };
  const content = [{ type: "text", text: "fix it" }];
  const records = [
    record(100, "session_meta", { id, cwd: "/p", originator: "codex_exec", source: "exec" }),
    record(200, "event_msg", { type: "user_message", message: "fix it" }),
    record(300, "response_item", {
      type: "message",
      role: "assistant",
      content: [{ type: "output_text", text: "So" }],
    }),
    record(400, "token_usage_record", { response_id: "resp_1", usage }),
    record(500, "event_msg", { type: "item_completed", thread_id: id, item: { type: "UserMessage", content } }),
    record(600, "response_item", {
      type: "message",
      role: "assistant",
      content: [{ type: "output_text", text: "Yes" }],
    }),
    record(700, "token_usage_record", { response_id: "resp_2", usage }),
  ];
  const host = memoryHost({ "/s.jsonl": jsonl(records) });
  const job = { path: "/s.jsonl", agent: "codex", project: null, sizeBytes: null, from: null } as const;
  const entry = readFile(host, job, { wanted: "counts", shell: null, pieceRecords: 1 });
  assert.ok(entry.packed.length > 1);
  assert.deepEqual([entry.summaries[0]?.prompts, entry.summaries[0]?.llmCalls], [1, 2]);
});

Deno.test("a counter that repeats a response is no call, though a piece ended between them", () => {
  const usage = { input_tokens: 5, output_tokens: 7 };
  const records = [
    { timestamp: at(0), type: "session_meta", payload: { id: "019ec561-a99a-7a81-a344-6d898f7615ab", cwd: "/p" } },
    { timestamp: at(1), type: "event_msg", payload: { type: "user_message", message: "fix it" } },
    { timestamp: at(2), type: "token_usage_record", payload: { response_id: "resp_1", usage } },
    {
      timestamp: at(3),
      type: "event_msg",
      payload: { type: "token_count", info: { total_token_usage: usage, last_token_usage: usage } },
    },
    { timestamp: at(4), type: "token_usage_record", payload: { response_id: "resp_2", usage } },
  ];
  const host = memoryHost({ "/s.jsonl": jsonl(records) });
  const job = { path: "/s.jsonl", agent: "codex", project: null, sizeBytes: null, from: null } as const;
  const entry = readFile(host, job, { wanted: "counts", shell: null, pieceRecords: 1 });
  assert.ok(entry.packed.length > 1);
  assert.equal(entry.summaries[0]?.llmCalls, 2);
});

Deno.test("calls that came after the agent's last bill are not taken off it, whatever pieces the file was read in", () => {
  const turn = (second: number) => OPEN_TURNS.claude?.(second) ?? [];
  const bill = { type: "cost-state", sessionId: "s", modelUsage: { m: { inputTokens: 30 } } };
  const host = memoryHost({ "/s.jsonl": jsonl([...turn(1), bill, ...turn(2), ...turn(3)]) });
  const job = { path: "/s.jsonl", agent: "claude", project: null, sizeBytes: null, from: null } as const;
  for (const pieceRecords of [1, Infinity]) {
    const entry = readFile(host, job, { wanted: "counts", shell: null, pieceRecords });
    assert.equal(entry.packed.length > 1, pieceRecords === 1);
    assert.equal(entry.summaries[0]?.unloggedTokens, 18);
  }
});

Deno.test("calls of a run that was killed are not taken off a bill, whatever pieces the file was read in", () => {
  const turn = (second: number) => OPEN_TURNS.claude?.(second) ?? [];
  const bill = (seconds: number, inputTokens: number) => ({
    type: "cost-state",
    sessionId: "s",
    startTime: Date.parse(at(0)),
    totalDuration: 1000 * seconds,
    modelUsage: { m: { inputTokens } },
  });
  const records = [
    ...turn(1),
    ...turn(2),
    bill(3, 24),
    ...turn(11),
    ...turn(12),
    ...turn(21),
    bill(5, 43),
    ...turn(31),
  ];
  const host = memoryHost({ "/s.jsonl": jsonl(records) });
  const job = { path: "/s.jsonl", agent: "claude", project: null, sizeBytes: null, from: null } as const;
  for (const pieceRecords of [1, 3, Infinity]) {
    const entry = readFile(host, job, { wanted: "counts", shell: null, pieceRecords });
    assert.equal(entry.packed.length > 1, pieceRecords < Infinity);
    assert.equal(entry.summaries[0]?.unloggedTokens, 7);
  }
});

Deno.test("a response's record behind the counter that told it is no call, though a piece ended between them", () => {
  const usage = { input_tokens: 5, output_tokens: 7 };
  const count = (second: number, input: number): unknown => ({
    timestamp: at(second),
    type: "event_msg",
    payload: { type: "token_count", info: { total_token_usage: { input_tokens: input, output_tokens: 7 } } },
  });
  const content = [{ type: "output_text", text: "Yes" }];
  const records = [
    { timestamp: at(0), type: "session_meta", payload: { id: "019ec561-a99a-7a81-a344-6d898f7615ab", cwd: "/p" } },
    { timestamp: at(1), type: "event_msg", payload: { type: "user_message", message: "fix it" } },
    { timestamp: at(2), type: "response_item", payload: { type: "message", role: "assistant", content } },
    count(2, 5),
    { timestamp: at(3), type: "token_usage_record", payload: { response_id: "resp_1", usage } },
    { timestamp: at(4), type: "token_usage_record", payload: { response_id: "resp_2", usage } },
  ];
  const host = memoryHost({ "/s.jsonl": jsonl(records) });
  const job = { path: "/s.jsonl", agent: "codex", project: null, sizeBytes: null, from: null } as const;
  const [pieces, whole] = [1, Infinity].map((pieceRecords) =>
    readFile(host, job, { wanted: "counts", shell: null, pieceRecords })
  );
  assert.ok(pieces !== undefined && whole !== undefined && pieces.packed.length > 1);
  assert.deepEqual(told(pieces), told(whole));
  assert.equal(whole.summaries[0]?.llmCalls, 2);
});

Deno.test("a command is its script's though its end is told in a later piece, or when the file was read up to the next turn", () => {
  const record = (second: number, type: string, payload: Record<string, unknown>): unknown => ({
    timestamp: at(second),
    type,
    payload,
  });
  const call_id = "call_aaaaaaaaaaaaaaaa";
  const usage = (second: number) => ({
    timestamp: at(second),
    type: "token_usage_record",
    payload: { usage: { input_tokens: second } },
  });
  const turn = (second: number, turn_id: string): readonly unknown[] => [
    record(second, "event_msg", { type: "task_started", turn_id }),
    record(second, "event_msg", { type: "user_message", message: `do ${turn_id}` }),
  ];
  const records = [
    record(0, "session_meta", { id: "019ec561-a99a-7a81-a344-6d898f7615ab", cwd: "/p" }),
    ...turn(1, "1"),
    record(2, "response_item", { type: "custom_tool_call", name: "exec", call_id, input: "" }),
    usage(2),
    record(4, "response_item", { type: "custom_tool_call_output", call_id, output: "Script completed\n" }),
    ...turn(5, "2"),
    usage(6),
    ...turn(7, "3"),
  ];
  const item = { type: "CommandExecution", id: "exec-bbbbbbbbbbbbbbbb", command: ["make"], exit_code: 2 };
  const late = { type: "item_completed", turn_id: "1", started_at_ms: Date.parse(at(3)), item };
  const grown = [...records, record(8, "event_msg", late)];
  const job = { path: "/s.jsonl", agent: "codex", project: null, sizeBytes: null, from: null } as const;
  const read = (log: readonly unknown[], from: ReadJob["from"] = null, pieceRecords = Infinity): FileEntry =>
    readFile(memoryHost({ "/s.jsonl": jsonl(log) }), { ...job, from }, { wanted: "counts", shell: null, pieceRecords });
  const { mark } = read(records);
  assert.ok(mark !== null && read(records, null, 1).packed.length > 1);
  const whole = read(grown);
  assert.deepEqual(partsOf(whole).flatMap(({ toolCalls }) => toolCalls.map((call) => [call.callId, call.status])), [
    [item.id, "fail"],
  ]);
  assert.deepEqual(told(read(grown, null, 1)), told(whole));
  assert.deepEqual(told(read(grown, mark)), told(whole));
});

Deno.test("calls of a review that its parent's file tells are all told, whatever pieces it was read in", () => {
  const turn = (second: number): readonly unknown[] => [
    { timestamp: at(second), type: "event_msg", payload: { type: "task_started" } },
    { timestamp: at(second), type: "event_msg", payload: { type: "user_message", message: `do ${second}` } },
    { timestamp: at(second), type: "token_usage_record", payload: { usage: { input_tokens: second } } },
  ];
  const ran = (second: number) => {
    const id = `exec-${String(second).padStart(16, "0")}`;
    const item = { type: "CommandExecution", id, command: ["make"], exit_code: 0 };
    return { timestamp: at(second), type: "event_msg", payload: { type: "item_completed", thread_id: "review", item } };
  };
  const meta = { timestamp: at(0), type: "session_meta", payload: { id: "019ec561-a99a-7a81-a344-6d898f7615ab" } };
  const host = memoryHost({
    "/s.jsonl": jsonl([meta, ...turn(1), ran(2), ...turn(3), ran(4), ...turn(5), ...turn(6)]),
  });
  const job = { path: "/s.jsonl", agent: "codex", project: null, sizeBytes: null, from: null } as const;
  const [pieces, whole] = [1, Infinity].map((pieceRecords) =>
    readFile(host, job, { wanted: "counts", shell: null, pieceRecords })
  );
  assert.ok(pieces !== undefined && whole !== undefined && pieces.packed.length > 2);
  assert.deepEqual(told(pieces), told(whole));
  assert.deepEqual(partsOf(whole).map(({ id, toolCalls }) => [id, toolCalls.length]).slice(1), [["review", 2]]);
});

/** A turn of each agent whose call never gets a result. */
const OPEN_TURNS: Readonly<Record<string, (number: number) => readonly unknown[]>> = {
  claude: (number) => [
    { type: "user", sessionId: "s", uuid: `p${number}`, timestamp: at(number), message: { content: `do ${number}` } },
    {
      type: "assistant",
      sessionId: "s",
      uuid: `a${number}`,
      timestamp: at(number),
      message: {
        id: `msg_${String(number).padStart(20, "0")}`,
        usage: { input_tokens: 5, output_tokens: 7 },
        content: [{ type: "tool_use", id: `toolu_${String(number).padStart(20, "0")}`, name: "Bash", input: {} }],
      },
    },
  ],
  codex: (number) => [
    { timestamp: at(number), type: "event_msg", payload: { type: "task_started" } },
    { timestamp: at(number), type: "event_msg", payload: { type: "user_message", message: `do ${number}` } },
    {
      timestamp: at(number),
      type: "response_item",
      payload: { type: "function_call", name: "shell", call_id: `call_${String(number).padStart(20, "0")}` },
    },
    { timestamp: at(number), type: "token_usage_record", payload: { response_id: `r${number}`, usage: {} } },
  ],
};

function at(second: number): string {
  return new Date(Date.parse("2026-11-20T10:00:00Z") + 1000 * second).toISOString();
}

for (const { agent } of SOURCES) {
  Deno.test(`calls that never get a result are told again no more than twice a record: ${agent}`, () => {
    const turns = Array.from({ length: 300 }, (_, number) => OPEN_TURNS[agent]?.(number) ?? []).flat();
    const meta = { timestamp: at(0), type: "session_meta", payload: { id: "019ec561-a99a-7a81-a344-6d898f7615ab" } };
    const records = agent === "codex" ? [meta, ...turns] : turns;
    const host = memoryHost({ "/s.jsonl": jsonl(records) });
    const job = { path: "/s.jsonl", agent, project: null, sizeBytes: null, from: null };
    const entry = readFile(host, job, { wanted: "counts", shell: null, pieceRecords: 4 });
    assert.ok(entry.packed.length > 4);
    assert.deepEqual([entry.summaries[0]?.toolCalls, entry.summaries[0]?.prompts], [300, 300]);
    const told = entry.packed.flatMap(unpack).reduce((sum, part) => sum + part.toolCalls.length, 0);
    assert.ok(told < 300 + 2 * records.length, `${told} calls were told`);
  });
}
