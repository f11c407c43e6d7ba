import assert from "node:assert/strict";
import { calibrate, scoresOf, standardized } from "../../src/tagging/calibration.ts";
import { bestOf } from "../../src/tagging/likeliest.ts";
import { MATRIX } from "../../src/tagging/matrix.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";
import { TAG_KINDS, type TagKind } from "../../src/trace/tag.ts";
import { MET } from "./sample.ts";

const TWO_WORDS = TAG_KINDS.flatMap((kind) =>
  [[-1, -3], [-3, -5]].map(([fix = 0, test = 0]) => ({ kind, weights: new Map([["fix", fix], ["test", test]]) }))
);

Deno.test("the matrix holds the words of the list `work` in their order, and a factor for each in each row (deno task learn-matrix)", () => {
  assert.deepEqual(Object.keys(MATRIX.rows), [...WORK.words ?? []]);
  for (const { row } of Object.values(MATRIX.rows)) assert.equal(Uint8Array.fromBase64(row).length, WORK.words?.size);
});

Deno.test("calibrate() finds each word's mean weight by kind", () => {
  assert.deepEqual(calibrate(TWO_WORDS).means.prompt, { fix: -2, test: -4 });
});

Deno.test("standardized() does not depend on how likely all words are together, nor on how far a model goes", () => {
  const found = { means: { session: {}, prompt: { fix: -2, test: -4 }, llm_call: {} } };
  const weights = (fix: number, test: number) => new Map([["fix", fix], ["test", test]]);
  for (const [fix, test] of [[2, -4], [-5, -11], [6, -4]] as const) {
    assert.deepEqual(standardized(weights(fix, test), "prompt", found), weights(1, -1));
  }
});

Deno.test("standardized() divides by nothing where all words weigh the same", () => {
  const found = { means: { session: {}, prompt: {}, llm_call: {} } };
  const equal = new Map([["fix", -2], ["test", -2]]);
  assert.deepEqual(standardized(equal, "prompt", found), new Map([["fix", 0], ["test", 0]]));
});

Deno.test("scoresOf() takes a part of the means off where nothing was learned of the list", () => {
  const calibration = { ...calibrate(TWO_WORDS), isLearned: false };
  const scores = scoresOf(new Map([["fix", -1], ["test", -2]]), "session", calibration);
  assert.deepEqual([...scores].map(([word, score]) => [word, score.toFixed(2)]), [["fix", "0.20"], ["test", "0.40"]]);
});

Deno.test("with the learned matrix the word is the one that the model finds by far the likeliest", () => {
  const wordFor = (likely: string, kind: TagKind): string | undefined => {
    const weights = new Map([...WORK.words ?? []].map((word) => [word, word === likely ? 40 : 0]));
    return bestOf(scoresOf(weights, kind, MET.calibration)).words[0];
  };
  for (const kind of TAG_KINDS) for (const word of WORK.words ?? []) assert.equal(wordFor(word, kind), word);
});
