import assert from "node:assert/strict";
import fc from "fast-check";
import { flamegraphSvg } from "../../../src/render/flamegraph/svg_file.ts";
import { FLAME_CSS } from "../../../src/render/flamegraph/flame_css.ts";
import { SVG_CLIENT_JS } from "../../../src/render/flamegraph/svg_client_js.ts";
import { escapeXml, printable } from "../../../src/render/text.ts";
import { assertGolden } from "../../support/golden.ts";
import { anyProfile, HOSTILE_NAMES, profileFrom } from "../../support/profiles.ts";
import { sampleReport } from "../../support/sample_report.ts";
import { assertWellFormed } from "../../support/well_formed.ts";

const SMALL = profileFrom({
  "project:orbit-api;agent:claude;session:debug;prompt:test;kind:cache_read": 61_000,
  "project:orbit-api;agent:claude;session:debug;prompt:test;kind:output": 900,
  "project:orbit-api;agent:claude;session:debug;prompt:docs;kind:output": 4100,
  "project:orbit-api;agent:claude;session:refactor;prompt:refactor;kind:input": 17_000,
  "project:orbit-api;agent:codex;session:docs;prompt:docs;kind:input": 30_000,
  "project:orbit-api;agent:codex;session:docs;prompt:docs;kind:reasoning": 9,
});

Deno.test("flamegraphSvg() draws a small profile with the root at the top", () => {
  assertGolden(
    "tests/golden/render/flamegraph.svg",
    flamegraphSvg({ title: "Tokens of one week", profile: SMALL, note: "One sentence on the unit" })
      .replace(escapeXml(SVG_CLIENT_JS), "the script").replace(escapeXml(FLAME_CSS), "its style"),
  );
});

Deno.test("flamegraphSvg() draws the same blocks with the root at the bottom", () => {
  const rectangles = (svg: string): readonly string[] =>
    svg.split("\n").filter((line) => line.startsWith("<rect class")).sort();
  const down = flamegraphSvg({ title: "t", profile: SMALL });
  const up = flamegraphSvg({ title: "t", profile: SMALL, direction: "up" });
  assert.notEqual(up, down);
  assert.deepEqual(rectangles(up), rectangles(down));
});

Deno.test("flamegraphSvg() of nothing says so in words", () => {
  const svg = flamegraphSvg({ title: "Nothing yet", profile: profileFrom({}, "footprints") });
  assert.match(svg, /<text[^>]*>There is nothing to draw: no footprints were counted<\/text>/);
  assert.match(svg, /<title id="title">Nothing yet<\/title>/);
  assertWellFormed(svg);
});

Deno.test("flamegraphSvg() tells value, unit and share of every frame in its title", () => {
  const svg = flamegraphSvg({ title: "t", profile: SMALL });
  for (
    const title of [
      "all: 113,009 tokens, 100%",
      "session:debug: 66,000 tokens, 58.4%",
      "kind:output: 900 tokens, 0.8%",
      "1 frame too small to draw, in 1 stack: 9 tokens, &lt;0.1%",
    ]
  ) assert.ok(svg.includes(`<title>${title}</title>`), title);
  assert.match(svg, />113,009 tokens in 6 stacks</);
});

for (const name of HOSTILE_NAMES) {
  Deno.test(`flamegraphSvg() shows ${JSON.stringify(name.slice(0, 30))} as text`, () => {
    const profile = profileFrom({ [`session:${name.replaceAll(";", "")};prompt:x`]: 1 });
    const svg = flamegraphSvg({ title: name, note: name, profile });
    assertWellFormed(svg);
    assert.equal(svg.split("<script").length, 2, "the one script is ours");
    assert.equal(printable(svg), svg);
  });
}

Deno.test("flamegraphSvg() is well-formed, and the same bytes for the same profile", () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      const svg = flamegraphSvg({ title: "t", profile });
      assertWellFormed(svg);
      assert.equal(flamegraphSvg({ title: "t", profile: structuredClone(profile) }), svg);
    }),
    { numRuns: 30 },
  );
});

Deno.test("flamegraphSvg() asks nothing of any host and runs its own script alone", () => {
  const { profiles } = sampleReport();
  for (const [title, profile] of Object.entries(profiles)) {
    const svg = flamegraphSvg({ title, profile });
    const drawn = svg.slice(0, svg.indexOf("<script>"));
    assert.ok(svg.endsWith(`<script>${escapeXml(SVG_CLIENT_JS)}</script>\n</svg>\n`));
    assert.doesNotMatch(drawn.replace("http://www.w3.org/2000/svg", ""), /https?:|url\(|@import|\son\w+=|href/);
    assert.doesNotMatch(SVG_CLIENT_JS, /\beval\(|Function\(|https?:(?!\/\/www\.w3\.org\/)|fetch\(|XMLHttp|import\(/);
    assertWellFormed(svg);
  }
});

Deno.test("flamegraphSvg() draws 100,000 stacks and says what it left out", () => {
  const stacks = Object.fromEntries(
    Array.from({ length: 100_000 }, (_, index) => [`session:${index % 31};prompt:${index % 997};path:${index}`, 1]),
  );
  const svg = flamegraphSvg({ title: "t", profile: profileFrom(stacks) });
  assert.match(svg, /frames too small to draw, in [\d,]+ stacks: /);
  assert.match(svg, />100,000 tokens in 100,000 stacks</);
});
