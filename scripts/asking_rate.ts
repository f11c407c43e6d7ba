/**
 * What asking costs besides the model: `deno task asking-rate`. The tests' server as a process of its own, the same
 * questions with 50 ms an answer in one slot and in eight, and with answers at once; the model has been met before.
 */
import { denoHost } from "../src/host/deno.ts";
import { slotArgs, startServer } from "../src/tagging/own_server.ts";
import { openTagCache } from "../src/tagging/tag_cache.ts";
import { connectTo, inFolder, MET, session, tag } from "../tests/tagging/sample.ts";
import { fakeLlamaServer } from "../tests/support/started_server.ts";

const TURNS = 3;

await inFolder(async (dir) => {
  const one = await medianOf(dir, 1, 50, 160);
  const eight = await medianOf(dir, 8, 50, 1280);
  const atOnce = await medianOf(dir, 1, 0, 2000);
  console.log(
    `50 ms an answer: ${rate(one)} with one slot, ${rate(eight)} with eight, ratio ${(eight / one).toFixed(2)}`,
  );
  console.log(`answers at once: ${(1000 / atOnce).toFixed(2)} ms a request`);
});

/** Words a second, the median of some turns. */
async function medianOf(dir: string, slots: number, delayMs: number, questions: number): Promise<number> {
  Deno.env.set("FAKE_DELAY_MS", `${delayMs}`);
  const start = { program: fakeLlamaServer(dir), model: "tiny.gguf", args: slotArgs(slots), loadTimeoutMs: 60_000 };
  const server = await startServer(denoHost, start, new AbortController().signal);
  try {
    const rates: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) rates.push(await rateOf(dir, server.url, questions));
    return rates.toSorted((a, b) => a - b)[TURNS >> 1] ?? 0;
  } finally {
    await server.stop();
  }
}

async function rateOf(dir: string, url: string, questions: number): Promise<number> {
  const path = `${dir}/${crypto.randomUUID()}/tags.json`;
  const cache = await openTagCache(denoHost, path, { createdBy: "asking-rate" });
  const { model } = await connectTo(url);
  cache.keepManner(model, MET);
  const prompts = Array.from({ length: questions - 1 }, (_, index) => `the order number ${index} is wrong, fix that`);
  const startMs = performance.now();
  const { stats } = await tag([session({ prompts })], path, url, { cache, form: null });
  return 1000 * stats.llm_successes / (performance.now() - startMs);
}

function rate(perSecond: number): string {
  return `${perSecond.toFixed(1)} words/s`;
}
