import type { SessionRole } from "../../trace/session.ts";
import { type TokenUsage, totalTokens } from "../../trace/tokens.ts";
import type { KeyedPrompt, SessionPart } from "../part.ts";
import { makeText, makeTextOrNull } from "../text.ts";
import type { ToolDraft } from "../tool_call.ts";

/** Titles, best first. */
export const TITLE_KINDS = ["custom-title", "ai-title", "agent-name", "summary"] as const;
export type TitleKind = typeof TITLE_KINDS[number];

/** One LLM call while its file is read: its lines come one by one. */
export interface CallDraft {
  readonly key: string;
  readonly messageId: string;
  readonly isSide: boolean;
  readonly tsMs: number | null;
  readonly promptKey: string | null;
  readonly model: string | null;
  readonly texts: string[];
  readonly toolKeys: string[];
  /**
   * Of the call's lines, so that a line that follows one of them is told to be of the same response; null where the id
   * alone tells.
   */
  readonly lines: Set<string> | null;
  usage: TokenUsage | null;
}

/** One session while its file is read: a main conversation, or a subagent's inside it. */
export class Thread {
  cwd: string | null = null;
  startMs: number | null = null;
  endMs: number | null = null;
  firstRecordMs: number | null = null;
  forkOf: string | null = null;
  billedTokens: number | null = null;
  promptKey: string | null = null;
  /** A slash command of which it is not yet known whether the model was asked for it. */
  slash: { readonly key: string; readonly text: string; readonly tsMs: number | null } | null = null;
  readonly calls = new Map<string, CallDraft>();
  readonly tools = new Map<string, ToolDraft>();
  readonly #prompts: KeyedPrompt[] = [];
  readonly #titles = new Map<TitleKind, string>();

  constructor(
    readonly id: string,
    readonly role: SessionRole,
    readonly parentId: string | null,
    readonly file: string,
    readonly spawnKey: string | null,
  ) {}

  seen(tsMs: number | null): void {
    if (tsMs === null) return;
    this.firstRecordMs ??= tsMs;
    if (this.startMs === null || tsMs < this.startMs) this.startMs = tsMs;
    if (this.endMs === null || tsMs > this.endMs) this.endMs = tsMs;
  }

  prompt(key: string, text: string, tsMs: number | null): void {
    this.#prompts.push({ key, tsMs, text: makeText(text) });
    this.promptKey = key;
  }

  /** The model was asked something for the slash command that waits: it is a prompt. */
  acceptSlash(): void {
    if (this.slash !== null) this.prompt(this.slash.key, this.slash.text, this.slash.tsMs);
    this.slash = null;
  }

  title(kind: TitleKind, text: string | null): void {
    if (text !== null) this.#titles.set(kind, text);
  }

  part(): SessionPart {
    const title = TITLE_KINDS.map((kind) => this.#titles.get(kind)).find((text) => text !== undefined) ?? null;
    return {
      agent: "claude",
      id: this.id,
      role: this.role,
      parentId: this.parentId,
      spawnKey: this.spawnKey,
      file: this.file,
      cwd: this.cwd,
      title: makeTextOrNull(title),
      forkOf: this.forkOf,
      holdsHistory: false,
      startMs: this.startMs,
      endMs: this.endMs,
      firstRecordMs: this.firstRecordMs,
      prompts: this.#prompts,
      llmCalls: [...this.calls.values()].map((call) => ({
        key: call.key,
        replayKey: call.messageId === call.key ? null : call.messageId,
        isSide: call.isSide,
        tsMs: call.tsMs,
        promptKey: call.promptKey,
        model: call.model,
        text: makeTextOrNull(call.texts.join("\n")),
        usage: call.usage,
        toolKeys: call.toolKeys,
      })),
      toolCalls: [...this.tools.values()],
      billedTokens: this.billedTokens,
    };
  }
}

/** Of two usages of one response the larger: the last line of a stream has the final one. */
export function largerUsage(a: TokenUsage | null, b: TokenUsage | null): TokenUsage | null {
  if (a === null || b === null) return a ?? b;
  return totalTokens(b) > totalTokens(a) ? b : a;
}
