import assert from "node:assert/strict";
import { counted, share, shortNumber, wholeNumber } from "../../src/render/numbers.ts";

Deno.test("wholeNumber() writes every digit, shortNumber() the three that matter", () => {
  assert.equal(wholeNumber(5_883_945), "5,883,945");
  assert.equal(shortNumber(5_883_945), "5.88M");
  assert.equal(shortNumber(950), "950");
});

Deno.test("counted() writes one of a thing without the plural's s", () => {
  assert.equal(counted(1, "sessions"), "1 session");
  assert.equal(counted(0, "sessions"), "0 sessions");
  assert.equal(counted(1200, "LLM calls"), "1,200 LLM calls");
});

const SHARES = [
  [0, 10, "0%"],
  [0, 0, "0%"],
  [1, 3, "33.3%"],
  [10, 10, "100%"],
  [1, 1_000_000, "<0.1%"],
  [999_999, 1_000_000, ">99.9%"],
] as const;

for (const [part, whole, text] of SHARES) {
  Deno.test(`share() of ${part} in ${whole} is ${text}`, () => assert.equal(share(part, whole), text));
}
