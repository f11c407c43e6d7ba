import { type Arguments, readArguments } from "./arguments.ts";
import { baseName } from "./paths.ts";
import { PROGRAMS } from "./programs/programs.ts";
import type { Row } from "./programs/row.ts";
import type { Dialect } from "./windows.ts";

/** A program's use: the row that describes it and its arguments as that row tells them apart, without the subcommands. */
export interface Use {
  readonly row: Row;
  readonly args: Arguments;
  /** How many positionals the row's subcommands take. */
  readonly subcommands: number;
}

/** A row with one of its programs' names: what must stand in a command for the row to be taken. */
interface Pattern {
  /** The row with what the rows that it specialises say of the arguments. */
  readonly whole: Row;
  readonly subcommands: readonly Matcher[];
  readonly options: readonly Matcher[];
}

/** One word of a row's `run`: any of these words, or one that the expressions for those with `*` fit. */
interface Matcher {
  readonly words: ReadonlySet<string>;
  readonly globs: readonly RegExp[];
}

interface Program {
  readonly whole: Row;
  /** What a first argument leaves possible, the most special ones first. */
  readonly patternsByArgument: ReadonlyMap<string, readonly Pattern[]>;
  /** The same of an argument that is no subcommand's name. */
  readonly otherPatterns: readonly Pattern[];
}

let rowsByName: ReadonlyMap<string, readonly Row[]> | null = null;
const programs = new Map<string, Program>();

/** The name under which a program is looked up: base name, without the endings of Windows' programs. */
export function programName(word: string): string {
  return baseName(word).replace(/\.(exe|cmd|bat|com)$/i, "");
}

/** Whether the tables know the program. */
export function isProgram(name: string): boolean {
  return programOf(name) !== undefined;
}

/** How a command uses a program, by the most special row; null for a program that is not in the tables. cmd has some names of its own. */
export function useOf(name: string, words: readonly string[], dialect: Dialect = "posix"): Use | null {
  const program = (dialect === "cmd" ? programOf(`cmd:${name}`) : undefined) ?? programOf(name);
  if (program === undefined) return null;
  let row = program.whole;
  let args = readArguments(words, row);
  let subcommands = 0;
  let taken: Pattern | undefined;
  for (const _ of [1, 2, 3]) {
    const possible = program.patternsByArgument.get(args.positionals[0] ?? "") ?? program.otherPatterns;
    const pattern = possible.find((one) => matches(one, args));
    if (pattern === undefined || pattern === taken) break;
    taken = pattern;
    subcommands = pattern.subcommands.length;
    if (pattern.whole !== row) args = readArguments(words, pattern.whole, subcommands);
    row = pattern.whole;
  }
  return { row, args, subcommands };
}

function programOf(name: string): Program | undefined {
  const known = programs.get(name);
  if (known !== undefined) return known;
  rowsByName ??= groupByName(PROGRAMS);
  const rows = rowsByName.get(name) ?? rowsByName.get(name.toLowerCase());
  if (rows === undefined) return undefined;
  const program = buildProgram(name, rows);
  programs.set(name, program);
  return program;
}

/** What asks a program about itself, unless there are arguments: in `gem install rails -v 8.0` it says something else. */
const ABOUT_ITSELF = "--version";

function matches(pattern: Pattern, args: Arguments): boolean {
  if (pattern.options.length > args.options.length || pattern.subcommands.length > args.positionals.length) {
    return false;
  }
  const isAlone = args.positionals.length === 0 || pattern.subcommands.length > 0;
  if (!isAlone && pattern.options.some(({ words }) => words.has(ABOUT_ITSELF))) return false;
  return pattern.subcommands.every((matcher, at) => fits(matcher, args.positionals[at])) &&
    pattern.options.every((matcher) => args.options.some((option) => fits(matcher, option.name)));
}

function fits(matcher: Matcher | undefined, word: string | undefined): boolean {
  return matcher !== undefined && word !== undefined &&
    (matcher.words.has(word) || matcher.globs.some((glob) => glob.test(word)));
}

function groupByName(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const byName = new Map<string, Row[]>();
  for (const row of rows) {
    for (const name of (row.run.split(" ")[0] ?? "").split("|")) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [row]);
      else known.push(row);
    }
  }
  return byName;
}

function buildProgram(name: string, rows: readonly Row[]): Program {
  const base = rows.find((row) => !row.run.includes(" ")) ?? { run: name, effect: "process", example: name };
  const special = rows.filter((row) => row.run.includes(" "));
  const wholes = new Map<Row, Row>();
  for (const row of special.toSorted((a, b) => wordCount(a) - wordCount(b))) {
    const general = special.filter((other) => other !== row && isGeneral(other, row)).at(-1);
    wholes.set(row, inherit(general === undefined ? base : wholes.get(general) ?? base, row));
  }
  const patterns = special.flatMap((row) => patternsOf(row, wholes.get(row) ?? row)).toSorted((a, b) =>
    size(b) - size(a)
  );
  const first = (pattern: Pattern) => pattern.subcommands[0];
  const names = new Set(patterns.flatMap((pattern) => [...first(pattern)?.words ?? []]));
  const possible = (name: string) =>
    patterns.filter((pattern) => first(pattern) === undefined || fits(first(pattern), name));
  return {
    whole: base,
    patternsByArgument: new Map([...names].map((name) => [name, possible(name)])),
    otherPatterns: patterns.filter((pattern) => first(pattern) === undefined || first(pattern)?.globs.length !== 0),
  };
}

/** One pattern; more where a word has both subcommands and options (`docker -v|version`). */
function patternsOf(row: Row, whole: Row): readonly Pattern[] {
  let patterns: readonly Pattern[] = [{ whole, subcommands: [], options: [] }];
  for (const word of row.run.split(" ").slice(1)) {
    const alternatives = word.split("|");
    const options = alternatives.filter((alternative) => alternative.startsWith("-"));
    const subcommands = alternatives.filter((alternative) => !alternative.startsWith("-"));
    patterns = patterns.flatMap((pattern) => [
      ...(options.length === 0 ? [] : [{ ...pattern, options: [...pattern.options, matcher(options)] }]),
      ...(subcommands.length === 0
        ? []
        : [{ ...pattern, subcommands: [...pattern.subcommands, matcher(subcommands)] }]),
    ]);
  }
  return patterns;
}

function matcher(all: readonly string[]): Matcher {
  return {
    words: new Set(all.filter((word) => !word.includes("*"))),
    globs: all.filter((word) => word.includes("*"))
      .map((word) => new RegExp(`^${word.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`)),
  };
}

/** `docker compose` is general to `docker compose up`. */
function isGeneral(general: Row, row: Row): boolean {
  const words = general.run.split(" ").slice(1);
  const more = row.run.split(" ").slice(1);
  return words.length < more.length && words.every((word, at) => word === more[at]);
}

function wordCount(row: Row): number {
  return row.run.split(" ").length;
}

function size({ subcommands, options }: Pattern): number {
  return subcommands.length + options.length;
}

/** What a special row takes over: how the arguments are told apart; and what they are, if only options were added. */
function inherit(general: Row, row: Row): Row {
  const addsOptionsOnly = row.run.split(" ").slice(wordCount(general)).every((word) => word.startsWith("-"));
  const { takes, takesTwo, files, folders, dir, long, toolchain, shell, code, codeArgument, language, module, stops } =
    general;
  const { args, given, here, host, hosts, exec, registry } = addsOptionsOnly ? general : {};
  const taken = {
    takes,
    takesTwo,
    files,
    folders,
    dir,
    long,
    toolchain,
    shell,
    code,
    codeArgument,
    language,
    module,
    stops,
    args,
    given,
    here,
    host,
    hosts,
    exec,
    registry,
  };
  const defined = Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== undefined));
  return {
    ...defined,
    ...row,
    takes: join(general.takes, row.takes),
    files: join(general.files, row.files),
    dir: join(general.dir, row.dir),
  };
}

function join(a: string | undefined, b: string | undefined): string {
  return `${a ?? ""} ${b ?? ""}`.trim();
}
