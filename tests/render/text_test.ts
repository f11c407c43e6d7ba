import assert from "node:assert/strict";
import fc from "fast-check";
import { escapeXml, fitText, printable, textWidth } from "../../src/render/text.ts";
import { HOSTILE_NAMES } from "../support/profiles.ts";
import { assertWellFormed } from "../support/well_formed.ts";

const PRINTABLE = [
  ["plain text\twith\nwhite space", "plain text\twith\nwhite space"],
  ["\u001b[31mred\u0000", "␛[31mred␀"],
  ["\u007f\u009b", "\ufffd\ufffd"],
  ["\u202eabc\u2066", "\ufffdabc\ufffd"],
  ["half \ud83d pair", "half \ufffd pair"],
  ["whole 🚀 pair \uffff", "whole 🚀 pair \ufffd"],
] as const;

for (const [text, shown] of PRINTABLE) {
  Deno.test(`printable() shows ${JSON.stringify(text)} as ${JSON.stringify(shown)}`, () => {
    assert.equal(printable(text), shown);
  });
}

Deno.test("escapeXml() makes any text a part of XML, as content and as attribute", () => {
  const texts = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: "binary" }));
  fc.assert(fc.property(texts, (text) => assertWellFormed(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`)));
});

const FITTED = [
  ["debug", 100, "debug"],
  ["refactoring", 50, "refact…"],
  ["debug", 14, ""],
  ["", 100, ""],
  ["🚀🚀🚀🚀", 40, "🚀🚀…"],
  ["ԱԱԱԱԱԱԱԱԱԱ", 143, "ԱԱԱԱԱԱԱԱԱԱ"],
] as const;

for (const [text, width, shown] of FITTED) {
  Deno.test(`fitText() fits ${JSON.stringify(text)} into ${width} px as ${JSON.stringify(shown)}`, () => {
    assert.equal(fitText(text, width, 11), shown);
  });
}

Deno.test("fitText() never gives more than fits, and all of what fits", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.nat(300), (text, width) => {
    const shown = fitText(text, width, 11);
    assert.ok(textWidth(shown, 11) <= width);
    if (textWidth(text, 11) <= width) assert.equal(shown, text);
  }));
});
