import { EFFECTS, STATUSES, TOOL_KINDS } from "../trace/effect.ts";
import type { Text } from "../trace/session.ts";
import type { TokenUsage } from "../trace/tokens.ts";
import type { KeyedLlmCall, KeyedPrompt, KeyedToolCall, SessionPart } from "../source/part.ts";

/**
 * Parts as they go from thread to thread and into the cache: calls as rows of numbers, and each string once. To copy
 * it takes a quarter of the time that its objects would take.
 */
export interface PackedParts {
  /** JSON as UTF-8: the strings, which stand in the rows as their places, and of each part what is not in the rows. */
  readonly strings: Uint8Array<ArrayBuffer>;
  /** JSON: the texts of the log, as far as they are shown; null: hashes alone are there. */
  readonly excerpts: string | null;
  readonly cells: Float64Array<ArrayBuffer>;
}

/** What stands in front of a part's rows: how many there are. */
interface PackedPart extends Omit<SessionPart, "prompts" | "llmCalls" | "toolCalls" | "title"> {
  readonly prompts: number;
  readonly llmCalls: number;
  readonly toolCalls: number;
}

export function pack(parts: readonly SessionPart[], withTexts: boolean): PackedParts {
  const rows = new Writer(parts.reduce((sum, part) => sum + cellsOf(part), 0));
  const heads = parts.map((part): PackedPart => {
    const { prompts, llmCalls, toolCalls, title, ...head } = part;
    rows.logText(title);
    for (const prompt of prompts) writePrompt(rows, prompt);
    for (const call of llmCalls) writeLlmCall(rows, call);
    for (const call of toolCalls) writeToolCall(rows, call);
    return { ...head, prompts: prompts.length, llmCalls: llmCalls.length, toolCalls: toolCalls.length };
  });
  return {
    strings: new TextEncoder().encode(JSON.stringify([rows.strings, heads])),
    excerpts: withTexts ? JSON.stringify(rows.excerpts) : null,
    cells: rows.cells(),
  };
}

/** How many cells the rows of a part take, or nearly: lists may take more. */
function cellsOf({ prompts, llmCalls, toolCalls }: SessionPart): number {
  return 2 + 4 * prompts.length + 16 * llmCalls.length + 17 * toolCalls.length;
}

/** Throws where it was not packed by `pack`. */
export function unpack({ strings, excerpts, cells }: PackedParts): readonly SessionPart[] {
  const [table, heads]: [readonly string[], readonly PackedPart[]] = JSON.parse(new TextDecoder().decode(strings));
  const rows = new Reader(table, excerpts === null ? null : JSON.parse(excerpts), cells);
  return heads.map((head): SessionPart => {
    const title = rows.logText();
    return {
      ...head,
      title,
      prompts: Array.from({ length: head.prompts }, () => readPrompt(rows)),
      llmCalls: Array.from({ length: head.llmCalls }, () => readLlmCall(rows)),
      toolCalls: Array.from({ length: head.toolCalls }, () => readToolCall(rows)),
    };
  });
}

function writePrompt(rows: Writer, { key, tsMs, text }: KeyedPrompt): void {
  rows.own(key);
  rows.number(tsMs);
  rows.logText(text);
}

function readPrompt(rows: Reader): KeyedPrompt {
  return { key: rows.text() ?? "", tsMs: rows.number(), text: rows.logText() ?? { sha256: "", excerpt: null } };
}

function writeLlmCall(rows: Writer, call: KeyedLlmCall): void {
  rows.own(call.key);
  rows.own(call.replayKey);
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
  rows.text(call.callId === call.key ? null : call.callId);
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
  const key = rows.text() ?? "";
  return {
    key,
    callId: rows.text() ?? key,
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
  readonly strings: string[] = [];
  readonly excerpts: (string | null)[] = [];
  readonly #places = new Map<string, number>();
  #cells: Float64Array<ArrayBuffer>;
  #used = 0;
  #last: { readonly value: string; readonly place: number } | null = null;

  constructor(cells: number) {
    this.#cells = new Float64Array(cells);
  }

  cells(): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#cells.buffer.transfer(this.#used * Float64Array.BYTES_PER_ELEMENT));
  }

  #push(cell: number): void {
    if (this.#used === this.#cells.length) {
      const more = Math.ceil(this.#used / 4) + 64;
      this.#cells = new Float64Array(this.#cells.buffer.transfer(Float64Array.BYTES_PER_ELEMENT * (this.#used + more)));
    }
    this.#cells[this.#used++] = cell;
  }

  /** null is written as NaN, which no log holds. */
  number(value: number | null): void {
    this.#push(value ?? NaN);
  }

  /** A string that no other row is likely to have. */
  own(value: string | null): void {
    this.#push(value === null ? -1 : this.strings.push(value) - 1);
  }

  /** A string that other rows may have too. */
  text(value: string | null): void {
    if (value === null) return this.#push(-1);
    if (this.#last?.value === value) return this.#push(this.#last.place);
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.strings.push(value) - 1;
      this.#places.set(value, place);
    }
    this.#last = { value, place };
    this.#push(place);
  }

  logText(value: Text | null): void {
    this.own(value === null ? null : value.sha256);
    if (value !== null) this.#push(this.excerpts.push(value.excerpt) - 1);
  }

  list(values: readonly string[]): void {
    this.#push(values.length);
    for (const value of values) this.text(value);
  }
}

const NONE: readonly string[] = [];

class Reader {
  readonly #strings: readonly string[];
  readonly #excerpts: readonly (string | null)[] | null;
  readonly #cells: Float64Array;
  #at = 0;

  constructor(strings: readonly string[], excerpts: readonly (string | null)[] | null, cells: Float64Array) {
    this.#strings = strings;
    this.#excerpts = excerpts;
    this.#cells = cells;
  }

  number(): number | null {
    const value = this.#cells[this.#at++] ?? NaN;
    return Number.isNaN(value) ? null : value;
  }

  text(): string | null {
    return this.#strings[this.#cells[this.#at++] ?? -1] ?? null;
  }

  logText(): Text | null {
    const sha256 = this.text();
    if (sha256 === null) return null;
    const place = this.#cells[this.#at++] ?? -1;
    return { sha256, excerpt: this.#excerpts?.[place] ?? null };
  }

  list(): readonly string[] {
    const length = this.number() ?? 0;
    if (length === 0) return NONE;
    const values: string[] = [];
    for (let index = 0; index < length; index++) values.push(this.text() ?? "");
    return values;
  }
}
