import type { ReadResult } from "../history/read.ts";
import type { Diagnostic } from "../trace/diagnostic.ts";
import { SOURCES } from "../source/sources.ts";
import { RunError } from "./errors.ts";
import type { Output } from "./output.ts";
import type { Place, Selection } from "./selection.ts";

/** Says once for each kind of trouble how often it was met; with `--verbose` where. */
export function tellDiagnostics(diagnostics: readonly Diagnostic[], output: Output): void {
  for (const [message, same] of Map.groupBy(diagnostics, (diagnostic) => diagnostic.message)) {
    output.warn(`${message}: ${howOften(same)}${output.isVerbose ? "" : "; --verbose lists them"}`);
    if (!output.isVerbose) continue;
    for (const { file, line } of same) output.say(`  ${file}${line === null ? "" : `:${line}`}`);
  }
}

/** What the report tells of lines and files that could not be read: no file is named in it. */
export function troubleWarnings(diagnostics: readonly Diagnostic[]): readonly string[] {
  return [...Map.groupBy(diagnostics, (diagnostic) => diagnostic.message)]
    .map(([message, same]) => `${message}: ${howOften(same)}`);
}

/** `once`, `3 times in 2 files`. */
function howOften(same: readonly Diagnostic[]): string {
  if (same.length === 1) return "once";
  const files = new Set(same.map(({ file }) => file)).size;
  return `${same.length} times in ${files} ${files === 1 ? "file" : "files"}`;
}

/** What the limits cut off, and how to get it. */
export function limitWarnings(
  { listings, sessionsLeftOut }: ReadResult,
  limits: { readonly scanFiles: number; readonly maxSessions: number },
): readonly string[] {
  const warnings: string[] = [];
  const leftOut = listings.reduce((sum, listing) => sum + listing.leftOut, 0);
  if (leftOut > 0) {
    warnings.push(
      `Left out ${leftOut} older files: --scan-files ${limits.scanFiles} looks at the newest; --scan-files 0 looks at all`,
    );
  }
  if (sessionsLeftOut > 0) {
    warnings.push(
      `Left out ${sessionsLeftOut} older sessions: --max-sessions ${limits.maxSessions} keeps the newest, with their subagents; --max-sessions 0 keeps all`,
    );
  }
  return warnings;
}

/** Throws `RunError` where no session that was wanted was found, with where was looked and what to try. */
export function requireSessions(
  read: ReadResult,
  { allProjects }: Pick<Selection, "allProjects">,
  { projectRoot }: Pick<Place, "projectRoot">,
): void {
  const { summaries, listings, diagnostics, counts, sessionsOutside } = read;
  if (summaries.length > 0) return;
  if (sessionsOutside > 0) {
    const found = sessionsOutside === 1 ? "one that was found was" : `${sessionsOutside} that were found were`;
    const older = listings.some(({ leftOut }) => leftOut > 0)
      ? ", or look at older files too with: --scan-files 0"
      : "";
    throw new RunError(
      `Cannot find a session in that time: the ${found} at work at another`,
      `Widen --since or --until${older}`,
    );
  }
  if (listings.length === 0 && (counts.filesRead > 0 || diagnostics.length > 0)) {
    const reasons = [...new Set(diagnostics.map(({ message }) => message))].join("; ");
    throw new RunError(
      `Cannot find a session in the files that were named${reasons === "" ? "" : `: ${reasons}`}`,
      "Name a session's JSONL file of Codex or Claude Code with --session-file FILE",
    );
  }
  const looked = listings.map(({ root, files, leftOut }) =>
    `looked in "${root}": ${files} ${files === 1 ? "file" : "files"}${
      leftOut > 0 ? `, the newest ${files - leftOut} of them` : ""
    }`
  );
  const wider = listings.some(({ leftOut }) => leftOut > 0)
    ? "Look at all of them with: --scan-files 0"
    : `Name ${
      allProjects ? "" : "the project with --project-root DIR, or "
    }other folders with --codex-root DIR and --claude-root DIR`;
  throw new RunError(
    allProjects ? "Cannot find a session of any project" : `Cannot find a session of the project "${projectRoot}"`,
    [...(looked.length > 0 ? looked : [noRoots()]), wider].join("\n"),
  );
}

function noRoots(): string {
  const usual = SOURCES.map(({ usualRoot }) => usualRoot).join(", ");
  return `no folder of sessions is there to look in (usually ${usual})`;
}
