/**
 * How fast logs are read, and in how much memory: `deno task bench [FOLDER]`. The corpus is made in FOLDER (default: a
 * temporary one, removed at the end) by `make_corpus.ts`. Where `AGENTPPROF_PROGRAM` names a compiled program, that is
 * measured and not the sources. Where `CCUSAGE` names ccusage's native program, both read the same files in turn, and the
 * ratio is that of the medians. Times are of whole processes. Needs GNU time for the peak memory (`/usr/bin/time`).
 */
import { fromFileUrl } from "./paths.ts";
import { V8_FLAGS } from "./targets.ts";

const PAIRS = 7;
const CORPUS_MB = 400;
const STEPS_MB = [50, 100, 200, 400, 800];
const TIME = "/usr/bin/time";

/** What a log grows by between two runs. */
const GROWTH_BYTES = 1_000_000;

/** The words that begin the program. */
const compiled = Deno.env.get("AGENTPPROF_PROGRAM") ?? "";
const main = fromFileUrl(new URL("../main.ts", import.meta.url));
const program: readonly [string, ...string[]] = compiled !== ""
  ? [compiled]
  : [Deno.execPath(), "run", "-A", `--v8-flags=${V8_FLAGS.join(",")}`, main];
const makeCorpus = fromFileUrl(new URL("make_corpus.ts", import.meta.url));
const folder = Deno.args[0] ?? await Deno.makeTempDir({ prefix: "agentpprof-bench-" });

interface Run {
  readonly seconds: number;
  readonly peakMb: number;
}

/** Where the program keeps what it read: gone before each cold run. */
const cache = `${folder}/cache`;
const denoDir = Deno.env.get("DENO_DIR") ??
  `${Deno.env.get("XDG_CACHE_HOME") ?? `${Deno.env.get("HOME")}/.cache`}/deno`;

try {
  await compare();
  await warm();
  await growth();
  await giants();
} finally {
  if (Deno.args[0] === undefined) await Deno.remove(folder, { recursive: true });
}

/** Both programs on the corpus, in turn. */
async function compare(): Promise<void> {
  const corpus = await corpusOf(CORPUS_MB);
  const ccusage = ccusagePath();
  const own: Run[] = [];
  const theirs: Run[] = [];
  for (let pair = -1; pair < PAIRS; pair++) {
    const mine = await cold(corpus);
    const other = ccusage === null
      ? null
      : await timed(ccusage, ["claude", "daily", "--offline", "--json"], { CLAUDE_CONFIG_DIR: corpus });
    // The first pair fills the page cache.
    if (pair < 0) continue;
    own.push(mine);
    if (other !== null) theirs.push(other);
  }
  const start = await timed(program[0], [...program.slice(1), "--version"]);
  console.log(`${CORPUS_MB} MB, nothing in the cache, medians of ${PAIRS} runs`);
  tell("agentpprof", CORPUS_MB, own);
  console.log(`  of that the start (--version): ${start.seconds.toFixed(3)} s`);
  if (ccusage === null) return console.log("  no ccusage to compare with: name it with CCUSAGE");
  tell("ccusage", CORPUS_MB, theirs);
  console.log(`  ratio ${(median(own, "seconds") / median(theirs, "seconds")).toFixed(2)}`);
}

/** The second run over the same logs, and the one after a log of median size has grown: each less the program's start. */
async function warm(): Promise<void> {
  const corpus = await corpusOf(CORPUS_MB);
  const path = await someLog(corpus);
  const end = (await Deno.stat(path)).size;
  const more = (await Deno.readFile(path)).subarray(0, GROWTH_BYTES);
  const runs = { start: [], cold: [], warm: [], grown: [] } satisfies Record<string, Run[]>;
  const own: Readonly<Record<string, Run[]>> = runs;
  for (let round = 0; round < PAIRS; round++) {
    own.start?.push(await timed(program[0], [...program.slice(1), "--version"]));
    own.cold?.push(await cold(corpus));
    own.warm?.push(await again(corpus));
    await Deno.writeFile(path, more, { append: true });
    own.grown?.push(await again(corpus));
    await Deno.truncate(path, end);
  }
  console.log(`\n${CORPUS_MB} MB, medians of ${PAIRS} runs, less the start`);
  const start = median(own.start ?? [], "seconds");
  const whole = median(own.cold ?? [], "seconds") - start;
  for (const [name, measured] of Object.entries(own).filter(([name]) => name !== "start")) {
    const seconds = median(measured, "seconds") - start;
    const peak = median(measured, "peakMb").toFixed(0);
    console.log(`  ${name.padEnd(8)}${seconds.toFixed(3)} s, ${(seconds / whole).toFixed(3)} of cold, ${peak} MB peak`);
  }
}

/** A log that is longer than what it grows by. */
async function someLog(corpus: string): Promise<string> {
  for await (const project of Deno.readDir(`${corpus}/projects`)) {
    for await (const { name } of Deno.readDir(`${corpus}/projects/${project.name}`)) {
      const path = `${corpus}/projects/${project.name}/${name}`;
      if ((await Deno.stat(path)).size > GROWTH_BYTES) return path;
    }
  }
  throw new Error(`Cannot find a log of ${GROWTH_BYTES} bytes in "${corpus}"`);
}

async function cold(corpus: string): Promise<Run> {
  await Deno.remove(cache, { recursive: true }).catch(() => {});
  return await again(corpus);
}

function again(corpus: string): Promise<Run> {
  return timed(program[0], [...program.slice(1), ...ownArguments(corpus)], {
    XDG_CACHE_HOME: cache,
    DENO_DIR: denoDir,
  });
}

/** Whether twice the bytes take twice the time. */
async function growth(): Promise<void> {
  console.log("\nHow the time grows, medians of 3 runs");
  for (const megabytes of STEPS_MB) {
    const corpus = await corpusOf(megabytes);
    const runs: Run[] = [];
    for (let run = 0; run < 3; run++) runs.push(await cold(corpus));
    tell(`${megabytes} MB`, megabytes, runs);
  }
}

/** Single files: one giant line, many long ones, very many ordinary ones. */
async function giants(): Promise<void> {
  console.log("\nGiants");
  const shapes = [["one line of 200 MB", 1, 200], ["one line of 700 MB", 1, 700], [
    "700 MB in lines of 50 kB",
    14_000,
    0.05,
  ], ["700 MB in lines of 4 kB", 160_000, 0.004]];
  for (const [name, lines, megabytes] of shapes) {
    const root = `${folder}/giant/projects/p`;
    await Deno.mkdir(root, { recursive: true });
    await writeGiants(`${root}/giant.jsonl`, Number(lines), Number(megabytes) * 1e6);
    tell(String(name), Number(lines) * Number(megabytes), [
      await cold(`${folder}/giant`),
    ]);
    await Deno.remove(`${folder}/giant`, { recursive: true });
  }
}

/** A session of calls with results of a size. */
async function writeGiants(path: string, lines: number, bytes: number): Promise<void> {
  using file = await Deno.open(path, { write: true, create: true });
  const encoder = new TextEncoder();
  const write = (text: string): void => {
    let rest = encoder.encode(text);
    while (rest.length > 0) rest = rest.subarray(file.writeSync(rest));
  };
  const unit = JSON.stringify('const größe = "a\\b"; // …\n').slice(1, -1);
  const block = unit.repeat(Math.floor(Math.min(bytes, 1e6) / encoder.encode(unit).length));
  for (let line = 0; line < lines; line++) {
    const timestamp = new Date(Date.UTC(2026, 8, 1) + line * 1000).toISOString();
    const id = `toolu_${String(line).padStart(22, "0")}`;
    const usage = { input_tokens: 5, output_tokens: 7 };
    const content = [{ type: "tool_use", id, name: "Read", input: { file_path: "/home/dev/a.ts" } }];
    const message = { id: `msg_${String(line).padStart(22, "0")}`, model: "m", usage, content };
    write(
      JSON.stringify({ sessionId: "giant", cwd: "/home/dev", timestamp, type: "assistant", uuid: `a${line}`, message }),
    );
    write(`\n{"sessionId":"giant","type":"user","uuid":"u${line}","timestamp":"${timestamp}","message":{"content":[`);
    write(`{"type":"tool_result","tool_use_id":"${id}","content":"`);
    for (let written = 0; written < bytes; written += 1e6) write(block);
    write('","is_error":false}]}}\n');
  }
}

function ownArguments(corpus: string): string[] {
  const everything = ["--all-projects", "--scan-files", "0", "--max-sessions", "0"];
  return [
    "run",
    "--dry-run",
    ...everything,
    "--claude-root",
    corpus,
    "--codex-root",
    `${folder}/none`,
  ];
}

async function corpusOf(megabytes: number): Promise<string> {
  const corpus = `${folder}/corpus-${megabytes}`;
  await Deno.mkdir(`${folder}/none`, { recursive: true });
  if (await Deno.stat(corpus).catch(() => null) !== null) return corpus;
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", makeCorpus, corpus, String(megabytes)],
  }).output();
  if (!success) throw new Error(`Cannot make a corpus in "${corpus}"`);
  return corpus;
}

/** Wall time of a whole process, and the most memory that it held. Throws where it fails. */
async function timed(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  const begin = performance.now();
  const { success, stderr } = await new Deno.Command(TIME, {
    args: ["-f", "peak %M", program, ...args],
    env,
    stdout: "null",
    stderr: "piped",
  }).output();
  const seconds = (performance.now() - begin) / 1000;
  const said = new TextDecoder().decode(stderr);
  if (!success) throw new Error(`"${program}" failed: ${said}`);
  return { seconds, peakMb: Number(/peak (\d+)/.exec(said)?.[1] ?? NaN) * 1024 / 1e6 };
}

function median(runs: readonly Run[], of: keyof Run): number {
  const sorted = runs.map((run) => run[of]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function tell(name: string, megabytes: number, runs: readonly Run[]): void {
  const seconds = median(runs, "seconds");
  const rate = (megabytes / seconds).toFixed(0);
  console.log(
    `  ${name.padEnd(26)}${seconds.toFixed(3).padStart(8)} s${rate.padStart(7)} MB/s${
      median(runs, "peakMb").toFixed(0).padStart(6)
    } MB peak`,
  );
}

/** ccusage's native program; null where it is not there. */
function ccusagePath(): string | null {
  return Deno.env.get("CCUSAGE") || null;
}
