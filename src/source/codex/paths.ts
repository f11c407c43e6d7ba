import type { Host } from "../../host/host.ts";
import { expandHome, joinPath } from "../path.ts";
import { RootError } from "../source.ts";

/** Session folders of a Codex home; live ones first, so that of two copies the archived one is the copy. */
const FOLDERS = ["sessions", "archived_sessions"];

/** `CODEX_HOME`, which may be a comma-separated list, else `~/.codex`. */
export function codexRoots(host: Host): readonly string[] {
  const named = host.env("CODEX_HOME");
  const home = host.homeDir();
  if (named !== undefined && named.trim() !== "") {
    const roots = named.split(",").map((item) => item.trim()).filter((item) => item !== "")
      .flatMap((item) => codexRootsIn(host, expandHome(item, home)));
    if (roots.length === 0) throw new RootError(`Cannot read Codex's sessions: nothing at CODEX_HOME "${named}"`);
    return roots;
  }
  return home === null ? [] : codexHome(host, joinPath(home, ".codex"));
}

/** The session folders of a Codex home, or the folder itself where it has none. */
export function codexRootsIn(host: Host, dir: string): readonly string[] {
  const roots = codexHome(host, dir);
  if (roots.length > 0) return roots;
  return host.stat(dir)?.isDir === true ? [dir] : [];
}

function codexHome(host: Host, dir: string): readonly string[] {
  return FOLDERS.map((name) => joinPath(dir, name)).filter((path) => host.stat(path)?.isDir === true);
}

/** Whether a file below a session folder can hold a thread. */
export function isCodexSessionFile(relativePath: string): boolean {
  return /\.jsonl(\.zst)?$/.test(relativePath) && !/(^|\/)(history|session_index)\.jsonl/.test(relativePath);
}

/** The thread's id in a file's name, `rollout-<time>-<uuid>[_<page>].jsonl`; null where it has none. */
export function threadIdOfPath(file: string): string | null {
  const uuid = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:_[^/]*)?\.jsonl(?:\.zst)?$/;
  return uuid.exec(file)?.[1] ?? null;
}
