import { setImmediate } from "node:timers";
import type { Host, Thread } from "../host/host.ts";
import { loadShell } from "../shell/grammar.ts";
import { pack, type PackedReading, unpack } from "./pack.ts";
import { type FileReading, readFile, type ReadJob } from "./read_file.ts";

/** What a thread that helps is given. */
export interface Share {
  readonly jobs: readonly ReadJob[];
  /** Places among `jobs` in the order in which they are taken. */
  readonly order: readonly number[];
  /** One number: how many of `order` were taken by any thread. */
  readonly taken: SharedArrayBuffer;
}

/** What it answers: readings with their places among the jobs; `null` when there is nothing left to take. */
export type Answer = readonly (readonly [place: number, PackedReading])[] | null;

/** Less than so much is read in the time that another thread needs to start. */
const WORTH_BYTES = 24 * 1024 * 1024;
/** More threads than this would wait for the disk. */
const MAX_THREADS = 8;
/** So much is read between two answers of a thread, and between two looks at what came from the others. */
const TURN_BYTES = 4 * 1024 * 1024;

/** Reads all jobs in this thread and, if it is worth it, in others; the readings are parallel to the jobs. */
export async function readTogether(host: Host, jobs: readonly ReadJob[]): Promise<readonly FileReading[]> {
  const sizes = jobs.map((job) => job.sizeBytes ?? host.stat(job.path)?.sizeBytes ?? 0);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const share: Share = {
    jobs,
    // The largest first: the last ones to end are then small.
    order: [...jobs.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0)),
    taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  };
  const count = Math.min(host.cores, MAX_THREADS, jobs.length, 1 + Math.floor(bytes / WORTH_BYTES)) - 1;
  const readings = new Map<number, FileReading>();
  const helpers = Array.from({ length: Math.max(0, count) }, () => helper(host, share, readings));
  try {
    const shell = await loadShell();
    let read = 0;
    for (const place of places(share)) {
      const job = jobs[place];
      if (job === undefined) continue;
      readings.set(place, readFile(host, shell, job));
      read += sizes[place] ?? 0;
      if (helpers.length === 0 || read < TURN_BYTES) continue;
      read = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(helpers.map(({ done }) => done));
    // What a thread took and did not answer, since it ended: read here.
    return jobs.map((job, place) => readings.get(place) ?? readFile(host, shell, job));
  } finally {
    for (const { thread } of helpers) thread?.stop();
  }
}

/** A thread that helps. `done` when it has answered all, or ended, or where none can be had. */
function helper(
  host: Host,
  share: Share,
  readings: Map<number, FileReading>,
): { readonly thread: Thread | null; readonly done: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const thread = host.startThread<Share, Answer>((answer) => {
    if (answer === null) resolve();
    else for (const [place, reading] of answer) readings.set(place, unpack(reading));
  }, resolve);
  if (thread === null) resolve();
  else thread.post(share);
  return { thread, done: promise };
}

/** What a thread that helps does: takes jobs until there are none, and answers. */
export async function helpReading(host: Host, share: Share, answer: (answer: Answer) => void): Promise<void> {
  const shell = await loadShell();
  let readings: (readonly [number, PackedReading])[] = [];
  let read = 0;
  for (const place of places(share)) {
    const job = share.jobs[place];
    if (job === undefined) continue;
    readings.push([place, pack(readFile(host, shell, job))]);
    read += job.sizeBytes ?? TURN_BYTES;
    if (read < TURN_BYTES) continue;
    answer(readings);
    readings = [];
    read = 0;
  }
  answer(readings);
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
