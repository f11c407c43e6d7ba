import { sha256 } from "../../trace/hash.ts";
import { type Fields, fields, fieldsOrNull, text, timeMs } from "../narrow.ts";
import type { SessionPart } from "../part.ts";
import { baseName } from "../path.ts";
import type { TextMaker } from "../text.ts";
import { endToolCall, type ToolDraft, type ToolReader } from "../tool_call.ts";
import { CallLog } from "./call_log.ts";
import { outcomeOfItem } from "./outcome.ts";
import { type CodexCall, eventCall } from "./tools.ts";
import { type CodexUsage, codexUsage, growth, isNothing } from "./usage.ts";

/** Types of the events that `codex exec --json` prints. */
const EVENTS = new Set([
  "thread.started",
  "turn.started",
  "turn.completed",
  "turn.failed",
  "item.started",
  "item.updated",
  "item.completed",
]);

/** Whether a record is an event of `codex exec --json`, or the end of one of its forerunners. */
export function isHeadlessEvent(record: Fields): boolean {
  const type = text(record.type) ?? "";
  return EVENTS.has(type) || (type === "result" && usageIn(record) !== null && record.session_id === undefined);
}

/**
 * The saved output of `codex exec --json`: items of each turn, then one usage of all its responses, which is the sum of
 * the thread so far. It names neither the prompt nor the folder, and most versions no time.
 */
export class HeadlessLog {
  readonly #file: string;
  readonly #reader: ToolReader;
  readonly #calls: CallLog;
  readonly #tools = new Map<string, ToolDraft>();
  #id: string | null = null;
  #model: string | null = null;
  #total: CodexUsage | null = null;
  #turns = 0;
  /** A turn began, and its usage has not come. */
  #isTurnOpen = false;
  /** Items of the turn that began and have not ended, by id. */
  readonly #begun = new Map<string, { readonly item: Fields; readonly tsMs: number | null }>();
  #startMs: number | null = null;
  #endMs: number | null = null;

  constructor(file: string, reader: ToolReader, makeText: TextMaker) {
    this.#file = file;
    this.#reader = reader;
    this.#calls = new CallLog(makeText);
  }

  record(record: Fields): void {
    const tsMs = timeIn(record);
    if (tsMs !== null) {
      this.#startMs = Math.min(this.#startMs ?? tsMs, tsMs);
      this.#endMs = Math.max(this.#endMs ?? tsMs, tsMs);
    }
    this.#model = text(record.model) ?? text(fields(record.data).model) ?? this.#model;
    switch (record.type) {
      case "thread.started":
        this.#id ??= text(record.thread_id);
        return;
      case "turn.started":
        this.#cutTurn();
        this.#isTurnOpen = true;
        return;
      case "turn.failed":
        return this.#cutTurn();
      case "item.started": {
        const item = fields(record.item);
        this.#begun.set(text(item.id) ?? "", { item, tsMs });
        return;
      }
      case "item.completed":
        return this.#item(fields(record.item), tsMs);
      case "turn.completed": {
        this.#endTurn();
        const total = usageIn(record);
        this.#count(total === null || this.#isReset(total) ? total : growth(total, this.#total), tsMs);
        this.#total = total ?? this.#total;
        return;
      }
      case "result":
        return this.#count(usageIn(record), tsMs);
      default:
        return;
    }
  }

  part(): SessionPart {
    this.#cutTurn();
    return {
      agent: "codex",
      id: this.#id ?? idOfPath(this.#file),
      role: "top",
      parentId: null,
      spawnKey: null,
      file: this.#file,
      cwd: null,
      title: null,
      forkOf: null,
      holdsHistory: false,
      copiesLeftOut: 0,
      startMs: this.#startMs,
      endMs: this.#endMs,
      firstRecordMs: this.#startMs,
      prompts: [],
      llmCalls: this.#calls.calls().map((call) => ({
        ...call,
        toolKeys: call.toolKeys.map((id) => this.#reader.key(id)),
      })),
      toolCalls: [...this.#tools.values()],
      bills: [],
    };
  }

  /** A run that was killed tells no end of its turn, and none of what ran then. */
  #cutTurn(): void {
    if (!this.#isTurnOpen) return;
    this.#endTurn();
    this.#turns++;
    this.#calls.endUnmeasured(this.#turnKey());
  }

  #endTurn(): void {
    this.#isTurnOpen = false;
    for (const { item, tsMs } of this.#begun.values()) this.#item(item, tsMs);
    this.#begun.clear();
  }

  #item(item: Fields, tsMs: number | null): void {
    this.#begun.delete(text(item.id) ?? "");
    if (item.type === "agent_message") {
      return this.#calls.item(tsMs, null, this.#model, { text: text(item.text) ?? "" });
    }
    const call = eventCall(item);
    if (call !== null) this.#tool(call, item, tsMs);
  }

  /** Ids are given again in each turn of another process. */
  #tool(call: CodexCall, item: Fields, tsMs: number | null): void {
    const id = `${this.#id}:${this.#turns}:${text(item.id) ?? this.#tools.size}`;
    if (this.#tools.has(id)) return;
    const draft = this.#reader.draft({ ...call, id, tsMs, promptKey: null, urls: [] });
    endToolCall(draft, outcomeOfItem(item), tsMs);
    this.#tools.set(id, draft);
    this.#calls.item(tsMs, null, this.#model, { toolKey: id });
  }

  /** Where the provider tells no usage all numbers are 0. */
  #count(usage: CodexUsage | null, tsMs: number | null): void {
    this.#turns++;
    if (usage !== null && isNothing(usage)) this.#calls.endUnmeasured(this.#turnKey());
    else this.#calls.response(this.#turnKey(), usage, null, tsMs, this.#model, null);
  }

  #turnKey(): string {
    return `${this.#id ?? this.#file}:${this.#turns}`;
  }

  /** The sum begins anew where a thread was resumed by 0.47. */
  #isReset(total: CodexUsage): boolean {
    const before = this.#total;
    return before === null || total.input < before.input || total.output < before.output;
  }
}

/** Stands for a thread's id that was not told: an id is shown where the path must not be (contract §6). */
function idOfPath(file: string): string {
  return `${baseName(file).replace(/\.jsonl(\.zst)?$/, "")}-${sha256(file).slice(0, 8)}`;
}

function usageIn(record: Fields): CodexUsage | null {
  const places = [record, ...["data", "result", "response"].map((name) => fields(record[name]))];
  return codexUsage(places.map((place) => fieldsOrNull(place.usage)).find((usage) => usage !== null));
}

function timeIn(record: Fields): number | null {
  for (const place of [record, fields(record.data), fields(record.item)]) {
    const ms = timeMs(place.timestamp ?? place.created_at ?? place.createdAt);
    if (ms !== null) return ms;
  }
  return null;
}
