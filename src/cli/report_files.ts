import type { Host } from "../host/host.ts";
import { parseReport, type Report } from "../profile/report.ts";
import { joinPath } from "../source/path.ts";
import { projectViews } from "../view/views.ts";
import { RunError, UsageError } from "./errors.ts";

/** Everything that is drawn from a report. What draws is loaded here: most commands do without it. */
export async function drawReport(report: Report): Promise<ReadonlyMap<string, string>> {
  const { renderArtifacts } = await import("../render/artifacts.ts");
  return renderArtifacts(report, projectViews(report.sessions));
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

/** The report in a folder. Throws `UsageError` where there is none, `RunError` where it cannot be read. */
export function readReport(host: Host, out: string): Report {
  const path = joinPath(out, "agentpprof.json");
  try {
    const text = host.readText(path);
    if (text !== null) return parseReport(text);
  } catch (error) {
    throw new RunError(`Cannot read the report "${path}"`, "Make it again with: agentpprof run --out DIR", error);
  }
  throw new UsageError(`Cannot find a report: expected "${path}"`, "Make one with: agentpprof run --out DIR");
}
