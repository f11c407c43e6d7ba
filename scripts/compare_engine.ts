/**
 * Sets the built-in engine beside `llama-server` (or the one that LLAMA_SERVER names): the same model file, the labelled
 * fragments in turns, how many words are equal and how long a word takes. `deno task compare-engine MODEL.gguf [COUNT]`;
 * LLAMA_THREADS limits both.
 */
import { denoHost } from "../src/host/deno.ts";
import { openEngine } from "../src/model/engine_folder.ts";
import { answerTo } from "../src/tagging/ask_word.ts";
import { connect, type LlamaServer } from "../src/tagging/llama_server.ts";
import { learnManner, type Manner } from "../src/tagging/manner.ts";
import { slotArgs, startServer } from "../src/tagging/own_server.ts";
import { fragmentOf } from "../src/tagging/fragment.ts";
import { readAnswer } from "../src/tagging/question.ts";
import { WORK } from "../src/tagging/vocabulary.ts";
import { readLabelled } from "../tests/tagging/labelled.ts";

const [model, count = "1000"] = Deno.args;
if (model === undefined) {
  console.error("Usage: compare-engine MODEL.gguf [COUNT]");
  Deno.exit(2);
}
const never = new AbortController().signal;
const rows = [...readLabelled("kept"), ...readLabelled("tune")].slice(0, Number(count));
const threads = Deno.env.get("LLAMA_THREADS");
const args = [...slotArgs(1), ...(threads === undefined ? [] : ["-t", threads])];
const start = { model, args, loadTimeoutMs: 120_000 };
const program = Deno.env.get("LLAMA_SERVER") ?? "llama-server";
const servers = [
  await startServer(denoHost, { ...start, program }, never),
  await startServer(denoHost, { ...start, ...await openEngine(denoHost, console.error) }, never),
];
try {
  const [theirs, ours] = await Promise.all(
    servers.map(({ url }) => connect(denoHost, { url, model: "local", timeoutMs: 120_000, apiKey: null }, never)),
  );
  if (theirs === undefined || ours === undefined) Deno.exit(1);
  console.log(`loaded in ${servers.map(({ loadMs }) => `${loadMs} ms`).join(" (llama-server), ")} (built in)`);
  console.log(`identity: ${theirs.model === ours.model ? "equal" : `"${theirs.model}", "${ours.model}"`}`);
  const learning = { jobs: 1, signal: never, onAnswer: () => {} };
  const manners = [await learnManner(theirs, WORK, learning), await learnManner(ours, WORK, learning)] as const;
  console.log(`agreement: ${manners.map(({ form, agreement }) => `${form} ${agreement}`).join(", ")}`);
  const equal = { same: 0, own: 0 };
  const ms: { theirs: number[]; ours: number[] } = { theirs: [], ours: [] };
  for (const row of rows) {
    const [word, theirMs] = await timed(theirs, row, manners[0]);
    const [same, ourMs] = await timed(ours, row, manners[0]);
    const [own] = await timed(ours, row, manners[1]);
    equal.same += word === same ? 1 : 0;
    equal.own += word === own ? 1 : 0;
    ms.theirs.push(theirMs);
    ms.ours.push(ourMs);
  }
  const [a, b] = [median(ms.theirs), median(ms.ours)];
  console.log(
    `equal words: ${percent(equal.same)}; with what the engine itself learnt at the meeting ${percent(equal.own)}`,
  );
  console.log(`ms a word: llama-server ${a.toFixed(1)}, built in ${b.toFixed(1)}, ratio ${(b / a).toFixed(2)}`);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
}

async function timed(
  server: LlamaServer,
  { question }: typeof rows[number],
  manner: Manner,
): Promise<[string, number]> {
  const fragment = { kind: question.kind, fragment: fragmentOf(question) };
  const passage = { signal: never, lane: 0 };
  const startMs = performance.now();
  const reading = readAnswer(await answerTo(fragment, { server, manner, vocabulary: WORK }, passage), WORK);
  return ["word" in reading ? reading.word : "", performance.now() - startMs];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function percent(equal: number): string {
  return `${(100 * equal / rows.length).toFixed(1)} % of ${rows.length}`;
}
