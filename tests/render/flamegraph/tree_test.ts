import assert from "node:assert/strict";
import fc from "fast-check";
import { packTree, unpackTree } from "../../../src/render/flamegraph/pack.ts";
import {
  type FlameTree,
  flameTree,
  frameTotals,
  nodeAt,
  sandwich,
  stackOf,
} from "../../../src/render/flamegraph/tree.ts";
import { anyProfile, HOSTILE_NAMES, profileFrom } from "../../support/profiles.ts";

/** The stacks of a tree as folded text, root first. */
function foldedOf(tree: FlameTree): Record<string, number> {
  const stacks: Record<string, number> = {};
  tree.self.forEach((value, node) => {
    if (value > 0) stacks[stackOf(tree, node).map((frame) => tree.frames[frame]).join(";")] = value;
  });
  return stacks;
}

Deno.test("flameTree() holds every stack once with its value, whatever order they come in", () => {
  fc.assert(fc.property(anyProfile, (profile) => {
    const expected = Object.fromEntries(profile.samples.map(({ stack, value }) => [stack.join(";"), value]));
    assert.deepEqual(foldedOf(flameTree(profile)), expected);
    assert.deepEqual(foldedOf(flameTree({ ...profile, samples: profile.samples.toReversed() })), expected);
    assert.equal(flameTree(profile).total[0], profile.total);
    assert.equal(flameTree(profile).stacks[0], profile.samples.length);
  }));
});

Deno.test("flameTree() finds a parent again after a frame that sorts between it and its children", () => {
  const tree = flameTree(profileFrom({ "a:1": 1, "a:1-x;b:1": 2, "a:1;b:1": 4 }));
  assert.equal(tree.frame.length, 5);
  assert.equal(tree.total[nodeAt(tree, ["a:1"])], 5);
});

Deno.test("unpackTree(packTree()) gives an equal tree", () => {
  fc.assert(fc.property(anyProfile, (profile) => {
    const tree = flameTree(profile);
    const unpacked = unpackTree(packTree(tree));
    assert.deepEqual(foldedOf(unpacked), foldedOf(tree));
    for (const column of ["parent", "firstChild", "self", "total", "stacks"] as const) {
      assert.deepEqual(unpacked[column], tree[column], column);
    }
  }));
  const hostile = flameTree(profileFrom(Object.fromEntries(HOSTILE_NAMES.map((name) => [`session:${name}`, 1]))));
  assert.deepEqual(foldedOf(unpackTree(packTree(hostile))), foldedOf(hostile));
});

Deno.test("unpackTree() refuses what is no packed tree", () => {
  assert.throws(() => unpackTree("{}"), TypeError);
});

Deno.test("nodeAt() follows a path as far as there is one", () => {
  const tree = flameTree(profileFrom({ "a:1;b:1": 1, "a:2": 5 }));
  assert.deepEqual(stackOf(tree, nodeAt(tree, ["a:1", "b:1"])).map((frame) => tree.frames[frame]), ["a:1", "b:1"]);
  assert.equal(nodeAt(tree, ["a:1", "gone"]), nodeAt(tree, ["a:1"]));
  assert.equal(nodeAt(tree, ["gone"]), 0);
});

Deno.test("sandwich() joins callers and callees of a frame from everywhere, a stack that holds it twice once", () => {
  const { callers, callees } = sandwich(
    flameTree(profileFrom({ "a:1;x:1;b:1": 1, "a:2;x:1;b:1": 2, "a:1;x:1": 4, "a:1;x:1;x:1": 8, "a:3": 16 })),
    "x:1",
  );
  assert.deepEqual(foldedOf(callers), { "a:1": 13, "a:2": 2 });
  assert.deepEqual(foldedOf(callees), { "": 4, "b:1": 3, "x:1": 8 });
});

Deno.test("frameTotals() tells self and total of every frame, largest first", () => {
  const tree = flameTree(profileFrom({ "a:1;x:1;x:1": 8, "a:1;x:1": 4, "a:1;b:1": 2, "a:2;b:1": 1 }));
  assert.deepEqual(frameTotals(tree), [
    { frame: "a:1", self: 0, total: 14 },
    { frame: "x:1", self: 12, total: 12 },
    { frame: "b:1", self: 3, total: 3 },
    { frame: "a:2", self: 0, total: 1 },
  ]);
});
