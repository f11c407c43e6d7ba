/** The kinds of power that a program is given one by one. */
export const POWERS = ["read", "write", "net", "env", "run"] as const;
export type PowerKind = typeof POWERS[number];

/**
 * What a program, or a part of it, may do: folders (for all that is in them) and files to read and to write, `host:port`
 * to connect to, names of environment variables, programs to start. What is not named it may not.
 */
export type Power = Readonly<Record<PowerKind, readonly string[]>>;

export const NO_POWER: Power = { read: [], write: [], net: [], env: [], run: [] };

/** All of these together, each thing once, in order; a path below another one is left out. */
export function allOf(...powers: readonly Partial<Power>[]): Power {
  const together = (kind: PowerKind): readonly string[] => {
    const sorted = [...new Set(powers.flatMap((power) => power[kind] ?? []))].sort();
    if (kind !== "read" && kind !== "write") return sorted;
    return sorted.filter((path) => !sorted.some((above) => above !== path && isBelow(path, above)));
  };
  return {
    read: together("read"),
    write: together("write"),
    net: together("net"),
    env: together("env"),
    run: together("run"),
  };
}

export function isNone(power: Power): boolean {
  return POWERS.every((kind) => power[kind].length === 0);
}

/**
 * The flags of `deno run` that give just this. They cannot name a path with a comma in it: the folder above the comma
 * stands for it.
 */
export function flagsOf(power: Power): readonly string[] {
  return POWERS.filter((kind) => power[kind].length > 0)
    .map((kind) => `--allow-${kind}=${power[kind].map(withoutComma).join(",")}`);
}

function withoutComma(value: string): string {
  const comma = value.indexOf(",");
  return comma < 0 ? value : value.slice(0, Math.max(1, value.lastIndexOf("/", comma)));
}

/** The variable that keeps proxies out between the program and a server on the same machine. */
export const NO_PROXY = "NO_PROXY";

/** `host:port` of an address, as a permission names it. */
export function netOf(url: string): string {
  const { protocol, hostname, port } = new URL(url);
  return `${hostname}:${port !== "" ? port : protocol === "https:" ? "443" : "80"}`;
}

/** What listening on a port of this machine takes; 0: on any. */
export function loopback(port: number): string {
  return port === 0 ? "127.0.0.1" : `127.0.0.1:${port}`;
}

/** Something that the program needs and that the runtime does not grant it. The user is never asked for it in between. */
export class PermissionError extends Error {
  override readonly name = "PermissionError";
  readonly hint: string;

  constructor(readonly missing: Power, hint = "") {
    super(`Permission missing: ${POWERS.filter((kind) => missing[kind].length > 0).map(inWords(missing)).join("; ")}`);
    this.hint = `Add: ${flagsOf(missing).join(" ")}${hint === "" ? "" : `\n${hint}`}`;
  }
}

const VERBS: Readonly<Record<PowerKind, string>> = {
  read: "to read",
  write: "to write",
  net: "to connect to",
  env: "to read the environment's",
  run: "to start",
};

function inWords(missing: Power): (kind: PowerKind) => string {
  return (kind) => `${VERBS[kind]} ${missing[kind].map((value) => `"${value}"`).join(", ")}`;
}

function isBelow(path: string, above: string): boolean {
  return path.startsWith(above.endsWith("/") ? above : `${above}/`);
}
