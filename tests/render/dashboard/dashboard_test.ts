import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { dashboardHtml } from "../../../src/render/dashboard/dashboard.tsx";
import { assertGolden, oneTagPerLine } from "../../support/golden.ts";
import { HOSTILE_NAMES } from "../../support/profiles.ts";
import { emptyReport, renamedReport, sampleReport } from "../../support/sample_report.ts";
import { assertWellFormed, withoutScripts } from "../../support/well_formed.ts";

const sample = sampleReport();
const html = dashboardHtml(sample.report);
const text = html.replace(/<(style|script)\b.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

Deno.test("dashboardHtml() of three sessions", () => {
  // The frames of flame graphs have a golden file of their own; styles, data and script are tested in a browser.
  const page = withoutScripts(dashboardHtml(sampleReport(3).report)).replace(
    /<g class="row".*?<\/g>|<style>.*?<\/style>/gs,
    "",
  )
    .replace(/sha256-[^']*/g, "sha256-");
  assertGolden("tests/golden/render/index.html", oneTagPerLine(page));
});

Deno.test("dashboardHtml() is well-formed with 0, 1 and 40 sessions", () => {
  for (const { report } of [emptyReport(), sampleReport(1), sample]) {
    assertWellFormed(withoutScripts(dashboardHtml(report)));
  }
});

Deno.test("dashboardHtml() is headed by its project, and by how many and the largest where there are more", () => {
  const headed = (projects: readonly string[]): string => {
    const { report } = sampleReport(projects.length);
    const sessions = report.sessions.map((session, index) => ({ ...session, project: projects[index] ?? "" }));
    return dashboardHtml({ ...report, project: { name: "folder", root: "/folder" }, sessions });
  };
  assert.match(headed(["api", "api"]), /<title>folder: agent profile<\/title>[^]*<h1>folder<\/h1>/);
  const many = headed(["api", "web", "api", "cli", "docs", "ops"]);
  assert.match(many, /<title>5 projects: agent profile<\/title>[^]*<h1>5 projects<\/h1>/);
  assert.match(many, / in api, cli, docs and 2 more projects: where the work/);
});

Deno.test("dashboardHtml() gives equal bytes for equal input", () => {
  assert.equal(dashboardHtml(structuredClone(sample.report)), html);
});

Deno.test("dashboardHtml() may fetch nothing, and its style sheet and script have the hashes that its policy names", () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
  const hashOf = (element: string): string => {
    const contents = html.split(`<${element}>`).slice(1).map((rest) => rest.slice(0, rest.indexOf(`</${element}>`)));
    assert.equal(contents.length, 1);
    return createHash("sha256").update(contents[0] ?? "").digest("base64");
  };
  assert.ok(
    policy.startsWith(
      `default-src 'none'; style-src 'sha256-${hashOf("style")}'; script-src 'sha256-${hashOf("script")}' 'sha256-`,
    ),
    policy,
  );
  const markup = html.replace(/<script>.*?<\/script>/s, "");
  assert.doesNotMatch(markup, /<iframe|\sstyle="|\son\w+="|src="|url\(|@import|https?:/);
});

Deno.test("dashboardHtml() has one h1, landmarks, a skip link, and targets for all its links", () => {
  for (const [what, count] of [["<h1>", 1], ["<main ", 1], ["<header>", 1], ["<nav ", 1]] as const) {
    assert.equal(html.split(what).length - 1, count, what);
  }
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, id] of html.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(id), id);
  assert.match(html, /<body><a class="skip" href="#main">/);
});

Deno.test("dashboardHtml() has a scope for every head of a table", () => {
  const heads = [...html.matchAll(/<th\b[^>]*>/g)].map(([tag]) => tag);
  assert.ok(heads.length > 100);
  for (const head of heads) assert.match(head, /scope="(?:col|row)"/);
});

Deno.test("dashboardHtml() answers in its order", () => {
  const questions = [...html.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, title]) => title);
  assert.deepEqual(questions, [
    "What the agents worked on",
    "What it cost in tokens",
    "What the agents did",
    "When the agents worked",
    "What a plain profile would have mixed up",
    "What could not be read",
    "Sessions",
  ]);
});

Deno.test("dashboardHtml() tells totals with their units, what a footprint is, and that days are in UTC", () => {
  const { sessions, summary } = sample.report;
  const tokens = sample.profiles["semantic-token"]?.total ?? 0;
  assert.ok(
    text.includes(`sessions ${summary.session_count} prompts ${sessions.flatMap((session) => session.prompts).length}`),
  );
  assert.ok(text.includes(`${tokens.toLocaleString("en-US")} tokens`));
  assert.ok(text.includes("An event that touched three path groups is three footprints"));
  assert.ok(text.includes("Days and hours are in UTC"));
});

Deno.test("dashboardHtml() has a table behind every picture", () => {
  for (
    const title of [
      "Prompts by word",
      "Tokens by word of the prompt",
      "Sessions by word",
      "Tool calls by effect",
      "Sessions by day (UTC)",
      "Prompts by hour of the day (UTC)",
      "Counted while reading",
    ]
  ) {
    assert.ok(html.includes(`<caption>${title}`), title);
  }
  assert.equal(withoutScripts(html).split("Table of the heaviest stacks").length - 1, 2);
});

Deno.test("dashboardHtml() puts a subagent under the session that started it", () => {
  const subagent = sample.report.sessions.findLast((session) => session.parent_session_id !== null);
  const parent = subagent?.parent_session_id ?? "";
  assert.ok(text.includes(`subagent of ${parent.slice(0, 6)}.${parent.slice(-5)}`));
  const ids = [...html.matchAll(/<th scope="row" class="text"><span(?: class="subagent")?><code>([^<]*)</g)].map((
    [, id],
  ) => id);
  assert.equal(ids.filter((id) => id?.startsWith("019ec")).length, 30);
});

Deno.test("dashboardHtml() lists warnings, and says that nothing was lost where nothing was", () => {
  assert.ok(text.includes("0 files and 3 lines were skipped"));
  assert.ok(text.includes("Skipped 3 of 17240 lines in 2 of 16 Codex sessions"));
  assert.match(dashboardHtml(emptyReport().report), /Nothing was lost: 0 files and 0 lines were read/);
});

Deno.test("dashboardHtml() shows any name as text", () => {
  for (const name of HOSTILE_NAMES) {
    const hostile = dashboardHtml(renamedReport(name));
    assertWellFormed(withoutScripts(hostile));
    assert.doesNotMatch(withoutScripts(hostile), /<script|<b>/);
  }
});
