import { absolutePath, type Host } from "../host/host.ts";
import { checkSnapshotSize, parseSnapshot, type Snapshot, SnapshotError } from "../snapshot/schema.ts";
import { UsageError } from "./errors.ts";
import { isThere, namedText } from "./named_file.ts";

/** The runtime trace that the user named. Throws `UsageError`. */
export function readSnapshot(host: Host, file: string): Snapshot {
  const path = absolutePath(host, file);
  if (!isThere(host, path, "the snapshot")) {
    throw new UsageError(`Cannot read the snapshot "${path}": there is no such file`);
  }
  try {
    checkSnapshotSize(host.stat(path)?.sizeBytes ?? 0);
    return parseSnapshot(namedText(host, path, "the snapshot") ?? "");
  } catch (error) {
    if (error instanceof SnapshotError) {
      throw new UsageError(`Cannot read the snapshot "${path}": ${error.message}`, error.hint);
    }
    throw error;
  }
}
