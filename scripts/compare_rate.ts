/**
 * Words a second beside agentpprof 0.1.0, on one llama-server with one slot and the same prompts:
 * `deno task compare-rate MODEL.gguf`. LLAMA_SERVER and AGENTPPROF_0_1_0 name the programs. Whole processes in turn,
 * three times each; the model has been met before, as it has in every run but the first.
 */
import { denoHost } from "../src/host/deno.ts";
import { connect } from "../src/tagging/llama_server.ts";
import { slotArgs, startServer } from "../src/tagging/own_server.ts";
import { openTagCache } from "../src/tagging/tag_cache.ts";
import { readLabelled } from "../tests/tagging/labelled.ts";
import { MET } from "../tests/tagging/sample.ts";
import { fromFileUrl } from "./paths.ts";

const TURNS = 3;

const root = fromFileUrl(new URL("../", import.meta.url));
const [model] = Deno.args;
const [program, peer] = [Deno.env.get("LLAMA_SERVER"), Deno.env.get("AGENTPPROF_0_1_0")];
if (model === undefined || program === undefined || peer === undefined) {
  console.error("Usage: LLAMA_SERVER=… AGENTPPROF_0_1_0=… deno task compare-rate MODEL.gguf");
  Deno.exit(2);
}
// Those that the matrix was not learned from.
const texts = (["kept", "fresh", "unseen"] as const).flatMap(readLabelled).flatMap((
  { question: { kind, parts: [part] } },
) => kind === "prompt" && typeof part === "object" ? [part.text.excerpt ?? ""] : []);
const dir = Deno.makeTempDirSync();
// 0.1.0 takes a file for one of Codex by its path.
const folder = `${dir}/.codex/sessions/2026/11/20`;
Deno.mkdirSync(folder, { recursive: true });
const file = `${folder}/rollout-2026-11-20T10-00-00-019ec561-a99a-7a81-a344-6d898f7615ab.jsonl`;
Deno.writeTextFileSync(
  file,
  [meta(), ...texts.flatMap(promptRecords)].map((row) => JSON.stringify(row)).join("\n") + "\n",
);

const never = new AbortController().signal;
const server = await startServer(
  denoHost,
  { program, model, args: slotArgs(1), loadTimeoutMs: 240_000 },
  never,
);
try {
  const met = await metCache();
  const rates: { ours: number; theirs: number }[] = [];
  for (let turn = 1; turn <= TURNS; turn++) {
    const theirs = await rateOf(peer, ["run", ...common(`theirs-${turn}`)]);
    Deno.mkdirSync(`${dir}/ours-${turn}`);
    Deno.writeTextFileSync(`${dir}/ours-${turn}/tags.json`, met);
    const ours = await rateOf(Deno.execPath(), ["run", "-A", `${root}main.ts`, "run", ...common(`ours-${turn}`)]);
    rates.push({ ours, theirs });
    console.log(
      `turn ${turn}, ${texts.length} prompts: ${ours.toFixed(2)} words/s, 0.1.0 ${theirs.toFixed(2)}, ratio ${
        (ours / theirs).toFixed(2)
      }`,
    );
  }
  const ratios = rates.map(({ ours, theirs }) => ours / theirs).toSorted((a, b) => a - b);
  console.log(`median ratio ${ratios[Math.floor(TURNS / 2)]?.toFixed(2)}`);
} finally {
  await server.stop();
  Deno.removeSync(dir, { recursive: true });
}

/** tags.json of a model that was met. */
async function metCache(): Promise<string> {
  const { model } = await connect(
    denoHost,
    { url: server.url, model: "local", timeoutMs: 60_000, apiKey: null },
    never,
  );
  const cache = await openTagCache(denoHost, `${dir}/met.json`, { createdBy: "compare-rate" });
  cache.keepManner(model, MET);
  await cache.save(null, {});
  return Deno.readTextFileSync(`${dir}/met.json`);
}

function common(out: string): readonly string[] {
  return [
    ...["--session-file", file, "--project-root", dir, "--out", `${dir}/${out}`],
    ...["--llama-url", server.url, "--tag-llm-calls", "false", "--timeout", "300"],
  ];
}

/** Words a second of a whole process. */
async function rateOf(program: string, args: readonly string[]): Promise<number> {
  const startMs = performance.now();
  const { success, stdout, stderr } = await new Deno.Command(program, { args: [...args] }).output();
  const seconds = (performance.now() - startMs) / 1000;
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout)).llm_tag_calls / seconds;
}

function meta(): unknown {
  const id = "019ec561-a99a-7a81-a344-6d898f7615ab";
  return {
    timestamp: "2026-11-20T10:00:00.000Z",
    type: "session_meta",
    payload: { id, timestamp: "2026-11-20T10:00:00.000Z", cwd: dir, originator: "codex_cli_rs", cli_version: "0.60.0" },
  };
}

/** A prompt as Codex writes it: for the model, and as an event. */
function promptRecords(message: string, index: number): readonly unknown[] {
  const timestamp = new Date(Date.parse("2026-11-20T10:00:01Z") + index * 1000).toISOString();
  const content = [{ type: "input_text", text: message }];
  return [
    { timestamp, type: "response_item", payload: { type: "message", role: "user", content } },
    { timestamp, type: "event_msg", payload: { type: "user_message", message, images: [] } },
  ];
}
