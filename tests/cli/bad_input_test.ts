/** Bad input gets a clear error and loses nothing. */
import assert from "node:assert/strict";
import { zstdCompressSync } from "node:zlib";
import { type Misbehaviour, startFakeServer } from "../support/llama_server.ts";
import { EXAMPLES, filesIn, program, tempFolder } from "../support/program.ts";
import { jsonl } from "../support/read.ts";

/** How the server misbehaves for every word, and what the user is told. */
const SERVERS: readonly (readonly [Misbehaviour, RegExp])[] = [
  ["not found", /Cannot get .*404/],
  ["html", /Cannot get .*<!doctype html>/],
  ["empty", /Cannot get /],
  ["huge", /Cannot get /],
  ["hang", /Cannot get .*(1 s|time)/i],
  ["invalid word", /Cannot get a word for a session from the model .* twice found " ?Finally\{block\}/],
  ["several words", /twice found " ?fix bug"/],
];

for (const [misbehaviour, told] of SERVERS) {
  Deno.test(`a server that answers "${misbehaviour}" fails the run with 1 and a message that says so`, async () => {
    using folder = tempFolder();
    await using server = startFakeServer({ misbehave: ({ number }) => (number > 0 ? misbehaviour : null) });
    const args = ["--out", folder.path, "--timeout", "1", "--jobs", "1", "--llama-url", server.url];
    const { code, stderr, stdout } = await program(["run", ...EXAMPLES, ...args]);
    assert.equal(code, 1, stderr);
    assert.match(stderr, told);
    assert.equal(stdout, "");
    assert.deepEqual([...filesIn(folder.path).keys()].filter((name) => name !== "tags.json"), []);
  });
}

Deno.test("no server: exit 1, with how to start one", async () => {
  using folder = tempFolder();
  let url = "";
  {
    await using gone = startFakeServer();
    url = gone.url;
  }
  const { code, stderr } = await program(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", url]);
  assert.equal(code, 1);
  assert.match(
    stderr,
    /agentpprof: Cannot reach the llama.cpp server at "http:\/\/127.0.0.1:\d+" .*: connection refused\n/i,
  );
  assert.match(stderr, /llama-server -m/);
});

Deno.test("no session: exit 1, with the roots, how many files they hold, and what to try", async () => {
  using folder = tempFolder();
  const args = ["run", ...EXAMPLES.slice(1), "--project-root", "/home/dev/work/other", "--out", folder.path];
  const { code, stderr } = await program(args);
  assert.equal(code, 1);
  assert.match(stderr, /Cannot find a session of the project "\/home\/dev\/work\/other"/);
  assert.match(stderr, /looked in ".*examples\/codex\/sessions": 4 files/);
  assert.match(stderr, /looked in ".*examples\/claude\/projects": 7 files/);
  assert.match(stderr, /--project-root DIR/);
});

Deno.test("a server on another machine is named before anything is sent to it, one on this machine is not", async () => {
  using folder = tempFolder();
  const told = /sends pieces of your texts to another machine: no-such-host\.invalid:8080\n/;
  for (const [url, isTold] of [["http://no-such-host.invalid:8080", true], ["http://[::1]:9", false]] as const) {
    const { code, stderr } = await program(["run", ...EXAMPLES, "--llama-url", url, "--out", folder.path]);
    assert.equal(code, 1);
    assert.equal(told.test(stderr), isTold, stderr);
    assert.equal(/another machine/.test(stderr), isTold);
  }
});

Deno.test("an output folder that is a file is refused, and the file is left as it was", async () => {
  using folder = tempFolder();
  const file = `${folder.path}/notes.txt`;
  Deno.writeTextFileSync(file, "mine");
  const { code, stderr } = await program(["run", ...EXAMPLES, "--out", file]);
  assert.equal(code, 2);
  assert.match(stderr, /Cannot write a report into ".*notes\.txt": it is a file\n {2}Name a folder with --out DIR/);
  assert.equal(Deno.readTextFileSync(file), "mine");
});

Deno.test("no session in the time that was asked for: exit 1, and that time is what to widen", async () => {
  const limited = await program(["sessions", ...EXAMPLES, "--until", "2020-01-01", "--scan-files", "1"]);
  assert.match(limited.stderr, /Widen --since or --until, or look at older files too with: --scan-files 0/);
  for (const command of [["run", "--dry-run"], ["sessions"], ["top"]]) {
    const { code, stderr } = await program([...command, ...EXAMPLES, "--until", "2020-01-01"]);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /Cannot find a session in that time: the 13 that were found were at work at another\n {2}Widen/,
    );
  }
});

const USAGE: readonly (readonly [title: string, args: readonly string[], told: RegExp])[] = [
  ["an unknown option", ["run", "--scan-file", "3"], /Unknown option '--scan-file'\n\(Did you mean --scan-files\?\)/],
  ["an unknown command", ["rum"], /Unknown command 'rum'\n\(Did you mean run\?\)/],
  ["a number that is none", ["run", "--max-sessions", "many"], /whole number from 0/],
  ["a limit below 0", ["run", "--max-sessions", "-3"], /whole number from 0/],
  ["a truth that is none", ["run", "--tag-llm-calls", "maybe"], /"true" or "false"/],
  ["an address that is none", ["run", "--llama-url", "127.0.0.1:8080"], /http:\/\/127.0.0.1:8080/],
  [
    "a session file that is missing",
    ["run", "--session-file", "/nowhere/a.jsonl"],
    /Cannot read the session file "\/nowhere\/a.jsonl": there is no such file/,
  ],
  ["a session file that is a folder", ["run", "--session-file", "/"], /it is a folder/],
  ["a root that is missing", ["run", "--codex-root", "/nowhere"], /Cannot look for sessions in "\/nowhere"/],
  ["a word list that is missing", ["run", "--vocabulary", "/nowhere/words"], /Cannot read the word list/],
  ["no --out for render", ["render"], /--out/],
  [
    "a report that is missing",
    ["render", "--out", "/nowhere"],
    /Cannot find a report: expected "\/nowhere\/agentpprof.json"/,
  ],
];

for (const [title, args, told] of USAGE) {
  Deno.test(`${title}: exit 2, with the way out`, async () => {
    const { code, stderr, stdout } = await program(args);
    assert.equal(code, 2, stderr);
    assert.match(stderr, told);
    assert.equal(stdout, "");
  });
}

Deno.test("an output folder that cannot be written is found out before the model is asked", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  Deno.writeTextFileSync(`${folder.path}/file`, "in the way");
  const { code, stderr } = await program([
    "run",
    ...EXAMPLES,
    "--out",
    `${folder.path}/file/out`,
    "--llama-url",
    server.url,
  ]);
  assert.equal(code, 1);
  assert.match(stderr, /Cannot write into the output folder/);
  assert.equal(server.paths.length, 0);
});

Deno.test("a report whose place is taken by a folder is not written at all", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  Deno.mkdirSync(`${folder.path}/timeline.svg`);
  const { code, stderr } = await program(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url]);
  assert.equal(code, 1);
  assert.match(stderr, /timeline.svg": a folder is in the way/);
  assert.deepEqual([...filesIn(folder.path).keys()], ["tags.json"]);
});

Deno.test("a damaged tags.json is set aside, told, and not lost", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  Deno.writeTextFileSync(`${folder.path}/tags.json`, '{"schema_version": 2, "tags": {"x');
  const { code, stderr } = await program(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url]);
  assert.equal(code, 0, stderr);
  assert.match(stderr, /damaged/i);
  const kept = [...filesIn(folder.path)].filter(([name]) => name.startsWith("tags.json.damaged"));
  assert.equal(kept[0]?.[1], '{"schema_version": 2, "tags": {"x');
});

const PROMPT = {
  type: "user",
  uuid: "u",
  sessionId: "s",
  cwd: "/p",
  timestamp: "2026-11-20T10:00:00Z",
  message: { content: "Fix" },
};

/** A session file, the exit code that it brings, what is said of it, and its name's ending. */
const FILES: readonly (readonly [
  title: string,
  content: string | Uint8Array,
  code: number,
  told: RegExp,
  ending?: string,
])[] = [
  ["empty", "", 1, /Cannot find a session in the files that were named: .*empty/],
  ["binary", new Uint8Array([0, 255, 254, 10, 0, 1, 2, 10]), 1, /no session of an agent that is known/],
  ["of something else", '{"hello": 1}\n', 1, /no session of an agent that is known/],
  [
    "torn in the middle",
    `${jsonl([PROMPT])}{"type":"user","mess\n${jsonl([{ ...PROMPT, uuid: "v" }])}`,
    3,
    /Skipped a line that is no JSON object: once/,
  ],
  [
    "still being written",
    `${jsonl([PROMPT])}{"type":"user","mess`,
    0,
    /Skipped an unfinished last line: once/,
  ],
  [
    "compressed and cut off",
    Uint8Array.from([...zstdCompressSync(jsonl([PROMPT])), ...zstdCompressSync(jsonl([PROMPT])).subarray(0, -1)]),
    3,
    /Skipped the rest of a compressed file that is cut off: once/,
    ".zst",
  ],
];

for (const [title, content, expected, told, ending = ""] of FILES) {
  Deno.test(`a session file that is ${title}: exit ${expected}, and it is told`, async () => {
    using folder = tempFolder();
    await using server = startFakeServer();
    const path = `${folder.path}/a.jsonl${ending}`;
    Deno.writeFileSync(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
    const { code, stderr } = await program([
      "run",
      "--session-file",
      path,
      "--out",
      `${folder.path}/out`,
      "--llama-url",
      server.url,
    ]);
    assert.equal(code, expected, stderr);
    assert.match(stderr, told);
    if (code !== 3) return;
    const report = JSON.parse(Deno.readTextFileSync(`${folder.path}/out/agentpprof.json`));
    assert.equal(report.diagnostics.lines_skipped, ending === "" ? 1 : 0);
    assert.match(report.warnings.join("\n"), told);
  });
}
