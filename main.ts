/**
 * agentpprof: a semantic profiler for AI coding agents. Arguments in, exit code out.
 *
 * @module
 */
import { main } from "./src/cli/main.ts";
import { denoHost, KEEP } from "./src/host/deno.ts";
import { keep } from "./src/host/keeper.ts";

if (import.meta.main) {
  const isKeeper = Deno.build.standalone && Deno.args[0] === KEEP;
  Deno.exit(await (isKeeper ? keep(Deno.args.slice(1)) : main(Deno.args, denoHost)));
}
