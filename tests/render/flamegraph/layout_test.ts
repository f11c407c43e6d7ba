import assert from "node:assert/strict";
import fc from "fast-check";
import { type Layout, layout, layoutOfMost, type LayoutOptions } from "../../../src/render/flamegraph/layout.ts";
import { flameTree, nodeAt } from "../../../src/render/flamegraph/tree.ts";
import { anyProfile, profileFrom } from "../../support/profiles.ts";

function blocksOf(stacks: Readonly<Record<string, number>>, options: LayoutOptions): readonly (readonly unknown[])[] {
  return layout(flameTree(profileFrom(stacks)), options)
    .map((row) => row.map(({ frame, start, total, hiddenFrames }) => [frame, start, total, hiddenFrames]));
}

Deno.test("layout() merges equal prefixes and puts the heaviest first, equal ones by frame", () => {
  assert.deepEqual(blocksOf({ "a:1;b:x": 1, "a:1;b:y": 3, "c:1": 4, "b:1": 4 }, { minTotal: 0, order: "heaviest" }), [
    [["", 0, 12, 0]],
    [["a:1", 0, 4, 0], ["b:1", 4, 4, 0], ["c:1", 8, 4, 0]],
    [["b:y", 0, 3, 0], ["b:x", 3, 1, 0]],
  ]);
});

Deno.test("layout() by name keeps frames in the order of their code units", () => {
  assert.deepEqual(blocksOf({ "a:é": 1, "a:z": 2, "a:Z": 3 }, { minTotal: 0, order: "name" })[1], [
    ["a:Z", 0, 3, 0],
    ["a:z", 3, 2, 0],
    ["a:é", 5, 1, 0],
  ]);
});

Deno.test("layout() makes one block a parent of what is too small, after its other children", () => {
  const stacks = { "a:1;b:big": 90, "a:1;b:s1": 2, "a:1;b:s2;c:deep": 3, "d:1;e:only": 5 };
  assert.deepEqual(blocksOf(stacks, { minTotal: 5, order: "heaviest" }), [
    [["", 0, 100, 0]],
    [["a:1", 0, 95, 0], ["d:1", 95, 5, 0]],
    [["b:big", 0, 90, 0], ["", 90, 5, 2], ["e:only", 95, 5, 0]],
  ]);
});

Deno.test("layout() of nothing is the root alone", () => {
  assert.deepEqual(blocksOf({}, { minTotal: 0, order: "heaviest" }), [[["", 0, 0, 0]]]);
});

Deno.test("layout() loses no value: what is drawn for itself and what is hidden sum up to the total", () => {
  fc.assert(fc.property(anyProfile, fc.nat(1000), fc.constantFrom("heaviest", "name"), (profile, minTotal, order) => {
    const blocks = layout(flameTree(profile), { minTotal, order }).flat();
    const values = blocks.map((block) => block.hiddenFrames > 0 ? block.total : block.self);
    assert.equal(values.reduce((sum, value) => sum + value, 0), profile.total);
  }));
});

Deno.test("layout() keeps blocks of a row apart and each within one block of the row before", () => {
  fc.assert(fc.property(anyProfile, fc.nat(1000), (profile, minTotal) => {
    const rows = layout(flameTree(profile), { minTotal, order: "heaviest" });
    for (const [depth, row] of rows.entries()) {
      for (const [index, { start, total }] of row.entries()) {
        const before = row[index - 1];
        assert.ok(before === undefined || before.start + before.total <= start);
        const isInside = rows[depth - 1]?.some((parent) =>
          parent.start <= start && start + total <= parent.start + parent.total
        );
        assert.ok(isInside !== false);
      }
    }
  }));
});

Deno.test("layout() draws a stack of 20,000 frames, where recursion would end", () => {
  const stack = Array.from({ length: 20_000 }, (_, depth) => `process:${depth}`).join(";");
  assert.equal(layout(flameTree(profileFrom({ [stack]: 1 })), { minTotal: 0, order: "heaviest" }).length, 20_001);
});

Deno.test("layout() draws no more of 100,000 stacks than the width has room for", () => {
  const stacks = Object.fromEntries(
    Array.from(
      { length: 100_000 },
      (_, index) => [`session:${index % 50};prompt:${index % 997};path:${index}`, 1 + (index % 9)],
    ),
  );
  const profile = profileFrom(stacks);
  const rows: Layout = layout(flameTree(profile), { minTotal: profile.total / 3000, order: "heaviest" });
  const drawn = rows.flat().filter((block) => block.hiddenFrames === 0);
  const hidden = rows.flat().filter((block) => block.hiddenFrames > 0);
  assert.ok(rows.every((row) => row.length <= 6000));
  assert.ok(hidden.length <= drawn.length);
  assert.ok(hidden.length > 0);
});

Deno.test("layout() of a zoomed frame gives it the whole width, below the frames that lead to it", () => {
  const tree = flameTree(profileFrom({ "a:1;b:x;c:1": 6, "a:1;b:x": 1, "a:1;b:y": 3, "d:1": 10 }));
  const rows = layout(tree, { minTotal: 2, order: "heaviest", zoomed: nodeAt(tree, ["a:1", "b:x"]) });
  assert.deepEqual(
    rows.map((row) => row.map(({ frame, start, width, total }) => [frame, start, width, total])),
    [[["", 0, 7, 20]], [["a:1", 0, 7, 10]], [["b:x", 0, 7, 7]], [["c:1", 0, 6, 6]]],
  );
});

Deno.test("layout() says how many stacks a block holds, also of what it hides", () => {
  const tree = flameTree(profileFrom({ "a:1": 5, "a:1;b:big": 90, "a:1;b:s1": 2, "a:1;b:s2": 1, "a:1;b:s2;c:1": 2 }));
  const rows = layout(tree, { minTotal: 4, order: "heaviest" });
  assert.deepEqual(rows.map((row) => row.map(({ stacks }) => stacks)), [[5], [5], [1, 3]]);
});

Deno.test("layoutOfMost() draws at most so many blocks and loses no value, however many frames lead to the zoomed one", () => {
  const deep = Array.from({ length: 40 }, (_, index) => `path:${index}`).join(";");
  const tree = flameTree(profileFrom(
    Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`${deep};session:${index % 40};prompt:${index}`, 1]),
    ),
  ));
  const options = { minTotal: 0, order: "heaviest" } as const;
  const countOf = (rows: Layout): number => rows.flat().length;
  assert.deepEqual(layoutOfMost(tree, options, 10_000), layout(tree, options));
  const rows = layoutOfMost(tree, options, 200);
  assert.ok(countOf(rows) <= 200 && countOf(rows) > 80, String(countOf(rows)));
  assert.equal(
    rows.flat().reduce((sum, { self, hiddenFrames, total }) => sum + self + (hiddenFrames > 0 ? total : 0), 0),
    3000,
  );
  const zoomed = nodeAt(tree, deep.split(";"));
  assert.equal(
    countOf(layoutOfMost(tree, { ...options, zoomed }, 10)),
    42,
    "the way there, and one block for the rest",
  );
});
