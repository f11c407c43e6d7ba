import { absolutePath, type Host } from "../host/host.ts";
import { joinPath } from "../source/path.ts";
import { RunError, UsageError } from "./errors.ts";

/** The folder of a report, absolute: the one that was named, or the project's own. Throws `UsageError`. */
export function reportFolder(
  host: Host,
  { out, projectRoot }: { readonly out?: string | undefined; readonly projectRoot: string },
): string {
  if (out !== undefined) return outPath(host, out);
  return joinPath(absolutePath(host, projectRoot), ".agentsight/agentpprof/latest");
}

/** Where `--out` leads, absolute. Throws `UsageError` for an empty text, which would be the folder that we are in. */
export function outPath(host: Host, out: string): string {
  if (out.trim() === "") throw new UsageError('Cannot tell where to write: "--out" is empty');
  return absolutePath(host, out);
}

/**
 * Makes sure that files can be written into a folder before the model is asked for anything. Throws `RunError`, and
 * `UsageError` for a file.
 */
export async function checkFolder(host: Host, out: string): Promise<void> {
  if (host.stat(out)?.isFile === true) {
    throw new UsageError(`Cannot write a report into "${out}": it is a file`, "Name a folder with --out DIR");
  }
  const probe = joinPath(out, ".agentpprof-probe");
  try {
    await host.makeDir(out);
    await host.writeFileAtomic(probe, "");
    await host.remove(probe);
  } catch (error) {
    throw new RunError(
      `Cannot write into the output folder "${out}"`,
      "Name another folder with --out DIR",
      error,
    );
  }
}
