import assert from "node:assert/strict";
import { reportSchema } from "../../src/profile/report.ts";
import { ARTIFACTS } from "../../src/render/artifacts.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";
import { assertGolden } from "../support/golden.ts";
import { MEETING_REQUESTS, startFakeServer } from "../support/llama_server.ts";
import { denoCommand, EXAMPLES, filesIn, program, startProgram, tempFolder } from "../support/program.ts";

const FIXED = { env: { SOURCE_DATE_EPOCH: "1795392000" } };

Deno.test("run writes every file of the contract, with words of the list alone", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  const out = `${folder.path}/out`;
  const { code, stdout, stderr } = await program(["run", ...EXAMPLES, "--out", out, "--llama-url", server.url], FIXED);
  assert.equal(code, 0, stderr);
  const files = filesIn(out);
  assert.deepEqual([...files.keys()].sort(), [...Object.values(ARTIFACTS), "agentpprof.json"].sort());
  const report = reportSchema.parse(JSON.parse(files.get("agentpprof.json") ?? ""));
  const words = report.sessions.flatMap((session) => [
    session.session_tag,
    ...session.prompts.map((prompt) => prompt.tag),
    ...session.llm_events.map((event) => event.llm_tag),
  ]);
  assert.deepEqual(words.filter((word) => WORK.words?.has(word) !== true), []);
  const result = JSON.parse(stdout);
  assert.deepEqual(Object.keys(result), [
    "status",
    "out",
    "dashboard",
    "agentpprof_json",
    "tags_json",
    "sessions",
    "system_unique_stacks",
    "llm_tag_calls",
    "cache_hits",
  ]);
  assert.equal(result.sessions, report.sessions.length);
  assert.equal(result.llm_tag_calls + MEETING_REQUESTS, server.asked.length);
});

Deno.test("run writes what it wrote before for the example sessions", async () => {
  using folder = tempFolder();
  await using server = startFakeServer({ word: (fragment) => (fragment.length % 2 === 0 ? "test" : "report") });
  const { code, stderr } = await program(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url], FIXED);
  assert.equal(code, 0, stderr);
  for (const name of ["nonsemantic-system.folded.txt", "llm-token.folded.txt"]) {
    const text = Deno.readTextFileSync(`${folder.path}/${name}`).replaceAll(/call:llm\/\w+/g, "call:llm/WORD");
    assertGolden(`tests/golden/examples/${name}`, text.trimEnd().split("\n").sort().join("\n") + "\n");
  }
});

Deno.test("run gives equal bytes for equal input, and needs no server where every word is known", async () => {
  using folder = tempFolder();
  const args = ["run", ...EXAMPLES, "--out", folder.path, "--llama-url"];
  let url = "";
  {
    await using server = startFakeServer();
    url = server.url;
    assert.equal((await program([...args, url], FIXED)).code, 0);
    const asked = server.asked.length;
    assert.equal((await program([...args, url], FIXED)).code, 0);
    assert.equal(server.asked.length, asked, "nothing is asked twice");
  }
  const first = filesIn(folder.path);
  const { code, stderr } = await program([...args, url], FIXED);
  assert.equal(code, 0, stderr);
  assert.deepEqual(filesIn(folder.path), first);
});

Deno.test("render draws the same bytes from the report alone", async () => {
  using folder = tempFolder();
  using elsewhere = tempFolder();
  await using server = startFakeServer();
  await program(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url], FIXED);
  const before = filesIn(folder.path);
  Deno.writeTextFileSync(`${elsewhere.path}/agentpprof.json`, before.get("agentpprof.json") ?? "");
  const { code, stderr } = await program(["render", "--out", elsewhere.path]);
  assert.equal(code, 0, stderr);
  before.delete("tags.json");
  assert.deepEqual(filesIn(elsewhere.path), before);
});

Deno.test("a run that the server leaves half-way keeps its words and the report of before, and goes on from there", async () => {
  using folder = tempFolder();
  Deno.writeTextFileSync(`${folder.path}/index.html`, "the report of before");
  const args = ["run", ...EXAMPLES, "--out", folder.path, "--timeout", "1", "--jobs", "1", "--llama-url"];
  {
    await using server = startFakeServer({
      misbehave: ({ number }) => (number > MEETING_REQUESTS + 20 ? "hang" : null),
    });
    const { code, stderr } = await program([...args, server.url]);
    assert.equal(code, 1);
    assert.match(stderr, /agentpprof: Cannot get a word for/);
  }
  assert.equal(Deno.readTextFileSync(`${folder.path}/index.html`), "the report of before");
  assert.equal(Object.keys(JSON.parse(Deno.readTextFileSync(`${folder.path}/tags.json`)).tags).length, 20);
  await using server = startFakeServer();
  const { code, stdout } = await program([...args, server.url]);
  assert.equal(code, 0);
  const { llm_tag_calls, cache_hits } = JSON.parse(stdout);
  assert.equal(llm_tag_calls, server.asked.length);
  const whole = tempFolder();
  try {
    await using other = startFakeServer();
    await program(["run", ...EXAMPLES, "--out", whole.path, "--llama-url", other.url]);
    assert.equal(
      other.asked.length,
      server.asked.length + MEETING_REQUESTS + 20,
      "only what was missing was asked",
    );
  } finally {
    whole[Symbol.dispose]();
  }
  assert.ok(cache_hits >= 20);
});

Deno.test("Ctrl-C ends a run with 130 and keeps the words", async () => {
  using folder = tempFolder();
  await using server = startFakeServer({ delayMs: 20 });
  const child = startProgram(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url]);
  while (server.asked.length < MEETING_REQUESTS + 8) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGINT");
  const { code } = await child.output();
  assert.equal(code, 130);
  assert.ok(Object.keys(JSON.parse(Deno.readTextFileSync(`${folder.path}/tags.json`)).tags).length >= 7);
});

Deno.test({
  name: "run ends with its JSON, behind all that it says",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    using folder = tempFolder();
    await using server = startFakeServer();
    const { words, cwd, env } = denoCommand(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url]);
    const args = ["-c", '"$@" 2>&1', "sh", ...words];
    const { stdout } = await new Deno.Command("sh", { args, cwd, env, stdin: "null", stderr: "null" }).output();
    assert.match(
      new TextDecoder().decode(stdout),
      /\nwrote .*token-flamegraph\.svg\n\{\n {2}"status": "ok",\n[^{]*\n\}\n$/,
    );
  },
});

Deno.test("a dry run asks nothing and writes nothing", async () => {
  using folder = tempFolder();
  const out = `${folder.path}/out`;
  const { code, stdout } = await program(["run", ...EXAMPLES, "--out", out, "--dry-run"]);
  assert.equal(code, 0);
  assert.match(stdout, /^sessions +13\nprompts +18\nLLM calls +64\ntool calls +57\ntokens +811927\n/);
  assert.match(stdout, /\ntags to ask +\d+\n/);
  assert.throws(() => Deno.statSync(out));
});

Deno.test("limits say what they cut off and how to get it, and are no loss", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  const limits = ["--max-sessions", "2", "--scan-files", "4"];
  const { code, stderr } = await program([
    "run",
    ...EXAMPLES,
    ...limits,
    "--out",
    folder.path,
    "--llama-url",
    server.url,
  ]);
  assert.equal(code, 0);
  assert.match(stderr, /Left out \d+ older files: .*--scan-files 0/);
  assert.match(stderr, /Left out \d+ older sessions: .*with their subagents; --max-sessions 0/);
});
