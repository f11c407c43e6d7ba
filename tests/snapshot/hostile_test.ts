import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { correlate, type Correlation } from "../../src/snapshot/correlate.ts";
import { parseSnapshot } from "../../src/snapshot/schema.ts";
import { callRow, processRow, session, snapshotOf, T0, toolCall } from "./sample.ts";

const SESSIONS = [
  session(["a", "b", "c"].map((callId, at) => toolCall({ callId, tsMs: T0 + at * 1000 }))),
  session([toolCall({ callId: "d", toolName: "exec_command", commandName: null, processChain: [] })], {
    agent: "codex",
    id: "second",
    cwd: null,
  }),
];

/** Few values, so that rows meet: pids are used again, parents go in circles, clocks go backwards. */
const pid = fc.constantFrom<unknown>(0, 1, 2, 3, 4, 5, -1, null, "3", 4294967296);
const time = fc.oneof(
  fc.integer({ min: -50, max: 50 }).map((step) => T0 + step * 100),
  fc.constantFrom<unknown>(null, -1, 1e300, "now", 0),
);
const word = fc.oneof(
  fc.constantFrom("bash", "npm", "/usr/bin/npm", "-c", "node", "", " ", "a b", "/", "\\", "\u0000", "é;\n"),
  fc.string(),
);
const path = fc.oneof(word, fc.constantFrom("/home/dev/work/orbit-api/a", "/../..", "//a", "C:\\", "[::1]:1", "h:53"));
const document = fc.record({
  sessions: fc.array(fc.record({ id: word })),
  tool_calls: fc.array(
    fc.record({
      id: fc.constantFrom("a", "b", "c", "d", "x"),
      session_id: fc.constantFrom(SESSIONS[0]?.id, "local:codex:codex:second", "second", null, "other"),
      timestamp_ms: time,
      tool_name: fc.constantFrom("Bash", "exec_command", null),
      related_pid: pid,
    }, { requiredKeys: ["id"] }),
    { maxLength: 8 },
  ),
  process_nodes: fc.array(
    fc.record({
      pid,
      ppid: pid,
      root_pid: pid,
      start_timestamp_ms: time,
      end_timestamp_ms: time,
      comm: word,
      command: word,
      argv: fc.array(word, { maxLength: 3 }),
      exit_code: fc.constantFrom<unknown>(0, 1, -9, null, 1e99),
    }, { requiredKeys: ["pid"] }),
    { maxLength: 12 },
  ),
  audit_events: fc.array(
    fc.record({
      timestamp_ms: time,
      audit_type: fc.constantFrom("process", "file", "network", "llm", "odd"),
      pid,
      target: path,
      status: fc.constantFrom("success", "failure", null),
    }, { requiredKeys: ["timestamp_ms", "audit_type"] }),
    { maxLength: 12 },
  ),
  network_targets: fc.array(fc.record({ pid, host: path, count: fc.integer() }), { maxLength: 4 }),
}, { requiredKeys: [] });

function check({ sessions, toolCalls, matched }: Correlation): void {
  equal(sessions.length, SESSIONS.length);
  ok(matched <= toolCalls && matched <= 4);
  sessions.forEach((one, at) => {
    const before = SESSIONS[at];
    equal(one.toolCalls.length, before?.toolCalls.length);
    one.toolCalls.forEach((call, index) => {
      const logged = before?.toolCalls[index];
      deepEqual({ ...call, processChain: [], exitCode: null, paths: [], domains: [] }, {
        ...logged,
        processChain: [],
        exitCode: null,
        paths: [],
        domains: [],
      });
      ok(call.processChain.length <= 6 && call.processChain.every((name) => name !== "" && !/\s/.test(name)));
      ok((logged?.processChain.length ?? 0) <= call.processChain.length);
      ok(call.paths.every((path) => /^(\/|[A-Za-z]:\/)/.test(path)));
      equal(new Set(call.paths).size, call.paths.length);
      ok(
        call.domains.length <= 8 &&
          call.domains.every((host) => /^[^\s/@;]+$/.test(host) && host === host.toLowerCase()),
      );
    });
  });
}

Deno.test("correlate() keeps its promises for any rows", () => {
  fc.assert(
    fc.property(document, (rows) => {
      const first = correlate(SESSIONS, snapshotOf(rows));
      check(first);
      deepEqual(correlate(SESSIONS, snapshotOf(rows)), first);
    }),
    { numRuns: 3000 },
  );
});

Deno.test("correlate() keeps its promises for any JSON in the place of lists and rows", () => {
  const names = ["sessions", "tool_calls", "process_nodes", "audit_events", "network_targets"];
  const any = fc.dictionary(fc.constantFrom(...names, "__proto__", "x"), fc.jsonValue());
  fc.assert(fc.property(any, (value) => check(correlate(SESSIONS, parseSnapshot(JSON.stringify(value))))));
});

Deno.test("correlate() knows the same whatever the order of processes and events", () => {
  const nodes = [
    processRow(100, 1, ["/bin/bash", "-c", "…"], 0, 1000),
    processRow(101, 100, ["npm", "test"], 10, 990),
    processRow(102, 101, ["node"], 20, 980),
    processRow(103, 101, ["sh"], 30, 970),
    processRow(102, 1, ["later"], 2000, 2100),
  ];
  const events = ["a", "b", "c"].map((name, at) => ({
    timestamp_ms: T0 + 100 + at,
    audit_type: "file",
    pid: 102 + at % 2,
    target: `/tmp/${name}`,
  }));
  const of = (process_nodes: unknown, audit_events: unknown) =>
    correlate([session([toolCall()])], snapshotOf({ tool_calls: [callRow()], process_nodes, audit_events }));
  const expected = of(nodes, events);
  const shuffled = fc.tuple(
    fc.shuffledSubarray(nodes, { minLength: nodes.length }),
    fc.shuffledSubarray(events, { minLength: events.length }),
  );
  fc.assert(fc.property(shuffled, ([some, others]) => deepEqual(of(some, others), expected)));
});

const MANY = 100_000;
const rowOf = (pid: number, ppid: number) => processRow(pid, ppid, ["npm"], 0, 1000);
const LARGE: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["a process that is its own parent", { process_nodes: [rowOf(100, 100)] }],
  ["a circle of parents", { process_nodes: [rowOf(100, 101), rowOf(101, 102), rowOf(102, 100)] }],
  ["a chain of 100,000 processes", {
    process_nodes: Array.from({ length: MANY }, (_, at) => rowOf(100 + at, 99 + at)),
  }],
  ["100,000 children of one process", {
    process_nodes: [rowOf(100, 1), ...Array.from({ length: MANY }, (_, at) => rowOf(101 + at, 100))],
  }],
  ["one pid used 100,000 times", {
    process_nodes: Array.from({ length: MANY }, (_, at) => processRow(100, 100, ["npm"], at, at)),
    audit_events: Array.from({ length: MANY }, (_, at) => ({
      timestamp_ms: T0 + at,
      audit_type: "process",
      pid: 100,
      target: "/bin/a",
    })),
  }],
  ["one pid that 100,000 processes have at one time, each of many programs", {
    process_nodes: Array.from({ length: MANY }, (_, at) => processRow(100, 100, ["npm"], 0, 1_000_000 + at)),
    audit_events: Array.from({ length: MANY }, (_, at) => ({
      timestamp_ms: T0 + at,
      audit_type: "process",
      pid: 100,
      target: "/bin/npm",
    })),
  }],
  ["100,000 calls that name one process", {
    tool_calls: Array.from({ length: MANY }, (_, at) => callRow({ id: `x${at}`, timestamp_ms: T0 + at })),
    process_nodes: [rowOf(100, 1), ...Array.from({ length: 1000 }, (_, at) => rowOf(101 + at, 100))],
  }],
  ["100,000 calls with one id", {
    tool_calls: Array.from({ length: MANY }, () => callRow()),
    process_nodes: [rowOf(100, 1)],
  }],
  ["a process with 100,000 arguments of which one is long", {
    process_nodes: [processRow(100, 1, ["npm", ...Array(MANY).fill("bin/"), "/bin/".repeat(MANY)], 0, 9)],
  }],
];
for (const [what, document] of LARGE) {
  Deno.test(`correlate() comes to an end for ${what}`, () => {
    const { sessions } = correlate([session([toolCall()])], snapshotOf({ tool_calls: [callRow()], ...document }));
    ok(sessions[0]?.toolCalls[0]?.processChain.every((name) => name === "npm"));
  });
}
