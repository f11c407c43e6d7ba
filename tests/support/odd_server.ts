/**
 * A llama-server of the tests' own that goes wrong by the name of its model: `text.gguf` is not loaded, `crash.gguf`
 * ends with its third answer after the meeting, `nonsense.gguf` says no word after the meeting.
 */
import { type FakeRequest, MEETING_REQUESTS, type Misbehaviour, startFakeServer } from "./llama_server.ts";

/** A program file that starts it. */
export function oddLlamaServer(folder: string): string {
  const path = `${folder}/odd-server`;
  const script = new URL(import.meta.url).pathname;
  const config = new URL("../../deno.json", import.meta.url).pathname;
  const text = `#!/bin/sh\nexec "${Deno.execPath()}" run -A --quiet --config "${config}" "${script}" "$@"\n`;
  Deno.writeTextFileSync(path, text, { mode: 0o755 });
  return path;
}

if (import.meta.main) {
  const model = Deno.args[Deno.args.indexOf("-m") + 1] ?? "";
  const unknown = Deno.args.find((arg) => arg.startsWith("--") && arg !== "--host" && arg !== "--port");
  if (unknown !== undefined) end(`error: invalid argument: ${unknown}`, 1);
  if (model.endsWith("text.gguf")) end("error: failed to load model: invalid magic", 1);
  startFakeServer({
    port: Number(Deno.args[Deno.args.indexOf("--port") + 1]),
    modelId: model,
    misbehave({ number }: FakeRequest): Misbehaviour | null {
      if (model.endsWith("nonsense.gguf") && number > MEETING_REQUESTS) return "invalid word";
      if (model.endsWith("crash.gguf") && number > MEETING_REQUESTS + 2) end("fatal: out of memory", 134);
      return null;
    },
  });
}

function end(words: string, code: number): never {
  Deno.stderr.writeSync(new TextEncoder().encode(`${words}\n`));
  Deno.exit(code);
}
