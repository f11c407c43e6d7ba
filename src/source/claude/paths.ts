import type { Host } from "../../host/host.ts";
import { expandHome, joinPath } from "../path.ts";
import { RootError } from "../source.ts";

/**
 * Where Claude Code keeps its sessions: `projects/` of each configuration folder. `CLAUDE_CONFIG_DIR` is a
 * comma-separated list of configuration folders, or of `projects` folders themselves, and replaces the defaults.
 */
export function claudeRoots(host: Host): readonly string[] {
  const named = host.env("CLAUDE_CONFIG_DIR");
  const home = host.homeDir();
  if (named !== undefined && named.trim() !== "") {
    const roots = named.split(",").map((item) => item.trim()).filter((item) => item !== "")
      .flatMap((item) => claudeRootsIn(host, expandHome(item, home)));
    if (roots.length === 0) {
      throw new RootError(`Cannot read Claude Code's sessions: no "projects" folder in CLAUDE_CONFIG_DIR "${named}"`);
    }
    return roots;
  }
  if (home === null) return [];
  const config = host.env("XDG_CONFIG_HOME") ?? joinPath(home, ".config");
  return [joinPath(config, "claude"), joinPath(home, ".claude")]
    .map((dir) => joinPath(dir, "projects")).filter((dir) => host.stat(dir)?.isDir === true);
}

/** The `projects` folder of a configuration folder, or the folder itself where it holds no `projects`. */
export function claudeRootsIn(host: Host, dir: string): readonly string[] {
  const projects = joinPath(dir, "projects");
  if (host.stat(projects)?.isDir === true) return [projects];
  return host.stat(dir)?.isDir === true ? [dir] : [];
}

/** Whether a file below `projects` can hold records of a session. */
export function isClaudeSessionFile(relativePath: string): boolean {
  return relativePath.endsWith(".jsonl") && !/(^|\/)(memory|tool-results)\//.test(relativePath);
}

/** The file beside a subagent's that tells what it was started for. */
export function claudeMetaFile(file: string): string {
  return file.replace(/\.jsonl$/, ".meta.json");
}

/** `agent-<id>` of a subagent's file, or the name of any other file of a session's subagents; else null. */
export function subagentIdOf(file: string): string | null {
  return /(?:^|\/)(agent-[^/]+)\.jsonl$/.exec(file)?.[1] ??
    /\/subagents\/(?:.*\/)?([^/]+)\.jsonl$/.exec(file)?.[1] ?? null;
}

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const OWN_FILE = new RegExp(`(?:^|/)(${UUID})\\.jsonl$`);
const OWN_FOLDER = new RegExp(`(?:^|/)(${UUID})/[^/]+\\.jsonl$`);

/** The session whose file it is, where the file or its folder is named after one; else null. */
export function ownIdOfPath(file: string): string | null {
  return OWN_FILE.exec(file)?.[1] ?? OWN_FOLDER.exec(file)?.[1] ?? null;
}

/** The session that a path tells: its folder above `subagents/`, else the file's stem. */
export function sessionIdOfPath(file: string): string {
  const owner = /([^/]+)\/subagents\//.exec(file)?.[1];
  if (owner !== undefined) return owner;
  return (file.split("/").at(-1) ?? file).replace(/\.jsonl$/, "");
}
