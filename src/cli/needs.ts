import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import { allOf, isNone, NO_POWER, NO_PROXY, PermissionError, type Power } from "../host/power.ts";
import type { Asking } from "./asking.ts";
import type { Cli } from "./cli.ts";

/** What a command needs, told by its options. */
type Needs = (host: Host, options: unknown) => Power;

const NEEDS = new WeakMap<Command, { readonly needs: Needs; readonly tellsItself: boolean }>();

/**
 * Says what a command needs of the machine before it begins; variables and files that the host is asked for meanwhile
 * are added, and are all that a command needs which says nothing. It is granted nothing else, whatever was granted to the
 * program. One that `tellsItself` begins also where something is missing.
 */
export function withNeeds(command: Command, needs: Needs, { tellsItself = false } = {}): Command {
  NEEDS.set(command, { needs, tellsItself });
  return command;
}

/** `run`; `model pull` of a command below another one. */
export function nameOf(command: Command): string {
  const above = command.parent;
  return above?.parent ? `${nameOf(above)} ${command.name()}` : command.name();
}

/** What a command needs with the options that it was given, as far as what is granted lets it be told. */
export function needsOf(command: Command, host: Host, { asked }: Asking): Power {
  const needs = NEEDS.get(command)?.needs(host, command.opts()) ?? NO_POWER;
  return allOf(needs, asked(), needs.net.length > 0 ? { env: [NO_PROXY] } : {});
}

/**
 * Before a command begins: throws `PermissionError` with all that is missing, and gives up what the command does not
 * need. Throws `NarrowerRun` where more than that can be done.
 */
export function requirePower(command: Command, { host, asking: watched, output }: Cli): void {
  const hint = `See the whole line with: agentpprof permissions ${nameOf(command)}`;
  let needs = NO_POWER;
  let trouble: unknown = null;
  try {
    needs = needsOf(command, host, watched);
  } catch (error) {
    // Where something may not be read, an option may seem wrong that is not.
    throwMissing(host, watched.asked(), hint);
    trouble = error;
  }
  if (NEEDS.get(command)?.tellsItself === true) {
    // It looks at what others look at, and does nothing else.
    if (trouble === null) host.keepOnly(allOf(needs, { read: [host.cwd()], env: ["HOME"] }));
    return;
  }
  if (trouble !== null) throw trouble;
  throwMissing(host, needs, hint);
  watched.settle();
  if (NEEDS.has(command) && !host.isNarrow() && !host.canNarrowThreads) {
    if (isNone(host.missing({ ...NO_POWER, run: [host.starter] }))) throw new NarrowerRun(needs);
    output.say(
      `This runs with the permission to read everything: to narrow it, agentpprof permissions ${nameOf(command)}`,
    );
  }
  host.keepOnly(needs);
}

/** Thrown where a command begins with more power than it needs and only a process of its own can do with less. */
export class NarrowerRun extends Error {
  override readonly name = "NarrowerRun";

  constructor(readonly power: Power) {
    super("Cannot go on in this process: it can read everything");
  }
}

/** Throws `PermissionError` where something is not granted. */
export function throwMissing(host: Host, power: Power, hint = ""): void {
  const missing = host.missing(power);
  if (!isNone(missing)) throw new PermissionError(missing, hint);
}
