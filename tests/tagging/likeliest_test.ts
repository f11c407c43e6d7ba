import assert from "node:assert/strict";
import { bestOf, likeliestWord } from "../../src/tagging/likeliest.ts";
import { type Manner, plainManner } from "../../src/tagging/manner.ts";
import { nearestExample } from "../../src/tagging/near.ts";
import { NEAR_EXAMPLES } from "../../src/tagging/near_examples.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";
import { TAG_KINDS, type TagKind } from "../../src/trace/tag.ts";
import { type FakeOptions, startFakeServer } from "../support/llama_server.ts";
import { connectTo } from "./sample.ts";

const STRANGE = "\u{10400}\u{10401}\u{10402}";

/** The word for a text, and what was asked for it. */
async function askedFor(
  fragment: string,
  kind: TagKind,
  manner: Manner = plainManner("near", WORK),
  options: FakeOptions = {},
): Promise<{ word: string | null; prompts: string[] }> {
  await using fake = startFakeServer({ word: () => "explain", ...options });
  const asking = { server: await connectTo(fake.url), manner, vocabulary: WORK };
  const word = await likeliestWord({ kind, fragment }, asking, { signal: new AbortController().signal, lane: 0 });
  return { word, prompts: fake.asked.map(({ body }) => String(body["prompt"])) };
}

Deno.test("the example that is most like a fragment is shown before it, and none where none is", async () => {
  for (const kind of TAG_KINDS) {
    const fragment = `${NEAR_EXAMPLES[kind][0]?.fragment} `;
    const near = nearestExample({ kind, fragment }, WORK, 0.9);
    const { word, prompts: [prompt = "", ...others] } = await askedFor(fragment, kind);
    assert.deepEqual([word, others], ["explain", []]);
    assert.ok(prompt.endsWith(`Text: ${near?.fragment}\nWord: ${near?.word}\n\nText: ${fragment}\nWord:`), prompt);
    const alone = await askedFor(STRANGE, kind);
    assert.ok(alone.prompts[0]?.endsWith(`\n\nText: ${STRANGE}\nWord:`));
    const raw = await askedFor(fragment, kind, plainManner("raw", WORK));
    assert.equal(raw.prompts[0], alone.prompts[0]?.replace(STRANGE, fragment));
  }
});

Deno.test("what a model says anyway is taken off: behind an example what it says there", async () => {
  const none = Object.fromEntries([...WORK.words ?? []].map((word) => [word, 0]));
  const kinds = (bias: Record<string, number>) => ({ session: bias, prompt: bias, llm_call: bias });
  const manner = {
    ...plainManner("near", WORK),
    bias: kinds({ ...none, proxy: 9 }),
    nearBias: kinds({ ...none, kernel: 9 }),
  };
  const like = `${NEAR_EXAMPLES.prompt[0]?.fragment} `;
  assert.equal((await askedFor(like, "prompt", manner)).word, "kernel");
  assert.equal((await askedFor(STRANGE, "prompt", manner)).word, "proxy");
  assert.equal((await askedFor(STRANGE, "prompt")).word, "explain");
});

Deno.test("a server that tells no probabilities is not weighed", async () => {
  assert.equal((await askedFor(STRANGE, "prompt", undefined, { tellsProbabilities: false })).word, null);
});

Deno.test("bestOf() finds the heaviest words and how far the next one is behind", () => {
  const weights = new Map([["fix", -1], ["test", -3], ["replace", -1]]);
  assert.deepEqual(bestOf(weights), { words: ["fix", "replace"], lead: 2 });
  assert.deepEqual(bestOf(weights, { test: 5 }), { words: ["test"], lead: 3 });
  assert.deepEqual(bestOf(new Map([["fix", -1]])), { words: ["fix"], lead: Infinity });
});
