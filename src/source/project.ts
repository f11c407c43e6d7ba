import type { Host } from "../host/host.ts";
import { isNone, NO_POWER } from "../host/power.ts";
import type { ProjectPlace } from "../trace/path_group.ts";
import type { Session } from "../trace/session.ts";
import { baseName, dirName, joinPath } from "./path.ts";

/** Where temporary files live, on any platform. */
const TEMP_DIRS = ["/tmp", "/var/tmp", "/private/tmp", "/private/var/tmp", "/var/folders", "/private/var/folders"];

/**
 * The place of a project: its root as named and with links resolved, and the roots of the other worktrees of its
 * repository, which Git lists below the repository's own folder. A project of which no folder is known has no root.
 */
export function projectPlace(host: Host, root: string | null): ProjectPlace {
  const temp = [host.env("TMPDIR"), host.env("TEMP"), host.env("TMP")].filter((dir) => dir !== undefined && dir !== "");
  return {
    roots: root === null ? [] : rootsOf(host, root),
    home: host.homeDir(),
    tempDirs: [...TEMP_DIRS, ...temp.map((dir) => (dir ?? "").replace(/\/$/, ""))],
    caseInsensitive: host.platform !== "linux",
  };
}

function rootsOf(host: Host, root: string): readonly string[] {
  const roots = new Set([root]);
  const real = host.realPath(root);
  if (real !== null) roots.add(real);
  if (mayRead(host, root)) {
    for (const worktree of worktrees(host, real ?? root)) roots.add(worktree);
  }
  return [...roots];
}

/** Whether a folder is one of the project's roots or below one. Links are resolved where the folder still exists. */
export function isInProject(host: Host, place: ProjectPlace, folder: string): boolean {
  return isBelow(place, folder) || isBelow(place, host.realPath(folder) ?? folder);
}

function isBelow(place: ProjectPlace, folder: string): boolean {
  const path = folded(place, folder);
  return place.roots.some((named) => {
    const root = folded(place, named);
    return path === root || path.startsWith(`${root}/`);
  });
}

/** Equal for equal paths. */
function folded({ caseInsensitive }: ProjectPlace, path: string): string {
  return (caseInsensitive ? path.toLowerCase() : path).replaceAll("\\", "/").replace(/\/$/, "");
}

/**
 * The place as a session knew it: where its folder is in the project only with links resolved, as when the project was
 * moved and a link was left behind, the folder above it that leads to a root is a root too.
 */
export function placeSeenFrom(host: Host, place: ProjectPlace, cwd: string | null): ProjectPlace {
  if (cwd === null || place.roots.length === 0 || isBelow(place, cwd)) return place;
  const roots = new Set(place.roots.map((root) => folded(place, root)));
  let folder = cwd.replaceAll("\\", "/");
  for (;;) {
    const real = host.realPath(folder);
    if (real !== null && roots.has(folded(place, real))) return { ...place, roots: [...place.roots, folder] };
    const above = dirName(folder);
    if (above === folder) return place;
    folder = above;
  }
}

/** A project that sessions belong to. */
export interface Project {
  /** The value of the frame `project:`. */
  readonly name: string;
  readonly place: ProjectPlace;
  /** A folder that may not be read, so that no repository was looked for; null: there is none such. */
  readonly unread: string | null;
}

/** The name of a project that has none. */
const UNKNOWN = "unknown";

/** The project of each session where sessions of any are taken: parallel to the list. */
export function projectsOf(host: Host, sessions: readonly Session[]): readonly Project[] {
  const known = new Map<string, Project>();
  return sessions.map(({ cwd }) => {
    const folder = cwd?.replaceAll("\\", "/") ?? "";
    let project = known.get(folder);
    if (project === undefined) {
      project = folder === ""
        ? { name: UNKNOWN, place: projectPlace(host, null), unread: null }
        : projectOf(host, folder);
      known.set(folder, project);
    }
    return project;
  });
}

function projectOf(host: Host, folder: string): Project {
  const { name, root } = projectNameOf(host, folder);
  return {
    name: name === "" ? UNKNOWN : name,
    place: placeSeenFrom(host, projectPlace(host, root), folder),
    unread: mayRead(host, root) ? null : root,
  };
}

/** The name of the repository that a folder is in, else of the folder. */
function projectNameOf(host: Host, folder: string): { readonly name: string; readonly root: string } {
  for (let dir = folder; dir !== "/" && dir !== "."; dir = dirName(dir)) {
    if (mayRead(host, dir) && host.stat(joinPath(dir, ".git")) !== null) {
      const main = repositoryOf(host, dir);
      return { name: baseName(main), root: main };
    }
    if (dirName(dir) === dir) break;
  }
  return { name: baseName(folder), root: folder };
}

function mayRead(host: Host, path: string): boolean {
  return isNone(host.missing({ ...NO_POWER, read: [path] }));
}

/** Roots of all worktrees of the repository of which `root` is one. */
function worktrees(host: Host, root: string): readonly string[] {
  const main = repositoryOf(host, root);
  const linked = entries(host, joinPath(main, ".git/worktrees"))
    .map((name) => host.readText(joinPath(main, `.git/worktrees/${name}/gitdir`))?.trim() ?? "")
    .filter((gitFile) => gitFile.endsWith("/.git")).map(dirName);
  return main === root ? linked : [main, ...linked];
}

/** The main worktree: in a linked one `.git` is a file that names `<main>/.git/worktrees/<name>`. */
function repositoryOf(host: Host, root: string): string {
  const dotGit = joinPath(root, ".git");
  if (host.stat(dotGit)?.isFile !== true) return root;
  return /^gitdir: (.*)\/\.git\/worktrees\/[^/]+\s*$/.exec(host.readText(dotGit) ?? "")?.[1] ?? root;
}

function entries(host: Host, folder: string): readonly string[] {
  return host.list(folder).filter((entry) => entry.isDir).map((entry) => entry.name);
}
