import { denoCommand, type Ended, type ProgramOptions } from "./program.ts";

/** Whether `script` (util-linux) is there to give a program a terminal. */
export const HAS_PTY = hasProgram("script");
// deno-lint-ignore no-console -- the reason why a test was skipped must be seen
if (!HAS_PTY) console.log("skipped: there is no script(1) to make a terminal");

/** Runs the real program on a terminal of its own; what it says on both streams is in `stdout`. */
export async function onTerminal(args: readonly string[], options: ProgramOptions = {}): Promise<Ended> {
  const { words, cwd, env } = denoCommand(args, options);
  const line = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
  const { code, stdout, stderr } = await new Deno.Command("script", {
    args: ["-qec", line, "/dev/null"],
    cwd,
    env,
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout).replaceAll("\r\n", "\n"), stderr: decoder.decode(stderr) };
}

/** Whether a program is on the path. */
export function hasProgram(name: string): boolean {
  return (Deno.env.get("PATH") ?? "").split(":").some((folder) => {
    try {
      return Deno.statSync(`${folder}/${name}`).isFile;
    } catch {
      return false;
    }
  });
}
