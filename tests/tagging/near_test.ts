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

Deno.test("nearestExample() finds the example of the kind that a fragment is most like, and never the fragment itself", () => {
  for (const kind of TAG_KINDS) {
    for (const example of NEAR_EXAMPLES[kind]) {
      const like = { kind, fragment: `${example.fragment} ` };
      const shown = nearestExample(like, WORK, 0)?.fragment ?? "";
      assert.ok(shown !== "" && example.fragment.startsWith(shown) && (kind !== "prompt" || shown.length <= 60));
      assert.notEqual(nearestExample({ kind, fragment: example.fragment }, WORK, 0)?.fragment, example.fragment);
    }
  }
});

Deno.test("nearestExample() looks at letters of any case and script", () => {
  const [example] = NEAR_EXAMPLES.prompt;
  assert.equal(
    nearestExample({ kind: "prompt", fragment: example?.fragment.toUpperCase() ?? "" }, WORK, 0.9)?.word,
    example?.word,
  );
});

Deno.test("nearestExample() shows no word that the vocabulary lacks, and nothing where nothing is alike enough", () => {
  const words = parseVocabulary("banana\nexplain\n", "few.txt");
  for (const fragment of ["write unit tests for the parser", "explain the limiter"]) {
    assert.equal(nearestExample({ kind: "prompt", fragment }, words, 0)?.word, "explain");
  }
  assert.equal(nearestExample({ kind: "prompt", fragment: "\u{10400}\u{10401}\u{10402}" }, WORK, 0), null);
  const little = { kind: "prompt", fragment: "explain what qqqq zzzz xxxx jjjj vvvv wwww kkkk mean" } as const;
  assert.notEqual(nearestExample(little, WORK, 0), null);
  assert.equal(nearestExample(little, WORK, 0.5), null);
});
