import type { Host } from "../host/host.ts";
import { flagsOf, NO_POWER } from "../host/power.ts";
import type { ReadResult } from "../history/read.ts";
import type { Report } from "../profile/report.ts";
import { correlate, type Correlation } from "../snapshot/correlate.ts";
import type { Snapshot } from "../snapshot/schema.ts";
import { joinPath } from "../source/path.ts";
import { placeSeenFrom, type Project, projectsOf } from "../source/project.ts";
import type { Session } from "../trace/session.ts";
import type { Vocabulary } from "../tagging/vocabulary.ts";
import { TaggingError } from "../tagging/error.ts";
import { hashParts } from "../tagging/hash.ts";
import type { LlamaServer } from "../tagging/llama_server.ts";
import { LEAST_AGREEMENT } from "../tagging/manner.ts";
import { connectAll } from "../tagging/servers.ts";
import type { TagCache } from "../tagging/tag_cache.ts";
import { type Tagging, tagSessions } from "../tagging/tagger.ts";
import { buildReport, type ReportContext } from "../view/report.ts";
import type { Cli } from "./cli.ts";
import { tagProgressText } from "./counts.ts";
import { RunError } from "./errors.ts";
import { fileUrl, openInBrowser, serveLine } from "./open.ts";
import type { Output } from "./output.ts";
import { limitWarnings, troubleWarnings } from "./reading.ts";
import { drawReport, writeFiles } from "./report_files.ts";
import type { RunOptions } from "./run.ts";
import type { Root } from "./run_options.ts";
import type { Place } from "./selection.ts";
import { servedModel } from "./served_model.ts";

const FILE_DIGITS = 32;
const LOOPBACK = /^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1\])$/;

/** What a run knows before it asks for words: its options' meaning, and what was read. */
export interface Prepared {
  readonly where: Place;
  readonly projectName: string;
  /** The folder of the report. */
  readonly out: string;
  readonly vocabulary: Vocabulary;
  readonly modelFile: string | null;
  readonly apiKey: string | null;
  readonly snapshot: Snapshot | null;
  readonly read: ReadResult;
  readonly cache: TagCache;
  /** When the report says that it was made. */
  readonly generatedMs: number;
}

/** A report that was written. */
export interface Written {
  /** Of its files. */
  readonly paths: readonly string[];
  /** The JSON that a run ends with. */
  readonly result: string;
}

/** What `run` does once the logs are read: words, the report and its files. */
export async function askAndWrite(
  options: RunOptions,
  { where, projectName, out, vocabulary, modelFile, apiKey, snapshot, read, cache, generatedMs }: Prepared,
  { host, output, signal }: Cli,
): Promise<Written> {
  const { projectRoot } = where;
  const traced: Correlation = snapshot === null
    ? { sessions: read.sessions, toolCalls: 0, matched: 0, warnings: [] }
    : correlate(read.sessions, snapshot);
  const { sessions } = traced;
  const tagging = await wordsOf(sessions, options, { modelFile, apiKey, vocabulary, cache, read }, {
    host,
    output,
    signal,
  });
  output.endProgress();
  // What was not told while it was met; the report has all of it.
  const projects = options.allProjects ? projectsOf(host, sessions) : [];
  tellUnread(projects, output);
  const warnings = [...limitWarnings(read, options), ...traced.warnings, ...modelWarnings(tagging)];
  for (const warning of warnings) output.warn(warning);

  const { ARTIFACTS } = await import("../render/artifacts.ts");
  const context: ReportContext = {
    generated_at: new Date(generatedMs).toISOString(),
    project: { name: projectName, root: projectRoot },
    inputs: {
      scan_files: options.scanFiles,
      max_sessions: options.maxSessions,
      tag_llm_calls: options.tagLlmCalls,
      codex_root: rootsText(host, where.roots, "codex"),
      claude_root: rootsText(host, where.roots, "claude"),
      session_files: [...where.files],
    },
    llm_tagger: { ...tagging.stats, failures: [...tagging.stats.failures] },
    diagnostics: {
      files_read: read.counts.filesRead,
      files_skipped: read.counts.filesSkipped,
      lines_read: read.counts.linesRead,
      lines_skipped: read.counts.linesSkipped,
      copies_dropped: read.counts.copiesDropped,
      calls_without_usage: read.summaries.reduce((sum, summary) => sum + summary.callsWithoutUsage, 0),
      unlogged_tokens: read.summaries.reduce((sum, summary) => sum + summary.unloggedTokens, 0),
      unparsed_commands: read.unparsedCommands,
      snapshot: { tool_calls: traced.toolCalls, matched: traced.matched },
    },
    warnings: [...troubleWarnings(read.diagnostics), ...cache.warnings.map(withoutPaths), ...warnings],
    artifacts: { ...ARTIFACTS },
    includePreviews: options.includePreviews,
  };
  const report = buildReport(
    sessions.map((session, index) => {
      const tags = tagging.tags[index];
      if (tags === undefined) throw new RangeError(`Cannot write the report: session ${index} has no words`);
      const project = projects[index] ?? {
        name: projectName,
        place: placeSeenFrom(host, where.place, session.cwd),
      };
      return { session, tags, projectName: project.name, place: project.place };
    }),
    context,
  );
  const written = new Map([...await drawReport(report), ["agentpprof.json", JSON.stringify(report, null, 2) + "\n"]]);
  await writeFiles(host, out, written);
  if (options.open && !await openInBrowser(host, fileUrl(joinPath(out, "index.html")))) {
    output.warn(`Cannot open a browser: open "${joinPath(out, "index.html")}" yourself, or: ${serveLine(out)}`);
  }
  const paths = [...written.keys(), "tags.json"].toSorted().map((name) => joinPath(out, name));
  return { paths, result: resultText(report, out) };
}

/** Asks for the words: the servers that were named, or one that is started for the model's file where it is needed. */
async function wordsOf(
  sessions: readonly Session[],
  options: RunOptions,
  { modelFile, apiKey, vocabulary, cache, read }: Pick<
    Prepared,
    "modelFile" | "apiKey" | "vocabulary" | "cache" | "read"
  >,
  { host, output, signal }: Pick<Cli, "host" | "output" | "signal">,
): Promise<Tagging> {
  const file = modelFile === null ? null : fileKey(host, modelFile);
  await using started = new AsyncDisposableStack();
  const reach = (urls: readonly string[]): Promise<LlamaServer> =>
    connectAll(
      host,
      urls.map((url) => ({ url, model: options.model, timeoutMs: options.timeout * 1000, apiKey })),
      signal,
    );
  const connect = async (): Promise<LlamaServer> => {
    if (modelFile === null || file === null) {
      const elsewhere = options.llamaUrl.map((url) => new URL(url)).filter(({ hostname }) => !LOOPBACK.test(hostname));
      for (const { host: name } of elsewhere) output.say(`sends pieces of your texts to another machine: ${name}`);
      return await reach(options.llamaUrl);
    }
    try {
      const own = await servedModel({ host, output, signal }, modelFile, options);
      started.defer(() => own.stop());
      const server = await reach([own.url]);
      cache.keepModelOf(file, server.model);
      return server;
    } catch (error) {
      // Not a server that cannot be reached: the words of another model would stand for those of this one.
      throw error instanceof TaggingError ? new RunError(error.message, error.hint) : error;
    }
  };
  return await tagSessions(sessions, {
    host,
    cache,
    connect,
    isLastModel: file !== null && cache.llm !== null && cache.modelOf(file) === cache.llm.model,
    vocabulary,
    form: null,
    tagLlmCalls: options.tagLlmCalls,
    jobs: options.jobs ?? null,
    maxUncachedTags: options.maxUncachedTags,
    textsOf: read.textsOf,
    signal,
    onProgress: (progress) => output.progress(tagProgressText(progress), progress.done === progress.total),
  });
}

/** What tells a model's file, and whether it is as it was. */
function fileKey(host: Host, path: string): string {
  const stat = host.stat(path);
  return hashParts([path, stat?.sizeBytes ?? 0, stat?.mtimeMs ?? 0], FILE_DIGITS);
}

/** Where projects got the names of their folders, since what is above these may not be read. */
function tellUnread(projects: readonly Project[], output: Output): void {
  const folders = [...new Set(projects.flatMap(({ unread }) => unread ?? []))].sort();
  if (folders.length === 0) return;
  output.warn(
    `Took the folder's name for the project's in ${folders.length} folders that may not be read: to look for their repositories, add ${
      flagsOf({ ...NO_POWER, read: folders }).join(" ")
    }`,
  );
}

/** A model of whose words little is to be expected is named. */
function modelWarnings({ stats: { agreement }, model }: Tagging): readonly string[] {
  if (agreement === null || agreement >= LEAST_AGREEMENT) return [];
  const [given, wanted] = [agreement, LEAST_AGREEMENT].map((share) => Math.round(100 * share));
  return [
    `The model "${model}" gave an acceptable word for ${given} % of a small labelled set, under ${wanted} %: read its words with care, or use another model`,
  ];
}

function resultText(report: Report, out: string): string {
  const result = {
    status: "ok",
    out,
    dashboard: joinPath(out, "index.html"),
    agentpprof_json: joinPath(out, "agentpprof.json"),
    tags_json: joinPath(out, "tags.json"),
    sessions: report.summary.session_count,
    system_unique_stacks: report.summary.system.unique_stacks,
    llm_tag_calls: report.llm_tagger.llm_calls,
    cache_hits: report.llm_tagger.cache_hits,
  };
  return JSON.stringify(result, null, 2) + "\n";
}

/** Several roots of one agent, joined as the platform joins lists of paths. */
function rootsText(host: Host, roots: readonly Root[], agent: string): string {
  return roots.filter(({ source }) => source.agent === agent).map(({ root }) => root)
    .join(host.platform === "windows" ? ";" : ":");
}

/** A report names no folder of the machine. */
function withoutPaths(warning: string): string {
  return warning.replace(/"[^"]*[/\\]([^"/\\]*)"/g, '"$1"');
}
