/** What the tree of commands says of itself: settings, completions, the man page and documents are all made of it. */
import type { Command, Option } from "commander";

/** A command with its whole name, `model pull`; the program itself has the empty one. */
export interface NamedCommand {
  readonly name: string;
  readonly command: Command;
}

/** The program and all commands that are to be seen, those that only hold others left out, in the order of the tree. */
export function commandsOf(tree: Command): readonly NamedCommand[] {
  const below = (command: Command, name: string): readonly NamedCommand[] => {
    const inner = seen(command).flatMap((sub) => below(sub, name === "" ? sub.name() : `${name} ${sub.name()}`));
    return command.commands.length > 0 && name !== "" ? inner : [{ name, command }, ...inner];
  };
  return below(tree, "");
}

/** The commands below one that help shows, without `help` itself. */
export function seen(command: Command): readonly Command[] {
  return command.createHelp().visibleCommands(command).filter((sub) => sub.name() !== "help");
}

/** The options of a command that help shows, without `--help` and `--version`. */
export function optionsOf(command: Command): readonly Option[] {
  return command.options.filter((option) => !option.hidden && option.attributeName() !== "version");
}

/** A name as settings have it: `scan-files`; `--no-progress` is `progress`. */
export function settingName(option: Option): string {
  return option.name().replace(/^no-/, "");
}

/** What stands for the value of an option in help: `DIR`, `N`; empty where it takes none. */
export function placeholder(option: Option): string {
  return /[<[]([^>\]]+)[>\]]/.exec(option.flags)?.[1] ?? "";
}
