import type { Agent, LlmCall, Prompt, SessionRole, Text, ToolCall } from "../trace/session.ts";

/**
 * What one file says of one session. Events carry keys that are equal for equal events in any file, so that records
 * which resume, fork or branch copied can be told and counted once (`join.ts`).
 */
export interface SessionPart {
  readonly agent: Agent;
  readonly id: string;
  readonly role: SessionRole;
  readonly parentId: string | null;
  /** The tool call that started this subagent, where the log says so. */
  readonly spawnKey: string | null;
  readonly file: string;
  readonly cwd: string | null;
  readonly title: Text | null;
  /** The session of which this one is a fork: its copies are never the originals. */
  readonly forkOf: string | null;
  /** The file begins with another session's records, stamped anew: no key tells them (Codex before 0.169). */
  readonly holdsHistory: boolean;
  /** Events of another session's history with which the file begins, where its parser could leave them out. */
  readonly copiesLeftOut: number;
  /** Smallest time of any record. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Time of the first record in the file: later than `startMs` where copied records follow. */
  readonly firstRecordMs: number | null;
  readonly prompts: readonly KeyedPrompt[];
  readonly llmCalls: readonly KeyedLlmCall[];
  readonly toolCalls: readonly KeyedToolCall[];
  /** What the agent itself says was billed for the session, all calls; null where it does not say. */
  readonly billedTokens: number | null;
  /** Time of the newest record before that bill: later calls are not in it. null: all are. */
  readonly billedMs: number | null;
}

export interface KeyedPrompt extends Prompt {
  readonly key: string;
}

export interface KeyedLlmCall extends Omit<LlmCall, "promptIndex" | "toolCalls"> {
  readonly key: string;
  /** A second key under which a replay by a side conversation knows the call; null where there is none. */
  readonly replayKey: string | null;
  /** Recorded by a side conversation: of two copies the other one is the original. */
  readonly isSide: boolean;
  readonly promptKey: string | null;
  readonly toolKeys: readonly string[];
}

export interface KeyedToolCall extends Omit<ToolCall, "promptIndex"> {
  readonly key: string;
  readonly promptKey: string | null;
}
