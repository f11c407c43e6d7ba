import { languageOf, reachesOut, understandCode } from "../shell/code.ts";
import { stronger } from "../shell/rank.ts";
import type { Effect } from "../trace/effect.ts";

/** What the code of a file does. */
interface FileCode {
  readonly effect: Effect;
  readonly reachesOut: boolean;
}

/** What a parser must know of it to go on in the middle of a file. */
export type ShownCodeMark = readonly (readonly [path: string, code: FileCode])[];

const MAX_FILES = 500;

/**
 * What the source files do that a session has shown whole, by the calls in them: a script that it runs later is told by
 * that. No text of theirs is kept.
 */
export class ShownCode {
  readonly #files: Map<string, FileCode>;

  constructor(mark: ShownCodeMark = []) {
    this.#files = new Map(mark);
  }

  /** The file holds this code: whole, or beside what was there. */
  wrote(path: string, code: string, isWhole: boolean): void {
    const language = languageOf(path);
    const known = this.#files.get(path);
    if (language === null || (known === undefined && !isWhole)) return;
    const [effect, reaches] = [understandCode(code, language).effect, reachesOut(code, language)];
    if (this.#files.size >= MAX_FILES) this.#files.clear();
    this.#files.set(
      path,
      known === undefined || isWhole
        ? { effect, reachesOut: reaches }
        : { effect: stronger(known.effect, effect), reachesOut: known.reachesOut || reaches },
    );
  }

  /** The file was changed, and nothing tells how. */
  forget(path: string): void {
    this.#files.delete(path);
  }

  /** What a run of the file does; null where its code was not shown, or does not say. Code that may do more than reading does not say. */
  effectOf(path: string): Effect | null {
    const file = this.#files.get(path);
    if (file === undefined || file.effect === "process" || (file.effect === "read" && file.reachesOut)) return null;
    return file.effect;
  }

  mark(): ShownCodeMark {
    return [...this.#files];
  }
}
