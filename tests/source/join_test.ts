import assert from "node:assert/strict";
import fc from "fast-check";
import { joinParts } from "../../src/source/join.ts";
import type { Bill, KeyedLlmCall, KeyedPrompt, KeyedToolCall, SessionPart } from "../../src/source/part.ts";
import { makeText } from "../../src/source/text.ts";
import { totalTokens } from "../../src/trace/tokens.ts";

function part(id: string, more: Partial<SessionPart> = {}): SessionPart {
  return {
    agent: "claude",
    id,
    role: "top",
    parentId: null,
    spawnKey: null,
    file: `/${id}.jsonl`,
    cwd: "/p",
    title: null,
    forkOf: null,
    holdsHistory: false,
    copiesLeftOut: 0,
    startMs: 0,
    endMs: 9,
    firstRecordMs: 0,
    prompts: [],
    llmCalls: [],
    toolCalls: [],
    bills: [],
    ...more,
  };
}

function prompt(key: string, tsMs: number): KeyedPrompt {
  return { key, tsMs, text: makeText(key) };
}

function call(key: string, more: Partial<KeyedLlmCall> = {}): KeyedLlmCall {
  const usage = { input: 1, cache_read: 0, cache_write: 0, output: 1, reasoning: 0 };
  return {
    key,
    replayKey: null,
    isSide: false,
    tsMs: 1,
    promptKey: null,
    model: "m",
    text: null,
    usage,
    toolKeys: [],
    ...more,
  };
}

/** So many tokens, billed after what happened up to a time. */
function bill(tokens: number, tsMs: number, more: Partial<Bill> = {}): Bill {
  return { counterMs: -1, ranMs: tsMs + 1, tsMs, nextMs: tsMs + 1, tokens: [["m", tokens]], ...more };
}

function tool(key: string, more: Partial<KeyedToolCall> = {}): KeyedToolCall {
  return {
    key,
    callId: key,
    promptKey: null,
    tsMs: 1,
    toolName: "Bash",
    kind: "shell",
    commandName: "ls",
    command: null,
    processChain: ["ls"],
    effect: "read",
    status: "unknown",
    exitCode: null,
    durationMs: null,
    paths: [],
    domains: [],
    ...more,
  };
}

Deno.test("joinParts() counts a copied event once, for the session that began first", () => {
  const parent = part("p", { startMs: 0, prompts: [prompt("a", 0)], llmCalls: [call("m1")], toolCalls: [tool("t1")] });
  const fork = part("f", {
    startMs: 5,
    prompts: [prompt("a", 5), prompt("b", 6)],
    llmCalls: [call("m1"), call("m2")],
    toolCalls: [tool("t1")],
  });
  for (const parts of [[parent, fork], [fork, parent]]) {
    const { sessions, copiesDropped } = joinParts(parts);
    assert.deepEqual(sessions.map((one) => [one.id, one.prompts.length, one.llmCalls.length, one.toolCalls.length]), [
      ["p", 1, 1, 1],
      ["f", 1, 1, 0],
    ]);
    assert.equal(copiesDropped, 3);
  }
});

Deno.test("joinParts() takes a fork's records for copies where both began at once", () => {
  const parent = part("p", { file: "/z.jsonl", llmCalls: [call("m1")] });
  const fork = part("f", { file: "/a.jsonl", forkOf: "p", llmCalls: [call("m1"), call("m2")] });
  assert.deepEqual(joinParts([fork, parent]).sessions.map((one) => [one.id, one.llmCalls.length]), [["p", 1], [
    "f",
    1,
  ]]);
});

Deno.test("joinParts() keeps the largest usage of a call's copies, and the main conversation's record before a side one's", () => {
  const side = part("a", { startMs: 0, llmCalls: [call("side", { isSide: true, replayKey: "msg_0123456789" })] });
  const big = { input: 7, cache_read: 0, cache_write: 0, output: 9, reasoning: 0 };
  const main = part("b", { startMs: 3, llmCalls: [call("main", { replayKey: "msg_0123456789", usage: big })] });
  const [only, ...rest] = joinParts([side, main]).sessions;
  assert.deepEqual(rest, []);
  assert.equal(only?.id, "b");
  assert.deepEqual(only?.llmCalls[0]?.usage, big);
});

Deno.test("joinParts() lets a later copy tell how a tool call ended", () => {
  const parts = [
    part("p", { toolCalls: [tool("t")] }),
    part("q", { startMs: 4, toolCalls: [tool("t", { status: "ok" })] }),
  ];
  assert.deepEqual(joinParts(parts).sessions.map((one) => [one.id, one.toolCalls[0]?.status]), [["p", "ok"]]);
});

Deno.test("joinParts() makes one session of the pages of a thread", () => {
  const pages = [
    part("t", {
      file: "/2.jsonl",
      startMs: 10,
      prompts: [prompt("b", 10)],
      llmCalls: [call("m2", { tsMs: 11, promptKey: "b" })],
    }),
    part("t", {
      file: "/1.jsonl",
      startMs: 0,
      prompts: [prompt("a", 0)],
      llmCalls: [call("m1", { tsMs: 1, promptKey: "a" })],
    }),
  ];
  const [session] = joinParts(pages).sessions;
  assert.equal(session?.file, "/1.jsonl");
  assert.deepEqual(session?.llmCalls.map((one) => one.promptIndex), [0, 1]);
});

Deno.test("joinParts() gives an event whose prompt was a copy to the last prompt before it, and before the first to the first", () => {
  const parent = part("p", { prompts: [prompt("a", 0)] });
  const fork = part("f", {
    startMs: 1,
    prompts: [prompt("a", 1), prompt("b", 5)],
    toolCalls: [tool("early", { tsMs: 2, promptKey: "a" }), tool("late", { tsMs: 7, promptKey: "a" })],
  });
  assert.deepEqual(joinParts([parent, fork]).sessions[1]?.toolCalls.map((one) => one.promptIndex), [0, 0]);
});

Deno.test("joinParts() finds a subagent's parent by the call that started it", () => {
  const parts = [
    part("p", { toolCalls: [tool("spawn")] }),
    part("mid", { role: "subagent", parentId: "p", toolCalls: [tool("spawn2")] }),
    part("leaf", { role: "subagent", parentId: "p", spawnKey: "spawn2", toolCalls: [tool("x")] }),
  ];
  assert.deepEqual(joinParts(parts).sessions.find((one) => one.id === "leaf")?.parentId, "mid");
});

Deno.test("joinParts() calls billed tokens that no record of a session or its subagents holds unlogged", () => {
  const parts = [
    part("p", { bills: [bill(10, 1)], llmCalls: [call("m1")] }),
    part("s", { role: "subagent", parentId: "p", llmCalls: [call("m2")] }),
  ];
  assert.deepEqual(joinParts(parts).sessions.map((one) => [one.id, one.unloggedTokens]), [["p", 6], ["s", 0]]);
});

Deno.test("joinParts() takes of two copies of one file what the longer one tells of a call", () => {
  const cut = part("s", {
    file: "/a.jsonl",
    endMs: 5,
    llmCalls: [call("m", { text: makeText("One"), toolKeys: ["t"] })],
    toolCalls: [tool("t"), tool("u")],
  });
  const whole = part("s", {
    file: "/b.jsonl",
    endMs: 9,
    llmCalls: [call("m", { text: makeText("One\nTwo"), toolKeys: ["t", "u"] })],
    toolCalls: [tool("t", { durationMs: 7 }), tool("u", { status: "ok", durationMs: 8 })],
  });
  // A fork copies no more than there was.
  const fork = part("f", { forkOf: "s", llmCalls: [call("m", { text: makeText("One"), toolKeys: ["t"] })] });
  const [session] = joinParts([whole, fork, cut]).sessions;
  assert.deepEqual(session?.llmCalls.map((one) => [one.text?.excerpt, one.toolCalls]), [["One\nTwo", [0, 1]]]);
  assert.deepEqual(session?.toolCalls.map((one) => [one.status, one.durationMs]), [["unknown", 7], ["ok", 8]]);
});

const unlogged = (parts: readonly SessionPart[]) =>
  Object.fromEntries(joinParts(parts).sessions.map((one) => [one.id, one.unloggedTokens]));

Deno.test("joinParts() takes off a bill no call that came after it: own, a copy's or a subagent's", () => {
  const parts = [
    part("p", { bills: [bill(10, 5)], llmCalls: [call("m1", { tsMs: 5 }), call("m2", { tsMs: 6 })] }),
    part("s", {
      role: "subagent",
      parentId: "p",
      llmCalls: [call("s1", { tsMs: 4 }), call("s2", { tsMs: null }), call("s3", { tsMs: 7 })],
    }),
    part("f", {
      bills: [bill(20, 20)],
      forkOf: "p",
      llmCalls: [call("m1", { tsMs: 5 }), call("f1", { tsMs: 20 }), call("f2", { tsMs: 21 })],
    }),
  ];
  assert.deepEqual(unlogged(parts), { p: 4, s: 0, f: 8 });
});

Deno.test("joinParts() calls a parent's unlogged tokens unlogged once, though each fork goes on with its bill", () => {
  const parts = [
    part("p", { bills: [bill(12, 1)], llmCalls: [call("m1")] }),
    part("f", { bills: [bill(19, 5)], forkOf: "p", llmCalls: [call("m1"), call("m2", { tsMs: 5 })] }),
    part("g", {
      bills: [bill(21, 7)],
      forkOf: "f",
      llmCalls: [call("m1"), call("m2", { tsMs: 5 }), call("m3", { tsMs: 7 })],
    }),
  ];
  assert.deepEqual(unlogged(parts), { p: 10, f: 5, g: 0 });
});

Deno.test("joinParts() takes what a parent's subagents logged before a fork for logged in the fork's bill", () => {
  const parts = [
    part("p", { bills: [bill(4, 3)], llmCalls: [call("m1")] }),
    part("early", { role: "subagent", parentId: "p", startMs: 2, llmCalls: [call("s1")] }),
    part("late", { role: "subagent", parentId: "p", startMs: 8, llmCalls: [call("s2")] }),
    part("f", { bills: [bill(9, 5)], forkOf: "p", llmCalls: [call("m1"), call("m2", { tsMs: 5 })] }),
  ];
  assert.deepEqual(unlogged(parts), { p: 0, early: 0, late: 0, f: 3 });
});

Deno.test("joinParts() starts a fork's bill from that of its original at the fork, though the original went on", () => {
  const parts = [
    part("p", { bills: [bill(12, 1), bill(30, 20)], llmCalls: [call("m1"), call("m3", { tsMs: 19 })] }),
    part("f", { bills: [bill(19, 25)], forkOf: "p", llmCalls: [call("m1"), call("m2", { tsMs: 5 })] }),
  ];
  assert.deepEqual(unlogged(parts), { p: 26, f: 5 });
});

Deno.test("joinParts() takes off a fork's bill none of the calls that it copied where its counter began later", () => {
  const parts = [
    part("p", { bills: [bill(2, 1)], llmCalls: [call("m1")] }),
    part("f", { bills: [bill(9, 8, { counterMs: 3 })], forkOf: "p", llmCalls: [call("m1"), call("m2", { tsMs: 5 })] }),
  ];
  assert.deepEqual(unlogged(parts), { p: 0, f: 7 });
});

Deno.test("joinParts() takes off a bill no call of a run that was killed before it", () => {
  const killed = [call("m2", { tsMs: 12 }), call("m3", { tsMs: 14 })];
  const bills = [bill(2, 2), bill(7, 30, { ranMs: 5 })];
  assert.deepEqual(unlogged([part("p", { bills, llmCalls: [call("m1"), ...killed] })]), { p: 5 });
  assert.deepEqual(unlogged([part("p", { bills: [bill(5, 30, { counterMs: 20 })], llmCalls: killed })]), { p: 5 });
});

Deno.test("joinParts() takes a subagent's call that came after the session's last record for billed with it", () => {
  const parts = [
    part("p", { bills: [bill(4, 3, { nextMs: null })], llmCalls: [call("m1")] }),
    part("s", { role: "subagent", parentId: "p", llmCalls: [call("s1", { tsMs: 4 })] }),
  ];
  assert.deepEqual(unlogged(parts), { p: 0, s: 0 });
});

for (
  const [what, tokens, models, more] of [
    ["one that no call has is unlogged, though calls of another were not billed", [["m", 2], ["h", 9]], "m m", 9],
    ["a bill may say a name in another way than a call", [["m[1m]", 4], ["m", 2]], "m m m-fast", 0],
    ["what no bill names was billed by another name", [["m", 9]], "m n", 5],
  ] satisfies [what: string, tokens: Bill["tokens"], models: string, more: number][]
) {
  Deno.test(`joinParts() compares bills with calls by model: ${what}`, () => {
    const llmCalls = models.split(" ").map((model, index) => call(`m${index}`, { model }));
    const bills = [bill(0, 1, { tokens })];
    assert.deepEqual(unlogged([part("p", { bills, llmCalls })]), { p: more });
  });
}

Deno.test("joinParts() does not add what saved output tells of a bill to what the log tells", () => {
  const saved = bill(7, 1, { counterMs: null, ranMs: null, nextMs: null });
  assert.deepEqual(unlogged([part("p", { bills: [bill(7, 1), saved], llmCalls: [call("m1")] })]), { p: 5 });
});

Deno.test("joinParts() counts what a subagent replays of its parent once against the bill", () => {
  const parts = [
    part("p", { bills: [bill(7, 1)], llmCalls: [call("m1")] }),
    part("compact", {
      role: "subagent",
      parentId: "p",
      llmCalls: [call("m1", { isSide: true }), call("s1", { isSide: true })],
    }),
  ];
  assert.deepEqual(unlogged(parts), { p: 3, compact: 0 });
});

Deno.test("joinParts() takes the usage of a main conversation's call before that of its replay", () => {
  const large = { input: 90, cache_read: 0, cache_write: 0, output: 9, reasoning: 0 };
  const parts = [
    part("p", { llmCalls: [call("m1")] }),
    part("side", {
      role: "subagent",
      parentId: "p",
      startMs: -1,
      llmCalls: [call("m1", { isSide: true, usage: large })],
    }),
  ];
  const [session] = joinParts(parts).sessions;
  assert.deepEqual(session?.llmCalls.map(({ usage }) => usage?.input), [1]);
});

Deno.test("joinParts() takes out the history with which an old fork begins", () => {
  const usage = (input: number) => ({ input, cache_read: 0, cache_write: 0, output: 1, reasoning: 0 });
  const parent = part("p", {
    agent: "codex",
    prompts: [prompt("a", 0)],
    llmCalls: [call("1", { usage: usage(5) }), call("2", { usage: usage(6), toolKeys: ["t"] })],
    toolCalls: [tool("t")],
  });
  const fork = part("f", {
    agent: "codex",
    startMs: 100,
    firstRecordMs: 100,
    forkOf: "p",
    holdsHistory: true,
    prompts: [prompt("a again", 100), prompt("b", 5000)],
    llmCalls: [
      call("1'", { tsMs: 100, usage: usage(5), promptKey: "a again" }),
      call("2'", { tsMs: 100, usage: usage(6), promptKey: "a again", toolKeys: ["t'"] }),
      call("3", { tsMs: 5000, usage: usage(7), promptKey: "b" }),
    ],
    toolCalls: [tool("t'")],
  });
  const expected = [["f", 1, 1, 0]];
  const shape = (parts: readonly SessionPart[]) =>
    joinParts(parts).sessions.filter((one) => one.id === "f").map((
      one,
    ) => [one.id, one.prompts.length, one.llmCalls.length, one.toolCalls.length]);
  assert.deepEqual(shape([parent, fork]), expected);
  assert.deepEqual(shape([fork]), expected, "told by the burst where the parent is not there");
});

Deno.test("joinParts() takes no call of an old fork for a copy of what its parent did after the fork", () => {
  const usage = (input: number) => ({ input, cache_read: 0, cache_write: 0, output: 1, reasoning: 0 });
  const parent = part("p", {
    llmCalls: [call("1", { tsMs: 50, usage: usage(5) }), call("2", { tsMs: 9000, usage: usage(6) })],
  });
  const fork = part("f", {
    startMs: 100,
    firstRecordMs: 100,
    forkOf: "p",
    holdsHistory: true,
    llmCalls: [call("1'", { tsMs: 100, usage: usage(5) }), call("2'", { tsMs: 5000, usage: usage(6) })],
  });
  assert.deepEqual(joinParts([parent, fork]).sessions.map((one) => [one.id, one.llmCalls.length]), [["p", 2], [
    "f",
    1,
  ]]);
});

Deno.test("joinParts() does not depend on the order of its parts and loses no token", () => {
  const keys = fc.constantFrom("k1", "k2", "k3", "k4", "k5");
  const anyPart = fc.record({
    id: fc.constantFrom("a", "b", "c", "d"),
    file: fc.constantFrom("/1", "/2", "/3"),
    startMs: fc.nat(4),
    forkOf: fc.option(fc.constant("a")),
    llmCalls: fc.uniqueArray(keys, { maxLength: 4 }).map((list) => list.map((key) => call(key))),
    toolCalls: fc.uniqueArray(keys, { maxLength: 4 }).map((list) => list.map((key) => tool(key))),
  }).map(({ id, ...more }) => part(id, more));
  fc.assert(
    fc.property(
      fc.uniqueArray(anyPart, {
        maxLength: 6,
        selector: (one) => `${one.id}${one.file}`,
      }),
      fc.gen(),
      (parts, g) => {
        const shuffled = g(fc.shuffledSubarray, parts, { minLength: parts.length });
        assert.deepEqual(joinParts(shuffled), joinParts(parts));
        const distinct = new Set(parts.flatMap((one) => one.llmCalls.map(({ key }) => key))).size;
        const tokens = joinParts(parts).sessions.flatMap((one) => one.llmCalls).reduce(
          (sum, one) =>
            sum + totalTokens(one.usage ?? { input: 0, cache_read: 0, cache_write: 0, output: 0, reasoning: 0 }),
          0,
        );
        assert.equal(tokens, 2 * distinct);
      },
    ),
  );
});
