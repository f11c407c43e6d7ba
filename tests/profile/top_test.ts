import assert from "node:assert/strict";
import fc from "fast-check";
import { frameKind } from "../../src/profile/frame.ts";
import { topOf } from "../../src/profile/top.ts";
import { anyProfile, profileFrom } from "../support/profiles.ts";

Deno.test("topOf() gives self to the innermost frame of the kind, and total to each once", () => {
  const profile = profileFrom({
    "process:bash;process:npm;process:bash;effect:test": 5,
    "process:bash;effect:read": 2,
    "effect:plan": 1,
  });
  assert.deepEqual(topOf(profile, "process"), [
    { value: "bash", self: 7, total: 7 },
    { value: "npm", self: 0, total: 5 },
  ]);
  assert.deepEqual(topOf(profile, "effect").map(({ value, total }) => [value, total]), [["test", 5], ["read", 2], [
    "plan",
    1,
  ]]);
});

Deno.test("topOf(): the selves of a kind sum up to the stacks that hold it, and no self is above its total", () => {
  fc.assert(fc.property(anyProfile, fc.constantFrom("session", "path", "status"), (profile, kind) => {
    const rows = topOf(profile, kind);
    const covered = profile.samples.filter(({ stack }) => stack.some((frame) => frameKind(frame) === kind))
      .reduce((sum, { value }) => sum + value, 0);
    assert.equal(rows.reduce((sum, { self }) => sum + self, 0), covered);
    assert.ok(rows.every(({ self, total }) => self <= total && total <= profile.total));
    assert.deepEqual(rows.map(({ total }) => total), rows.map(({ total }) => total).toSorted((a, b) => b - a));
  }));
});
