import { pathToFileURL } from "node:url";
import type { Host } from "../host/host.ts";
import { TaggingError } from "../tagging/error.ts";
import { type ServerCommand, troubleIn } from "../tagging/own_server.ts";
import { neededCacheFolder } from "./cache_folder.ts";
import { filesBelow } from "./wheels.ts";

/** llama.cpp for JavaScript, and the language of chat templates; what `src/engine/library.ts` describes. */
const PACKAGES = { "node-llama-cpp": "3.21.1", "@huggingface/jinja": "0.5.11" } as const;
/** Parts for graphics cards, of 600 MB: an empty package takes their place. */
const LEFT_OUT = [
  "@node-llama-cpp/linux-x64-cuda",
  "@node-llama-cpp/linux-x64-cuda-ext",
  "@node-llama-cpp/linux-x64-vulkan",
  "@node-llama-cpp/win-x64-cuda",
  "@node-llama-cpp/win-x64-cuda-ext",
  "@node-llama-cpp/win-x64-vulkan",
];
const EMPTY = "npm:empty-npm-package@1.0.0";

/**
 * Variants of the arithmetic for newer processors. They round otherwise than the one that all processors since 2013
 * have in common (AVX2), which changes one word of ten, and bring no speed that could be measured with small models:
 * without them a model says the same words on every machine.
 */
const NEWER_ONLY =
  /^(lib)?ggml-cpu-(alderlake|cannonlake|cascadelake|cooperlake|icelake|sapphirerapids|skylakex|zen4)\./;

/** What it takes on the disk, measured on Linux x64. */
export const ENGINE_MB = 120;
/** Written when all else is there. */
const READY = "ready";

/**
 * The built-in engine, fetched from npm into the cache folder if it is not there yet. Throws `TaggingError` where it
 * cannot be fetched or run.
 */
export async function openEngine(host: Host, say: (line: string) => void): Promise<ServerCommand> {
  const runtime = host.scriptRuntime;
  if (runtime === null) {
    throw new TaggingError(
      "Cannot run a model: no llama-server is installed, and a compiled program has no engine of its own",
      "Install llama.cpp, or name its server with --llama-server PATH",
    );
  }
  const folder = `${neededCacheFolder(host)}/engine/node-llama-cpp-${PACKAGES["node-llama-cpp"]}`;
  if (host.stat(`${folder}/${READY}`) === null) {
    say(`no llama-server is installed: fetching the built-in engine from npm, ${ENGINE_MB} MB, into ${folder}`);
    await install(host, runtime, folder);
  }
  return {
    program: runtime,
    leading: [
      ...["run", "--quiet", "--no-prompt", "--allow-all", "--no-lock", "--config", `${folder}/deno.json`],
      // What was fetched is used as it stands, without a look at the registry.
      "--node-modules-dir=manual",
      new URL("../engine/engine.ts", import.meta.url).href,
      `${pathToFileURL(folder).href}/`,
    ],
  };
}

async function install(host: Host, runtime: string, folder: string): Promise<void> {
  const overrides = Object.fromEntries(LEFT_OUT.map((name) => [name, EMPTY]));
  await host.makeDir(folder);
  await host.writeFileAtomic(
    `${folder}/package.json`,
    JSON.stringify({ private: true, dependencies: PACKAGES, overrides }, null, 2),
  );
  await host.writeFileAtomic(`${folder}/deno.json`, JSON.stringify({ nodeModulesDir: "auto" }));
  const end = await host.startProgram(runtime, [
    "install",
    "--quiet",
    "--config",
    `${folder}/deno.json`,
  ]).ended;
  if (end.code !== 0) {
    throw new TaggingError(
      `Cannot fetch the built-in engine from npm: ${troubleIn(end)}`,
      "Install llama.cpp's llama-server instead, or name one with --llama-server PATH",
    );
  }
  for (const file of filesBelow(host, `${folder}/node_modules/.deno`, NEWER_ONLY)) await host.remove(file);
  await host.writeFileAtomic(`${folder}/${READY}`, "");
}
