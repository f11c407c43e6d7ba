import assert from "node:assert/strict";
import { TaggingError } from "../../src/tagging/error.ts";
import { learnManner, type Manner } from "../../src/tagging/manner.ts";
import { MEETING_SET } from "../../src/tagging/meeting_set.ts";
import { OPEN, parseVocabulary, type Vocabulary, WORK } from "../../src/tagging/vocabulary.ts";
import {
  type FakeOptions,
  type FakeRequest,
  type FakeServer,
  MEETING_REQUESTS,
  type Misbehaviour,
  startFakeServer,
} from "../support/llama_server.ts";
import { connectTo, inFolder, tag, TWO_SESSIONS } from "./sample.ts";

const CHAT = "/v1/chat/completions";
const RAW = "/completion";

/** A model that answers acceptably on one path and always with the same word on the other. */
function goodOn(good: string): FakeOptions {
  return {
    word: (fragment, path) =>
      path === good ? MEETING_SET.find((item) => item.fragment === fragment)?.words[0] ?? null : "kernel",
  };
}

async function met(options: FakeOptions, vocabulary: Vocabulary = WORK): Promise<Manner> {
  await using fake = startFakeServer(options);
  return await meet(fake, vocabulary, 4);
}

async function meet(
  { url }: FakeServer,
  vocabulary: Vocabulary,
  jobs: number,
  onAnswer = (_total: number): void => {},
): Promise<Manner> {
  return await learnManner(await connectTo(url), vocabulary, {
    jobs,
    signal: new AbortController().signal,
    onAnswer,
  });
}

function refusing(...paths: string[]): FakeOptions {
  return { misbehave: ({ path }: FakeRequest): Misbehaviour | null => paths.includes(path) ? "not found" : null };
}

Deno.test("learnManner() takes the form in which the model answers acceptably more often", async () => {
  const chat = await met(goodOn(CHAT));
  assert.deepEqual([chat.form, chat.agreement, chat.calibration], ["chat", 1, null]);
  const raw = await met(goodOn(RAW));
  assert.deepEqual([raw.form, raw.agreement], ["raw", 1]);
});

Deno.test("learnManner() asks in the chat form only as long as it could still agree more than the raw one", async () => {
  for (const { right, most } of [{ right: 1, most: 0 }, { right: 2, most: 18 }]) {
    await using fake = startFakeServer({
      word: (fragment, path) => {
        const index = MEETING_SET.findIndex((item) => item.fragment === fragment);
        return path === RAW && index % right === 0 ? MEETING_SET[index]?.words[0] ?? null : "kernel";
      },
    });
    assert.equal((await meet(fake, WORK, 1)).form, "raw");
    assert.ok(fake.asked.filter(({ path }) => path === CHAT).length <= most);
  }
});

Deno.test("learnManner() tells an answer for each question that it asks, and counts a form in when it comes to it", async () => {
  await using fake = startFakeServer(goodOn(RAW));
  const totals: number[] = [];
  await meet(fake, WORK, 1, (total) => totals.push(total));
  assert.deepEqual(totals, Array.from(MEETING_SET, () => MEETING_SET.length));
  totals.length = 0;
  await using other = startFakeServer(goodOn(CHAT));
  await meet(other, WORK, 1, (total) => totals.push(total));
  assert.deepEqual([totals.length, totals[0], totals.at(-1)], [72, 36, 72]);
});

Deno.test("learnManner() takes the form that the server has, and fails if it has neither", async () => {
  assert.equal((await met(refusing(RAW))).form, "chat");
  assert.equal((await met(refusing(CHAT))).form, "raw");
  await assert.rejects(met(refusing(RAW, CHAT)), TaggingError);
});

Deno.test("learnManner() takes no form for refused in which the server has answered before", async () => {
  const failing = { misbehave: ({ number }: FakeRequest): Misbehaviour | null => number === 9 ? "not found" : null };
  await assert.rejects(met({ ...goodOn(RAW), ...failing }), TaggingError);
});

Deno.test("learnManner() takes the chat form where no probabilities are told, and the raw form as it is where there is no other", async () => {
  assert.equal((await met({ ...goodOn(RAW), tellsProbabilities: false })).form, "chat");
  const raw = await met({ ...refusing(CHAT), tellsProbabilities: false });
  assert.deepEqual([raw.form, raw.agreement, raw.calibration], ["raw", null, null]);
});

Deno.test("learnManner() asks a server that ignores the grammar with a schema, and one that ignores that too plainly", async () => {
  for (const [holdsTo, form] of [["schema", "schema"], ["plain words", "plain"]] as const) {
    const word = (fragment: string): string | null =>
      MEETING_SET.find((item) => item.fragment === fragment)?.words[0] ?? null;
    const manner = await met({ holdsTo, word });
    assert.deepEqual([manner.form, manner.agreement, manner.calibration], [form, 1, null]);
  }
});

Deno.test("tagSessions() gets words of the list from a server that ignores the grammar", () =>
  inFolder(async (dir) => {
    for (const holdsTo of ["schema", "plain words"] as const) {
      await using fake = startFakeServer({ holdsTo });
      const { tags } = await tag(TWO_SESSIONS, `${dir}/${holdsTo}.json`, fake.url, { form: null });
      assert.ok(tags.every(({ session }) => WORK.words?.has(session)));
    }
  }));

Deno.test("learnManner() finds out what each word weighs on the average", async () => {
  const { calibration } = await met({
    ...goodOn(RAW),
    word: (fragment, path) => fragment.length % 2 === 0 ? "kernel" : goodOn(RAW).word?.(fragment, path) ?? null,
  });
  const means = calibration?.means.prompt ?? {};
  assert.deepEqual(Object.keys(means), [...WORK.words ?? []]);
  assert.ok((means["kernel"] ?? 0) > (means["proxy"] ?? 0));
});

Deno.test("learnManner() understands the weights of the program's own words as learned", async () => {
  assert.equal((await met(goodOn(RAW))).calibration?.isLearned, true);
});

Deno.test("learnManner() weighs a user's words, and no words of the open vocabulary", async () => {
  const mine = await met(goodOn(RAW), parseVocabulary("alpha\nbeta", "mine.txt"));
  assert.deepEqual(Object.keys(mine.calibration?.means.session ?? {}), ["alpha", "beta"]);
  assert.equal(mine.calibration?.isLearned, false);
  assert.equal((await met(goodOn(RAW), OPEN)).calibration, null);
});

Deno.test("tagSessions() meets a model once, remembers how to ask it, and says so", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer({ ...goodOn(RAW), slots: 4 });
    const path = `${dir}/tags.json`;
    const stages: string[] = [];
    const first = await tag(TWO_SESSIONS.slice(0, 1), path, fake.url, {
      form: null,
      onProgress: ({ stage }) => stages.push(stage),
    });
    assert.deepEqual([first.stats.form, first.stats.agreement], ["raw", 1]);
    assert.deepEqual([...new Set(stages)], ["meeting", "asking"]);
    const afterMeeting = fake.asked.length;
    assert.ok(fake.asked.slice(MEETING_REQUESTS).every(({ body }) => Array.isArray(body["logit_bias"])));
    const second = await tag(TWO_SESSIONS, path, fake.url, { form: null });
    assert.equal(fake.asked.length - afterMeeting, second.stats.llm_calls);
    assert.deepEqual(second.tags[0], first.tags[0]);
    const { models, llm } = JSON.parse(Deno.readTextFileSync(path));
    assert.deepEqual(Object.keys(models), [llm.model]);
    assert.deepEqual([llm.form, llm.agreement, llm.calibrated], ["raw", 1, true]);
  }));

Deno.test("tagSessions() meets a model again that was met with questions of another version or list", () =>
  inFolder(async (dir) => {
    await using fake = startFakeServer({ ...goodOn(RAW), slots: 4 });
    const path = `${dir}/tags.json`;
    await tag(TWO_SESSIONS, path, fake.url, { form: null });
    const written = JSON.parse(Deno.readTextFileSync(path));
    const [model = ""] = Object.keys(written.models);
    const meetings = async (questions: string | undefined): Promise<boolean> => {
      const models = { [model]: { ...written.models[model], questions } };
      Deno.writeTextFileSync(path, JSON.stringify({ ...written, models }));
      const stages = new Set<string>();
      await tag(TWO_SESSIONS, path, fake.url, { form: null, onProgress: ({ stage }) => stages.add(stage) });
      return stages.has("meeting");
    };
    const { questions } = written.models[model];
    assert.equal(await meetings(questions), false);
    assert.equal(await meetings(`${questions}1`), true);
    assert.equal(await meetings(undefined), true, "of before that was kept");
  }));

Deno.test("tagSessions() needs no server for known words of a model that was met", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    const fake = startFakeServer(goodOn(RAW));
    const first = await tag(TWO_SESSIONS, path, fake.url, { form: null });
    await fake[Symbol.asyncDispose]();
    assert.deepEqual((await tag(TWO_SESSIONS, path, fake.url, { form: null })).tags, first.tags);
  }));
