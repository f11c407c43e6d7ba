import { Command, Option } from "commander";
import { z } from "zod";
import { VERSION } from "../version.ts";
import { addCache } from "./cache.ts";
import { addBench } from "./bench.ts";
import type { Cli } from "./cli.ts";
import { addModel } from "./model.ts";
import { type Asking, asking } from "./asking.ts";
import { requirePower } from "./needs.ts";
import { addPermissions } from "./permissions.ts";
import { addRender } from "./render.ts";
import { addRun } from "./run.ts";
import { addSessions } from "./sessions.ts";
import { addComplete } from "./complete.ts";
import { addCompletions } from "./completions.ts";
import { addDoctor } from "./doctor.ts";
import { addMan } from "./man.ts";
import { addConfig } from "./config.ts";
import { addSchema } from "./schema.ts";
import { applySettings } from "./settings.ts";
import { addOpen } from "./open.ts";
import { addServe } from "./serve.ts";
import { addWatch } from "./watch.ts";
import { addTop } from "./top.ts";
import { COLOR_MODES } from "./paint.ts";
import { formatHelp, subcommandTerm, withExamples } from "./help.ts";

/** The options of every command, as commander hands them over. */
const globalsSchema = z.object({
  quiet: z.boolean().default(false),
  verbose: z.boolean().default(false),
  progress: z.boolean().default(true),
  color: z.enum(COLOR_MODES),
});

/** The tree of commands. A command is one file and one line here. */
export function program(cli: Cli, watched: Asking = asking(cli.host)): Command {
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
    .hook("preAction", () => cli.output.configure(globalsSchema.parse(tree.opts())))
    .hook("preAction", (_, command) => requirePower(command, cli.host, watched));
  for (
    const add of [
      addRun,
      addWatch,
      addRender,
      addSessions,
      addTop,
      addOpen,
      addServe,
      addBench,
      addModel,
      addCache,
      addDoctor,
      addConfig,
      addSchema,
      addCompletions,
      addMan,
      addComplete,
    ]
  ) {
    add(tree, cli);
  }
  addPermissions(tree, cli, watched);
  return tree;
}
