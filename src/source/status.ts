import type { Status } from "../trace/effect.ts";

/** How a tool call ended, as far as its result says. */
export interface Outcome {
  readonly status: Status;
  readonly exitCode: number | null;
  readonly durationMs: number | null;
}

export const UNKNOWN_OUTCOME: Outcome = { status: "unknown", exitCode: null, durationMs: null };

/** A text by which an agent says how a call ended. */
export type OwnWords = readonly (readonly [RegExp, Status])[];

/**
 * Texts with which the agent's own line begins (contract §3). They are looked for in that line alone, never in what the
 * command itself printed. First that fits wins.
 */
const OWN_WORDS: OwnWords = [
  [/^(Error: )?command timed out after/i, "timeout"],
  [/^\[(Request|Tool call) interrupted/, "interrupted"],
  [/^User rejected tool use|^patch rejected/, "rejected"],
  [/^The user doesn't want to (proceed|take)/, "rejected"],
  [/^Permission (for this tool use was denied|to use (\S+ with command |.* has been denied))/, "rejected"],
  [/^(Error: )?(Claude requested permissions? |This (Bash )?command .*\brequires? approval\b)/, "rejected"],
  [/^(Error: )?\S+ in '.*' (was blocked\. For security, Claude Code |needs approval\.)/, "rejected"],
  [/^<tool_use_error>File is in a directory that is denied by your permission settings/, "rejected"],
  [/^(Error: )?(Pre|Post)ToolUse:\S* (hook error|hook stopped)|^(Error: )?\S+ operation blocked by hook/, "rejected"],
  // What Claude Code asks a person, and where there is none answers with as an error.
  [/^(Error: )?(Enter plan mode|Exit plan mode|Answer questions)\?$/, "rejected"],
  [/^unsupported (custom tool )?call|^<tool_use_error>|^failed to parse function arguments/, "fail"],
];

/** The status that an agent's own line tells, or null; `more` are words that one agent alone uses. */
export function statusOfOwnWords(line: string, more: OwnWords = []): Status | null {
  for (const [pattern, status] of [...OWN_WORDS, ...more]) {
    if (pattern.test(line)) return status;
  }
  return null;
}

/** What an agent's shell, and `timeout`, answer for a command that was stopped for its time, and other programs for others. */
export const TIMED_OUT = 124;

/** 0 is `ok`; anything else `fail`. */
export function statusOfExit(exitCode: number): Status {
  return exitCode === 0 ? "ok" : "fail";
}

/** The first line of a text. */
export function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}
