import type { Command } from "commander";
import { parse, type ParseError, printParseErrorCode } from "jsonc-parser";
import type { z } from "zod";
import type { Host } from "../host/host.ts";
import { lowerFirst, UsageError } from "./errors.ts";
import { namedText } from "./named_file.ts";
import { type ConfigFile, configPaths, userConfigPath } from "./settings.ts";
import { configSchema } from "./settings_schema.ts";

/**
 * What the file of a project may not say, for it comes with the project, from whoever wrote it: where texts are sent and
 * with which key, what is run, what is read, where is written, and that texts are kept. A name with its command is
 * refused for that one alone.
 */
const NOT_FOR_PROJECTS: readonly string[] = [
  "all-projects",
  "api-key-file",
  "bench model",
  "claude-root",
  "codex-root",
  "fragment-file",
  "include-fragment-previews",
  "include-previews",
  "llama-server",
  "llama-url",
  "model-file",
  "open",
  "out",
  "project-root",
  "server-arg",
  "session-file",
  "snapshot",
  "vocabulary",
];

/** Of these, what says nothing of the sort: lists of words that are built in. */
const HARMLESS: Readonly<Record<string, readonly unknown[]>> = { vocabulary: ["work", "open"] };

/**
 * Reads the file that was named and those that are read without, the project's first. Throws `UsageError` where one is
 * wrong, or says what it may not.
 */
export function readConfigs(tree: Command, host: Host, named: string | null): readonly ConfigFile[] {
  const schema = configSchema(tree);
  const files: ConfigFile[] = [];
  if (named !== null) {
    const file = readConfig(host, named, schema);
    if (!file.isThere) throw new UsageError(`Cannot read the settings in "${file.path}": there is no such file`);
    files.push(file);
  }
  const own = userConfigPath(host);
  for (const path of configPaths(host)) {
    const file = readConfig(host, path, schema);
    if (path !== own) refuseDangerous(file, own);
    files.push(file);
  }
  return files;
}

function readConfig(host: Host, path: string, schema: z.ZodType<Readonly<Record<string, unknown>>>): ConfigFile {
  const text = namedText(host, path, "the settings in");
  if (text === null) return { path, isThere: false, values: {} };
  const errors: ParseError[] = [];
  const json: unknown = parse(text.replace(/^\uFEFF/, ""), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined) {
    const line = text.slice(0, first.offset).split("\n").length;
    throw new UsageError(`Cannot read the settings in "${path}": line ${line}: ${printParseErrorCode(first.error)}`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { path, isThere: true, values: parsed.data };
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? "" : `"${issue.path.join(".")}": `;
  throw new UsageError(
    `Cannot use the settings in "${path}": ${where}${lowerFirst(issue?.message ?? "")}`,
    "See what there is with: agentpprof schema config",
  );
}

function refuseDangerous({ path, values }: ConfigFile, own: string | null): void {
  const settings = Object.entries(values).flatMap(([name, value]) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([inner, one]) => ({ name: inner, whole: `${name} ${inner}`, value: one }))
      : [{ name, whole: name, value }]
  );
  const refused = settings.find(({ name, whole, value }) =>
    [name, whole].some((said) => NOT_FOR_PROJECTS.includes(said)) && HARMLESS[name]?.includes(value) !== true
  )?.name;
  if (refused === undefined) return;
  throw new UsageError(
    `Cannot take "${refused}" from "${path}": the file of a project may not say where texts go or what is read, run or written`,
    `Put it into your own file${
      own === null ? "" : `, "${own}"`
    }, or name this one with --config FILE; --no-config passes it over`,
  );
}
