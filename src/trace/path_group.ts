/** Where a project and its surroundings lie, as far as path groups need it. Absolute paths; separators of either kind. */
export interface ProjectPlace {
  /** The project's root and the roots of its other worktrees. */
  readonly roots: readonly string[];
  readonly home: string | null;
  /** Folders for temporary files, besides `/tmp` and the like. */
  readonly tempDirs: readonly string[];
  /** Windows and macOS: `Src` and `src` are one folder. */
  readonly caseInsensitive: boolean;
}

const CONTAINERS = new Set([
  "packages",
  "apps",
  "libs",
  "crates",
  "services",
  "modules",
  "plugins",
  "projects",
  "examples",
]);
const PAIRS = new Set(["src/app", "src/main", "src/test", "src/pages", "app/src"]);

/** Files without an extension, and folders that look as if they had one. */
const BARE_FILES =
  /^(makefile|gnumakefile|dockerfile|containerfile|justfile|rakefile|gemfile|brewfile|procfile|vagrantfile|jenkinsfile|podfile|cartfile|pipfile|caddyfile|tiltfile|license|licence|copying|notice|authors|contributors|codeowners|readme|changelog|todo|version|gradlew|mvnw|build|workspace)$/i;
const DOT_FOLDERS =
  /^\.(git|github|gitlab|circleci|vscode|idea|claude|codex|cursor|gemini|config|cache|local|cargo|husky|next|nuxt|storybook|devcontainer|venv|tox|yarn|ssh|aws|agentsight|well-known|changeset|terraform|expo|vercel|netlify|turbo|svelte-kit|pytest_cache|mypy_cache|ruff_cache)$/i;
const FOLDER_ENDINGS = /\.(d|app|xcodeproj|xcworkspace|framework|bundle|egg-info|dist-info|lproj|xcassets)$/i;
/** A number is an ending of a name that is no version (`notes.2024`, but `v1.2`). */
const EXTENSION = /[^.]\.(?=[a-z0-9]*[a-z])[a-z0-9_+~-]{1,12}$|[a-z_]\.\d{1,12}$/i;
/** `//` before the last part, but not that of `//server`. */
const KNOWN_FILE = /(?<=.)\/\/([^/]+)$/;

const TEMP =
  /^(\/private)?\/(tmp|var\/tmp|var\/folders|dev\/shm)(\/|$)|^[a-z]:\/(windows\/)?temp(\/|$)|\/appdata\/local\/temp(\/|$)/i;
const CACHE =
  /(^|\/)(\.cache|library\/caches|appdata\/local|\.npm|\.pnpm-store|\.yarn\/(cache|berry)|\.bun\/install|\.cargo\/(registry|git)|\.rustup|\.gradle|\.m2|\.ivy2|\.nuget|go\/pkg|node_modules|site-packages|__pycache__)(\/|$)|^\/var\/cache(\/|$)/i;
const SYSTEM =
  /^\/(etc|usr|bin|sbin|lib|lib32|lib64|opt|var|proc|sys|dev|boot|run|nix|snap|system|library|applications|private\/(etc|var))(\/|$)|^[a-z]:\/(windows|program files|program files \(x86\)|programdata)(\/|$)|^\/$/i;
const HOMES = /^(\/home|\/users|[a-z]:\/users)\/[^/]+(\/|$)|^\/root(\/|$)/i;

/**
 * The value of the frame `path:` for an absolute, normalised path (contract §3): inside the project the first two folders, with
 * a third in containers of packages and known pairs; at the root the file itself; `.` for the root; outside
 * `external/tmp|cache|home|system|other`. A path that ends in `/` is known to be a folder, one
 * with `//` before its last part (`knownFile`) a file; else its last part is taken for a file where it has an extension or a well-known name.
 */
export function pathGroup(path: string, project: ProjectPlace): string {
  const slashed = path.replaceAll("\\", "/");
  const normal = slashed.replace(KNOWN_FILE, "/$1");
  const isFile = normal !== slashed;
  // A log of Windows may be read elsewhere.
  const isFolded = project.caseInsensitive || /^[a-z]:\//i.test(normal);
  const fold = (text: string) => (isFolded ? text.toLowerCase() : text);
  const roots = project.roots.map(trimSlash).sort((a, b) => b.length - a.length);
  for (const root of roots) {
    const inside = below(fold(normal), fold(root));
    if (inside === null) continue;
    // An agent that is at work in `/` is at work in nobody's home.
    const isInOthersHome = !HOMES.test(`${root}/`) && HOMES.test(normal);
    if (!isInOthersHome) return groupInside(normal.slice(normal.length - inside.length), isFile);
  }
  return `external/${bucketOf(normal, project, fold)}`;
}

function groupInside(relative: string, isFile: boolean): string {
  const parts = relative.split("/").filter((part) => part !== "");
  const last = parts.at(-1);
  if (last === undefined) return ".";
  if (parts.length === 1) return last;
  const folders = relative.endsWith("/") || !(isFile || isFileName(last)) ? parts : parts.slice(0, -1);
  const [first = "", second = ""] = folders;
  const depth = CONTAINERS.has(first) || PAIRS.has(`${first}/${second}`) ? 3 : 2;
  return folders.slice(0, depth).join("/");
}

/**
 * The path of what is known to be a file: with `//` before its name where that does not say so (`bin/app`), so that no name of a file is taken for one
 * of a folder.
 */
export function knownFile(path: string): string {
  const name = path.lastIndexOf("/") + 1;
  const isTold = name === path.length || name < 2 || path[name - 2] === "/" || isFileName(path.slice(name));
  return isTold ? path : `${path.slice(0, name)}/${path.slice(name)}`;
}

/** Whether a name is most likely a file's: it has an extension or is well known. */
export function isFileName(name: string): boolean {
  if (name.startsWith(".") && !name.slice(1).includes(".")) return !DOT_FOLDERS.test(name);
  return BARE_FILES.test(name) || (EXTENSION.test(name) && !FOLDER_ENDINGS.test(name));
}

function bucketOf(path: string, project: ProjectPlace, fold: (text: string) => string): string {
  const isBelow = (folder: string) => below(fold(path), fold(trimSlash(folder))) !== null;
  if (TEMP.test(path) || project.tempDirs.some((folder) => folder !== "" && isBelow(folder))) return "tmp";
  if (CACHE.test(path)) return "cache";
  if (HOMES.test(path) || (project.home !== null && project.home !== "" && isBelow(project.home))) return "home";
  return SYSTEM.test(path) ? "system" : "other";
}

/** What follows the folder in the path; null if the path is elsewhere. */
function below(path: string, folder: string): string | null {
  if (path === folder) return "";
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
}

function trimSlash(path: string): string {
  return path.replaceAll("\\", "/").replace(/\/+$/, "");
}
