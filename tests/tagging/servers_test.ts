import assert from "node:assert/strict";
import { denoHost } from "../../src/host/deno.ts";
import { TaggingError } from "../../src/tagging/error.ts";
import type { LlamaServer } from "../../src/tagging/llama_server.ts";
import { connectAll } from "../../src/tagging/servers.ts";
import { type FakeRequest, type Misbehaviour, startFakeServer } from "../support/llama_server.ts";
import { hostAt, inFolder, tag, TWO_SESSIONS } from "./sample.ts";

function connectTo(...urls: readonly string[]): Promise<LlamaServer> {
  const options = urls.map((url) => ({ url, model: "local", timeoutMs: 5_000, apiKey: null }));
  return connectAll(denoHost, options, new AbortController().signal);
}

Deno.test("connectAll() shares the work among servers of one model, and the words are those of one server", () =>
  inFolder(async (dir) => {
    await using alone = startFakeServer({ delayMs: 2 });
    await using small = startFakeServer({ delayMs: 2, slots: 1 });
    await using large = startFakeServer({ delayMs: 2, slots: 3 });
    const one = await tag(TWO_SESSIONS, `${dir}/one.json`, alone.url, { host: hostAt(0) });
    const server = await connectTo(small.url, large.url);
    assert.equal(server.slots, 4);
    const connect = (): Promise<LlamaServer> => Promise.resolve(server);
    const two = await tag(TWO_SESSIONS, `${dir}/two.json`, "", { host: hostAt(0), connect });
    assert.deepEqual(two, one);
    assert.equal(small.asked.length + large.asked.length, alone.asked.length);
    assert.deepEqual([small.mostAtOnce, large.mostAtOnce > 1], [1, true]);
  }));

Deno.test("connectAll() refuses servers of different models and names both", async () => {
  await using one = startFakeServer({ modelId: "one" });
  await using two = startFakeServer({ modelId: "two" });
  await assert.rejects(
    connectTo(one.url, two.url),
    (error) => error instanceof TaggingError && /serves "one, .* serves "two, /.test(error.message),
  );
});

Deno.test("connectAll() fails where one of the servers cannot be reached", async () => {
  await using one = startFakeServer();
  const gone = startFakeServer();
  await gone[Symbol.asyncDispose]();
  await assert.rejects(connectTo(one.url, gone.url), /Cannot reach the llama\.cpp server/);
});

Deno.test("tagSessions() loses no word to servers that are busy now and then", () =>
  inFolder(async (dir) => {
    let count = 0;
    const misbehave = ({ number }: FakeRequest): Misbehaviour | null => number > 0 && ++count % 3 === 0 ? "busy" : null;
    await using calm = startFakeServer();
    await using busy = startFakeServer({ slots: 4, misbehave });
    const wanted = await tag(TWO_SESSIONS, `${dir}/calm.json`, calm.url);
    const got = await tag(TWO_SESSIONS, `${dir}/busy.json`, busy.url);
    assert.deepEqual(got.tags, wanted.tags);
  }));
