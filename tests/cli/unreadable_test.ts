/** Files and folders that are there and cannot be read, or must not be opened. */
import assert from "node:assert/strict";
import type { FileStat } from "../../src/host/host.ts";
import { inProcess } from "../support/in_process.ts";
import { type MemoryHost, memoryHost } from "../support/memory_host.ts";
import { jsonl } from "../support/read.ts";

const HOME = "/home/dev";
const USER = `${HOME}/.config/agentpprof/config.json`;
const LOGS = {
  [`${HOME}/.codex/sessions/2026/11/23/rollout-a.jsonl`]: jsonl([
    { timestamp: "2026-11-23T02:20:00.000Z", type: "session_meta", payload: { id: "s1", cwd: HOME } },
    { timestamp: "2026-11-23T02:20:01.000Z", type: "event_msg", payload: { type: "user_message", message: "Fix" } },
  ]),
  [`${HOME}/.claude/projects/-home-dev/s2.jsonl`]: jsonl([
    {
      type: "user",
      uuid: "u",
      sessionId: "s2",
      cwd: HOME,
      timestamp: "2026-11-23T02:30:00.000Z",
      message: { content: "Fix" },
    },
  ]),
};

/** A machine on which nothing below a path may be looked at. */
function closed(files: Readonly<Record<string, string>>, path: string): Partial<MemoryHost> {
  const host = memoryHost(files);
  const open = <T>(at: string, look: (at: string) => T): T => {
    if (at.startsWith(path)) throw new Deno.errors.PermissionDenied(`Permission denied (os error 13): '${at}'`);
    return look(at);
  };
  return {
    readText: (at) => open(at, host.readText),
    list: (at) => open(at, host.list),
    stat: (at) => open(at, host.stat),
  };
}

/** A folder that is closed, and the agent whose sessions are still read. */
const HOMES = [[`${HOME}/.codex/`, "claude"], [`${HOME}/.claude/`, "codex"]] as const;

for (const [path, agent] of HOMES) {
  for (const args of [[], ["--codex-root", `${HOME}/.codex`, "--claude-root", `${HOME}/.claude`]]) {
    Deno.test(`sessions ${args.length > 0 ? "of named roots" : ""} with ${path} closed: the rest is read, exit 3`, async () => {
      const { code, stdout, stderr } = await inProcess(["sessions", "--json", ...args], LOGS, {}, closed(LOGS, path));
      assert.equal(code, 3, stderr);
      const rows: { agent: string }[] = JSON.parse(stdout);
      assert.deepEqual(rows.map((row) => row.agent), [agent]);
      assert.match(stderr, /Skipped a file: Permission denied/);
    });
  }
}

/** What may be named, and what is said of it where it cannot be read. */
const NAMED: readonly (readonly [args: readonly string[], said: RegExp])[] = [
  [["sessions", "--session-file", "/in/file"], /Cannot read the session file "\/in\/file": /],
  [["run", "--dry-run", "--vocabulary", "/in/file"], /Cannot read the word list "\/in\/file": /],
  [["run", "--dry-run", "--api-key-file", "/in/file"], /Cannot read an API key from "\/in\/file": /],
  [["run", "--dry-run", "--snapshot", "/in/file"], /Cannot read the snapshot "\/in\/file": /],
  [["sessions", "--config", "/in/file"], /Cannot read the settings in "\/in\/file": /],
  [["bench", "--model", "a.gguf", "--fragment-file", "/in/file"], /Cannot read the fragments in "\/in\/file": /],
];

for (const [args, said] of NAMED) {
  Deno.test(`${args.join(" ")}: a file that may not be read is refused with exit 2`, async () => {
    const files = { ...LOGS, "/in/file": "{}" };
    const { code, stdout, stderr } = await inProcess(args, files, {}, closed(files, "/in/"));
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, new RegExp(`${said.source}permission denied`));
  });

  Deno.test(`${args.join(" ")}: a pipe is refused with exit 2, and never opened`, async () => {
    const host = memoryHost(LOGS);
    const opened: string[] = [];
    const { code, stdout, stderr } = await inProcess(args, LOGS, {}, {
      stat: (path): FileStat | null =>
        path === "/in/file" ? { isFile: false, isDir: false, sizeBytes: 0, mtimeMs: 0, ino: null } : host.stat(path),
      readText: (path) => (opened.push(path), host.readText(path)),
      readPieces: (path, ...rest) => (opened.push(path), host.readPieces(path, ...rest)),
    });
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, new RegExp(`${said.source}it is a pipe or a device\\n {2}Write what it gives into a file`));
    assert.ok(!opened.includes("/in/file"));
  });
}

Deno.test("the user's own settings that may not be read are refused with exit 2; --no-config passes them over", async () => {
  const files = { ...LOGS, [USER]: "{}" };
  const change = closed(files, `${HOME}/.config/agentpprof`);
  const { code, stderr } = await inProcess(["sessions"], files, {}, change);
  assert.equal(code, 2, stderr);
  assert.match(stderr, /Cannot read the settings in ".*config.json": permission denied/);
  assert.equal((await inProcess(["sessions", "--no-config"], files, {}, change)).code, 0);
});
