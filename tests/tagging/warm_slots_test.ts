import assert from "node:assert/strict";
import { startFakeServer } from "../support/llama_server.ts";
import { connectTo, inFolder, MET, tag, TWO_SESSIONS } from "./sample.ts";
import { ask } from "../../src/tagging/question.ts";
import { scoresOf } from "../../src/tagging/calibration.ts";
import { bestOf, likeliestWord } from "../../src/tagging/likeliest.ts";
import { type Manner, plainManner } from "../../src/tagging/manner.ts";
import { inParallel } from "../../src/tagging/in_parallel.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";

const PASSAGE = { signal: new AbortController().signal, lane: 0 };

Deno.test("a llama.cpp server computes what the questions of a kind share once in each slot, by itself", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer({ tellsTime: true, slots: 2, delayMs: 2 });
    await tag(TWO_SESSIONS, `${dir}/tags.json`, fake.url, { form: "raw" });
    const warmed = fake.warmings.map(({ body }) => `${body["id_slot"]} ${String(body["prompt"]).slice(0, 20)}`);
    assert.equal(new Set(warmed).size, warmed.length, "none twice");
    assert.equal(warmed.length, 6, "three kinds, two slots");
    for (const { body } of fake.warmings) {
      assert.equal(body["cache_prompt"], false);
      const questions = fake.asked.filter(({ body: other }) =>
        other["id_slot"] === body["id_slot"] &&
        String(other["prompt"]).startsWith(String(body["prompt"]))
      );
      assert.ok(questions.length > 0);
    }
  }));

Deno.test("a slot that has lost what the questions share gets it again", async () => {
  await using fake = startFakeServer({ tellsTime: true });
  const server = await connectTo(fake.url);
  const say = (fragment: string): Promise<string> =>
    server.ask(ask({ kind: "prompt", fragment }, WORK), "raw", "prompt", PASSAGE);
  await say("one");
  await say("two");
  assert.equal(fake.warmings.length, 1);
  await fetch(`${fake.url}/completion`, {
    method: "POST",
    body: JSON.stringify({ prompt: "of somebody else", id_slot: 0 }),
  });
  await say("three");
  await say("four");
  assert.equal(fake.warmings.length, 2);
});

Deno.test("a slot that goes on one token earlier after each question reads what they share before each of them", async () => {
  await using fake = startFakeServer({ tellsTime: true, readsAgain: 5 });
  const server = await connectTo(fake.url);
  for (const fragment of ["one", "two", "three"]) {
    await server.ask(ask({ kind: "prompt", fragment }, WORK), "raw", "prompt", PASSAGE);
  }
  assert.deepEqual(fake.warmings.map(({ body }) => body["cache_prompt"]), [false, true, true]);
});

/** Of a model that says `fix` of each fragment, and one other word as if it had said that as well. */
function nearlyTied(sure: number): Manner {
  const words = [...WORK.words ?? []];
  const rest = Math.log((1 - sure) / (words.length - 1));
  const weights = new Map(words.map((word) => [word, word === "fix" ? Math.log(sure) : rest]));
  for (const other of words) {
    const { means } = MET.calibration ?? assert.fail();
    const prompt = { ...means.prompt, [other]: rest - Math.log(sure) };
    const calibration = { means: { ...means, prompt }, isLearned: true };
    const { words: [word], lead } = bestOf(scoresOf(weights, "prompt", calibration));
    if ((word === "fix" || word === other) && lead < 0.5) return { ...MET, calibration };
  }
  assert.fail("no word is that close to `fix`");
}

const EVEN = 1 / (WORK.words?.size ?? 1);
for (
  const [how, manner, sure] of [
    ["plain", plainManner("raw", WORK), 1.01 * EVEN],
    ["learned", nearlyTied(0.5), 0.5],
  ] as const
) {
  Deno.test(`of several questions at once a near tie is asked again, alone and with nothing of it in the slot: ${how}`, async () => {
    const says = { word: () => "fix", sure: () => sure };
    await using fake = startFakeServer({ tellsTime: true, slots: 2, delayMs: 5, ...says });
    const asking = { server: await connectTo(fake.url), manner, vocabulary: WORK };
    await inParallel([1, 2, 3, 4, 5, 6], 2, async (number, lane) => {
      await likeliestWord({ kind: "prompt", fragment: `number ${number}` }, asking, { ...PASSAGE, lane });
    });
    const weighed = Map.groupBy(
      fake.asked.filter(({ body }) => body["n_probs"] !== undefined),
      ({ body }) => body["prompt"],
    );
    assert.equal(weighed.size, 6);
    assert.ok(weighed.values().every(([, again]) => again?.atOnce === 1));
    const [shared] = fake.warmings.map(({ body }) => String(body["prompt"]));
    const forgot = fake.warmings.filter(({ body }) => body["prompt"] === `${shared}Text:`);
    assert.equal(forgot.length, 6);
  });
}

Deno.test("a clear answer among several is not asked again, nor a near tie where one is asked at a time", async () => {
  for (const { slots, sure } of [{ slots: 2, sure: 0.9 }, { slots: 1, sure: 0.01 }]) {
    await using fake = startFakeServer({ tellsTime: true, slots, sure: () => sure });
    const asking = { server: await connectTo(fake.url), manner: plainManner("raw", WORK), vocabulary: WORK };
    await likeliestWord({ kind: "prompt", fragment: "some" }, asking, PASSAGE);
    assert.equal(fake.asked.length, 1);
  }
});

Deno.test("a server that does not say what it had is warmed once", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer({ slots: 1 });
    await tag(TWO_SESSIONS, `${dir}/tags.json`, fake.url, { form: "raw", tagLlmCalls: false });
    assert.equal(fake.warmings.length, 1);
  }));

Deno.test("a server that does not tell tokens gets nothing but questions, and they are texts", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer({ tellsTokens: false, slots: 2 });
    await tag(TWO_SESSIONS, `${dir}/tags.json`, fake.url, { form: "raw" });
    assert.deepEqual(fake.warmings, []);
    assert.ok(fake.asked.every(({ body }) => body["id_slot"] === undefined && typeof body["prompt"] === "string"));
    assert.equal(fake.paths.filter((path) => path === "/tokenize").length, 3 + 1, "three kinds, one list");
  }));

Deno.test("a word is asked for as one token; of several words that begin with it, how it goes on", async () => {
  const words = new Set(["fix", "refactor", "replace", "replay"]);
  for (
    const { token, ending, word, requests } of [
      { token: "fix", ending: null, word: "fix", requests: [1] },
      { token: "ref", ending: null, word: "refactor", requests: [1] },
      { token: "rep", ending: "lay", word: "replay", requests: [1, 12] },
      { token: "nonsense", ending: null, word: "nonsense", requests: [1] },
    ]
  ) {
    let number = 0;
    await using fake = startFakeServer({
      splits: (piece) => /^ (ref|rep)/.test(piece) ? 4 : piece.length,
      word: () => [token, ending][number++] ?? null,
    });
    const server = await connectTo(fake.url);
    const asked = { ...ask({ kind: "prompt", fragment: "some" }, WORK), words };
    assert.equal((await server.ask(asked, "raw", "prompt", PASSAGE)).trim(), word);
    assert.deepEqual(fake.asked.map(({ body }) => body["n_predict"]), requests);
    if (ending !== null) assert.equal(fake.asked[1]?.body["grammar"], 'root ::= "lace" | "lay"');
  }
});
