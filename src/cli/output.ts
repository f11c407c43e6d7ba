import type { Host } from "../host/host.ts";
import { type ColorMode, type Paint, paintFor } from "./paint.ts";
import { PermissionError } from "../host/power.ts";
import { TaggingError } from "../tagging/error.ts";

/** Between two lines of progress where there is no terminal to draw on. */
const QUIET_MS = 10_000;
/** Between two pictures of progress on a terminal. */
const DRAW_MS = 100;

/** What the program says besides its data: on stderr. */
export class Output {
  readonly #host: Host;
  #quiet = false;
  #showProgress = true;
  #lastMs = -Infinity;
  #isDrawn = false;
  isVerbose = false;
  /** Colours data on stdout, where that is wanted. */
  paint: Paint = (text) => text;

  constructor(host: Host) {
    this.#host = host;
  }

  configure(
    options: {
      readonly quiet: boolean;
      readonly verbose: boolean;
      readonly progress: boolean;
      readonly color: ColorMode;
    },
  ): void {
    this.paint = paintFor(this.#host, options.color);
    this.#quiet = options.quiet;
    this.isVerbose = options.verbose;
    this.#showProgress = options.progress && !this.#quiet;
  }

  /** A line for people; not with `--quiet`. */
  say(line: string): void {
    if (this.#quiet) return;
    this.endProgress();
    this.#host.stderr(`${line}\n`);
  }

  /** A line that `--quiet` does not hide. */
  warn(line: string): void {
    this.endProgress();
    this.#host.stderr(`agentpprof: ${line}\n`);
  }

  /** What a failure says that does not end the program; several lines. */
  tell(text: string): void {
    this.endProgress();
    this.#host.stderr(text);
  }

  /** One line that is drawn again and again on a terminal, and said now and then elsewhere. */
  progress(line: string, isLast: boolean): void {
    if (!this.#showProgress) return;
    const now = this.#host.now();
    const isTerminal = this.#host.isTerminal();
    if (!isLast && now - this.#lastMs < (isTerminal ? DRAW_MS : QUIET_MS)) return;
    this.#lastMs = now;
    this.#host.stderr(isTerminal ? `\r\x1b[2K${line}` : `${line}\n`);
    this.#isDrawn = isTerminal;
    if (isLast) this.endProgress();
  }

  /** Leaves the line on which progress was drawn. */
  endProgress(): void {
    if (this.#isDrawn) this.#host.stderr("\n");
    this.#isDrawn = false;
  }
}

/** An error for people: what happened, its causes where it does not tell them itself, and on a line of its own what to do. */
export function failureText(error: unknown): string {
  const lines: string[] = [];
  const causes: string[] = [];
  const isWhole = error instanceof TaggingError;
  let hint: unknown = error instanceof Error && "hint" in error ? error.hint : null;
  for (
    let cause = error;
    cause !== undefined && cause !== null;
    cause = !isWhole && cause instanceof Error ? cause.cause : null
  ) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (!causes.some((known) => known.includes(message))) causes.push(message);
    if (cause instanceof PermissionError) hint = cause.hint;
  }
  lines.push(`agentpprof: ${causes.join(": ")}`);
  if (typeof hint === "string" && hint !== "") lines.push(...hint.split("\n").map((line) => `  ${line}`));
  return lines.join("\n") + "\n";
}
