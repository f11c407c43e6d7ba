import type { Host } from "../host/host.ts";
import type { Shell } from "../shell/command.ts";
import type { Diagnostic } from "../trace/diagnostic.ts";
import type { ProjectPlace } from "../trace/path_group.ts";
import type { Agent } from "../trace/session.ts";
import { reasonOf } from "../source/discover.ts";
import { FIRST_LINE, type LineCounts, type LinePlace, readRecords } from "../source/jsonl.ts";
import type { Fields } from "../source/narrow.ts";
import type { SessionPart } from "../source/part.ts";
import { baseName, dirName, joinPath } from "../source/path.ts";
import { isInProject } from "../source/project.ts";
import type { ParsedFile, PartCounts, Source } from "../source/source.ts";
import { SOURCES } from "../source/sources.ts";
import { hashText, makeText } from "../source/text.ts";

/** A file to be read. It can be handed to another thread, and so can what was read. */
export interface ReadJob {
  readonly path: string;
  /** null: the user named the file, and its content tells the agent. */
  readonly agent: Agent | null;
  /** Wanted only if it is of this project; null: in any case. */
  readonly project: ProjectPlace | null;
  /** null: not known. */
  readonly sizeBytes: number | null;
  /** Where reading goes on, of a file that has grown; null: from its beginning. */
  readonly from: Mark | null;
}

/** A place of a file from which it can be read on without what comes before. */
export interface Mark {
  readonly place: Readonly<LinePlace>;
  /** What tells the record that stands there. */
  readonly record: string;
  /** What the source's parser must know there, as JSON. */
  readonly state: string;
  readonly soFar: readonly PartCounts[];
}

/** What one file gave. */
export interface FileReading {
  readonly outcome: "read" | "not of the project" | "skipped";
  /** The first working directory that it tells; null where it tells none. */
  readonly cwd: string | null;
  /** The mark from which it was read on: `parts` are what came since; null: all of it was read. */
  readonly since: Mark | null;
  readonly parts: readonly SessionPart[];
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
  parts: [],
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
const EMPTY = "empty";

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

/** A file that was to be read on holds something else than what was read of it. */
export class ChangedFileError extends Error {
  override readonly name = "ChangedFileError";
}

/** Reads one file; without a shell not what its tool calls did. What cannot be read is told in the answer; nothing is thrown. */
export function readFile(host: Host, shell: Shell | null, job: ReadJob): FileReading {
  try {
    const source = job.agent === null
      ? detectedSource(host, job.path)
      : SOURCES.find((known) => known.agent === job.agent);
    if (source === undefined) {
      const isEmpty = host.stat(job.path)?.sizeBytes === 0;
      return skippedFile(job.path, isEmpty ? EMPTY : "no session of an agent that is known");
    }
    const cwd = job.project === null ? null : cwdOf(host, source, job.path);
    if (job.project !== null && (cwd === null || !isInProject(host, job.project, cwd))) return otherProjects(cwd);
    return parsedFile(host, shell, source, job, cwd);
  } catch (error) {
    if (job.from !== null) return readFile(host, shell, { ...job, from: null });
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

/** In so many bytes most files tell their folder. */
const HEAD_BYTES = 8 * 1024;

/** The folder that the first record tells which names one; the file is read no further than that. */
function cwdOf(host: Host, source: Source, path: string): string | null {
  let cwd: string | null = null;
  readRecords(
    host,
    path,
    (record) => {
      cwd = source.cwdOf(record);
      return cwd === null;
    },
    { types: null, cuts: source.needs(null).cuts },
    FIRST_LINE,
    HEAD_BYTES,
  );
  return cwd;
}

function parsedFile(
  host: Host,
  shell: Shell | null,
  source: Source,
  { path, from }: ReadJob,
  cwd: string | null,
): FileReading {
  let mark: LiveMark | null = null;
  let nowRecord: Fields = {};
  let nowPlace: Readonly<LinePlace> = from?.place ?? FIRST_LINE;
  let isFirst = true;
  const parser = source.parser({
    file: path,
    shell,
    home: host.homeDir(),
    // Where only counts are wanted no text is shown.
    makeText: shell === null ? hashText : makeText,
    readBeside: (beside) => isBeside(host, path, beside) ? host.readText(beside) : null,
    resumed: from?.state ?? null,
    mark: (state, soFar) => {
      mark = { place: { ...nowPlace }, record: recordName(nowRecord), state, soFar: soFar.map(countsOf) };
    },
  });
  const counts = readRecords(
    host,
    path,
    (record, place) => {
      if (isFirst && from !== null && recordName(record) !== from.record) throw new ChangedFileError(path);
      isFirst = false;
      nowRecord = record;
      nowPlace = place;
      parser.record(record, place.line);
    },
    source.needs(shell),
    from?.place,
  );
  const { parts, unparsedCommands }: ParsedFile = parser.finish();
  return {
    outcome: "read",
    cwd: cwd ?? parts.find((part) => part.cwd !== null)?.cwd ?? null,
    since: from,
    parts,
    linesRead: counts.lines,
    linesSkipped: counts.bad.length + Number(counts.unfinished),
    unparsedCommands,
    mark: kept(mark),
    diagnostics: lineDiagnostics(path, counts),
    isLossy: counts.bad.length > 0,
  };
}

/** A mark as the parser gave it. */
type LiveMark = Omit<Mark, "state"> & { readonly state: unknown };

function kept(mark: LiveMark | null): Mark | null {
  return mark === null ? null : { ...mark, state: JSON.stringify(mark.state) };
}

function countsOf({ id, prompts, llmCalls, toolCalls }: PartCounts): PartCounts {
  return { id, prompts, llmCalls, toolCalls };
}

function recordName({ timestamp, uuid }: Fields): string {
  return `${timestamp} ${uuid}`;
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

/** Whether a file stands beside a session file: a link may lead anywhere, and is not followed. */
function isBeside(host: Host, file: string, beside: string): boolean {
  const real = host.realPath(file);
  return real !== null && host.realPath(beside) === joinPath(dirName(real), baseName(beside));
}
