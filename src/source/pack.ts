import { EFFECTS, STATUSES, TOOL_KINDS } from "../trace/effect.ts";
import type { Text } from "../trace/session.ts";
import type { TokenUsage } from "../trace/tokens.ts";
import type { KeyedLlmCall, KeyedToolCall, SessionPart } from "./part.ts";
import type { FileReading } from "./read_file.ts";

/**
 * A reading as it goes from thread to thread: calls as rows of numbers, and each text once. To copy it takes a quarter
 * of the time that its objects would take.
 */
export interface PackedReading extends Omit<FileReading, "parts"> {
  readonly parts: readonly PackedPart[];
  /** A text stands in the rows as its place here; null as -1. */
  readonly texts: readonly string[];
  readonly rows: Float64Array;
}

interface PackedPart extends Omit<SessionPart, "llmCalls" | "toolCalls"> {
  readonly llmCalls: number;
  readonly toolCalls: number;
}

export function pack(reading: FileReading): PackedReading {
  const rows = new Writer();
  const parts = reading.parts.map((part): PackedPart => {
    for (const call of part.llmCalls) writeLlmCall(rows, call);
    for (const call of part.toolCalls) writeToolCall(rows, call);
    return { ...part, llmCalls: part.llmCalls.length, toolCalls: part.toolCalls.length };
  });
  return { ...reading, parts, texts: rows.texts, rows: Float64Array.from(rows.cells) };
}

export function unpack({ texts, rows, ...packed }: PackedReading): FileReading {
  const reader = new Reader(texts, rows);
  const parts = packed.parts.map((part): SessionPart => ({
    ...part,
    llmCalls: Array.from({ length: part.llmCalls }, () => readLlmCall(reader)),
    toolCalls: Array.from({ length: part.toolCalls }, () => readToolCall(reader)),
  }));
  return { ...packed, parts };
}

function writeLlmCall(rows: Writer, call: KeyedLlmCall): void {
  rows.text(call.key);
  rows.text(call.replayKey);
  rows.number(Number(call.isSide));
  rows.number(call.tsMs);
  rows.text(call.promptKey);
  rows.text(call.model);
  rows.logText(call.text);
  rows.number(call.usage === null ? 0 : 1);
  if (call.usage !== null) {
    rows.number(call.usage.input);
    rows.number(call.usage.cache_read);
    rows.number(call.usage.cache_write);
    rows.number(call.usage.output);
    rows.number(call.usage.reasoning);
  }
  rows.list(call.toolKeys);
}

function readLlmCall(rows: Reader): KeyedLlmCall {
  return {
    key: rows.text() ?? "",
    replayKey: rows.text(),
    isSide: rows.number() === 1,
    tsMs: rows.number(),
    promptKey: rows.text(),
    model: rows.text(),
    text: rows.logText(),
    usage: rows.number() === 1 ? readUsage(rows) : null,
    toolKeys: rows.list(),
  };
}

function readUsage(rows: Reader): TokenUsage {
  return {
    input: rows.number() ?? 0,
    cache_read: rows.number() ?? 0,
    cache_write: rows.number() ?? 0,
    output: rows.number() ?? 0,
    reasoning: rows.number() ?? 0,
  };
}

function writeToolCall(rows: Writer, call: KeyedToolCall): void {
  rows.text(call.key);
  rows.text(call.callId);
  rows.text(call.promptKey);
  rows.number(call.tsMs);
  rows.text(call.toolName);
  rows.number(TOOL_KINDS.indexOf(call.kind));
  rows.text(call.commandName);
  rows.logText(call.command);
  rows.list(call.processChain);
  rows.number(EFFECTS.indexOf(call.effect));
  rows.number(STATUSES.indexOf(call.status));
  rows.number(call.exitCode);
  rows.number(call.durationMs);
  rows.list(call.paths);
  rows.list(call.domains);
}

function readToolCall(rows: Reader): KeyedToolCall {
  return {
    key: rows.text() ?? "",
    callId: rows.text() ?? "",
    promptKey: rows.text(),
    tsMs: rows.number(),
    toolName: rows.text() ?? "",
    kind: TOOL_KINDS[rows.number() ?? -1] ?? "tool",
    commandName: rows.text(),
    command: rows.logText(),
    processChain: rows.list(),
    effect: EFFECTS[rows.number() ?? -1] ?? "process",
    status: STATUSES[rows.number() ?? -1] ?? "unknown",
    exitCode: rows.number(),
    durationMs: rows.number(),
    paths: rows.list(),
    domains: rows.list(),
  };
}

class Writer {
  readonly texts: string[] = [];
  readonly cells: number[] = [];
  readonly #places = new Map<string, number>();

  /** null is written as NaN, which no log holds. */
  number(value: number | null): void {
    this.cells.push(value ?? NaN);
  }

  text(value: string | null): void {
    if (value === null) {
      this.cells.push(-1);
      return;
    }
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.texts.push(value) - 1;
      this.#places.set(value, place);
    }
    this.cells.push(place);
  }

  logText(value: Text | null): void {
    this.text(value === null ? null : value.sha256);
    if (value !== null) this.text(value.excerpt);
  }

  list(values: readonly string[]): void {
    this.cells.push(values.length);
    for (const value of values) this.text(value);
  }
}

const NONE: readonly string[] = [];

class Reader {
  readonly #texts: readonly string[];
  readonly #cells: Float64Array;
  #at = 0;

  constructor(texts: readonly string[], cells: Float64Array) {
    this.#texts = texts;
    this.#cells = cells;
  }

  number(): number | null {
    const value = this.#cells[this.#at++] ?? NaN;
    return Number.isNaN(value) ? null : value;
  }

  text(): string | null {
    return this.#texts[this.#cells[this.#at++] ?? -1] ?? null;
  }

  logText(): Text | null {
    const sha256 = this.text();
    return sha256 === null ? null : { sha256, excerpt: this.text() ?? "" };
  }

  list(): readonly string[] {
    const length = this.number() ?? 0;
    if (length === 0) return NONE;
    const values: string[] = [];
    for (let index = 0; index < length; index++) values.push(this.text() ?? "");
    return values;
  }
}
