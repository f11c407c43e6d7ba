import { findProgram } from "../model/programs.ts";
import { baseName } from "../source/path.ts";
import type { OwnServer } from "../tagging/own_server.ts";
import { cacheFolder, type Host } from "../host/host.ts";
import { allOf, type Power } from "../host/power.ts";
import type { Cli } from "./cli.ts";

/** What it takes to start a server for one run: any port of this machine, and a folder for the engine. */
export function ownServerNeeds(host: Host, llamaServer: string | undefined): Power {
  // Where it would be looked for is noted.
  if (llamaServer === undefined) findProgram(host, "llama-server");
  const cache = cacheFolder(host);
  const folders = cache === null ? [] : [cache];
  return allOf({ run: [host.starter], net: ["127.0.0.1"], env: ["PATH"], read: folders, write: folders });
}

/** Starts the server of `--model-file`. Who gets it has to stop it. */
export async function servedModel(
  { host, output, signal }: Pick<Cli, "host" | "output" | "signal">,
  model: string,
  options: { readonly llamaServer?: string | undefined; readonly jobs?: number | undefined },
): Promise<OwnServer> {
  // Most runs, and every dry one, have a server or need none.
  const { serveModel } = await import("../model/model_server.ts");
  const llamaServer = options.llamaServer ?? null;
  const slots = options.jobs ?? 1;
  const server = await serveModel(host, { model, llamaServer, slots, signal, say: (line) => output.say(line) });
  output.say(`started a server for ${baseName(model)} in ${(server.loadMs / 1000).toFixed(1)} s`);
  return server;
}
