/** What was read of logs is kept: the same result, from fewer bytes. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { openLogCache } from "../../src/history/cache.ts";
import type { Wanted } from "../../src/history/entry.ts";
import { readSessionsTogether } from "../../src/history/read.ts";
import type { Host } from "../../src/host/host.ts";
import { SOURCES } from "../../src/source/sources.ts";
import type { Session } from "../../src/trace/session.ts";
import { fromFileUrl } from "../../scripts/paths.ts";
import { type MemoryHost, memoryHost } from "../support/memory_host.ts";
import { sharedPath } from "../support/shared.ts";

const CACHE = "/cache/logs";
const ROOTS = [
  { source: sourceOf("codex"), root: "/home/dev/.codex/sessions" },
  { source: sourceOf("claude"), root: "/home/dev/.claude/projects" },
];

function sourceOf(agent: string): typeof SOURCES[number] {
  const source = SOURCES.find((known) => known.agent === agent);
  if (source === undefined) throw new Error(`No source ${agent}`);
  return source;
}

/** What a reading tells, with hashes in the place of texts. */
async function read(host: Host, wanted: Wanted, cached = true, roots = ROOTS): Promise<Record<string, unknown>> {
  const cache = cached ? openLogCache(host, CACHE) : undefined;
  const { textsOf: _, sessions, summaries, ...told } = await readSessionsTogether(
    host,
    { project: null, roots, sessionFiles: [], scanFiles: 0, maxSessions: 0, sinceMs: null, untilMs: null },
    wanted,
    cache,
  );
  return { ...told, summaries, sessions: sessions.map(withoutTexts) };
}

function withoutTexts(session: Session): unknown {
  return JSON.parse(JSON.stringify(session, (key, value) => (key === "excerpt" ? undefined : value)));
}

/** Logs of the examples, and of all real sessions where they are, by the path at which a home would have them. */
const LOGS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    fromFileUrl(new URL("../../examples", import.meta.url)),
    ...[sharedPath("real-sessions")].filter((path) => path !== null),
  ]
    .flatMap((folder) =>
      logsIn(`${folder}/codex/sessions`, ROOTS[0]?.root ?? "").concat(
        logsIn(`${folder}/claude/projects`, ROOTS[1]?.root ?? ""),
      )
    ),
);

function logsIn(folder: string, root: string): [string, string][] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }): [string, string][] =>
    isDirectory
      ? logsIn(`${folder}/${name}`, `${root}/${name}`)
      : /\.(jsonl|json)$/.test(name)
      ? [[`${root}/${name}`, Deno.readTextFileSync(`${folder}/${name}`)]]
      : []
  );
}

for (const wanted of ["counts", "events"] as const) {
  Deno.test(`a cache gives what the logs give, and opens none of them: ${wanted}`, async () => {
    const host = memoryHost(LOGS);
    const whole = await read(host, wanted, false);
    assert.deepEqual(await read(host, wanted), whole);
    host.opened.clear();
    assert.deepEqual(await read(host, wanted), whole);
    assert.deepEqual([...host.opened], []);
  });

  Deno.test(`a log that has grown gives what it gives when it is read whole, wherever it was cut: ${wanted}`, async () => {
    const paths = Object.keys(LOGS).filter((path) => path.endsWith(".jsonl"));
    const whole = new Map<string, unknown>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.double({ min: 0, max: 1, noNaN: true }), async (path, share) => {
        const text = LOGS[path] ?? "";
        const beside = Object.entries(LOGS).filter(([other]) => other === path.replace(/\.jsonl$/, ".meta.json"));
        const host = memoryHost({
          ...Object.fromEntries(beside),
          [path]: text.slice(0, Math.floor(share * text.length)),
        });
        await read(host, wanted);
        host.files.set(path, text);
        const grown = await read(host, wanted);
        if (!whole.has(path)) whole.set(path, await read(host, wanted, false));
        assert.deepEqual(grown, whole.get(path));
      }),
      { numRuns: 300, seed: 4 },
    );
  });
}

for (const [folder, turn] of [[".claude", '"promptSource"'], [".codex", '"type":"task_started"']] as const) {
  Deno.test(`a log that has grown is read from its last turn on: ${folder}`, async () => {
    const isLong = ([path, log]: readonly [string, string]): boolean =>
      path.includes(folder) && log.split(turn).length > 3;
    const [path, text] = Object.entries(LOGS).find(isLong) ?? ["", ""];
    const host = memoryHost({ [path]: text });
    await read(host, "counts");
    let from = -1;
    const watched: Host = {
      ...host,
      readPieces: (name, room, onPiece, at = 0) => host.readPieces(name, room, onPiece, from = at),
    };
    host.files.set(path, text + text.slice(text.lastIndexOf("\n", text.length - 2) + 1));
    await read(watched, "counts");
    assert.ok(from > 0, "read from the beginning");
  });
}

Deno.test("what is told of a call after the place from which a grown log is read on is its outcome", async () => {
  const record = (type: string, second: number, more: Record<string, unknown>) =>
    JSON.stringify({
      type,
      sessionId: "s",
      uuid: `u${second}`,
      timestamp: `2026-11-20T10:00:0${second}.000Z`,
      ...more,
    });
  const result = (id: string, content: string) => ({
    message: { content: [{ type: "tool_result", tool_use_id: id, content, is_error: false }] },
  });
  const call = (id: string) => ({ type: "tool_use", id, name: "Bash", input: { command: "npm test" } });
  const content = [call("toolu_background0001"), call("toolu_interrupted0002")];
  const lines = [
    record("user", 1, { message: { content: "one" } }),
    record("assistant", 2, { message: { id: "msg_0123456789abcdef", content, usage: {} } }),
    record("user", 3, result("toolu_background0001", "Command running in background with ID: b1")),
    record("user", 4, { message: { content: "two" } }),
    record("user", 5, {
      message: { content: "<task-notification><task-id>b1</task-id><status>failed</status></task-notification>" },
    }),
    record("user", 6, result("toolu_interrupted0002", "done")),
  ].map((line) => line + "\n");
  const path = `${ROOTS[1]?.root}/p/s.jsonl`;
  for (const wanted of ["counts", "events"] as const) {
    const host = memoryHost({ [path]: lines.slice(0, 4).join("") });
    await read(host, wanted);
    host.files.set(path, lines.join(""));
    const grown = await read(host, wanted);
    assert.deepEqual(grown, await read(host, wanted, false));
    assert.match(JSON.stringify(grown), /"status":"fail".*"status":"ok"/);
  }
});

Deno.test("what a parent's log tells of its subagent's command counts, though the subagent's was read before", async () => {
  const record = (type: string, second: number, more: Record<string, unknown>) =>
    JSON.stringify({
      ...{ type, sessionId: "s", uuid: `u${second}`, timestamp: `2026-11-20T10:00:0${second}.000Z` },
      ...more,
    }) + "\n";
  const id = "toolu_background0001";
  const content = [{ type: "tool_use", id, name: "Bash", input: { command: "npm test" } }];
  const started = [{ type: "tool_result", tool_use_id: id, content: "Command running in background with ID: b1" }];
  const notice = `<task-notification><task-id>b1</task-id><tool-use-id>${id}</tool-use-id><status>failed</status>`;
  const path = `${ROOTS[1]?.root}/p/s.jsonl`;
  const parent = record("user", 1, { message: { content: "one" } });
  for (const wanted of ["counts", "events"] as const) {
    const host = memoryHost({
      [path]: parent,
      [`${ROOTS[1]?.root}/p/s/subagents/agent-1.jsonl`]:
        record("assistant", 2, { agentId: "1", message: { id: "msg_0123456789abcdef", content, usage: {} } }) +
        record("user", 3, { agentId: "1", message: { content: started } }),
    });
    assert.match(JSON.stringify(await read(host, wanted)), /"status":"unknown"/);
    for (
      const more of [
        record("user", 4, { message: { content: notice } }),
        record("user", 5, { message: { content: "two" } }),
      ]
    ) {
      host.files.set(path, `${host.files.get(path)}${more}`);
      const grown = await read(host, wanted);
      assert.deepEqual(grown, await read(host, wanted, false));
      assert.match(JSON.stringify(grown), /"status":"fail"/);
    }
  }
});

Deno.test("a log that was written anew is read whole, though it is longer now", async () => {
  const [first, second] = Object.entries(LOGS).filter(([path, log]) =>
    path.includes(".claude") && log.includes('"promptSource"')
  );
  assert.ok(first !== undefined && second !== undefined);
  const [path] = first;
  const host = memoryHost({ [path]: first[1] });
  await read(host, "events");
  host.files.set(path, second[1] + "\n".repeat(Math.max(1, first[1].length - second[1].length + 1)));
  assert.deepEqual(await read(host, "events"), await read(host, "events", false));
});

Deno.test("a log that another agent's reader made nothing of is read by its own", async () => {
  const swapped = ROOTS.map(({ source }, index) => ({ source, root: ROOTS[1 - index]?.root ?? "" }));
  for (const wanted of ["counts", "events"] as const) {
    const host = memoryHost(LOGS);
    await read(host, wanted, true, swapped);
    assert.deepEqual(await read(host, wanted), await read(host, wanted, false));
    // Both at once: each log belongs to two roots.
    const both = [...ROOTS, ...swapped];
    assert.deepEqual(await read(host, wanted, true, both), await read(host, wanted, false, both));
  }
});

Deno.test("a log of more rows than are held gives what it gives without a cache, read, known and grown", async () => {
  const turn = (number: number, hash = String(number).padStart(20, "0")): string => {
    const at = { sessionId: "s", timestamp: new Date(Date.UTC(2026, 10, 20) + 1000 * number).toISOString() };
    const content = [{ type: "tool_use", id: `toolu_${hash}`, name: "Bash", input: { command: "npm test" } }];
    const result = [{ type: "tool_result", tool_use_id: `toolu_${hash}`, content: "ok" }];
    const message = { id: `msg_${hash}`, model: "m", usage: { input_tokens: 5, output_tokens: 7 }, content };
    return [
      { type: "user", uuid: `p${hash}`, message: { content: `do ${number}` } },
      { type: "assistant", uuid: `a${hash}`, message },
      { type: "user", uuid: `r${hash}`, message: { content: result } },
    ].map((record) => JSON.stringify({ ...at, ...record }) + "\n").join("");
  };
  const text = Array.from({ length: 9000 }, (_, number) => turn(number)).join("");
  const path = `${ROOTS[1]?.root}/p/s.jsonl`;
  const host = memoryHost({ [path]: text });
  const whole = await read(host, "counts", false);
  assert.deepEqual(await read(host, "counts"), whole);
  const [segment] = [...host.files.keys()].filter((name) => name.endsWith(".logs"));
  host.opened.clear();
  assert.deepEqual(await read(host, "counts"), whole);
  assert.deepEqual([...host.opened], []);
  host.files.set(path, text + turn(9000));
  const grown = await read(host, "counts");
  assert.deepEqual(grown, await read(host, "counts", false));
  // Without its rows.
  host.files.set(path, text);
  host.files.delete(segment ?? "");
  assert.deepEqual(await read(host, "counts"), whole);
});

Deno.test("events that were only counted before are read from the log", async () => {
  const host = memoryHost(LOGS);
  await read(host, "counts");
  assert.deepEqual(await read(host, "events"), await read(host, "events", false));
});

const DAMAGES: readonly (readonly [string, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>])[] = [
  ["cut", (bytes) => bytes.slice(0, bytes.length - 9)],
  ["empty", () => new Uint8Array()],
  ["of other bytes", (bytes) => bytes.map((byte, index) => (index === bytes.length - 99 ? byte ^ 255 : byte))],
  ["of other rows", (bytes) => bytes.map((byte, index) => (index === 99 ? byte ^ 255 : byte))],
  ["of something else", () => new TextEncoder().encode('{"not":"a cache"}')],
];

for (const [name, damage] of DAMAGES) {
  Deno.test(`a cache that is ${name} is ignored and made anew`, async () => {
    const host = memoryHost(LOGS);
    const whole = await read(host, "events");
    for (const file of [...host.kept.keys()]) {
      const bytes = host.kept.get(file) ?? new Uint8Array();
      host.kept.set(file, damage(bytes));
      // Rows are looked at where they are wanted.
      assert.equal(openLogCache(host, CACHE).warning === null, name === "of other rows");
      assert.deepEqual(await read(host, "events"), whole);
      host.kept.set(file, bytes);
    }
  });
}

Deno.test("a cache of another home is neither used nor told nor removed", async () => {
  const host = memoryHost(LOGS);
  const other = { ...host, homeDir: () => "/home/other" };
  await read(host, "events");
  const [segment = ""] = host.kept.keys();
  assert.equal(openLogCache(other, CACHE).find({ agent: "codex", path: Object.keys(LOGS)[0] ?? "" }), undefined);
  // So many that their own are written into one.
  for (let run = 0; run < 15; run++) {
    assert.equal(openLogCache(other, CACHE).warning, null);
    for (const [path, text] of [...host.files].slice(run % 2, run % 2 + 1)) host.files.set(path, `${text}\n`);
    await read(other, "events");
    assert.ok(host.kept.has(segment));
  }
  assert.equal(openLogCache(host, CACHE).warning, null);
});

Deno.test("two runs at once do not harm each other's cache", async () => {
  const host = memoryHost(LOGS);
  const whole = await read(host, "events", false);
  for (
    const [a, b] of await Promise.all([0, 1, 2].map(() => Promise.all([read(host, "counts"), read(host, "events")])))
  ) {
    assert.deepEqual(b, whole);
    assert.deepEqual(Object.keys(a), Object.keys(whole));
  }
  assert.deepEqual(await read(host, "events"), whole);
});

Deno.test("the cache holds no text of a log", async () => {
  const host: MemoryHost = memoryHost(LOGS);
  const { sessions } = await readSessionsTogether(
    host,
    {
      project: null,
      roots: ROOTS,
      sessionFiles: [],
      scanFiles: 0,
      maxSessions: 0,
      sinceMs: null,
      untilMs: null,
    },
    "events",
    openLogCache(host, CACHE),
  );
  const texts = new Set(
    sessions.flatMap(({ prompts, llmCalls, title }) =>
      [title, ...prompts.map(({ text }) => text), ...llmCalls.map(({ text }) => text)]
        .map((text) => JSON.stringify(text?.excerpt ?? "").slice(1, -1))
    ).filter((text) => text.length > 20),
  );
  const commands = sessions.flatMap(({ toolCalls }) =>
    toolCalls.filter(({ kind }) => kind === "shell")
      .map(({ command }) => JSON.stringify(command?.excerpt ?? "").slice(1, -1))
  ).filter((text) => text.length > 20);
  assert.ok(texts.size > 20);
  for (const [file, bytes] of host.kept) {
    const kept = new TextDecoder().decode(bytes);
    for (const text of [...texts, ...commands]) assert.ok(!kept.includes(text), `${file} holds "${text}"`);
  }
});

Deno.test("what a killed run left of its segment is removed a day later", async () => {
  const host = memoryHost(LOGS);
  const leftBy = (ms: number): string => `${CACHE}/${String(ms).padStart(15, "0")}-unique-1.logs.unique-2.tmp`;
  const [old, young] = [leftBy(host.now() - 25 * 60 * 60 * 1000), leftBy(host.now() - 60_000)];
  for (const path of [old, young]) await host.writeFileAtomic(path, "torn");
  await read(host, "counts");
  assert.deepEqual([host.stat(old) === null, host.stat(young) === null], [true, false]);
});
