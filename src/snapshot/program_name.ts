import type { ProcessRow } from "./schema.ts";

const SHELL = /^(bash|sh|dash|zsh|ksh|ash|fish|cmd|powershell|pwsh)$/;
const INTERPRETER = /^(node|nodejs|bun|deno|python[\d.]*|pypy[\d.]*|ruby|perl|php|bash|sh|dash|zsh)$/;

/** Programs that execute another in their own place: what they executed is what ran. */
const EXECUTES_NEXT = /^(env|nice|nohup|ionice|chrt|taskset|setsid|setpriv|stdbuf|exec)$/;

/**
 * The base name of the program that a process ran, as a command line would call it: `npm` for
 * `node /usr/bin/npm test`, because a script in a `bin` folder is a program of its own. Where the arguments are of a
 * shell or the like and `command` is not, the process has executed that command in its own place. null where nothing
 * tells the program.
 */
export function programName({ argv, command, comm }: ProcessRow): string | null {
  const begun = argv === null ? null : nameOf(argv);
  const executed = nameOf(words(command));
  if (begun === null) return executed ?? nameOf(words(comm));
  return executed !== null && makesWay(begun) ? executed : begun;
}

/**
 * Of the files that one process executed one after the other the one that it is known by, and its arguments if they
 * are those in the snapshot: not a shell or the like that made way, but the `npm` that made way for its interpreter.
 */
export function programExecuted(
  files: readonly string[],
  argv: readonly string[] | null,
): Pick<ProcessRow, "command" | "argv"> {
  const command = files.find((file) => !makesWay(baseName(file))) ?? files.at(-1) ?? null;
  return {
    command,
    argv: command !== null && baseName(argv?.[0] ?? "") === baseName(command) ? [...argv ?? []] : null,
  };
}

function makesWay(name: string): boolean {
  return isShell(name) || EXECUTES_NEXT.test(name);
}

function nameOf([program = "", ...args]: readonly string[]): string | null {
  const name = baseName(program);
  if (name === "") return null;
  const script = INTERPRETER.test(name) ? args.find((word) => !word.startsWith("-")) : undefined;
  return (script === undefined ? null : installedProgram(script)) ?? name;
}

export function isShell(name: string): boolean {
  return SHELL.test(name);
}

/** A process may have written a title over its arguments (`npm test`): the name is its first word. */
function words(line: string | null): readonly string[] {
  return line?.trim().split(/\s+/, 64).filter((word) => word !== "") ?? [];
}

/** The name of a script in a `bin` folder; null for a script of another place or with a language's ending. */
function installedProgram(script: string): string | null {
  return /[/\\]\.?bin[/\\][\w@+-]+$/.test(script) ? baseName(script) : null;
}

/** Without the dash of a login shell and the ending of a Windows program. */
function baseName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).trim();
  return name.replace(/^-/, "").replace(/\.(exe|cmd|bat|com)$/i, "").split(/\s/, 1)[0]?.slice(0, 255) ?? "";
}
