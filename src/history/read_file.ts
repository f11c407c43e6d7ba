import type { Host } from "../host/host.ts";
import type { Shell } from "../shell/command.ts";
import type { Diagnostic } from "../trace/diagnostic.ts";
import type { ProjectPlace } from "../trace/path_group.ts";
import type { Agent } from "../trace/session.ts";
import { reasonOf } from "../source/discover.ts";
import { FIRST_LINE, type LineCounts, type LinePlace, readRecords } from "../source/jsonl.ts";
import type { Fields } from "../source/narrow.ts";
import { baseName, dirName, joinPath } from "../source/path.ts";
import { isInProject } from "../source/project.ts";
import { EarlierCallError, type ParsedFile, type Parser, type PartCounts, type Source } from "../source/source.ts";
import { detectSource, SOURCES } from "../source/sources.ts";
import { hashText, makeText } from "../source/text.ts";
import { entryOf, EntryWriter, type FileEntry, type OnRows, type Wanted } from "./entry.ts";
import { EMPTY, type FileReading, type Mark, otherProjects, skippedFile } from "./reading.ts";

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
  /** Its rows need not be held: they are kept elsewhere, or it is the only file and shares nothing. */
  readonly handsOn?: boolean;
}

/** A file that was to be read on holds something else than what was read of it. */
export class ChangedFileError extends Error {
  override readonly name = "ChangedFileError";
}

/** How a file is read. */
export interface ReadOptions {
  readonly wanted: Wanted;
  /** What its tool calls did is told with a shell alone. */
  readonly shell: Shell | null;
  /**
   * After so many records what was read of a file becomes rows, where it can be read on from there: of what is told in
   * two pieces no text is kept.
   */
  readonly pieceRecords?: number;
  /** Takes the first rows of a long file while it is read (`EntryWriter`). */
  readonly onRows?: OnRows | undefined;
  /** How many bytes of rows are held before that. */
  readonly heldBytes?: number;
}

/** As objects, the events of so many records take 250 kB: most of them die before V8 takes them for long-lived. */
const PIECE_RECORDS = 256;
/** Rows of 40 MB of a log, or thereabouts. */
const HELD_BYTES = 1024 * 1024;
/** A file of which rows were handed on more often is a long one: garbage is then collected before V8 would do so. */
const LONG_TIMES = 1;

/** Reads one file. What cannot be read is told in the answer; nothing is thrown. */
export function readFile(host: Host, job: ReadJob, options: ReadOptions): FileEntry {
  try {
    const source = job.agent === null
      ? detectSource(host, job.path)
      : SOURCES.find((known) => known.agent === job.agent);
    if (source === undefined) {
      const isEmpty = host.stat(job.path)?.sizeBytes === 0;
      return lost(isEmpty ? EMPTY : "no session of an agent that is known");
    }
    const cwd = job.project === null ? null : cwdOf(host, source, job.path);
    if (job.project !== null && (cwd === null || !isInProject(host, job.project, cwd))) {
      return entryOf(otherProjects(cwd), [], options.wanted);
    }
    const { entry, hasCopies, lacksRows } = parsedFile(host, source, job, cwd, options);
    if (!hasCopies && !lacksRows) return entry;
    // What came in another piece was not known when it came again.
    return parsedFile(host, source, job, cwd, hasCopies ? inOnePiece() : holding()).entry;
  } catch (error) {
    if (error instanceof EarlierCallError) return readFile(host, { ...job, from: null }, inOnePiece());
    if (job.from !== null) return readFile(host, { ...job, from: null }, options);
    holding();
    return lost(reasonOf(error));
  }

  function holding(): ReadOptions {
    options.onRows?.(null);
    return { ...options, onRows: undefined };
  }

  function inOnePiece(): ReadOptions {
    return { ...holding(), pieceRecords: Infinity };
  }

  function lost(reason: string): FileEntry {
    return entryOf(skippedFile(job.path, reason), [], options.wanted);
  }
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
  source: Source,
  { path, from }: ReadJob,
  cwd: string | null,
  options: ReadOptions,
): ReturnType<EntryWriter["end"]> {
  const { wanted, shell, heldBytes = HELD_BYTES } = options;
  const { pieceRecords = wanted === "counts" ? PIECE_RECORDS : Infinity } = options;
  let handedOn = 0;
  const onRows: OnRows | undefined = options.onRows && ((rows) => {
    options.onRows?.(rows);
    if (++handedOn > LONG_TIMES) host.collectGarbage();
  });
  const writer = new EntryWriter({ wanted, before: from?.soFar ?? null, onRows, heldBytes });
  let mark: LiveMark | null = null;
  let nowRecord: Fields = {};
  let nowPlace: Readonly<LinePlace> = from?.place ?? FIRST_LINE;
  let isFirst = true;
  let records = 0;
  /** Records since the last mark, and the open calls that it told. */
  let sinceMark = 0;
  let openAtMark = 0;
  let firstCwd: string | null = null;
  const open = (resumed: string | null): Parser =>
    source.parser({
      file: path,
      shell,
      home: host.homeDir(),
      // Where only counts are wanted no text is shown.
      makeText: shell === null ? hashText : makeText,
      readBeside: (beside) => isBeside(host, path, beside) ? host.readText(beside) : null,
      resumed,
      mark: (state, soFar) => {
        mark = { place: { ...nowPlace }, record: recordName(nowRecord), state, soFar: soFar.map(countsOf) };
        sinceMark = 0;
        openAtMark = soFar.reduce((sum, { openCalls }) => sum + openCalls, 0);
      },
      mayMark: () => sinceMark >= openAtMark,
      wantsMark: () => records > pieceRecords,
    });
  let parser = open(from?.state ?? null);
  const close = (upTo: readonly PartCounts[] | null): ParsedFile => {
    const parsed = parser.finish();
    firstCwd ??= parsed.parts.find((part) => part.cwd !== null)?.cwd ?? null;
    writer.add(parsed.parts, upTo);
    return parsed;
  };
  const counts = readRecords(
    host,
    path,
    (record, place) => {
      if (isFirst && from !== null && recordName(record) !== from.record) throw new ChangedFileError(path);
      isFirst = false;
      nowRecord = record;
      nowPlace = place;
      records++;
      sinceMark++;
      parser.record(record, place.line);
      if (records <= pieceRecords || mark?.place.line !== place.line) return;
      close(mark.soFar);
      parser = open(JSON.stringify(mark.state));
      records = 1;
      parser.record(record, place.line);
    },
    source.needs(shell),
    from?.place,
  );
  const { unparsedCommands } = close(null);
  const reading: FileReading = {
    outcome: "read",
    cwd: cwd ?? firstCwd,
    since: from,
    linesRead: counts.lines,
    linesSkipped: counts.bad.length + Number(counts.unfinished),
    unparsedCommands,
    mark: kept(mark),
    diagnostics: lineDiagnostics(path, counts),
    isLossy: counts.bad.length > 0 || counts.isCut,
  };
  return writer.end(reading);
}

/** A mark as the parser gave it. */
type LiveMark = Omit<Mark, "state"> & { readonly state: unknown };

function kept(mark: LiveMark | null): Mark | null {
  return mark === null ? null : { ...mark, state: JSON.stringify(mark.state) };
}

function countsOf({ id, prompts, llmCalls, toolCalls, openCalls }: PartCounts): PartCounts {
  return { id, prompts, llmCalls, toolCalls, openCalls };
}

function recordName({ timestamp, uuid }: Fields): string {
  return `${timestamp} ${uuid}`;
}

function lineDiagnostics(file: string, { bad, unfinished, isCut }: LineCounts): readonly Diagnostic[] {
  const found: Diagnostic[] = bad.map((line) => ({
    kind: "bad line",
    message: "Skipped a line that is no JSON object",
    file,
    line,
  }));
  if (isCut) {
    const message = "Skipped the rest of a compressed file that is cut off";
    found.push({ kind: "cut file", message, file, line: null });
  } else if (unfinished) {
    found.push({ kind: "unfinished line", message: "Skipped an unfinished last line", file, line: null });
  }
  return found;
}

/** Whether a file stands beside a session file: a link may lead anywhere, and is not followed. */
function isBeside(host: Host, file: string, beside: string): boolean {
  const real = host.realPath(file);
  return real !== null && host.realPath(beside) === joinPath(dirName(real), baseName(beside));
}
