import type { Host } from "../host/host.ts";
import type { Asking } from "./asking.ts";
import type { ExitCode } from "./exit.ts";
import type { Output } from "./output.ts";

/** What every command is given. */
export interface Cli {
  readonly host: Host;
  /** What the host was asked for before the command began. */
  readonly asking: Asking;
  readonly output: Output;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Sets the exit code of a command that did not throw. */
  readonly exitWith: (code: ExitCode) => void;
}
