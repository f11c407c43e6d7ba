import { type Command, Option } from "commander";
import * as z from "zod";
import { absolutePath, type Host } from "../host/host.ts";
import { allOf, type Power } from "../host/power.ts";
import { projectPlace } from "../source/project.ts";
import { NO_CACHE, openLogCache } from "../history/cache.ts";
import type { Wanted } from "../history/entry.ts";
import { type ReadResult, readSessionsTogether } from "../history/read.ts";
import { type Agent, AGENTS } from "../trace/session.ts";
import type { ProjectPlace } from "../trace/path_group.ts";
import { detectSource, filesBeside } from "../source/sources.ts";
import { logCacheFolder } from "./cache.ts";
import type { Cli } from "./cli.ts";
import { RunError } from "./errors.ts";
import { GROUPS } from "./help.ts";
import { several, wholeNumber } from "./options.ts";
import { type Root, rootsOf, sessionFiles } from "./run_options.ts";
import { moment, WHEN } from "./window.ts";

/** Adds the options that say which sessions are wanted: `run` and `sessions` share them. */
export function withSelection(command: Command, host: Host): Command {
  return command
    .optionsGroup(GROUPS.sessions)
    .option("--project-root <DIR>", "the project whose sessions are wanted; it need not exist any more", ".")
    .option("--all-projects", "sessions of any project")
    .addOption(new Option("--agent <AGENT>", "sessions of this agent alone").choices(AGENTS))
    .option(
      "--since <WHEN>",
      `sessions at work from then on: ${WHEN} (local time)`,
      (text) => moment(text, host.now(), false),
    )
    .option(
      "--until <WHEN>",
      "sessions at work before then; a day counts to its end",
      (text) => moment(text, host.now(), true),
    )
    .option("--codex-root <DIR>", "instead of Codex' own folder: a Codex home or its sessions folder")
    .option(
      "--claude-root <DIR>",
      "instead of Claude Code's own folders: a configuration folder or its projects folder",
    )
    .option("--session-file <FILE>", "only this file (repeatable); no scan", several)
    .option("--scan-files <N>", "newest files looked at per root; 0: all", wholeNumber(0), 160)
    .option("--max-sessions <N>", "newest sessions kept; 0: all", wholeNumber(0), 36)
    .option("--no-cache", "read every log anew, and keep nothing of what was read");
}

/** The options of `withSelection`, as commander hands them over. */
export const selectionSchema = z.object({
  projectRoot: z.string(),
  allProjects: z.boolean().default(false),
  agent: z.enum(AGENTS).optional(),
  since: z.number().optional(),
  until: z.number().optional(),
  codexRoot: z.string().optional(),
  claudeRoot: z.string().optional(),
  sessionFile: z.array(z.string()).default([]),
  scanFiles: z.number(),
  maxSessions: z.number(),
  cache: z.boolean().default(true),
});

export type Selection = Readonly<z.infer<typeof selectionSchema>>;

/** Where is looked, once the options were checked. */
export interface Place {
  /** Absolute. */
  readonly projectRoot: string;
  readonly place: ProjectPlace;
  readonly roots: readonly Root[];
  readonly files: readonly string[];
}

/** Checks the options against the machine. Throws `UsageError`. */
export function resolveSelection(host: Host, selection: Selection): Place {
  const projectRoot = absolutePath(host, selection.projectRoot);
  const roots = rootsOf(host, { codex: selection.codexRoot, claude: selection.claudeRoot })
    .filter(({ source }) => selection.agent === undefined || source.agent === selection.agent);
  const files = sessionFiles(host, selection.sessionFile);
  return { projectRoot, place: projectPlace(host, projectRoot), roots, files };
}

/** What is needed to read the sessions that are wanted, besides what the options are checked against. */
export function selectionNeeds(host: Host, selection: Selection): Power {
  const { projectRoot, roots, files } = resolveSelection(host, selection);
  // A session tells where it was at work; with its links resolved, that is looked up in the project.
  const cache = selection.cache ? logCacheFolder(host) : null;
  return allOf(
    {
      read: [
        projectRoot,
        ...roots.map(({ root }) => root),
        ...files,
        ...files.flatMap(filesBeside),
        ...host.threadFiles,
      ],
    },
    cache === null ? {} : { read: [cache], write: [cache] },
  );
}

/**
 * Reads the sessions that are wanted, as far as they are (`Wanted`), with the cache unless it is not to be used. Throws
 * `RunError` where files were named and all of them are another agent's.
 */
export async function readSelection(
  { host, output }: Pick<Cli, "host" | "output">,
  selection: Selection,
  where: Place,
  wanted: Wanted,
): Promise<ReadResult> {
  const folder = selection.cache ? logCacheFolder(host) : null;
  const cache = folder === null ? NO_CACHE : openLogCache(host, folder);
  const read = await readSessionsTogether(
    host,
    {
      project: selection.allProjects ? null : where.place,
      roots: where.roots,
      sessionFiles: filesOfAgent(host, where.files, selection.agent),
      scanFiles: selection.scanFiles,
      maxSessions: selection.maxSessions,
      sinceMs: selection.since ?? null,
      untilMs: selection.until ?? null,
    },
    wanted,
    cache,
  );
  if (cache.warning !== null) output.warn(cache.warning);
  return read;
}

/** Of files that were named, those that are not another agent's. One that is nobody's stays, and is told when it is read. */
function filesOfAgent(host: Host, files: readonly string[], agent: Agent | undefined): readonly string[] {
  if (agent === undefined) return files;
  const own = files.filter((file) => (agentOf(host, file) ?? agent) === agent);
  if (own.length > 0 || files.length === 0) return own;
  throw new RunError(
    `Cannot find a session of ${agent} in the files that were named: they are another agent's`,
    "Leave out --agent, or name other files with --session-file FILE",
  );
}

/** Whose file it is, told by its first records; null where it is nobody's, or cannot be read. */
function agentOf(host: Host, file: string): Agent | null {
  try {
    return detectSource(host, file)?.agent ?? null;
  } catch {
    return null;
  }
}
