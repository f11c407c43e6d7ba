import assert from "node:assert/strict";
import {
  chatAnswer,
  completionAnswer,
  modelsAnswer,
  readChat,
  readCompletion,
  readTokenizing,
  wholeWords,
} from "../../src/engine/protocol.ts";
import { FORMS } from "../../src/tagging/form.ts";
import { ask } from "../../src/tagging/question.ts";
import { firstTokenBody, readWeights, weighingBody } from "../../src/tagging/spelled.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";

const ASKED = ask({ kind: "prompt", fragment: "fix the pagination" }, WORK);

const TOKENS = { cached: 5, read: 3 };

/** As it goes over the wire. */
function wire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

const SPELLING = {
  shared: [2, 3],
  beginnings: new Map([["fix", { id: 7, piece: " fix" }], ["test", { id: 8, piece: " te" }]]),
};

Deno.test("readCompletion() reads what the raw form asks for", () => {
  const wanted = readCompletion(wire(FORMS.raw.body(ASKED, "local")));
  assert.match(JSON.stringify(wanted.prompt), /Text: fix the pagination\\nWord:"\]\}$/);
  assert.equal(wanted.grammar, ASKED.grammar);
  assert.equal(wanted.probabilities, null);
  assert.deepEqual(wanted.bias, []);
});

Deno.test("readCompletion() reads what is asked in the model's own tokens", () => {
  const wanted = readCompletion(wire(firstTokenBody(ASKED, SPELLING)));
  assert.deepEqual(wanted.prompt, { pieces: [2, 3, " fix the pagination\nWord:"] });
  assert.equal(wanted.maxTokens, 1);
  assert.deepEqual(wanted.bias, [[7, 100], [8, 100]]);
});

Deno.test("readCompletion() reads what the weighing asks for", () => {
  const wanted = readCompletion(wire(weighingBody(ASKED, SPELLING)));
  assert.equal(wanted.maxTokens, 1);
  assert.equal(wanted.grammar, null);
  assert.equal(wanted.probabilities, 2);
  assert.deepEqual(wanted.bias, [[7, 100], [8, 100]]);
});

Deno.test("readTokenizing() reads what a speller asks for", () => {
  assert.deepEqual(readTokenizing({ content: "a", add_special: true }), {
    content: "a",
    isBeginning: true,
    wantsPieces: false,
  });
  assert.throws(() => readTokenizing({}), TypeError);
});

Deno.test("readCompletion() reads what warms a slot, and the answer tells how much was read", () => {
  const { maxTokens, isCached } = readCompletion({ prompt: "a", n_predict: 0, cache_prompt: false, id_slot: 0 });
  assert.deepEqual([maxTokens, isCached], [0, false]);
  assert.deepEqual(completionAnswer({ content: "", probabilities: null, tokens: TOKENS }), {
    content: "",
    stop: true,
    timings: { cache_n: 5, prompt_n: 3 },
  });
});

Deno.test("readChat() reads what the chat form asks for", () => {
  const { prompt, grammar } = readChat(wire(FORMS.chat.body(ASKED, "local")));
  assert.ok(Array.isArray(prompt));
  assert.deepEqual(prompt.at(-1), { role: "user", content: ASKED.fragment });
  assert.equal(prompt[0]?.role, "system");
  assert.equal(grammar, ASKED.grammar);
});

Deno.test("the engine's answers are read as llama-server's are", () => {
  assert.equal(
    FORMS.raw.answer(wire(completionAnswer({ content: " fix", probabilities: null, tokens: TOKENS }))),
    " fix",
  );
  assert.equal(
    FORMS.chat.answer(wire(chatAnswer({ content: "fix", probabilities: null, tokens: TOKENS }, "m.gguf"))),
    "fix",
  );
  const probabilities = [{ id: 7, token: " fix", prob: 0.75 }, { id: 8, token: " te", prob: 0.25 }];
  const weights = readWeights(wire(completionAnswer({ content: " fix", probabilities, tokens: TOKENS })), SPELLING);
  assert.equal(weights?.get("fix"), Math.log(0.75));
  assert.deepEqual(wire(modelsAnswer("m.gguf", 3, 5)), {
    object: "list",
    data: [{ id: "m.gguf", object: "model", owned_by: "llamacpp", meta: { n_params: 3, size: 5 } }],
  });
});

Deno.test("a body that is no request is refused with what was expected", () => {
  const bodies: readonly [() => unknown, RegExp][] = [
    [() => readCompletion(null), /expected an object/],
    [() => readCompletion([]), /expected an object/],
    [() => readCompletion({ prompt: 3 }), /"prompt"/],
    [() => readCompletion({ prompt: "", logit_bias: [[1.5, 2]] }), /"logit_bias"/],
    [() => readChat({ messages: "hello" }), /"messages"/],
    [() => readChat({ messages: [{ role: "user" }] }), /"content"/],
  ];
  for (const [read, message] of bodies) assert.throws(read, message);
});

Deno.test("wholeWords() gives the words of a list that begin no other one, and none of another grammar", () => {
  assert.deepEqual(wholeWords(ASKED.grammar), WORK.words);
  assert.deepEqual([...wholeWords('root ::= " "? ("test" | "tests" | "fix")')], ["fix", "tests"]);
  assert.equal(wholeWords('root ::= " "? [a-z]{3,12}').size, 0);
  assert.equal(wholeWords(null).size, 0);
});
