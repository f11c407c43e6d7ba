import { bareHost, domainsOf, hostName } from "./domains.ts";
import { optionNames } from "./arguments.ts";
import { baseName, isAbsolute, resolvePath } from "./paths.ts";
import { patchPaths } from "./patch.ts";
import type { Use } from "./program.ts";
import type { Row } from "./programs/row.ts";
import { UNKNOWN } from "./words.ts";
import type { Effect } from "../trace/effect.ts";
import { knownFile } from "../trace/path_group.ts";

/** Where relative paths of a command begin. */
export interface Place {
  readonly cwd: string | null;
  readonly home: string | null;
}

/** Devices are no files, nor is what PowerShell shows as drives. */
const DEVICE =
  /^\/dev\/(null|std(in|out|err)|tty|fd\/\d+|zero|u?random|full|pts\/\d+)$|^nul:?$|^\$null$|^-$|^con$|^(env|function|alias|variable|cert|registry|hklm|hkcu|wsman):/i;
const EXTENSION = /[^./\\]\.[A-Za-z][A-Za-z0-9_]{0,9}$/;
const REMOTE_PATH = /^(?:[\w.-]+@)?(\[[0-9a-fA-F:]+\]|[\w.-]{2,}):(?!\\)/;
const URL_START = /^(?:[a-z][a-z+]{1,12}:)?[a-z][a-z0-9+]{1,12}:\/\//i;
/** Effects whose commands ask the hosts that stand in their arguments. */
const ASKING: ReadonlySet<Effect> = new Set(["network", "install", "process"]);
/** Effects for which a registry is asked although none is named. */
const FETCHING: ReadonlySet<Effect> = new Set(["network", "install"]);
const SCHEME_REGISTRY: Readonly<Record<string, string>> = { "jsr:": "jsr.io", "npm:": "registry.npmjs.org" };

/**
 * Absolute form of a path that a command names; globs and what is not known end it at the folder before them. null for devices, URLs and what cannot be
 * made absolute.
 */
export function touchedPath(word: string, place: Place): string | null {
  if (word === "" || word === "{}" || DEVICE.test(word) || URL_START.test(word)) return null;
  const end = word.search(/[*?\0]|\{[^}]*,/);
  if (end < 0) return resolvePath(word, place.cwd, place.home);
  const folder = word.slice(0, Math.max(word.lastIndexOf("/", end), word.lastIndexOf("\\", end)) + 1);
  if (folder === "" && word[end] === UNKNOWN) return null;
  return resolvePath(folder === "" ? "./" : folder, place.cwd, place.home);
}

/** As `touchedPath`, of what is known to be a file, whatever its name. */
export function touchedFile(word: string, place: Place): string | null {
  const path = touchedPath(word, place);
  return path === null ? null : knownFile(path);
}

/** Whether a word of an unknown program is likely a path: it begins like one, or has folders and an extension. */
export function looksLikePath(word: string): boolean {
  if (word.length > 1024 || /[\s\0"'`|<>;,=()]/.test(word) || URL_START.test(word) || word.startsWith("-")) {
    return false;
  }
  if (/^(\.{1,2}[/\\]|~[/\\]|[A-Za-z]:[/\\]|\.$|\.\.$)/.test(word)) return !word.endsWith("/...");
  if (word.startsWith("/")) return /^\/[\w.@+-]+(\/[\w.@+ -]+)*\/?$/.test(word);
  if (FILE.test(word)) return true;
  return !word.includes(":") && !word.includes("..") && !word.startsWith("@") && EXTENSION.test(word) &&
    !/^\d/.test(baseName(word)) &&
    (/[/\\]/.test(word) || SOURCE_FILE.test(word));
}

/** Files without an ending that are named by convention. */
const FILE = /^([A-Z][a-z]+file|LICENSE|README|CHANGELOG|NOTICE|CODEOWNERS)$/;
/** Folders that are named by convention, where a program checks files. */
const FOLDER = /^(src|lib|libs|tests?|specs?|app|apps|docs|scripts|packages|examples|components|cmd|internal|pkg)$/;
const CHECKING: ReadonlySet<Effect> = new Set(["test", "lint"]);

/** Endings that no host, version or qualified name has. */
const SOURCE_FILE =
  /\.(tsx?|jsx?|mjs|cjs|mts|cts|json[c5l]?|ya?ml|toml|md|mdx|py|pyi|ipynb|rb|php|pl|pm|go|rs|java|kt|kts|scala|swift|c|h|cc|cpp|hpp|cs|fs|vue|svelte|astro|css|scss|sass|less|html?|xml|svg|csv|tsv|txt|log|sql|db|sqlite|lock|conf|cfg|ini|env|bash|zsh|ps1|bat|tf|hcl|proto|graphql|gql|prisma|ex|exs|erl|hs|lua|r|jl|dart|zip|tgz|gz|tar|png|jpe?g|gif|webp|pdf|wasm|snap|patch|diff|sh)$/i;

/** The files that a use of a program names, absolute; `place` is where its relative ones begin. What reads a pipe needs none. */
export function touchedPaths(use: Use, place: Place, isPiped: boolean): readonly string[] {
  const { row, args } = use;
  const dirs = optionNames(row.dir);
  let inner = place;
  for (const { name, value } of args.options) {
    if (dirs.has(name) && value !== null) {
      inner = { ...place, cwd: value.includes(UNKNOWN) ? null : resolvePath(value, inner.cwd, place.home) };
    }
  }
  const files = optionNames(row.files);
  const named = args.options.flatMap(({ name, value }) => files.has(name) && value !== null ? [value] : []);
  const assigned = args.positionals.flatMap((word) => {
    const equals = word.indexOf("=") + 1;
    return equals > 0 && files.has(word.slice(0, equals)) ? [word.slice(equals)] : [];
  });
  const others = [...named, ...assigned];
  const folders = optionNames(row.folders);
  const inFolders = args.options.flatMap(({ name, value }) => folders.has(name) && value !== null ? [value] : []);
  const words = pathWords(use);
  const touched = hasFiles(row) ? touchedFile : touchedPath;
  const paths = [
    ...others.map((word) => (row.onlyFiles === true ? touchedFile : touchedPath)(word, inner)),
    ...inFolders.map((word) => touchedPath(word, inner)),
    ...words.map((word, at) => (row.args === "script" && at > 0 ? touchedPath : touched)(word, inner)),
  ].filter((path) => path !== null);
  if (
    paths.length === 0 && words.length === 0 && others.length === 0 && row.here === true && !isPiped &&
    inner.cwd !== null
  ) {
    const folder = resolvePath(`${inner.cwd}/`, null, null);
    return folder === null ? [] : [folder];
  }
  return paths;
}

/** Whether the row's arguments are files and no folders: so do programs that read one after the other, and interpreters of scripts. */
function hasFiles({ rank, here, args, onlyFiles }: Row): boolean {
  return onlyFiles === true || args === "script" ||
    (rank === "filter" && here !== true && (args === "paths" || args === "pattern"));
}

/** Those of the positionals that are paths by the row's kind of arguments. */
function pathWords(use: Use): readonly string[] {
  const { row, args } = use;
  const rest = args.positionals.slice(use.subcommands);
  const kind = row.wraps === undefined ? row.args ?? "guess" : "none";
  switch (kind) {
    case "none":
      return [];
    case "paths":
      return rest.map(withoutSelector).filter((word) => !/^[%$]|^\[$|^\]+$|^!$/.test(word));
    case "target":
      return args.options.some(({ name }) => optionNames(row.given).has(name)) ? [] : rest.slice(0, 1);
    case "pattern": {
      const given = optionNames(row.given);
      const words = rest.filter((word) => word !== "");
      return args.options.some((option) => given.has(option.name)) ? words : words.slice(1);
    }
    case "script":
      if (row.tasks !== undefined) return rest.filter(looksLikePath);
      if (args.options.some(({ name }) => optionNames(row.given).has(name))) return rest.filter(looksLikePath);
      if (args.options.some((option) => option.name === row.module)) return rest.slice(1).filter(looksLikePath);
      return [
        ...rest.slice(0, 1).filter((word) => word !== "-" && !word.includes(" ")),
        ...rest.slice(1).filter(looksLikePath),
      ];
    case "find": {
      const end = rest.findIndex((word) => /^[(!]$/.test(word));
      const first = args.options[0] === undefined
        ? rest.length
        : args.places.filter((at) => at < firstOption(use)).length;
      return rest.slice(0, end < 0 ? first : Math.min(end, first));
    }
    case "revisions": {
      const files = args.positionals.slice(Math.max(args.beforeDashes, use.subcommands));
      const before = rest.slice(0, rest.length - files.length).map((word) => word.replace(/^[^\s:/]+:(?=[^:])/, ""));
      return [...before.filter(looksLikePath), ...files.filter((word) => !word.startsWith(":"))];
    }
    case "remote":
      return rest.filter((word) => !isRemote(word));
    case "packages":
      return rest.map((word) => word.replace(/(^|\/)\.\.\.$/, "$1")).filter((word) =>
        /^\.{1,2}(\/|$)/.test(word) || looksLikePath(word)
      );
    case "guess":
      return rest.map(withoutSelector).filter((word) =>
        looksLikePath(word) || (CHECKING.has(row.effect) && FOLDER.test(word))
      );
    default:
      kind satisfies never;
      return [];
  }
}

/** Where the first option stands among the words. */
function firstOption({ args }: Use): number {
  let at = 0;
  while (args.places[at] === at) at++;
  return at;
}

/** `tests/a.py::test_x` and `src/a.ts:12` name a file. */
function withoutSelector(word: string): string {
  return word.replace(/::.*$/s, "").replace(/(?<=\.\w{1,8}):\d+(:\d+)?$/, "");
}

/** `host:path`, but no drive. */
export function isRemote(word: string): boolean {
  return REMOTE_PATH.test(word) || /^rsync:\/\//.test(word);
}

/** The hosts that a use of a program asks. */
export function askedHosts(use: Use, effect: Effect): readonly string[] {
  const { row, args } = use;
  const rest = args.positionals.slice(use.subcommands).filter((word) =>
    !word.includes(UNKNOWN) || URL_START.test(word)
  );
  const hosts: (string | null)[] = [];
  const hostOptions = optionNames(row.hosts);
  for (const { name, value } of args.options) {
    if (value === null) continue;
    if (hostOptions.has(name)) hosts.push(...(URL_START.test(value) ? domainsOf(value) : [hostName(value)]));
    else if (asksUrls(row, effect) && URL_START.test(value) && isUrlOption(row, name)) hosts.push(...domainsOf(value));
  }
  if (asksUrls(row, effect)) hosts.push(...rest.filter((word) => !/\s/.test(word)).flatMap((word) => domainsOf(word)));
  if (row.args === "remote") {
    hosts.push(...rest.filter(isRemote).map((word) => hostName(REMOTE_PATH.exec(word)?.[1] ?? "")));
  }
  const first = rest.find((word) => !/^[+@]/.test(word));
  if (row.host === "name" && first !== undefined && !URL_START.test(first)) {
    hosts.push(hostName(first.replace(/[:/].*$/s, "")));
  }
  if (row.host === "address") hosts.push(...rest.filter((word) => !URL_START.test(word)).map(bareHost));
  if (row.host === "image" && first !== undefined) hosts.push(imageHost(first));
  const asked = hosts.filter((host) => host !== null);
  if (asked.length > 0 || row.registry === undefined || !FETCHING.has(effect) || isOffline(use)) return asked;
  const schemes = Object.entries(SCHEME_REGISTRY).filter(([scheme]) => rest.some((word) => word.startsWith(scheme)));
  return schemes.length > 0 ? schemes.map(([, host]) => host) : [row.registry];
}

function asksUrls(row: Row, effect: Effect): boolean {
  return row.asks === true || row.host !== undefined || (ASKING.has(effect) && row.rank === undefined);
}

/** Of `curl`'s options only these name what it asks; another program's may all do. */
function isUrlOption(row: Row, name: string): boolean {
  return row.host !== "address" || /^--?(url|proxy|uri|dbname|d|x|u)$/.test(name);
}

function isOffline({ args }: Use): boolean {
  return args.options.some(({ name }) => /^--(offline|no-index|no-registry)$/.test(name));
}

/** The registry of `host/name:tag`; null for an image without one, which is the default registry's. */
function imageHost(image: string): string | null {
  const first = image.includes("/") ? image.slice(0, image.indexOf("/")) : "";
  return /[.:]|^localhost$/.test(first) ? hostName(first) : null;
}

/** The files of a patch that a command gets as its input. */
export function patchedPaths(patch: string, place: Place): readonly string[] {
  return patchPaths(patch).map(({ path }) => touchedFile(path, place)).filter((path) => path !== null);
}

/** Whether a redirection's target is a file. */
export function isFile(target: string): boolean {
  return target !== "" && !DEVICE.test(target);
}

/** Whether a program's name is a path to a script, such as `./scripts/build.sh`; `@angular/cli` is a package's. */
export function isScriptPath(word: string): boolean {
  return /^[^@].*[/\\]|^[/\\]/.test(word) && (EXTENSION.test(word) || !isAbsolute(word));
}
