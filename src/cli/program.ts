import { Command, Option } from "commander";
import * as z from "zod";
import type { Host } from "../host/host.ts";
import { VERSION } from "../version.ts";
import { asking } from "./asking.ts";
import type { Cli } from "./cli.ts";
import { formatHelp, subcommandTerm, withExamples } from "./help.ts";
import { requirePower } from "./needs.ts";
import { missingOption } from "./options.ts";
import { Output } from "./output.ts";
import { COLOR_MODES } from "./paint.ts";
import { applySettings, hasConfig, hasVariables, unknownVariables } from "./settings.ts";

/** What the file of a command holds. */
interface CommandFile {
  add(tree: Command, cli: Cli): void;
}

/** The commands, in the order of help. A command is one file and one line here. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandFile>>> = {
  run: () => import("./run.ts"),
  watch: () => import("./watch.ts"),
  render: () => import("./render.ts"),
  sessions: () => import("./sessions.ts"),
  top: () => import("./top.ts"),
  open: () => import("./open.ts"),
  serve: () => import("./serve.ts"),
  bench: () => import("./bench.ts"),
  model: () => import("./model.ts"),
  cache: () => import("./cache.ts"),
  doctor: () => import("./doctor.ts"),
  config: () => import("./config.ts"),
  schema: () => import("./schema.ts"),
  completions: () => import("./completions.ts"),
  man: () => import("./man.ts"),
  complete: () => import("./complete.ts"),
  permissions: () => import("./permissions.ts"),
};

/** Those that look at all others. */
const OVERVIEWS: readonly string[] = ["help", "complete", "config", "man", "permissions", "schema"];

/** The options of every command, as commander hands them over. */
const globalsSchema = z.object({
  quiet: z.boolean().default(false),
  verbose: z.boolean().default(false),
  progress: z.boolean().default(true),
  color: z.enum(COLOR_MODES),
});

/** The tree of commands, as far as these arguments need it: most of a short run would be loading what it does not use. */
export function loadTree(cli: Cli, args: readonly string[]): Promise<Command> {
  const named = Object.keys(COMMANDS).filter((name) => args.includes(name));
  const isWhole = named.length === 0 || args.some((arg) => OVERVIEWS.includes(arg)) || isConfigured(cli.host, args);
  return treeOf(cli, isWhole ? Object.keys(COMMANDS) : named);
}

/** The whole tree of commands, to be looked at. */
export function wholeTree(host: Host): Promise<Command> {
  const cli = { host, asking: asking(host), output: new Output(host), signal: new AbortController().signal };
  return treeOf({ ...cli, exitWith: () => {} }, Object.keys(COMMANDS));
}

/** Whether there may be a configuration file, or a variable, which may speak of any command. */
function isConfigured(host: Host, args: readonly string[]): boolean {
  return args.some((arg) => arg.startsWith("--config")) || hasConfig(host) || hasVariables(host);
}

async function treeOf(cli: Cli, names: readonly string[]): Promise<Command> {
  const files = await Promise.all(names.map((name) => COMMANDS[name]?.()));
  const tree = withExamples(new Command("agentpprof"), [
    ["agentpprof run", "profile the sessions of this folder's project"],
    ["agentpprof open", "show its dashboard"],
    ["agentpprof top --by model", "the answers in the terminal"],
    ["agentpprof doctor", "what is missing, and what to do"],
  ]);
  tree
    .description("A semantic profiler for AI coding agents: what they worked on, what they did, what it cost")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showHelpAfterError("(agentpprof --help lists what there is)")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, formatHelp, subcommandTerm })
    .configureOutput({
      writeOut: (text) => cli.host.stdout(text),
      writeErr: (text) => cli.host.stderr(text),
      outputError: (text, write) =>
        write(text.replace(/^error: (.)/, (_, first: string) => `agentpprof: ${first.toUpperCase()}`)),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    });
  tree
    .option("-q, --quiet", "say only what went wrong")
    .option("-v, --verbose", "say more: each line and file that could not be read")
    .option("--no-progress", "show no progress")
    .addOption(new Option("--color <WHEN>", "colours on stdout").choices(COLOR_MODES).default("auto"))
    .option("--config <FILE>", "settings before all other files")
    .option("--no-config", "no configuration file")
    .hook("preAction", (_, command) => applySettings(tree, command, cli.host))
    .hook("preAction", (_, command) => requireOptions(command))
    .hook("preAction", () => cli.output.configure(globalsSchema.parse(tree.opts())))
    .hook("preAction", () => tellUnknownVariables(tree, cli))
    .hook("preAction", (_, command) => requirePower(command, cli));
  for (const file of files) file?.add(tree, cli);
  return tree;
}

/** Says, as commander does, which option a command cannot do without. */
function requireOptions(command: Command): void {
  const missing = missingOption(command);
  if (missing === undefined) return;
  command.error(`error: required option '${missing.flags}' not specified`, {
    code: "commander.missingMandatoryOptionValue",
  });
}

/** Not refused, as a file with an unknown name is: who sets a variable for a later version has this one too. */
function tellUnknownVariables(tree: Command, { host, output }: Cli): void {
  for (const name of unknownVariables(tree, host)) {
    output.warn(`Ignored the variable "${name}": no command has such a setting; agentpprof config shows what there is`);
  }
}
