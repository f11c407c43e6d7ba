import assert from "node:assert/strict";
import { parseQuery, search } from "../../../src/render/flamegraph/search.ts";
import { parseState, stateText } from "../../../src/render/flamegraph/state.ts";
import { flameTree } from "../../../src/render/flamegraph/tree.ts";
import { profileFrom } from "../../support/profiles.ts";

const TREE = flameTree(profileFrom({
  "session:debug;effect:test;path:src/app;status:fail": 1,
  "session:debug;effect:test;path:src/app;status:ok": 2,
  "session:docs;effect:read;path:src/app;status:ok": 4,
  "session:docs;effect:write;path:debug;status:ok": 8,
  "session:docs;effect:write": 16,
}));

for (
  const [query, total] of [
    ["debug", 11],
    ["DEBUG", 11],
    ["session:debug", 3],
    ["path:app", 7],
    ["-session:debug", 28],
    ["session:debug -status:fail", 2],
    ["session:docs path:", 12],
    ["/^effect:(read|test)$/", 7],
    ["/effect:(read|test)/ -status:fail", 6],
    ["-/status:(ok|fail)/", 16],
    ["/src", 0],
    ["path:src/app", 7],
    ["nothing", 0],
    ["-", 31],
  ] as const
) {
  Deno.test(`search() for ${query} finds stacks of ${total} of 31`, () => {
    assert.equal(search(TREE, parseQuery(query)).total, total);
  });
}

Deno.test("search() marks the frames that were searched for, in stacks that fit, and sums what passes through each", () => {
  const { matched, hit, stacks } = search(TREE, parseQuery("status:ok -path:debug"));
  const framesOf = (fits: (node: number) => boolean): readonly string[] =>
    [...TREE.frame.keys()].filter((node) => fits(node)).map((node) =>
      `${TREE.frames[TREE.frame[node] ?? 0]} ${matched[node]}`
    );
  assert.deepEqual(framesOf((node) => hit[node] === 1), ["status:ok 4", "status:ok 2"]);
  assert.equal(matched[0], 6);
  assert.equal(stacks, 2);
});

Deno.test("parseQuery() refuses an expression that cannot be read, and reads 10,000 words without end", () => {
  assert.throws(() => parseQuery("/(/"), SyntaxError);
  assert.equal(parseQuery("word ".repeat(10_000)).length, 30);
});

Deno.test("parseState(stateText()) is the same state, and any other text is the start", () => {
  const state = {
    view: "flame",
    order: "name",
    zoom: ["project:a&b", "session:=#%"],
    query: "/a b/ -x:y",
    frame: "path:\u{1f680}",
  } as const;
  assert.deepEqual(parseState(stateText(state)), state);
  assert.equal(stateText(parseState("#view=sideways&zoom=&order=&unknown=1")), "");
});
