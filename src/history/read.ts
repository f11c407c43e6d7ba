import type { Host } from "../host/host.ts";
import type { Shell } from "../shell/command.ts";
import type { Diagnostic, ReadCounts } from "../trace/diagnostic.ts";
import type { ProjectPlace } from "../trace/path_group.ts";
import { newestWithSubagents, topFinder } from "../trace/newest.ts";
import type { Session, Text } from "../trace/session.ts";
import { type Candidate, listRoot, type RootListing, withoutTwins } from "../source/discover.ts";
import { joinParts } from "../source/join.ts";
import type { SessionPart } from "../source/part.ts";
import { isInProject } from "../source/project.ts";
import type { Source } from "../source/source.ts";
import { filesBeside } from "../source/sources.ts";
import { type FileStamp, type LogCache, NO_CACHE } from "./cache.ts";
import { Sharing } from "./digest.ts";
import { entryOf, type FileEntry, giveBack, GrownEntry, partsOf, type Wanted } from "./entry.ts";
import { readFile, type ReadJob } from "./read_file.ts";
import { otherProjects, skippedFile } from "./reading.ts";
import { type SessionSummary, summaryOf } from "./summary.ts";
import { type Helpers, prepareHelpers, readTogether, type Taking } from "./threads.ts";

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
  readonly summaries: readonly SessionSummary[];
  /** The sessions of `summaries` with all their events; made when first asked for. */
  readonly sessions: readonly Session[];
  /** The texts of some of these sessions, by their hashes: for what the cache knew as hashes alone. */
  textsOf(places: readonly number[]): Promise<ReadonlyMap<string, string>>;
  readonly counts: ReadCounts;
  readonly diagnostics: readonly Diagnostic[];
  readonly listings: readonly RootListing[];
  /** Sessions of the project that `maxSessions` left out. */
  readonly sessionsLeftOut: number;
  /** Sessions of the project that were not at work between `sinceMs` and `untilMs`. */
  readonly sessionsOutside: number;
  readonly unparsedCommands: number;
  /** Something that should have been read was lost: not by a limit, nor at the end of a file still being written. */
  readonly isLossy: boolean;
}

/** Reads the sessions that are asked for, in this thread. What cannot be read is counted and told; reading goes on. */
export function readSessions(host: Host, shell: Shell, request: ReadRequest): ReadResult {
  const listings = listRoots(host, request);
  const files = jobsOf(request, listings).map(({ job }) =>
    fileOf(job, readFile(host, job, { wanted: "texts", shell }))
  );
  const sharing = new Sharing();
  sharing.add(files.map(({ entry }, place) => [place, entry]));
  return resultOf(host, request, listings, files, sharing);
}

/**
 * As `readSessions`, with the help of other threads where there is much to read, and of a cache. The result is the
 * same, but that without `"texts"` texts may be hashes alone, and with `"counts"` calls do not tell what they did.
 */
export async function readSessionsTogether(
  host: Host,
  request: ReadRequest,
  wanted: Wanted = "texts",
  cache: LogCache = NO_CACHE,
): Promise<ReadResult> {
  const listings = listRoots(host, request);
  const jobs = jobsOf(request, listings);
  // A thread takes as long to start as it takes to find out in the cache what there is to read.
  const isLate = jobs.some(({ stamp }) => stamp === null || stamp.mtimeMs > cache.newestMs);
  const early = isLate ? prepareHelpers(host, readable(host, request)) : null;
  const handsOn = cache !== NO_CACHE || jobs.length === 1;
  const plans = jobs.map(({ job, stamp }) => planOf(host, { ...job, handsOn }, stamp, wanted, cache));
  const missing = plans.filter((plan) => plan.known === null);
  const sharing = new Sharing();
  const read = new Map<FilePlan, HistoryFile>();
  /** Rows of their files came before their entries. */
  const handedOn = new Set<FilePlan>();
  const helpers = early ?? (missing.length === 0 ? null : prepareHelpers(host, readable(host, request)));
  const reading = helpers === null ? Promise.resolve() : readWanted(
    host,
    missing.map(({ job }) => job),
    wanted,
    helpers,
    {
      onEntry(place, entry): void {
        const plan = missing[place];
        if (plan === undefined) return;
        read.set(plan, keptFile(host, plan, entry, { wanted, cache, isWhole: !handedOn.has(plan) }));
      },
      onRows(place, rows): void {
        const plan = missing[place];
        if (plan === undefined) return;
        if (rows === null) handedOn.delete(plan);
        else handedOn.add(plan);
        if (plan.stamp !== null) cache.putRows(plan.stamp, rows);
        else giveBack(rows ?? []);
      },
    },
  );
  // While others read; one log alone, since what is prepared is held until the rest of it was read.
  missing.find(({ grown }) => grown !== null)?.grown?.prepare();
  sharing.add(plans.flatMap(({ known }, place) => (known === null ? [] : [[place, known.entry]])));
  await reading;
  const files = plans.map((plan): HistoryFile =>
    plan.known ?? read.get(plan) ?? fileOf(plan.job, entryOf(skippedFile(plan.job.path, "not read"), [], wanted))
  );
  sharing.add(files.flatMap((file, place) => (file === plans[place]?.known ? [] : [[place, file.entry]])));
  await cache.save();
  return resultOf(host, request, listings, files, sharing);
}

/** What must be read for it. */
function readable(host: Host, { roots, sessionFiles }: ReadRequest): readonly string[] {
  return [
    ...roots.map(({ root }) => root),
    ...sessionFiles.flatMap((path) => [path, host.realPath(path) ?? path, ...filesBeside(path)]),
  ];
}

/**
 * As `readTogether`. A thread cannot resolve the links of a folder that it may not read: where a session was at work
 * in the project after all, its file is read again, and gives another entry.
 */
async function readWanted(
  host: Host,
  jobs: readonly ReadJob[],
  wanted: Wanted,
  helpers: Helpers,
  { onEntry, onRows }: Taking,
): Promise<void> {
  try {
    const again: { readonly place: number; readonly job: ReadJob }[] = [];
    const isOfProject = new Map<string, boolean>();
    await readTogether(host, jobs, wanted, helpers, {
      onRows,
      onEntry(place, entry): void {
        onEntry(place, entry);
        const { outcome, cwd } = entry;
        const job = jobs[place];
        if (helpers.mayReadHere || outcome !== "not of the project" || cwd === null) return;
        if (job === undefined || job.project === null) return;
        let isSo = isOfProject.get(cwd);
        if (isSo === undefined) isOfProject.set(cwd, isSo = isInProject(host, job.project, cwd));
        if (isSo) again.push({ place, job: { ...job, project: null } });
      },
    });
    if (again.length === 0) return;
    const placeOf = (index: number): number => again[index]?.place ?? -1;
    await readTogether(host, again.map(({ job }) => job), wanted, helpers, {
      onRows: (index, rows) => onRows(placeOf(index), rows),
      onEntry: (index, entry) => onEntry(placeOf(index), entry),
    });
  } finally {
    helpers.stop();
  }
}

/** A file that was looked at, and what it holds. */
interface HistoryFile {
  readonly job: ReadJob;
  readonly entry: Omit<FileEntry, "packed">;
  parts(): readonly SessionPart[];
}

function fileOf(job: ReadJob, entry: FileEntry): HistoryFile {
  return { job, entry, parts: () => partsOf(entry) };
}

/** A file of which the rows stand in the cache, or else in the log alone. */
function loggedFile(
  host: Host,
  job: ReadJob,
  entry: HistoryFile["entry"],
  cached: () => FileEntry | null,
): HistoryFile {
  const rows = (): FileEntry => cached() ?? readFile(host, job, { wanted: "counts", shell: null });
  return { job, entry, parts: () => partsOf(rows()) };
}

/** A file that was read now. Where little is wanted of it, its rows are held by the cache alone. */
function keptFile(
  host: Host,
  { job, stamp, grown }: FilePlan,
  read: FileEntry,
  { wanted, cache, isWhole }: { readonly wanted: Wanted; readonly cache: LogCache; readonly isWhole: boolean },
): HistoryFile {
  const entry = grown === null || read.since === null ? read : grown.end(read);
  const isKept = stamp !== null && entry.outcome !== "skipped";
  if (isKept) cache.put(stamp, wanted !== "counts", entry);
  const cached = isKept && wanted === "counts" ? cache.find(stamp) : undefined;
  if (cached === undefined && isWhole) return fileOf(job, entry);
  const { packed: _, ...alone } = entry;
  const rows = (): FileEntry | null => cached === undefined ? null : cache.rows(cached);
  return loggedFile(host, { ...job, from: null }, alone, rows);
}

/** What of a file is known, and what is to be read of it. */
interface FilePlan {
  readonly job: ReadJob;
  readonly stamp: FileStamp | null;
  /** null: `job` is to be done. */
  readonly known: HistoryFile | null;
  /** Of a file that has grown. */
  readonly grown: GrownEntry | null;
}

function planOf(host: Host, job: ReadJob, stamp: FileStamp | null, wanted: Wanted, cache: LogCache): FilePlan {
  const read: FilePlan = { job, stamp, known: null, grown: null };
  const cached = stamp === null || wanted === "texts" ? undefined : cache.find(stamp);
  if (cached === undefined || stamp === null || cached.stamp.ino !== stamp.ino) return read;
  const { entry } = cached;
  const isSame = cached.stamp.sizeBytes === stamp.sizeBytes && cached.stamp.mtimeMs === stamp.mtimeMs;
  const isGrown = stamp.sizeBytes > cached.stamp.sizeBytes;
  if (!isSame && !isGrown) return read;
  if (job.project !== null && entry.cwd !== null && !isInProject(host, job.project, entry.cwd)) {
    return { ...read, known: fileOf(job, entryOf(otherProjects(entry.cwd), [], "counts")) };
  }
  if (entry.outcome !== "read" || (wanted === "events" && !cached.hasEvents)) return read;
  if (job.project !== null && entry.cwd === null) return read;
  if (isSame && wanted === "counts") return { ...read, known: loggedFile(host, job, entry, () => cache.rows(cached)) };
  const { mark } = entry;
  const before = isSame || mark !== null ? cache.rows(cached) : null;
  if (before === null) return read;
  if (isSame || mark === null) return { ...read, known: fileOf(job, before) };
  const grown = new GrownEntry(before, mark, wanted);
  return { ...read, job: { ...job, project: null, from: mark }, grown };
}

function listRoots(host: Host, { roots, sessionFiles, scanFiles }: ReadRequest): readonly RootListing[] {
  return sessionFiles.length > 0 ? [] : roots.map(({ source, root }) => listRoot(host, source, root, scanFiles));
}

function jobsOf(
  { sessionFiles, project }: ReadRequest,
  listings: readonly RootListing[],
): readonly { readonly job: ReadJob; readonly stamp: FileStamp | null }[] {
  if (sessionFiles.length > 0) {
    return sessionFiles.map((path) => ({
      job: { path, agent: null, project: null, sizeBytes: null, from: null },
      stamp: null,
    }));
  }
  return withoutTwins(listings.flatMap((listing) => listing.candidates)).map((candidate) => {
    const { source, path, sizeBytes } = candidate;
    return { job: { path, agent: source.agent, project, sizeBytes, from: null }, stamp: stampOf(candidate) };
  });
}

function stampOf({ source, path, ino, sizeBytes, mtimeMs }: Candidate): FileStamp {
  return { agent: source.agent, path, ino, sizeBytes, mtimeMs };
}

function resultOf(
  host: Host,
  request: ReadRequest,
  listings: readonly RootListing[],
  files: readonly HistoryFile[],
  sharing: Sharing,
): ReadResult {
  const skipped = listings.flatMap((listing) => listing.skipped)
    .map(({ path, reason }) => entryOf(skippedFile(path, reason), [], "counts"));
  const all = [...skipped, ...files.map(({ entry }) => entry)];
  const sum = (count: (entry: HistoryFile["entry"]) => number): number =>
    all.reduce((total, entry) => total + count(entry), 0);
  const groups = sharing.groups().map((places) => groupOf(places.flatMap((place) => files[place] ?? [])));
  const found = groups.flatMap((group) => group.summaries);
  const wanted = inWindow(found, request);
  const summaries = newestWithSubagents(wanted.toSorted(byStart), request.maxSessions, (session) => session);
  let sessions: readonly Session[] | null = null;
  return {
    summaries,
    get sessions(): readonly Session[] {
      return sessions ??= sessionsOf(summaries, groups);
    },
    textsOf: (places) => textsOf(host, places.flatMap((place) => summaries[place] ?? []), groups),
    counts: {
      filesRead: sum((entry) => Number(entry.outcome === "read")),
      filesSkipped: sum((entry) => Number(entry.outcome === "skipped")),
      linesRead: sum((entry) => entry.linesRead),
      linesSkipped: sum((entry) => entry.linesSkipped),
      copiesDropped: groups.reduce((total, group) => total + group.copiesDropped, 0),
    },
    diagnostics: all.flatMap((entry) => entry.diagnostics),
    listings,
    sessionsLeftOut: wanted.length - summaries.length,
    sessionsOutside: found.length - wanted.length,
    unparsedCommands: sum((entry) => entry.unparsedCommands),
    isLossy: all.some((entry) => entry.isLossy),
  };
}

/** The texts of some sessions, by their hashes: read from their files again. */
async function textsOf(
  host: Host,
  summaries: readonly SessionSummary[],
  groups: readonly Group[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(summaries);
  const jobs = groups.filter((group) => group.summaries.some((summary) => wanted.has(summary)))
    .flatMap((group) => group.files.map(({ job }): ReadJob => ({ ...job, project: null, from: null })));
  const helpers = prepareHelpers(host, jobs.flatMap(({ path }) => [path, ...filesBeside(path)]));
  const texts = new Map<string, string>();
  const add = (text: Text | null): void => {
    if (text !== null && text.excerpt !== null) texts.set(text.sha256, text.excerpt);
  };
  await readWanted(host, jobs, "texts", helpers, {
    onRows: () => {},
    onEntry(_, entry): void {
      for (const part of partsOf(entry)) {
        add(part.title);
        for (const { text } of part.prompts) add(text);
        for (const { text } of part.llmCalls) add(text);
        for (const { command } of part.toolCalls) add(command);
      }
    },
  });
  return texts;
}

/** Files that share sessions or events, and what they hold together. */
interface Group {
  readonly files: readonly HistoryFile[];
  readonly summaries: readonly SessionSummary[];
  readonly copiesDropped: number;
}

function groupOf(files: readonly HistoryFile[]): Group {
  const [alone] = files;
  if (alone !== undefined && files.length === 1) {
    const { summaries, copiesDropped } = alone.entry;
    return { files, summaries, copiesDropped };
  }
  const { sessions, copiesDropped } = joinParts(files.flatMap((file) => file.parts()));
  return { files, summaries: sessions.map(summaryOf), copiesDropped };
}

/** The sessions of some summaries, in their order. */
function sessionsOf(summaries: readonly SessionSummary[], groups: readonly Group[]): readonly Session[] {
  const places = new Map(summaries.map((summary, place) => [summary, place]));
  const sessions: Session[] = [];
  for (const group of groups) {
    if (!group.summaries.some((summary) => places.has(summary))) continue;
    for (const [index, session] of joinParts(group.files.flatMap((file) => file.parts())).sessions.entries()) {
      const summary = group.summaries[index];
      const place = summary === undefined ? undefined : places.get(summary);
      if (place !== undefined) sessions[place] = session;
    }
  }
  return sessions;
}

/** Top sessions that were at work in the window, each with the subagents below it. */
function inWindow(
  sessions: readonly SessionSummary[],
  { sinceMs, untilMs }: Pick<ReadRequest, "sinceMs" | "untilMs">,
): readonly SessionSummary[] {
  if (sinceMs === null && untilMs === null) return sessions;
  const topOf = topFinder(sessions, (session) => session);
  return sessions.filter((session) => {
    const { startMs, endMs } = topOf(session);
    return startMs !== null && (untilMs === null || startMs < untilMs) &&
      (sinceMs === null || (endMs ?? startMs) >= sinceMs);
  });
}

function byStart(a: SessionSummary, b: SessionSummary): number {
  return (a.startMs ?? 0) - (b.startMs ?? 0) || (a.id < b.id ? -1 : 1);
}
