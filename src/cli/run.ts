import { type Command, Option } from "commander";
import * as z from "zod";
import type { Wanted } from "../history/entry.ts";
import { absolutePath, type Host } from "../host/host.ts";
import { allOf, netOf, type Power } from "../host/power.ts";
import { baseName, joinPath } from "../source/path.ts";
import { openTagCache } from "../tagging/tag_cache.ts";
import { forecastAll, forecastTags } from "../tagging/forecast.ts";
import { VERSION } from "../version.ts";
import { dryRunText, readText } from "./counts.ts";
import { UsageError } from "./errors.ts";
import { EXIT } from "./exit.ts";
import { GROUPS, withExamples } from "./help.ts";
import { withNeeds } from "./needs.ts";
import { seconds, serverUrls, trueOrFalse, wholeNumber } from "./options.ts";
import type { Cli } from "./cli.ts";
import { openerOf } from "./open.ts";
import { requireSessions, tellDiagnostics } from "./reading.ts";
import { checkFolder, reportFolder } from "./report_folder.ts";
import { apiKeyOf, modelFileOf, vocabularyOf } from "./run_options.ts";
import type { Written } from "./run_report.ts";
import { ownServerNeeds } from "./served_model.ts";
import { readSelection, resolveSelection, selectionNeeds, selectionSchema, withSelection } from "./selection.ts";

/** `agentpprof run`: sessions in, report out. */
export function add(tree: Command, cli: Cli): void {
  const command = withExamples(
    tree.command("run").description("Read sessions, ask the model for words, write the report"),
    [
      ["agentpprof run", "the sessions of the project in this folder"],
      ["agentpprof run --all-projects --since 7d --out week", "everything of the last seven days"],
      ["agentpprof run --dry-run", "what there is, and how long the words will take"],
    ],
  );
  withNeeds(withRun(command, cli.host), runNeeds).action(async (options) => {
    const written = await run(runSchema.parse(options), cli);
    if (written === null) return;
    for (const path of written.paths) cli.output.say(`wrote ${path}`);
    cli.host.stdout(written.result);
  });
}

/** Adds the options of `run`; `watch` has them too. */
export function withRun(command: Command, host: Host): Command {
  return withSelection(command, host)
    .optionsGroup(GROUPS.report)
    .option("--project-name <NAME>", "the project: frame of one project (default: name of the root folder)")
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

/** Reads, asks for words, writes the report; null for a dry run, which writes none. Throws `UsageError` and `RunError`. */
export async function run(options: RunOptions, cli: Cli): Promise<Written | null> {
  const { host, output, exitWith } = cli;
  const where = resolveSelection(host, options);
  const { projectRoot } = where;
  const projectName = options.projectName ?? baseName(projectRoot);
  if (projectName.trim() === "") throw new UsageError('Cannot name the project: "--project-name" is empty');
  const out = reportFolder(host, options);
  const vocabulary = vocabularyOf(host, options.vocabulary);
  const modelFile = modelFileOf(host, options.modelFile);
  const apiKey = apiKeyOf(host, options.apiKeyFile);
  const snapshot = options.snapshot === undefined
    ? null
    : (await import("./snapshot_file.ts")).readSnapshot(host, options.snapshot);
  if (!options.dryRun) await checkFolder(host, out);
  const read = await readSelection({ host, output }, options, where, wantedOf(options));
  tellDiagnostics(read.diagnostics, output);
  requireSessions(read, options, where);
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
    return null;
  }
  // A dry run loads none of what comes now.
  const { askAndWrite } = await import("./run_report.ts");
  const written = await askAndWrite(options, {
    where,
    projectName,
    out,
    vocabulary,
    modelFile,
    apiKey,
    snapshot,
    read,
    cache,
    generatedMs,
  }, cli);
  exitWith(read.isLossy ? EXIT.lossy : EXIT.complete);
  return written;
}

/** How much of the logs a run needs: texts are read again where a word for them is still to be asked. */
function wantedOf({ dryRun, includePreviews }: RunOptions): Wanted {
  return dryRun ? "counts" : includePreviews ? "texts" : "events";
}

/** The last second of the year 9999: what comes then is written with another number of digits. */
const LAST_SECOND = 253_402_300_799;

/** Now, or the time that `SOURCE_DATE_EPOCH` (reproducible-builds.org) fixes. Throws `UsageError` for one that is none. */
function timeOfReport(host: Host): number {
  const fixed = host.env("SOURCE_DATE_EPOCH") ?? "";
  if (fixed === "") return host.now();
  if (/^\d+$/.test(fixed) && Number(fixed) <= LAST_SECOND) return Number(fixed) * 1000;
  throw new UsageError(
    `Cannot use SOURCE_DATE_EPOCH "${fixed}": expected whole seconds since 1970, up to ${LAST_SECOND}`,
    "Correct the variable, or unset it",
  );
}
