import type { Command } from "commander";
import * as z from "zod";
import type { Host } from "../host/host.ts";
import { listRoot } from "../source/discover.ts";
import type { Cli } from "./cli.ts";
import { UsageError } from "./errors.ts";
import { withExamples } from "./help.ts";
import { withNeeds } from "./needs.ts";
import { seconds } from "./options.ts";
import { failureText } from "./output.ts";
import { run, runNeeds, type RunOptions, runSchema, withRun } from "./run.ts";
import { reportFolder } from "./report_folder.ts";
import { resolveSelection } from "./selection.ts";

/** `agentpprof watch`: run, and again whenever a session has grown, until Ctrl-C. */
export function add(tree: Command, cli: Cli): void {
  const command = withExamples(
    tree.command("watch").description("Write the report, and again whenever sessions grow, until Ctrl-C"),
    [["agentpprof watch", "the project in this folder"], ["agentpprof watch --every 60 --open", "look once a minute"]],
  );
  command
    .optionsGroup("How often:")
    .option("--every <SECONDS>", "between two looks at the logs", seconds, 5);
  withNeeds(withRun(command, cli.host), runNeeds).action((given) => watch(watchSchema.parse(given), cli));
}

/** After a failure, with no session grown. */
const RETRY_MS = 30_000;

const watchSchema = runSchema.extend({ every: z.number() });

async function watch(options: z.infer<typeof watchSchema>, cli: Cli): Promise<void> {
  const { host, output, signal } = cli;
  let seen: string | null = null;
  let told = "";
  let retryAtMs = Infinity;
  let isOpen = false;
  while (!signal.aborted) {
    const now = fingerprint(host, options);
    if (now !== seen || host.now() >= retryAtMs) {
      seen = now;
      try {
        const written = await run({ ...options, open: options.open && !isOpen }, cli);
        if (written !== null) host.stdout(written.result);
        output.say(`${written === null ? "" : `wrote ${reportFolder(host, options)}; `}watching until Ctrl-C`);
        [told, isOpen, retryAtMs] = ["", true, Infinity];
      } catch (error) {
        // What the world denied may come: a first session, a server. It is said once, and tried again.
        if (signal.aborted || error instanceof UsageError) throw error;
        const text = failureText(error);
        if (text !== told) {
          output.tell(text);
          output.say("watching until that changes, or Ctrl-C");
        }
        told = text;
        retryAtMs = host.now() + RETRY_MS;
      }
    }
    await host.sleep(options.every * 1000, signal).catch(() => {});
  }
}

/** Differs when a session file that `run` would look at came, went or grew. */
function fingerprint(host: Host, options: RunOptions): string {
  const { roots, files } = resolveSelection(host, options);
  const named = files.map((path) => ({ path, ...host.stat(path) }));
  const found = roots.flatMap(({ source, root }) => listRoot(host, source, root, options.scanFiles).candidates);
  return (files.length > 0 ? named : found).map(({ path, sizeBytes, mtimeMs }) => `${path} ${sizeBytes} ${mtimeMs}`)
    .join("\n");
}
