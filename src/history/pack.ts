import { EFFECTS, STATUSES, TOOL_KINDS } from "../trace/effect.ts";
import type { TokenUsage } from "../trace/tokens.ts";
import type { KeyedLlmCall, KeyedPrompt, KeyedToolCall, SessionPart } from "../source/part.ts";
import { RowReader, RowWriter } from "./rows.ts";

/** Parts as they go from thread to thread and into the cache: calls as rows of numbers, and each string once. */
export interface PackedParts {
  /** JSON as UTF-8: the strings, which stand in the rows as their places, and of each part what is not in the rows. */
  readonly strings: Uint8Array<ArrayBuffer>;
  /** JSON: the texts of the log that are shown; null: hashes alone are there. */
  readonly excerpts: string | null;
  /** The numbers, each in as few bytes as it needs. */
  readonly cells: Uint8Array<ArrayBuffer>;
}

/** What stands in front of a part's rows: how many there are. */
interface PackedPart extends Omit<SessionPart, "prompts" | "llmCalls" | "toolCalls" | "title"> {
  readonly prompts: number;
  readonly llmCalls: number;
  readonly toolCalls: number;
}

export function pack(parts: readonly SessionPart[], withTexts: boolean): PackedParts {
  const rows = new RowWriter(parts.reduce((sum, part) => sum + bytesOf(part), 0));
  const heads = parts.map((part): PackedPart => {
    const { prompts, llmCalls, toolCalls, title, ...head } = part;
    rows.logText(title);
    for (const prompt of prompts) writePrompt(rows, prompt);
    for (const call of llmCalls) writeLlmCall(rows, call);
    for (const call of toolCalls) writeToolCall(rows, call);
    return { ...head, prompts: prompts.length, llmCalls: llmCalls.length, toolCalls: toolCalls.length };
  });
  return {
    strings: rows.strings.end(heads),
    excerpts: withTexts ? JSON.stringify(rows.excerpts) : null,
    cells: rows.cells(),
  };
}

/** How many bytes the cells of a part take, or nearly. */
function bytesOf({ prompts, llmCalls, toolCalls }: SessionPart): number {
  return 64 + 48 * prompts.length + 72 * llmCalls.length + 72 * toolCalls.length;
}

/** Throws where it was not packed by `pack`. */
export function unpack({ strings, excerpts, cells }: PackedParts): readonly SessionPart[] {
  const [table, heads]: [readonly string[], readonly PackedPart[]] = JSON.parse(new TextDecoder().decode(strings));
  const rows = new RowReader(table, excerpts === null ? null : JSON.parse(excerpts), cells);
  return heads.map((head) => readPart(rows, head));
}

function readPart(rows: RowReader, head: PackedPart): SessionPart {
  const title = rows.logText();
  return {
    ...head,
    title,
    prompts: Array.from({ length: head.prompts }, () => readPrompt(rows)),
    llmCalls: Array.from({ length: head.llmCalls }, () => readLlmCall(rows)),
    toolCalls: Array.from({ length: head.toolCalls }, () => readToolCall(rows)),
  };
}

function writePrompt(rows: RowWriter, { key, tsMs, text }: KeyedPrompt): void {
  rows.own(key);
  rows.number(tsMs);
  rows.logText(text);
}

function readPrompt(rows: RowReader): KeyedPrompt {
  return { key: rows.text() ?? "", tsMs: rows.number(), text: rows.logText() ?? { sha256: "", excerpt: null } };
}

function writeLlmCall(rows: RowWriter, call: KeyedLlmCall): void {
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

function readLlmCall(rows: RowReader): KeyedLlmCall {
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

function readUsage(rows: RowReader): TokenUsage {
  return {
    input: rows.number() ?? 0,
    cache_read: rows.number() ?? 0,
    cache_write: rows.number() ?? 0,
    output: rows.number() ?? 0,
    reasoning: rows.number() ?? 0,
  };
}

function writeToolCall(rows: RowWriter, call: KeyedToolCall): void {
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

function readToolCall(rows: RowReader): KeyedToolCall {
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
