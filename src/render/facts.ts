/** What the charts and tables count: the report's sessions without what no picture shows, equal events as one row. */

import { footprintFrames, llmFrames, sessionFrames, TOKEN_KINDS } from "../profile/event_frames.ts";
import { frame } from "../profile/frame.ts";
import { type Profile, ProfileBuilder } from "../profile/profile.ts";
import type { Report, ReportSession } from "../profile/report.ts";
import { printable } from "./text.ts";

export interface Facts {
  readonly sessions: readonly SessionFact[];
  readonly prompts: readonly PromptFact[];
  readonly toolCalls: readonly ToolCallsFact[];
  readonly llmCalls: readonly LlmCallsFact[];
}

export interface SessionFact {
  /** Short, as `agent_sight_session_id` ends, unless two sessions would then have one. */
  readonly id: string;
  /** Short id of the session that started it; empty for none. */
  readonly parentId: string;
  readonly project: string;
  readonly agent: string;
  readonly model: string;
  readonly word: string;
  readonly startMs: number | null;
}

/** A prompt and all that was done for it. */
export interface PromptFact {
  readonly session: SessionFact;
  /** From 1 on; 0 stands for what a session did before its first prompt: it has the session's word and is no prompt. */
  readonly number: number;
  readonly word: string;
  readonly timeMs: number | null;
  readonly preview: string;
}

/** What a tool call did. */
export interface Act {
  readonly command: string;
  readonly effect: string;
  readonly status: string;
  /** Frames of each of its footprints. */
  readonly footprints: readonly (readonly string[])[];
}

/** Equal tool calls of one prompt. */
export interface ToolCallsFact {
  readonly prompt: PromptFact;
  readonly act: Act;
  readonly count: number;
}

/** LLM calls of one prompt with one word and model. */
export interface LlmCallsFact {
  readonly prompt: PromptFact;
  readonly word: string;
  readonly model: string;
  readonly count: number;
  /** In the order of `TOKEN_KINDS`. */
  readonly tokens: readonly number[];
}

/** No honest name is longer. */
const LONGEST_NAME = 120;

/** The facts of a report; their texts are printable, and names longer than 120 characters are cut. */
export function factsOf(report: Report): Facts {
  const acts = new Map<string, Act>();
  const idOf = shortIds(report.sessions.map(({ session_id }) => session_id));
  const parts = report.sessions.map((session) => sessionFacts(session, idOf, acts));
  return {
    sessions: parts.flatMap(({ sessions }) => sessions),
    prompts: parts.flatMap(({ prompts }) => prompts),
    toolCalls: parts.flatMap(({ toolCalls }) => toolCalls),
    llmCalls: parts.flatMap(({ llmCalls }) => llmCalls),
  };
}

function sessionFacts(reported: ReportSession, idOf: (id: string) => string, acts: Map<string, Act>): Facts {
  const session: SessionFact = {
    id: nameOf(idOf(reported.session_id)),
    parentId: reported.parent_session_id === null ? "" : nameOf(idOf(reported.parent_session_id)),
    project: nameOf(reported.project),
    agent: nameOf(reported.source),
    model: nameOf(reported.model),
    word: nameOf(reported.session_tag),
    startMs: reported.start_ts_ms,
  };
  const before: PromptFact = { session, number: 0, word: session.word, timeMs: session.startMs, preview: "" };
  const prompts = reported.prompts.map(({ index, tag, ts_ms, preview }): PromptFact => ({
    session,
    number: index + 1,
    word: nameOf(tag),
    timeMs: ts_ms ?? session.startMs,
    preview: printable(preview),
  }));
  const promptAt = (index: number): PromptFact => prompts[index] ?? before;
  const isHeadless = [...reported.tool_events, ...reported.llm_events]
    .some(({ prompt_index }) => promptAt(prompt_index) === before);

  const toolCalls = grouped(reported.tool_events, (event) => {
    const act: Act = {
      command: nameOf(event.command_name),
      effect: nameOf(event.effect),
      status: nameOf(event.status),
      footprints: footprintFrames(event),
    };
    const key = JSON.stringify(act);
    const known = acts.get(key) ?? act;
    acts.set(key, known);
    return [`${event.prompt_index} ${key}`, known];
  }).map(([act, same]) => ({ prompt: promptAt(same[0].prompt_index), act, count: same.length }));

  const llmCalls = grouped(reported.llm_events, ({ prompt_index, llm_tag, model }) => [
    JSON.stringify([prompt_index, llm_tag, model]),
    null,
  ]).map(([, same]) => ({
    prompt: promptAt(same[0].prompt_index),
    word: nameOf(same[0].llm_tag),
    model: nameOf(same[0].model),
    count: same.length,
    tokens: TOKEN_KINDS.map(([, member]) => same.reduce((sum, event) => sum + event[member], 0)),
  }));
  return { sessions: [session], prompts: [...isHeadless ? [before] : [], ...prompts], toolCalls, llmCalls };
}

type Some<Item> = readonly [Item, ...Item[]];

/** Items of equal keys together, in the order in which the keys are met, each group with what the first one brought. */
function grouped<Item, Brought>(
  items: readonly Item[],
  keyOf: (item: Item) => readonly [key: string, brought: Brought],
): readonly (readonly [Brought, Some<Item>])[] {
  const groups = new Map<string, readonly [Brought, [Item, ...Item[]]]>();
  for (const item of items) {
    const [key, brought] = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [brought, [item]]);
    else group[1].push(item);
  }
  return [...groups.values()];
}

/** The kinds of frames that hold a word of the model. */
export type WordKind = "session" | "prompt" | "call";

/** The two things that are measured: what was done, and what it cost. */
export type Measure = "footprints" | "tokens";

/** The beginning of a stack, its end and its value; equal beginnings and equal ends are mostly one and the same array. */
export type StackParts = readonly [head: readonly string[], tail: readonly string[], value: number];

/** Every stack of a measure, root first, divided by the chosen words; equal stacks are not merged. */
export function* stacksOf(facts: Facts, measure: Measure, words: readonly WordKind[]): Generator<StackParts> {
  const headOf = heads(words);
  if (measure === "footprints") {
    for (const { prompt, act, count } of facts.toolCalls) {
      for (const footprint of act.footprints) yield [headOf(prompt), footprint, count];
    }
    return;
  }
  const known = new Map<string, readonly (readonly string[])[]>();
  for (const { prompt, word, model, tokens } of facts.llmCalls) {
    const key = `${word}\n${model}`;
    const tails = known.get(key) ?? tokenTails(word, model, words);
    known.set(key, tails);
    for (const [kind, tail] of tails.entries()) yield [headOf(prompt), tail, tokens[kind] ?? 0];
  }
}

/** The ends of the stacks of an LLM call's tokens, in the order of `TOKEN_KINDS`. */
function tokenTails(word: string, model: string, words: readonly WordKind[]): readonly (readonly string[])[] {
  const [call = "", modelFrame = ""] = llmFrames({ llm_tag: word, model });
  const tail = [...words.includes("call") ? [call] : [], modelFrame];
  return TOKEN_KINDS.map(([kind]) => [...tail, `kind:${kind}`]);
}

/** The stacks of a measure as a profile. */
export function profileOf(facts: Facts, measure: Measure, words: readonly WordKind[]): Profile {
  const builder = new ProfileBuilder(measure);
  for (const [head, tail, value] of stacksOf(facts, measure, words)) builder.add([...head, ...tail], value);
  return builder.build();
}

function heads(words: readonly WordKind[]): (prompt: PromptFact) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  let last: PromptFact | null = null;
  let lastHead: readonly string[] = [];
  return (prompt) => {
    // What was done for one prompt mostly stands together.
    if (prompt === last) return lastHead;
    last = prompt;
    const { project, agent, word } = prompt.session;
    const key = [project, agent, word, prompt.word].join("\n");
    lastHead = known.get(key) ?? [];
    if (lastHead.length > 0) return lastHead;
    const [projectFrame = "", agentFrame = "", sessionFrame = ""] = sessionFrames(project, agent, word);
    lastHead = [
      projectFrame,
      agentFrame,
      ...words.includes("session") ? [sessionFrame] : [],
      ...words.includes("prompt") ? [frame("prompt", prompt.word)] : [],
    ];
    known.set(key, lastHead);
    return lastHead;
  };
}

/** As `agent_sight_session_id` shortens them, up to 12 characters whole, else the first 6 and the last 5; whole where two would be one. */
function shortIds(ids: readonly string[]): (id: string) => string {
  const shorten = (id: string): string => id.length <= 12 ? id : `${id.slice(0, 6)}.${id.slice(-5)}`;
  const same = Map.groupBy(new Set(ids), shorten);
  return (id) => (same.get(shorten(id))?.length ?? 0) > 1 ? id : shorten(id);
}

function nameOf(text: string): string {
  return printable(text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text);
}
