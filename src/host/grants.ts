/** What the runtime granted, asked without the user being asked. */
import { allOf, NO_POWER, PermissionError, type Power, type PowerKind, POWERS } from "./power.ts";

/** Of which kinds all is granted, and folders below which all may be read: to ask again takes longer than to look. */
const whole = new Map<PowerKind, boolean>();
const readable: string[] = [];

/** Of a power, what is not granted. */
export function missingOf(power: Power): Power {
  const missing = (kind: PowerKind): readonly string[] => power[kind].filter((value) => !isGranted(kind, value));
  return {
    read: missing("read"),
    write: missing("write"),
    net: missing("net"),
    env: missing("env"),
    run: missing("run"),
  };
}

/** Whether all of a kind is granted. */
export function isWhole(kind: PowerKind): boolean {
  let isSo = whole.get(kind);
  if (isSo === undefined) whole.set(kind, isSo = isWhollyGranted({ name: kind }));
  return isSo;
}

/** Throws `PermissionError` where something is not granted: the runtime would ask the user on a terminal. */
export function demand(kind: PowerKind, value: string): void {
  if (!isGranted(kind, value)) throw new PermissionError({ ...NO_POWER, [kind]: [value] });
}

/** Gives up each kind of which `power` names nothing, and all that this program never needs. */
export function keepOnly(power: Power): void {
  for (const name of [...POWERS.filter((kind) => power[kind].length === 0), "ffi", "sys"] as const) {
    Deno.permissions.revokeSync({ name });
  }
  whole.clear();
  readable.length = 0;
}

/** What a thread may do that is started with a power of its own. */
export function threadOptions(power: Power): Deno.PermissionOptionsObject {
  const list = (kind: PowerKind): string[] | false => (power[kind].length > 0 ? [...power[kind]] : false);
  const { read } = allOf(power);
  return {
    read: read.length > 0 ? [...read] : false,
    write: list("write"),
    net: list("net"),
    env: list("env"),
    run: list("run"),
    ffi: false,
    sys: false,
    import: false,
  };
}

function isGranted(kind: PowerKind, value: string): boolean {
  if (isWhole(kind)) return true;
  if (kind === "read" && readable.some((folder) => value === folder || value.startsWith(`${folder}/`))) return true;
  const isSo = Deno.permissions.querySync(descriptor(kind, value)).state === "granted";
  if (isSo && kind === "read") readable.push(...wholeFolder(value));
  return isSo;
}

/** The highest folder above a path, or the path itself, below which nothing is denied; none where there is none. */
function wholeFolder(path: string): readonly string[] {
  let found: readonly string[] = [];
  for (let folder = path; folder.includes("/"); folder = folder.slice(0, folder.lastIndexOf("/"))) {
    if (!isWhollyGranted({ name: "read", path: folder })) break;
    found = [folder];
  }
  return found;
}

function descriptor(kind: PowerKind, value: string): Deno.PermissionDescriptor {
  switch (kind) {
    case "read":
    case "write":
      return { name: kind, path: value };
    case "net":
      return { name: kind, host: value };
    case "env":
      return { name: kind, variable: value };
    case "run":
      return { name: kind, command: value };
  }
}

/** Granted, and nothing of it denied. */
function isWhollyGranted(asked: Deno.PermissionDescriptor): boolean {
  const { state, partial } = Deno.permissions.querySync(asked);
  return state === "granted" && !partial;
}
