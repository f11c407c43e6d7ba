import type { Host } from "../host/host.ts";
import type { Report } from "../profile/report.ts";
import { joinPath } from "../source/path.ts";
import { projectViews } from "../view/views.ts";
import { RunError } from "./errors.ts";

/** Everything that is drawn from a report. What draws is loaded here: most commands do without it. */
export async function drawReport(report: Report): Promise<ReadonlyMap<string, string>> {
  const { renderArtifacts } = await import("../render/artifacts.ts");
  return renderArtifacts(report, projectViews(report.sessions));
}

/**
 * Makes sure that files can be written into a folder before the model is asked for anything. Throws `RunError`.
 */
export async function checkFolder(host: Host, out: string): Promise<void> {
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

/**
 * Writes all files or none: each is written beside, in a folder of its own, and when all are there they are renamed
 * into place. Throws `RunError`; the files that were there before are then as they were.
 */
export async function writeFiles(host: Host, out: string, files: ReadonlyMap<string, string>): Promise<void> {
  const beside = joinPath(out, `.agentpprof-${host.uniqueName()}`);
  try {
    for (const name of files.keys()) {
      if (host.stat(joinPath(out, name))?.isDir === true) {
        throw new RunError(`Cannot write "${joinPath(out, name)}": a folder is in the way`);
      }
    }
    await host.makeDir(beside);
    for (const [name, text] of files) await host.writeFileAtomic(joinPath(beside, name), text);
    for (const name of files.keys()) await host.rename(joinPath(beside, name), joinPath(out, name));
  } catch (error) {
    if (error instanceof RunError) throw error;
    throw new RunError(`Cannot write the report into "${out}"`, "The report that was there before is as it was", error);
  } finally {
    await host.remove(beside).catch(() => {});
  }
}
