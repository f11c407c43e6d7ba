import type { Effect } from "../trace/effect.ts";
import { stronger } from "./rank.ts";

/**
 * How much a simple command may stand for the whole: `full` always; `helper` (reads for the command around its `$(…)`), `filter` (behind a `|`)
 * and `quiet` (`cd`, `echo`) only if nothing fuller is there.
 */
export type Standing = "full" | "helper" | "filter" | "quiet";

/** A simple command that may be the principal one. */
export interface Candidate {
  /** Frames from the outermost process to this command. */
  readonly chain: readonly string[];
  /** null where only the running shell knows it. */
  readonly name: string | null;
  readonly effect: Effect;
  readonly standing: Standing;
  /** The file with the code that it runs, where nothing else tells what that does. */
  readonly script: string | null;
}

/** The principal command of an event (contract §3): the strongest effect, the first of equals; null where there is none. */
export function principalOf(candidates: readonly Candidate[]): Candidate | null {
  const full = candidates.filter((candidate) => candidate.standing === "full");
  let best: Candidate | null = null;
  for (const candidate of full.length > 0 ? full : candidates) {
    if (best === null || stronger(best.effect, candidate.effect) !== best.effect) best = candidate;
  }
  return best;
}
