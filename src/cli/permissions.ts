import type { Command } from "commander";
import * as z from "zod";
import { flagsOf, NO_POWER } from "../host/power.ts";
import { VERSION } from "../version.ts";
import type { Cli } from "./cli.ts";
import { UsageError } from "./errors.ts";
import { missingOption } from "./options.ts";
import { applySettings } from "./settings.ts";
import { nameOf, needsOf, throwMissing, withNeeds } from "./needs.ts";

/** `agentpprof permissions`: the line that runs a command with all that it needs and nothing else. */
export function add(tree: Command, { host, asking, output }: Cli): void {
  const command = tree.command("permissions");
  withNeeds(command, () => NO_POWER, { tellsItself: true })
    .description("Print the deno run line that grants a command just what it needs on this machine")
    .argument("[command...]", "the command and its options (default: run)")
    .helpOption(false)
    .allowUnknownOption()
    .action(async (given) => {
      const words = z.array(z.string()).parse(given);
      if (["-h", "--help"].includes(words[0] ?? "")) return command.outputHelp();
      const [wanted, args] = commandOf(tree, words.length > 0 ? words : ["run"]);
      const name = nameOf(wanted);
      if (wanted.commands.length > 0) {
        throw new UsageError(
          `Cannot tell what "${words.join(" ")}" needs: there is no such command`,
          "See: agentpprof --help",
        );
      }
      const { unknown } = wanted.parseOptions([...args]);
      if (unknown[0] !== undefined) {
        throw new UsageError(`Cannot tell what "${name}" needs: unknown option "${unknown[0]}"`);
      }
      // What settings say, and which variables are looked at for them, is part of it.
      await applySettings(tree, wanted, host);
      const missing = missingOption(wanted);
      if (missing !== undefined) {
        throw new UsageError(`Cannot tell what "${name}" needs: "${missing.flags}" is missing`);
      }
      const needs = needsOf(wanted, host, asking);
      throwMissing(host, { ...needs, write: [], net: [], run: [] });
      const program = host.isCompiled ? `jsr:@agentpprof/cli@${VERSION}` : host.specifier;
      const line = ["deno", "run", "--no-prompt", ...flagsOf(needs), program, ...name.split(" "), ...args];
      host.stdout(line.map((word) => quoted(word, host.platform)).join(" ") + "\n");
      const wider = [...needs.read, ...needs.write].filter((path) => path.includes(","));
      for (const path of new Set(wider)) {
        output.warn(`Granted the folder above "${path}": a flag cannot name a path with a comma`);
      }
      if (host.isCompiled) {
        output.say("This program holds its permissions inside: wider ones, which it gives up as far as it can");
      }
    });
}

/** The command that the first words name, and what is left of them. */
function commandOf(tree: Command, words: readonly string[]): readonly [Command, readonly string[]] {
  const [name, ...rest] = words;
  const command = tree.commands.find((known) => known.name() === name);
  return command === undefined ? [tree, words] : commandOf(command, rest);
}

/** A word as the user's shell takes it. */
function quoted(word: string, platform: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return platform === "windows" ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}
