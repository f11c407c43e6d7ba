import assert from "node:assert/strict";
import { EXAMPLES } from "../../src/tagging/examples.ts";
import { MEETING_SET } from "../../src/tagging/meeting_set.ts";
import { fragmentOf } from "../../src/tagging/fragment.ts";
import { isWord, WORK } from "../../src/tagging/vocabulary.ts";
import { TAG_KINDS } from "../../src/trace/tag.ts";
import { LABELLED_PARTS, readLabelled } from "./labelled.ts";

const tune = readLabelled("tune");
const kept = readLabelled("kept");
const others = LABELLED_PARTS.filter((part) => part !== "tune" && part !== "kept").flatMap(readLabelled);

Deno.test("the labelled set has 200 fragments and more, of all three kinds in both parts", () => {
  assert.ok(tune.length + kept.length >= 200);
  for (const part of [tune, kept]) {
    for (const kind of TAG_KINDS) assert.ok(part.filter(({ question }) => question.kind === kind).length >= 12);
  }
});

Deno.test("each labelled fragment has an acceptable word in WORK, and no pair is torn between the parts", () => {
  for (const { words, question } of [...tune, ...kept, ...others]) {
    assert.ok(words.every(isWord) && words.some((word) => WORK.words?.has(word)), `${words} ${fragmentOf(question)}`);
  }
  const pairs = new Set(tune.map(({ pair }) => pair));
  assert.deepEqual(kept.filter(({ pair }) => pair !== null && pairs.has(pair)), []);
});

Deno.test("nothing that a model is shown comes from the kept parts, and no example is in the set", () => {
  const secret = new Set([...kept, ...others].map(({ question }) => fragmentOf(question)));
  const shown = new Set(tune.map(({ question }) => fragmentOf(question)));
  const all = new Set([...shown, ...secret]);
  assert.deepEqual(MEETING_SET.filter(({ fragment }) => secret.has(fragment) || !shown.has(fragment)), []);
  assert.deepEqual(TAG_KINDS.flatMap((kind) => EXAMPLES[kind]).filter(({ fragment }) => all.has(fragment)), []);
});
