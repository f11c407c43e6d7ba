/** Files read by one thread or several: the same sessions. */
import assert from "node:assert/strict";
import { denoHost } from "../../src/host/deno.ts";
import type { Host } from "../../src/host/host.ts";
import { type ReadResult, readSessionsTogether } from "../../src/history/read.ts";
import { helpReading } from "../../src/history/threads.ts";
import { readFiles } from "../support/read.ts";
import { fromFileUrl } from "../../scripts/paths.ts";
import { logsBelow } from "../support/logs.ts";

const FILES = logsBelow(fromFileUrl(new URL("../../examples/", import.meta.url)));

// deno-lint-ignore no-explicit-any -- what another thread gets is a copy, and has the type that both sides say
const copy: (value: unknown) => any = structuredClone;

/** A machine with some cores, on which each file seems to be worth a thread of its own. */
function hostWith(startThread: Host["startThread"], isNarrow = false): Host {
  const stat: Host["stat"] = (path) => {
    const found = denoHost.stat(path);
    return found === null ? null : { ...found, sizeBytes: 100_000_000 };
  };
  return { ...denoHost, cores: 3, stat, isNarrow: () => isNarrow, startThread };
}

/** What can be compared of a result. */
function data({ textsOf: _, ...result }: ReadResult): Omit<ReadResult, "textsOf"> {
  return result;
}

async function together(host: Host, files: readonly string[]): Promise<Omit<ReadResult, "textsOf">> {
  return data(
    await readSessionsTogether(host, {
      project: null,
      roots: [],
      sessionFiles: files,
      scanFiles: 0,
      maxSessions: 0,
      sinceMs: null,
      untilMs: null,
    }),
  );
}

Deno.test("readSessionsTogether() gives with real threads what one thread gives", async () => {
  const host = hostWith((onAnswer, onEnd, power) => denoHost.startThread(onAnswer, onEnd, power));
  const files = [...FILES, "/no/such/file.jsonl"];
  assert.deepEqual(await together(host, files), data(readFiles(denoHost, files)));
});

Deno.test("readSessionsTogether() takes the readings of another thread as its own", async () => {
  let taken = 0;
  const host = hostWith((onAnswer) => ({
    post: (share) => void help(share, onAnswer),
    stop: () => {},
  }));
  /** Takes all jobs at once, before this thread takes the first. */
  async function help<In, Out>(share: In, onAnswer: (answer: Out) => void): Promise<void> {
    await helpReading(denoHost, copy(share), (answer) => {
      if (answer !== null && "entries" in answer) taken += answer.entries.length;
      onAnswer(copy(answer));
    });
  }
  assert.deepEqual(await together(host, FILES), data(readFiles(denoHost, FILES)));
  assert.ok(taken > 0);
});

/** A thread that ends as soon as it is asked. */
const ending: Host["startThread"] = (_onAnswer, onEnd) => ({
  post(): void {
    queueMicrotask(onEnd);
  },
  stop: () => {},
});

Deno.test("readSessionsTogether() reads itself what a thread took and never answered", async () => {
  assert.deepEqual(await together(hostWith(ending, true), FILES), data(readFiles(denoHost, FILES)));
});

Deno.test("readSessionsTogether() counts as lost what no thread read where it has too much power itself", async () => {
  const { counts, isLossy, diagnostics } = await together(hostWith(ending), FILES);
  assert.equal(counts.filesSkipped, FILES.length);
  assert.ok(isLossy);
  assert.deepEqual([...new Set(diagnostics.map(({ kind }) => kind))], ["skipped: its reader ended"]);
});

Deno.test("readSessionsTogether() reads alone where no thread can be had", async () => {
  assert.deepEqual(await together(hostWith(() => null), FILES), data(readFiles(denoHost, FILES)));
});
