import type { Tree } from "web-tree-sitter";
import type { Effect } from "../trace/effect.ts";
import { principalOf } from "./principal.ts";
import { CommandReader } from "./reader.ts";
import { type Dialect, dialectOf, dialectOfShell } from "./windows.ts";

/** A loaded shell grammar (`loadShell`) and the commands that were understood with it. */
export interface Shell {
  /** The tree of a script in bash's grammar, or null where that took too many steps. The caller deletes it. */
  parse(script: string): Tree | null;
  /** Facts by command and working directory, so that equal commands are understood once. */
  readonly known: Map<string, CommandFacts>;
  /** `understandCommand` with it: who has no grammar need not load what commands do. */
  understand(command: string | readonly string[], context: CommandContext): CommandFacts;
}

/** Where a command was run. */
export interface CommandContext {
  /** Absolute; null where the log has none. */
  readonly cwd: string | null;
  readonly home: string | null;
  /** What the call's tool tells. Without it the shell in the command's arguments tells it, else the command's text. */
  readonly dialect?: Dialect;
}

/** Code that a command line holds and puts into a file. */
export interface WrittenCode {
  readonly path: string;
  readonly code: string;
  /** The file holds nothing else. */
  readonly isWhole: boolean;
}

/** What one event's command line does (contract §3). */
export interface CommandFacts {
  /** Base name of the principal command; null where only the running shell knew it. */
  readonly commandName: string | null;
  /** Base names of the visible processes, outermost first, at most 6. */
  readonly processChain: readonly string[];
  readonly effect: Effect;
  /** The file whose code alone tells what the principal command does, absolute; null where the command tells it, or nothing does. */
  readonly script: string | null;
  readonly written: readonly WrittenCode[];
  /** Absolute, normalised paths in the order found; with a final `/` what is known to be a folder, with `//` before its name a known file. */
  readonly paths: readonly string[];
  /** Host names in lower case, at most 8. */
  readonly domains: readonly string[];
  /** false: a part of the command line could not be told apart, so that the facts are vaguer. */
  readonly parsed: boolean;
}

const MAX_FRAMES = 6;
const MAX_KNOWN = 10_000;
/** An agent's own shell has its full path in the record; the model writes `bash`. */
const AGENT_SHELL = /^(?:\/.*\/|[A-Za-z]:\\.*\\)(bash|sh|zsh|dash|fish|powershell|pwsh|cmd)(?:\.exe)?$/i;
const SCRIPT_OPTION = /^-[a-z]*c$|^-command$|^\/c$/i;

/** What a command line, or a list of arguments as in `["bash", "-lc", "…"]`, does. Never throws. */
export function understandCommand(
  shell: Shell,
  command: string | readonly string[],
  context: CommandContext,
): CommandFacts {
  const line = typeof command === "string" ? command : JSON.stringify(command);
  const key = `${typeof command} ${context.dialect ?? ""}\n${context.cwd ?? ""}\n${context.home ?? ""}\n${line}`;
  const known = shell.known.get(key);
  if (known !== undefined) return known;
  const facts = understand(shell, command, context);
  if (shell.known.size >= MAX_KNOWN) shell.known.clear();
  if (key.length < 10_000) shell.known.set(key, facts);
  return facts;
}

function understand(shell: Shell, command: string | readonly string[], context: CommandContext): CommandFacts {
  const reader = new CommandReader(shell, context.cwd, context.home);
  const script = typeof command === "string" ? command : agentScript(command);
  const told = typeof command === "string" ? context.dialect : dialectOfShell(command[0] ?? "");
  if (script === null) reader.command(typeof command === "string" ? [command] : command);
  else reader.script(script, told ?? dialectOf(script));
  const principal = principalOf(reader.candidates);
  const chain = principal?.chain ?? [];
  return {
    commandName: principal?.name ?? null,
    processChain: chain.length <= MAX_FRAMES ? chain : [...chain.slice(0, MAX_FRAMES - 1), ...chain.slice(-1)],
    effect: principal?.effect ?? "process",
    script: principal?.script ?? null,
    written: reader.written,
    paths: [...reader.paths],
    domains: [...reader.domains],
    parsed: reader.isWhole,
  };
}

/** The script in arguments such as `["/bin/bash", "-lc", "…"]`, where the shell is the agent's and not the model's; else null. */
function agentScript(argv: readonly string[]): string | null {
  const option = argv.findIndex((word, at) => at > 0 && SCRIPT_OPTION.test(word));
  return AGENT_SHELL.test(argv[0] ?? "") && option > 0 && option === argv.length - 2 ? argv[option + 1] ?? null : null;
}
