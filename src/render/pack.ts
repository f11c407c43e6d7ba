/** The facts as one text that the dashboard carries: tables by column, strings and equal things once. */

import type { Act, Facts, PromptFact, SessionFact } from "./facts.ts";

/** Facts by column; every text is an index into `texts`, every reference an index, rising ones as differences. */
interface Packed {
  readonly texts: readonly string[];
  readonly sessions: Columns<"id" | "parent" | "project" | "agent" | "model" | "word"> & Times;
  readonly prompts: Columns<"session" | "number" | "word" | "preview"> & Times;
  /** Frames of all footprints; an act names its own by their number and one end each. */
  readonly footprints: readonly (readonly number[])[];
  readonly acts: Columns<"command" | "effect" | "status"> & { readonly footprints: readonly (readonly number[])[] };
  readonly toolCalls: Columns<"prompt" | "act" | "count">;
  readonly llmCalls: Columns<"prompt" | "word" | "model" | "count"> & {
    readonly tokens: readonly (readonly number[])[];
  };
}

type Columns<Name extends string> = { readonly [Column in Name]: readonly number[] };
/** Seconds after the one before; null where the log does not say. */
type Times = { readonly seconds: readonly (number | null)[] };

/** As text; `unpackFacts()` gives equal facts. Times lose what is finer than a second. */
export function packFacts(facts: Facts): string {
  const texts = indexer<string>();
  const footprints = indexer<string>();
  const acts = indexer<Act>();
  const toolCalls = facts.toolCalls.map(({ act }) => acts.at(act));
  const sessionAt = positions(facts.sessions);
  const promptAt = positions(facts.prompts);
  const packed: Omit<Packed, "texts" | "footprints"> = {
    sessions: {
      id: facts.sessions.map(({ id }) => texts.at(id)),
      parent: facts.sessions.map(({ parentId }) => texts.at(parentId)),
      project: facts.sessions.map(({ project }) => texts.at(project)),
      agent: facts.sessions.map(({ agent }) => texts.at(agent)),
      model: facts.sessions.map(({ model }) => texts.at(model)),
      word: facts.sessions.map(({ word }) => texts.at(word)),
      seconds: timeSteps(facts.sessions.map(({ startMs }) => startMs)),
    },
    prompts: {
      session: steps(facts.prompts.map(({ session }) => sessionAt(session))),
      number: steps(facts.prompts.map(({ number }) => number)),
      word: facts.prompts.map(({ word }) => texts.at(word)),
      preview: facts.prompts.map(({ preview }) => texts.at(preview)),
      seconds: timeSteps(facts.prompts.map(({ timeMs }) => timeMs)),
    },
    acts: {
      command: acts.items.map(({ command }) => texts.at(command)),
      effect: acts.items.map(({ effect }) => texts.at(effect)),
      status: acts.items.map(({ status }) => texts.at(status)),
      footprints: acts.items.map((act) =>
        act.footprints.map((frames) => footprints.at(frames.map((frame) => texts.at(frame)).join()))
      ),
    },
    toolCalls: {
      prompt: steps(facts.toolCalls.map(({ prompt }) => promptAt(prompt))),
      act: toolCalls,
      count: facts.toolCalls.map(({ count }) => count),
    },
    llmCalls: {
      prompt: steps(facts.llmCalls.map(({ prompt }) => promptAt(prompt))),
      word: facts.llmCalls.map(({ word }) => texts.at(word)),
      model: facts.llmCalls.map(({ model }) => texts.at(model)),
      count: facts.llmCalls.map(({ count }) => count),
      tokens: [0, 1, 2, 3, 4].map((kind) => facts.llmCalls.map(({ tokens }) => tokens[kind] ?? 0)),
    },
  };
  return JSON.stringify({
    ...packed,
    footprints: footprints.items.map((frames) => frames.split(",").map(Number)),
    texts: texts.items,
  });
}

/** The facts of a packed text. Throws `TypeError` where it is none. */
export function unpackFacts(text: string): Facts {
  const packed: unknown = JSON.parse(text);
  if (!isPacked(packed)) throw new TypeError("Cannot read the data of the dashboard: expected packed facts");
  const textAt = (index: number | undefined): string => packed.texts[index ?? -1] ?? "";
  const { sessions: s, prompts: p, acts: a, toolCalls: t, llmCalls: l } = packed;
  const starts = timesOf(s.seconds);
  const sessions = s.id.map((id, index): SessionFact => ({
    id: textAt(id),
    parentId: textAt(s.parent[index]),
    project: textAt(s.project[index]),
    agent: textAt(s.agent[index]),
    model: textAt(s.model[index]),
    word: textAt(s.word[index]),
    startMs: starts[index] ?? null,
  }));
  const times = timesOf(p.seconds);
  const numbers = sums(p.number);
  const prompts = sums(p.session).map((session, index): PromptFact => ({
    session: at(sessions, session),
    number: numbers[index] ?? 0,
    word: textAt(p.word[index]),
    timeMs: times[index] ?? null,
    preview: textAt(p.preview[index]),
  }));
  const footprints = packed.footprints.map((frames) => frames.map(textAt));
  const acts = a.command.map((command, index): Act => ({
    command: textAt(command),
    effect: textAt(a.effect[index]),
    status: textAt(a.status[index]),
    footprints: (a.footprints[index] ?? []).map((footprint) => at(footprints, footprint)),
  }));
  return {
    sessions,
    prompts,
    toolCalls: sums(t.prompt).map((prompt, index) => ({
      prompt: at(prompts, prompt),
      act: at(acts, t.act[index]),
      count: t.count[index] ?? 0,
    })),
    llmCalls: sums(l.prompt).map((prompt, index) => ({
      prompt: at(prompts, prompt),
      word: textAt(l.word[index]),
      model: textAt(l.model[index]),
      count: l.count[index] ?? 0,
      tokens: l.tokens.map((kind) => kind[index] ?? 0),
    })),
  };
}

const TABLES = ["texts", "sessions", "prompts", "footprints", "acts", "toolCalls", "llmCalls"] as const;

function isPacked(value: unknown): value is Packed {
  return typeof value === "object" && value !== null && TABLES.every((table) => table in value);
}

function at<Item>(items: readonly Item[], index: number | undefined): Item {
  const item = items[index ?? -1];
  if (item === undefined) throw new TypeError(`Cannot read the data of the dashboard: nothing stands at ${index}`);
  return item;
}

interface Indexer<Item> {
  /** In the order in which they were first asked for. */
  readonly items: readonly Item[];
  readonly at: (item: Item) => number;
}

function indexer<Item>(): Indexer<Item> {
  const known = new Map<Item, number>();
  const items: Item[] = [];
  return {
    items,
    at: (item) => {
      const index = known.get(item) ?? items.push(item) - 1;
      known.set(item, index);
      return index;
    },
  };
}

function positions<Item>(items: readonly Item[]): (item: Item) => number {
  const known = new Map(items.map((item, index) => [item, index]));
  return (item) => known.get(item) ?? -1;
}

/** Each number as what it adds to the one before. */
function steps(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

function sums(numbers: readonly number[]): readonly number[] {
  let sum = 0;
  return numbers.map((step) => sum += step);
}

function timeSteps(timesMs: readonly (number | null)[]): readonly (number | null)[] {
  let last = 0;
  return timesMs.map((timeMs) => {
    if (timeMs === null) return null;
    const seconds = Math.floor(timeMs / 1000);
    const step = seconds - last;
    last = seconds;
    return step;
  });
}

function timesOf(seconds: readonly (number | null)[]): readonly (number | null)[] {
  let last = 0;
  return seconds.map((step) => step === null ? null : (last += step) * 1000);
}
