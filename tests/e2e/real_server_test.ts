/** The whole job with a real llama.cpp server and a real model, where the environment names them. */
import assert from "node:assert/strict";
import { denoHost } from "../../src/host/deno.ts";
import { slotArgs, startServer } from "../../src/tagging/own_server.ts";
import { reportSchema } from "../../src/profile/report.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";
import { EXAMPLES, filesIn, program, tempFolder } from "../support/program.ts";

const LLAMA_SERVER = Deno.env.get("LLAMA_SERVER") ?? "";
const LLAMA_MODEL = Deno.env.get("LLAMA_MODEL") ?? "";
const isThere = LLAMA_SERVER !== "" && LLAMA_MODEL !== "";
// deno-lint-ignore no-console -- the reason why a test was skipped must be seen
if (!isThere) console.log("skipped: LLAMA_SERVER and LLAMA_MODEL name no llama.cpp server and model");

Deno.test({
  name:
    "a real model gives each session, prompt and call a word of the list, is asked once, and the server may die between",
  ignore: !isThere,
  fn: async () => {
    using folder = tempFolder();
    const run = (url: string, more: readonly string[] = []) =>
      program(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", url, "--timeout", "120", ...more], {
        env: { SOURCE_DATE_EPOCH: "1795392000" },
      });
    const start = { program: LLAMA_SERVER, model: LLAMA_MODEL, args: slotArgs(1), loadTimeoutMs: 120_000 };
    const server = await startServer(denoHost, start, new AbortController().signal);
    try {
      const cut = await run(server.url, ["--max-uncached-tags", "9"]);
      assert.equal(cut.code, 1, cut.stderr);
      assert.match(cut.stderr, /Stopped after 9 requests/);
      const whole = await run(server.url);
      assert.equal(whole.code, 0, whole.stderr);
    } finally {
      await server.stop();
    }
    const first = filesIn(folder.path);
    const report = reportSchema.parse(JSON.parse(first.get("agentpprof.json") ?? ""));
    const { requests, cache_hits, llm_calls, llm_successes } = report.llm_tagger;
    assert.equal(llm_successes, requests - cache_hits);
    assert.ok(llm_calls >= llm_successes && cache_hits >= 9);
    const words = report.sessions.flatMap((session) => [
      session.session_tag,
      ...session.prompts.map(({ tag }) => tag),
      ...session.llm_events.map(({ llm_tag }) => llm_tag),
    ]);
    assert.deepEqual(words.filter((word) => WORK.words?.has(word) !== true), []);
    assert.ok(new Set(words).size > 3, "the words tell work apart");

    const again = await run(server.url);
    assert.equal(again.code, 0, again.stderr);
    const second = filesIn(folder.path);
    for (const [name, text] of first) {
      if (name !== "agentpprof.json" && name !== "tags.json") assert.equal(second.get(name), text, name);
    }
  },
});
