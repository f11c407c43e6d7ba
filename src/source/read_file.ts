import type { Host } from "../host/host.ts";
import type { Shell } from "../shell/command.ts";
import type { Diagnostic } from "../trace/diagnostic.ts";
import type { ProjectPlace } from "../trace/path_group.ts";
import type { Agent } from "../trace/session.ts";
import { reasonOf } from "./discover.ts";
import { type LineCounts, readRecords } from "./jsonl.ts";
import type { SessionPart } from "./part.ts";
import { isInProject } from "./project.ts";
import type { ParsedFile, Source } from "./source.ts";
import { SOURCES } from "./sources.ts";

/** A file to be read. It can be handed to another thread, and so can what was read. */
export interface ReadJob {
  readonly path: string;
  /** null: the user named the file, and its content tells the agent. */
  readonly agent: Agent | null;
  /** Wanted only if it is of this project; null: in any case. */
  readonly project: ProjectPlace | null;
  /** null: not known. */
  readonly sizeBytes: number | null;
}

/** What one file gave. */
export interface FileReading {
  readonly outcome: "read" | "not of the project" | "skipped";
  readonly parts: readonly SessionPart[];
  readonly linesRead: number;
  readonly linesSkipped: number;
  readonly unparsedCommands: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Something in it was lost, or all of it, that should have been read. */
  readonly isLossy: boolean;
}

const NOTHING: FileReading = {
  outcome: "not of the project",
  parts: [],
  linesRead: 0,
  linesSkipped: 0,
  unparsedCommands: 0,
  diagnostics: [],
  isLossy: false,
};

/** A file or folder that could not be read. */
export function skippedFile(path: string, reason: string): FileReading {
  const message = `Skipped a file: ${reason}`;
  return {
    ...NOTHING,
    outcome: "skipped",
    diagnostics: [{ kind: `skipped: ${reason}`, message, file: path, line: null }],
    isLossy: reason !== "a symbolic link",
  };
}

/** Reads one file. What cannot be read is told in the answer; nothing is thrown. */
export function readFile(host: Host, shell: Shell, job: ReadJob): FileReading {
  try {
    const source = job.agent === null
      ? detectedSource(host, job.path)
      : SOURCES.find((known) => known.agent === job.agent);
    if (source === undefined) {
      const isEmpty = host.stat(job.path)?.sizeBytes === 0;
      return skippedFile(job.path, isEmpty ? "empty" : "no session of an agent that is known");
    }
    if (job.project !== null && !isOfProject(host, source, job.path, job.project)) return NOTHING;
    return parsedFile(host, shell, source, job.path);
  } catch (error) {
    return skippedFile(job.path, reasonOf(error));
  }
}

function detectedSource(host: Host, path: string): Source | undefined {
  let source: Source | undefined;
  readRecords(host, path, (record) => {
    source = SOURCES.find((known) => known.detect(record));
    return source === undefined;
  });
  return source;
}

/** Told by the first record that names a folder; the file is read no further than that. */
function isOfProject(host: Host, source: Source, path: string, project: ProjectPlace): boolean {
  let cwd: string | null = null;
  readRecords(host, path, (record) => {
    cwd = source.cwdOf(record);
    return cwd === null;
  }, { types: null, cuts: source.needs.cuts });
  return cwd !== null && isInProject(host, project, cwd);
}

function parsedFile(host: Host, shell: Shell, source: Source, file: string): FileReading {
  const parser = source.parser({
    file,
    shell,
    home: host.homeDir(),
    readBeside: (path) => host.readText(path),
  });
  const counts = readRecords(host, file, (record, line) => parser.record(record, line), source.needs);
  const { parts, unparsedCommands }: ParsedFile = parser.finish();
  return {
    outcome: "read",
    parts,
    linesRead: counts.lines,
    linesSkipped: counts.bad.length + Number(counts.unfinished),
    unparsedCommands,
    diagnostics: lineDiagnostics(file, counts),
    isLossy: counts.bad.length > 0,
  };
}

function lineDiagnostics(file: string, { bad, unfinished }: LineCounts): readonly Diagnostic[] {
  const found: Diagnostic[] = bad.map((line) => ({
    kind: "bad line",
    message: "Skipped a line that is no JSON object",
    file,
    line,
  }));
  if (unfinished) {
    found.push({ kind: "unfinished line", message: "Skipped an unfinished last line", file, line: null });
  }
  return found;
}
