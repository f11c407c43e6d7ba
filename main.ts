/**
 * agentpprof: a semantic profiler for AI coding agents. Arguments in, exit code out.
 *
 * @module
 */
import { main } from "./src/cli/main.ts";
import { denoHost } from "./src/host/deno.ts";

if (import.meta.main) Deno.exit(await main(Deno.args, denoHost));
