import assert from "node:assert/strict";
import type { FileStat } from "../../src/host/host.ts";
import { claude } from "../../src/source/claude/claude.ts";
import { codex } from "../../src/source/codex/codex.ts";
import { listRoot, withoutTwins } from "../../src/source/discover.ts";
import { isInProject, placeSeenFrom, projectPlace, projectsOf } from "../../src/source/project.ts";
import { readSessions } from "../../src/history/read.ts";
import { loadShell } from "../../src/shell/grammar.ts";
import { pathGroup } from "../../src/trace/path_group.ts";
import { memoryHost } from "../support/memory_host.ts";
import { jsonl, only, readRecordsOf } from "../support/read.ts";

const shell = await loadShell();

Deno.test("listRoot() keeps the newest files, newest first, and counts the rest", () => {
  const host = memoryHost(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`/r/p/${index}.jsonl`, ""])));
  const listing = listRoot(host, claude, "/r", 3);
  assert.deepEqual(listing.candidates.map(({ path }) => path), ["/r/p/49.jsonl", "/r/p/48.jsonl", "/r/p/47.jsonl"]);
  assert.deepEqual([listing.files, listing.leftOut], [50, 47]);
});

Deno.test("listRoot() takes session files alone", () => {
  const names = [
    "p/a.jsonl",
    "p/a.meta.json",
    "p/sessions-index.json",
    "p/s/subagents/agent-1.jsonl",
    "p/memory/x.jsonl",
    "p/s/tool-results/x.jsonl",
  ];
  const host = memoryHost(Object.fromEntries(names.map((name) => [`/r/${name}`, ""])));
  assert.deepEqual(listRoot(host, claude, "/r", 0).candidates.map(({ path }) => path).sort(), [
    "/r/p/a.jsonl",
    "/r/p/s/subagents/agent-1.jsonl",
  ]);
});

Deno.test("listRoot() follows no link, and tells each to a session file and each to a folder of some", () => {
  const files = { "/r/p/a.jsonl": "", "/r/a.jsonl": "", "/r/notes": "", "/r/day/a.jsonl": "", "/r/memory/x.jsonl": "" };
  const host = memoryHost(files);
  const links = new Set(["a.jsonl", "notes", "day", "memory", "loop"]);
  const listing = listRoot(
    {
      ...host,
      list: (path) =>
        path !== "/r" ? host.list(path) : [...links, "p"].map((name) => {
          const isSymlink = links.has(name);
          return { name, isDir: !isSymlink, isFile: false, isSymlink };
        }),
      stat(path): FileStat | null {
        if (path === "/r/loop") throw new Error("Too many levels of symbolic links");
        return host.stat(path);
      },
    },
    claude,
    "/r",
    0,
  );
  assert.deepEqual(listing.candidates.map(({ path }) => path), ["/r/p/a.jsonl"]);
  assert.deepEqual(
    listing.skipped,
    ["/r/a.jsonl", "/r/day"].map((path) => ({ path, reason: "a symbolic link" })),
  );
});

Deno.test("withoutTwins() prefers a plain file to its compressed twin and a live one to an archived one", () => {
  const paths = [
    "/c/archived_sessions/rollout-1.jsonl",
    "/c/sessions/2026/rollout-1.jsonl.zst",
    "/c/sessions/2026/rollout-1.jsonl",
    "/c/sessions/2026/rollout-2.jsonl.zst",
  ];
  const candidates = paths.map((path) => ({ source: codex, path, mtimeMs: 0, sizeBytes: 0, ino: null }));
  assert.deepEqual(withoutTwins(candidates).map(({ path }) => path), [
    "/c/sessions/2026/rollout-1.jsonl",
    "/c/sessions/2026/rollout-2.jsonl.zst",
  ]);
});

Deno.test("withoutTwins() prefers any file that holds something to an empty one", () => {
  const sizes = {
    "/c/sessions/rollout-1.jsonl": 0,
    "/c/sessions/rollout-1.jsonl.zst": 99,
    "/c/sessions/rollout-2.jsonl": 0,
    "/c/archived_sessions/rollout-2.jsonl.zst": 99,
  };
  const candidates = Object.entries(sizes)
    .map(([path, sizeBytes]) => ({ source: codex, path, mtimeMs: 0, sizeBytes, ino: null }));
  assert.deepEqual(withoutTwins(candidates).map(({ path }) => path), [
    "/c/sessions/rollout-1.jsonl.zst",
    "/c/archived_sessions/rollout-2.jsonl.zst",
  ]);
});

Deno.test("withoutTwins() keeps of two files that are as good the larger, of equal ones the first", () => {
  const sizes = {
    "/c/sessions/22/rollout-1.jsonl": 50,
    "/c/sessions/23/rollout-1.jsonl": 99,
    "/d/sessions/22/rollout-2.jsonl": 50,
    "/c/sessions/22/rollout-2.jsonl": 50,
    "/c/sessions/22/rollout-3.jsonl": 50,
    "/c/archived_sessions/rollout-3.jsonl": 99,
  };
  const candidates = Object.entries(sizes)
    .map(([path, sizeBytes]) => ({ source: codex, path, mtimeMs: 0, sizeBytes, ino: null }));
  assert.deepEqual(withoutTwins(candidates).map(({ path }) => path), [
    "/c/sessions/23/rollout-1.jsonl",
    "/c/sessions/22/rollout-2.jsonl",
    "/c/sessions/22/rollout-3.jsonl",
  ]);
});

Deno.test("default roots come from the home, and from the agent's own variable in its place", () => {
  const files = {
    "/home/dev/.claude/projects/p/a.jsonl": "",
    "/home/dev/.config/claude/projects/p/b.jsonl": "",
    "/x/projects/p/c.jsonl": "",
    "/home/dev/.codex/sessions/a": "",
  };
  assert.deepEqual(claude.defaultRoots(memoryHost(files)), [
    "/home/dev/.config/claude/projects",
    "/home/dev/.claude/projects",
  ]);
  assert.deepEqual(claude.defaultRoots(memoryHost(files, { CLAUDE_CONFIG_DIR: "/x, ~/.claude/projects" })), [
    "/x/projects",
    "/home/dev/.claude/projects",
  ]);
  assert.throws(
    () => claude.defaultRoots(memoryHost(files, { CLAUDE_CONFIG_DIR: "/nowhere" })),
    /CLAUDE_CONFIG_DIR "\/nowhere"/,
  );
  assert.deepEqual(codex.defaultRoots(memoryHost(files)), ["/home/dev/.codex/sessions"]);
});

Deno.test("isInProject() knows the root, what is below it, and the repository's other worktrees", () => {
  const host = memoryHost({
    "/w/shop/.git/worktrees/fix/gitdir": "/w/shop-fix/.git\n",
    "/w/shop-fix/.git": "gitdir: /w/shop/.git/worktrees/fix\n",
    "/w/shop/src/a.ts": "",
  });
  for (const root of ["/w/shop", "/w/shop-fix"]) {
    const place = projectPlace(host, root);
    const answers = ["/w/shop", "/w/shop/src", "/w/shop-fix/src", "/w/shopping", "/w"].map((folder) =>
      isInProject(host, place, folder)
    );
    assert.deepEqual(answers, [true, true, true, false, false]);
  }
});

Deno.test("isInProject() needs no root that exists, and folds case where the platform does", () => {
  const host = memoryHost({});
  assert.equal(isInProject(host, projectPlace(host, "/gone/shop"), "/gone/shop/src"), true);
  assert.equal(isInProject(host, projectPlace(host, "/gone/shop"), "/gone/Shop"), false);
  const mac = { ...host, platform: "darwin" as const };
  assert.equal(isInProject(mac, projectPlace(mac, "/gone/shop"), "/gone/Shop"), true);
});

Deno.test("placeSeenFrom() takes the link through which a session's folder is in the project for a root", () => {
  const links: Readonly<Record<string, string>> = { "/old/shop": "/w/shop", "/old/shop/src": "/w/shop/src" };
  const host = { ...memoryHost({ "/w/shop/src/a.ts": "" }), realPath: (path: string) => links[path] ?? path };
  const place = projectPlace(host, "/w/shop");
  const groupIn = (cwd: string | null) => pathGroup("/old/shop/src/a.ts", placeSeenFrom(host, place, cwd));
  assert.deepEqual(["/old/shop", "/old/shop/src", "C:\\shop", "/w/shop", "/old", null].map(groupIn), [
    "src",
    "src",
    "external/other",
    "external/other",
    "external/other",
    "external/other",
  ]);
});

Deno.test("projectsOf() names a session's repository, else its folder", () => {
  const { sessions } = readRecordsOf({
    "/a.jsonl": [{ type: "user", uuid: "u", sessionId: "s", cwd: "/w/shop/src", message: { content: "x" } }],
  });
  const nameIn = (files: Record<string, string>) => projectsOf(memoryHost(files), sessions)[0]?.name;
  assert.equal(nameIn({ "/w/shop/.git/HEAD": "" }), "shop");
  assert.equal(nameIn({}), "src");
});

Deno.test("projectsOf() gives a session that tells no folder a project without a root: every path is outside", () => {
  const { sessions } = readRecordsOf({
    "/a.jsonl": [{ type: "user", uuid: "u", sessionId: "s", message: { content: "x" } }],
  });
  const [project] = projectsOf(memoryHost({ "/.git/HEAD": "" }), sessions);
  assert.ok(project !== undefined);
  const groups = ["/home/anna/client/a.ts", "/Users/anna/a.ts", "/srv/client/a.ts", "/"].map((path) =>
    pathGroup(path, project.place)
  );
  assert.deepEqual([project.name, groups], ["unknown", [
    "external/home",
    "external/home",
    "external/other",
    "external/system",
  ]]);
});

Deno.test("readSessions() takes sessions that began in the project, not those that mention it", () => {
  const record = (sessionId: string, cwd: string) => ({
    type: "user",
    uuid: sessionId,
    sessionId,
    cwd,
    timestamp: "2026-11-20T10:00:00Z",
    message: { content: "see /w/shop" },
  });
  const host = memoryHost({
    "/r/p/1.jsonl": jsonl([{ type: "summary", summary: "x", leafUuid: "y" }, record("1", "/w/shop/sub")]),
    "/r/p/2.jsonl": jsonl([record("2", "/w/other")]),
  });
  const { sessions } = readSessions(host, shell, {
    project: projectPlace(host, "/w/shop"),
    roots: [{ source: claude, root: "/r" }],
    sessionFiles: [],
    scanFiles: 0,
    maxSessions: 0,
    sinceMs: null,
    untilMs: null,
  });
  assert.equal(only(sessions).id, "1");
  assert.equal(host.opened.get("/r/p/2.jsonl"), 1);
});

Deno.test("readSessions() counts parents for its limit and brings their subagents along", () => {
  const at = (minute: number) => `2026-11-20T10:0${minute}:00Z`;
  const user = (sessionId: string, uuid: string, minute: number, more: object = {}) => ({
    type: "user",
    uuid,
    sessionId,
    cwd: "/w",
    timestamp: at(minute),
    message: { content: uuid },
    ...more,
  });
  const host = memoryHost({
    "/r/p/old.jsonl": jsonl([user("old", "o", 1)]),
    "/r/p/new.jsonl": jsonl([user("new", "n", 5), user("new", "inside1", 6, { isSidechain: true, parentUuid: null })]),
    "/r/p/new/subagents/agent-x.jsonl": jsonl([user("new", "x", 2, { isSidechain: true })]),
  });
  const { sessions, sessionsLeftOut } = readSessions(host, shell, {
    project: null,
    roots: [{ source: claude, root: "/r" }],
    sessionFiles: [],
    scanFiles: 0,
    maxSessions: 1,
    sinceMs: null,
    untilMs: null,
  });
  assert.deepEqual(sessions.map((one) => [one.id, one.role, one.parentId]), [["agent-x", "subagent", "new"], [
    "new",
    "top",
    null,
  ], ["new.inside1", "subagent", "new"]]);
  assert.equal(sessionsLeftOut, 1);
});
