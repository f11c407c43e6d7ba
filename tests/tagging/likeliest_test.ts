import assert from "node:assert/strict";
import { bestOf, likeliestWord } from "../../src/tagging/likeliest.ts";
import { type Manner, plainManner } from "../../src/tagging/manner.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";
import { type FakeOptions, startFakeServer } from "../support/llama_server.ts";
import { connectTo, MET } from "./sample.ts";

async function wordFor(manner: Manner, options: FakeOptions = {}): Promise<string | null> {
  await using fake = startFakeServer({ word: () => "explain", ...options });
  const asking = { server: await connectTo(fake.url), manner, vocabulary: WORK };
  const passage = { signal: new AbortController().signal, lane: 0 };
  return await likeliestWord({ kind: "prompt", fragment: "what does this do" }, asking, passage);
}

Deno.test("what a model says anyway is taken off, whichever way its weights are understood", async () => {
  assert.equal(await wordFor(plainManner("raw", WORK)), "explain");
  assert.equal(await wordFor(MET), "explain");
  for (const isLearned of [true, false]) {
    const { means } = MET.calibration ?? assert.fail();
    const prompt = Object.fromEntries(Object.keys(means.prompt).map((word) => [word, word === "proxy" ? -99 : 0]));
    assert.equal(await wordFor({ ...MET, calibration: { means: { ...means, prompt }, isLearned } }), "proxy");
  }
});

Deno.test("a server that tells no probabilities is not weighed", async () => {
  assert.equal(await wordFor(MET, { tellsProbabilities: false }), null);
});

Deno.test("bestOf() finds the words with the highest score and how far the next one is behind", () => {
  assert.deepEqual(bestOf(new Map([["fix", -1], ["test", -3], ["replace", -1]])), {
    words: ["fix", "replace"],
    lead: 2,
  });
  assert.deepEqual(bestOf(new Map([["fix", -1]])), { words: ["fix"], lead: Infinity });
});
