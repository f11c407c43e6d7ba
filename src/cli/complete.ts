import type { Command, Option } from "commander";
import * as z from "zod";
import { newestSessions, newestSessionsNeeds } from "./newest_sessions.ts";
import type { Cli } from "./cli.ts";
import { optionsOf, placeholder, seen } from "./command_table.ts";
import { withNeeds } from "./needs.ts";
import { isRepeatable, trueOrFalse } from "./options.ts";

/** One thing that a shell may offer, and what it is. */
export interface Candidate {
  readonly value: string;
  readonly what: string;
}

/** What a shell may offer for a word: these, and files or folders where they fit. */
export interface Answer {
  readonly candidates: readonly Candidate[];
  readonly also: "files" | "dirs" | null;
}

const NOTHING: Answer = { candidates: [], also: null };

/**
 * `agentpprof complete -- WORD…`, which the shells' scripts call: a line for each candidate for the last word, its value
 * and after a tab what it is; then `:files` or `:dirs` where the shell should offer those.
 */
export function add(tree: Command, { host }: Cli): void {
  const command = tree.command("complete", { hidden: true });
  withNeeds(command, newestSessionsNeeds, { tellsItself: true })
    .argument("[WORD...]")
    .helpOption(false)
    .action((given) => {
      const { candidates, also } = answerFor(tree, z.array(z.string()).parse(given), () => newestSessions(host));
      const lines = candidates.map(({ value, what }) => (what === "" ? value : `${value}\t${what}`));
      host.stdout([...lines, ...(also === null ? [] : [`:${also}`])].map((line) => `${line}\n`).join(""));
    });
}

/** What fits the last of the words that were typed after the program's name. */
export function answerFor(tree: Command, words: readonly string[], sessions: () => readonly Candidate[]): Answer {
  const current = (words.at(-1) ?? "").trim();
  const { command, pending, operands, used } = walk(tree, words.slice(0, -1));
  if (pending !== null) return valuesOf(pending, sessions);
  const options = [...new Set([command, tree])].flatMap(optionsOf);
  const assigned = /^(--[\w-]+)=/.exec(current);
  if (assigned !== null) {
    const option = options.find(({ long }) => long === assigned[1]);
    if (option === undefined) return NOTHING;
    const { candidates, also } = valuesOf(option, sessions);
    return { candidates: candidates.map(({ value, what }) => ({ value: `${assigned[0]}${value}`, what })), also };
  }
  if (current.startsWith("-")) {
    const offered = options.filter((option) => !used.has(option) || isRepeatable(option.parseArg))
      .map(({ long, description }) => ({ value: long ?? "", what: firstPart(description) }));
    return { candidates: [...offered, { value: "--help", what: "print help" }], also: null };
  }
  if (command.commands.length > 0 && operands === 0) {
    return {
      candidates: seen(command).map((sub) => ({ value: sub.name(), what: firstPart(sub.description()) })),
      also: null,
    };
  }
  const argument = command.registeredArguments[Math.min(operands, command.registeredArguments.length - 1)];
  if (argument === undefined || (operands > 0 && !argument.variadic)) return NOTHING;
  if (argument.argChoices !== undefined) return { candidates: plain(argument.argChoices), also: null };
  if (argument.name().toUpperCase() === "COMMAND") {
    return {
      candidates: seen(tree).map((sub) => ({ value: sub.name(), what: firstPart(sub.description()) })),
      also: null,
    };
  }
  return NOTHING;
}

/** The command that words lead to, the option that still wants its value, and what was given. */
function walk(tree: Command, words: readonly string[]): {
  readonly command: Command;
  readonly pending: Option | null;
  readonly operands: number;
  readonly used: ReadonlySet<Option>;
} {
  let command = tree;
  let pending: Option | null = null;
  let operands = 0;
  const used = new Set<Option>();
  for (const word of words) {
    if (pending !== null) {
      pending = null;
    } else if (word.startsWith("-")) {
      const name = word.split("=")[0] ?? "";
      const option = [command, tree].flatMap(optionsOf).find(({ long, short }) => name === long || name === short);
      if (option === undefined) continue;
      used.add(option);
      if (option.required && !word.includes("=")) pending = option;
    } else {
      const sub = operands === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      if (sub === undefined) operands++;
      else command = sub;
    }
  }
  return { command, pending, operands, used };
}

/** Values of an option: its own words, what is on this machine, files and folders. */
function valuesOf(option: Option, sessions: () => readonly Candidate[]): Answer {
  if (option.argChoices !== undefined) return { candidates: plain(option.argChoices), also: null };
  if (option.parseArg === trueOrFalse) return { candidates: plain(["true", "false"]), also: null };
  if (option.long === "--session-file") return { candidates: sessions(), also: "files" };
  switch (placeholder(option)) {
    case "WHEN":
      return { candidates: WHENS, also: null };
    case "LIST":
      return { candidates: plain(["work", "open"]), also: "files" };
    case "FILE":
    case "PATH":
      return { candidates: [], also: "files" };
    case "DIR":
      return { candidates: [], also: "dirs" };
    default:
      return NOTHING;
  }
}

const WHENS: readonly Candidate[] = [
  { value: "today", what: "since midnight" },
  { value: "yesterday", what: "the day before" },
  { value: "24h", what: "a day ago" },
  { value: "7d", what: "a week ago" },
  { value: "4w", what: "four weeks ago" },
];

function plain(values: readonly string[]): readonly Candidate[] {
  return values.map((value) => ({ value, what: "" }));
}

/** The beginning of a description, as short as a shell shows it. */
function firstPart(text: string): string {
  return (text.split(/[;:(]/)[0] ?? "").trim();
}
