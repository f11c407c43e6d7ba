import { type Command, Option } from "commander";
import * as z from "zod";
import { joinPath } from "../source/path.ts";
import type { Cli } from "./cli.ts";
import { withExamples } from "./help.ts";
import { withNeeds } from "./needs.ts";
import { required } from "./options.ts";
import { outPath } from "./report_folder.ts";
import { drawReport, readReport, writeFiles } from "./report_files.ts";
import type { Host } from "../host/host.ts";
import { allOf, type Power } from "../host/power.ts";

/** `agentpprof render`: every chart and the dashboard again, from the report alone. */
export function add(tree: Command, { host, output }: Cli): void {
  const command = tree.command("render")
    .description("Draw every chart and the dashboard again from the report that is there; no sessions, no model");
  withNeeds(
    withExamples(command, [["agentpprof render --out week", "draw the report in the folder week again"]]),
    renderNeeds,
  )
    .addOption(required(new Option("--out <DIR>", "the folder that holds agentpprof.json")))
    .action(async (options) => {
      const out = outPath(host, z.string().parse(options.out));
      const files = await drawReport(readReport(host, out));
      await writeFiles(host, out, files);
      for (const name of files.keys()) output.say(`wrote ${joinPath(out, name)}`);
      host.stdout(JSON.stringify({ status: "ok", out, dashboard: joinPath(out, "index.html") }, null, 2) + "\n");
    });
}

/** What `render` needs of the machine. */
export function renderNeeds(host: Host, given: unknown): Power {
  const out = outPath(host, z.object({ out: z.string() }).parse(given).out);
  return allOf({ read: [out], write: [out] });
}
