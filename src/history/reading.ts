import type { LinePlace } from "../source/jsonl.ts";
import type { PartCounts } from "../source/source.ts";
import type { Diagnostic } from "../trace/diagnostic.ts";

/** A place of a file from which it can be read on without what comes before. */
export interface Mark {
  readonly place: Readonly<LinePlace>;
  /** What tells the record that stands there. */
  readonly record: string;
  /** What the source's parser must know there, as JSON. */
  readonly state: string;
  readonly soFar: readonly PartCounts[];
}

/** What became of one file, besides its sessions. */
export interface FileReading {
  readonly outcome: "read" | "not of the project" | "skipped";
  /** The first working directory that it tells; null where it tells none. */
  readonly cwd: string | null;
  /** The mark from which it was read on: its sessions are what came since; null: all of it was read. */
  readonly since: Mark | null;
  readonly linesRead: number;
  readonly linesSkipped: number;
  readonly unparsedCommands: number;
  /** The last place from which it can be read on; null where there is none. */
  readonly mark: Mark | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Something in it was lost, or all of it, that should have been read. */
  readonly isLossy: boolean;
}

const NOTHING: FileReading = {
  outcome: "not of the project",
  cwd: null,
  since: null,
  linesRead: 0,
  linesSkipped: 0,
  unparsedCommands: 0,
  mark: null,
  diagnostics: [],
  isLossy: false,
};

/** A file whose sessions are of another project. */
export function otherProjects(cwd: string | null): FileReading {
  return { ...NOTHING, cwd };
}

/** Claude Code leaves an empty file where a session was resumed: nothing in it is lost. */
export const EMPTY = "empty";

/** A file or folder that could not be read. */
export function skippedFile(path: string, reason: string): FileReading {
  const message = `Skipped a file: ${reason}`;
  return {
    ...NOTHING,
    outcome: "skipped",
    diagnostics: [{ kind: `skipped: ${reason}`, message, file: path, line: null }],
    isLossy: reason !== "a symbolic link" && reason !== EMPTY,
  };
}
