import type { ReportSession } from "../profile/report.ts";
import { newestWithSubagents, type Standing } from "../trace/newest.ts";
import { baseName, joinPath } from "../source/path.ts";
import { placeSeenFrom, projectsOf } from "../source/project.ts";
import { wordlessSessions } from "../view/report.ts";
import type { Cli } from "./cli.ts";
import { EXIT } from "./exit.ts";
import { limitWarnings, requireSessions, tellDiagnostics } from "./reading.ts";
import { readReport } from "./report_files.ts";
import { reportFolder } from "./report_folder.ts";
import { readSelection, resolveSelection, type Selection } from "./selection.ts";
import { RunError, UsageError } from "./errors.ts";

/** Sessions to measure; those of the logs have no words. */
export interface Measured {
  readonly source: "report" | "logs";
  readonly sessions: readonly ReportSession[];
}

/**
 * The sessions of a report, as far as the filters leave them; where none was named and none is there, or where options
 * typed on the command line say what to read, those of the logs. Throws as `readReport` and `requireSessions` do.
 */
export async function readMeasured(
  cli: Cli,
  options: Selection & { readonly out?: string | undefined },
  isTyped: (option: string) => boolean,
): Promise<Measured> {
  const { host, output } = cli;
  const isNamed = ["allProjects", "sessionFile", "scanFiles", "codexRoot", "claudeRoot"].some(isTyped);
  if (isNamed && isTyped("out")) {
    throw new UsageError(
      "Cannot read a report and the logs at once",
      "Leave out --out, or what names logs: --all-projects, --session-file, --scan-files, --codex-root, --claude-root",
    );
  }
  const folder = reportFolder(host, options);
  if (!isNamed && (options.out !== undefined || host.stat(joinPath(folder, "agentpprof.json")) !== null)) {
    const found = requireSome(readReport(host, folder).sessions.filter(isWanted(options)), folder);
    // A report was made with a limit of its own.
    const sessions = isTyped("maxSessions") ? newestWithSubagents(found, options.maxSessions, standingOf) : found;
    return { source: "report", sessions };
  }
  if (!isNamed) output.say(`no report in ${folder}: read from the logs, without words`);
  return { source: "logs", sessions: await sessionsOfLogs(cli, options) };
}

async function sessionsOfLogs({ host, output, exitWith }: Cli, options: Selection): Promise<readonly ReportSession[]> {
  const where = resolveSelection(host, options);
  const read = await readSelection({ host, output }, options, where, "events");
  tellDiagnostics(read.diagnostics, output);
  requireSessions(read, options, where);
  for (const warning of limitWarnings(read, options)) output.warn(warning);
  if (read.isLossy) exitWith(EXIT.lossy);
  const name = baseName(where.projectRoot);
  const projects = options.allProjects
    ? projectsOf(host, read.sessions)
    : read.sessions.map(({ cwd }) => ({ name, place: placeSeenFrom(host, where.place, cwd) }));
  return wordlessSessions(read.sessions, projects);
}

/** Whether a session of a report was at work in the window, and of the agent that is wanted. */
function isWanted({ agent, since, until }: Selection): (session: ReportSession) => boolean {
  return (session) => {
    if (agent !== undefined && session.source !== agent) return false;
    if (since === undefined && until === undefined) return true;
    const start = session.start_ts_ms;
    if (start === null || start >= (until ?? Infinity)) return false;
    return lastMs(session) >= (since ?? -Infinity);
  };
}

function standingOf(session: ReportSession): Standing {
  return { id: session.session_id, parentId: session.parent_session_id, endMs: lastMs(session) };
}

/** The time of its last event; of a session without times the beginning of all. */
function lastMs({ start_ts_ms, prompts, tool_events, llm_events }: ReportSession): number {
  return [...prompts, ...tool_events, ...llm_events]
    .reduce((last, { ts_ms }) => Math.max(last, ts_ms ?? last), start_ts_ms ?? 0);
}

function requireSome(sessions: readonly ReportSession[], folder: string): readonly ReportSession[] {
  if (sessions.length > 0) return sessions;
  throw new RunError(
    `Cannot find a session in the report in "${folder}" that the filters leave`,
    "Widen --since, --until or --agent",
  );
}
