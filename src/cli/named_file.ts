import type { Host } from "../host/host.ts";
import { PermissionError } from "../host/power.ts";
import { reasonOf } from "../source/discover.ts";
import { lowerFirst, UsageError } from "./errors.ts";

/**
 * Whether a file that the user named is there; `what` tells what it is to be. Throws `UsageError` for what is no regular
 * file: a pipe may never end, nothing interrupts the reading of one, and files are read more than once.
 */
export function isThere(host: Host, path: string, what: string, hintForFolder: string | null = null): boolean {
  const stat = tried(path, what, () => host.stat(path));
  if (stat === null || stat.isFile) return stat !== null;
  if (stat.isDir) throw new UsageError(`Cannot read ${what} "${path}": it is a folder`, hintForFolder);
  throw new UsageError(
    `Cannot read ${what} "${path}": it is a pipe or a device`,
    "Write what it gives into a file, and name that",
  );
}

/** Its text; null where there is no such file. Throws `UsageError` where it cannot be read. */
export function namedText(host: Host, path: string, what: string): string | null {
  return isThere(host, path, what) ? tried(path, what, () => host.readText(path)) : null;
}

function tried<T>(path: string, what: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof PermissionError) throw error;
    throw new UsageError(`Cannot read ${what} "${path}": ${lowerFirst(reasonOf(error))}`);
  }
}
