import assert from "node:assert/strict";
import { MEETING_SET } from "../../src/tagging/meeting_set.ts";
import { type FakeRequest, startFakeServer } from "../support/llama_server.ts";
import { connectTo, inFolder, tag, TWO_SESSIONS } from "./sample.ts";
import { ask } from "../../src/tagging/question.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";

const warmings = (asked: readonly FakeRequest[]): readonly FakeRequest[] =>
  asked.filter(({ body }) => body["n_predict"] === 0);

Deno.test("a llama.cpp server computes what the questions of a kind share once in each slot, by itself", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer({ isLlamaCpp: true, slots: 2, delayMs: 2 });
    await tag(TWO_SESSIONS, `${dir}/tags.json`, fake.url, { form: "raw" });
    const warmed = warmings(fake.asked).map(({ body }) => `${body["id_slot"]} ${String(body["prompt"]).slice(0, 20)}`);
    assert.equal(new Set(warmed).size, warmed.length, "none twice");
    assert.equal(warmed.length, 6, "three kinds, two slots");
    for (const { body } of warmings(fake.asked)) {
      assert.equal(body["cache_prompt"], false);
      const questions = fake.asked.filter(({ body: other }) =>
        other["n_predict"] !== 0 && other["id_slot"] === body["id_slot"] &&
        String(other["prompt"]).startsWith(String(body["prompt"]))
      );
      assert.ok(questions.length > 0);
    }
  }));

Deno.test("a slot that has lost what the questions share gets it again", async () => {
  await using fake = startFakeServer({ isLlamaCpp: true });
  const server = await connectTo(fake.url);
  const passage = { signal: new AbortController().signal, lane: 0 };
  const say = (fragment: string): Promise<string> =>
    server.ask(ask({ kind: "prompt", fragment }, WORK), "raw", "prompt", passage);
  await say("one");
  await say("two");
  assert.equal(warmings(fake.asked).length, 1);
  await fetch(`${fake.url}/completion`, {
    method: "POST",
    body: JSON.stringify({ prompt: "of somebody else", id_slot: 0 }),
  });
  await say("three");
  await say("four");
  assert.equal(warmings(fake.asked).length, 2);
});

Deno.test("a server that is not llama.cpp's own gets nothing but questions", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer({ slots: 2 });
    await tag(TWO_SESSIONS, `${dir}/tags.json`, fake.url, { form: "raw" });
    assert.deepEqual(warmings(fake.asked), []);
    assert.ok(fake.asked.every(({ body }) => body["id_slot"] === undefined));
  }));

Deno.test("a word that came as one token is asked for once, one of several twice", async () => {
  const words: readonly string[] = ["fix", "fi"];
  for (const [index, requests] of [[0, 1], [1, 2]] as const) {
    await using fake = startFakeServer({ isLlamaCpp: true, word: () => words[index] ?? null });
    const server = await connectTo(fake.url);
    await server.ask(ask({ kind: "prompt", fragment: MEETING_SET[0]?.fragment ?? "" }, WORK), "raw", "prompt", {
      signal: new AbortController().signal,
      lane: 0,
    });
    const asked = fake.asked.filter(({ body }) => body["n_predict"] !== 0);
    assert.deepEqual(asked.map(({ body }) => body["n_predict"]), [1, 12].slice(0, requests));
  }
});
