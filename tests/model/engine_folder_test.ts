import assert from "node:assert/strict";
import { openEngine } from "../../src/model/engine_folder.ts";
import { memoryHost } from "../support/memory_host.ts";

Deno.test("openEngine() says why the engine cannot be fetched, whatever the runtime prints behind it", async () => {
  const lastWords = "error: Could not find npm package 'a'.\n\nStack backtrace:\n   0: <unknown>\n";
  const host = {
    ...memoryHost({}),
    env: (name: string) => (name === "XDG_CACHE_HOME" ? "/cache" : undefined),
    scriptRuntime: "/deno",
    makeDir: () => Promise.resolve(),
    writeFileAtomic: () => Promise.resolve(),
    startProgram: () => ({ ended: Promise.resolve({ code: 1, lastWords }), stop: () => Promise.resolve() }),
  };
  await assert.rejects(openEngine(host, () => {}), /from npm: "error: Could not find npm package 'a'\."/);
});
