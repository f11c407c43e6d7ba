import type { Host } from "../host/host.ts";
import type { Shell } from "../shell/command.ts";
import type { Diagnostic, ReadCounts } from "../trace/diagnostic.ts";
import type { ProjectPlace } from "../trace/path_group.ts";
import type { Session } from "../trace/session.ts";
import { type Candidate, listRoot, reasonOf, type RootListing, withoutTwins } from "./discover.ts";
import { joinParts } from "./join.ts";
import { readRecords } from "./jsonl.ts";
import type { SessionPart } from "./part.ts";
import { isInProject } from "./project.ts";
import { SOURCES } from "./sources.ts";
import type { ParsedFile, Source } from "./source.ts";

/** Which sessions are wanted. */
export interface ReadRequest {
  /** Sessions of this project; null: of any. */
  readonly project: ProjectPlace | null;
  /** The folders to look in, for each source. */
  readonly roots: readonly { readonly source: Source; readonly root: string }[];
  /** Only these files, and no look into the roots; their sessions need not be the project's. */
  readonly sessionFiles: readonly string[];
  /** Newest files looked at under each root; 0: all. */
  readonly scanFiles: number;
  /** Only sessions that were at work at some time from `sinceMs` on and before `untilMs`; null: no bound. */
  readonly sinceMs: number | null;
  readonly untilMs: number | null;
  /** Newest sessions kept, not counting subagents, which come with their parents; 0: all. */
  readonly maxSessions: number;
}

/** The sessions that were wanted, in order of their start, and an account of what was read. */
export interface ReadResult {
  readonly sessions: readonly Session[];
  readonly counts: ReadCounts;
  readonly diagnostics: readonly Diagnostic[];
  readonly listings: readonly RootListing[];
  /** Sessions of the project that `maxSessions` left out. */
  readonly sessionsLeftOut: number;
  readonly unparsedCommands: number;
  /** Something that should have been read was lost: not by a limit, nor at the end of a file still being written. */
  readonly isLossy: boolean;
}

/** Reads the sessions that are asked for. What cannot be read is counted and told; reading goes on. */
export function readSessions(host: Host, shell: Shell, request: ReadRequest): ReadResult {
  const reader = new Reader(host, shell);
  const listings = request.sessionFiles.length > 0
    ? []
    : request.roots.map(({ source, root }) => listRoot(host, source, root, request.scanFiles));
  for (const { path, reason } of listings.flatMap((listing) => listing.skipped)) reader.skip(path, reason);
  const parts = request.sessionFiles.length > 0
    ? request.sessionFiles.flatMap((path) => reader.readNamed(path))
    : withoutTwins(listings.flatMap((listing) => listing.candidates))
      .flatMap((candidate) => reader.readOfProject(candidate, request.project));
  const joined = joinParts(parts);
  const wanted = inWindow(joined.sessions, request);
  const sessions = newestSessions(wanted, request.maxSessions);
  return {
    sessions,
    counts: { ...reader.counts(), copiesDropped: joined.copiesDropped },
    diagnostics: reader.diagnostics,
    listings,
    sessionsLeftOut: wanted.length - sessions.length,
    unparsedCommands: reader.unparsedCommands,
    isLossy: reader.isLossy,
  };
}

class Reader {
  readonly diagnostics: Diagnostic[] = [];
  unparsedCommands = 0;
  isLossy = false;
  #filesRead = 0;
  #filesSkipped = 0;
  #linesRead = 0;
  #linesSkipped = 0;
  readonly #host: Host;
  readonly #shell: Shell;

  constructor(host: Host, shell: Shell) {
    this.#host = host;
    this.#shell = shell;
  }

  counts(): Omit<ReadCounts, "copiesDropped"> {
    return {
      filesRead: this.#filesRead,
      filesSkipped: this.#filesSkipped,
      linesRead: this.#linesRead,
      linesSkipped: this.#linesSkipped,
    };
  }

  /** A file or folder that could not be read. */
  skip(path: string, reason: string): void {
    this.#filesSkipped++;
    this.isLossy ||= reason !== "a symbolic link";
    this.diagnostics.push({ kind: `skipped: ${reason}`, message: `Skipped a file: ${reason}`, file: path, line: null });
  }

  readOfProject(candidate: Candidate, project: ProjectPlace | null): readonly SessionPart[] {
    if (project !== null && !this.#isOfProject(candidate, project)) return [];
    return this.#parse(candidate.source, candidate.path);
  }

  /** A file that the user named: its content tells the agent. */
  readNamed(path: string): readonly SessionPart[] {
    let source: Source | undefined;
    try {
      readRecords(this.#host, path, (record) => {
        source = SOURCES.find((known) => known.detect(record));
        return source === undefined;
      });
    } catch (error) {
      this.skip(path, reasonOf(error));
      return [];
    }
    if (source !== undefined) return this.#parse(source, path);
    this.skip(path, this.#host.stat(path)?.sizeBytes === 0 ? "empty" : "no session of an agent that is known");
    return [];
  }

  /** Told by the first record that names a folder; the file is read no further than that. */
  #isOfProject(candidate: Candidate, project: ProjectPlace): boolean {
    let cwd: string | null = null;
    try {
      readRecords(this.#host, candidate.path, (record) => {
        cwd = candidate.source.cwdOf(record);
        return cwd === null;
      });
    } catch (error) {
      this.skip(candidate.path, reasonOf(error));
    }
    return cwd !== null && isInProject(this.#host, project, cwd);
  }

  #parse(source: Source, file: string): readonly SessionPart[] {
    const parser = source.parser({
      file,
      shell: this.#shell,
      home: this.#host.homeDir(),
      readBeside: (path) => this.#host.readText(path),
    });
    let parsed: ParsedFile;
    try {
      const { lines, bad, unfinished } = readRecords(this.#host, file, (record, line) => parser.record(record, line));
      this.#linesRead += lines;
      this.#linesSkipped += bad.length + Number(unfinished);
      this.isLossy ||= bad.length > 0;
      for (const line of bad) {
        this.diagnostics.push({ kind: "bad line", message: "Skipped a line that is no JSON object", file, line });
      }
      if (unfinished) {
        this.diagnostics.push({
          kind: "unfinished line",
          message: "Skipped an unfinished last line",
          file,
          line: null,
        });
      }
      parsed = parser.finish();
    } catch (error) {
      this.skip(file, reasonOf(error));
      return [];
    }
    this.#filesRead++;
    this.unparsedCommands += parsed.unparsedCommands;
    return parsed.parts;
  }
}

/** Top sessions that were at work in the window, each with the subagents below it. */
function inWindow(
  sessions: readonly Session[],
  { sinceMs, untilMs }: Pick<ReadRequest, "sinceMs" | "untilMs">,
): readonly Session[] {
  if (sinceMs === null && untilMs === null) return sessions;
  const topOf = topFinder(sessions);
  return sessions.filter((session) => {
    const { startMs, endMs } = topOf(session);
    return startMs !== null && (untilMs === null || startMs < untilMs) &&
      (sinceMs === null || (endMs ?? startMs) >= sinceMs);
  });
}

/** The newest top sessions by their last record, each with the subagents below it. */
function newestSessions(sessions: readonly Session[], limit: number): readonly Session[] {
  const sorted = sessions.toSorted((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0) || (a.id < b.id ? -1 : 1));
  if (limit === 0) return sorted;
  const topOf = topFinder(sessions);
  const tops = [...new Set(sorted.map(topOf))]
    .sort((a, b) => (b.endMs ?? 0) - (a.endMs ?? 0) || (a.id < b.id ? -1 : 1));
  const kept = new Set(tops.slice(0, limit));
  return sorted.filter((session) => kept.has(topOf(session)));
}

/** Finds the session above all parents of one, as far as they are there. */
function topFinder(sessions: readonly Session[]): (session: Session) => Session {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  return (session) => {
    const seen = new Set<Session>();
    let top = session;
    while (!seen.has(top)) {
      seen.add(top);
      top = byId.get(top.parentId ?? "") ?? top;
    }
    return top;
  };
}
