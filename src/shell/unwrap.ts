import type { Effect } from "../trace/effect.ts";
import { isProgram, programName, type Use, useOf } from "./program.ts";
import type { Row } from "./programs/row.ts";
import { stronger } from "./rank.ts";
import { taskEffect } from "./tasks.ts";

const FRAME_NAME = /^[\p{L}\p{N}_.+@:~?%[-][\p{L}\p{N}_.+@:~?%[\]{}-]{0,63}$/u;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** The name of a command's frame; null where only the running shell knows it, or where it cannot be one. */
export function nameOf(word: string): string | null {
  const name = programName(word).replace(/(?<=.)@[\w.^~-]+$/, "");
  return FRAME_NAME.test(name) ? name : null;
}

/** Whether a package manager's own word is rather a program that it runs (`yarn jest`). */
export function isRun(word: string): boolean {
  const row = useOf(nameOf(word) ?? "", [])?.row;
  return row !== undefined && row.rank !== "quiet" && taskEffect(word) !== "process";
}

/** Whether an interpreter's script is a program of the tables that is installed in the project (`node node_modules/.bin/jest`). */
export function isInstalled(script: string): boolean {
  return /(^|[/\\])(\.?bin|node_modules|vendor)[/\\]|\.phar$/.test(script) && isProgram(nameOf(script) ?? "");
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
export function tasksEffect(row: Row, positionals: readonly string[]): Effect | null {
  const names = (row.tasks === "first" ? positionals.slice(0, 1) : positionals).filter((name) =>
    !/[=/\\]|\.[cm]?[jt]sx?$/.test(name)
  );
  const effects = names.map(taskEffect).filter((effect) => effect !== null);
  return effects.length === 0 ? null : effects.reduce(stronger);
}
