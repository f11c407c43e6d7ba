import type { Row } from "./programs/row.ts";

/** The words after a program's name, told apart by what its row says of its options. */
export interface Arguments {
  /** Options in order; `value` is null for one that takes none, or none that is known. */
  readonly options: readonly { readonly name: string; readonly value: string | null }[];
  /** What is no option, in order. */
  readonly positionals: readonly string[];
  /** Where each positional stands among the words. */
  readonly places: readonly number[];
  /** How many positionals stand before `--`; all of them without it. */
  readonly beforeDashes: number;
}

/** Words of one command that are looked at. */
const MAX_WORDS = 1_000;

const NONE: ReadonlySet<string> = new Set();
const namesByField = new Map<string, ReadonlySet<string>>();
const takingByRow = new WeakMap<Row, ReadonlySet<string>>();

/** Option names of a row's field such as `takes: "-C -o --output"`. */
export function optionNames(field: string | undefined): ReadonlySet<string> {
  if (field === undefined || field === "") return NONE;
  let names = namesByField.get(field);
  if (names === undefined) {
    names = new Set(field.split(" ").filter((name) => name !== ""));
    namesByField.set(field, names);
  }
  return names;
}

/** The options of a row whose value is the next word. */
function takingOptions(row: Row): ReadonlySet<string> {
  let names = takingByRow.get(row);
  if (names === undefined) {
    const fields = [
      row.takes,
      row.files,
      row.folders,
      row.dir,
      row.hosts,
      row.code,
      row.taskOptions,
      row.script === "*" ? undefined : row.script,
    ];
    names = new Set(fields.flatMap((field) => [...optionNames(field)]));
    takingByRow.set(row, names);
  }
  return names;
}

/** Tells apart the words that follow the program's name; so many of them, but options, are the row's subcommands. */
export function readArguments(words: readonly string[], row: Row, subcommands = 0): Arguments {
  const takes = takingOptions(row);
  const takesTwo = optionNames(row.takesTwo);
  const options: { name: string; value: string | null }[] = [];
  const positionals: string[] = [];
  const places: number[] = [];
  let beforeDashes = -1;
  for (let at = 0; at < Math.min(words.length, MAX_WORDS); at++) {
    const word = words[at] ?? "";
    const isOption = beforeDashes < 0 && word.length > 1 &&
      (word.startsWith("-") || (row.shell === "cmd" && /^\/(\w{1,3}|\/[ck])\b/i.test(word)) ||
        (row.toolchain === true && /^\+\w/.test(word)));
    if (!isOption || (row.stops === true && positionals.length > subcommands)) {
      positionals.push(word);
      places.push(at);
      continue;
    }
    if (word === "--") {
      beforeDashes = positionals.length;
      options.push({ name: word, value: null });
      continue;
    }
    if (word.startsWith("+")) {
      options.push({ name: word, value: null });
      continue;
    }
    const name = optionName(word, row);
    const equals = name.indexOf("=");
    if (takesTwo.has(name)) {
      options.push({ name, value: null });
      at += 2;
    } else if (takes.has(name)) options.push({ name, value: words[++at] ?? null });
    else if (equals > 0) options.push({ name: name.slice(0, equals), value: word.slice(equals + 1) });
    else if (row.long === true || word.startsWith("--") || row.shell !== undefined && row.shell !== "posix") {
      options.push({ name, value: null });
    } else {
      const cluster = readCluster(word, takes);
      options.push(...cluster.options);
      if (cluster.wantsValue) {
        const last = options.pop();
        if (last !== undefined) options.push({ name: last.name, value: words[++at] ?? null });
      }
    }
  }
  return { options, positionals, places, beforeDashes: beforeDashes < 0 ? positionals.length : beforeDashes };
}

/** PowerShell and cmd do not tell upper from lower case. */
function optionName(word: string, row: Row): string {
  return row.shell === "powershell" || row.shell === "cmd" ? word.toLowerCase() : word;
}

/** `-xzf` is `-x -z -f`; `-n10` is `-n` with a value where `-n` takes one. */
function readCluster(word: string, takes: ReadonlySet<string>): {
  readonly options: readonly { readonly name: string; readonly value: string | null }[];
  readonly wantsValue: boolean;
} {
  const options: { name: string; value: string | null }[] = [];
  for (let at = 1; at < word.length; at++) {
    const name = `-${word[at]}`;
    if (!takes.has(name)) {
      options.push({ name, value: null });
      continue;
    }
    const value = word.slice(at + 1);
    options.push({ name, value: value === "" ? null : value });
    return { options, wantsValue: value === "" };
  }
  return { options, wantsValue: false };
}
