import assert from "node:assert/strict";
import { TaggingError } from "../../src/tagging/error.ts";
import { openTagCache } from "../../src/tagging/tag_cache.ts";
import { forecastTags } from "../../src/tagging/forecast.ts";
import type { TagProgress } from "../../src/tagging/tagger.ts";
import { OPEN, parseVocabulary, WORK } from "../../src/tagging/vocabulary.ts";
import { type FakeRequest, type Misbehaviour, startFakeServer } from "../support/llama_server.ts";
import type { Host } from "../../src/host/host.ts";
import { denoHost } from "../../src/host/deno.ts";
import { hostAt, inFolder, llmCall, session, tag, TWO_SESSIONS } from "./sample.ts";

/** Different questions of `TWO_SESSIONS`: 2 sessions, 3 prompts, 4 LLM calls. */
const QUESTIONS = 9;

Deno.test("tagSessions() gives every session, prompt and LLM call a word of the list", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer();
    const { tags, stats } = await tag(TWO_SESSIONS, `${dir}/tags.json`, fake.url);
    assert.deepEqual(tags.map(({ prompts, llmCalls }) => [prompts.length, llmCalls.length]), [[2, 4], [2, 2]]);
    for (const { session, prompts, llmCalls } of tags) {
      assert.deepEqual([session, ...prompts, ...llmCalls].filter((word) => WORK.words?.has(word) !== true), []);
    }
    assert.deepEqual(stats, {
      requests: 11,
      cache_hits: 2,
      llm_calls: QUESTIONS,
      llm_successes: QUESTIONS,
      failures: [],
      inherited: 1,
      form: "chat",
      agreement: null,
      vocabulary: "work",
    });
  }));

Deno.test("tagSessions() asks sessions first, then prompts, then LLM calls, and equal questions once", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer();
    await tag(TWO_SESSIONS, `${dir}/tags.json`, fake.url);
    const intros = fake.asked.map(({ body }) => JSON.stringify(body["messages"]).slice(0, 60));
    assert.equal(new Set(intros.slice(0, 2)).size, 1);
    assert.equal(new Set(intros.slice(2, 5)).size, 1);
    assert.equal(new Set(intros.slice(5)).size, 1);
    assert.equal(fake.asked.length, QUESTIONS);
  }));

Deno.test("tagSessions() asks the questions of a kind in the order of their fragments, whatever that of the log", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer();
    const prompts = ["run the tests", "add a page", "run the linter", "add a test"];
    await tag([session({ prompts })], `${dir}/tags.json`, fake.url, { tagLlmCalls: false });
    const asked = fake.asked.map(({ body }) => JSON.stringify(body["messages"]));
    const order = asked.slice(1).map((messages) => prompts.findIndex((prompt) => messages.endsWith(`${prompt}"}]`)));
    assert.deepEqual(order, [1, 3, 2, 0]);
  }));

Deno.test("tagSessions() gives a call with neither text nor tools its prompt's word, else its session's", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer();
    const sessions = [session({ prompts: ["fix it"], llmCalls: [llmCall(null), llmCall(null, [], null)] })];
    const { tags, stats } = await tag(sessions, `${dir}/tags.json`, fake.url);
    assert.deepEqual(tags[0]?.llmCalls, [tags[0]?.prompts[0], tags[0]?.session]);
    assert.equal(stats.inherited, 2);
  }));

Deno.test("tagSessions() asks for no LLM call when they are to inherit", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer();
    const { tags, stats } = await tag(TWO_SESSIONS, `${dir}/tags.json`, fake.url, { tagLlmCalls: false });
    const [first, second] = tags;
    assert.deepEqual(first?.llmCalls, [first?.prompts[0], first?.prompts[0], first?.prompts[0], first?.prompts[1]]);
    assert.deepEqual(second?.llmCalls, second?.prompts);
    assert.deepEqual([stats.inherited, fake.asked.length], [6, 5]);
  }));

Deno.test("tagSessions() asks for a session in which nobody said anything", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer();
    const { tags } = await tag([session({})], `${dir}/tags.json`, fake.url);
    assert.ok(WORK.words?.has(tags[0]?.session ?? ""));
  }));

Deno.test("tagSessions() gives the same words and bytes however many requests are in flight", () =>
  inFolder(async (dir) => {
    await using one = startFakeServer({ delayMs: 1 });
    await using many = startFakeServer({ slots: 8, delayMs: 5 });
    const host = hostAt(0);
    const a = await tag(TWO_SESSIONS, `${dir}/a.json`, one.url, { host });
    const b = await tag(TWO_SESSIONS, `${dir}/b.json`, many.url, { host });
    assert.deepEqual(a, b);
    assert.equal(
      Deno.readTextFileSync(`${dir}/a.json`).replaceAll(one.url, ""),
      Deno.readTextFileSync(`${dir}/b.json`).replaceAll(many.url, ""),
    );
    assert.deepEqual([one.mostAtOnce, many.mostAtOnce > 1], [1, true]);
  }));

Deno.test("tagSessions() asks nothing when all words are known, and writes equal bytes", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer();
    const path = `${dir}/tags.json`;
    const host = hostAt(0);
    await tag(TWO_SESSIONS, path, fake.url, { host });
    const first = await tag(TWO_SESSIONS, path, fake.url, { host });
    const bytes = Deno.readTextFileSync(path);
    const second = await tag(TWO_SESSIONS, path, fake.url, { host });
    assert.deepEqual(second, first);
    assert.equal(Deno.readTextFileSync(path), bytes);
    assert.equal(fake.asked.length, QUESTIONS);
    assert.deepEqual([second.stats.cache_hits, second.stats.llm_calls], [11, 0]);
  }));

Deno.test("tagSessions() needs no server when all words are known, and fails without one when one is missing", () =>
  inFolder(async (dir) => {
    const fake = startFakeServer();
    const path = `${dir}/tags.json`;
    const first = await tag(TWO_SESSIONS, path, fake.url);
    await fake[Symbol.asyncDispose]();
    const second = await tag(TWO_SESSIONS, path, fake.url);
    assert.deepEqual(second.tags, first.tags);
    await assert.rejects(tag([...TWO_SESSIONS, session({ prompts: ["new"] })], path, fake.url), /connection refused/);
  }));

Deno.test("tagSessions() connects to no server for the last model's known words, and ends where it was interrupted", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer();
    const path = `${dir}/tags.json`;
    const first = await tag(TWO_SESSIONS, path, fake.url);
    const connect = (): Promise<never> => Promise.reject(new RangeError("connected"));
    const again = { isLastModel: true, connect };
    assert.deepEqual((await tag(TWO_SESSIONS, path, fake.url, again)).tags, first.tags);
    await assert.rejects(tag([...TWO_SESSIONS, session({ prompts: ["new"] })], path, fake.url, again), /connected/);
    const bytes = Deno.readTextFileSync(path);
    await assert.rejects(
      tag(TWO_SESSIONS, path, fake.url, { ...again, signal: AbortSignal.abort(new Error("interrupted")) }),
      /interrupted/,
    );
    assert.equal(Deno.readTextFileSync(path), bytes);
  }));

Deno.test("tagSessions() asks again when the server serves another model", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    await using one = startFakeServer({ modelId: "one" });
    await using two = startFakeServer({ modelId: "two" });
    await tag(TWO_SESSIONS, path, one.url);
    await tag(TWO_SESSIONS, path, two.url);
    assert.equal(two.asked.length, QUESTIONS);
  }));

Deno.test("tagSessions() ends where a word cannot be kept, and puts no questions but those under way", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer();
    const host: Host = { ...denoHost, appendText: () => Promise.reject(new Error("no space left on device")) };
    const prompts = Array.from({ length: 20 }, (_, index) => `fix number ${index}`);
    await assert.rejects(tag([session({ prompts })], `${dir}/tags.json`, fake.url, { host }), (error) => {
      assert.ok(error instanceof TaggingError);
      assert.match(error.message, /^Cannot write the tag cache ".*tags\.json\.journal": no space left on device$/);
      return true;
    });
    assert.ok(fake.asked.length <= 2, `${fake.asked.length} questions`);
  }));

Deno.test("tagSessions() shows a bad answer once and takes the second", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer({ misbehave: ({ number }) => number === 1 ? "several words" : null });
    const { stats } = await tag(TWO_SESSIONS, `${dir}/tags.json`, fake.url);
    assert.match(JSON.stringify(fake.asked[1]?.body["messages"]), /fix bug/);
    assert.deepEqual(stats.failures, ["session: several words"]);
    assert.deepEqual([stats.llm_calls, stats.llm_successes], [QUESTIONS + 1, QUESTIONS]);
  }));

Deno.test("tagSessions() fails after the second bad answer and says for which kind, what came, cut, and what to do", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer({ misbehave: ({ number }) => number > 4 ? "invalid word" : null });
    await assert.rejects(tag(TWO_SESSIONS, `${dir}/tags.json`, fake.url), (error) => {
      assert.ok(error instanceof TaggingError);
      assert.match(
        error.message,
        /^Cannot get a word for a prompt from the model "tiny-test.gguf, .*": expected one word of the list "work", twice found "Finally\{block\}\\u\{7\}/,
      );
      assert.match(error.message, /…" \(not 3 to 12 letters a-z\)$/);
      assert.ok(error.message.length < 500);
      assert.match(error.hint, /another model/);
      return true;
    });
  }));

Deno.test("tagSessions() holds a server that ignores the grammar to the same rule", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer({ misbehave: ({ number }) => number > 0 ? "ignore grammar" : null });
    await assert.rejects(
      tag(TWO_SESSIONS, `${dir}/tags.json`, fake.url),
      /twice found "I think that .* \(several words\)$/,
    );
  }));

Deno.test("tagSessions() asks after a failure only for what was missing", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    await using failing = startFakeServer({ misbehave: ({ number }) => number > 4 ? "not found" : null });
    await assert.rejects(tag(TWO_SESSIONS, path, failing.url), /found 404/);
    assert.equal(Object.keys(JSON.parse(Deno.readTextFileSync(path)).tags).length, 4);
    await using working = startFakeServer();
    await tag(TWO_SESSIONS, path, working.url);
    assert.equal(working.asked.length, QUESTIONS - 4);
  }));

Deno.test("tagSessions() keeps the words of an interrupted run", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    const stop = new AbortController();
    const reason = new Error("interrupted");
    await using fake = startFakeServer({
      misbehave: ({ number }: FakeRequest): Misbehaviour | null => {
        if (number === 4) setTimeout(() => stop.abort(reason), 1);
        return number === 4 ? "hang" : null;
      },
    });
    await assert.rejects(tag(TWO_SESSIONS, path, fake.url, { signal: stop.signal }), reason);
    assert.equal(Object.keys(JSON.parse(Deno.readTextFileSync(path)).tags).length, 3);
  }));

Deno.test("tagSessions() stops with an error after as many requests as it may send", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    await using fake = startFakeServer();
    await assert.rejects(
      tag(TWO_SESSIONS, path, fake.url, { maxUncachedTags: 3 }),
      /^TaggingError: Stopped after 3 requests to the model/,
    );
    assert.equal(fake.asked.length, 3);
    await tag(TWO_SESSIONS, path, fake.url, { maxUncachedTags: QUESTIONS - 3 });
    await tag(TWO_SESSIONS, path, fake.url, { maxUncachedTags: 0 });
  }));

Deno.test("tagSessions() says how far it is, and how long it takes once enough words tell that", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    await using fake = startFakeServer();
    await assert.rejects(tag(TWO_SESSIONS, path, fake.url, { maxUncachedTags: 3 }));
    const seen: TagProgress[] = [];
    await tag(TWO_SESSIONS, path, fake.url, { onProgress: (progress) => seen.push(progress) });
    assert.deepEqual(
      seen.map(({ total, known, done }) => [total, known, done]),
      [3, 4, 5, 6, 7, 8, 9].map((done) => [9, 3, done]),
    );
    assert.deepEqual([seen[0]?.ratePerSecond, seen[1]?.leftMs, seen.at(-1)?.leftMs], [null, null, 0]);
  }));

Deno.test("forecastTags() counts what is known and what is to ask, with no server", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    const forecast = async (): Promise<unknown> => {
      const cache = await openTagCache(denoHost, path, { createdBy: "test", readOnly: true });
      return forecastTags(TWO_SESSIONS, { cache, vocabulary: WORK, form: "chat", tagLlmCalls: true });
    };
    assert.deepEqual(await forecast(), { total: QUESTIONS, known: 0, toAsk: QUESTIONS, ratePerSecond: null });
    await using fake = startFakeServer();
    await assert.rejects(tag(TWO_SESSIONS, path, fake.url, { maxUncachedTags: 3 }));
    assert.deepEqual(await forecast(), { total: QUESTIONS, known: 3, toAsk: QUESTIONS - 3, ratePerSecond: null });
  }));

Deno.test("tagSessions() works with a user's list and with the open vocabulary", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer();
    const vocabulary = parseVocabulary("alpha\nbeta", "mine.txt");
    const { tags } = await tag(TWO_SESSIONS, `${dir}/a.json`, fake.url, { vocabulary });
    assert.ok(tags.every(({ session }) => vocabulary.words?.has(session)));
    await tag(TWO_SESSIONS, `${dir}/b.json`, fake.url, { vocabulary: OPEN, form: "raw" });
  }));

Deno.test("no text of a session is in the cache or in its journal", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    const secret = "sk-live-PLANTED";
    const sessions = [session({ title: secret, prompts: [`use ${secret}`], llmCalls: [llmCall(`I use ${secret}`)] })];
    let journal = "";
    await using fake = startFakeServer({
      misbehave: ({ number }) => {
        if (number === 3) journal = Deno.readTextFileSync(`${path}.journal`);
        return null;
      },
    });
    await tag(sessions, path, fake.url.replace("://", `://ruth:${secret}@`));
    const written = journal + Deno.readTextFileSync(path);
    assert.ok(JSON.stringify(fake.asked.map(({ body }) => body)).includes(secret) && journal !== "");
    assert.ok(!written.includes("PLANTED") && !written.includes("ruth"));
  }));
