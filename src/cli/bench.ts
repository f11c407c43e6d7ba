import { type Command, Option } from "commander";
import * as z from "zod";
import { benchFragments, type BenchModel, benchModel, type BenchProgress } from "../bench/bench.ts";
import type { ModelResult } from "../bench/result.ts";
import { absolutePath, type Host } from "../host/host.ts";
import { allOf, type Power } from "../host/power.ts";
import { baseName, joinPath } from "../source/path.ts";
import { serverCommand } from "../model/model_server.ts";
import { VERSION } from "../version.ts";
import type { Cli } from "./cli.ts";
import { RunError, UsageError } from "./errors.ts";
import { EXIT } from "./exit.ts";
import { namedText } from "./named_file.ts";
import { withNeeds } from "./needs.ts";
import { required, seconds, several, wholeNumber } from "./options.ts";
import { outPath } from "./report_folder.ts";
import { modelPath } from "./run_options.ts";
import { ownServerNeeds } from "./served_model.ts";
import { tableText } from "./table.ts";

/** Of an error in the table, in characters; the file has all of it. */
const ERROR_CHARS = 300;

/** `agentpprof bench`: what each of several models gives, and how fast. */
export function add(tree: Command, cli: Cli): void {
  const command = tree.command("bench").description("Compare local models: how fast, how stable, how good");
  withNeeds(command, benchNeeds)
    .addOption(required(
      new Option("--model <LABEL=PATH>", "a model file, or a pulled model; may be given several times")
        .argParser(several),
    ))
    .option("--llama-server <PATH>", "what serves them (default: llama-server where it is installed, else built in)")
    .option("--server-arg <ARG>", "handed to it, as in --server-arg=--threads --server-arg=2", several)
    .option("--runs <N>", "how often each fragment is asked", wholeNumber(1), 2)
    .option("--load-timeout <SECONDS>", "for a model to load", seconds, 240)
    .option("--request-timeout <SECONDS>", "for one request", seconds, 60)
    .option("--fragment <TEXT>", "asked as a prompt; may be given several times (default: 36 labelled ones)", several)
    .option("--fragment-file <FILE>", "fragments, one a line", several)
    .option("--include-fragment-previews", "write the fragments into the results")
    .option("--out <FILE>", "where the results go", ".agentsight/agentpprof/benchmarks.json")
    .action((options) => bench(benchSchema.parse(options), cli));
}

/** The options of `bench`, as commander hands them over. */
const benchSchema = z.object({
  model: z.array(z.string()),
  llamaServer: z.string().optional(),
  serverArg: z.array(z.string()).default([]),
  runs: z.number(),
  loadTimeout: z.number(),
  requestTimeout: z.number(),
  fragment: z.array(z.string()).default([]),
  fragmentFile: z.array(z.string()).default([]),
  includeFragmentPreviews: z.boolean().default(false),
  out: z.string(),
});

/** What `bench` needs of the machine. */
export function benchNeeds(host: Host, given: unknown): Power {
  const options = benchSchema.parse(given);
  const folder = absolutePath(host, joinPath(outPath(host, options.out), ".."));
  const files = options.fragmentFile.map((file) => absolutePath(host, file));
  const models = modelsOf(host, options.model).map(({ path }) => path);
  return allOf(ownServerNeeds(host, options.llamaServer), { read: [folder, ...files, ...models], write: [folder] });
}

async function bench(
  options: Readonly<z.infer<typeof benchSchema>>,
  { host, output, signal, exitWith }: Cli,
): Promise<void> {
  const models = modelsOf(host, options.model);
  const texts = [...options.fragment, ...options.fragmentFile.flatMap((file) => linesOf(host, file))];
  if (options.fragment.some((text) => text.trim() === "")) throw new UsageError("Cannot ask for an empty fragment");
  const fragments = benchFragments(texts, options.includeFragmentPreviews);
  const out = outPath(host, options.out);
  await makeFolderOf(host, out);
  const startedMs = host.now();
  const command = await serverCommand(host, options.llamaServer ?? null, (line) => output.say(line));
  const results: ModelResult[] = [];
  for (const model of models) {
    const onProgress = (progress: BenchProgress): void => output.progress(progressText(progress), false);
    results.push(
      await benchModel(host, model, fragments, {
        command,
        serverArgs: options.serverArg,
        runs: options.runs,
        loadTimeoutMs: options.loadTimeout * 1000,
        requestTimeoutMs: options.requestTimeout * 1000,
        signal,
        onProgress,
      }),
    );
    output.endProgress();
  }
  const document = {
    schema_version: 1,
    created_by: `agentpprof ${VERSION}`,
    generated_at: new Date(startedMs).toISOString(),
    llama_server: options.llamaServer ?? (command.leading === undefined ? "llama-server" : "built in"),
    server_args: options.serverArg,
    runs: options.runs,
    fragments: fragments.map(({ row }) => row),
    models: results,
  };
  try {
    await host.writeFileAtomic(out, JSON.stringify(document, null, 2) + "\n");
  } catch (error) {
    throw new RunError(`Cannot write the results to "${out}"`, "Name another file with --out FILE", error);
  }
  host.stdout(resultsText(results));
  output.say(`wrote ${out}`);
  exitWith(results.some(({ success_count }) => success_count > 0) ? EXIT.complete : EXIT.failed);
}

/**
 * `LABEL=PATH`, or a path whose stem is the label; a pulled model may be named in the place of a path. Throws
 * `UsageError` for a label that is there twice, and for a model that is not pulled yet.
 */
function modelsOf(host: Host, named: readonly string[]): readonly BenchModel[] {
  const models = named.map((text): BenchModel => {
    const at = text.indexOf("=");
    const isLabelled = at > 0 && host.stat(absolutePath(host, text)) === null;
    const path = modelPath(host, isLabelled ? text.slice(at + 1) : text);
    return { label: isLabelled ? text.slice(0, at) : baseName(path).replace(/\.[^.]+$/, ""), path };
  });
  const again = models.find(({ label }, index) => models.findIndex((other) => other.label === label) < index);
  if (again !== undefined) {
    throw new UsageError(`Cannot tell two models apart: both are called "${again.label}"`, "Name one LABEL=PATH");
  }
  return models;
}

function linesOf(host: Host, file: string): readonly string[] {
  const path = absolutePath(host, file);
  const text = namedText(host, path, "the fragments in");
  if (text === null) throw new UsageError(`Cannot read the fragments in "${path}": there is no such file`);
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
  if (lines.length === 0) throw new UsageError(`Cannot take the fragments in "${path}": it has no lines`);
  return lines;
}

async function makeFolderOf(host: Host, file: string): Promise<void> {
  const folder = joinPath(file, "..");
  try {
    await host.makeDir(absolutePath(host, folder));
  } catch (error) {
    throw new RunError(`Cannot make the folder of "${file}"`, "Name another file with --out FILE", error);
  }
}

const BAR = 20;

/** One line: which model, what is done, and a bar. */
function progressText({ label, stage, done, total }: BenchProgress): string {
  const full = Math.round(BAR * Math.min(1, done / total));
  const bar = `[${"#".repeat(full)}${".".repeat(BAR - full)}]`;
  if (stage === "loading") return `${label}: loading`;
  return `${label}: ${bar} ${stage} ${done} of ${total}`;
}

function resultsText(results: readonly ModelResult[]): string {
  const head = [
    ...["model", "form", "agreement", "valid", "invalid", "stable", "median", "p95", "words/s", "load"],
  ];
  const rows = results.map((result) => [
    result.label,
    result.form ?? "-",
    result.agreement === null ? "-" : `${(100 * result.agreement).toFixed(1)} %`,
    `${result.valid_run_pct} %`,
    result.invalid_outputs,
    `${result.exact_stability_pct} %`,
    result.latency_ms === null ? "-" : `${result.latency_ms.median} ms`,
    result.latency_ms === null ? "-" : `${result.latency_ms.p95} ms`,
    result.tags_per_second === null ? "-" : result.tags_per_second,
    result.load_ms === null ? "-" : `${(result.load_ms / 1000).toFixed(1)} s`,
  ]);
  const errors = results.flatMap(({ label, error }) =>
    error === null ? [] : [`${label}: ${error.slice(0, ERROR_CHARS)}\n`]
  );
  return [tableText(head, rows), ...errors].join("");
}
