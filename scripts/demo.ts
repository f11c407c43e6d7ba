/**
 * `deno task demo`: the main job on the small real sessions of `examples/`. The words come from the server that is named
 * with `--llama-url`, or from a model that is named with `--model-file`; else from LLAMA_MODEL, served by LLAMA_SERVER;
 * else from a server at the usual address, if there is one; else from a small model that is fetched for it.
 */
import { main } from "../src/cli/main.ts";
import { denoHost } from "../src/host/deno.ts";
import { MODELS } from "../src/model/models.ts";
import { fromFileUrl } from "./paths.ts";

const root = fromFileUrl(new URL("../", import.meta.url));
const out = `${root}.agentsight/demo`;
const code = await demo();
if (code === 0 && !Deno.args.some((arg) => /^--out\b/.test(arg))) {
  console.error(`\nOpen the dashboard: file://${out}/index.html`);
}
Deno.exit(code);

async function demo(): Promise<number> {
  const where = await whereModel();
  if (where === null) return 1;
  return await main([
    "run",
    ...["--all-projects", "--project-root", `${root}examples`, "--out", out],
    ...["--codex-root", `${root}examples/codex`, "--claude-root", `${root}examples/claude`],
    ...where,
    ...Deno.args,
  ], denoHost);
}

/** The options that say where the model is; null if there is none and none can be fetched. */
async function whereModel(): Promise<readonly string[] | null> {
  if (Deno.args.some((arg) => /^--(llama-url|model-file)\b/.test(arg))) return [];
  const [program, model] = [Deno.env.get("LLAMA_SERVER"), Deno.env.get("LLAMA_MODEL")];
  if (model) return ["--model-file", model, ...(program ? ["--llama-server", program] : [])];
  if (await isServed("http://127.0.0.1:8080")) return [];
  const [{ name }] = MODELS;
  console.error(`no model server at http://127.0.0.1:8080: the small model "${name}" is used`);
  return await main(["model", "pull", name], { ...denoHost, stdout: () => {} }) === 0 ? ["--model-file", name] : null;
}

async function isServed(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
