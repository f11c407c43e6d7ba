import type { Command } from "commander";
import * as z from "zod";
import { allOf } from "../host/power.ts";
import type { Cli } from "./cli.ts";
import { commandsOf } from "./command_table.ts";
import { UsageError } from "./errors.ts";
import { withExamples } from "./help.ts";
import { withNeeds } from "./needs.ts";
import { applySettings, configFiles, settingsOf, variableOf } from "./settings.ts";
import { settableOptions } from "./settings_schema.ts";
import { tableText } from "./table.ts";

/** `agentpprof config`: each setting, its value, and where that comes from. */
export function add(tree: Command, { host, output }: Cli): void {
  const command = withExamples(
    tree.command("config").description("Show each setting of a command, and where its value comes from"),
    [["agentpprof config", "the settings of run"], ["agentpprof config top", "those of another command"]],
  );
  const variables = (): readonly string[] =>
    commandsOf(tree).flatMap((known) => settableOptions(known.command)).map(variableOf);
  withNeeds(command, () => allOf({ env: variables() }))
    .argument("[COMMAND...]", "the command (default: run)")
    .option("--json", "for programs")
    .action(async (words, given) => {
      const name = z.array(z.string()).parse(words).join(" ") || "run";
      const named = commandsOf(tree).find((known) => known.name === name && name !== "")?.command;
      if (named === undefined) {
        throw new UsageError(
          `Cannot show the settings of "${name}": there is no such command`,
          "See: agentpprof --help",
        );
      }
      await applySettings(tree, named, host);
      const settings = settingsOf(tree, named);
      const files = (await configFiles(tree, host)).map(({ path, isThere }) => ({ path, is_there: isThere }));
      if (z.object({ json: z.boolean().default(false) }).parse(given).json) {
        host.stdout(JSON.stringify({ command: name, files, settings }, null, 2) + "\n");
        return;
      }
      const rows = settings.map((setting) => [setting.name, valueText(setting.value), setting.from]);
      host.stdout(tableText(["setting", "value", "from"], rows));
      for (const { path, is_there } of files) output.say(`${is_there ? "read" : "not there:"} ${path}`);
    });
}

function valueText(value: unknown): string {
  if (value === null) return "";
  return Array.isArray(value) ? value.join(" ") : String(value);
}
