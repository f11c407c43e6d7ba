import { CommanderError } from "commander";
import type { Host } from "../host/host.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { failureText, Output } from "./output.ts";
import { program } from "./program.ts";
import { UsageError } from "./errors.ts";

/** Runs the program with its arguments; answers the exit code. Data goes to stdout, all else to stderr. */
export async function main(args: readonly string[], host: Host): Promise<ExitCode> {
  const interrupt = new AbortController();
  host.onInterrupt(() => interrupt.abort(new DOMException("Interrupted", "AbortError")));
  const output = new Output(host);
  let code: ExitCode = EXIT.complete;
  try {
    await program({ host, output, signal: interrupt.signal, exitWith: (exit) => code = exit })
      .parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    output.endProgress();
    if (interrupt.signal.aborted) {
      host.stderr("agentpprof: Interrupted; the words obtained so far are kept\n");
      return EXIT.interrupted;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.complete : EXIT.usage;
    host.stderr(failureText(error));
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
}
