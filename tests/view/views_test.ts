import assert from "node:assert/strict";
import fc from "fast-check";
import { frame } from "../../src/profile/frame.ts";
import { foldedText } from "../../src/render/folded.ts";
import { projectViews, VIEWS } from "../../src/view/views.ts";
import { summarize } from "../../src/view/summary.ts";
import { sampleReport } from "../support/sample_report.ts";

Deno.test("every view of one unit has the same total", () => {
  const { sessions } = sampleReport().report;
  const profiles = projectViews(sessions);
  for (const unit of ["system", "token"] as const) {
    const totals = new Set(VIEWS.filter((view) => view.of === unit).map(({ name }) => profiles[name]?.total));
    assert.equal(totals.size, 1, unit);
  }
});

Deno.test("the order of the sessions changes no view", () => {
  const { sessions } = sampleReport().report;
  assert.deepEqual(projectViews(sessions.toReversed()), projectViews(sessions));
  assert.deepEqual(summarize(sessions.toReversed()), summarize(sessions));
});

Deno.test("frame() writes nothing that the folded format forbids, and is its own fixed point", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (value) => {
    const written = frame("path", value);
    assert.match(
      written,
      /^path:[\p{L}\p{N}._:/+-]+(_|[\p{L}\p{N}._:/+-])*$|^path:_[\p{L}\p{N}._:/+-]*(_|[\p{L}\p{N}._:/+-])*$/u,
    );
    assert.equal(frame("path", written.slice("path:".length)), written);
  }));
});

const FRAMES: readonly (readonly [value: string, written: string])[] = [
  ["src/API", "k:src/api"],
  ["a b;c", "k:a_b_c"],
  ["日本語", "k:日本語"],
  ["Cafe\u0301", "k:café"],
  ["", "k:unknown"],
  ["🙂", "k:_"],
];

for (const [value, written] of FRAMES) {
  Deno.test(`frame() writes ${JSON.stringify(value)} as ${written}`, () => assert.equal(frame("k", value), written));
}

Deno.test("folded text of the views holds each stack once, sorted by code unit", () => {
  for (const profile of Object.values(projectViews(sampleReport().report.sessions))) {
    const stacks = foldedText(profile).trimEnd().split("\n").map((line) => line.slice(0, line.lastIndexOf(" ")));
    assert.deepEqual(stacks, [...new Set(stacks)].sort());
  }
});
