import type { SessionPart } from "../source/part.ts";
import { numberOf, numbersOf } from "../trace/hash.ts";
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
    keys: numbersOf(keysOf(parts)),
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
function* keysOf(parts: readonly SessionPart[]): Generator<string> {
  for (const { agent, id, parentId, forkOf, spawnKey, prompts, toolCalls, llmCalls } of parts) {
    for (const session of [id, parentId, forkOf]) if (session !== null) yield `session ${agent} ${session}`;
    if (spawnKey !== null) yield `tool ${spawnKey}`;
    for (const { key } of prompts) yield `prompt ${key}`;
    for (const { key } of toolCalls) yield `tool ${key}`;
    for (const { key, replayKey } of llmCalls) {
      yield `call ${key}`;
      if (replayKey !== null) yield `replay ${replayKey}`;
    }
  }
}

/** What of a digest tells whom its file may share something with. */
type Shared = Pick<FileDigest, "keys" | "places">;

/**
 * Which files may share something: two are in one group if they share a key, with each other or by a third, or if one may
 * hold the parent of a session in the other that names none.
 */
export class Sharing {
  readonly #files = new Map<number, Shared>();
  readonly #leaders = new Map<number, number>();
  readonly #table = new KeyTable();

  /** Adds files, each under a number of its own, in any order. */
  add(files: Iterable<readonly [place: number, Shared]>): void {
    const added = [...files];
    this.#table.makeRoom(added.reduce((sum, [, { keys }]) => sum + keys.length, 0));
    for (const [place, shared] of added) {
      this.#files.set(place, shared);
      this.#leaders.set(place, place);
      for (const key of shared.keys) this.#unite(this.#table.firstPlace(key, place), place);
    }
  }

  /** The groups, by the lowest number of each; nothing is added any more. */
  groups(): readonly (readonly number[])[] {
    const all = [...this.#files].sort(([a], [b]) => a - b);
    const ids = new Set(all.flatMap(([, { places }]) => places.map(({ id }) => id)));
    for (const [place, { places }] of all) {
      for (const { isSubagent, parent, folder } of places) {
        if (!isSubagent || (parent !== null && ids.has(parent))) continue;
        for (const [other, digest] of all) {
          if (digest.places.some((known) => known.folder === folder)) this.#unite(other, place);
        }
      }
    }
    return [...Map.groupBy(all.map(([place]) => place), (place) => this.#leaderOf(place)).values()];
  }

  #leaderOf(place: number): number {
    let leader = place;
    for (;;) {
      const above = this.#leaders.get(leader) ?? leader;
      if (above === leader) break;
      leader = above;
    }
    this.#leaders.set(place, leader);
    return leader;
  }

  #unite(a: number, b: number): void {
    if (a === b) return;
    const [own, other] = [this.#leaderOf(a), this.#leaderOf(b)];
    if (other !== own) this.#leaders.set(Math.max(other, own), Math.min(other, own));
  }
}

/** Which place had a key first: an open-addressing table, since a `Map` of numbers takes ten times the time. */
class KeyTable {
  #keys = new Float64Array(2 ** 16);
  #places = new Int32Array(2 ** 16).fill(-1);
  #used = 0;

  /** At most half of it is used, so that a free place is soon found. */
  makeRoom(more: number): void {
    this.#used += more;
    let capacity = this.#keys.length;
    while (capacity < 2 * this.#used) capacity *= 2;
    if (capacity === this.#keys.length) return;
    const [keys, places] = [this.#keys, this.#places];
    this.#keys = new Float64Array(capacity);
    this.#places = new Int32Array(capacity).fill(-1);
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? -1;
      if (place >= 0) this.firstPlace(keys[at] ?? 0, place);
    }
  }

  firstPlace(key: number, place: number): number {
    const mask = this.#keys.length - 1;
    for (let at = (key >>> 0) & mask;; at = (at + 1) & mask) {
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
