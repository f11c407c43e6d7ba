import assert from "node:assert/strict";
import {
  EMPTY_WORDS,
  isWord,
  parseVocabulary,
  VocabularyError,
  vocabularyId,
  WORK,
} from "../../src/tagging/vocabulary.ts";
import { WORK_WORDS } from "../../src/tagging/work_words.ts";

const words: readonly string[] = Object.values(WORK_WORDS).flat();

Deno.test("WORK holds 140 to 220 words of 3 to 12 letters, each once, none of them empty of meaning", () => {
  assert.equal(new Set(words).size, words.length);
  assert.deepEqual(words.filter((word) => !isWord(word) || EMPTY_WORDS.has(word)), []);
  assert.ok(words.length >= 140 && words.length <= 220, `${words.length} words`);
});

Deno.test("WORK holds no word that begins another", () => {
  const pairs = words.flatMap((word) =>
    words.filter((longer) => longer !== word && longer.startsWith(word)).map((longer) => `${word} ${longer}`)
  );
  assert.deepEqual(pairs, []);
});

Deno.test("WORK says each thing with one word", () => {
  const alike = [
    "fix repair mend",
    "remove delete drop",
    "clean cleanup",
    "document docs documentation",
    "config settings",
    "deploy deployment",
    "auth login",
    "speed performance optimize",
    "folder directory",
  ];
  for (const group of alike) {
    const inside = group.split(" ").filter((word) => WORK.words?.has(word));
    assert.ok(inside.length <= 1, inside.join(" "));
  }
});

Deno.test("parseVocabulary() takes one word a line and skips empty lines, comments and a byte order mark", () => {
  const { name, words } = parseVocabulary("\u{feff}fix\r\n\n# of ours\n  deploy  \n", "words.txt");
  assert.equal(name, "words.txt");
  assert.deepEqual([...words ?? []], ["fix", "deploy"]);
});

const BAD_LINES: readonly (readonly [string, RegExp])[] = [
  ["fix\nFix", /line 2 .*: expected one word of 3 to 12 letters a-z, found "Fix"/],
  ["fix\nbug fix", /line 2 .*found "bug fix"/],
  ["fix\n\nfi", /line 3 .*found "fi"/],
  ["fix\nabcdefghijklm", /line 2 /],
  ["fix\nüben", /line 2 .*found "üben"/],
  ["task", /line 1 .*expected a word that tells work apart, found "task"/],
  ["fix\ntest\nfix", /line 3 .*found "fix" again/],
  ["fix", /expected at least two words, found 1/],
  ["", /found 0/],
];
for (const [text, message] of BAD_LINES) {
  Deno.test(`parseVocabulary() refuses ${JSON.stringify(text)} and says where`, () => {
    assert.throws(
      () => parseVocabulary(text, "words.txt"),
      (error) =>
        error instanceof VocabularyError && message.test(error.message) && error.message.includes('"words.txt"'),
    );
  });
}

Deno.test("vocabularyId() differs when the words differ, whatever the name", () => {
  const a = parseVocabulary("fix\ntest", "a");
  assert.equal(vocabularyId(a), vocabularyId(parseVocabulary("fix\ntest", "b")));
  assert.notEqual(vocabularyId(a), vocabularyId(parseVocabulary("fix\ntests", "a")));
});
