import { denoHost } from "../src/host/deno.ts";
import { connect, type LlamaServer } from "../src/tagging/llama_server.ts";
import { slotArgs, startServer } from "../src/tagging/own_server.ts";

const TIMEOUT_MS = 120_000;

/**
 * Serves a model file while `run` lasts: with `llama-server`, or the one that LLAMA_SERVER names; LLAMA_THREADS limits it.
 * Throws what the server's start throws, and what `run` does.
 */
export async function withServer<T>(
  model: string,
  slots: number,
  run: (server: LlamaServer) => Promise<T>,
): Promise<T> {
  const never = new AbortController().signal;
  const threads = Deno.env.get("LLAMA_THREADS");
  const args = [...slotArgs(slots), ...(threads === undefined ? [] : ["-t", threads])];
  const program = Deno.env.get("LLAMA_SERVER") ?? "llama-server";
  const started = await startServer(denoHost, { program, model, args, loadTimeoutMs: TIMEOUT_MS }, never);
  try {
    const line = { url: started.url, model: "local", timeoutMs: TIMEOUT_MS, apiKey: null };
    return await run(await connect(denoHost, line, never));
  } finally {
    await started.stop();
  }
}
