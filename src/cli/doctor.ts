import type { Command } from "commander";
import * as z from "zod";
import type { Host } from "../host/host.ts";
import { allOf, isNone, NO_POWER, PermissionError, type Power } from "../host/power.ts";
import { listRoot } from "../source/discover.ts";
import { dirName, joinPath } from "../source/path.ts";
import { SOURCES } from "../source/sources.ts";
import { LEAST_AGREEMENT } from "../tagging/manner.ts";
import { connectAll } from "../tagging/servers.ts";
import { openTagCache } from "../tagging/tag_cache.ts";
import { VERSION } from "../version.ts";
import { logCacheFolder } from "./cache.ts";
import type { Cli } from "./cli.ts";
import { EXIT } from "./exit.ts";
import { withExamples } from "./help.ts";
import { withNeeds } from "./needs.ts";
import { runNeeds, type RunOptions, runSchema, withRun } from "./run.ts";
import { requireSessions } from "./reading.ts";
import { reportFolder } from "./report_folder.ts";
import { readSelection, resolveSelection } from "./selection.ts";
import { apiKeyOf, modelFileOf, rootsOf, vocabularyOf } from "./run_options.ts";

/** What was looked at, how it is, and what to do where it is not well. */
interface Finding {
  readonly what: string;
  /** `note`: a run works, but may not give what is wanted. */
  readonly state: "ok" | "note" | "trouble";
  readonly text: string;
  readonly todo: string | null;
}

type Check = (cli: Cli, options: RunOptions) => Promise<readonly Finding[]> | readonly Finding[];

/** Milliseconds that a server gets to answer. */
const PATIENCE_MS = 3000;

/** `agentpprof doctor`: whether `run`, with the same options, would work, and what to do where not. */
export function add(tree: Command, cli: Cli): void {
  const command = withExamples(
    tree.command("doctor").description("Check what run needs, with the same options, and say what to do"),
    [["agentpprof doctor", ""], ["agentpprof doctor --json", "for programs"]],
  );
  command.option("--json", "for programs");
  withNeeds(withRun(command, cli.host), doctorNeeds, { tellsItself: true })
    .action((given) => doctor(doctorSchema.parse(given), cli));
}

/** What `run` needs, and a folder that is there to try whether it can be written into. */
function doctorNeeds(host: Host, given: unknown): Power {
  return allOf(runNeeds(host, given), { write: [nearestFolder(host, reportFolder(host, runSchema.parse(given)))] });
}

const doctorSchema = runSchema.extend({ json: z.boolean().default(false) });

/** In the order in which a run would meet them. */
const CHECKS: Readonly<Record<string, Check>> = {
  program: ({ host }) => [ok("program", `agentpprof ${VERSION} on ${host.platform}, ${host.cores} threads`)],
  power: checkPermissions,
  roots: checkRoots,
  sessions: checkSessions,
  vocabulary: ({ host }, { vocabulary }) => [ok("words", wordsText(vocabularyOf(host, vocabulary).words))],
  server: checkServer,
  tags: checkTags,
  cache: checkCache,
  output: checkOutput,
};

async function doctor(options: z.infer<typeof doctorSchema>, cli: Cli): Promise<void> {
  const { host, output, exitWith } = cli;
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    try {
      findings.push(...await check(cli, options));
    } catch (error) {
      if (cli.signal.aborted) throw error;
      const trouble = troubleOf(name, error);
      // What permissions are needed cannot be told of options that are wrong, which a later look finds.
      if (!findings.some(({ text }) => text === trouble.text)) findings.push(trouble);
    }
  }
  const isWell = findings.every(({ state }) => state !== "trouble");
  if (options.json) host.stdout(JSON.stringify({ status: isWell ? "ok" : "trouble", findings }, null, 2) + "\n");
  else host.stdout(findings.map((finding) => findingText(finding, output.paint)).join(""));
  if (!isWell) exitWith(EXIT.failed);
}

function findingText({ what, state, text, todo }: Finding, paint: Cli["output"]["paint"]): string {
  const color = state === "ok" ? "green" : state === "note" ? "yellow" : "red";
  const lines = [`${paint(state.padEnd(8), color)}${what.padEnd(10)}${text}`];
  for (const line of (todo ?? "").split("\n").filter((part) => part !== "")) lines.push(`${" ".repeat(18)}${line}`);
  return lines.join("\n") + "\n";
}

/** What the runtime granted of what a run needs. */
function checkPermissions({ host, asking }: Cli, options: RunOptions): readonly Finding[] {
  const missing = host.missing(allOf(runNeeds(host, options), asking.asked()));
  if (isNone(missing)) return [ok("power", "all that a run needs is granted")];
  return [troubleOf("power", new PermissionError(missing, "See the whole line with: agentpprof permissions run"))];
}

/** The folders of the agents, and how many session files are in them. */
function checkRoots({ host }: Cli, options: RunOptions): readonly Finding[] {
  const roots = rootsOf(host, { codex: options.codexRoot, claude: options.claudeRoot });
  const listings = roots.map(({ source, root }) => listRoot(host, source, root, 1));
  const found = listings.map(({ agent, root, files, skipped }) => {
    const text = `${files} ${files === 1 ? "file" : "files"} in ${root}`;
    const unread = skipped.find(({ reason }) => reason !== "a symbolic link");
    if (unread !== undefined) return note(agent, text, `Cannot look into "${unread.path}": ${unread.reason}`);
    return files > 0
      ? ok(agent, text)
      : note(agent, text, `Use ${agent} once, or name its folder with --${agent}-root DIR`);
  });
  const missing = SOURCES.filter(({ agent }) => !roots.some(({ source }) => source.agent === agent))
    .map(({ agent, usualRoot }) =>
      note(agent, `no folder of sessions (usually ${usualRoot})`, `Name it with --${agent}-root DIR`)
    );
  if (listings.some(({ files }) => files > 0)) return [...found, ...missing];
  return [...found, ...missing].map((finding) => ({ ...finding, state: "trouble" }));
}

/** The sessions that a run would take. */
async function checkSessions({ host, output }: Cli, options: RunOptions): Promise<readonly Finding[]> {
  const where = resolveSelection(host, options);
  const read = await readSelection({ host, output }, options, where, "counts");
  requireSessions(read, options, where);
  const { length } = read.summaries;
  return [ok("sessions", `${length} ${options.allProjects ? "of all projects" : `of ${where.projectRoot}`}`)];
}

/** The server that is to give the words, and which model it serves. */
async function checkServer({ host, signal }: Cli, options: RunOptions): Promise<readonly Finding[]> {
  const file = modelFileOf(host, options.modelFile);
  if (file !== null) return [ok("model", `${file}: a run starts a server for it`)];
  const apiKey = apiKeyOf(host, options.apiKeyFile);
  const timeoutMs = Math.min(PATIENCE_MS, options.timeout * 1000);
  const server = await connectAll(
    host,
    options.llamaUrl.map((url) => ({ url, model: options.model, timeoutMs, apiKey })),
    signal,
  );
  return [
    ok("server", `${server.baseUrl}, ${server.slots} ${server.slots === 1 ? "request" : "requests"} at once`),
    ok("model", server.model),
  ];
}

/** The words that are known already, and how well their model did. */
async function checkTags({ host }: Cli, options: RunOptions): Promise<readonly Finding[]> {
  const path = joinPath(reportFolder(host, options), "tags.json");
  if (host.stat(path) === null) return [ok("tags.json", "not there yet: the first run asks for every word")];
  const cache = await openTagCache(host, path, { createdBy: `agentpprof ${VERSION}`, readOnly: true });
  const [warning] = cache.warnings;
  if (warning !== undefined) return [note("tags.json", warning, "The next run asks for its words again")];
  const agreement = cache.llm?.agreement ?? null;
  const text = `words of ${cache.llm?.model ?? "no model yet"} in ${path}`;
  if (agreement === null || agreement >= LEAST_AGREEMENT) return [ok("tags.json", text)];
  return [
    note(
      "tags.json",
      text,
      `Their model did well on ${Math.round(100 * agreement)} % of a labelled set: use a better one`,
    ),
  ];
}

/** Where is kept what was read of logs. */
function checkCache({ host }: Cli): readonly Finding[] {
  const folder = logCacheFolder(host);
  return folder === null
    ? [note("cache", "no place for it: every log is read anew", "Set HOME, or XDG_CACHE_HOME")]
    : [ok("cache", folder)];
}

/** Whether the output folder, or the nearest one above it that is there, can be written into. */
async function checkOutput({ host }: Cli, options: RunOptions): Promise<readonly Finding[]> {
  const out = reportFolder(host, options);
  const folder = nearestFolder(host, out);
  const probe = joinPath(folder, `.agentpprof-${host.uniqueName()}`);
  try {
    await host.writeFileAtomic(probe, "");
    await host.remove(probe);
  } catch (error) {
    return [{
      ...troubleOf("output", error),
      todo: `Cannot write into "${folder}": name another folder with --out DIR`,
    }];
  }
  return [ok("output", folder === out ? out : `${out} (to be made)`)];
}

/** The folder itself, or the nearest one above it that is there. */
function nearestFolder(host: Host, path: string): string {
  const isAbsent = (at: string): boolean => isNone(host.missing({ ...NO_POWER, read: [at] })) && host.stat(at) === null;
  let folder = path;
  while (isAbsent(folder) && dirName(folder) !== folder) folder = dirName(folder);
  return folder;
}

function ok(what: string, text: string): Finding {
  return { what, state: "ok", text, todo: null };
}

function note(what: string, text: string, todo: string): Finding {
  return { what, state: "note", text, todo };
}

function troubleOf(what: string, error: unknown): Finding {
  const hint = error instanceof Error && "hint" in error ? error.hint : null;
  return {
    what,
    state: "trouble",
    text: error instanceof Error ? error.message : String(error),
    todo: typeof hint === "string" && hint !== "" ? hint : null,
  };
}

function wordsText(words: ReadonlySet<string> | null): string {
  return words === null ? "any word" : `${words.size} words to choose from`;
}
