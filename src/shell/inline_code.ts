import type { Effect } from "../trace/effect.ts";
import { domainsOf } from "./domains.ts";
import { CODE_CALLS } from "./programs/code_calls.ts";
import type { Language } from "./programs/row.ts";
import { stronger } from "./rank.ts";

/** What code on a command line or in a heredoc does, as far as its calls say; paths as they are written there. */
export interface CodeFacts {
  readonly effect: Effect;
  readonly paths: readonly string[];
  readonly domains: readonly string[];
}

const MAX_CODE = 100_000;

/** Looks for the calls of `CODE_CALLS`; code in which there is none is `process`. */
export function understandCode(code: string, language: Language): CodeFacts {
  const text = code.slice(0, MAX_CODE);
  let effect: Effect = "process";
  const paths = new Set<string>();
  for (const row of CODE_CALLS) {
    if (row.language !== language) continue;
    for (const match of text.matchAll(row.call)) {
      effect = stronger(effect, row.effect);
      const path = match.groups?.path;
      if (path !== undefined && !/[{}*$<>|\n]|:\/\//.test(path)) paths.add(path);
    }
  }
  return { effect, paths: [...paths], domains: effect === "network" ? domainsOf(text) : [] };
}
