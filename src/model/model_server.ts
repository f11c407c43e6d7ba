import type { Host } from "../host/host.ts";
import { type OwnServer, slotArgs, startServer } from "../tagging/own_server.ts";
import { openEngine } from "./engine_folder.ts";
import { findProgram } from "./programs.ts";

/** A model loads in seconds; a large one, from a slow disk, in minutes. */
const LOAD_TIMEOUT_MS = 240_000;

export interface ModelServing {
  /** A path. */
  readonly model: string;
  /** A llama-server that the user named; null: one that is installed, else the built-in engine. */
  readonly llamaServer: string | null;
  /** Requests at once. */
  readonly slots: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Starts a server for a model file: a llama-server, else the built-in engine. Throws `TaggingError`, or the signal's reason. */
export async function serveModel(
  host: Host,
  { model, llamaServer, slots, signal, say }: ModelServing,
): Promise<OwnServer> {
  const installed = llamaServer ?? findProgram(host, "llama-server");
  const command = installed === null ? await openEngine(host, say) : { program: installed, leading: [] };
  const start = { ...command, model, args: slotArgs(slots), loadTimeoutMs: LOAD_TIMEOUT_MS };
  return await startServer(host, start, signal);
}
