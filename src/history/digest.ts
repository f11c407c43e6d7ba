import type { SessionPart } from "../source/part.ts";
import { FirstPlaces } from "../trace/first_places.ts";
import { concatenated, distinct, numberOf, Numbers } from "../trace/hash.ts";
import type { FileReading } from "./reading.ts";
import { joinedSummaries, type SessionSummary, SessionTally } from "./summary.ts";

/** What is kept of one file's reading where its events are not wanted. */
export interface FileDigest extends FileReading {
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

/** Of which kind a key is: equal keys of two kinds are two things. */
const KINDS = { session: 1, folder: 2, prompt: 3, tool: 4, call: 5 } as const;

/**
 * Makes the digest of a file's sessions, which come piece by piece. `keys` are all by which `joinParts` brings parts
 * together: a file whose keys no other file has may be joined alone. Two different keys with one number only cost the
 * time to find that out.
 */
export class Digester {
  readonly #prompts = new Numbers();
  readonly #tools = new Numbers();
  /** With the keys under which replays know them. */
  readonly #calls = new Numbers();
  readonly #tally = new SessionTally();
  #last: readonly SessionPart[] = [];

  /** A piece; of a part's tool calls the first `openCalls` were told in the piece before. */
  add(parts: readonly SessionPart[], openCalls: (id: string) => number): void {
    this.#last = parts.map(headOf);
    for (const part of parts) {
      const open = openCalls(part.id);
      for (const { key } of part.prompts) this.#prompts.push(numberOf(key, KINDS.prompt));
      for (const { key } of part.toolCalls.values().drop(open)) this.#tools.push(numberOf(key, KINDS.tool));
      for (const { key, replayKey } of part.llmCalls) {
        this.#calls.push(numberOf(key, KINDS.call));
        if (replayKey !== null) this.#calls.push(numberOf(replayKey, KINDS.call));
      }
      this.#tally.add(part, open);
    }
  }

  /** Its pieces are not needed again, unless an event came twice. */
  get isSummedUp(): boolean {
    return this.#tally.isPlain;
  }

  /** `all` are all of the pieces together. */
  end(all: () => readonly SessionPart[]): Omit<FileDigest, keyof FileReading> & { readonly hasCopies: boolean } {
    const lists = [this.#prompts, this.#tools, this.#calls];
    const count = lists.reduce((sum, { length }) => sum + length, 0);
    const ofEvents = lists.map((list) => list.distinct());
    const hasCopies = ofEvents.reduce((sum, { length }) => sum + length, 0) < count;
    return {
      ...(hasCopies ? null : this.#tally.end()) ?? joinedSummaries(all()),
      keys: this.#keys(ofEvents),
      places: this.#last.map(({ agent, id, parentId, cwd, role }) => ({
        id: numberOf(`${agent} ${id}`, KINDS.session),
        parent: parentId === null ? null : numberOf(`${agent} ${parentId}`, KINDS.session),
        folder: numberOf(`${agent} ${cwd}`, KINDS.folder),
        isSubagent: role === "subagent",
      })),
      hasCopies,
    };
  }

  #keys(ofEvents: readonly Float64Array<ArrayBuffer>[]): Float64Array<ArrayBuffer> {
    const keys = new Numbers();
    for (const { agent, id, parentId, forkOf, spawnKey, taskEnds = [] } of this.#last) {
      for (const session of [id, parentId, forkOf]) {
        if (session !== null) keys.push(numberOf(`${agent} ${session}`, KINDS.session));
      }
      if (spawnKey !== null) keys.push(numberOf(spawnKey, KINDS.tool));
      for (const { toolKey } of taskEnds) keys.push(numberOf(toolKey, KINDS.tool));
    }
    return distinct(concatenated([keys.taken(), ...ofEvents]));
  }
}

/** The part without its events, which a digest does not hold. */
function headOf(part: SessionPart): SessionPart {
  return { ...part, prompts: [], llmCalls: [], toolCalls: [] };
}

/** What of a digest tells whom its file may share something with. */
type Shared = Pick<FileDigest, "keys" | "places">;

const NO_KEYS = new Float64Array();

/**
 * Which files may share something: two are in one group if they share a key, with each other or by a third, or if one may
 * hold the parent of a session in the other that names none.
 */
export class Sharing {
  readonly #files = new Map<number, Shared>();
  readonly #leaders = new Map<number, number>();
  readonly #table = new FirstPlaces();
  /** Files whose keys are not in the table. */
  readonly #waiting: number[] = [];

  /** Adds files, each under a number of its own, in any order. */
  add(files: Iterable<readonly [place: number, Shared]>): void {
    for (const [place, shared] of files) {
      this.#files.set(place, shared);
      this.#leaders.set(place, place);
      this.#waiting.push(place);
    }
    // One file shares with none.
    if (this.#files.size < 2) return;
    const added = this.#waiting.splice(0).map((place) => ({ place, keys: this.#files.get(place)?.keys ?? NO_KEYS }));
    this.#table.makeRoom(added.reduce((sum, { keys }) => sum + keys.length, 0));
    for (const { place, keys } of added) this.#table.add(keys, place, (first) => this.#unite(first, place));
  }

  /** The groups, by the lowest number of each; nothing is added any more. */
  groups(): readonly (readonly number[])[] {
    const all = [...this.#files].sort(([a], [b]) => a - b);
    const ids = new Set(all.flatMap(([, { places }]) => places.map(({ id }) => id)));
    const sessions = all.flatMap(([place, { places }]) => places.map((session) => ({ place, ...session })));
    for (const sameFolder of Map.groupBy(sessions, ({ folder }) => folder).values()) {
      const orphan = sameFolder.find(({ isSubagent, parent }) => isSubagent && (parent === null || !ids.has(parent)));
      if (orphan === undefined) continue;
      for (const { place } of sameFolder) this.#unite(place, orphan.place);
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
