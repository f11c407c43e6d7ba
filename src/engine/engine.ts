/**
 * The built-in engine: llama.cpp in a process of its own, behind the part of llama-server's HTTP that the program uses,
 * so that there is one client and one way to ask. It loads shared libraries, which no permission of Deno's narrows, so
 * it is no part of the program's own process. `engine.ts FOLDER -m MODEL --host HOST --port PORT`.
 *
 * @module
 */
import { parseArgs } from "node:util";
import type { Jinja, Library } from "./library.ts";
import {
  chatAnswer,
  completionAnswer,
  modelsAnswer,
  readChat,
  readCompletion,
  readTokenizing,
  troubleAnswer,
} from "./protocol.ts";
import { openReader, type Reader } from "./reader.ts";

/** The packages' main modules below the engine's folder. */
const LIBRARY = "node_modules/node-llama-cpp/dist/index.js";
const JINJA = "node_modules/@huggingface/jinja/dist/index.js";

async function serve(): Promise<void> {
  const [folder = "", ...args] = Deno.args;
  const { values } = parseArgs({
    args: args.map((arg) => SHORT[arg] ?? arg),
    options: {
      model: { type: "string", default: "" },
      host: { type: "string", default: "127.0.0.1" },
      port: { type: "string", default: "8080" },
      parallel: { type: "string" },
      "ctx-size": { type: "string" },
      threads: { type: "string" },
    },
  });
  const library: Library = await import(new URL(LIBRARY, folder).href);
  const jinja: Jinja = await import(new URL(JINJA, folder).href);
  const reader = await openReader(library, jinja, {
    path: values.model,
    threads: values.threads === undefined ? null : Number(values.threads),
    isMac: Deno.build.os === "darwin",
  });
  await Deno.serve(
    { hostname: values.host, port: Number(values.port), onListen: () => say("listening") },
    (request) => answer(request, reader, values.model),
  ).finished;
}

/** llama-server's short options. */
const SHORT: Readonly<Record<string, string>> = {
  "-m": "--model",
  "-np": "--parallel",
  "-c": "--ctx-size",
  "-t": "--threads",
};

async function answer(request: Request, reader: Reader, model: string): Promise<Response> {
  try {
    switch (new URL(request.url).pathname) {
      case "/health":
        return Response.json({ status: "ok" });
      case "/props":
        return Response.json({ total_slots: 1, model_path: model });
      case "/v1/models":
        return Response.json(modelsAnswer(model, reader.parameters, reader.sizeBytes));
      case "/completion":
        return Response.json(completionAnswer(await reader.complete(readCompletion(await request.json()))));
      case "/tokenize":
        return Response.json({ tokens: reader.tokenize(readTokenizing(await request.json())) });
      case "/v1/chat/completions":
        return Response.json(chatAnswer(await reader.complete(readChat(await request.json())), model));
      default:
        return Response.json(troubleAnswer(404, "File Not Found"), { status: 404 });
    }
  } catch (error) {
    const isBad = error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError;
    const status = isBad ? 400 : 500;
    return Response.json(troubleAnswer(status, messageOf(error)), { status });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function say(line: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
}

if (import.meta.main) {
  try {
    await serve();
  } catch (error) {
    say(`error: ${messageOf(error)}`);
    Deno.exit(1);
  }
}
