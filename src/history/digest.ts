import type { SessionPart } from "../source/part.ts";
import { numberOf } from "../trace/hash.ts";
import type { FileReading } from "./read_file.ts";
import { type SessionSummary, summariesOf } from "./summary.ts";

/** What is kept of one file's reading where its events are not wanted. */
export interface FileDigest extends Omit<FileReading, "parts"> {
  /** The file's sessions as they are if it shares nothing with another file. */
  readonly summaries: readonly SessionSummary[];
  /** Events that the file itself holds twice. */
  readonly copiesDropped: number;
  /** Of all by which two files may share a session or an event: equal things have equal numbers. */
  readonly keys: Float64Array<ArrayBuffer>;
  /** Its sessions, by which those of other files may look for their parent. */
  readonly places: readonly SessionPlace[];
}

/** What tells whose child a subagent is that does not say so, or names a session that is not there (`joinParts`). */
interface SessionPlace {
  /** Numbers of the session itself, of the parent that it names and of its agent and folder. */
  readonly id: number;
  readonly parent: number | null;
  readonly folder: number;
  readonly isSubagent: boolean;
}

export function digestOf({ parts, ...reading }: FileReading): FileDigest {
  return {
    ...reading,
    ...summariesOf(parts),
    keys: new Float64Array(keysOf(parts)),
    places: parts.map(({ agent, id, parentId, cwd, role }) => ({
      id: numberOf(`session ${agent} ${id}`),
      parent: parentId === null ? null : numberOf(`session ${agent} ${parentId}`),
      folder: numberOf(`folder ${agent} ${cwd}`),
      isSubagent: role === "subagent",
    })),
  };
}

/**
 * Each key by which `joinParts` brings parts together: a file whose keys no other file has may be joined alone. Two
 * different keys with one number only cost the time to find that out.
 */
function keysOf(parts: readonly SessionPart[]): readonly number[] {
  const keys: number[] = [];
  const session = (agent: string, id: string | null): void => {
    if (id !== null) keys.push(numberOf(`session ${agent} ${id}`));
  };
  for (const part of parts) {
    session(part.agent, part.id);
    session(part.agent, part.parentId);
    session(part.agent, part.forkOf);
    if (part.spawnKey !== null) keys.push(numberOf(`tool ${part.spawnKey}`));
    for (const { key } of part.prompts) keys.push(numberOf(`prompt ${key}`));
    for (const { key } of part.toolCalls) keys.push(numberOf(`tool ${key}`));
    for (const { key, replayKey } of part.llmCalls) {
      keys.push(numberOf(`call ${key}`));
      if (replayKey !== null) keys.push(numberOf(`replay ${replayKey}`));
    }
  }
  return keys;
}

/**
 * Groups of places among the digests: two files are in one group if they share a key, with each other or by a third, or
 * if one may hold the parent of a session in the other that names none.
 */
export function sharingGroups(digests: readonly Pick<FileDigest, "keys" | "places">[]): readonly (readonly number[])[] {
  const leaders = digests.map((_, place) => place);
  const leaderOf = (place: number): number => {
    let leader = place;
    while (leaders[leader] !== leader) leader = leaders[leader] ?? leader;
    leaders[place] = leader;
    return leader;
  };
  const unite = (a: number, b: number): void => {
    const [own, other] = [leaderOf(a), leaderOf(b)];
    if (other !== own) leaders[Math.max(other, own)] = Math.min(other, own);
  };
  const table = new KeyTable(digests.reduce((sum, { keys }) => sum + keys.length, 0));
  for (const [place, { keys }] of digests.entries()) {
    for (const key of keys) unite(table.firstPlace(key, place), place);
  }
  const ids = new Set(digests.flatMap(({ places }) => places.map(({ id }) => id)));
  for (const [place, { places }] of digests.entries()) {
    for (const { isSubagent, parent, folder } of places) {
      if (!isSubagent || (parent !== null && ids.has(parent))) continue;
      for (const [other, digest] of digests.entries()) {
        if (digest.places.some((known) => known.folder === folder)) unite(other, place);
      }
    }
  }
  return [...Map.groupBy(leaders.keys(), leaderOf).values()];
}

/** Which place had a key first: an open-addressing table, since a `Map` of numbers takes ten times the time. */
class KeyTable {
  readonly #keys: Float64Array;
  readonly #places: Int32Array;
  readonly #mask: number;

  constructor(size: number) {
    const capacity = 2 ** Math.ceil(Math.log2(2 * size + 2));
    this.#keys = new Float64Array(capacity);
    this.#places = new Int32Array(capacity).fill(-1);
    this.#mask = capacity - 1;
  }

  firstPlace(key: number, place: number): number {
    for (let at = (key >>> 0) & this.#mask;; at = (at + 1) & this.#mask) {
      const known = this.#places[at] ?? -1;
      if (known < 0) {
        this.#keys[at] = key;
        this.#places[at] = place;
        return place;
      }
      if (this.#keys[at] === key) return known;
    }
  }
}
