import type { Host } from "../host/host.ts";
import type { Shell } from "../shell/command.ts";
import type { Diagnostic, ReadCounts } from "../trace/diagnostic.ts";
import type { ProjectPlace } from "../trace/path_group.ts";
import type { Session } from "../trace/session.ts";
import { listRoot, type RootListing, withoutTwins } from "./discover.ts";
import { joinParts } from "./join.ts";
import { type FileReading, readFile, type ReadJob, skippedFile } from "./read_file.ts";
import type { Source } from "./source.ts";
import { readTogether } from "./threads.ts";

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

/** Reads the sessions that are asked for, in this thread. What cannot be read is counted and told; reading goes on. */
export function readSessions(host: Host, shell: Shell, request: ReadRequest): ReadResult {
  const listings = listRoots(host, request);
  return resultOf(request, listings, jobsOf(request, listings).map((job) => readFile(host, shell, job)));
}

/** As `readSessions`, with the help of other threads where there is much to read. The result is the same. */
export async function readSessionsTogether(host: Host, request: ReadRequest): Promise<ReadResult> {
  const listings = listRoots(host, request);
  return resultOf(request, listings, await readTogether(host, jobsOf(request, listings)));
}

function listRoots(host: Host, { roots, sessionFiles, scanFiles }: ReadRequest): readonly RootListing[] {
  return sessionFiles.length > 0 ? [] : roots.map(({ source, root }) => listRoot(host, source, root, scanFiles));
}

function jobsOf({ sessionFiles, project }: ReadRequest, listings: readonly RootListing[]): readonly ReadJob[] {
  if (sessionFiles.length > 0) {
    return sessionFiles.map((path) => ({ path, agent: null, project: null, sizeBytes: null }));
  }
  return withoutTwins(listings.flatMap((listing) => listing.candidates))
    .map(({ source, path, sizeBytes }) => ({ path, agent: source.agent, project, sizeBytes }));
}

function resultOf(
  request: ReadRequest,
  listings: readonly RootListing[],
  readings: readonly FileReading[],
): ReadResult {
  const all = [
    ...listings.flatMap((listing) => listing.skipped).map(({ path, reason }) => skippedFile(path, reason)),
    ...readings,
  ];
  const sum = (count: (reading: FileReading) => number): number =>
    all.reduce((total, reading) => total + count(reading), 0);
  const joined = joinParts(all.flatMap((reading) => reading.parts));
  const wanted = inWindow(joined.sessions, request);
  const sessions = newestSessions(wanted, request.maxSessions);
  return {
    sessions,
    counts: {
      filesRead: sum((reading) => Number(reading.outcome === "read")),
      filesSkipped: sum((reading) => Number(reading.outcome === "skipped")),
      linesRead: sum((reading) => reading.linesRead),
      linesSkipped: sum((reading) => reading.linesSkipped),
      copiesDropped: joined.copiesDropped,
    },
    diagnostics: all.flatMap((reading) => reading.diagnostics),
    listings,
    sessionsLeftOut: wanted.length - sessions.length,
    unparsedCommands: sum((reading) => reading.unparsedCommands),
    isLossy: all.some((reading) => reading.isLossy),
  };
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
