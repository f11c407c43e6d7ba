import assert from "node:assert/strict";
import { EXAMPLES } from "../../src/tagging/examples.ts";
import { FORM_NAMES, FORMS } from "../../src/tagging/form.ts";
import { describeCommand } from "../../src/shell/describe.ts";
import { MEETING_SET } from "../../src/tagging/meeting_set.ts";
import { fragmentOf } from "../../src/tagging/fragment.ts";
import {
  answerQuestion,
  ask,
  grammarOf,
  llmCallQuestion,
  promptQuestion,
  questionHash,
  questionKey,
  readAnswer,
  sessionQuestion,
} from "../../src/tagging/question.ts";
import { OPEN, parseVocabulary, WORK } from "../../src/tagging/vocabulary.ts";
import type { ToolKind } from "../../src/trace/effect.ts";
import { TAG_KINDS } from "../../src/trace/tag.ts";
import { llmCall, session, textOf, toolCall } from "./sample.ts";

const READINGS: readonly (readonly [string, string | null])[] = [
  ["fix", "fix"],
  [" Fix.\n", "fix"],
  ['"fix"', "fix"],
  ["“fix”!", "fix"],
  ["`fix`.", "fix"],
  ["", null],
  ["...", null],
  ["fix bug", null],
  ["fix\nbug", null],
  ["fix-bug", null],
  ["task", null],
  ["finallyblock", null],
  ["fi", null],
  ["исправить", null],
];
for (const [answer, word] of READINGS) {
  Deno.test(`readAnswer() reads ${JSON.stringify(answer)} as ${word}`, () => {
    const reading = readAnswer(answer, WORK);
    assert.equal("word" in reading ? reading.word : null, word);
  });
}

Deno.test("readAnswer() takes any word of 3 to 12 letters in the open vocabulary, but none that says nothing", () => {
  assert.deepEqual(readAnswer("finallyblock", OPEN), { word: "finallyblock" });
  assert.deepEqual(readAnswer("stuff", OPEN), { refusal: "not a word of the list" });
  assert.deepEqual(readAnswer("finallyblocks", OPEN), { refusal: "not 3 to 12 letters a-z" });
});

Deno.test("grammarOf() allows the words of the list and nothing else", () => {
  assert.equal(grammarOf(parseVocabulary("fix\ntest", "f")), 'root ::= " "? ("fix" | "test")');
  assert.equal(grammarOf(OPEN), 'root ::= " "? [a-z]{3,12}');
});

Deno.test("EXAMPLES have words of the list", () => {
  for (const kind of TAG_KINDS) {
    assert.deepEqual(EXAMPLES[kind].filter(({ word }) => WORK.words?.has(word) !== true), []);
  }
});

Deno.test("sessionQuestion() shows the title and the first prompt, the next ones where those are next to nothing", () => {
  const shown = (title: string | undefined, prompts: readonly string[]): string =>
    fragmentOf(sessionQuestion(session({ ...(title === undefined ? {} : { title }), prompts })));
  assert.equal(shown("Pagination", ["page 1 begins at order 2", "two"]), "Pagination; page 1 begins at order 2");
  assert.equal(
    shown(undefined, ["hi", "go on", "page 1 begins at order 2", "four"]),
    "hi; go on; page 1 begins at order 2",
  );
  assert.equal(shown(undefined, ["page 1 begins at order 2", "two"]), "page 1 begins at order 2");
});

Deno.test("sessionQuestion() shows what the model said and did where nobody asked for anything", () => {
  const question = sessionQuestion(
    session({ llmCalls: [llmCall("I look around.")], toolCalls: [toolCall("shell", "ls -la")] }),
  );
  assert.match(fragmentOf(question), /I look around.*list the files.*ls -la/si);
});

Deno.test("llmCallQuestion() shows the text and the tools, and is null where there is neither", () => {
  const calls = [llmCall("Running the tests.", [0, 1]), llmCall(null)];
  const it = session({
    prompts: ["go"],
    llmCalls: calls,
    toolCalls: [toolCall("Bash", "npm test"), toolCall("TodoWrite", null)],
  });
  const question = llmCallQuestion(it, llmCall("Running the tests.", [0, 1]));
  assert.ok(question !== null);
  assert.match(fragmentOf(question), /Running the tests.*run the tests: npm test.*Plan the steps/si);
  assert.equal(llmCallQuestion(it, llmCall(null)), null);
});

const SHOWN_TOOLS: readonly (readonly [name: string, kind: ToolKind, command: string | null, shown: string])[] = [
  ["Bash", "shell", "git checkout -b x", "Create a new branch: git checkout -b x"],
  ["exec_command", "shell", "git checkout -b x", "Create a new branch: git checkout -b x"],
  ["shell", "shell", "bash -lc ls", "List the files of a folder: ls"],
  ["Bash", "shell", "frobnicate --all", "Run: frobnicate --all"],
  ["write_stdin", "shell", null, "Wait for a running command."],
  ["KillShell", "shell", "bash_2", "Stop a running command: bash_2"],
  ["WebFetch", "network", "https://docs.example.com", "Read a page of the web: https://docs.example.com"],
  ["Read", "read", "git", "Read a file: git"],
  ["mcp__docs__find_page", "mcp", null, "docs find page."],
  ["RunLater", "tool", "5 pm", "Run Later: 5 pm"],
];
for (const [toolName, kind, command, shown] of SHOWN_TOOLS) {
  Deno.test(`answerQuestion() shows ${toolName} ${command ?? "alone"} as ${shown}`, () => {
    const question = answerQuestion(null, [{ toolName, kind, command: command === null ? null : textOf(command) }]);
    assert.ok(question !== null);
    assert.equal(fragmentOf(question), shown);
  });
}

Deno.test("what a model is shown beforehand describes commands as its own questions do", () => {
  const shown = [...EXAMPLES.llm_call, ...MEETING_SET.filter(({ kind }) => kind === "llm_call")];
  const described = shown.flatMap(({ fragment }) => {
    const [, does = "", line = ""] = /^(?:.* )?([A-Z][^:.]*): (.*)$/.exec(fragment) ?? [];
    return describeCommand(line) === "" ? [] : [[does.toLowerCase(), describeCommand(line).toLowerCase()]];
  });
  assert.ok(described.length >= 15);
  for (const [does, expected] of described) assert.equal(does, expected);
});

Deno.test("questionKey() and questionHash() tell a command from another text", () => {
  const part = { text: textOf("make"), bytes: 100 };
  const [text, command] = [[part], [{ ...part, as: "command" as const }]].map((parts) => ({
    kind: "llm_call" as const,
    parts,
  }));
  assert.ok(text !== undefined && command !== undefined);
  assert.notEqual(questionHash(text), questionHash(command));
  assert.notEqual(questionKey(text), questionKey(command));
});

const TERSE: readonly (readonly [text: string, shown: string])[] = [
  ["pin node to 22.11.0 before 2026-11-20T10:30.", "pin node to 0 before 0T0"],
  ["why is it 404 and not 42?", "why is it 0 and not 42"],
  ["add page 3 of 10", "add page 3 of 10"],
  ["fertig!!", "fertig"],
  ["?", "?"],
];
for (const [text, shown] of TERSE) {
  Deno.test(`fragmentOf() shows "${text}" as "${shown}"`, () => {
    assert.equal(fragmentOf(promptQuestion(session({ prompts: [text] }), 0)), shown);
  });
}

Deno.test("fragmentOf() is one bounded line with the head and the tail of a long text", () => {
  const long = `BEGIN\n${"line of a log\n".repeat(400)}END`;
  const fragment = fragmentOf(promptQuestion(session({ prompts: [long] }), 0));
  assert.ok(fragment.length < 700, `${fragment.length} characters`);
  assert.match(fragment, /^BEGIN.*…?.*END$/);
  assert.doesNotMatch(fragment, /\n/);
});

Deno.test("fragmentOf() cuts no character in two", () => {
  for (const character of ["é", "語", "🐛"]) {
    for (const before of ["", "a", "ab", "abc"]) {
      const fragment = fragmentOf(promptQuestion(session({ prompts: [before + character.repeat(2000)] }), 0));
      assert.match(fragment, new RegExp(`^${before}(${character})+ … (${character})+$`, "u"));
      const bytes = new TextEncoder().encode(fragment).length;
      assert.ok(bytes > 115 && bytes <= 120 + " … ".length + 2, String(bytes));
    }
  }
});

Deno.test("questionHash() needs no excerpt, and tells kinds, texts and borders of parts apart", () => {
  const of = (prompts: readonly string[]): string => questionHash(sessionQuestion(session({ prompts })));
  const cut = {
    kind: "prompt",
    parts: [{ text: { sha256: textOf("fix it").sha256, excerpt: "" }, bytes: 9 }],
  } as const;
  const whole = { kind: "prompt", parts: [{ text: textOf("fix it"), bytes: 9 }] } as const;
  assert.equal(questionHash(cut), questionHash(whole));
  assert.notEqual(questionHash(whole), questionHash({ ...whole, kind: "session" }));
  assert.notEqual(of(["a b"]), of(["a", "b"]));
  assert.match(of(["a"]), /^[0-9a-f]{24}$/);
});

for (const form of FORM_NAMES) {
  Deno.test(`the ${form} form puts what all questions of a kind share first`, () => {
    const [one, two] = ["zebra", "yacht"].map((prompt) => {
      return JSON.stringify(FORMS[form].body(ask({ kind: "prompt", fragment: prompt }, WORK), "local"));
    });
    const at = one?.indexOf("zebra") ?? -1;
    assert.ok(at > 200);
    assert.equal(one?.slice(0, at), two?.slice(0, at));
  });

  Deno.test(`the ${form} form shows a refused answer when it asks again`, () => {
    const asked = ask({ kind: "prompt", fragment: "zebra" }, WORK, "finallyblock");
    assert.match(JSON.stringify(FORMS[form].body(asked, "local")), /zebra.*finallyblock/);
  });
}
