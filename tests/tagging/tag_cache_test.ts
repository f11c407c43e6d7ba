import assert from "node:assert/strict";
import { type CachedTag, cacheKey, type LlmIdentity, newEntry, openTagCache } from "../../src/tagging/tag_cache.ts";
import { promptQuestion, type Question } from "../../src/tagging/question.ts";
import { OPEN, WORK } from "../../src/tagging/vocabulary.ts";
import { hostAt, inFolder, session } from "./sample.ts";

const NOW = Date.UTC(2026, 10, 23);
const LLM: LlmIdentity = {
  provider: "llama.cpp",
  base_url: "http://127.0.0.1:8080",
  model: "tiny",
  form: "chat",
  agreement: null,
  calibrated: false,
};
const OPTIONS = { createdBy: "test" };
const host = hostAt(NOW);

function question(prompt: string): Question {
  return promptQuestion(session({ prompts: [prompt] }), 0);
}

function keyed(prompt: string, word: string): [string, CachedTag] {
  return [cacheKey(question(prompt), LLM, WORK), newEntry(word, question(prompt), LLM, NOW)];
}

Deno.test("cacheKey() has 32 hex digits and differs by model, form, vocabulary and question", () => {
  const q = question("fix it");
  const keys = [
    cacheKey(q, LLM, WORK),
    cacheKey(q, { ...LLM, model: "other" }, WORK),
    cacheKey(q, { ...LLM, form: "raw" }, WORK),
    cacheKey(q, LLM, OPEN),
    cacheKey(question("fix that"), LLM, WORK),
    cacheKey({ ...q, kind: "session" }, LLM, WORK),
  ];
  assert.equal(new Set(keys).size, keys.length);
  assert.ok(keys.every((key) => /^[0-9a-f]{32}$/.test(key)));
  assert.equal(keys[0], cacheKey(question("fix it"), { ...LLM }, WORK));
});

Deno.test("save() writes what the contract names, sorted by key, and drops the journal", () =>
  inFolder(async (dir) => {
    const path = `${dir}/new/tags.json`;
    const cache = await openTagCache(host, path, OPTIONS);
    const entries = [keyed("a", "fix"), keyed("b", "test"), keyed("c", "plan")];
    for (const [key, entry] of entries) await cache.put(key, entry);
    await cache.save(LLM, { requests: 3 });
    const document = JSON.parse(Deno.readTextFileSync(path));
    assert.deepEqual(Object.keys(document), [
      "schema_version",
      "created_by",
      "updated_at",
      "llm",
      "stats",
      "models",
      "rates",
      "model_files",
      "tags",
    ]);
    assert.deepEqual(document.llm, LLM);
    assert.deepEqual(Object.keys(document.tags), entries.map(([key]) => key).sort());
    assert.deepEqual(Object.keys(document.tags[entries[0]?.[0] ?? ""]), [
      "tag",
      "kind",
      "source_hash",
      "created_at",
      "llm",
    ]);
    assert.deepEqual([...Deno.readDirSync(`${dir}/new`)].map(({ name }) => name), ["tags.json"]);
  }));

async function saveOne(path: string, ...[key, entry]: ReturnType<typeof keyed>): Promise<void> {
  const cache = await openTagCache(host, path, OPTIONS);
  await cache.put(key, entry);
  await cache.save(LLM, {});
}

Deno.test("openTagCache() finds again what was saved, and saving it once more gives equal bytes", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    const [key, entry] = keyed("a", "fix");
    await saveOne(path, key, entry);
    const before = Deno.readTextFileSync(path);
    const second = await openTagCache(host, path, OPTIONS);
    assert.deepEqual(second.get(key), entry);
    assert.deepEqual(second.llm, LLM);
    await second.save(LLM, {});
    assert.equal(Deno.readTextFileSync(path), before);
  }));

Deno.test("openTagCache() keeps the words of a model that was met in a way which is no more: it is met again", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    const [key, entry] = keyed("a", "fix");
    await saveOne(path, key, entry);
    const written = JSON.parse(Deno.readTextFileSync(path));
    const gone = { form: "near", agreement: 0.8, bias: null, nearBias: null, questions: "x" };
    Deno.writeTextFileSync(
      path,
      JSON.stringify({ ...written, llm: { ...LLM, form: "near" }, models: { [LLM.model]: gone } }),
    );
    const second = await openTagCache(host, path, OPTIONS);
    assert.deepEqual([second.get(key), second.warnings, second.manner(LLM.model)?.questions], [entry, [], ""]);
  }));

Deno.test("openTagCache() writes nothing by itself", () =>
  inFolder(async (dir) => {
    await openTagCache(host, `${dir}/deep/tags.json`, OPTIONS);
    assert.deepEqual([...Deno.readDirSync(dir)], []);
  }));

Deno.test("put() has the word on disk before it is fulfilled, so that a killed run loses none", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    const killed = await openTagCache(host, path, OPTIONS);
    const entries = Array.from({ length: 40 }, (_, index) => keyed(`prompt ${index}`, "fix"));
    await Promise.all(entries.map(([key, entry]) => killed.put(key, entry)));
    const next = await openTagCache(host, path, OPTIONS);
    assert.ok(entries.every(([key]) => next.get(key)?.tag === "fix"));
  }));

Deno.test("openTagCache() drops a torn last line of the journal, says so, and loses no word that is put after it", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    const killed = await openTagCache(host, path, OPTIONS);
    const [[one, oneEntry], [two, twoEntry], [three, threeEntry]] = [
      keyed("a", "fix"),
      keyed("b", "test"),
      keyed("c", "plan"),
    ];
    await killed.put(one, oneEntry);
    await killed.put(two, twoEntry);
    const journal = Deno.readTextFileSync(`${path}.journal`);
    Deno.writeTextFileSync(`${path}.journal`, journal.slice(0, -30));
    const second = await openTagCache(host, path, OPTIONS);
    assert.deepEqual(second.warnings, ['Dropped 1 damaged line of "tags.json.journal": the words are asked again']);
    assert.deepEqual([second.get(one)?.tag, second.get(two)], ["fix", undefined]);
    await second.put(three, threeEntry);
    const third = await openTagCache(host, path, OPTIONS);
    assert.equal(third.get(three)?.tag, "plan");
  }));

const DAMAGED: readonly (readonly [string, string])[] = [
  ["torn", '{"schema_version": 2, "tags": {'],
  ["empty", ""],
  ["binary", "\u0000\u0001\u0002"],
  ["another shape", "[]"],
  ["another version", '{"schema_version":1,"created_by":"x","updated_at":"x","llm":null,"stats":{},"tags":{}}'],
  [
    "with a tag that is no word",
    `{"schema_version":2,"created_by":"x","updated_at":"x","llm":null,"stats":{},"tags":{"${
      "a".repeat(32)
    }":{"tag":"<b>","kind":"prompt","source_hash":"x","created_at":"x","llm":"x"}}}`,
  ],
];
for (const [what, text] of DAMAGED) {
  Deno.test(`openTagCache() sets a file aside that is ${what}: neither trusted nor deleted`, () =>
    inFolder(async (dir) => {
      const path = `${dir}/tags.json`;
      Deno.writeTextFileSync(`${path}.damaged-1`, "older");
      Deno.writeTextFileSync(path, text);
      const cache = await openTagCache(host, path, OPTIONS);
      assert.equal(cache.llm, null);
      assert.match(
        cache.warnings.join(),
        /^Set aside "tags.json", which is damaged or of another version, as "tags.json.damaged-2"/,
      );
      assert.equal(Deno.readTextFileSync(`${path}.damaged-2`), text);
      assert.equal(Deno.readTextFileSync(`${path}.damaged-1`), "older");
    }));
}

Deno.test("openTagCache() renames nothing when it may only read", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    Deno.writeTextFileSync(path, "torn");
    const cache = await openTagCache(host, path, { ...OPTIONS, readOnly: true });
    assert.match(cache.warnings.join(), /^Passed over "tags.json", which is damaged or of another version: its words/);
    assert.equal(Deno.readTextFileSync(path), "torn");
  }));

Deno.test("save() keeps the words that another run saved meanwhile", () =>
  inFolder(async (dir) => {
    const path = `${dir}/tags.json`;
    const [one, two] = [await openTagCache(host, path, OPTIONS), await openTagCache(host, path, OPTIONS)];
    await one.put(...keyed("a", "fix"));
    await one.save(LLM, {});
    await two.put(...keyed("b", "test"));
    await two.save(LLM, {});
    const after = await openTagCache(host, path, OPTIONS);
    assert.deepEqual([after.get(keyed("a", "")[0])?.tag, after.get(keyed("b", "")[0])?.tag], ["fix", "test"]);
  }));
