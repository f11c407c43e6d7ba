import { posix } from "node:path";

/**
 * What every process opens before it does its work, and the stores that tools keep for themselves: of no call's
 * making. A row is a pattern and what it stands for. Judged is what follows the session's working directory where the
 * path is below it, so that a project may lie anywhere.
 */
const NOISE: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^\/(proc|sys|dev|run)(\/|$)/, "the kernel's own files, devices, sockets"],
  [/^(\/usr(\/local)?)?\/(lib|lib32|lib64|libexec|share|include)(\/|$)/, "libraries, locales, runtimes"],
  [/^(\/usr(\/local)?)?\/s?bin(\/|$)/, "programs being started"],
  [/^\/(etc|opt|snap|nix\/store|var\/(lib|run|cache|db))(\/|$)/, "configuration and data of the system"],
  [/^\/(System|Library|Applications|private\/(etc|var\/(db|run)))(\/|$)/, "the system, on macOS"],
  [/^[A-Za-z]:\/(Windows|Program Files( \(x86\))?|ProgramData)(\/|$)/i, "the system, on Windows"],
  [/\.(so|dylib|dll|node)(\.[\d.]+)?$/, "shared libraries, wherever they lie"],
  [/(^|\/)(node_modules|site-packages|dist-packages|__pycache__)(\/|$)/, "packages and compiled modules"],
  [/(^|\/)\.(git|hg|svn)(\/|$)/, "version control's store"],
  [/(^|\/)\.(cache|npm|nvm|pyenv|rustup|cargo|gradle|m2|bun|deno|local\/(share|lib|state))(\/|$)/, "tools' caches"],
  [/(^|\/)\.((bash|zsh)(rc|env|_profile|_login|_logout|_history)|z?(profile|login|logout))$/, "a shell's start"],
  [/(^|\/)\.(gitconfig|npmrc|inputrc|curlrc|wgetrc|netrc)$|(^|\/)\.config\/git(\/|$)/, "a tool's start"],
];

const MAX_PATH = 4096;
const MAX_HOST = 253;
const FAILED = /^(fail|error|denied|blocked|refused)/i;
/** Where names are looked up: no host that a call wanted. */
const DNS_PORT = /(^|[^:]):53$/;

/** Whether the kernel let it happen: what failed touched nothing. */
export function happened(status: string | null): boolean {
  return status === null || !FAILED.test(status);
}

/**
 * The file that an audit event names, as an absolute, normalised path; null where it is none (a pipe, a socket, a
 * relative path) or one that every process opens.
 */
export function fileOf(target: string | null, cwd: string | null): string | null {
  // deno-lint-ignore no-control-regex
  if (target === null || target.length > MAX_PATH || /[\0-\x1f]/.test(target)) return null;
  const slashed = /^[A-Za-z]:\\/.test(target) ? target.replaceAll("\\", "/") : target;
  if (!/^(\/|[A-Za-z]:\/)/.test(slashed)) return null;
  const path = posix.normalize(slashed.replace(/^\/+/, "/"));
  const judged = below(path, cwd) ?? path;
  return NOISE.some(([pattern]) => pattern.test(judged)) ? null : path;
}

/** The host of a network target such as `Example.com:443`, `https://me@example.com/x` or `[::1]:80`; null for none. */
export function hostOf(target: string | null): string | null {
  if (target === null || target.length > MAX_PATH || DNS_PORT.test(target)) return null;
  const authority = target.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").split(/[/?#\s]/, 1)[0] ?? "";
  const bare = authority.slice(authority.lastIndexOf("@") + 1).toLowerCase();
  const address = /^\[([0-9a-f:.]+)\](:\d*)?$/.exec(bare)?.[1] ?? (/^[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*$/.exec(bare)?.[0]);
  if (address !== undefined) return address;
  const host = bare.replace(/:\d*$/, "").replace(/\.$/, "");
  const isHost = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?$/u.test(host) && !host.includes("..");
  return isHost && host.length <= MAX_HOST ? host : null;
}

/** Whether the host is an address and no name. */
export function isAddress(host: string): boolean {
  return host.includes(":") || /^\d+(\.\d+){3}$/.test(host);
}

/** What follows the folder in the path; null where the path is elsewhere. */
function below(path: string, folder: string | null): string | null {
  if (folder === null || folder === "") return null;
  const start = folder.replaceAll("\\", "/").replace(/\/*$/, "/");
  return path.startsWith(start) && start !== "/" ? path.slice(start.length) : null;
}
