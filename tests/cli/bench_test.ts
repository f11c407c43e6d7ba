import assert from "node:assert/strict";
import type { ModelResult } from "../../src/bench/result.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";
import { oddLlamaServer } from "../support/odd_server.ts";
import { program, tempFolder } from "../support/program.ts";

const isPosix = Deno.build.os !== "windows";
const SECRET = "planted-fragment-text";

Deno.test({
  name: "bench makes a row of each model, whatever becomes of it, and the others are still asked",
  ignore: !isPosix,
  fn: async () => {
    using folder = tempFolder();
    const server = oddLlamaServer(folder.path);
    const out = `${folder.path}/deep/er/bench.json`;
    const models = ["text.gguf", "crash.gguf", "nonsense.gguf", "good=other.gguf"].flatMap((name) => [
      "--model",
      name.includes("=") ? name.replace("=", `=${folder.path}/`) : `${folder.path}/${name}`,
    ]);
    Deno.writeTextFileSync(`${folder.path}/lines.txt`, `write the manual\n\n  add a test ${SECRET}\n`);
    const { code, stdout, stderr } = await program([
      ...["bench", "--llama-server", server, ...models, "--runs", "2", "--out", out],
      ...["--fragment", "fix the login", "--fragment-file", `${folder.path}/lines.txt`],
    ]);
    assert.equal(code, 0, stderr);
    const text = Deno.readTextFileSync(out);
    assert.ok(!text.includes(SECRET));
    const document: { models: ModelResult[]; fragments: { id: string }[] } = JSON.parse(text);
    assert.deepEqual(document.fragments.map(({ id }) => id), ["f1", "f2", "f3"]);
    const [unloaded, crashed, nonsense, good] = document.models;
    assert.match(unloaded?.error ?? "", /failed to load model: invalid magic/);
    assert.deepEqual([unloaded?.load_ms, unloaded?.requests.length], [null, 0]);
    assert.match(crashed?.error ?? "", /The server ended with code 134: fatal: out of memory/);
    assert.deepEqual(crashed?.requests.map(({ ok }) => ok), [true, true, false]);
    assert.deepEqual([nonsense?.error, nonsense?.success_count, nonsense?.invalid_outputs], [null, 0, 6]);
    assert.equal(nonsense?.tagger.failures.length, 12);
    assert.deepEqual(
      [good?.label, good?.success_count, good?.valid_run_pct, good?.exact_stability_pct],
      ["good", 6, 100, 100],
    );
    assert.ok(good?.fragments.every(({ modal_tag }) => WORK.words?.has(modal_tag ?? "")));
    for (const label of ["text", "crash", "nonsense", "good"]) assert.match(stdout, new RegExp(`^${label} `, "m"));
    assert.match(stdout, /^text: Cannot start .*invalid magic/m);
  },
});

Deno.test({
  name: "bench says in the server's own words which argument it does not take, and fails where no model gave a word",
  ignore: !isPosix,
  fn: async () => {
    using folder = tempFolder();
    const { code, stdout } = await program([
      ...["bench", "--llama-server", oddLlamaServer(folder.path), "--model", `${folder.path}/m.gguf`],
      ...["--server-arg=--no-such", "--fragment", SECRET, "--include-fragment-previews"],
      ...["--out", `${folder.path}/bench.json`],
    ]);
    assert.equal(code, 1);
    assert.match(stdout, /^m: Cannot start .*invalid argument: --no-such/m);
    assert.ok(Deno.readTextFileSync(`${folder.path}/bench.json`).includes(SECRET));
  },
});

Deno.test("bench refuses two models of one name, a missing file of fragments, an empty fragment and a model that is not pulled", async () => {
  using folder = tempFolder();
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [["--model", "a/m.gguf", "--model", "b/m.gguf"], /both are called "m"/],
    [["--model", "m.gguf", "--fragment-file", `${folder.path}/none`], /Cannot read the fragments in ".*none"/],
    [["--model", "x=gemma3-270m"], /it is not pulled yet\n {2}agentpprof model pull gemma3-270m/],
    [["--model", "m.gguf", "--fragment", " "], /Cannot ask for an empty fragment/],
    [[], /Required option '--model/],
  ];
  for (const [args, message] of cases) {
    const { code, stderr } = await program(["bench", ...args, "--out", `${folder.path}/bench.json`]);
    assert.equal(code, 2, stderr);
    assert.match(stderr, message);
  }
});
