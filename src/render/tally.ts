/** What the facts sum up to: the numbers behind the charts and tables. Lists are largest first, or in their own order. */

import { TOKEN_KINDS } from "../profile/event_frames.ts";
import type { Act, Facts, LlmCallsFact, PromptFact, SessionFact, ToolCallsFact, WordKind } from "./facts.ts";

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

/** How much there is of everything. */
export interface Totals {
  readonly sessions: number;
  readonly prompts: number;
  readonly toolCalls: number;
  readonly failed: number;
  readonly llmCalls: number;
  readonly tokens: number;
}

/** Order in which statuses are drawn and listed: what went well first, what the log does not say last. */
export const STATUS_ORDER = ["ok", "fail", "timeout", "rejected", "interrupted", "unknown"] as const;

/** The totals of facts. */
export function totalsOf(facts: Facts): Totals {
  return {
    sessions: facts.sessions.length,
    prompts: facts.prompts.filter(isPrompt).length,
    toolCalls: sum(facts.toolCalls.map(({ count }) => count)),
    failed: sum(facts.toolCalls.filter(({ act }) => isFailure(act.status)).map(({ count }) => count)),
    llmCalls: sum(facts.llmCalls.map(({ count }) => count)),
    tokens: sum(facts.llmCalls.map(tokensOf)),
  };
}

/** The totals of what stands under one key, by key. */
export function totalsBy<Key>(
  facts: Facts,
  keyOf: (prompt: PromptFact) => Key,
  sessionKeyOf: (session: SessionFact) => Key,
): ReadonlyMap<Key, Totals> {
  const totals = new Map<Key, { -readonly [Total in keyof Totals]: number }>();
  const of = (key: Key): { -readonly [Total in keyof Totals]: number } => {
    const known = totals.get(key) ?? { sessions: 0, prompts: 0, toolCalls: 0, failed: 0, llmCalls: 0, tokens: 0 };
    totals.set(key, known);
    return known;
  };
  for (const session of facts.sessions) of(sessionKeyOf(session)).sessions++;
  for (const prompt of facts.prompts) of(keyOf(prompt)).prompts += isPrompt(prompt) ? 1 : 0;
  for (const { prompt, act, count } of facts.toolCalls) {
    const sums = of(keyOf(prompt));
    sums.toolCalls += count;
    if (isFailure(act.status)) sums.failed += count;
  }
  for (const calls of facts.llmCalls) {
    const sums = of(keyOf(calls.prompt));
    sums.llmCalls += calls.count;
    sums.tokens += tokensOf(calls);
  }
  return totals;
}

/** Whether it is a prompt, and not what a session did before its first one. */
export function isPrompt(prompt: PromptFact): boolean {
  return prompt.number > 0;
}

/** Tokens of LLM calls, all components. */
export function tokensOf(calls: LlmCallsFact): number {
  return sum(calls.tokens);
}

/** Prompts by their word. */
export function promptWords(facts: Facts): readonly Tally[] {
  return tally(facts.prompts.filter(isPrompt), (prompt) => prompt.word, () => 1);
}

/** Sessions by their word. */
export function sessionWords(facts: Facts): readonly Tally[] {
  return tally(facts.sessions, (session) => session.word, () => 1);
}

/** Sessions by the project that they were at work in. */
export function sessionProjects(facts: Facts): readonly Tally[] {
  return tally(facts.sessions, (session) => session.project, () => 1);
}

/** Tokens by component, in the order in which they are billed; components that no call has are 0. */
export function tokenKinds(facts: Facts): readonly Tally[] {
  return TOKEN_KINDS.map(([name], kind) => ({
    name,
    value: sum(facts.llmCalls.map(({ tokens }) => tokens[kind] ?? 0)),
  }));
}

/** Tokens by the word of the session, the prompt or the LLM call. */
export function tokensByWord(facts: Facts, kind: WordKind): readonly Tally[] {
  const wordOf = {
    session: ({ prompt }: LlmCallsFact) => prompt.session.word,
    prompt: ({ prompt }: LlmCallsFact) => prompt.word,
    call: ({ word }: LlmCallsFact) => word,
  }[kind];
  return tally(facts.llmCalls, wordOf, tokensOf);
}

/** Tokens by model. */
export function tokensByModel(facts: Facts): readonly Tally[] {
  return tally(facts.llmCalls, ({ model }) => model, tokensOf);
}

/** Tool calls by principal command (or tool) and effect. */
export function commandCalls(facts: Facts): readonly CallTally[] {
  return callTallies(facts.toolCalls, ({ command }) => command);
}

/** Tool calls by effect. */
export function effectCalls(facts: Facts): readonly CallTally[] {
  return callTallies(facts.toolCalls, ({ effect }) => effect);
}

/** Tool calls of each prompt by effect. */
export function callsByPrompt(facts: Facts): ReadonlyMap<PromptFact, readonly Tally[]> {
  const byPrompt = Map.groupBy(facts.toolCalls, ({ prompt }) => prompt);
  return new Map(
    [...byPrompt].map(([prompt, calls]) => [prompt, tally(calls, ({ act }) => act.effect, ({ count }) => count)]),
  );
}

/** Tool calls by status, in the order of `STATUS_ORDER`. */
export function statusCalls(facts: Facts): readonly Tally[] {
  return inOrder(tally(facts.toolCalls, ({ act }) => act.status, ({ count }) => count));
}

/** How many of the calls failed: the tool said so, or ran out of time. What a person stopped is no failure. */
export function failures(statuses: readonly Tally[]): number {
  return sum(statuses.filter(({ name }) => isFailure(name)).map(({ value }) => value));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function isFailure(status: string): boolean {
  return status === "fail" || status === "timeout";
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

function callTallies(calls: readonly ToolCallsFact[], nameOf: (act: Act) => string): readonly CallTally[] {
  const groups = Map.groupBy(countsByAct(calls), ([act]) => JSON.stringify([nameOf(act), act.effect]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const statuses = inOrder(tally(group, ([act]) => act.status, ([, count]) => count));
    const [{ effect }] = first;
    return { name: nameOf(first[0]), effect, value: sum(statuses.map(({ value }) => value)), statuses };
  }).sort((a, b) => largestFirst(a, b) || compare(a.effect, b.effect));
}

/** How many tool calls did each thing: far fewer things than calls. */
function countsByAct(calls: readonly ToolCallsFact[]): ReadonlyMap<Act, number> {
  const counts = new Map<Act, number>();
  for (const { act, count } of calls) counts.set(act, (counts.get(act) ?? 0) + count);
  return counts;
}

function inOrder(statuses: readonly Tally[]): readonly Tally[] {
  return statuses.toSorted((a, b) => statusRank(a.name) - statusRank(b.name));
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
