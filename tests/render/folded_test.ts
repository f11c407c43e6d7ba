import assert from "node:assert/strict";
import fc from "fast-check";
import { foldedText } from "../../src/render/folded.ts";
import { anyProfile, profileFrom } from "../support/profiles.ts";

Deno.test("foldedText() writes one line a stack, sorted by code unit, with a final newline", () => {
  assert.equal(
    foldedText(profileFrom({ "b:2": 7, "a:1;b:é": 1, "a:1;b:Z": 2, "a:1": 12 })),
    "a:1 12\na:1;b:Z 2\na:1;b:é 1\nb:2 7\n",
  );
});

Deno.test("foldedText() of an empty profile is empty", () => {
  assert.equal(foldedText(profileFrom({})), "");
});

Deno.test("foldedText() keeps every value, in lines that are sorted and unique", () => {
  fc.assert(fc.property(anyProfile, (profile) => {
    const lines = foldedText(profile).split("\n").slice(0, -1);
    assert.deepEqual(lines, lines.toSorted());
    assert.equal(new Set(lines.map((line) => line.slice(0, line.lastIndexOf(" ")))).size, lines.length);
    const values = lines.map((line) => Number(line.slice(line.lastIndexOf(" ") + 1)));
    assert.equal(values.reduce((total, value) => total + value, 0), profile.total);
  }));
});
