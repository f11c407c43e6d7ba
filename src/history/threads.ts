import { setImmediate } from "node:timers";
import type { Host, OnAnswer, Thread } from "../host/host.ts";
import { allOf } from "../host/power.ts";
import type { Shell } from "../shell/command.ts";
import { entryOf, type FileEntry, memoryOf, memoryOfRows, type OnRows, type Wanted } from "./entry.ts";
import { readFile, type ReadJob } from "./read_file.ts";
import { skippedFile } from "./reading.ts";

/** A log names files below the user's home folder. */
const HOME_NAMES = ["HOME", "USERPROFILE"];

/** What a thread that helps is given. */
export interface Share {
  readonly jobs: readonly ReadJob[];
  readonly wanted: Wanted;
  /** Places among `jobs` in the order in which they are taken. */
  readonly order: readonly number[];
  /** One number: how many of `order` were taken by any thread. */
  readonly taken: SharedArrayBuffer;
}

/**
 * What it answers, with places among the jobs: entries, or the first rows of one that it reads (`OnRows`); `null` when
 * there is nothing left to take.
 */
export type Answer =
  | { readonly entries: readonly (readonly [place: number, FileEntry])[] }
  | { readonly place: number; readonly rows: FileEntry["packed"] | null }
  | null;

/** Less than so much is read in the time that another thread needs to start. */
const WORTH_BYTES = 24 * 1024 * 1024;
/** More threads than this would wait for the disk. */
const MAX_THREADS = 8;
/** So much is read between two answers of a thread, and between two looks at what came from the others. */
const TURN_BYTES = 4 * 1024 * 1024;

/** Threads that are started before it is known what there is to read: they need their time to start. */
export interface Helpers {
  /** Whether this thread may read besides: not if it has more power than reading needs. */
  readonly mayReadHere: boolean;
  /** Another one, or one that was started before; null where there can be none. */
  start(onAnswer: (answer: Answer) => void, onEnd: () => void): Thread<Share> | null;
  /** Ends those that were not taken. */
  stop(): void;
}

/**
 * Threads that may read below these folders, these files, and nothing else. Where this one may read more and they can be
 * kept from it, they alone read, and the first is started at once.
 */
export function prepareHelpers(host: Host, paths: readonly string[]): Helpers {
  const power = allOf({ read: paths, env: HOME_NAMES });
  const mayReadHere = host.isNarrow() || !host.canNarrowThreads;
  const listeners: { onAnswer: (answer: Answer) => void; onEnd: () => void }[] = [];
  const start: Helpers["start"] = (onAnswer, onEnd) => host.startThread<Share, Answer>(onAnswer, onEnd, power);
  let hasEnded = false;
  let first = mayReadHere ? null : start(
    (answer) => listeners[0]?.onAnswer(answer),
    () => {
      hasEnded = true;
      listeners[0]?.onEnd();
    },
  );
  return {
    mayReadHere: mayReadHere || first === null,
    start(onAnswer, onEnd): Thread<Share> | null {
      if (first === null) return start(onAnswer, onEnd);
      const taken = first;
      first = null;
      listeners.push({ onAnswer, onEnd });
      if (hasEnded) onEnd();
      return taken;
    },
    stop: () => first?.stop(),
  };
}

/** Takes what was read of the job at a place, as soon as it was. */
export interface Taking {
  onEntry(place: number, entry: FileEntry): void;
  /** As `OnRows`, before its entry comes. */
  onRows(place: number, rows: FileEntry["packed"] | null): void;
}

/**
 * Reads all jobs, in this thread where it may and in others where it is worth it; each gives one entry, in any order, and
 * rows before it where counts are wanted of a long file.
 */
export async function readTogether(
  host: Host,
  jobs: readonly ReadJob[],
  wanted: Wanted,
  helpers: Helpers,
  { onEntry, onRows }: Taking,
): Promise<void> {
  const sizes = jobs.map((job) => job.sizeBytes ?? host.stat(job.path)?.sizeBytes ?? 0);
  const left = new Set(jobs.keys());
  const take: Taking = {
    onEntry(place, entry): void {
      if (left.delete(place)) onEntry(place, entry);
    },
    onRows(place, rows): void {
      if (left.has(place)) onRows(place, rows);
    },
  };
  // A thread can end early, for want of memory or by what it read: another one takes what it left.
  const maxTries = helpers.mayReadHere ? 1 : 2;
  for (let tries = 0; tries < maxTries && left.size > 0; tries++) {
    if (tries > 0) { for (const place of left) take.onRows(place, null); }
    await readShare(host, shareOf(jobs, sizes, wanted, left), sizes, helpers, left, take);
  }
  for (const place of left) {
    take.onRows(place, null);
    take.onEntry(place, entryOf(skippedFile(jobs[place]?.path ?? "", "its reader ended"), [], wanted));
  }
}

function shareOf(
  jobs: readonly ReadJob[],
  sizes: readonly number[],
  wanted: Wanted,
  left: ReadonlySet<number>,
): Share {
  return {
    jobs,
    wanted,
    // The largest first: the last ones to end are then small.
    order: [...left].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0)),
    taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  };
}

async function readShare(
  host: Host,
  share: Share,
  sizes: readonly number[],
  { mayReadHere, start }: Helpers,
  left: ReadonlySet<number>,
  take: Taking,
): Promise<void> {
  const { jobs, wanted } = share;
  const bytes = share.order.reduce((sum, place) => sum + (sizes[place] ?? 0), 0);
  const threads = Math.min(host.cores, MAX_THREADS, share.order.length, 1 + Math.floor(bytes / WORTH_BYTES));
  const count = mayReadHere ? threads - 1 : threads;
  const readHere = (place: number, job: ReadJob, shell: Shell | null): void =>
    take.onEntry(
      place,
      readFile(host, job, { wanted, shell, onRows: takerOf(job, (rows) => take.onRows(place, rows)) }),
    );
  const running = Array.from({ length: Math.max(0, count) }, () => helper(start, share, take));
  try {
    if (mayReadHere) {
      const shell = await shellFor(wanted);
      let read = 0;
      for (const place of places(share)) {
        const job = jobs[place];
        if (job === undefined) continue;
        readHere(place, job, shell);
        read += sizes[place] ?? 0;
        if (running.length === 0 || read < TURN_BYTES) continue;
        read = 0;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    await Promise.all(running.map(({ done }) => done));
    if (!mayReadHere) return;
    // What a thread took and did not answer, since it ended: read here.
    const shell = await shellFor(wanted);
    for (const place of [...left]) {
      const job = jobs[place];
      if (job === undefined) continue;
      take.onRows(place, null);
      readHere(place, job, shell);
    }
  } finally {
    for (const { thread } of running) thread?.stop();
  }
}

function takerOf({ handsOn = false }: ReadJob, onRows: OnRows): OnRows | undefined {
  return handsOn ? onRows : undefined;
}

/** What commands did is told where events are wanted; the grammar takes its time to load. */
async function shellFor(wanted: Wanted): Promise<Shell | null> {
  if (wanted === "counts") return null;
  const { loadShell } = await import("../shell/grammar.ts");
  return await loadShell();
}

/** A thread that helps. `done` when it has answered all, or ended, or where none can be had. */
function helper(
  start: Helpers["start"],
  share: Share,
  take: Taking,
): { readonly thread: Thread | null; readonly done: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const thread = start((answer) => {
    if (answer === null) resolve();
    else if ("rows" in answer) take.onRows(answer.place, answer.rows);
    else for (const [place, entry] of answer.entries) take.onEntry(place, entry);
  }, resolve);
  if (thread === null) resolve();
  else thread.post(share);
  return { thread, done: promise };
}

/** What a thread that helps does: takes jobs until there are none, and answers. */
export async function helpReading(host: Host, share: Share, answer: OnAnswer<Answer>): Promise<void> {
  const shell = await shellFor(share.wanted);
  let entries: (readonly [number, FileEntry])[] = [];
  let read = 0;
  for (const place of places(share)) {
    const job = share.jobs[place];
    if (job === undefined) continue;
    const onRows = takerOf(job, (rows) => answer({ place, rows }, memoryOfRows(rows ?? [])));
    entries.push([place, readFile(host, job, { wanted: share.wanted, shell, onRows })]);
    read += job.sizeBytes ?? TURN_BYTES;
    if (read < TURN_BYTES) continue;
    give(entries);
    entries = [];
    read = 0;
  }
  give(entries);
  answer(null, []);

  function give(entries: readonly (readonly [number, FileEntry])[]): void {
    answer({ entries }, entries.flatMap(([, entry]) => memoryOf(entry)));
  }
}

/** Takes one place after the other, until all threads together took all. */
function* places({ order, taken }: Share): Generator<number> {
  const counter = new Int32Array(taken);
  for (;;) {
    const place = order[Atomics.add(counter, 0, 1)];
    if (place === undefined) return;
    yield place;
  }
}
