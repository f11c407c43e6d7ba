import { absolutePath, type FileStat, type Host } from "../host/host.ts";
import { PermissionError } from "../host/power.ts";
import { knownModel, MODELS } from "../model/models.ts";
import { pulledPath } from "../model/cache_folder.ts";
import { ownRoots, SOURCES } from "../source/sources.ts";
import { baseName } from "../source/path.ts";
import { RootError, type Source } from "../source/source.ts";
import type { Agent } from "../trace/session.ts";
import { OPEN, parseVocabulary, type Vocabulary, VocabularyError, WORK } from "../tagging/vocabulary.ts";
import { UsageError } from "./errors.ts";
import { isThere, namedText } from "./named_file.ts";

/** A folder of session files, and whose. */
export interface Root {
  readonly source: Source;
  readonly root: string;
}

/** The roots that are looked into: those that the user named, else each agent's own. Throws `UsageError`. */
export function rootsOf(host: Host, named: Readonly<Record<Agent, string | undefined>>): readonly Root[] {
  return SOURCES.flatMap((source) => {
    const dir = named[source.agent];
    if (dir === undefined) return defaultRoots(host, source).map((root) => ({ source, root }));
    const path = absolutePath(host, dir);
    const roots = source.rootsIn(withHidden(host), path);
    if (roots.length === 0) {
      throw new UsageError(
        `Cannot look for sessions in "${path}": there is no such folder`,
        `Correct --${source.agent}-root DIR`,
      );
    }
    return roots.map((root) => ({ source, root: host.realPath(root) ?? root }));
  });
}

function defaultRoots(host: Host, source: Source): readonly string[] {
  try {
    return ownRoots(withHidden(host), source);
  } catch (error) {
    if (error instanceof RootError) throw new UsageError(error.message, "Correct the variable, or unset it");
    throw error;
  }
}

/** A host where what cannot be looked at counts as a folder: it is told as one that was skipped when it is listed. */
function withHidden(host: Host): Host {
  return {
    ...host,
    stat(path): FileStat | null {
      try {
        return host.stat(path);
      } catch (error) {
        if (error instanceof PermissionError) throw error;
        return { isFile: false, isDir: true, sizeBytes: 0, mtimeMs: 0, ino: null };
      }
    },
  };
}

/** Files that the user named. Throws `UsageError` for one that is missing or no regular file. */
export function sessionFiles(host: Host, named: readonly string[]): readonly string[] {
  const paths = named.map((name) => absolutePath(host, name));
  for (const path of paths) {
    if (isThere(host, path, "the session file", FOLDER_HINT)) continue;
    throw new UsageError(`Cannot read the session file "${path}": there is no such file`);
  }
  return [...new Set(paths)];
}

const FOLDER_HINT = "Name a file, or a folder of sessions with --codex-root or --claude-root";

/** `work`, `open`, or the user's list. Throws `UsageError`. */
export function vocabularyOf(host: Host, name: string): Vocabulary {
  if (name === "work") return WORK;
  if (name === "open") return OPEN;
  const path = absolutePath(host, name);
  const text = namedText(host, path, "the word list");
  if (text === null) {
    throw new UsageError(
      `Cannot read the word list "${path}": there is no such file`,
      'Expected "work", "open" or a file',
    );
  }
  try {
    // Its folder goes into no report.
    return { ...parseVocabulary(text, name), name: baseName(path) };
  } catch (error) {
    if (error instanceof VocabularyError) throw new UsageError(error.message, error.hint);
    throw error;
  }
}

/** The key for a server that wants one: the first line of a file, else `AGENTPPROF_API_KEY`; null where there is none. */
export function apiKeyOf(host: Host, file: string | undefined): string | null {
  if (file === undefined) return host.env("AGENTPPROF_API_KEY")?.trim() || null;
  const path = absolutePath(host, file);
  const key = namedText(host, path, "an API key from")?.split(/\r?\n/)[0]?.trim() ?? "";
  if (key === "") throw new UsageError(`Cannot read an API key from "${path}": it is missing or empty`);
  return key;
}

/** The path of a model: a file, or a pulled model's name; null where none was named. Throws `UsageError`. */
export function modelFileOf(host: Host, named: string | undefined): string | null {
  if (named === undefined) return null;
  const path = modelPath(host, named);
  if (host.stat(path)?.isFile === true) return path;
  throw new UsageError(`Cannot read the model "${path}": there is no such file`, MODEL_HINT);
}

/** The path that was named, or that of the pulled model of this name. Throws `UsageError` for one that is not pulled. */
export function modelPath(host: Host, named: string): string {
  const path = absolutePath(host, named);
  if (host.stat(path)?.isFile === true) return path;
  const known = knownModel(named);
  if (known === null) return path;
  const pulled = pulledPath(host, known);
  if (pulled !== null) return pulled;
  throw new UsageError(`Cannot read the model "${named}": it is not pulled yet`, `agentpprof model pull ${named}`);
}

const MODEL_HINT = `Name another file, or a model that was fetched with agentpprof model pull: ${
  MODELS.map(({ name }) => name).join(", ")
}`;
