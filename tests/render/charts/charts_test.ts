import assert from "node:assert/strict";
import { commandBarsSvg } from "../../../src/render/charts/command_bars.ts";
import { tagBarsSvg } from "../../../src/render/charts/tag_bars.ts";
import { timelineSvg } from "../../../src/render/charts/timeline.ts";
import { type Facts, factsOf } from "../../../src/render/facts.ts";
import { assertGolden, oneTagPerLine } from "../../support/golden.ts";
import { HOSTILE_NAMES } from "../../support/profiles.ts";
import { emptyReport, sampleReport } from "../../support/sample_report.ts";
import { assertWellFormed } from "../../support/well_formed.ts";

const CHARTS = [["tag-bars", tagBarsSvg], ["command-bars", commandBarsSvg], ["timeline", timelineSvg]] as const;
const { report } = sampleReport();
const facts = factsOf(report);

for (const [name, draw] of CHARTS) {
  Deno.test(`${name}.svg of 40 sessions`, () => {
    assertGolden(`tests/golden/render/${name}.svg`, oneTagPerLine(draw(facts)));
  });

  Deno.test(`${name}.svg of no session says so in words`, () => {
    const svg = draw(factsOf(emptyReport().report));
    assertWellFormed(svg);
    assert.match(svg, /There is nothing to draw: no [a-z ]+ were counted/);
  });

  Deno.test(`${name}.svg of one session is drawn`, () => {
    const svg = draw(factsOf(sampleReport(1).report));
    assertWellFormed(svg);
    assert.doesNotMatch(svg, /NaN|Infinity|="-\d+" (?:width|height)/);
  });

  Deno.test(`${name}.svg shows any name as text`, () => {
    for (const hostile of HOSTILE_NAMES) assertWellFormed(draw(named(hostile)));
  });

  Deno.test(`${name}.svg has a title, a text alternative, and asks nothing of any host`, () => {
    const svg = draw(facts);
    assert.match(svg, /role="img" aria-labelledby="title desc"/);
    assert.match(svg, /<desc id="desc">[^<]{100,}<\/desc>/);
    assert.doesNotMatch(svg.replace("http://www.w3.org/2000/svg", ""), /https?:|url\(|@import|<script|href/);
  });
}

Deno.test("timeline.svg leaves a gap where a day had no session, and tells of sessions without a time", () => {
  const [session] = facts.sessions;
  assert.ok(session);
  const starts = ["2026-11-01", "2026-11-02", "2026-11-02", "2026-11-05", null, null];
  const sessions = starts.map((day) => ({ ...session, startMs: day === null ? null : Date.parse(day) }));
  const svg = timelineSvg({ ...facts, sessions });
  const lefts = [...svg.matchAll(/<rect class="bar" x="([\d.]+)"/g)].map(([, x]) => Number(x));
  const [first = 0, second = 0, last = 0] = lefts;
  assert.equal(lefts.length, 3);
  assert.ok(Math.abs((last - second) / (second - first) - 3) < 0.01);
  assert.match(svg, /not in the picture: 2 sessions/);
});

Deno.test("tag-bars.svg sums up the words it has no bar for", () => {
  assert.match(tagBarsSvg(facts), />\d+ more words</);
});

function named(name: string): Facts {
  const { report } = sampleReport(1);
  return factsOf({
    ...report,
    sessions: report.sessions.map((session) => ({
      ...session,
      session_tag: name,
      prompts: session.prompts.map((prompt) => ({ ...prompt, tag: name })),
      tool_events: session.tool_events.map((event) => ({ ...event, command_name: name, effect: name, status: name })),
    })),
  });
}

Deno.test("command-bars.svg cuts no name and no effect that the longest one makes room for", () => {
  const [call] = facts.toolCalls;
  assert.ok(call);
  for (const effect of ["write", "process", "network"]) {
    const svg = commandBarsSvg({
      ...facts,
      toolCalls: [{ ...call, act: { ...call.act, command: "apply_patch", effect } }],
    });
    assert.ok(svg.includes(`>${effect}</text>`), effect);
  }
});
