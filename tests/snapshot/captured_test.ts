import { deepEqual, equal, ok } from "node:assert/strict";
import { correlate } from "../../src/snapshot/correlate.ts";
import { parseSnapshot } from "../../src/snapshot/schema.ts";
import type { Session, ToolCall } from "../../src/trace/session.ts";
import { assertGolden } from "../support/golden.ts";
import { memoryHost } from "../support/memory_host.ts";
import { readFiles } from "../support/read.ts";
import { CWD } from "./sample.ts";

const FOLDER = "tests/golden/snapshot";
const read = (name: string) => Deno.readTextFileSync(new URL(`../../${FOLDER}/${name}`, import.meta.url));
const logs = { "/logs/codex.jsonl": read("codex.jsonl"), "/logs/claude.jsonl": read("claude.jsonl") };
const { sessions } = readFiles(memoryHost(logs), Object.keys(logs));
const snapshot = parseSnapshot(read("snapshot.json"));
const correlation = correlate(sessions, snapshot);
const callsOf = (some: readonly Session[]) => some.flatMap(({ toolCalls }) => toolCalls);

/** Commands without what the log says of their effects: all that is told then is the kernel's. */
const bare = sessions.map((session) => ({
  ...session,
  toolCalls: session.toolCalls.map((call) => ({ ...call, exitCode: null, paths: [], domains: [] })),
}));
const traced = callsOf(correlate(bare, snapshot).sessions);
const of = (command: string): ToolCall | undefined => traced.find((call) => call.command?.excerpt?.startsWith(command));

Deno.test("captured: every tool call of both sessions is matched, by its id or by its time", () => {
  deepEqual([correlation.toolCalls, correlation.matched, correlation.warnings], [42, 42, []]);
  equal(callsOf(sessions).length, 42);
});

for (
  const [command, chain] of [
    ["npm test", "npm sh node node"],
    ["npm test 2>&1 | tail", "npm sh node node"],
    ['bash -lc "npm run build', "bash npm sh node"],
    ["timeout 20 npm run lint", "timeout npm sh sh node"],
    ["cd packages/core && npm test", "npm sh node node"],
    ["make limits", "make python3"],
    ["sh -c 'for f in", "sh node"],
    ["ls src/*.mjs | xargs", "xargs node"],
    ["find . -name '*.tar' -exec", "find rm"],
    ["bash scripts/release.sh", "bash tar"],
    ["env NODE_ENV=test nice", "node"],
    ["(cd packages/core", "node"],
    ["git add -A && git commit", "git"],
    ["cat package.json | python3", "cat"],
    ["echo done >", "echo"],
  ] as const
) {
  Deno.test(`captured: the processes of "${command}" are ${chain}`, () => {
    equal(of(command)?.processChain.join(" "), chain);
  });
}

Deno.test("captured: files, hosts and exit codes are those of the trace", () => {
  deepEqual(of("npm run build")?.paths.toSorted(), [
    `${CWD}/dist/orders.mjs`,
    `${CWD}/dist/server.mjs`,
    `${CWD}/package.json`,
    `${CWD}/scripts/build.mjs`,
    `${CWD}/src/orders.mjs`,
    `${CWD}/src/server.mjs`,
  ]);
  deepEqual(of("make limits")?.domains, ["localhost"]);
  deepEqual(of("curl -s http://127.0.0.1")?.domains, ["127.0.0.1"]);
  deepEqual(of("ls")?.domains, []);
  equal(of("python3 scripts/report.py nosuch.csv")?.exitCode, 1);
  equal(of("rm -rf dist")?.exitCode, 0);
});

Deno.test("captured: every call has just the project's files that the processes under its pid touched", () => {
  const rootOf = new Map(snapshot.process_nodes.map(({ pid, root_pid }) => [pid, root_pid]));
  const files = snapshot.audit_events.flatMap(({ audit_type, pid, target }) =>
    audit_type === "file" && pid !== null && target?.startsWith(CWD) === true &&
      !/\/(\.git|__pycache__)(\/|$)/.test(target)
      ? [{ root: rootOf.get(pid), target: target.replaceAll("/./", "/") }]
      : []
  );
  snapshot.tool_calls.forEach(({ related_pid }, at) => {
    const own = files.filter(({ root }) => root === related_pid).map(({ target }) => target);
    deepEqual(new Set(traced[at]?.paths), new Set(own), traced[at]?.command?.excerpt ?? "");
  });
});

Deno.test("captured: what the log knows stays, in front", () => {
  callsOf(sessions).forEach((logged, at) => {
    const call = callsOf(correlation.sessions)[at];
    deepEqual(call?.paths.slice(0, logged.paths.length), logged.paths);
    deepEqual(call?.domains.slice(0, logged.domains.length), logged.domains);
    ok(logged.exitCode === null || call?.exitCode === logged.exitCode);
  });
});

Deno.test("captured: without the snapshot the same sessions are unchanged", () => {
  const before = structuredClone(sessions);
  const { sessions: same, matched } = correlate(sessions, parseSnapshot("{}"));
  equal(matched, 0);
  same.forEach((session, at) => equal(session, sessions[at]));
  deepEqual(sessions, before);
});

Deno.test("captured: no path of another machine is in the snapshot or the sessions", () => {
  const texts = [read("snapshot.json"), ...Object.values(logs)];
  for (const text of texts) ok(!/"\/(root|tmp|work|home\/(?!dev\/))\b/.test(text));
  ok(texts.reduce((sum, text) => sum + text.length, 0) < 300_000);
});

Deno.test("captured: all calls are as they were checked by hand", () => {
  const rows = traced.map((call) =>
    JSON.stringify({
      command: call.command?.excerpt?.split("\n", 1)[0],
      processes: call.processChain.join(" "),
      exit_code: call.exitCode,
      files: call.paths.map((path) => path.replace(CWD, ".")).join(" "),
      hosts: call.domains.join(" "),
    })
  );
  assertGolden(`${FOLDER}/expected.json`, `[\n${rows.join(",\n")}\n]\n`);
});
