import type { Effect } from "../trace/effect.ts";
import { domainsOf } from "./domains.ts";
import { CODE_CALLS, IMPORTS } from "./programs/code_calls.ts";
import type { Language } from "./programs/row.ts";
import { stronger } from "./rank.ts";

/** What code does, as far as its calls say; paths as they are written there. */
export interface CodeFacts {
  readonly effect: Effect;
  readonly paths: readonly string[];
  /** Paths that are known to be files. */
  readonly files: readonly string[];
  readonly domains: readonly string[];
}

const MAX_CODE = 100_000;

/** Looks for the calls of `CODE_CALLS`; code in which there is none is `process`. */
export function understandCode(code: string, language: Language): CodeFacts {
  const text = code.slice(0, MAX_CODE);
  let effect: Effect = "process";
  const paths = new Set<string>();
  const files = new Set<string>();
  for (const row of CODE_CALLS) {
    if (row.language !== language) continue;
    for (const match of text.matchAll(row.call)) {
      effect = stronger(effect, row.effect);
      const { path, file } = match.groups ?? {};
      if (isPlain(path)) paths.add(path);
      if (isPlain(file)) files.add(file);
    }
  }
  return { effect, paths: [...paths], files: [...files], domains: effect === "network" ? domainsOf(text) : [] };
}

/** Whether a string in code is a path as it stands. */
function isPlain(path: string | undefined): path is string {
  return path !== undefined && !/[{}*$<>|\n]|:\/\//.test(path);
}

/** Whether code may do more than it shows: it runs other programs, or takes in code of which not is known that it only computes. */
export function reachesOut(code: string, language: Language): boolean {
  const imports = IMPORTS[language];
  if (imports === undefined || imports.runs.test(code)) return true;
  return code.matchAll(imports.names).some((match) =>
    match.slice(1).flatMap((names) => names?.split(",") ?? []).some((name) => !imports.quiet.has(moduleName(name)))
  );
}

/** `xml.etree as tree` and `node:fs/promises` are names of `xml` and `fs`; `.` and `./app` are no module's. */
function moduleName(name: string): string {
  return /^(?:node:)?(\w*)/.exec(name.trim())?.[1] ?? "";
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  py: "python",
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  ts: "javascript",
  mts: "javascript",
  cts: "javascript",
  rb: "ruby",
  pl: "perl",
  php: "php",
};

/** The language of a source file whose code is looked at, by its name's ending; else null. */
export function languageOf(path: string): Language | null {
  return LANGUAGES[/\.(\w+)$/.exec(path)?.[1] ?? ""] ?? null;
}
