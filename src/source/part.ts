import type { Status } from "../trace/effect.ts";
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
  /** Only calls that the parent's file tells of this session; what its own file tells stands. */
  readonly isRepeat?: true;
  /** The review that this session is, where its log does not name the one that asked for it (Codex before 0.140). */
  readonly review?: Review;
  /** Reviews that the session asked for. */
  readonly reviews?: readonly Review[];
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
  /** What the agent itself says was billed for the session and its subagents, in the order of the file. */
  readonly bills: readonly Bill[];
  /** How work in the background ended that calls of other files started. */
  readonly taskEnds?: readonly TaskEnd[];
}

/** How work ended that a call left in the background, as another file tells it than that of the call. */
export interface TaskEnd {
  readonly toolKey: string;
  readonly status: Status;
  readonly exitCode: number | null;
}

/** A review, as its own session and the one that asked for it tell it. */
export interface Review {
  /** The id of its turn, which is one in both; null: not told. */
  readonly turn: string | null;
  readonly startMs: number | null;
}

/** What an agent had been billed at a place of a session's log, by a counter that goes on when it is resumed. */
export interface Bill {
  /** When the counter began, by which bills of one counter are told, also in the log of a fork; null: not told. */
  readonly counterMs: number | null;
  /** How long the agent had run since then, without the time between two runs; null: not told. */
  readonly ranMs: number | null;
  /** The latest time that is known to be before it. */
  readonly tsMs: number | null;
  /** Time of the record that follows it; null where there is none. */
  readonly nextMs: number | null;
  /** Of saved output: it holds what earlier runs of the session used as well. */
  readonly isWhole?: true;
  /** By the name under which a model is billed. */
  readonly tokens: readonly (readonly [model: string, tokens: number])[];
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
