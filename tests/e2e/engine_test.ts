import assert from "node:assert/strict";
import { denoHost } from "../../src/host/deno.ts";
import { openEngine } from "../../src/model/engine_folder.ts";
import { connect } from "../../src/tagging/llama_server.ts";
import { slotArgs, startServer } from "../../src/tagging/own_server.ts";
import { ask, readAnswer } from "../../src/tagging/question.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";
import { tempFolder } from "../support/program.ts";

const LLAMA_SERVER = Deno.env.get("LLAMA_SERVER") ?? "";
const LLAMA_MODEL = Deno.env.get("LLAMA_MODEL") ?? "";
const isThere = LLAMA_SERVER !== "" && LLAMA_MODEL !== "";
// deno-lint-ignore no-console -- the reason why a test was skipped must be seen
if (!isThere) console.log("skipped: LLAMA_SERVER and LLAMA_MODEL name no llama.cpp server and model");

const FRAGMENTS = [
  "The tests of the parser fail since yesterday, find out why",
  "write the release notes for 2.1",
  "Bitte die Anmeldung mit zwei Faktoren absichern",
  "rename the module and move it to lib/",
];
const never = new AbortController().signal;

Deno.test({
  name: "the built-in engine, fetched into an empty cache, answers as llama-server does, and is fetched once",
  ignore: !isThere,
  fn: async () => {
    using folder = tempFolder();
    const env = (name: string): string | undefined =>
      name === "XDG_CACHE_HOME" ? folder.path : name === "PATH" ? "" : denoHost.env(name);
    const host = { ...denoHost, env };
    const said: string[] = [];
    const engine = await openEngine(host, (line) => said.push(line));
    assert.match(said.join("\n"), /built-in engine from npm, \d+ MB/);
    assert.deepEqual(await openEngine(host, (line) => said.push(line)), engine);
    assert.equal(said.length, 1);

    const start = { model: LLAMA_MODEL, args: [...slotArgs(1), "-t", "1"], loadTimeoutMs: 120_000 };
    const servers = await Promise.all([
      startServer(host, { ...start, program: LLAMA_SERVER }, never),
      startServer(host, { ...start, ...engine }, never),
    ]);
    try {
      const [theirs, ours] = await Promise.all(servers.map(async ({ url }) => {
        const server = await connect(host, { url, model: "local", timeoutMs: 240_000, apiKey: null }, never);
        const words: string[] = [];
        for (const fragment of FRAGMENTS) {
          const answer = await server.ask(ask({ kind: "prompt", fragment }, WORK), "raw", "prompt", {
            signal: never,
            lane: 0,
          });
          const reading = readAnswer(answer, WORK);
          words.push("word" in reading ? reading.word : `${answer} (${reading.refusal})`);
        }
        const [fragment = ""] = FRAGMENTS;
        const chat = await server.ask(ask({ kind: "prompt", fragment }, WORK), "chat", "prompt", {
          signal: never,
          lane: 0,
        });
        const weights = await server.weigh(ask({ kind: "prompt", fragment }, WORK), "prompt", {
          signal: never,
          lane: 0,
        });
        const likeliest = [...weights ?? []].sort((a, b) => b[1] - a[1])[0]?.[0];
        return { model: server.model, words, chat, likeliest };
      }));
      assert.equal(ours?.model, theirs?.model, "words of one are known to the other");
      const equal = ours?.words.filter((word, index) => word === theirs?.words[index]).length ?? 0;
      assert.ok(equal >= FRAGMENTS.length - 1, `${ours?.words} instead of ${theirs?.words}`);
      assert.equal(ours?.likeliest, theirs?.likeliest);
      // Near ties fall differently in the chat form: that it is a word is what can be asked for.
      assert.ok("word" in readAnswer(ours?.chat ?? "", WORK), ours?.chat);
      assert.ok(ours?.words.every((word) => WORK.words?.has(word)), `${ours?.words}`);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
    const words = await Promise.allSettled(servers.map(({ url }) => fetch(`${url}/health`)));
    assert.ok(words.every(({ status }) => status === "rejected"), "no server is left");
  },
});
