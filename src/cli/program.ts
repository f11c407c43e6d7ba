import { Command } from "commander";
import { z } from "zod";
import { VERSION } from "../version.ts";
import { addCache } from "./cache.ts";
import { addBench } from "./bench.ts";
import type { Cli } from "./cli.ts";
import { addModel } from "./model.ts";
import { addRender } from "./render.ts";
import { addRun } from "./run.ts";
import { addSessions } from "./sessions.ts";

/** The options of every command, as commander hands them over. */
const globalsSchema = z.object({
  quiet: z.boolean().default(false),
  verbose: z.boolean().default(false),
  progress: z.boolean().default(true),
});

/** The tree of commands. A command is one file and one line here. */
export function program(cli: Cli): Command {
  const tree = new Command("agentpprof")
    .description("A semantic profiler for AI coding agents: what they worked on, what they did, what it cost")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError("(agentpprof --help lists what there is)")
    .exitOverride()
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
    .hook("preAction", () => cli.output.configure(globalsSchema.parse(tree.opts())));
  for (const add of [addRun, addRender, addSessions, addBench, addModel, addCache]) add(tree, cli);
  return tree;
}
