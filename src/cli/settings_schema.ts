import type { Command, Option } from "commander";
import * as z from "zod";
import { commandsOf, optionsOf, placeholder, settingName } from "./command_table.ts";
import { isRepeatable, trueOrFalse } from "./options.ts";

/** Options that are no setting: they say where settings come from, or what one call is to do. */
const NO_SETTINGS: readonly string[] = ["config", "dry-run", "json"];

/** The options of a command, and of the program, that can be set elsewhere than on the command line. */
export function settableOptions(command: Command): readonly Option[] {
  return optionsOf(command).filter((option) => !NO_SETTINGS.includes(settingName(option)));
}

/**
 * Settings that stand at the top of a configuration file and hold for each command that has such an option: those which
 * mean the same everywhere. `--out DIR` and `--out FILE` do not; they belong into the section of their command.
 */
export function commonSettings(tree: Command): ReadonlyMap<string, Option> {
  const options = Map.groupBy(commandsOf(tree).flatMap(({ command }) => settableOptions(command)), settingName);
  return new Map(
    [...options].flatMap(([name, same]) => {
      const [first] = same;
      return first !== undefined && same.every(({ flags }) => flags === first.flags) ? [[name, first]] : [];
    }),
  );
}

/** What a configuration file may hold, by the commands that there are; its JSON Schema is made of this. */
export function configSchema(tree: Command): z.ZodType<Readonly<Record<string, unknown>>> {
  const sections = commandsOf(tree).filter(({ name, command }) => name !== "" && settableOptions(command).length > 0)
    .map(({ name, command }) => {
      const options = settableOptions(command).map((option) => [settingName(option), valueSchema(option)] as const);
      return [name, z.strictObject(Object.fromEntries(options)).describe(`For "${name}" alone`).optional()] as const;
    });
  const common = [...commonSettings(tree)].map(([name, option]) => [name, valueSchema(option)] as const);
  return z.strictObject({
    $schema: z.string().describe("Where this schema is, for editors").optional(),
    ...Object.fromEntries(common),
    ...Object.fromEntries(sections),
  });
}

/** What a file may say for an option. The option itself checks it further, as it does on the command line. */
function valueSchema(option: Option): z.ZodType {
  const what = option.negate ? `false: ${option.description}` : option.description;
  return shapeOf(option).describe(what).optional();
}

function shapeOf(option: Option): z.ZodType {
  if (placeholder(option) === "" || option.parseArg === trueOrFalse) return z.boolean();
  if (option.argChoices !== undefined) return z.enum(option.argChoices);
  if (isRepeatable(option.parseArg)) return z.union([z.string(), z.array(z.string())]);
  return typeof option.defaultValue === "number" || ["N", "SECONDS"].includes(placeholder(option))
    ? z.number()
    : z.string();
}
