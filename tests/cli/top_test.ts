import assert from "node:assert/strict";
import { startFakeServer } from "../support/llama_server.ts";
import { EXAMPLES, program, tempFolder } from "../support/program.ts";
import { HAS_PTY, onTerminal } from "../support/pty.ts";

interface Top {
  readonly source: string;
  readonly sessions: number;
  readonly tables: readonly {
    readonly kind: string;
    readonly unit: string;
    readonly total: number;
    readonly rows: readonly { readonly value: string; readonly self: number; readonly total: number }[];
  }[];
}

/** What `top --json` answers. */
async function top(args: readonly string[]): Promise<Top> {
  const { code, stdout, stderr } = await program(["top", ...args, "--json"]);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

Deno.test("top answers from a report: every table sums up to the report's totals", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  const ran = await program(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url]);
  assert.equal(ran.code, 0, ran.stderr);
  const { source, sessions, tables } = await top(["--out", folder.path]);
  assert.deepEqual([source, sessions], ["report", 13]);
  const { summary } = JSON.parse(Deno.readTextFileSync(`${folder.path}/agentpprof.json`));
  for (const { unit, total, rows } of tables) {
    assert.equal(total, (unit === "tokens" ? summary.token : summary.system).total_weight);
    assert.ok(rows.reduce((sum, { self }) => sum + self, 0) <= total);
  }
  assert.deepEqual(tables.map(({ kind }) => kind), [
    "session",
    "prompt",
    "model",
    "kind",
    "effect",
    "process",
    "status",
  ]);
  const codex = await top(["--out", folder.path, "--agent", "codex", "--by", "agent"]);
  assert.deepEqual([codex.sessions, codex.tables[0]?.rows.map(({ value }) => value)], [4, ["codex"]]);
  const late = await top(["--out", folder.path, "--since", "2026-11-23T02:30:00Z"]);
  assert.equal(late.sessions, 6, "the window leaves what it leaves of the logs");
  const newest = await top(["--out", folder.path, "--max-sessions", "2"]);
  const ofLogs: unknown[] = JSON.parse(
    (await program(["sessions", ...EXAMPLES, "--max-sessions", "2", "--json"])).stdout,
  );
  assert.equal(newest.sessions, ofLogs.length, "the limit leaves what it leaves of the logs, with their subagents");
  for (const args of [["--scan-files", "1"], ["--all-projects"]]) {
    const refused = await program(["top", "--out", folder.path, ...args]);
    assert.deepEqual([refused.code, refused.stdout], [2, ""]);
    assert.match(refused.stderr, /Cannot read a report and the logs at once\n {2}Leave out --out, or what names logs/);
  }
  const words = await top(["--out", folder.path, "--by", "call"]);
  assert.ok(words.tables[0]?.rows.every(({ value }) => /^llm\/[a-z]{3,12}$/.test(value)));
});

Deno.test("top reads the logs where no report is: the same numbers, and no words", async () => {
  const { source, sessions, tables } = await top(EXAMPLES);
  assert.deepEqual(tables[0]?.total, 811_927);
  assert.deepEqual([source, sessions], ["logs", 13]);
  assert.deepEqual(tables.map(({ kind }) => kind), ["model", "kind", "effect", "process", "status"]);
  const statuses = tables.at(-1)?.rows ?? [];
  assert.deepEqual(statuses.map(({ value }) => value), ["ok", "fail"]);
  assert.equal(statuses.reduce((sum, { self }) => sum + self, 0), tables.at(-1)?.total);
  const refused = await program(["top", ...EXAMPLES, "--by", "session"]);
  assert.deepEqual([refused.code, refused.stdout], [2, ""]);
  assert.match(refused.stderr, /Cannot show "session" from the logs: words are in a report alone\n {2}Make one with/);
});

Deno.test("top draws a table of 80 columns with a bar for each row", async () => {
  const { stdout } = await program(["top", ...EXAMPLES, "--by", "effect"]);
  const lines = stdout.split("\n");
  assert.match(lines[0] ?? "", /^footprints by effect +total +self$/);
  assert.match(lines[1] ?? "", /^read +(\d+) +\d\d\.\d% +\1 {2}█+[▏▎▍▌▋▊▉]?$/);
  assert.ok(lines.every((line) => line.length <= 84));
  assert.match(stdout, /^all +\d+ +100%$/m);
});

/** Arguments and variables, and whether colours are to be seen on a terminal and elsewhere. */
const COLORS:
  readonly (readonly [args: readonly string[], env: Readonly<Record<string, string>>, pty: boolean, pipe: boolean])[] =
    [
      [[], { NO_COLOR: "" }, true, false],
      [[], { NO_COLOR: "1" }, false, false],
      [[], { NO_COLOR: "", FORCE_COLOR: "1" }, true, true],
      [["--color", "never"], { NO_COLOR: "", FORCE_COLOR: "1" }, false, false],
      [["--color", "always"], { NO_COLOR: "1" }, true, true],
    ];

for (const [args, env, pty, pipe] of COLORS) {
  const name = [...args, ...Object.entries(env).map(([key, value]) => `${key}=${value}`)].join(" ");
  Deno.test({
    name: `top ${name}: colours ${pty ? "" : "not "}on a terminal, ${pipe ? "" : "not "}on a pipe`,
    ignore: !HAS_PTY,
    fn: async () => {
      const words = ["top", ...EXAMPLES, "--by", "model", ...args];
      assert.equal((await onTerminal(words, { env })).stdout.includes("\x1b["), pty);
      assert.equal((await program(words, { env })).stdout.includes("\x1b["), pipe);
    },
  });
}
