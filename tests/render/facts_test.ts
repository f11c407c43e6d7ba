import assert from "node:assert/strict";
import { REDACTED } from "../../src/profile/report.ts";
import { semanticMixing } from "../../src/profile/mixing.ts";
import { factsOf, profileOf } from "../../src/render/facts.ts";
import { packFacts, unpackFacts } from "../../src/render/pack.ts";
import { select } from "../../src/render/selection.ts";
import { statusCalls, sum, tokenKinds, totalsOf } from "../../src/render/tally.ts";
import { systemProfile, tokenProfile } from "../../src/view/stacks.ts";
import { HOSTILE_NAMES } from "../support/profiles.ts";
import { emptyReport, renamedReport, sampleReport } from "../support/sample_report.ts";

const { report } = sampleReport();
const facts = factsOf(report);

Deno.test("profileOf() gives the stacks that the views give", () => {
  assert.deepEqual(profileOf(facts, "footprints", ["session", "prompt"]), systemProfile(report.sessions));
  assert.deepEqual(profileOf(facts, "tokens", ["session", "prompt", "call"]), tokenProfile(report.sessions));
});

Deno.test("unpackFacts() gives back what packFacts() took, of any name, too", () => {
  const reports = [report, emptyReport().report, ...HOSTILE_NAMES.map(renamedReport)];
  for (const facts of reports.map(factsOf)) assert.deepEqual(unpackFacts(packFacts(facts)), facts);
});

Deno.test("unpackFacts() says what it expected", () => {
  assert.throws(() => unpackFacts("{}"), /Cannot read the data of the dashboard: expected packed facts/);
});

Deno.test("packFacts() holds no text that the report does not tell", () => {
  assert.ok(report.sessions.every(({ prompts }) => prompts.every(({ preview }) => preview === REDACTED)));
  assert.doesNotMatch(packFacts(facts), /[0-9a-f]{12}|\/home/);
});

Deno.test("select() divides every total among the words of a kind", () => {
  const whole = totalsOf(facts);
  for (const kind of ["session", "prompt"] as const) {
    const words = new Set(facts.prompts.map((prompt) => kind === "session" ? prompt.session.word : prompt.word));
    const parts = [...words].map((word) => totalsOf(select(facts, { [kind]: word })));
    for (const total of ["prompts", "toolCalls", "failed", "llmCalls", "tokens"] as const) {
      assert.equal(sum(parts.map((part) => part[total])), whole[total], `${total} by word of the ${kind}`);
    }
  }
});

Deno.test("select() keeps LLM calls of a word, the prompts that hold them, and no tool call", () => {
  const word = facts.llmCalls[0]?.word ?? "";
  const { llmCalls, toolCalls, prompts, sessions } = select(facts, { call: word });
  assert.deepEqual(llmCalls, facts.llmCalls.filter((call) => call.word === word));
  assert.deepEqual(toolCalls, []);
  assert.deepEqual(new Set(prompts), new Set(llmCalls.map(({ prompt }) => prompt)));
  assert.deepEqual(new Set(sessions), new Set(prompts.map(({ session }) => session)));
});

Deno.test("factsOf() counts what the report counts", () => {
  const { summary, sessions } = report;
  const { toolCalls, llmCalls, prompts } = totalsOf(facts);
  assert.deepEqual([toolCalls, llmCalls], [summary.raw_tool_events, summary.raw_llm_events]);
  assert.equal(prompts, sum(sessions.map(({ prompt_count }) => prompt_count)));
  assert.equal(sum(statusCalls(facts).map(({ value }) => value)), toolCalls);
  assert.equal(sum(tokenKinds(facts).map(({ value }) => value)), tokenProfile(sessions).total);
});

Deno.test("factsOf() keeps what was done before the first prompt apart from prompts", () => {
  const [session] = report.sessions;
  assert.ok(session);
  const early = { ...session, tool_events: session.tool_events.map((event) => ({ ...event, prompt_index: -1 })) };
  const facts = factsOf({ ...report, sessions: [early] });
  assert.equal(totalsOf(facts).prompts, session.prompts.length);
  assert.equal(totalsOf(facts).toolCalls, session.tool_events.length);
  assert.ok(facts.toolCalls.every(({ prompt }) => prompt.number === 0 && prompt.word === session.session_tag));
});

Deno.test("factsOf() gives each session an id of its own, short where it can be", () => {
  const [first, second] = report.sessions;
  assert.ok(first && second);
  const twin = { ...second, session_id: `${first.session_id.slice(0, 6)}-other-${first.session_id.slice(-5)}` };
  const ids = factsOf({ ...report, sessions: [first, twin] }).sessions.map(({ id }) => id);
  assert.deepEqual(ids, [first.session_id, twin.session_id]);
  assert.match(facts.sessions[0]?.id ?? "", /^\w{6}\.\w{5}$/);
});

Deno.test("semanticMixing() tells the buckets that hold a word among others", () => {
  const mixing = semanticMixing(systemProfile(report.sessions), ["session", "prompt"]);
  const debug = mixing((pair) => pair.startsWith("session:debug/"));
  assert.ok(debug.mixed_buckets > 0 && debug.mixed_buckets < mixing().mixed_buckets);
  assert.deepEqual(mixing(() => false).examples, []);
});
