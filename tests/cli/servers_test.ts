/** `run` and the servers that it asks: their key, several of them, and what it says of the time. */
import assert from "node:assert/strict";
import { vocabularyOf } from "../../src/cli/run_options.ts";
import { denoHost } from "../../src/host/deno.ts";
import { startFakeServer } from "../support/llama_server.ts";
import { EXAMPLES, filesIn, program, tempFolder } from "../support/program.ts";

const KEY = "sk-FAKEplanted0123456789";

Deno.test("the key of a server is sent to it and is in no file and no message", async () => {
  using folder = tempFolder();
  const keyFile = `${folder.path}/key.txt`;
  Deno.writeTextFileSync(keyFile, `${KEY}\n`);
  const ways = [
    { args: ["--api-key-file", keyFile], env: {} },
    { args: [], env: { AGENTPPROF_API_KEY: KEY } },
  ];
  for (const [index, { args, env }] of ways.entries()) {
    for (const refuses of [false, true]) {
      await using server = startFakeServer({ misbehave: () => refuses ? "unauthorized" : null });
      const out = `${folder.path}/out-${index}-${refuses}`;
      const run = ["--verbose", "run", ...EXAMPLES, "--out", out, "--llama-url", server.url, ...args];
      const { code, stdout, stderr } = await program(run, { env });
      assert.equal(code, refuses ? 1 : 0, stderr);
      assert.ok(!`${stdout}${stderr}`.includes(KEY));
      if (refuses) continue;
      assert.ok(server.asked.every(({ headers }) => headers.get("authorization") === `Bearer ${KEY}`));
      for (const [name, text] of filesIn(out)) assert.ok(!text.includes(KEY), name);
    }
  }
});

Deno.test("a word list is named by its file, without its folder", () => {
  using folder = tempFolder();
  Deno.writeTextFileSync(`${folder.path}/words.txt`, "fix\nbuild\n");
  assert.equal(vocabularyOf(denoHost, `${folder.path}/words.txt`).name, "words.txt");
});

Deno.test("--timeout is refused where no timer runs so long", async () => {
  const { code, stderr } = await program(["run", "--timeout", "3000000"]);
  assert.deepEqual([code, /at most 2147483/.test(stderr)], [2, true]);
});

Deno.test("run shares its questions among several servers, and refuses servers of different models", async () => {
  using folder = tempFolder();
  await using one = startFakeServer({ delayMs: 2 });
  await using two = startFakeServer({ delayMs: 2 });
  await using other = startFakeServer({ modelId: "other" });
  const run = ["run", ...EXAMPLES, "--out", `${folder.path}/out`, "--llama-url", one.url, "--llama-url"];
  const refused = await program([...run, other.url]);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /Cannot share the work: .* serves "tiny-test\.gguf, .* serves "other, /);
  const shared = await program([...run, two.url]);
  assert.equal(shared.code, 0, shared.stderr);
  assert.ok(one.asked.length > 20 && two.asked.length > 20);
});

Deno.test("a dry run tells the time to expect once a model was asked, and says before that it is unknown", async () => {
  using folder = tempFolder();
  await using server = startFakeServer({ delayMs: 5 });
  const run = ["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url];
  const before = await program([...run, "--dry-run"]);
  assert.match(before.stdout, /time to expect +unknown: no model was asked yet\n/);
  const cut = await program([...run, "--max-uncached-tags", "12"]);
  assert.equal(cut.code, 1, cut.stderr);
  const after = await program([...run, "--dry-run"]);
  assert.match(after.stdout, /tags known +12\n/);
  assert.match(after.stdout, /time to expect +\d+ s at [\d.]+ words a second, as measured last\n/);
});
