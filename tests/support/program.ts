import { fromFileUrl } from "../../scripts/paths.ts";

const ROOT = fromFileUrl(new URL("../../", import.meta.url));

/** A compiled program to be tested instead of the sources; null: none was named. */
export const COMPILED: string | null = Deno.env.get("AGENTPPROF_PROGRAM") ?? null;

/** The small real sessions, as options of `run`. */
export const EXAMPLES: readonly string[] = [
  "--all-projects",
  "--codex-root",
  `${ROOT}examples/codex`,
  "--claude-root",
  `${ROOT}examples/claude`,
];

/** What a process of the program said, and how it ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  /** Flags of `deno run`, instead of `-A`. */
  readonly flags?: readonly string[];
  /** From the sources, even where a compiled program is tested. */
  readonly isFromSource?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs the real program as a process, with an empty home. */
export async function program(args: readonly string[], options: ProgramOptions = {}): Promise<Ended> {
  const { code, stdout, stderr } = await command(args, options).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Starts the real program and leaves it running. */
export function startProgram(args: readonly string[], options: ProgramOptions = {}): Deno.ChildProcess {
  return command(args, options).spawn();
}

function command(args: readonly string[], options: ProgramOptions): Deno.Command {
  const { words: [program = "", ...rest], cwd, env } = denoCommand(args, options);
  return new Deno.Command(program, { args: rest, cwd, env, stdin: "null", stdout: "piped", stderr: "piped" });
}

/** The words that run the real program, where, and with which variables besides the tests' own. */
export function denoCommand(
  args: readonly string[],
  { env = {}, cwd = ROOT, flags, isFromSource = flags !== undefined }: ProgramOptions = {},
): { readonly words: readonly string[]; readonly cwd: string; readonly env: Record<string, string> } {
  const compiled = isFromSource ? null : COMPILED;
  const source = [Deno.execPath(), "run", ...flags ?? ["-A", "--no-prompt"], "--config", `${ROOT}deno.json`];
  return {
    words: [...compiled === null ? [...source, `${ROOT}main.ts`] : [compiled], ...args],
    cwd,
    env: { ...emptyHome(), ...env },
  };
}

/** The environment of somebody without sessions of their own. */
export function emptyHome(): Readonly<Record<string, string>> {
  return {
    HOME: "/nowhere",
    XDG_CONFIG_HOME: "",
    // Where nothing can be kept: no run sees what another one read.
    XDG_CACHE_HOME: `${ROOT}LICENSE`,
    CLAUDE_CONFIG_DIR: "",
    CODEX_HOME: "",
    // Those of the tests themselves, and settings of whoever runs them.
    ...Object.fromEntries(ownVariables().map((name) => [name, ""])),
    DENO_DIR: denoDir(),
    NO_COLOR: "1",
  };
}

function ownVariables(): readonly string[] {
  return Object.keys(Deno.env.toObject()).filter((name) => name.startsWith("AGENTPPROF_"));
}

/** The packages that are there already: the empty home must not hide them. */
function denoDir(): string {
  const named = Deno.env.get("DENO_DIR");
  if (named !== undefined) return named;
  const cache = Deno.env.get("XDG_CACHE_HOME") ?? `${Deno.env.get("HOME")}/.cache`;
  return Deno.build.os === "darwin" ? `${Deno.env.get("HOME")}/Library/Caches/deno` : `${cache}/deno`;
}

/** A folder of its own for a test, removed at its end. */
export function tempFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const path = Deno.makeTempDirSync({ prefix: "agentpprof-test-" });
  return { path, [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }) };
}

/** Every file below a folder with its text, by its path from there. */
export function filesIn(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (!isDirectory) files.set(name, Deno.readTextFileSync(`${folder}/${name}`));
    else for (const [below, text] of filesIn(`${folder}/${name}`)) files.set(`${name}/${below}`, text);
  }
  return files;
}
