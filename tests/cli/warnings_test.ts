import assert from "node:assert/strict";
import { startFakeServer } from "../support/llama_server.ts";
import { EXAMPLES, program, tempFolder } from "../support/program.ts";

Deno.test("a model that agrees too little with the labelled set is named in a warning, on stderr once and in the report", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  const { code, stderr } = await program(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url]);
  assert.equal(code, 0, stderr);
  const told =
    stderr.match(/The model "tiny-test.gguf, 1234 parameters, 5678 bytes" gave an acceptable word for \d+ %/g) ?? [];
  assert.equal(told.length, 1);
  const { warnings, llm_tagger } = JSON.parse(Deno.readTextFileSync(`${folder.path}/agentpprof.json`));
  assert.equal(warnings.length, 1);
  assert.ok(llm_tagger.agreement < 0.5);
});

Deno.test("no warning is said twice", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  Deno.writeTextFileSync(`${folder.path}/tags.json`, "{");
  const args = ["--out", folder.path, "--llama-url", server.url, "--max-sessions", "2"];
  const { stderr } = await program(["run", ...EXAMPLES, ...args]);
  const lines = stderr.split("\n").filter((line) => line.startsWith("agentpprof: "));
  assert.equal(lines.length, 3, stderr);
  assert.deepEqual(lines, [...new Set(lines)]);
});
