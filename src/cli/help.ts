import { type Command, Help } from "commander";

/** A line to type, and what it does. */
export type Example = readonly [line: string, what: string];

const EXAMPLES = new WeakMap<Command, readonly Example[]>();

/** Gives a command examples: help shows them first, the man page and the documents' tests know them too. */
export function withExamples(command: Command, examples: readonly Example[]): Command {
  EXAMPLES.set(command, examples);
  return command;
}

export function examplesOf(command: Command): readonly Example[] {
  return EXAMPLES.get(command) ?? [];
}

/** Help with the examples before everything else. */
export function formatHelp(command: Command, help: Help): string {
  return examplesText(examplesOf(command)) + Help.prototype.formatHelp.call(help, command, help);
}

/** A command in the list of commands: that it has options goes without saying. */
export function subcommandTerm(command: Command): string {
  const words = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(" ");
}

function examplesText(examples: readonly Example[]): string {
  if (examples.length === 0) return "";
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, what]) =>
    width + what.length <= 74 ? `  ${line.padEnd(width)}  ${what}` : `  ${line}\n      ${what}`
  );
  return `Examples:\n${lines.join("\n")}\n\n`;
}

/** Headings under which help groups options. */
export const GROUPS = {
  sessions: "Which sessions:",
  report: "The report:",
  model: "The model:",
  general: "General:",
} as const;
