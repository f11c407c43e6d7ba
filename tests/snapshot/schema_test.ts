import { deepEqual, equal, match, throws } from "node:assert/strict";
import {
  checkSnapshotSize,
  MAX_SNAPSHOT_BYTES,
  MAX_SNAPSHOT_ROWS,
  parseSnapshot,
  SnapshotError,
} from "../../src/snapshot/schema.ts";
import { auditRow, callRow, processRow, snapshotOf } from "./sample.ts";

const EMPTY = { sessions: [], tool_calls: [], process_nodes: [], audit_events: [], network_targets: [], warnings: [] };

Deno.test("parseSnapshot() reads what the contract names and ignores the rest", () => {
  const snapshot = snapshotOf({
    schema_version: 9,
    sessions: [{ id: "s", agent_type: "codex" }],
    tool_calls: [callRow({ view_source: "view", input: { deep: [] } })],
    process_nodes: [processRow(1, null, ["ls"], 0, 1, { cwd: "/" })],
    audit_events: [auditRow("file", 1, "/a", 0, { details: {} })],
    network_targets: [{ pid: 1, host: "a.example", count: 2, path: "/x" }],
    resource_samples: [{}],
  });
  deepEqual(snapshot.sessions, [{ id: "s" }]);
  deepEqual(Object.keys(snapshot.tool_calls[0] ?? {}), [
    "id",
    "tool_call_id",
    "session_id",
    "timestamp_ms",
    "tool_name",
    "related_pid",
  ]);
  equal(snapshot.process_nodes[0]?.command, "ls");
  equal(snapshot.audit_events[0]?.target, "/a");
  deepEqual(snapshot.network_targets, [{ pid: 1, host: "a.example", count: 2 }]);
  deepEqual(snapshot.warnings, []);
});

for (const document of [{}, { tool_calls: null }, { sessions: [], process_nodes: [] }]) {
  Deno.test(`parseSnapshot() takes missing lists for empty ones: ${JSON.stringify(document)}`, () => {
    deepEqual(snapshotOf(document), EMPTY);
  });
}

Deno.test("parseSnapshot() takes a member that is null or missing for one that nobody knows", () => {
  const { process_nodes, tool_calls } = snapshotOf({
    process_nodes: [{ pid: 7 }, { pid: 8, argv: null, comm: null }],
    tool_calls: [{ id: "a", timestamp_ms: 1, related_pid: 0 }],
  });
  deepEqual(process_nodes.map(({ pid, argv, comm }) => [pid, argv, comm]), [[7, null, null], [8, null, null]]);
  equal(tool_calls[0]?.related_pid, null);
  equal(tool_calls[0]?.session_id, null);
});

for (
  const [what, list, row] of [
    ["a row that is no object", "process_nodes", 7],
    ["a row that is a list", "process_nodes", [1]],
    ["a row that is null", "tool_calls", null],
    ["a pid that is text", "process_nodes", { pid: "7" }],
    ["a negative pid", "process_nodes", { pid: -7 }],
    ["a pid with a fraction", "process_nodes", { pid: 7.5 }],
    ["a pid beyond 32 bits", "process_nodes", { pid: 1e300 }],
    ["a process without a pid", "process_nodes", { comm: "ls" }],
    ["arguments that are one text", "process_nodes", { pid: 7, argv: "ls -l" }],
    ["arguments that are no texts", "process_nodes", { pid: 7, argv: [7] }],
    ["a time before the epoch", "tool_calls", { id: "a", timestamp_ms: -1 }],
    ["a time beyond all calendars", "tool_calls", { id: "a", timestamp_ms: 1e300 }],
    ["a time that is text", "audit_events", { timestamp_ms: "2026-11-23", audit_type: "file" }],
    ["a call without an id", "tool_calls", { timestamp_ms: 1 }],
    ["an exit code that is text", "process_nodes", { pid: 7, exit_code: "0" }],
    ["a host that is none", "network_targets", { pid: 7, host: null }],
  ] as const
) {
  Deno.test(`parseSnapshot() leaves out and tells ${what}`, () => {
    const good = { id: "b", pid: 1, timestamp_ms: 1, audit_type: "file", host: "h" };
    const snapshot = snapshotOf({ [list]: [row, good] });
    equal(snapshot[list].length, 1);
    deepEqual(snapshot.warnings, [`Left out 1 of 2 rows of "${list}" of the snapshot: not of the expected form`]);
  });
}

Deno.test("parseSnapshot() ignores and tells a list that is none", () => {
  deepEqual(snapshotOf({ tool_calls: { length: 3 }, audit_events: "none" }), {
    ...EMPTY,
    warnings: [
      'Ignored "tool_calls" of the snapshot: expected a list, found an object',
      'Ignored "audit_events" of the snapshot: expected a list, found a string',
    ],
  });
});

for (
  const [what, text, found] of [
    ["no JSON", "{sessions", "text that is no JSON"],
    ["nothing", "", "text that is no JSON"],
    ["bytes of another format", "\u0000\u0001SQLite format 3", "text that is no JSON"],
    ["a list", "[]", "a list"],
    ["null", "null", "null"],
    ["a number", "7", "a number"],
    ["100,000 open lists", "[".repeat(100_000), "text that is no JSON"],
    ["100,000 nested lists", "[".repeat(100_000) + "]".repeat(100_000), "a list"],
  ] as const
) {
  Deno.test(`parseSnapshot() says what to do where the file holds ${what}`, () => {
    throws(() => parseSnapshot(text), (error) => {
      if (!(error instanceof SnapshotError)) return false;
      equal(error.message, `Cannot read the snapshot: expected a JSON object, found ${found}`);
      match(error.hint, /^Name the JSON file/);
      return true;
    });
  });
}

for (
  const [what, read, found] of [
    ["a file of 65 MiB", () => checkSnapshotSize(MAX_SNAPSHOT_BYTES + 1), "64 MiB, found 65 MiB"],
    ["a text of 65 MiB", () => parseSnapshot("{}" + " ".repeat(MAX_SNAPSHOT_BYTES - 1)), "64 MiB, found 65 MiB"],
    [
      "1,000,001 rows",
      () => parseSnapshot(`{"sessions": [0], "audit_events": [0${",0".repeat(MAX_SNAPSHOT_ROWS - 1)}]}`),
      "1000000 rows, found 1000001",
    ],
  ] as const
) {
  Deno.test(`parseSnapshot() and checkSnapshotSize() refuse ${what}`, () => {
    throws(read, (error) => {
      if (!(error instanceof SnapshotError)) return false;
      equal(error.message, `Cannot read the snapshot: expected at most ${found}`);
      match(error.hint, /^Take a snapshot of a shorter time/);
      return true;
    });
  });
}

Deno.test("checkSnapshotSize() takes a file of 64 MiB", () => checkSnapshotSize(MAX_SNAPSHOT_BYTES));

Deno.test("parseSnapshot() passes by nested values where a row should be, however deep", () => {
  const deep = "[".repeat(50_000) + "]".repeat(50_000);
  const { process_nodes, warnings } = parseSnapshot(`{"process_nodes": [${deep}, {"pid": 1, "extra": ${deep}}]}`);
  equal(process_nodes.length, 1);
  equal(warnings.length, 1);
});
