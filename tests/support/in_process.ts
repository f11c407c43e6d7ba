import { main } from "../../src/cli/main.ts";
import { type MemoryHost, memoryHost } from "./memory_host.ts";
import type { Ended } from "./program.ts";

/** Runs the program in this process, on a machine that is in memory. */
export async function inProcess(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
  change: Partial<MemoryHost> = {},
): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  const code = await main(args, {
    ...memoryHost(files, env),
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    ...change,
  });
  return { code, stdout, stderr };
}
