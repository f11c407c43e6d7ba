/**
 * `deno task demo`: the main job on the small real sessions of `examples/`. The words come from the server at
 * `--llama-url`; without that option, from one that is started for the demo if `LLAMA_SERVER` names a llama-server and
 * `LLAMA_MODEL` a model file; else from the usual address.
 */
import { main } from "../src/cli/main.ts";
import { denoHost } from "../src/host/deno.ts";
import { fromFileUrl } from "./paths.ts";
import { slotArgs, startServer } from "../src/tagging/own_server.ts";

const root = fromFileUrl(new URL("../", import.meta.url));
const [program, model] = [Deno.env.get("LLAMA_SERVER"), Deno.env.get("LLAMA_MODEL")];
const isNamed = Deno.args.some((arg) => arg.startsWith("--llama-url"));
const never = new AbortController().signal;
const server = !isNamed && program && model
  ? await startServer(denoHost, { program, model, args: slotArgs(1), loadTimeoutMs: 120_000 }, never)
  : null;
const args = [
  "run",
  ...["--all-projects", "--project-root", `${root}examples`, "--out", `${root}.agentsight/demo`],
  ...["--codex-root", `${root}examples/codex`, "--claude-root", `${root}examples/claude`],
  ...(server === null ? [] : ["--llama-url", server.url]),
  ...Deno.args,
];
let code = 1;
try {
  code = await main(args, denoHost);
} finally {
  await server?.stop();
}
if (code === 0) console.error(`\nOpen the dashboard: file://${root}.agentsight/demo/index.html`);
else if (server === null && !isNamed) {
  console.error(
    "  The demo needs a llama.cpp server: name one with --llama-url URL, or a program and a model to start one with:\n" +
      "  LLAMA_SERVER=/path/to/llama-server LLAMA_MODEL=/path/to/model.gguf npx -y deno@2.9.6 task demo",
  );
}
Deno.exit(code);
