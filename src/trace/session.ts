import type { Effect, Status, ToolKind } from "./effect.ts";
import type { TokenUsage } from "./tokens.ts";

/** The agents whose logs can be read: the value of the frame `agent:` and of `source` in the report. */
export const AGENTS = ["claude", "codex"] as const;
export type Agent = typeof AGENTS[number];

/** A text of the log: its identity, and as much of it as a question to the model may show. */
export interface Text {
  /** SHA-256 of the whole text with line ends as LF, as 64 hex digits. */
  readonly sha256: string;
  /** The text itself; of a long one its head and its tail, joined by `CUT`. null: it was not read. */
  readonly excerpt: string | null;
}

/** What a human asked (or, in a subagent, its parent), and the work until the next one. */
export interface Prompt {
  /** Milliseconds since the epoch; null where the log has no time. */
  readonly tsMs: number | null;
  readonly text: Text;
}

/** One request to a model and its answer, however many lines the log spends on it. */
export interface LlmCall {
  readonly tsMs: number | null;
  /** Index into `Session.prompts`; null before the first prompt. */
  readonly promptIndex: number | null;
  readonly model: string | null;
  /** What the model said (not what it thought); null if it said nothing. */
  readonly text: Text | null;
  /** Indices into `Session.toolCalls`: what the model did with this call. */
  readonly toolCalls: readonly number[];
  /** null: the log holds no usage for this call. */
  readonly usage: TokenUsage | null;
}

/** One invocation of a tool by the model, with what is known of its result. */
export interface ToolCall {
  readonly tsMs: number | null;
  readonly promptIndex: number | null;
  /** The agent's own id of the call; for commands inside a code-mode call, the inner id. */
  readonly callId: string;
  /** The agent's own name of the tool, as it is written in the log. */
  readonly toolName: string;
  readonly kind: ToolKind;
  /** The principal command's base name; null for a tool that is no shell. */
  readonly commandName: string | null;
  /** The command line, for a shell; else what best tells what the tool was asked (a path, a query). */
  readonly command: Text | null;
  /** Base names of the visible processes, outermost first, at most 6; empty for tools that are no shell. */
  readonly processChain: readonly string[];
  readonly effect: Effect;
  readonly status: Status;
  /** null: the log does not say. */
  readonly exitCode: number | null;
  readonly durationMs: number | null;
  /**
   * Absolute, normalised paths that the call touched, in the order found. A final `/` tells a folder, `//` before the name a file whose name does not
   * say that it is one.
   */
  readonly paths: readonly string[];
  /** Host names, lower case, without port or credentials, at most 8. */
  readonly domains: readonly string[];
}

/** `top` was started by a person; a `subagent` by another session. */
export type SessionRole = "top" | "subagent";

/** One run of one agent, with an id; a subagent's run is a session with a parent. */
export interface Session {
  readonly agent: Agent;
  readonly id: string;
  readonly role: SessionRole;
  readonly parentId: string | null;
  /** The file that holds it (its first, if it has several), as an absolute path. */
  readonly file: string;
  /** The working directory in which it began; null where the log has none. */
  readonly cwd: string | null;
  /** The model of the first LLM call; null where the log has none. */
  readonly model: string | null;
  readonly title: Text | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** In order of time, as are the two lists below. */
  readonly prompts: readonly Prompt[];
  readonly llmCalls: readonly LlmCall[];
  readonly toolCalls: readonly ToolCall[];
  /** Billed tokens that are in no call's record (contract §3). */
  readonly unloggedTokens: number;
}
