import { type Command, InvalidArgumentError, type Option } from "commander";
import * as z from "zod";
import { absolutePath, type Host } from "../host/host.ts";
import { PermissionError } from "../host/power.ts";
import { joinPath } from "../source/path.ts";
import { commandsOf, settingName } from "./command_table.ts";
import { lowerFirst, UsageError } from "./errors.ts";
import { isRepeatable } from "./options.ts";
import { commonSettings, settableOptions } from "./settings_schema.ts";

/** An option's value and where it comes from: `command line`, a variable, a file, `default`. */
export interface Setting {
  readonly name: string;
  readonly value: unknown;
  readonly from: string;
}

/** A configuration file that is read, or would be. */
export interface ConfigFile {
  readonly path: string;
  readonly isThere: boolean;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Gives each option of a command, and of the program, that is not on the command line the value that was set for it:
 * AGENTPPROF_* > `--config FILE` > .agentpprof/config.json > the user's own file > default. Throws `UsageError`.
 */
export async function applySettings(tree: Command, command: Command, host: Host): Promise<void> {
  const files = await configFiles(tree, host);
  const common = commonSettings(tree);
  for (const owner of new Set([command, tree])) {
    for (const option of settableOptions(owner)) {
      const found = isGiven(owner, option)
        ? null
        : lookUp(command, option, files, common.has(settingName(option)), host);
      if (found !== null) owner.setOptionValueWithSource(option.attributeName(), found.value, found.from);
    }
  }
}

/** The value of each option of a command and of the program, once settings were applied. */
export function settingsOf(tree: Command, command: Command): readonly Setting[] {
  return [command, tree].flatMap((owner) =>
    settableOptions(owner).map((option) => {
      const source = owner.getOptionValueSource(option.attributeName()) ?? "default";
      return {
        name: settingName(option),
        value: owner.getOptionValue(option.attributeName()) ?? null,
        from: source === "cli" ? "command line" : source,
      };
    })
  );
}

/** The configuration files in the order in which they are asked. Throws `UsageError` where one is wrong. */
export async function configFiles(tree: Command, host: Host): Promise<readonly ConfigFile[]> {
  const named = z.union([z.string(), z.boolean()]).optional().parse(tree.opts()["config"]);
  if (named === false) return [];
  if (typeof named !== "string" && !hasConfig(host)) {
    return configPaths(host).map((path) => ({ path, isThere: false, values: {} }));
  }
  // Most runs have none, and load nothing to read one.
  const { readConfigs } = await import("./config_file.ts");
  return readConfigs(tree, host, typeof named === "string" ? absolutePath(host, named) : null);
}

/** Whether there is a file that is read without being named. */
export function hasConfig(host: Host): boolean {
  return configPaths(host).some((path) => {
    try {
      return host.stat(path) !== null;
    } catch (error) {
      if (error instanceof PermissionError) throw error;
      // Who reads it then says why it cannot be read.
      return true;
    }
  });
}

/** The files that are read without being named: the project's, then the user's own. */
export function configPaths(host: Host): readonly string[] {
  const own = userConfigPath(host);
  return [joinPath(host.cwd(), ".agentpprof/config.json"), ...(own === null ? [] : [own])];
}

/** Where the user's own file is: XDG Base Directory Specification; on Windows the roaming application data. */
export function userConfigPath(host: Host): string | null {
  const named = (host.platform === "windows" ? host.env("APPDATA") : host.env("XDG_CONFIG_HOME")) ?? "";
  if (named !== "") return joinPath(absolutePath(host, named), "agentpprof/config.json");
  const home = host.homeDir();
  return home === null ? null : joinPath(home, ".config/agentpprof/config.json");
}

/** The variable that sets an option: `AGENTPPROF_SCAN_FILES`. */
export function variableOf(option: Option): string {
  return `${PREFIX}${settingName(option).toUpperCase().replaceAll("-", "_")}`;
}

/** What the names of all variables begin with that this program reads. */
const PREFIX = "AGENTPPROF_";

/** Variables that are set and are no option. */
const NO_OPTIONS: readonly string[] = ["AGENTPPROF_API_KEY"];

/** Whether a variable is set that may speak of any command. */
export function hasVariables(host: Host): boolean {
  return setVariables(host).length > 0;
}

/** Variables that look as if they set an option, and that no command knows: misspelt ones, mostly. */
export function unknownVariables(tree: Command, host: Host): readonly string[] {
  const set = setVariables(host);
  if (set.length === 0) return [];
  const known = new Set(commandsOf(tree).flatMap(({ command }) => settableOptions(command)).map(variableOf));
  return set.filter((name) => !known.has(name));
}

function setVariables(host: Host): readonly string[] {
  // Their values are not asked for: a command needs none of these that is no option of its own.
  return host.envNames().filter((name) => name.startsWith(PREFIX) && !NO_OPTIONS.includes(name));
}

function isGiven(command: Command, option: Option): boolean {
  return (command.getOptionValueSource(option.attributeName()) ?? "default") !== "default";
}

function lookUp(
  command: Command,
  option: Option,
  files: readonly ConfigFile[],
  isCommon: boolean,
  host: Host,
): Omit<Setting, "name"> | null {
  const name = settingName(option);
  const variable = variableOf(option);
  const text = host.env(variable) ?? "";
  if (text !== "") return { value: valueOf(option, text, variable), from: variable };
  for (const { path, values } of files) {
    const section = z.record(z.string(), z.unknown()).optional().parse(values[fullName(command)]);
    const value = section?.[name] ?? (isCommon ? values[name] : undefined);
    if (value !== undefined) return { value: valueOf(option, value, path), from: path };
  }
  return null;
}

/** The value of an option as the command line would have given it. Throws `UsageError` where the option refuses it. */
function valueOf(option: Option, given: unknown, from: string): unknown {
  const name = settingName(option);
  const texts = (Array.isArray(given) ? given : [given]).map(String);
  if (!option.required && !option.optional) {
    const [text = ""] = texts;
    if (["true", "1"].includes(text)) return true;
    if (["false", "0"].includes(text)) return false;
    throw new UsageError(`Cannot use "${name}" of "${from}": expected "true" or "false", found "${text}"`);
  }
  const parseArg = option.parseArg;
  if (parseArg === undefined) return texts.at(-1);
  try {
    if (isRepeatable(parseArg)) {
      return texts.reduce<readonly string[] | undefined>((before, one) => parseArg(one, before), undefined);
    }
    return parseArg(texts.at(-1) ?? "", undefined);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new UsageError(`Cannot use "${name}" of "${from}": ${lowerFirst(error.message).replace(/\.$/, "")}`);
  }
}

function fullName(command: Command): string {
  const above = command.parent;
  return above === null || above.parent === null ? command.name() : `${fullName(above)} ${command.name()}`;
}
