import type { LlmCall, Prompt, Session, Text, ToolCall } from "../trace/session.ts";
import { largerUsage } from "../trace/tokens.ts";
import type { KeyedLlmCall, KeyedPrompt, KeyedToolCall, Review, SessionPart } from "./part.ts";
import { type LoggedCall, withUnlogged } from "./unlogged.ts";

/** Sessions with every event once, and how many copies there were. */
export interface Joined {
  readonly sessions: readonly Session[];
  readonly copiesDropped: number;
}

/** A part with what is its own, once copies were taken out. */
interface OwnPart {
  readonly part: SessionPart;
  prompts: readonly KeyedPrompt[];
  llmCalls: readonly KeyedLlmCall[];
  toolCalls: readonly KeyedToolCall[];
}

/**
 * Makes sessions of parts: parts with one id are one session, and of copied events the earliest part's stays. The order
 * of the parts does not matter. Sessions come in order of their start; one without any event is left out.
 */
export function joinParts(unordered: readonly SessionPart[]): Joined {
  const [repeats, told] = [unordered.filter((part) => part.isRepeat), unordered.filter((part) => !part.isRepeat)];
  const sorted = told.toSorted(compareParts);
  const ids = new Set(sorted.map((part) => part.id));
  const parts = sorted.map((part) => withParent(part, sorted, ids));
  const own = parts.map((part) => withoutHistory(part, parts));
  let copiesDropped = own.reduce(
    (sum, { part, ...kept }) => sum + part.copiesLeftOut + eventCount(part) - eventCount(kept),
    0,
  );
  for (const repeat of repeats) tellRepeated(own, repeat);
  const calls = new CallOwners();
  copiesDropped += dropCopies(own, calls);
  tellEnds(own);

  const groups = Map.groupBy(own, ({ part }) => `${part.agent} ${part.id}`);
  const ownerOfTool = ownersOfTools(own);
  const sessions = [...groups.values()].map((group) => joinGroup(group, ownerOfTool))
    .filter((session) => session.prompts.length + session.llmCalls.length + session.toolCalls.length > 0);
  const isBilled = parts.some(({ bills }) => bills.length > 0);
  return { sessions: isBilled ? withUnlogged(sessions, parts, (call) => calls.of(call)) : sessions, copiesDropped };
}

/** The session of each tool call; empty where no part asks which call started it. */
function ownersOfTools(own: readonly OwnPart[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  if (own.every(({ part }) => part.spawnKey === null)) return owners;
  for (const { part, toolCalls } of own) {
    for (const { key } of toolCalls) owners.set(key, part.id);
  }
  return owners;
}

/** Prompts, LLM calls and tool calls together. */
function eventCount(events: Pick<SessionPart, "prompts" | "llmCalls" | "toolCalls">): number {
  return events.prompts.length + events.llmCalls.length + events.toolCalls.length;
}

/**
 * Originals before copies: by start, then forks last, then subagents (one that compacts replays its parent), then by the
 * file that was begun, and ended, first.
 */
function compareParts(a: SessionPart, b: SessionPart): number {
  return compare(a.startMs, b.startMs) || Number(a.forkOf !== null) - Number(b.forkOf !== null) ||
    Number(a.role === "subagent") - Number(b.role === "subagent") ||
    compare(a.firstRecordMs, b.firstRecordMs) || compare(a.endMs, b.endMs) ||
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    (a.id < b.id ? -1 : 1);
}

function compare(a: number | null, b: number | null): number {
  if (a === b) return 0;
  return a === null ? 1 : b === null ? -1 : a - b;
}

/** A subagent's records and its parent's are not stamped in order. */
const SLACK_MS = 1000;

/**
 * A subagent whose log names no parent: a review (Codex before 0.140) belongs to the session that asked for it. Another
 * one, or one whose parent has no record (warm-ups of Claude Code 2.0, which begin before the session that is resumed is
 * known), belongs to the session of the same folder that was at work all the while: of several the one that began last.
 */
function withParent(part: SessionPart, sorted: readonly SessionPart[], ids: ReadonlySet<string>): SessionPart {
  const { agent, role, parentId, startMs, endMs, review } = part;
  const isNamed = parentId !== null && (agent !== "claude" || ids.has(parentId));
  if (role === "top" || isNamed) return part;
  const mayBe = (other: SessionPart): boolean =>
    other.role === "top" && other.agent === agent && other.cwd === part.cwd;
  if (review !== undefined) return { ...part, parentId: askerOf(review, sorted.filter(mayBe)) };
  if (startMs === null || endMs === null) return part;
  const parent = sorted.findLast((other) =>
    mayBe(other) && (other.startMs ?? Infinity) <= startMs + SLACK_MS && (other.endMs ?? 0) >= endMs - SLACK_MS
  );
  return parent === undefined ? part : { ...part, parentId: parent.id };
}

/**
 * The session that asked for a review: it tells the same turn; where one of them tells none, it asked at the time, of
 * several the nearest.
 */
function askerOf({ turn, startMs }: Review, mayBe: readonly SessionPart[]): string | null {
  const asked = mayBe.flatMap(({ id, reviews = [] }) => reviews.map((review) => ({ id, ...review })));
  const same = asked.find((review) => review.turn !== null && review.turn === turn);
  if (same !== undefined || startMs === null) return same?.id ?? null;
  const near = asked.filter((review) => review.turn === null || turn === null)
    .map(({ id, startMs: askedMs }) => ({ id, laterMs: (askedMs ?? Infinity) - startMs }))
    .filter(({ laterMs }) => laterMs <= SLACK_MS)
    .toSorted((a, b) => Math.abs(a.laterMs) - Math.abs(b.laterMs));
  return near[0]?.id ?? null;
}

/** Two calls of a copied history are at most this far apart, as they were stamped when it was copied. */
const BURST_MS = 1000;

/**
 * Takes out of a fork the history with which its file begins (session-formats of Codex before 0.169): the calls that
 * equal the parent's first ones, of those before the fork; where the parent is not there, those that were stamped all
 * at once.
 */
function withoutHistory(part: SessionPart, parts: readonly SessionPart[]): OwnPart {
  if (!part.holdsHistory) {
    return { part, prompts: part.prompts, llmCalls: part.llmCalls, toolCalls: part.toolCalls };
  }
  const parentId = part.forkOf ?? part.parentId;
  const parent = parts.filter((other) => other.id === parentId).flatMap((other) => other.llmCalls)
    .filter(({ tsMs }) => (tsMs ?? 0) <= (part.firstRecordMs ?? Infinity));
  const copied = equalLength(part.llmCalls, parent) || burstLength(part.llmCalls);
  const dropped = part.llmCalls.slice(0, copied);
  const kept = part.llmCalls.slice(copied);
  const droppedTools = new Set(dropped.flatMap((call) => call.toolKeys));
  const keptPrompts = new Set(kept.map((call) => call.promptKey));
  // A prompt of the history that got no answer stands before one that did.
  const droppedPrompts = new Set(dropped.map((call) => call.promptKey));
  const lastDropped = part.prompts.findLastIndex(({ key }) => droppedPrompts.has(key));
  return {
    part,
    prompts: part.prompts.filter(({ key }, index) => index > lastDropped || keptPrompts.has(key)),
    llmCalls: kept,
    toolCalls: part.toolCalls.filter(({ key }) => !droppedTools.has(key)),
  };
}

/** So many of a fork's first calls are the parent's: those with usage are compared one by one. */
function equalLength(calls: readonly KeyedLlmCall[], parent: readonly KeyedLlmCall[]): number {
  const measured = parent.filter((call) => call.usage !== null);
  let equal = 0;
  let length = 0;
  for (const [index, call] of calls.entries()) {
    if (call.usage === null) continue;
    if (!sameTokens(call, measured[equal])) break;
    equal++;
    length = index + 1;
  }
  return length;
}

function burstLength(calls: readonly KeyedLlmCall[]): number {
  let length = 1;
  for (; length < calls.length; length++) {
    const before = calls[length - 1]?.tsMs ?? null;
    const now = calls[length]?.tsMs ?? null;
    if (before === null || now === null || now - before > BURST_MS) break;
  }
  return length > 1 ? length : 0;
}

function sameTokens(a: KeyedLlmCall | undefined, b: KeyedLlmCall | undefined): boolean {
  if (!a?.usage || !b?.usage) return false;
  const [x, y] = [a.usage, b.usage];
  return x.input === y.input && x.cache_read === y.cache_read && x.cache_write === y.cache_write &&
    x.output === y.output && x.reasoning === y.reasoning;
}

/** Codex' tool that runs a script. */
const SCRIPT_TOOL = "exec";

/**
 * Calls that scripts made of which only the parent's file tells (reviews of Codex 0.155) stand in the place of their
 * scripts: each in that of the last one that had begun.
 */
function tellRepeated(own: readonly OwnPart[], { agent, id, parentId, toolCalls }: SessionPart): void {
  const parts = own.filter(({ part }) => part.agent === agent && part.id === id && part.parentId === parentId);
  const calls = parts.flatMap((part) => part.toolCalls);
  const known = new Set(calls.map(({ key }) => key));
  const scripts = calls.filter(({ toolName }) => toolName === SCRIPT_TOOL);
  const made = Map.groupBy(
    toolCalls.filter(({ key }) => !known.has(key)),
    (call) => scripts.findLast(({ tsMs }) => tsMs !== null && call.tsMs !== null && tsMs <= call.tsMs)?.key,
  );
  for (const part of parts) {
    part.toolCalls = part.toolCalls.flatMap((script) =>
      made.get(script.key)?.map((call) => ({
        ...call,
        promptKey: script.promptKey,
        status: call.status === "unknown" && script.status === "interrupted" ? script.status : call.status,
      })) ?? [script]
    );
    part.llmCalls = part.llmCalls.map((call) => ({
      ...call,
      toolKeys: call.toolKeys.flatMap((script) => made.get(script)?.map(({ key }) => key) ?? [script]),
    }));
  }
}

/** Where the first of equal tool calls stands. */
interface KeptTool {
  readonly kept: KeyedToolCall[];
  readonly index: number;
}

/** Leaves of equal events the first; answers how many were taken out. */
function dropCopies(own: readonly OwnPart[], calls: CallOwners): number {
  const before = own.reduce((sum, part) => sum + eventCount(part), 0);
  const prompts = new Set<string>();
  const tools = new Map<string, KeptTool>();
  for (const part of own) {
    part.prompts = part.prompts.filter(({ key }) => !prompts.has(key) && prompts.add(key));
    const kept: KeyedToolCall[] = [];
    for (const call of part.toolCalls) {
      const known = tools.get(call.key);
      if (known === undefined) {
        tools.set(call.key, { kept, index: kept.length });
        kept.push(call);
        continue;
      }
      const original = known.kept[known.index];
      // A copy may have been written when the result was known, of which not all tell how the call ended.
      if (original?.status !== "unknown") continue;
      if (call.status !== "unknown" || (original.durationMs === null && call.durationMs !== null)) {
        known.kept[known.index] = { ...call, promptKey: original.promptKey };
      }
    }
    part.toolCalls = kept;
    for (const call of part.llmCalls) calls.add(part, call);
  }
  for (const part of own) part.llmCalls = calls.ofPart(part);
  return before - own.reduce((sum, part) => sum + eventCount(part), 0);
}

/** An LLM call of which there may be copies: the best of them, and the part that owns it. */
interface OwnedCall {
  owner: OwnPart;
  call: KeyedLlmCall;
}

/** A gateway may give a shorter id (`msg_1`) to all of its responses. */
const LEAST_RANDOM = 12;

/** Which part owns each LLM call. */
class CallOwners {
  readonly #byKey = new Map<string, OwnedCall>();
  readonly #byReplayKey = new Map<string, OwnedCall>();
  readonly #owned = new Map<OwnPart, Set<OwnedCall>>();

  add(owner: OwnPart, call: KeyedLlmCall): void {
    const known = this.#byKey.get(call.key) ?? this.#replayOf(call);
    if (known === undefined) {
      const entry = { owner, call };
      this.#byKey.set(call.key, entry);
      if (call.replayKey !== null && !this.#byReplayKey.has(call.replayKey)) {
        this.#byReplayKey.set(call.replayKey, entry);
      }
      this.#own(owner, entry);
      return;
    }
    this.#byKey.set(call.key, known);
    if (known.call.isSide && !call.isSide) {
      this.#owned.get(known.owner)?.delete(known);
      this.#own(owner, known);
      known.owner = owner;
      known.call = { ...call, usage: call.usage ?? known.call.usage };
    } else {
      const isReplay = call.isSide && !known.call.isSide;
      const usage = isReplay ? known.call.usage ?? call.usage : largerUsage(known.call.usage, call.usage);
      // Of copies of one file the later one ended later, and has all of a response with which another ends.
      const isSameFile = !isReplay && known.owner.part.id === owner.part.id;
      const text = isSameFile ? call.text ?? known.call.text : known.call.text ?? call.text;
      const toolKeys = isSameFile && call.toolKeys.length > known.call.toolKeys.length
        ? call.toolKeys
        : known.call.toolKeys;
      known.call = { ...known.call, usage, text, toolKeys };
    }
  }

  #own(owner: OwnPart, entry: OwnedCall): void {
    const owned = this.#owned.get(owner);
    if (owned === undefined) this.#owned.set(owner, new Set([entry]));
    else owned.add(entry);
  }

  ofPart(part: OwnPart): KeyedLlmCall[] {
    return [...this.#owned.get(part) ?? []].map(({ call }) => call);
  }

  /** What became of a part's call. */
  of({ key }: KeyedLlmCall): LoggedCall | undefined {
    const known = this.#byKey.get(key);
    return known === undefined ? undefined : { session: known.owner.part.id, call: known.call };
  }

  /** A side conversation replays its parent's messages under new request ids. */
  #replayOf(call: KeyedLlmCall): OwnedCall | undefined {
    const id = call.replayKey ?? "";
    const same = id.length < LEAST_RANDOM ? undefined : this.#byReplayKey.get(id);
    return same !== undefined && (same.call.isSide || call.isSide) ? same : undefined;
  }
}

/** Ends calls that went on in the background, where another file tells it than their own. */
function tellEnds(own: readonly OwnPart[]): void {
  const ends = new Map(own.flatMap(({ part }) => part.taskEnds ?? []).map((end) => [end.toolKey, end]));
  if (ends.size === 0) return;
  for (const part of own) {
    part.toolCalls = part.toolCalls.map((call) => {
      const end = call.status === "unknown" ? ends.get(call.key) : undefined;
      return end === undefined ? call : { ...call, status: end.status, exitCode: end.exitCode };
    });
  }
}

/** One session of all parts that carry its id. */
function joinGroup(group: readonly OwnPart[], ownerOfTool: ReadonlyMap<string, string>): Session {
  const parts = group.map(({ part }) => part);
  const first = <T>(pick: (part: SessionPart) => T | null): T | null => {
    for (const part of parts) {
      const value = pick(part);
      if (value !== null) return value;
    }
    return null;
  };
  const main = parts.find((part) => part.prompts.length + part.llmCalls.length > 0) ?? parts[0];
  if (main === undefined) throw new RangeError("Cannot join a session: it has no parts");
  const prompts = inTime(group.flatMap((own) => own.prompts));
  const tools = inTime(group.flatMap((own) => own.toolCalls));
  const calls = inTime(group.flatMap((own) => own.llmCalls));
  const promptIndex = new Map(prompts.map(({ key }, index) => [key, index]));
  const toolIndex = new Map(tools.map(({ key }, index) => [key, index]));
  const indexOf = promptIndexOf(prompts, promptIndex);
  const spawnedBy = first((part) => part.spawnKey === null ? null : ownerOfTool.get(part.spawnKey) ?? null);
  const parentId = spawnedBy !== null && spawnedBy !== main.id ? spawnedBy : first((part) => part.parentId);
  return {
    agent: main.agent,
    id: main.id,
    role: parts.some((part) => part.role === "subagent") ? "subagent" : "top",
    parentId: parentId === main.id ? null : parentId,
    file: main.file,
    cwd: first((part) => part.cwd),
    model: calls.find((call) => call.model !== null)?.model ?? null,
    title: parts.reduce<Text | null>((title, part) => part.title ?? title, null),
    startMs: first((part) => part.startMs),
    endMs: parts.reduce<number | null>(
      (end, part) => compare(part.endMs, end) > 0 && part.endMs !== null ? part.endMs : end ?? part.endMs,
      null,
    ),
    // Member by member: with rest and spread this took a tenth of all the time.
    prompts: prompts.map(({ tsMs, text }): Prompt => ({ tsMs, text })),
    llmCalls: calls.map((call): LlmCall => ({
      tsMs: call.tsMs,
      promptIndex: indexOf(call.promptKey, call.tsMs),
      model: call.model,
      text: call.text,
      toolCalls: call.toolKeys.map((key) => toolIndex.get(key)).filter((index) => index !== undefined),
      usage: call.usage,
    })),
    toolCalls: tools.map((call): ToolCall => ({
      tsMs: call.tsMs,
      promptIndex: indexOf(call.promptKey, call.tsMs),
      callId: call.callId,
      toolName: call.toolName,
      kind: call.kind,
      commandName: call.commandName,
      command: call.command,
      processChain: call.processChain,
      effect: call.effect,
      status: call.status,
      exitCode: call.exitCode,
      durationMs: call.durationMs,
      paths: call.paths,
      domains: call.domains,
    })),
    unloggedTokens: 0,
  };
}

/**
 * The prompt of an event: the one under which it stands in the file; where that was a copy, the last one before it in
 * time; before the first prompt, the first.
 */
function promptIndexOf(
  prompts: readonly KeyedPrompt[],
  byKey: ReadonlyMap<string, number>,
): (key: string | null, tsMs: number | null) => number | null {
  return (key, tsMs) => {
    const known = key === null ? undefined : byKey.get(key);
    if (known !== undefined) return known;
    if (prompts.length === 0) return null;
    const before = tsMs === null ? -1 : prompts.findLastIndex((prompt) => prompt.tsMs !== null && prompt.tsMs <= tsMs);
    return Math.max(0, before);
  };
}

/** In order of time; an event without one stays behind the event before it. */
function inTime<E extends { readonly tsMs: number | null }>(events: readonly E[]): readonly E[] {
  if (isInTime(events)) return events;
  let last = -Infinity;
  return events.map((event) => ({ event, at: last = event.tsMs ?? last }))
    .sort((a, b) => a.at - b.at || 0).map(({ event }) => event);
}

/** Whether no event is earlier than one before it; those without a time say nothing. */
function isInTime(events: readonly { readonly tsMs: number | null }[]): boolean {
  let last = -Infinity;
  for (const { tsMs } of events) {
    if (tsMs === null) continue;
    if (tsMs < last) return false;
    last = tsMs;
  }
  return true;
}
