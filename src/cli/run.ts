import { type Command, Option } from "commander";
import { z } from "zod";
import type { Wanted } from "../history/entry.ts";
import type { Host } from "../host/host.ts";
import { allOf, flagsOf, netOf, NO_POWER, type Power } from "../host/power.ts";
import type { Report } from "../profile/report.ts";
import { correlate, type Correlation } from "../snapshot/correlate.ts";
import { baseName, joinPath } from "../source/path.ts";
import { type Project, projectsOf } from "../source/project.ts";
import { connectAll } from "../tagging/servers.ts";
import { openTagCache } from "../tagging/tag_cache.ts";
import { forecastAll, forecastTags, type Tagging, tagSessions } from "../tagging/tagger.ts";
import { VERSION } from "../version.ts";
import { buildReport, type ReportContext } from "../view/report.ts";
import { dryRunText, readText, tagProgressText } from "./counts.ts";
import { UsageError } from "./errors.ts";
import { EXIT } from "./exit.ts";
import { GROUPS, withExamples } from "./help.ts";
import { absolutePath, seconds, serverUrls, trueOrFalse, wholeNumber } from "./options.ts";
import type { Cli } from "./cli.ts";
import { fileUrl, openerOf, openInBrowser } from "./open.ts";
import type { Output } from "./output.ts";
import { limitWarnings, requireSessions, tellDiagnostics, troubleWarnings } from "./reading.ts";
import { checkFolder, drawReport, reportFolder, writeFiles } from "./report_files.ts";
import { apiKeyOf, modelFileOf, type Root, snapshotOf, vocabularyOf } from "./run_options.ts";
import { ownServerNeeds, servedModel } from "./served_model.ts";
import { readSelection, resolveSelection, selectionNeeds, selectionSchema, withSelection } from "./selection.ts";

/** A model that agrees less with the labelled set gets a warning. */
export const LEAST_AGREEMENT = 0.5;

/** `agentpprof run`: sessions in, report out. */
export function addRun(tree: Command, cli: Cli): void {
  const command = withExamples(
    tree.command("run").description("Read sessions, ask the model for words, write the report"),
    [
      ["agentpprof run", "the sessions of the project in this folder"],
      ["agentpprof run --all-projects --since 7d --out week", "everything of the last seven days"],
      ["agentpprof run --dry-run", "what there is, and how long the words will take"],
    ],
  );
  withRun(command, cli.host).action((options) => run(runSchema.parse(options), cli));
}

/** Adds the options of `run`; `watch` has them too. */
export function withRun(command: Command, host: Host): Command {
  return withSelection(command, host)
    .optionsGroup(GROUPS.report)
    .option("--project-name <NAME>", "the project: frame (default: name of the root folder)")
    .option("--out <DIR>", "where the report goes (default: <project-root>/.agentsight/agentpprof/latest)")
    .option("--snapshot <FILE>", "correlate with a runtime trace: an AgentSight snapshot")
    .option("--include-previews", "write the beginning of each text into the report")
    .option("--dry-run", "read everything, ask nothing, write nothing; say what there is")
    .option("--open", "show the dashboard in the browser when done")
    .optionsGroup(GROUPS.model)
    .option(
      "--llama-url <URL>",
      "llama.cpp-compatible server; several of one model share the work (default: http://127.0.0.1:8080)",
      serverUrls,
    )
    .addOption(
      new Option("--model-file <FILE>", "no server needed: one is started for this model file, or pulled model")
        .conflicts("llamaUrl"),
    )
    .option("--llama-server <PATH>", "what --model-file is served by (default: one that is installed, else built in)")
    .option("--model <NAME>", "the model name sent to the server", "local")
    .option("--vocabulary <LIST>", "the words that the model may say: work, open or a file", "work")
    .option("--api-key-file <FILE>", "for a server that wants a key (default: AGENTPPROF_API_KEY); never written")
    .option("--jobs <N>", "requests in flight (default: what the server can take)", wholeNumber(1))
    .option("--timeout <SECONDS>", "for one request", seconds, 30)
    .option(
      "--max-uncached-tags <N>",
      "stop with an error after N requests to the model; -1: no limit",
      wholeNumber(-1),
      -1,
    )
    .option("--tag-llm-calls <BOOL>", "false: an LLM call takes its prompt's word", trueOrFalse, true);
}

/** The options of `run`, as commander hands them over. */
export const runSchema = selectionSchema.extend({
  projectName: z.string().optional(),
  out: z.string().optional(),
  modelFile: z.string().optional(),
  llamaServer: z.string().optional(),
  llamaUrl: z.array(z.string()).default(["http://127.0.0.1:8080"]),
  model: z.string(),
  apiKeyFile: z.string().optional(),
  vocabulary: z.string(),
  jobs: z.number().optional(),
  timeout: z.number(),
  maxUncachedTags: z.number(),
  tagLlmCalls: z.boolean(),
  snapshot: z.string().optional(),
  includePreviews: z.boolean().default(false),
  open: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});

export type RunOptions = Readonly<z.infer<typeof runSchema>>;

/** What `run` needs of the machine. */
export function runNeeds(host: Host, given: unknown): Power {
  const options = runSchema.parse(given);
  const out = reportFolder(host, options);
  const named = [options.vocabulary, options.apiKeyFile, options.snapshot]
    .filter((name) => name !== undefined && name !== "work" && name !== "open");
  timeOfReport(host);
  apiKeyOf(host, options.apiKeyFile);
  let needs = allOf(selectionNeeds(host, options), {
    read: [out, ...named.map((name) => absolutePath(host, name ?? ""))],
  });
  if (options.dryRun) return needs;
  if (options.open) needs = allOf(needs, { run: [openerOf(host)] });
  const modelFile = modelFileOf(host, options.modelFile);
  if (modelFile === null) return allOf(needs, { write: [out], net: options.llamaUrl.map(netOf) });
  return allOf(needs, ownServerNeeds(host, options.llamaServer), { read: [modelFile], write: [out] });
}

/** Reads, asks for words, writes the report. Throws `UsageError` and `RunError`. */
export async function run(options: RunOptions, { host, output, signal, exitWith }: Cli): Promise<void> {
  const where = resolveSelection(host, options);
  const { projectRoot } = where;
  const projectName = options.projectName ?? baseName(projectRoot);
  if (projectName.trim() === "") throw new UsageError('Cannot name the project: "--project-name" is empty');
  const out = reportFolder(host, options);
  const vocabulary = vocabularyOf(host, options.vocabulary);
  const modelFile = modelFileOf(host, options.modelFile);
  const apiKey = apiKeyOf(host, options.apiKeyFile);
  const snapshot = snapshotOf(host, options.snapshot);
  if (!options.dryRun) await checkFolder(host, out);
  const read = await readSelection({ host, output }, options, where, wantedOf(options));
  tellDiagnostics(read.diagnostics, output);
  requireSessions(read, projectRoot);
  output.say(readText(read.summaries));

  const generatedMs = timeOfReport(host);
  const cache = await openTagCache({ ...host, now: () => generatedMs }, joinPath(out, "tags.json"), {
    createdBy: `agentpprof ${VERSION}`,
    readOnly: options.dryRun,
  });
  for (const warning of cache.warnings) output.warn(warning);
  if (options.dryRun) {
    const forecast = cache.llm === null
      ? forecastAll(read.summaries.map((summary) => summary.asked), options.tagLlmCalls)
      : forecastTags(read.sessions, { cache, vocabulary, form: null, tagLlmCalls: options.tagLlmCalls });
    host.stdout(dryRunText(read.summaries, forecast));
    exitWith(read.isLossy ? EXIT.lossy : EXIT.complete);
    return;
  }
  const traced: Correlation = snapshot === null
    ? { sessions: read.sessions, toolCalls: 0, matched: 0, warnings: [] }
    : correlate(read.sessions, snapshot);
  const { sessions } = traced;
  const server = await servedModel({ host, output, signal }, modelFile, options);
  const tagging = await tagSessions(sessions, {
    host,
    cache,
    connect: () =>
      connectAll(
        host,
        (server === null ? options.llamaUrl : [server.url])
          .map((url) => ({ url, model: options.model, timeoutMs: options.timeout * 1000, apiKey })),
        signal,
      ),
    vocabulary,
    form: null,
    tagLlmCalls: options.tagLlmCalls,
    jobs: options.jobs ?? null,
    maxUncachedTags: options.maxUncachedTags,
    textsOf: read.textsOf,
    signal,
    onProgress: (progress) => output.progress(tagProgressText(progress), progress.done === progress.total),
  }).finally(() => server?.stop());
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
      const project = projects[index] ?? { name: projectName, place: where.place };
      return { session, tags, projectName: project.name, place: project.place };
    }),
    context,
  );
  const written = new Map([...await drawReport(report), ["agentpprof.json", JSON.stringify(report, null, 2) + "\n"]]);
  await writeFiles(host, out, written);
  for (const name of [...written.keys(), "tags.json"].toSorted()) output.say(`wrote ${joinPath(out, name)}`);
  host.stdout(resultText(report, out));
  if (options.open && !await openInBrowser(host, fileUrl(joinPath(out, "index.html")))) {
    output.warn("Cannot open a browser: open the dashboard yourself, or with: agentpprof serve");
  }
  exitWith(read.isLossy ? EXIT.lossy : EXIT.complete);
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

/** How much of the logs a run needs: texts are read again where a word for them is still to be asked. */
function wantedOf({ dryRun, includePreviews }: RunOptions): Wanted {
  return dryRun ? "counts" : includePreviews ? "texts" : "events";
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

/** Now, or the time that `SOURCE_DATE_EPOCH` (reproducible-builds.org) fixes. */
function timeOfReport(host: Host): number {
  const fixed = host.env("SOURCE_DATE_EPOCH");
  return fixed !== undefined && /^\d+$/.test(fixed) ? Number(fixed) * 1000 : host.now();
}

/** A report names no folder of the machine. */
function withoutPaths(warning: string): string {
  return warning.replace(/"[^"]*[/\\]([^"/\\]*)"/g, '"$1"');
}
