import { absolutePath, type Host } from "../host/host.ts";
import { checkSnapshotSize, parseSnapshot, type Snapshot, SnapshotError } from "../snapshot/schema.ts";
import { UsageError } from "./errors.ts";

/** The runtime trace that the user named. Throws `UsageError`. */
export function readSnapshot(host: Host, file: string): Snapshot {
  const path = absolutePath(host, file);
  const stat = host.stat(path);
  if (stat?.isFile !== true) throw new UsageError(`Cannot read the snapshot "${path}": there is no such file`);
  try {
    checkSnapshotSize(stat.sizeBytes);
    return parseSnapshot(host.readText(path) ?? "");
  } catch (error) {
    if (error instanceof SnapshotError) {
      throw new UsageError(`Cannot read the snapshot "${path}": ${error.message}`, error.hint);
    }
    throw error;
  }
}
