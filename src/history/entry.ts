import type { SessionPart } from "../source/part.ts";
import type { PartCounts } from "../source/source.ts";
import { Digester, type FileDigest } from "./digest.ts";
import { pack, type PackedParts, unpack } from "./pack.ts";
import type { FileReading, Mark } from "./reading.ts";

/**
 * How much of the logs is wanted: what is counted of them; what happened, with the texts of what was not read before;
 * or with all texts.
 */
export type Wanted = "counts" | "events" | "texts";

/** One file's reading as it goes between threads and into the cache. */
export interface FileEntry extends FileDigest {
  /** The pieces in which it was read: what each tells is told on in the next. Without those that `OnRows` took. */
  readonly packed: readonly PackedParts[];
}

/** Takes the first pieces of a file, or the next ones, while it is read; null: it is read anew, and they are void. */
export type OnRows = (rows: readonly PackedParts[] | null) => void;

/** What an entry is made for, and of what. */
export interface EntryOptions {
  readonly wanted: Wanted;
  /** What came before the first piece, of a file that is read on: of that its parts tell again what was open. */
  readonly before?: readonly PartCounts[] | null;
  /** Where it is given, rows are not held when they have come to `heldBytes`. */
  readonly onRows?: OnRows | undefined;
  readonly heldBytes?: number;
}

/** Makes an entry of a file's parts, which come piece by piece and are held as rows and numbers alone. */
export class EntryWriter {
  readonly #wanted: Wanted;
  readonly #onRows: OnRows | null;
  readonly #heldBytes: number;
  readonly #digester = new Digester();
  readonly #isReadOn: boolean;
  #packed: PackedParts[] = [];
  #packedBytes = 0;
  /** Those that were handed on as well. */
  #pieces = 0;
  #counts: ReadonlyMap<string, PartCounts>;

  constructor({ wanted, before = null, onRows, heldBytes = Infinity }: EntryOptions) {
    this.#wanted = wanted;
    this.#isReadOn = before !== null;
    // Texts are shown, and what was read on is joined with what came before.
    this.#onRows = wanted === "counts" && !this.#isReadOn ? onRows ?? null : null;
    this.#heldBytes = heldBytes;
    this.#counts = byId(before ?? []);
  }

  /** A piece; of what its parts hold only that counts which came before the place where the next one begins. */
  add(parts: readonly SessionPart[], upTo: readonly PartCounts[] | null = null): void {
    const ends = upTo === null ? null : byId(upTo);
    const piece = ends === null ? parts : parts.flatMap((part) => {
      const end = ends.get(part.id);
      return end === undefined ? [] : [firstEvents(part, end, this.#counts.get(part.id))];
    });
    const openCalls = (id: string): number => this.#counts.get(id)?.openCalls ?? 0;
    // What was read on is summed up with what came before (`GrownEntry`); several pieces of it may hold an event twice.
    const isOnly = ends === null && this.#pieces === 0;
    if (!this.#isReadOn || !isOnly) this.#digester.add(piece, openCalls);
    this.#hold(pack(piece, this.#wanted !== "counts"));
    if (ends !== null) this.#counts = ends;
  }

  #hold(packed: PackedParts): void {
    this.#pieces++;
    this.#packed.push(packed);
    this.#packedBytes += packed.strings.length + packed.cells.length;
    if (this.#onRows === null || this.#packedBytes < this.#heldBytes || !this.#digester.isSummedUp) return;
    this.#onRows(this.#packed);
    this.#packed = [];
    this.#packedBytes = 0;
  }

  /** Also tells whether an event came twice in several pieces, and whether it needs the rows that were handed on. */
  end(reading: FileReading): { readonly entry: FileEntry; readonly hasCopies: boolean; readonly lacksRows: boolean } {
    const { hasCopies, ...digest } = this.#digester.end(() => partsOf({ packed: this.#packed }));
    const hasHandedOn = this.#pieces > this.#packed.length;
    return {
      entry: { ...reading, ...digest, packed: this.#packed },
      hasCopies: hasCopies && this.#pieces > 1,
      lacksRows: hasHandedOn && (hasCopies || !this.#digester.isSummedUp),
    };
  }
}

function byId(counts: readonly PartCounts[]): ReadonlyMap<string, PartCounts> {
  return new Map(counts.map((count) => [count.id, count]));
}

/** The part as it was when so many of its events had come, of which some came before it. */
function firstEvents(part: SessionPart, end: PartCounts, before: PartCounts | undefined): SessionPart {
  const { prompts, llmCalls, toolCalls, openCalls } = before ?? { prompts: 0, llmCalls: 0, toolCalls: 0, openCalls: 0 };
  return {
    ...part,
    prompts: part.prompts.slice(0, end.prompts - prompts),
    llmCalls: part.llmCalls.slice(0, end.llmCalls - llmCalls),
    toolCalls: part.toolCalls.slice(0, end.toolCalls - (toolCalls - openCalls)),
  };
}

export function entryOf(reading: FileReading, parts: readonly SessionPart[], wanted: Wanted): FileEntry {
  const writer = new EntryWriter({ wanted });
  writer.add(parts);
  return writer.end(reading).entry;
}

/** The memory of its numbers and strings: a thread hands it over to another one, where copies would stand beside. */
export function memoryOf({ packed, keys, summaries }: FileEntry): readonly ArrayBuffer[] {
  const asked = summaries.flatMap(({ asked: { prompts, llmCalls } }) => [prompts, llmCalls]);
  return [...new Set([...memoryOfRows(packed), ...[keys, ...asked].map(({ buffer }) => buffer)])];
}

/** Frees the memory of rows at once: a thread that waits for others does not collect garbage. */
export function giveBack(packed: readonly PackedParts[]): void {
  for (const memory of memoryOfRows(packed)) memory.transfer(0);
}

export function memoryOfRows(packed: readonly PackedParts[]): readonly ArrayBuffer[] {
  return packed.flatMap(({ strings, cells }) => [strings.buffer, cells.buffer]);
}

/** The parts of the file; their texts may be hashes alone. */
export function partsOf({ packed }: Pick<FileEntry, "packed">): readonly SessionPart[] {
  return packed.map(unpack).reduce(continued, []);
}

/** What a file told up to some place, and what it told from there on. */
function continued(before: readonly SessionPart[], since: readonly SessionPart[]): readonly SessionPart[] {
  if (before.length === 0) return since;
  const old = new Map(before.map((part) => [part.id, part]));
  return since.map((part): SessionPart => {
    const known = old.get(part.id);
    if (known === undefined) return part;
    return {
      ...part,
      prompts: known.prompts.concat(part.prompts),
      llmCalls: known.llmCalls.concat(part.llmCalls),
      toolCalls: withLater(known.toolCalls, part.toolCalls),
    };
  });
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

/** Makes the entry of a file that has grown: of what was known of it up to a mark, and what was read from there on. */
export class GrownEntry {
  readonly #before: FileEntry;
  readonly #mark: Mark;
  readonly #wanted: Wanted;
  #writer: EntryWriter | null = null;

  constructor(before: FileEntry, mark: Mark, wanted: Wanted) {
    this.#before = before;
    this.#mark = mark;
    this.#wanted = wanted;
  }

  /** Does what can be done before the rest is read; it need not be called. */
  prepare(): EntryWriter {
    if (this.#writer === null) {
      this.#writer = new EntryWriter({ wanted: this.#wanted });
      this.#writer.add(partsOf(this.#before), this.#mark.soFar);
    }
    return this.#writer;
  }

  /** Nothing is held of it any more. */
  end(since: FileEntry): FileEntry {
    const { line } = this.#mark.place;
    const diagnostics = this.#before.diagnostics.filter((known) => known.line !== null && known.line < line);
    const writer = this.prepare();
    this.#writer = null;
    writer.add(partsOf(since));
    return writer.end({
      ...since,
      cwd: this.#before.cwd,
      since: null,
      mark: since.mark ?? this.#mark,
      linesSkipped: since.linesSkipped + diagnostics.length,
      diagnostics: [...diagnostics, ...since.diagnostics],
      isLossy: since.isLossy || diagnostics.length > 0,
    }).entry;
  }
}
