import { CommanderError } from "commander";
import type { Host } from "../host/host.ts";
import { PermissionError } from "../host/power.ts";
import { asking } from "./asking.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { NarrowerRun } from "./needs.ts";
import { failureText, Output } from "./output.ts";
import { loadTree } from "./program.ts";
import { UsageError } from "./errors.ts";
import { VERSION } from "../version.ts";

/** Runs the program with its arguments; answers the exit code. Data goes to stdout, all else to stderr. */
export async function main(args: readonly string[], host: Host): Promise<number> {
  const interrupt = new AbortController();
  host.onInterrupt(() => interrupt.abort(new DOMException("Interrupted", "AbortError")));
  if (args.includes("--json") && (args.includes("--version") || args.includes("-V"))) {
    host.stdout(await versionJson(host));
    return EXIT.complete;
  }
  const output = new Output(host);
  let code: ExitCode = EXIT.complete;
  const watched = asking(host);
  const cli = {
    host: watched.host,
    asking: watched,
    output,
    signal: interrupt.signal,
    exitWith: (exit: ExitCode) => void (code = exit),
  };
  try {
    const tree = await loadTree(cli, args);
    await tree.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    output.endProgress();
    if (error instanceof NarrowerRun) return await host.runAgain(error.power, args, interrupt.signal);
    if (interrupt.signal.aborted) {
      host.stderr("agentpprof: Interrupted; the words obtained so far are kept\n");
      return EXIT.interrupted;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.complete : EXIT.usage;
    host.stderr(failureText(error));
    return error instanceof UsageError || error instanceof PermissionError ? EXIT.usage : EXIT.failed;
  }
}

/** `--version --json`: what a program that calls this one may want to know. */
async function versionJson({ platform }: Host): Promise<string> {
  const { SCHEMA_VERSION } = await import("../profile/report.ts");
  const facts = {
    name: "agentpprof",
    version: VERSION,
    schema_version: SCHEMA_VERSION,
    platform,
    runtime: navigator.userAgent,
  };
  return JSON.stringify(facts, null, 2) + "\n";
}
