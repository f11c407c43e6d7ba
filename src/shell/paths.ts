/** What is longer is no path on any system. */
export const MAX_PATH_CHARS = 4096;

/**
 * Absolute, normalised form of a path as it stands in a log or a command: `.` and `..` resolved, `~` replaced, surrounding
 * quotes and `file://` taken off, `/` between the parts (`C:/…` and `//server/share` on Windows). A final `/` stays: it says that the path is
 * a folder. null where it cannot be made absolute, or where it is none (empty, or with a control character).
 */
export function resolvePath(path: string, cwd: string | null, home: string | null): string | null {
  const text = slashed(withoutHome(plain(path), home));
  // deno-lint-ignore no-control-regex
  if (text === null || text === "" || text.length > MAX_PATH_CHARS || /[\0-\x1f]/.test(text)) return null;
  const isWindows = isOnDrive(cwd) || isOnDrive(home);
  if (rootOf(text) !== "") return normalise(isWindows ? withDrive(text) : text);
  if (cwd === null || text.startsWith("~")) return null;
  const base = folderOf(cwd);
  return base === null ? null : normalise(`${isWindows ? withDrive(base) : base}/${text}`);
}

function isOnDrive(path: string | null): boolean {
  return path !== null && /^[A-Za-z]:/.test(path);
}

/** Git's bash on Windows writes `/c/work` for `C:/work`. */
function withDrive(path: string): string {
  return path.replace(/^\/([A-Za-z])(?=\/|$)/, "$1:");
}

const MAX_FOLDERS = 100;
const folders = new Map<string, string | null>();

/** A working directory with slashes; null where it is not absolute. The few that there are come again and again. */
function folderOf(cwd: string): string | null {
  const known = folders.get(cwd);
  if (known !== undefined) return known;
  const base = slashed(plain(cwd));
  const folder = base === null || rootOf(base) === "" ? null : base;
  if (folders.size >= MAX_FOLDERS) folders.clear();
  folders.set(cwd, folder);
  return folder;
}

/** Whether the path needs no working directory. */
export function isAbsolute(path: string): boolean {
  return rootOf(path.replaceAll("\\", "/")) !== "";
}

/** The last part of a path of either system. */
export function baseName(path: string): string {
  const trimmed = path.replace(/[/\\]+$/, "");
  return trimmed.slice(Math.max(trimmed.lastIndexOf("/"), trimmed.lastIndexOf("\\")) + 1);
}

function plain(path: string): string {
  const unquoted = /^"(.*)"$|^'(.*)'$/s.exec(path);
  const text = (unquoted?.[1] ?? unquoted?.[2] ?? path).trim();
  return /^file:\/\//i.test(text) ? fileUrlPath(text) : text;
}

function fileUrlPath(url: string): string {
  const path = url.replace(/^file:\/\/(localhost)?/i, "").replace(/^\/([A-Za-z]:)/, "$1");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** null: another user's home, or our own where it is not known. */
function withoutHome(path: string, home: string | null): string | null {
  if (!path.startsWith("~")) return path;
  if (path !== "~" && !/^~[/\\]/.test(path)) return /^~[A-Za-z_]/.test(path) ? null : path;
  return home === null ? null : home + path.slice(1);
}

/** Backslashes part Windows' paths only: elsewhere they escape, and what they escaped is a part of the name. */
function slashed(path: string | null): string | null {
  if (path === null) return null;
  return /^[A-Za-z]:|^\\\\|^\.{0,2}\\?[\w.@-]+(\\[\w.@*-]+)+\\?$/.test(path) ? path.replaceAll("\\", "/") : path;
}

/** `/`, `C:/`, `//server/share`, or nothing. */
function rootOf(path: string): string {
  return /^\/\/[^/]+\/[^/]+|^[A-Za-z]:(?=\/|$)|^\//.exec(path)?.[0] ?? "";
}

function normalise(path: string): string {
  const root = rootOf(path);
  const parts: string[] = [];
  for (const part of path.slice(root.length).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  const start = root === "/" ? "" : root.replace(/^[a-z]:/, (drive) => drive.toUpperCase());
  const isFolder = /\/\.{0,2}$/.test(path) && parts.length > 0;
  return `${start}/${parts.join("/")}${isFolder ? "/" : ""}`;
}
