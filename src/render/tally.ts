/** What the report's events sum up to: the numbers behind the charts and tables. All lists are largest first. */

import type { Report, ReportSession } from "../profile/report.ts";

type ToolEvent = ReportSession["tool_events"][number];
type LlmEvent = ReportSession["llm_events"][number];

/** A name and how much there is of it. */
export interface Tally {
  readonly name: string;
  readonly value: number;
}

/** Tool calls under one name, in all and by status. */
export interface CallTally extends Tally {
  readonly effect: string;
  /** Statuses in the order of `STATUS_ORDER`; none with a value of 0. */
  readonly statuses: readonly Tally[];
}

/** Order in which statuses are drawn and listed: what went well first, what the log does not say last. */
export const STATUS_ORDER = ["ok", "fail", "timeout", "rejected", "interrupted", "unknown"] as const;

/** The components of a call's tokens with the member that holds each; their sum is what the provider counted. */
const TOKEN_KINDS = [
  ["input", "input_tokens"],
  ["cache_read", "cache_read_tokens"],
  ["cache_write", "cache_write_tokens"],
  ["output", "output_tokens"],
  ["reasoning", "reasoning_tokens"],
] as const;

/** Tokens of LLM calls, all components. */
export function tokensOf(events: readonly LlmEvent[]): number {
  return sum(events.map((event) => sum(TOKEN_KINDS.map(([, member]) => event[member]))));
}

/** Prompts by their word. */
export function promptWords(report: Report): readonly Tally[] {
  return tally(report.sessions.flatMap((session) => session.prompts), (prompt) => prompt.tag, () => 1);
}

/** Sessions by their word. */
export function sessionWords(report: Report): readonly Tally[] {
  return tally(report.sessions, (session) => session.session_tag, () => 1);
}

/** Tokens by component, in the order in which they are billed; components that no call has are 0. */
export function tokenKinds(report: Report): readonly Tally[] {
  const events = llmEvents(report);
  return TOKEN_KINDS.map(([name, member]) => ({ name, value: sum(events.map((event) => event[member])) }));
}

/** Tokens by one member of the LLM calls: `prompt_tag`, `llm_tag` or `model`. */
export function tokensBy(report: Report, member: "prompt_tag" | "llm_tag" | "model"): readonly Tally[] {
  return tally(llmEvents(report), (event) => event[member], (event) => tokensOf([event]));
}

/** Tool calls by principal command (or tool) and effect. */
export function commandCalls(report: Report): readonly CallTally[] {
  return callTallies(toolEvents(report), (event) => event.command_name);
}

/** Tool calls by effect. */
export function effectCalls(report: Report): readonly CallTally[] {
  return callTallies(toolEvents(report), (event) => event.effect);
}

/** Tool calls by status, in the order of `STATUS_ORDER`. */
export function statusCalls(report: Report): readonly Tally[] {
  return byStatus(toolEvents(report));
}

/** How many of the calls failed: the tool said so, or ran out of time. What a person stopped is no failure. */
export function failures(statuses: readonly Tally[]): number {
  return sum(statuses.filter(({ name }) => name === "fail" || name === "timeout").map(({ value }) => value));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function toolEvents(report: Report): readonly ToolEvent[] {
  return report.sessions.flatMap((session) => session.tool_events);
}

function llmEvents(report: Report): readonly LlmEvent[] {
  return report.sessions.flatMap((session) => session.llm_events);
}

function tally<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  valueOf: (item: Item) => number,
): readonly Tally[] {
  const values = new Map<string, number>();
  for (const item of items) values.set(nameOf(item), (values.get(nameOf(item)) ?? 0) + valueOf(item));
  return [...values].map(([name, value]) => ({ name, value })).sort(largestFirst);
}

function callTallies(events: readonly ToolEvent[], nameOf: (event: ToolEvent) => string): readonly CallTally[] {
  const groups = Map.groupBy(events, (event) => JSON.stringify([nameOf(event), event.effect]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return { name: nameOf(first), effect: first.effect, value: group.length, statuses: byStatus(group) };
  }).sort((a, b) => largestFirst(a, b) || compare(a.effect, b.effect));
}

function byStatus(events: readonly ToolEvent[]): readonly Tally[] {
  return [...tally(events, (event) => event.status, () => 1)].sort((a, b) => statusRank(a.name) - statusRank(b.name));
}

function statusRank(status: string): number {
  return STATUS_ORDER.findIndex((known) => known === status) >>> 0;
}

function largestFirst(a: Tally, b: Tally): number {
  return b.value - a.value || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
