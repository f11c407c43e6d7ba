import type { Host } from "../host/host.ts";
import { allOf, NO_POWER, PermissionError, type Power } from "../host/power.ts";

/** A host that notes what it is asked for, until the command knows what it needs. */
export interface Asking {
  readonly host: Host;
  /** What was asked for so far. */
  readonly asked: () => Power;
  /** From now on nothing is noted, and what is not granted throws. */
  settle(): void;
}

/**
 * Notes the variables and paths that are asked for before a command begins: settings and options lead to them, and no
 * list of them is kept elsewhere. What is not granted is answered as if it were not there, so that one look tells all
 * that is missing, and the user is asked for nothing.
 */
export function asking(host: Host): Asking {
  let asked = NO_POWER;
  let isSettled = false;
  const noted = <T>(power: Partial<Power>, ask: () => T, absent: T): T => {
    if (isSettled) return ask();
    asked = allOf(asked, power);
    try {
      return ask();
    } catch (error) {
      if (error instanceof PermissionError) return absent;
      throw error;
    }
  };
  return {
    host: {
      ...host,
      env: (name) => noted({ env: [name] }, () => host.env(name), undefined),
      readText: (path) => noted({ read: [path] }, () => host.readText(path), null),
      list: (path) => noted({ read: [path] }, () => host.list(path), []),
      stat: (path) => noted({ read: [path] }, () => host.stat(path), null),
      realPath: (path) => noted({ read: [path] }, () => host.realPath(path), null),
    },
    asked: () => asked,
    settle: () => void (isSettled = true),
  };
}
