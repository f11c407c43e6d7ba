import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import { allOf, isNone, NO_POWER, NO_PROXY, PermissionError, type Power } from "../host/power.ts";
import type { Asking } from "./asking.ts";

const NEEDS = new WeakMap<Command, (host: Host, options: unknown) => Power>();

/**
 * Says what a command needs of the machine, told by its options before it begins; variables and files that the host is
 * asked for meanwhile are added. A command is granted nothing else, whatever was granted to the program.
 */
export function withNeeds(command: Command, needs: (host: Host, options: unknown) => Power): Command {
  NEEDS.set(command, needs);
  return command;
}

/** `run`; `model pull` of a command below another one. */
export function nameOf(command: Command): string {
  const above = command.parent;
  return above?.parent ? `${nameOf(above)} ${command.name()}` : command.name();
}

/** What a command needs with the options that it was given, as far as what is granted lets it be told. */
export function needsOf(command: Command, host: Host, { asked }: Asking): Power {
  const needs = NEEDS.get(command)?.(host, command.opts()) ?? NO_POWER;
  return allOf(needs, asked(), needs.net.length > 0 ? { env: [NO_PROXY] } : {});
}

/**
 * Before a command begins: throws `PermissionError` with all that is missing, and gives up what the command does not
 * need.
 */
export function requirePower(command: Command, host: Host, watched: Asking): void {
  const name = nameOf(command);
  // Who tells what others need looks at what they look at.
  if (name === "permissions") return;
  if (!NEEDS.has(command)) return watched.settle();
  let needs = NO_POWER;
  let trouble: unknown = null;
  try {
    needs = needsOf(command, host, watched);
  } catch (error) {
    // Where something may not be read, an option may seem wrong that is not.
    needs = watched.asked();
    trouble = error;
  }
  throwMissing(host, needs, `See the whole line with: agentpprof permissions ${name}`);
  if (trouble !== null) throw trouble;
  watched.settle();
  host.keepOnly(needs);
}

/** Throws `PermissionError` where something is not granted. */
export function throwMissing(host: Host, power: Power, hint = ""): void {
  const missing = host.missing(power);
  if (!isNone(missing)) throw new PermissionError(missing, hint);
}
