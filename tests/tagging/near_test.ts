import assert from "node:assert/strict";
import { nearestExample } from "../../src/tagging/near.ts";
import { NEAR_EXAMPLES } from "../../src/tagging/near_examples.ts";
import { parseVocabulary, WORK } from "../../src/tagging/vocabulary.ts";
import { TAG_KINDS } from "../../src/trace/tag.ts";
import { nearExamples, readLabelled } from "./labelled.ts";

Deno.test("the near examples are the part `tune` of the labelled set, each with its first word of the list (scripts/near_examples.ts)", () => {
  const rows = readLabelled("tune");
  for (const kind of TAG_KINDS) assert.deepEqual(NEAR_EXAMPLES[kind], nearExamples(rows, kind));
});

Deno.test("nearestExample() finds the example of the kind that a fragment is most like", () => {
  for (const kind of TAG_KINDS) {
    for (const example of NEAR_EXAMPLES[kind]) {
      const found = nearestExample({ kind, fragment: example.fragment }, WORK);
      assert.equal(found?.fragment, example.fragment);
    }
  }
});

Deno.test("nearestExample() looks at letters of any case and script", () => {
  const [example] = NEAR_EXAMPLES.prompt;
  assert.equal(nearestExample({ kind: "prompt", fragment: example?.fragment.toUpperCase() ?? "" }, WORK), example);
});

Deno.test("nearestExample() shows no word that the vocabulary lacks, and nothing where nothing is alike", () => {
  const words = parseVocabulary("banana\nexplain\n", "few.txt");
  for (const fragment of ["write unit tests for the parser", "explain the limiter"]) {
    assert.equal(nearestExample({ kind: "prompt", fragment }, words)?.word, "explain");
  }
  assert.equal(nearestExample({ kind: "prompt", fragment: "\u{10400}\u{10401}\u{10402}" }, WORK), null);
});
