import type { Host } from "../host/host.ts";
import type { Agent } from "../trace/session.ts";
import { joinPath } from "./path.ts";
import type { Source } from "./source.ts";

/** A file that may hold a session. */
export interface Candidate {
  readonly source: Source;
  readonly path: string;
  readonly mtimeMs: number;
  readonly sizeBytes: number;
  readonly ino: number | null;
}

/** What a root holds, and how much of it was left out. */
export interface RootListing {
  readonly agent: Agent;
  readonly root: string;
  /** Session files seen in it. */
  readonly files: number;
  /** Of these, older ones that `--scan-files` left out. */
  readonly leftOut: number;
  /** Folders and links in it that were not entered. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly candidates: readonly Candidate[];
}

/**
 * The newest `limit` session files under a root (0: all), newest first, equal times by path. Symbolic links are not
 * followed: what they point to may be anywhere.
 */
export function listRoot(host: Host, source: Source, root: string, limit: number): RootListing {
  const skipped: { path: string; reason: string }[] = [];
  let kept: Candidate[] = [];
  let files = 0;
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries;
    try {
      entries = host.list(folder);
    } catch (error) {
      skipped.push({ path: folder, reason: reasonOf(error) });
      continue;
    }
    for (const entry of entries) {
      const path = joinPath(folder, entry.name);
      const relativePath = path.slice(root.length + 1);
      if (entry.isDir) folders.push(path);
      else if (entry.isSymlink) {
        const mayHoldSessions = source.isSessionFile(relativePath) ||
          (source.isSessionFile(`${relativePath}/any.jsonl`) && leadsToFolder(host, path));
        if (mayHoldSessions) skipped.push({ path, reason: "a symbolic link" });
      } else if (entry.isFile && source.isSessionFile(relativePath)) {
        const stat = host.stat(path);
        if (stat === null) continue;
        files++;
        kept.push({ source, path, mtimeMs: stat.mtimeMs, sizeBytes: stat.sizeBytes, ino: stat.ino });
        // Sorting now and then, at twice the limit, keeps the list short and the cost linear.
        if (limit > 0 && kept.length >= 2 * limit) kept = newest(kept, limit);
      }
    }
  }
  const candidates = newest(kept, limit);
  return { agent: source.agent, root, files, leftOut: files - candidates.length, skipped, candidates };
}

function leadsToFolder(host: Host, link: string): boolean {
  try {
    return host.stat(link)?.isDir === true;
  } catch {
    return false;
  }
}

/**
 * Of copies of one file, a plain one and its compressed twin, and a live and an archived one, the first alone that is
 * not empty; of those that are as good, as in two folders, the larger.
 */
export function withoutTwins(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const plain = candidate.path.replace(/\.zst$/, "");
    const name = candidate.source.agent === "codex" ? plain.slice(plain.lastIndexOf("/") + 1) : plain;
    const known = seen.get(name);
    if (known === undefined || isBetter(candidate, known)) seen.set(name, candidate);
  }
  const kept = new Set(seen.values());
  return candidates.filter((candidate) => kept.has(candidate));
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return (rank(a) - rank(b) || b.sizeBytes - a.sizeBytes || (a.path < b.path ? -1 : 1)) < 0;
}

function rank({ path, sizeBytes }: Candidate): number {
  return (path.includes("/archived_sessions/") ? 1 : 0) + (path.endsWith(".zst") ? 2 : 0) + (sizeBytes === 0 ? 4 : 0);
}

function newest(candidates: readonly Candidate[], limit: number): Candidate[] {
  const sorted = candidates.toSorted((a, b) => b.mtimeMs - a.mtimeMs || (a.path < b.path ? -1 : 1));
  return limit > 0 ? sorted.slice(0, limit) : sorted;
}

/** What a failure of the disk says, without the path that it names. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^(.*?)\s*(?:\(os error \d+\))?(?::.*)?$/s, "$1") || "cannot be read";
}
