import { patchPaths } from "./patch.ts";
import type { Effect } from "../trace/effect.ts";
import { parsedExtent } from "./extent.ts";
import { languageOf, understandCode } from "./code.ts";
import type { Shell, WrittenCode } from "./command.ts";
import { baseName, resolvePath } from "./paths.ts";
import { stepsOfTree } from "./posix.ts";
import type { Candidate, Standing } from "./principal.ts";
import { isProgram, type Use, useOf } from "./program.ts";
import { optionNames } from "./arguments.ts";
import type { Row } from "./programs/row.ts";
import { stronger } from "./rank.ts";
import type { CommandStep, Redirect, Script } from "./script.ts";
import { scriptEffect, taskEffect } from "./tasks.ts";
import {
  askedHosts,
  isFile,
  isRemote,
  isScriptPath,
  looksLikePath,
  patchedPaths,
  type Place,
  touchedFile,
  touchedPath,
  touchedPaths,
} from "./touched.ts";
import { type Dialect, stepsOfWindows } from "./windows.ts";
import {
  asksAbout,
  innerWords,
  installedProgram,
  isHome,
  isOwnProgram,
  isPackageRun,
  isRun,
  nameOf,
  tasksEffect,
} from "./unwrap.ts";
import { expandWord, UNKNOWN, type Variables } from "./words.ts";

const MAX_NESTED_SCRIPTS = 8;
const MAX_WRAPPERS = 12;
const MAX_EXECS = 4;
const MAX_WORDS = 1_000;
const MAX_PATHS = 64;
const MAX_DOMAINS = 8;
const MAX_SCRIPT = 1_000_000;
/** Characters of all scripts within scripts. */
const MAX_NESTED = 100_000;
const TEST_FILE = /^test_.*\.\w+$|[._]test\.\w+$|\.spec\.\w+$/i;
const GIVEN_AWAY: Row = { run: "", effect: "process", example: "" };

/** A simple command with what is around it. */
interface Site {
  readonly chain: readonly string[];
  readonly redirects: readonly Redirect[];
  readonly heredoc: string | null;
  readonly isPiped: boolean;
  readonly isSubstituted: boolean;
  /** It runs in a container: its paths are not ours. */
  readonly isElsewhere: boolean;
  readonly dialect: Dialect;
  readonly depth: number;
}

/** Reads the commands of one event and gathers what they do. */
export class CommandReader {
  readonly candidates: Candidate[] = [];
  readonly paths = new Set<string>();
  readonly domains = new Set<string>();
  readonly written: WrittenCode[] = [];
  /** false once something could not be told apart. */
  isWhole = true;
  #nested = 0;
  #cwd: string | null;
  #previousCwd: string | null = null;
  readonly #home: string | null;
  readonly #shell: Shell;
  readonly #variables: Variables = new Map();

  constructor(shell: Shell, cwd: string | null, home: string | null) {
    this.#shell = shell;
    this.#cwd = cwd;
    this.#home = home;
    if (home !== null) this.#variables.set("HOME", [home]);
  }

  /** A script for a shell, which runs below the processes of `chain`. */
  script(text: string, dialect: Dialect, chain: readonly string[] = [], depth = 0, isElsewhere = false): void {
    if (depth > 0) this.#nested += text.length;
    const script = depth > MAX_NESTED_SCRIPTS || text.length > MAX_SCRIPT || this.#nested > MAX_NESTED
      ? null
      : this.#parse(depth === 0 ? text : text.replaceAll(UNKNOWN, "$_"), dialect);
    if (script === null) {
      this.#vaguely(text, chain);
      return;
    }
    this.isWhole &&= script.isWhole;
    const folders: (string | null)[] = [];
    for (const step of script.steps) {
      switch (step.kind) {
        case "enter":
          folders.push(this.#cwd);
          break;
        case "leave":
          this.#cwd = folders.pop() ?? this.#cwd;
          break;
        case "assign":
          this.#variables.set(step.name, step.values.flatMap((value) => expandWord(value, this.#expandable())));
          break;
        case "command":
          this.#step(step, dialect, chain, depth, isElsewhere);
          break;
        default:
          step satisfies never;
      }
    }
  }

  /** A command whose words are already apart. */
  command(words: readonly string[], chain: readonly string[] = []): void {
    this.#command(words, {
      chain,
      redirects: [],
      heredoc: null,
      isPiped: false,
      isSubstituted: false,
      isElsewhere: false,
      dialect: "posix",
      depth: 0,
    });
  }

  /** What cannot be parsed: its first word is all that is said. */
  #vaguely(text: string, chain: readonly string[]): void {
    this.isWhole = false;
    const name = nameOf(/^\s*(\S{1,64})(?=\s|$)/.exec(text)?.[1] ?? "");
    if (name === null || this.candidates.length > 0) return;
    this.candidates.push({ chain: [...chain, name], name, effect: "process", standing: "full", script: null });
  }

  #parse(text: string, dialect: Dialect): Script | null {
    if (dialect !== "posix") return stepsOfWindows(text, dialect);
    const extent = parsedExtent(text);
    const part = text.slice(0, extent);
    const tree = extent === 0 && text !== "" ? null : this.#shell.parse(part);
    if (tree === null) return null;
    try {
      const { steps, isWhole } = stepsOfTree(tree, part);
      return { steps, isWhole: isWhole && extent === text.length };
    } finally {
      tree.delete();
    }
  }

  #expandable(): Variables {
    if (this.#cwd === null) this.#variables.delete("PWD");
    else this.#variables.set("PWD", [this.#cwd]);
    return this.#variables;
  }

  #step(step: CommandStep, dialect: Dialect, chain: readonly string[], depth: number, isElsewhere: boolean): void {
    const variables = this.#expandable();
    const expand = (word: string) => (dialect === "posix" ? expandWord(word, variables) : [word]);
    const words = step.words.flatMap(expand);
    const redirects = step.redirects.map((redirect) => ({ ...redirect, target: expand(redirect.target)[0] ?? "" }));
    const { heredoc, isPiped, isSubstituted } = step;
    this.#command(words, { chain, redirects, heredoc, isPiped, isSubstituted, isElsewhere, dialect, depth });
  }

  /** Takes wrappers off until the command itself is there. */
  #command(allWords: readonly string[], site: Site): void {
    let words = allWords;
    let chain = site.chain;
    let isElsewhere = site.isElsewhere;
    /** The program that runs a module (`python -m pytest`) stays the one that is seen. */
    let runner: string | null = null;
    for (let wrappers = 0; wrappers < MAX_WRAPPERS; wrappers++) {
      const [word] = words;
      if (word === undefined) return this.#redirectsOnly(site);
      if (/\s/.test(word.trim()) && words.length === 1 && wrappers > 0) {
        return this.script(word, "posix", chain, site.depth + 1, isElsewhere);
      }
      const name = nameOf(word);
      const rest = isHome(word) ? [] : words.slice(1);
      const use = name === null || isOwnProgram(word) ? null : useOf(name, rest, site.dialect);
      const shown: string | null = runner ?? name;
      const own: Site = { ...site, chain: shown === null ? chain : [...chain, shown], isElsewhere };
      if (use === null || name === null) return this.#unknown(word, rest, shown, own);

      const { row, args } = use;
      const inner = row.wraps === undefined ? null : innerWords(use, rest);
      if (this.#runsScript(use, rest, own)) return;
      const task = row.tasks === undefined ? undefined : inner?.[0];
      if (inner !== null && inner.length > 0 && (task === undefined || taskEffect(task) === null || isRun(task))) {
        if (row.isElsewhere === true) isElsewhere = true;
        this.#ownPaths(use, own);
        if (row.isReplaced !== true) chain = own.chain;
        words = inner;
        continue;
      }
      const place = args.places[use.subcommands];
      const next = place === undefined ? undefined : rest[place];
      const module = optionNames(row.module);
      if (
        next !== undefined && args.options.some((option) => module.has(option.name)) && isProgram(nameOf(next) ?? "") &&
        use.subcommands === 0
      ) {
        runner = shown;
        words = rest.slice(place);
        continue;
      }
      const installed = next !== undefined && row.args === "script" ? installedProgram(next) : null;
      if (installed !== null && place !== undefined) {
        runner = shown;
        words = [installed, ...rest.slice(place + 1)];
        continue;
      }
      if (next !== undefined && row.runs === true && isPackageRun(next)) {
        chain = own.chain;
        words = rest.slice(place);
        continue;
      }
      return this.#program(use, rest, shown, own);
    }
  }

  /** `> a.txt` empties a file without any process. */
  #redirectsOnly(site: Site): void {
    if (site.redirects.length > 0) this.#add(null, "process", "quiet", site, null);
  }

  /** A program that the tables do not know: its name, and what looks like a path. */
  #unknown(word: string, rest: readonly string[], name: string | null, site: Site): void {
    const isScript = isScriptPath(word) && !word.includes(UNKNOWN);
    const use: Use = {
      row: GIVEN_AWAY,
      args: { options: [], positionals: rest.slice(0, MAX_WORDS), places: [], beforeDashes: rest.length },
      subcommands: 0,
    };
    const effect = asksAbout(rest) ? "read" : isScript ? scriptEffect(baseName(word)) ?? "process" : "process";
    if (!site.isElsewhere) {
      if (isScript) this.#addPaths([word], touchedFile);
      this.#addPaths(use.args.positionals.filter(looksLikePath));
    }
    this.#add(name, effect, "full", site, isScript ? word : null);
    for (const host of askedHosts(use, effect)) this.#addDomain(host);
  }

  #program(use: Use, rest: readonly string[], name: string | null, site: Site): void {
    const { row, args } = use;
    const positionals = args.positionals.slice(use.subcommands);
    const isBare = row.bare !== undefined && positionals.filter(isFile).length <= (row.bareArguments ?? 0);
    let effect: Effect = isBare ? row.bare ?? row.effect : row.effect;
    if (row.tasks !== undefined || row.taskOptions !== undefined) effect = tasksEffect(use) ?? effect;
    if (row.args === "remote" && positionals.some(isRemote)) effect = "network";
    const script = givenScript(use);
    if (script !== null) effect = scriptFileEffect(baseName(script)) ?? effect;
    effect = this.#code(use, site) ?? effect;
    const asksAboutItself = asksAbout(rest);
    if (asksAboutItself) effect = "read";
    this.#changeFolder(name, use);
    const standing: Standing = row.rank === "quiet" || asksAboutItself
      ? "quiet"
      : (row.rank === "filter" || (isBare && effect === "read")) && site.isPiped
      ? "filter"
      : "full";
    const patch = row.patch === true ? site.heredoc ?? positionals[0] ?? null : null;
    if (patch !== null) effect = this.#addPatch(patch) ?? effect;
    this.#ownPaths(use, site);
    this.#add(name, effect, standing, site, script);
    for (const host of askedHosts(use, effect)) this.#addDomain(host);
    this.#exec(use, rest, site);
  }

  #ownPaths(use: Use, site: Site): void {
    if (site.isElsewhere) return;
    for (const path of touchedPaths(use, this.#place(), site.isPiped)) this.#addPath(path);
  }

  /** What an interpreter gets as code, or a shell as a script on its input. */
  #code(use: Use, site: Site): Effect | null {
    const { row, args } = use;
    const { language } = row;
    if (language === undefined) return null;
    const codeOptions = optionNames(row.code);
    const given = args.options.find((option) => codeOptions.has(option.name))?.value;
    const first = args.positionals[use.subcommands + (row.codeArgument ?? 0)];
    const code = given ??
      (first === undefined || first === "-" ? site.heredoc : row.codeArgument === undefined ? null : first);
    if (code === null) return null;
    const facts = understandCode(code, language);
    if (!site.isElsewhere) {
      this.#addPaths(facts.paths);
      this.#addPaths(facts.files, touchedFile);
    }
    for (const domain of facts.domains) this.#addDomain(domain);
    return facts.effect === "process" ? null : facts.effect;
  }

  /** `bash -c '…'`, `eval …`, `bash <<EOF`: true where the script is what the command does. */
  #runsScript(use: Use, rest: readonly string[], site: Site): boolean {
    const { row, args } = use;
    if (row.script === undefined) return false;
    const chain = row.isReplaced === true ? site.chain.slice(0, -1) : site.chain;
    const dialect = row.shell ?? "posix";
    if (row.script === "*") {
      const text = args.positionals.join(" ");
      if (text.includes(UNKNOWN) || text === "") return false;
      this.script(text, dialect, chain, site.depth + 1, site.isElsewhere);
      return true;
    }
    const options = optionNames(row.script);
    const option = args.options.find((known) => options.has(known.name));
    const text = option?.value === undefined || option.value === null
      ? (row.wraps === undefined && args.positionals.length === 0 && dialect === "posix" ? site.heredoc : null)
      : dialect === "posix"
      ? option.value
      : rest.slice(rest.indexOf(option.value)).join(" ");
    if (text === null || text === undefined || text === "" || text === UNKNOWN) return false;
    const before = this.candidates.length;
    this.script(text, dialect, chain, site.depth + 1, site.isElsewhere);
    return this.candidates.length > before;
  }

  /** `find -exec … ;` runs another command, which is a candidate of its own. */
  #exec(use: Use, rest: readonly string[], site: Site): void {
    const options = optionNames(use.row.exec);
    if (options.size === 0) return;
    const places = rest.flatMap((word, at) => options.has(word) ? [at] : []).slice(0, MAX_EXECS);
    for (const at of places) {
      const end = rest.findIndex((other, place) => place > at && /^\\?;$|^\+$/.test(other));
      const words = rest.slice(at + 1, end < 0 ? undefined : end).map((
        other,
      ) => (other.includes("{}") ? UNKNOWN : other));
      this.#command(words, { ...site, redirects: [], heredoc: null });
    }
  }

  #changeFolder(name: string | null, use: Use): void {
    if (name === null || !/^(cd|chdir|pushd|popd|set-location|sl|push-location)$/i.test(name)) return;
    const target = use.args.positionals[0];
    const from = this.#cwd;
    if (/^popd$/i.test(name) || target === "-") this.#cwd = this.#previousCwd;
    else if (target === undefined) this.#cwd = this.#home;
    else this.#cwd = /[*?\0]/.test(target) ? null : resolvePath(target, this.#cwd, this.#home);
    this.#previousCwd = from;
  }

  #add(name: string | null, effect: Effect, standing: Standing, site: Site, script: string | null): void {
    let strongest = effect;
    let full = standing === "full";
    for (const { direction, isError, target } of site.redirects) {
      if (!isFile(target)) continue;
      if (!site.isElsewhere) this.#addPaths([target], touchedFile);
      if (direction === "in" || isError) continue;
      if (name === "cat" && site.heredoc !== null && !site.isElsewhere) {
        this.#wrote(target, site.heredoc, direction === "out");
      }
      strongest = stronger(strongest, "write");
      full = true;
    }
    const isHelper = full && site.isSubstituted && strongest === "read";
    this.candidates.push({
      chain: site.chain,
      name,
      effect: strongest,
      standing: isHelper ? "helper" : full ? "full" : standing,
      script: script === null || site.isElsewhere || strongest !== "process"
        ? null
        : touchedPath(script, this.#place()),
    });
  }

  /** `cat > FILE <<EOF`: what a file holds from then on. */
  #wrote(target: string, code: string, isWhole: boolean): void {
    const path = languageOf(target) === null ? null : touchedPath(target, this.#place());
    if (path !== null) this.written.push({ path, code, isWhole });
  }

  #place(): Place {
    return { cwd: this.#cwd, home: this.#home };
  }

  #addPaths(words: readonly string[], touched = touchedPath): void {
    for (const word of words) {
      const path = touched(word, this.#place());
      if (path !== null) this.#addPath(path);
    }
  }

  /** A patch that does nothing else deletes. */
  #addPatch(patch: string): Effect | null {
    for (const path of patchedPaths(patch, this.#place())) this.#addPath(path);
    const changes = patchPaths(patch);
    return changes.length > 0 && changes.every(({ change }) => change === "delete") ? "delete" : null;
  }

  #addPath(path: string): void {
    if (this.paths.size < MAX_PATHS) this.paths.add(path);
  }

  #addDomain(domain: string): void {
    if (this.domains.size < MAX_DOMAINS) this.domains.add(domain);
  }
}

/** The script that an interpreter is given; null where it gets a module or code instead. */
function givenScript({ row, args, subcommands }: Use): string | null {
  const file = args.positionals[subcommands];
  if (row.args !== "script" || file === undefined) return null;
  const others = new Set([...optionNames(row.module), ...optionNames(row.code)]);
  return args.options.some((option) => others.has(option.name)) ? null : file;
}

/** What a script does, by its file's name; null where the name does not say. */
function scriptFileEffect(fileName: string): Effect | null {
  return TEST_FILE.test(fileName) ? "test" : scriptEffect(fileName);
}
