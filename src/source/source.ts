import type { Host } from "../host/host.ts";
import type { Shell } from "../shell/command.ts";
import type { Agent } from "../trace/session.ts";
import type { Needs } from "./cuts.ts";
import type { Fields } from "./narrow.ts";
import type { SessionPart } from "./part.ts";
import type { TextMaker } from "./text.ts";

/** One agent's logs: where they are, how they are told, how they are read. One folder under `source/` each. */
export interface Source {
  readonly agent: Agent;
  /** Where it keeps its sessions unless it was told otherwise, for people. */
  readonly usualRoot: string;
  /** Folders that hold session files, of the agent's default homes; only those that are there. Throws `RootError`. */
  defaultRoots(host: Host): readonly string[];
  /** The folders of session files in a folder that the user named: the agent's home, or one of them itself. */
  rootsIn(host: Host, dir: string): readonly string[];
  /** Whether a file below a root may hold a session, told by its path from there. */
  isSessionFile(relativePath: string): boolean;
  /** The files beside a session file that its parser may ask for. */
  filesBeside(file: string): readonly string[];
  /** Whether a file is this agent's, told by one of its first records. */
  detect(record: Fields): boolean;
  /** The working directory that a record tells, or null. */
  cwdOf(record: Fields): string | null;
  /** What its parser reads of the records, with this `shell` (`ParseContext`). */
  needs(shell: Shell | null): Needs;
  parser(context: ParseContext): Parser;
}

export interface ParseContext {
  /** Absolute path of the file. */
  readonly file: string;
  /** null: what commands and tools did is not wanted (their effects, processes, paths and hosts). */
  readonly shell: Shell | null;
  readonly home: string | null;
  /** Makes what is kept of a text. */
  readonly makeText: TextMaker;
  /** Text of a file beside the session file, by its path; null where it is not there. */
  readonly readBeside: (path: string) => string | null;
  /**
   * What this parser marked when the file was read before, as JSON that was kept under a checksum, where reading goes on
   * from there; null: from the beginning.
   */
  readonly resumed: string | null;
  /**
   * Called with what a parser must know to go on with the record that it is given now, without the ones before: JSON,
   * and no text of the log. The last mark is kept.
   */
  readonly mark: (state: unknown, soFar: readonly PartCounts[]) => void;
  /** A mark is worth what it costs to tell again which calls are open: at least so many records came since the last. */
  readonly mayMark: () => boolean;
  /** A mark is wanted wherever there may be one: much was read since the last. */
  readonly wantsMark: () => boolean;
}

/** How many of a part's events came before a mark: the first ones of its lists. */
export interface PartCounts {
  readonly id: string;
  readonly prompts: number;
  readonly llmCalls: number;
  readonly toolCalls: number;
  /** Of its tool calls, those that are told again behind the mark, before all others. */
  readonly openCalls: number;
}

/** Takes a file's records one by one, in the order of the file. */
export interface Parser {
  record(record: Fields, line: number): void;
  finish(): ParsedFile;
}

export interface ParsedFile {
  /** Where reading was resumed, what came since. */
  readonly parts: readonly SessionPart[];
  /** Shell commands for which only the vaguer rule was left. */
  readonly unparsedCommands: number;
}

/** A record tells more of a call that came before the place where reading was resumed. */
export class EarlierCallError extends Error {
  override readonly name = "EarlierCallError";
}

/** A root that the user's environment names and that is not there. */
export class RootError extends Error {
  override readonly name = "RootError";
}
