/**
 * What a run opens and reads of a large history: `deno run -A scripts/opens.ts [FILES]` (20,000). Makes so many session
 * files of 256 kB, half for each agent, ten of them of one project and among the newest, and counts with `strace` the
 * session files that `run --dry-run` opens and the bytes it reads of them. The others are links to a few files on disk.
 */
import { fromFileUrl } from "./paths.ts";

const FILE_BYTES = 256 * 1024;
/** Files of the project, in each root. */
const OWN = 5;
const PER_FOLDER = 200;
const AGENTS = ["claude", "codex"] as const;
type Agent = typeof AGENTS[number];

const files = Number(Deno.args[0] ?? 20_000);
const root = await Deno.makeTempDir({ prefix: "agentpprof-opens-" });
const project = `${root}/project`;
const main = fromFileUrl(new URL("../main.ts", import.meta.url));
try {
  await Deno.mkdir(project);
  for (const agent of AGENTS) makeRoot(agent, files / AGENTS.length);
  console.log(`${files} session files of ${FILE_BYTES / 1024} kB, ${OWN * AGENTS.length} of the project`);
  for (const limit of ["default", "0"]) await count(limit);
} finally {
  await Deno.remove(root, { recursive: true });
}

/** Runs the program under strace and prints a row for each agent. */
async function count(limit: string): Promise<void> {
  const traces = `${root}/traces`;
  Deno.mkdirSync(traces);
  const { code, stderr } = await new Deno.Command("strace", {
    args: [
      ...["-ff", "-y", "-s", "0", "-e", "trace=openat,read,pread64,readv", "-o", `${traces}/thread`],
      ...[Deno.execPath(), "run", "-A", main],
      ...["run", "--dry-run", "--no-cache", "--project-root", project, "--max-sessions", "0"],
      ...(limit === "default" ? [] : ["--scan-files", limit]),
      ...AGENTS.flatMap((agent) => [`--${agent}-root`, `${root}/${agent}`]),
    ],
    stdout: "null",
  }).output();
  if (code !== 0) throw new Error(`run ended with ${code}: ${new TextDecoder().decode(stderr)}`);
  const opened = new Map<string, number>();
  const bytes = new Map<string, number>();
  // A file for each thread, so that no line is cut by another's.
  for (const { name } of Deno.readDirSync(traces)) {
    for (const line of Deno.readTextFileSync(`${traces}/${name}`).split("\n")) {
      const path = /^openat\(.* = \d+<([^>]*\.jsonl)>/.exec(line)?.[1];
      if (path !== undefined) opened.set(path, (opened.get(path) ?? 0) + 1);
      const read = /^(?:read|pread64|readv)\(\d+<([^>]*\.jsonl)>.* = (\d+)$/.exec(line);
      if (read?.[1] !== undefined) bytes.set(read[1], (bytes.get(read[1]) ?? 0) + Number(read[2]));
    }
  }
  Deno.removeSync(traces, { recursive: true });
  for (const agent of AGENTS) {
    const paths = [...opened.keys()].filter((path) => path.startsWith(`${root}/${agent}`));
    const own = paths.filter((path) => path.includes("-own"));
    const others = paths.filter((path) => !path.includes("-own"));
    const read = (some: readonly string[]) => some.map((path) => bytes.get(path) ?? 0);
    const largest = read(others).reduce((most, size) => Math.max(most, size), 0);
    console.log(
      `--scan-files ${limit.padEnd(7)} ${agent.padEnd(6)} opened ${paths.length}; of the project ${own.length}, read ${
        read(own).join(" ")
      }; of the others ${others.length}, read ${sum(read(others))} bytes, at most ${largest} of one`,
    );
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function makeRoot(agent: Agent, total: number): void {
  const folder = `${root}/${agent}/${agent === "claude" ? "projects" : "sessions/2026/11"}`;
  const old = new Date("2026-11-01T00:00:00Z");
  const others = total - OWN;
  for (let index = 0; index < others; index++) {
    const inside = `${folder}/${String(Math.floor(index / PER_FOLDER)).padStart(3, "0")}`;
    if (index % PER_FOLDER === 0) Deno.mkdirSync(inside, { recursive: true });
    const path = `${inside}/rollout-${index}.jsonl`;
    const first = `${inside}/rollout-${Math.floor(index / PER_FOLDER) * PER_FOLDER}.jsonl`;
    if (path !== first) {
      Deno.linkSync(first, path);
      continue;
    }
    Deno.writeTextFileSync(path, session(agent, `other-${agent}-${index}`, `${root}/elsewhere/${index}`));
    Deno.utimeSync(path, old, old);
  }
  Deno.mkdirSync(`${folder}/own`, { recursive: true });
  for (let index = 0; index < OWN; index++) {
    Deno.writeTextFileSync(`${folder}/own/rollout-${index}-own.jsonl`, session(agent, `${agent}-${index}`, project));
  }
}

/** A session of one prompt, answers of 8 kB and a usage each. */
function session(agent: Agent, id: string, cwd: string): string {
  const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 10) + 1000 * second).toISOString();
  const lines = agent === "claude"
    ? [{ type: "user", uuid: `${id}-u`, sessionId: id, cwd, timestamp: at(0), message: { content: "go" } }]
    : [
      { timestamp: at(0), type: "session_meta", payload: { id, cwd } },
      { timestamp: at(0), type: "event_msg", payload: { type: "user_message", message: "go" } },
    ];
  const text = "x".repeat(8000);
  let size = 0;
  const records: string[] = lines.map((line) => JSON.stringify(line));
  for (let turn = 1; size < FILE_BYTES; turn++) {
    const usage = { input_tokens: turn, output_tokens: turn };
    const more = agent === "claude"
      ? [{
        type: "assistant",
        uuid: `${id}-${turn}`,
        sessionId: id,
        cwd,
        requestId: `req-${id}-${turn}`,
        timestamp: at(turn),
        message: { id: `${id}-${turn}`, model: "m", usage, content: [{ type: "text", text }] },
      }]
      : [
        {
          timestamp: at(turn),
          type: "response_item",
          payload: { type: "message", role: "assistant", content: [{ type: "output_text", text }] },
        },
        {
          timestamp: at(turn),
          type: "event_msg",
          payload: { type: "token_count", info: { total_token_usage: usage, last_token_usage: usage } },
        },
      ];
    for (const record of more) {
      const line = JSON.stringify(record);
      records.push(line);
      size += line.length;
    }
  }
  return records.join("\n") + "\n";
}
