import type { Host } from "../host/host.ts";
import { type OwnServer, type ServerCommand, slotArgs, startServer } from "../tagging/own_server.ts";
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

/**
 * What models are served by: the llama-server that was named, else one that is installed, else the built-in engine.
 * Throws `TaggingError` where that cannot be fetched.
 */
export async function serverCommand(
  host: Host,
  named: string | null,
  say: (line: string) => void,
): Promise<ServerCommand> {
  const installed = named ?? findProgram(host, "llama-server");
  return installed === null ? await openEngine(host, say) : { program: installed };
}

/** Starts a server for a model file: a llama-server, else the built-in engine. Throws `TaggingError`, or the signal's reason. */
export async function serveModel(
  host: Host,
  { model, llamaServer, slots, signal, say }: ModelServing,
): Promise<OwnServer> {
  const command = await serverCommand(host, llamaServer, say);
  const start = { ...command, model, args: slotArgs(slots), loadTimeoutMs: LOAD_TIMEOUT_MS };
  return await startServer(host, start, signal);
}
