import type { Effect } from "../trace/effect.ts";
import { optionNames } from "./arguments.ts";
import { isAbsolute } from "./paths.ts";
import { isProgram, programName, type Use, useOf } from "./program.ts";
import { JAVASCRIPT } from "./programs/javascript.ts";
import { stronger } from "./rank.ts";
import { taskEffect } from "./tasks.ts";

const FRAME_NAME = /^[\p{L}\p{N}_.+@:~?%[-][\p{L}\p{N}_.+@:~?%[\]{}-]{0,63}$/u;
const JAVASCRIPT_NAMES = new Set(JAVASCRIPT.flatMap(({ run }) => (run.split(" ")[0] ?? "").split("|")));
/** Assignments, and paths other than names such as `test/unit`. */
const NO_TASK = /[=\\]|^[/.~]|\.[cm]?[jt]sx?$|\/.*\.\w+$/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** A home folder, or a path that a space has cut there (`C:\Users\Zelda Smith\…`), also where bash has taken its backslashes. */
const HOME =
  /^~[\w.-]*[\\/]?$|^(?:(?:\/(?:mnt|cygdrive))?\/[a-z]|\/(?:var|export|usr)|[a-z]:)?[\\/](?:home|users)[\\/][^\\/]*[\\/]?$|^[a-z]:users/i;

/** Whether a command begins with somebody's home and not with a program: its words tell nothing but names. */
export function isHome(word: string): boolean {
  return HOME.test(word);
}

/** The name of a command's frame; null where only the running shell knows it, or where it cannot be one. */
export function nameOf(word: string): string | null {
  if (isHome(word)) return null;
  const name = programName(word).replace(/(?<=.)@[\w.^~-]+$/, "");
  return FRAME_NAME.test(name) ? name : null;
}

/** Whether a package manager's own word is rather a program that it runs (`yarn jest`). */
export function isRun(word: string): boolean {
  const row = useOf(nameOf(word) ?? "", [])?.row;
  return row !== undefined && row.rank !== "quiet" && taskEffect(word) !== "process";
}

/** The same of a JavaScript package manager, for which other languages' programs are names of scripts (`yarn coverage`). */
export function isPackageRun(word: string): boolean {
  return JAVASCRIPT_NAMES.has(nameOf(word) ?? "") && isRun(word);
}

/** The program of the tables that an interpreter's script is, where it is installed in the project (`node node_modules/jest/bin/jest.js`); else null. */
export function installedProgram(script: string): string | null {
  if (!/(^|[/\\])(\.?bin|node_modules|vendor)[/\\]|\.phar$/.test(script)) return null;
  const name = nameOf(script.replace(/\.([cm]?js|py|rb|phar)$/, "")) ?? "";
  return isProgram(name) ? name : null;
}

/** Whether a word is the path of a program of the project's own, which only shares its name with one of the tables (`./sort`, `build/test`). */
export function isOwnProgram(word: string): boolean {
  if (!/^[^@].*[/\\]|^[/\\]/.test(word) || (isAbsolute(word) && !/^(\/private)?\/(var\/)?tmp\//.test(word))) {
    return false;
  }
  return !/(^|[/\\])(s?bin|\.bin|scripts)[/\\][^/\\]+$/i.test(word) &&
    useOf(nameOf(word) ?? "", [])?.row.isLocal !== true;
}

/** Whether a program is only asked for its version or its help. */
export function asksAbout(words: readonly string[]): boolean {
  return words.length === 1 && /^--(version|help)$/.test(words[0] ?? "");
}

/** The words that a wrapper runs. */
export function innerWords(use: Use, rest: readonly string[]): readonly string[] {
  let at = use.subcommands + (use.row.wraps ?? 0);
  while (ASSIGNMENT.test(use.args.positionals[at] ?? "")) at++;
  const place = use.args.places[at];
  const inner = place === undefined ? [] : rest.slice(place);
  const entry = use.row.entry === undefined ? undefined : use.args.options.find(({ name }) => name === use.row.entry);
  return entry?.value === undefined || entry.value === null ? inner : [entry.value, ...inner];
}

/** The strongest of the tasks that are asked for; null where no name says what it does. */
export function tasksEffect({ row, args, subcommands }: Use): Effect | null {
  const named = args.positionals.slice(subcommands, row.tasks === "first" ? subcommands + 1 : undefined);
  const options = optionNames(row.taskOptions);
  const names = [
    ...(row.tasks === undefined ? [] : named),
    ...args.options.flatMap(({ name, value }) => options.has(name) && value !== null ? value.split(",") : []),
  ].map((name) => name.replace(/,$/, "")).filter((name) => !NO_TASK.test(name));
  const effects = names.map(taskEffect).filter((effect) => effect !== null);
  return effects.length === 0 ? null : effects.reduce(stronger);
}
