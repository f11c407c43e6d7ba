import { denoCommand } from "./program.ts";
import { hasProgram } from "./pty.ts";

/** Whether a shell is there; where not, the reason why tests are skipped is printed. */
export function hasShell(name: string): boolean {
  const isThere = hasProgram(name);
  // deno-lint-ignore no-console -- the reason why a test was skipped must be seen
  if (!isThere) console.log(`skipped: there is no ${name} on the path`);
  return isThere;
}

/** Makes `agentpprof` a program of its own in a folder: what a user who installed it has. */
export function installProgram(folder: string): string {
  const path = `${folder}/agentpprof`;
  const words = denoCommand([]).words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
  Deno.writeTextFileSync(path, `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o755 });
  return path;
}

/** Runs a script in a shell with `agentpprof` on its path; answers what it wrote to stdout, throws where it failed. */
export async function inShell(shell: string, script: string, folder: string): Promise<string> {
  const { env } = denoCommand([]);
  const { success, stdout, stderr } = await new Deno.Command(shell, {
    args: shell === "zsh" ? ["-f", "-c", script] : shell === "fish" ? ["-N", "-c", script] : ["-c", script],
    cwd: folder,
    env: { ...env, HOME: folder, PATH: `${folder}:${Deno.env.get("PATH")}`, TERM: "dumb" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(`${shell} failed: ${decoder.decode(stderr)}${decoder.decode(stdout)}`);
  return decoder.decode(stdout);
}
