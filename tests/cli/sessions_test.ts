import assert from "node:assert/strict";
import { moment, zoneName } from "../../src/cli/window.ts";
import { inProcess } from "../support/in_process.ts";
import { jsonl } from "../support/read.ts";
import { EXAMPLES, program } from "../support/program.ts";

const NOW = new Date(2026, 10, 23, 15, 30).getTime();
const day = (date: number) => new Date(2026, 10, date).getTime();

/** What a person types, and the moment it is as the beginning and as the end of a window. */
const MOMENTS: readonly (readonly [text: string, since: number, until: number])[] = [
  ["today", day(23), day(24)],
  ["yesterday", day(22), day(23)],
  ["2026-11-20", day(20), day(21)],
  ["7d", NOW - 7 * 86_400_000, NOW - 7 * 86_400_000],
  ["12h", NOW - 43_200_000, NOW - 43_200_000],
  ["2w", NOW - 14 * 86_400_000, NOW - 14 * 86_400_000],
  ["2026-11-20T14:00:00Z", Date.UTC(2026, 10, 20, 14), Date.UTC(2026, 10, 20, 14)],
  ["2026-11-20T14:00", new Date(2026, 10, 20, 14).getTime(), new Date(2026, 10, 20, 14).getTime()],
];

for (const [text, since, until] of MOMENTS) {
  Deno.test(`moment() takes "${text}"`, () => {
    assert.deepEqual([moment(text, NOW, false), moment(text, NOW, true)], [since, until]);
  });
}

for (
  const text of [
    "2026-13-01",
    "2026-02-30",
    "2026-02-30T10:00",
    "2026-11-31T00:00Z",
    "2026-11-20T25:00",
    "soon",
    "7",
    "20.11.2026",
    "",
  ]
) {
  Deno.test(`moment() refuses "${text}" and says what it takes`, () => {
    assert.throws(() => moment(text, NOW, false), /Expected a day such as 2026-11-20/);
  });
}

Deno.test("zoneName() writes the zone as an offset", () => assert.match(zoneName(NOW), /^UTC([+-]\d\d:\d\d)?$/));

Deno.test("sessions lists what run would take, as a table and as JSON", async () => {
  const json = await program(["sessions", ...EXAMPLES, "--json"]);
  assert.equal(json.code, 0, json.stderr);
  const rows: { id: string; parent_id: string | null; tokens: { total: number }; start: string }[] = JSON.parse(
    json.stdout,
  );
  assert.equal(rows.length, 13);
  assert.equal(rows.reduce((sum, row) => sum + row.tokens.total, 0), 811_927);
  assert.deepEqual(rows.map((row) => row.start), rows.map((row) => row.start).toSorted());
  const children = rows.filter((row) => row.parent_id !== null);
  assert.deepEqual(children.map((row) => rows.some(({ id }) => id === row.parent_id)), [true, true, true, true]);
  const table = await program(["sessions", ...EXAMPLES], { env: { TZ: "Asia/Tokyo" } });
  assert.match(table.stdout, /^session .* start \(UTC\+09:00\) /);
  assert.match(table.stdout, /13 sessions .* 811,927/);
});

/** Filters, and how many of the thirteen example sessions they leave. */
const FILTERS: readonly (readonly [filters: readonly string[], count: number])[] = [
  [["--agent", "codex"], 4],
  [["--agent", "claude"], 9],
  [["--since", "2026-11-23T02:30:00Z"], 6],
  [["--until", "2026-11-23T02:26:00Z"], 3],
  [["--since", "2026-11-24"], 0],
];

for (const [filters, count] of FILTERS) {
  Deno.test(`sessions ${filters.join(" ")} leaves ${count}`, async () => {
    const { code, stdout } = await program(["sessions", ...EXAMPLES, ...filters, "--json"], { env: { TZ: "UTC" } });
    assert.equal(code, count === 0 ? 1 : 0);
    assert.equal(count === 0 ? 0 : JSON.parse(stdout).length, count);
  });
}

const NAMED = {
  "/logs/codex.jsonl": jsonl([
    { timestamp: "2026-11-23T02:20:00.000Z", type: "session_meta", payload: { id: "s1", cwd: "/p" } },
    {
      timestamp: "2026-11-23T02:20:01.000Z",
      type: "event_msg",
      payload: { type: "user_message", message: "Fix the login" },
    },
  ]),
  "/logs/claude.jsonl": jsonl([
    {
      type: "user",
      uuid: "u",
      sessionId: "s2",
      cwd: "/p",
      timestamp: "2026-11-23T02:30:00.000Z",
      message: { content: "Fix the login" },
    },
  ]),
};
const FILE_ARGS = Object.keys(NAMED).flatMap((file) => ["--session-file", file]);

for (const agent of ["codex", "claude"]) {
  Deno.test(`--agent ${agent} leaves out files that were named and are another agent's, before the newest are counted`, async () => {
    const args = ["sessions", "--json", "--agent", agent, "--max-sessions", "1", ...FILE_ARGS];
    const { code, stdout, stderr } = await inProcess(args, NAMED);
    assert.equal(code, 0, stderr);
    const rows: { agent: string }[] = JSON.parse(stdout);
    assert.deepEqual(rows.map((row) => row.agent), [agent]);
  });
}

Deno.test("--agent with files that are all another agent's: exit 1, and no look into the folders of sessions", async () => {
  const args = ["sessions", "--agent", "codex", "--session-file", "/logs/claude.jsonl"];
  const { code, stdout, stderr } = await inProcess(args, NAMED);
  assert.deepEqual([code, stdout], [1, ""]);
  assert.match(stderr, /Cannot find a session of codex in the files that were named: .*\n {2}Leave out --agent/);
});

Deno.test("--agent with a file of no agent: it is told as without --agent", async () => {
  const args = ["sessions", "--agent", "codex", "--session-file", "/logs/none.jsonl"];
  const { code, stderr } = await inProcess(args, { "/logs/none.jsonl": '{"hello": 1}\n' });
  assert.equal(code, 1);
  assert.match(stderr, /no session of an agent that is known/);
});
