import type { Command } from "commander";
import { z } from "zod";
import { type Report, reportSchema } from "../profile/report.ts";
import { joinPath } from "../source/path.ts";
import { RunError, UsageError } from "./errors.ts";
import { absolutePath } from "./options.ts";
import type { Cli } from "./cli.ts";
import { drawReport, writeFiles } from "./report_files.ts";
import type { Host } from "../host/host.ts";

/** `agentpprof render`: every chart and the dashboard again, from the report alone. */
export function addRender(tree: Command, { host, output }: Cli): void {
  tree.command("render")
    .description("Draw every chart and the dashboard again from the report that is there; no sessions, no model")
    .requiredOption("--out <DIR>", "the folder that holds agentpprof.json")
    .action(async (options) => {
      const out = absolutePath(host, z.string().parse(options.out));
      const files = await drawReport(readReport(host, out));
      await writeFiles(host, out, files);
      for (const name of files.keys()) output.say(`wrote ${joinPath(out, name)}`);
      host.stdout(JSON.stringify({ status: "ok", out, dashboard: joinPath(out, "index.html") }, null, 2) + "\n");
    });
}

function readReport(host: Host, out: string): Report {
  const path = joinPath(out, "agentpprof.json");
  let json: unknown;
  try {
    const text = host.readText(path);
    if (text === null) {
      throw new UsageError(`Cannot find a report: expected "${path}"`, "Make one with: agentpprof run --out DIR");
    }
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new RunError(`Cannot read the report "${path}"`, "Make it again with: agentpprof run --out DIR", error);
  }
  const parsed = reportSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new RunError(
    `Cannot read the report "${path}": it is no report of schema_version 2 (${issue?.path.join(".") ?? ""}: ${
      issue?.message ?? ""
    })`,
    "Make it again with: agentpprof run --out DIR",
  );
}
