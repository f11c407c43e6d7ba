/**
 * A llama-server of the tests' own, as a program: it takes llama-server's arguments and answers as `llama_server.ts`
 * does. A model whose name begins with `bad` is not loaded, one whose name begins with `mute` does not tell its name; options that it does not know end it. Where FAKE_LOG names a file,
 * each request for a word stands there as a line, besides those of the meeting: `raw` ones that want probabilities, and
 * `chat` ones, since its words make the raw form win.
 */
import { parseArgs } from "node:util";
import { MEETING_SET } from "../../src/tagging/meeting_set.ts";
import { startFakeServer } from "./llama_server.ts";

/** A program file that starts it, as a child of a shell, as wrappers of programs do. */
export function fakeLlamaServer(folder: string): string {
  const path = `${folder}/llama-server`;
  const script = new URL(import.meta.url).pathname;
  const config = new URL("../../deno.json", import.meta.url).pathname;
  Deno.writeTextFileSync(
    path,
    `#!/bin/sh\n"${Deno.execPath()}" run -A --quiet --config "${config}" "${script}" "$@"\nexit $?\n`,
    { mode: 0o755 },
  );
  return path;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      model: { type: "string", short: "m", default: "" },
      host: { type: "string" },
      port: { type: "string", default: "0" },
      parallel: { type: "string", short: "n", default: "1" },
      context: { type: "string", short: "c" },
    },
    args: Deno.args.map((arg) => arg === "-np" ? "-n" : arg),
  });
  if (/(^|\/)bad[^/]*$/.test(values.model)) {
    Deno.stderr.writeSync(new TextEncoder().encode("loading\nerror: failed to load model\n"));
    Deno.exit(1);
  }
  const log = Deno.env.get("FAKE_LOG");
  startFakeServer({
    misbehave: ({ path, body }) => {
      if (/(^|\/)mute[^/]*$/.test(values.model) && path === "/v1/models") return "html";
      const isWord = path === "/completion" && body["n_predict"] !== 0 &&
        !MEETING_SET.some(({ fragment }) => String(body["prompt"]).endsWith(` ${fragment}\nWord:`));
      if (log !== undefined && isWord) Deno.writeTextFileSync(log, "asked\n", { append: true });
      return null;
    },
    port: Number(values.port),
    modelId: values.model,
    slots: Number(values.parallel),
    delayMs: Number(Deno.env.get("FAKE_DELAY_MS") ?? 0),
  });
}
