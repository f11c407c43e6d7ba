import { setImmediate } from "node:timers";
import type { Host, Thread } from "../host/host.ts";
import type { Shell } from "../shell/command.ts";
import { loadShell } from "../shell/grammar.ts";
import { entryOf, type FileEntry, type Wanted } from "./entry.ts";
import { readFile, type ReadJob } from "./read_file.ts";

/** What a thread that helps is given. */
export interface Share {
  readonly jobs: readonly ReadJob[];
  readonly wanted: Wanted;
  /** Places among `jobs` in the order in which they are taken. */
  readonly order: readonly number[];
  /** One number: how many of `order` were taken by any thread. */
  readonly taken: SharedArrayBuffer;
}

/** What it answers: entries with their places among the jobs; `null` when there is nothing left to take. */
export type Answer = readonly (readonly [place: number, FileEntry])[] | null;

/** Less than so much is read in the time that another thread needs to start. */
const WORTH_BYTES = 24 * 1024 * 1024;
/** More threads than this would wait for the disk. */
const MAX_THREADS = 8;
/** So much is read between two answers of a thread, and between two looks at what came from the others. */
const TURN_BYTES = 4 * 1024 * 1024;

/** Reads all jobs in this thread and, if it is worth it, in others; the entries are parallel to the jobs. */
export async function readTogether(
  host: Host,
  jobs: readonly ReadJob[],
  wanted: Wanted,
): Promise<readonly FileEntry[]> {
  const sizes = jobs.map((job) => job.sizeBytes ?? host.stat(job.path)?.sizeBytes ?? 0);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const share: Share = {
    jobs,
    wanted,
    // The largest first: the last ones to end are then small.
    order: [...jobs.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0)),
    taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  };
  const count = Math.min(host.cores, MAX_THREADS, jobs.length, 1 + Math.floor(bytes / WORTH_BYTES)) - 1;
  const entries = new Map<number, FileEntry>();
  const helpers = Array.from({ length: Math.max(0, count) }, () => helper(host, share, entries));
  try {
    const shell = await shellFor(wanted);
    let read = 0;
    for (const place of places(share)) {
      const job = jobs[place];
      if (job === undefined) continue;
      entries.set(place, entryOf(readFile(host, shell, job), wanted));
      read += sizes[place] ?? 0;
      if (helpers.length === 0 || read < TURN_BYTES) continue;
      read = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(helpers.map(({ done }) => done));
    // What a thread took and did not answer, since it ended: read here.
    return jobs.map((job, place) => entries.get(place) ?? entryOf(readFile(host, shell, job), wanted));
  } finally {
    for (const { thread } of helpers) thread?.stop();
  }
}

/** What commands did is told where events are wanted; the grammar takes its time to load. */
async function shellFor(wanted: Wanted): Promise<Shell | null> {
  return wanted === "counts" ? null : await loadShell();
}

/** A thread that helps. `done` when it has answered all, or ended, or where none can be had. */
function helper(
  host: Host,
  share: Share,
  entries: Map<number, FileEntry>,
): { readonly thread: Thread | null; readonly done: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const thread = host.startThread<Share, Answer>((answer) => {
    if (answer === null) resolve();
    else for (const [place, entry] of answer) entries.set(place, entry);
  }, resolve);
  if (thread === null) resolve();
  else thread.post(share);
  return { thread, done: promise };
}

/** What a thread that helps does: takes jobs until there are none, and answers. */
export async function helpReading(host: Host, share: Share, answer: (answer: Answer) => void): Promise<void> {
  const shell = await shellFor(share.wanted);
  let entries: (readonly [number, FileEntry])[] = [];
  let read = 0;
  for (const place of places(share)) {
    const job = share.jobs[place];
    if (job === undefined) continue;
    entries.push([place, entryOf(readFile(host, shell, job), share.wanted)]);
    read += job.sizeBytes ?? TURN_BYTES;
    if (read < TURN_BYTES) continue;
    answer(entries);
    entries = [];
    read = 0;
  }
  answer(entries);
  answer(null);
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
