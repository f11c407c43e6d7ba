import type { Argument, Command, Option } from "commander";
import { VERSION } from "../version.ts";
import type { Cli } from "./cli.ts";
import { commandsOf, optionsOf } from "./command_table.ts";
import { lowerFirst } from "./errors.ts";
import { examplesOf, withExamples } from "./help.ts";
import { settableOptions } from "./settings_schema.ts";
import { variableOf } from "./settings.ts";

/** `agentpprof man`: the manual page, made of the same table as help. */
export function add(tree: Command, { host }: Cli): void {
  withExamples(tree.command("man").description("Print the manual page"), [
    ["agentpprof man | man -l -", "read it"],
    ["agentpprof man > agentpprof.1", "keep it, in a folder of the MANPATH"],
  ]).action(() => host.stdout(manPage(tree)));
}

/** What the exit codes are, for the manual. */
const EXIT_STATUS: readonly (readonly [string, string])[] = [
  ["0", "Complete."],
  ["1", "Failed: a server, a disk, no session."],
  ["2", "Wrong usage or settings."],
  ["3", "Written, but input that should have been read was lost; the report says what."],
  ["130", "Interrupted."],
];

/** The page as man(7) macros. */
export function manPage(tree: Command): string {
  const commands = commandsOf(tree);
  const lines = [
    `.TH AGENTPPROF 1 "" "agentpprof ${roff(VERSION)}" "User Commands"`,
    ".SH NAME",
    `agentpprof \\- ${roff(lowerFirst(tree.description()))}`,
    ".SH SYNOPSIS",
    ".B agentpprof",
    "[\\fIoptions\\fR] \\fIcommand\\fR [\\fIoptions\\fR]",
    ".SH DESCRIPTION",
    "Reads the sessions that coding agents leave on the disk, asks a local llama.cpp server for one word for each session,",
    "prompt and LLM call, and writes weighted stacks, flame graphs, a dashboard and JSON.",
    "Nothing leaves the machine, unless you name a server on another one.",
    ".SH COMMANDS",
    ...commands.filter(({ name }) => name !== "").flatMap(({ name, command }) => commandLines(name, command)),
    ".SH OPTIONS OF EVERY COMMAND",
    ...optionsOf(tree).flatMap(optionLines),
    ".SH EXIT STATUS",
    ...EXIT_STATUS.flatMap(([code, what]) => [".TP", `.B ${code}`, roff(what)]),
    ".SH ENVIRONMENT",
    ".TP",
    "\\fBAGENTPPROF_\\fIOPTION\\fR",
    `The value of an option where the command line has none, as in ${roff(variableExample(commands))}.`,
    ".TP",
    ".B AGENTPPROF_API_KEY",
    "The key for a server that wants one.",
    ".TP",
    ".B NO_COLOR, FORCE_COLOR",
    "No colours; colours everywhere.",
    ".TP",
    ".B SOURCE_DATE_EPOCH",
    "Seconds since 1970 that stand for the time of the report.",
    ".SH FILES",
    ".TP",
    ".I .agentpprof/config.json",
    "Settings of a project.",
    ".TP",
    ".I ~/.config/agentpprof/config.json",
    "The user's own settings.",
    ".TP",
    ".I .agentsight/agentpprof/latest",
    "The report of a project.",
  ];
  return lines.join("\n") + "\n";
}

function commandLines(name: string, command: Command): readonly string[] {
  const words = command.registeredArguments.map(argumentText).join(" ");
  const examples = examplesOf(command);
  return [
    `.SS ${roff(name)}${words === "" ? "" : ` ${roff(words)}`}`,
    `${roff(command.description())}.`,
    ...optionsOf(command).flatMap(optionLines),
    ...(examples.length === 0 ? [] : [".PP", "Examples:"]),
    ...examples.flatMap((
      [line, what],
    ) => [".PP", ".RS 4", `\\fB${roff(line)}\\fR`, ...(what === "" ? [] : [".br", roff(what)]), ".RE"]),
  ];
}

function optionLines(option: Option): readonly string[] {
  const facts = [
    ...(option.argChoices === undefined ? [] : [`one of ${option.argChoices.join(", ")}`]),
    ...(option.defaultValue === undefined ? [] : [`default: ${String(option.defaultValue)}`]),
  ];
  const text = `${option.description}${facts.length === 0 ? "" : ` (${facts.join("; ")})`}.`;
  return [".TP", `\\fB${roff(option.flags)}\\fR`, roff(text)];
}

function argumentText(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? name : `[${name}]`;
}

function variableExample(commands: ReturnType<typeof commandsOf>): string {
  const option = commands.flatMap(({ command }) => settableOptions(command)).find(({ long }) =>
    long === "--scan-files"
  );
  return option === undefined ? "" : `${variableOf(option)}=0`;
}

/** A text that troff takes as it is: no macro, no escape, hyphens that can be copied. */
function roff(text: string): string {
  return text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replace(/^([.'])/, "\\&$1");
}
