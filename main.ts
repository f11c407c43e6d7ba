/**
 * agentpprof: a semantic profiler for AI coding agents. Arguments in, exit code out.
 *
 * @module
 */
import { denoHost, KEEP } from "./src/host/deno.ts";
import { keep } from "./src/host/keeper.ts";
import { VERSION } from "./src/version.ts";

if (import.meta.main) Deno.exit(await begin(Deno.args).catch(failed));

async function begin(args: readonly string[]): Promise<number> {
  if (Deno.build.standalone && args[0] === KEEP) return await keep(args.slice(1));
  // Programs ask for it often and wait: the rest is not loaded for it.
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
    denoHost.stdout(`${VERSION}\n`);
    return 0;
  }
  const { main } = await import("./src/cli/main.ts");
  return await main(args, denoHost);
}

/** What could not even be written, such as a version onto a full disk. */
function failed(error: unknown): number {
  denoHost.stderr(`agentpprof: ${error instanceof Error ? error.message : error}\n`);
  return 1;
}
