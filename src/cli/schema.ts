import type { Command } from "commander";
import * as z from "zod";
import { reportSchema } from "../profile/report.ts";
import type { Cli } from "./cli.ts";
import { withExamples } from "./help.ts";
import { configSchema } from "./settings_schema.ts";

/** `agentpprof schema report|config`: the JSON Schema of what programs read, and of what users write. */
export function add(tree: Command, { host }: Cli): void {
  const command = withExamples(
    tree.command("schema").description("Print the JSON Schema of the report, or of a configuration file"),
    [["agentpprof schema config > config.schema.json", 'for an editor: its "$schema"']],
  );
  command
    .addArgument(
      command.createArgument("<WHAT>", "report: agentpprof.json; config: config.json").choices(["report", "config"]),
    )
    .action((what) => {
      const schema = what === "report" ? reportSchema : configSchema(tree);
      const title = what === "report" ? "A report of agentpprof" : "Settings of agentpprof";
      host.stdout(JSON.stringify({ title, ...z.toJSONSchema(schema) }, null, 2) + "\n");
    });
}
