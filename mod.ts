/**
 * The library: session logs and reports of agentpprof from another Deno program.
 *
 * ```ts
 * import { flamegraphSvg, readLogs } from "jsr:@agentpprof/cli/lib";
 *
 * const { profiles } = await readLogs({ files: ["rollout.jsonl"] });
 * await Deno.writeTextFile("tokens.svg", flamegraphSvg("Tokens", profiles.tokens));
 * ```
 *
 * Reading takes permission to read the logs and a few variables; all else here takes none.
 *
 * @module
 */
import { denoHost } from "./src/host/deno.ts";
import { readSessionsTogether } from "./src/history/read.ts";
import type { Profile, Sample } from "./src/profile/profile.ts";
import { parseReport } from "./src/profile/report.ts";
import { renderArtifacts } from "./src/render/artifacts.ts";
import { flamegraphSvg as drawFlamegraph } from "./src/render/flamegraph/svg_file.ts";
import { absolutePath } from "./src/host/host.ts";
import { projectPlace, projectsOf } from "./src/source/project.ts";
import { ownRoots, SOURCES } from "./src/source/sources.ts";
import { wordlessSessions } from "./src/view/report.ts";
import { systemProfile, tokenProfile } from "./src/view/stacks.ts";
import { projectViews, withoutFrames } from "./src/view/views.ts";

export { foldedText } from "./src/render/folded.ts";
export type { Profile, Sample };

/** Which logs are read. */
export interface ReadOptions {
  /** Only these files; without them those of the agents' own folders. */
  readonly files?: readonly string[];
  /** Only sessions of the project in this folder. */
  readonly project?: string;
  /** Only sessions that were at work from then on, or before then: milliseconds since 1970. */
  readonly sinceMs?: number;
  readonly untilMs?: number;
}

/** One session of the logs. Numbers are exact; null where the log does not say. */
export interface LogSession {
  readonly agent: "codex" | "claude";
  readonly id: string;
  readonly parentId: string | null;
  readonly model: string | null;
  readonly cwd: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly prompts: number;
  readonly llmCalls: number;
  readonly toolCalls: number;
  /** By component, none of which holds another. */
  readonly tokens: Readonly<Record<"input" | "cache_read" | "cache_write" | "output" | "reasoning", number>>;
}

/** What the logs hold. */
export interface Logs {
  readonly sessions: readonly LogSession[];
  /** Stacks without words, for which a model would have to be asked. */
  readonly profiles: { readonly footprints: Profile; readonly tokens: Profile };
  /** Lines and files that could not be read. */
  readonly linesSkipped: number;
  readonly filesSkipped: number;
}

/** Reads session logs as `agentpprof top` does. What cannot be read is counted; throws only where a folder is refused. */
export async function readLogs(options: ReadOptions = {}): Promise<Logs> {
  const project = options.project === undefined
    ? null
    : projectPlace(denoHost, absolutePath(denoHost, options.project));
  const files = options.files?.map((file) => absolutePath(denoHost, file)) ?? [];
  const read = await readSessionsTogether(denoHost, {
    project,
    roots: files.length > 0
      ? []
      : SOURCES.flatMap((source) => ownRoots(denoHost, source).map((root) => ({ source, root }))),
    sessionFiles: files,
    scanFiles: 0,
    maxSessions: 0,
    sinceMs: options.sinceMs ?? null,
    untilMs: options.untilMs ?? null,
  }, "events");
  const sessions = wordlessSessions(read.sessions, projectsOf(denoHost, read.sessions));
  return {
    sessions: read.summaries.map((summary): LogSession => {
      const { agent, id, parentId, model, cwd, startMs, endMs, prompts, llmCalls, toolCalls, tokens } = summary;
      return { agent, id, parentId, model, cwd, startMs, endMs, prompts, llmCalls, toolCalls, tokens };
    }),
    profiles: {
      footprints: withoutFrames(systemProfile(sessions), ["session", "prompt"]),
      tokens: withoutFrames(tokenProfile(sessions), ["session", "prompt", "call"]),
    },
    linesSkipped: read.counts.linesSkipped,
    filesSkipped: read.counts.filesSkipped,
  };
}

/** The profile of each view of a report, by its name (`semantic-token`), from the text of its `agentpprof.json`. Throws `Error`. */
export function profilesOf(report: string): Readonly<Record<string, Profile>> {
  return projectViews(parseReport(report).sessions);
}

/** Everything that is drawn from a report, by file name, from the text of its `agentpprof.json`. Throws `Error`. */
export function filesOf(report: string): ReadonlyMap<string, string> {
  const parsed = parseReport(report);
  return renderArtifacts(parsed, projectViews(parsed.sessions));
}

/** A flame graph as one SVG file: a picture anywhere, and where it is opened by itself one to zoom and to search. */
export function flamegraphSvg(title: string, profile: Profile): string {
  return drawFlamegraph({ title, note: "", profile });
}
