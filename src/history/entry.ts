import type { SessionPart } from "../source/part.ts";
import { digestOf, type FileDigest } from "./digest.ts";
import { pack, type PackedParts, unpack } from "./pack.ts";
import type { FileReading, Mark } from "./read_file.ts";

/**
 * How much of the logs is wanted: what is counted of them; what happened, with the texts of what was not read before;
 * or with all texts.
 */
export type Wanted = "counts" | "events" | "texts";

/** One file's reading as it goes between threads and into the cache. */
export interface FileEntry extends FileDigest {
  readonly packed: PackedParts;
}

export function entryOf(reading: FileReading, wanted: Wanted): FileEntry {
  return { ...digestOf(reading), packed: pack(reading.parts, wanted !== "counts") };
}

/** The memory of its numbers and strings: a thread hands it over to another one, where copies would stand beside. */
export function memoryOf({ packed, keys, summaries }: FileEntry): readonly ArrayBuffer[] {
  const asked = summaries.flatMap(({ asked: { prompts, llmCalls } }) => [prompts, llmCalls]);
  return [...new Set([packed.strings, packed.cells, keys, ...asked].map(({ buffer }) => buffer))];
}

/** The parts of the file; their texts may be hashes alone. */
export function partsOf({ packed }: FileEntry): readonly SessionPart[] {
  return unpack(packed);
}

/** An entry and what was read of its file from `from` on. */
export function grownEntry(before: FileEntry, from: Mark, since: FileEntry, wanted: Wanted): FileEntry {
  const counts = new Map(from.soFar.map((count) => [count.id, count]));
  const old = new Map(partsOf(before).map((part) => [part.id, part]));
  const parts = partsOf(since).map((part): SessionPart => {
    const known = old.get(part.id);
    const count = counts.get(part.id);
    if (known === undefined || count === undefined) return part;
    return {
      ...part,
      prompts: [...known.prompts.slice(0, count.prompts), ...part.prompts],
      llmCalls: [...known.llmCalls.slice(0, count.llmCalls), ...part.llmCalls],
      toolCalls: withLater(known.toolCalls.slice(0, count.toolCalls), part.toolCalls),
    };
  });
  const diagnostics = before.diagnostics.filter(({ line }) => line !== null && line < from.place.line);
  return entryOf({
    ...since,
    cwd: before.cwd,
    since: null,
    parts,
    mark: since.mark ?? from,
    linesSkipped: since.linesSkipped + diagnostics.length,
    diagnostics: [...diagnostics, ...since.diagnostics],
    isLossy: since.isLossy || diagnostics.length > 0,
  }, wanted);
}

/** Calls that were open are told again, with what came since. */
function withLater<Call extends { readonly key: string }>(before: readonly Call[], since: readonly Call[]): Call[] {
  const places = new Map(before.map(({ key }, place) => [key, place]));
  const calls = [...before];
  for (const call of since) {
    const place = places.get(call.key);
    if (place === undefined) calls.push(call);
    else calls[place] = call;
  }
  return calls;
}
