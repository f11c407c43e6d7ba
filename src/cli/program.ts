import { Command } from "commander";
import { z } from "zod";
import type { Host } from "../host/host.ts";
import { VERSION } from "../version.ts";
import type { ExitCode } from "./exit.ts";
import type { Output } from "./output.ts";
import { addRender } from "./render.ts";
import { addRun } from "./run.ts";
import { addSessions } from "./sessions.ts";

/** What every command is given. */
export interface Cli {
  readonly host: Host;
  readonly output: Output;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Sets the exit code of a command that did not throw. */
  readonly exitWith: (code: ExitCode) => void;
}

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
  for (const add of [addRun, addRender, addSessions]) add(tree, cli);
  return tree;
}
