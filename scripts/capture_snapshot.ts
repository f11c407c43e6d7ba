/**
 * Captures a snapshot as AgentSight writes it (contract §7) and the sessions that belong to it:
 * `deno run -A scripts/capture_snapshot.ts [FOLDER]` (default: tests/golden/snapshot). Needs Linux, strace, bash and what the
 * commands need (node, npm, git, make, python3, curl).
 *
 * `capture.json` of the folder holds the files of a scratch project and, by agent, command lines. Each is run as that
 * agent runs it, under `strace -f`, against an HTTP server on loopback. Written are `snapshot.json` and a session file for
 * each agent, with the times, exit codes and answers of these runs. Three things are changed: the scratch folder's path is
 * taken off the front of all paths; a process's file is told once; of the libraries that it opens the first few are told.
 */
interface Plan {
  readonly files: Readonly<Record<string, string>>;
  readonly commands: Readonly<Record<Agent, readonly string[]>>;
}

type Agent = "codex" | "claude";

interface Run {
  readonly agent: Agent;
  readonly command: string;
  readonly callId: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly output: string;
  readonly exitCode: number;
  readonly trace: Trace;
}

interface Trace {
  readonly rootPid: number;
  readonly processes: readonly ProcessRow[];
  readonly events: readonly EventRow[];
  readonly hosts: readonly { readonly pid: number; readonly host: string }[];
}

interface ProcessRow {
  pid: number;
  ppid: number | null;
  root_pid: number;
  start_timestamp_ms: number | null;
  end_timestamp_ms: number | null;
  comm: string | null;
  command: string | null;
  argv: string[];
  exit_code: number | null;
}

interface EventRow {
  readonly timestamp_ms: number;
  readonly audit_type: "process" | "file" | "network";
  readonly pid: number;
  readonly comm: string | null;
  readonly target: string;
  readonly status: "observed" | "success" | "failure";
}

const PORT = 4141;
const EXECUTED = /^[\d.]+ execve\("((?:[^"\\]|\\.)*)", \[(.*)\], 0x.* = 0$/;
const LIBRARY = /^\/(usr|lib|lib64|bin|etc|proc|sys|dev)\//;
const MAX_LIBRARIES = 4;
const MAX_OUTPUT = 400;

const folder = Deno.args[0] ?? decodeURIComponent(new URL("../tests/golden/snapshot", import.meta.url).pathname);
const plan: Plan = JSON.parse(Deno.readTextFileSync(`${folder}/capture.json`));
const scratch = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "capture-" }));
const home = `${scratch}/home/dev`;
const project = `${home}/work/orbit-api`;
const env = {
  HOME: home,
  LANG: "C.UTF-8",
  PATH: "/usr/local/bin:/usr/bin:/bin",
  TMPDIR: `${scratch}/tmp`,
  npm_config_update_notifier: "false",
};
Deno.mkdirSync(env.TMPDIR, { recursive: true });
const server = Deno.serve({ port: PORT, hostname: "127.0.0.1", onListen: () => {} }, serveProject);
try {
  makeProject();
  const sessions = { codex: crypto.randomUUID(), claude: crypto.randomUUID() };
  const runs: Run[] = [];
  for (const agent of ["codex", "claude"] as const) {
    for (const command of plan.commands[agent]) runs.push(await run(agent, command));
  }
  write("snapshot.json", snapshotText(runs, sessions));
  write("codex.jsonl", codexLog(sessions.codex, runs.filter(({ agent }) => agent === "codex")));
  write("claude.jsonl", claudeLog(sessions.claude, runs.filter(({ agent }) => agent === "claude")));
  const processes = runs.reduce((sum, { trace }) => sum + trace.processes.length, 0);
  console.log(`Captured ${runs.length} tool calls, ${processes} processes in "${folder}"`);
} finally {
  await server.shutdown();
  Deno.removeSync(scratch, { recursive: true });
}

function serveProject(request: Request): Response {
  const text = plan.files[new URL(request.url).pathname.slice(1)];
  return new Response(text ?? "not found", { status: text === undefined ? 404 : 200 });
}

function makeProject(): void {
  for (const [path, text] of Object.entries(plan.files)) {
    const file = `${project}/${path}`;
    Deno.mkdirSync(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    Deno.writeTextFileSync(file, text);
  }
  const commit = [
    "-c",
    "user.name=Dev",
    "-c",
    "user.email=dev@example.com",
    "commit",
    "-qm",
    "chore: import orbit-api",
  ];
  for (
    const args of [["init", "-q", "-b", "main"], ["config", "user.name", "Dev"], [
      "config",
      "user.email",
      "dev@example.com",
    ], [
      "add",
      "-A",
    ], commit]
  ) {
    const { success } = new Deno.Command("git", { args, cwd: project, env, clearEnv: true }).outputSync();
    if (!success) throw new Error(`Cannot make the scratch project: git ${args.join(" ")} failed`);
  }
}

/** Codex runs `bash -lc COMMAND`, Claude Code `/bin/bash -c COMMAND`. */
async function run(agent: Agent, command: string): Promise<Run> {
  const traces = Deno.makeTempDirSync({ dir: `${scratch}/tmp`, prefix: "strace-" });
  const shell = agent === "codex" ? ["bash", "-lc", command] : ["/bin/bash", "-c", command];
  const strace = [
    "-ff",
    "-f",
    "-q",
    "-ttt",
    "-y",
    "-s",
    "2000",
    "-e",
    "trace=process,network,file",
    "-e",
    "signal=none",
  ];
  const callId = `${agent === "codex" ? "call" : "toolu"}_${crypto.randomUUID().replaceAll("-", "").slice(0, 24)}`;
  const startMs = Date.now();
  const { code, stdout, stderr } = await new Deno.Command("strace", {
    args: [...strace, "-o", `${traces}/t`, "--", ...shell],
    cwd: project,
    env,
    clearEnv: true,
    stdin: "null",
  }).output();
  const endMs = Date.now();
  const output = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  const trace = readTrace(traces);
  Deno.removeSync(traces, { recursive: true });
  return { agent, command, callId, startMs, endMs, output: output.slice(0, MAX_OUTPUT), exitCode: code, trace };
}

/** `strace -ff` writes a file for each thread, named by its number. */
function readTrace(traces: string): Trace {
  const lines = new Map(
    [...Deno.readDirSync(traces)].map(({ name }) => [
      Number(name.slice(name.lastIndexOf(".") + 1)),
      callsOf(Deno.readTextFileSync(`${traces}/${name}`)),
    ]),
  );
  const parents = new Map<number, { readonly pid: number; readonly isThread: boolean }>();
  for (const [pid, own] of lines) {
    for (const line of own) {
      const child = /^[\d.]+ (?:clone3?|v?fork)\(.*\) += (\d+)/.exec(line)?.[1];
      if (child !== undefined) parents.set(Number(child), { pid, isThread: line.includes("CLONE_THREAD") });
    }
  }
  const processOf = (tid: number): number => {
    const parent = parents.get(tid);
    return parent?.isThread === true ? processOf(parent.pid) : tid;
  };
  const rootPid = [...lines.keys()].find((pid) => !parents.has(pid));
  if (rootPid === undefined) throw new Error("Cannot read the trace: no process is without a parent");
  const processes = new Map<number, ProcessRow>();
  for (const pid of lines.keys()) {
    if (processOf(pid) !== pid) continue;
    const parent = parents.get(pid);
    processes.set(pid, {
      pid,
      ppid: parent === undefined ? null : processOf(parent.pid),
      root_pid: rootPid,
      ...ofProcess(lines.get(pid) ?? []),
    });
  }
  // A fork that executes nothing has its parent's name.
  for (
    const process of [...processes.values()].sort((a, b) => (a.start_timestamp_ms ?? 0) - (b.start_timestamp_ms ?? 0))
  ) {
    process.comm ??= processes.get(process.ppid ?? 0)?.argv[0]?.replace(/^.*\//, "") ?? null;
  }
  const events: EventRow[] = [];
  const hosts: { pid: number; host: string }[] = [];
  for (const [tid, own] of lines) {
    const pid = processOf(tid);
    const comm = processes.get(pid)?.comm ?? null;
    let cwd = project;
    for (const line of own) {
      const moved = /^[\d.]+ chdir\("((?:[^"\\]|\\.)*)"\) += 0$/.exec(line)?.[1];
      if (moved !== undefined) cwd = moved.startsWith("/") ? moved : `${cwd}/${moved}`;
      else cwd = /AT_FDCWD<([^>]*)>/.exec(line)?.[1] ?? cwd;
      const event = eventOf(line, cwd);
      if (event !== null) events.push({ timestamp_ms: timeOf(line), pid, comm, ...event });
      const host = /^[\d.]+ send(?:to|msg)\(.*\\r\\nHost: ([\w.:-]+)\\r\\n/i.exec(line)?.[1];
      if (host !== undefined) hosts.push({ pid, host });
    }
  }
  const byTime = events.sort((a, b) => a.timestamp_ms - b.timestamp_ms);
  const inOrder = [...processes.values()].sort((a, b) => (a.start_timestamp_ms ?? 0) - (b.start_timestamp_ms ?? 0));
  return { rootPid, processes: inOrder, events: withoutRepeats(byTime), hosts };
}

/** The lines of one thread's trace, a call that strace tells in two of them as one. */
function callsOf(text: string): readonly string[] {
  const calls: string[] = [];
  let begun: string | null = null;
  for (const line of text.split("\n")) {
    const rest = /^[\d.]+ <\.\.\. \w+ resumed>(.*)$/s.exec(line)?.[1];
    if (line.endsWith(" <unfinished ...>")) begun = line.slice(0, -" <unfinished ...>".length);
    else if (rest !== undefined && begun !== null) calls.push(begun + rest);
    else calls.push(line);
  }
  return calls;
}

/**
 * What the trace of a process says of itself. Of several programs that it executed one after the other `argv` is the
 * first's, `command` and `comm` are the last's, as AgentSight has it.
 */
function ofProcess(lines: readonly string[]): Omit<ProcessRow, "pid" | "ppid" | "root_pid"> {
  const executed = lines.map((line) => EXECUTED.exec(line)).filter((found) => found !== null);
  const [, , argv = ""] = executed[0] ?? [];
  const command = executed.at(-1)?.[1];
  const ended = lines.findLast((line) => line.includes("+++ "));
  const exit = /\+\+\+ exited with (\d+)/.exec(ended ?? "")?.[1];
  return {
    start_timestamp_ms: timeOf(lines[0] ?? ""),
    end_timestamp_ms: ended === undefined ? null : timeOf(ended),
    comm: command === undefined ? null : commOf(unescape(command)),
    command: command === undefined ? null : unescape(command),
    argv: [...argv.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = ""]) => unescape(word)),
    exit_code: exit === undefined ? null : Number(exit),
  };
}

/** The name that the kernel gives a process when it executes a file. */
function commOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).slice(0, 15);
}

function eventOf(line: string, cwd: string): Pick<EventRow, "audit_type" | "target" | "status"> | null {
  const executed = EXECUTED.exec(line)?.[1];
  if (executed !== undefined) return { audit_type: "process", target: unescape(executed), status: "observed" };
  const opened = /^[\d.]+ (?:openat2?|open|creat)\((?!.*O_DIRECTORY).* = \d+<(.*)>$/.exec(line)?.[1];
  if (opened !== undefined) return fileEvent(opened.replace(/ ?\(deleted\)$/, ""), cwd);
  const [, at, changed] =
    /^[\d.]+ (?:unlink(?:at)?|rmdir|mkdir(?:at)?|truncate|rename(?:at2?)?)\((?:[^<"]*<([^>]*)>, )?"((?:[^"\\]|\\.)*)".* = 0$/
      .exec(line) ?? [];
  if (changed !== undefined) return fileEvent(changed, at ?? cwd);
  const [, port, four, six, result] =
    /^[\d.]+ connect\(.*sin6?_port=htons\((\d+)\).*?(?:inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)").*\) = (.*)$/
      .exec(line) ?? [];
  if (port === undefined || port === "0") return null;
  const isSuccess = result === "0" || result?.includes("EINPROGRESS") === true;
  return {
    audit_type: "network",
    target: `${four ?? `[${six}]`}:${port}`,
    status: isSuccess ? "success" : "failure",
  };
}

function fileEvent(path: string, cwd: string): ReturnType<typeof eventOf> {
  const target = unescape(path);
  return { audit_type: "file", target: target.startsWith("/") ? target : `${cwd}/${target}`, status: "success" };
}

function withoutRepeats(events: readonly EventRow[]): readonly EventRow[] {
  const seen = new Set<string>();
  const libraries = new Map<number, number>();
  return events.filter(({ pid, audit_type, target }) => {
    const key = `${pid} ${audit_type} ${target}`;
    if (audit_type === "process") return true;
    if (seen.has(key)) return false;
    seen.add(key);
    if (!LIBRARY.test(target)) return true;
    libraries.set(pid, (libraries.get(pid) ?? 0) + 1);
    return (libraries.get(pid) ?? 0) <= MAX_LIBRARIES;
  });
}

function timeOf(line: string): number {
  return Math.floor(Number(/^[\d.]+/.exec(line)?.[0] ?? "0") * 1000);
}

/** A string as strace writes it, with C's escapes of single bytes. */
function unescape(text: string): string {
  const bytes: number[] = [];
  const named: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, v: 11, f: 12, a: 7, b: 8 };
  for (const [piece, octal, letter] of text.matchAll(/\\(?:([0-7]{1,3})|(.))|[^\\]+/gsu)) {
    if (octal !== undefined) bytes.push(parseInt(octal, 8));
    else if (letter !== undefined) bytes.push(named[letter] ?? letter.charCodeAt(0));
    else bytes.push(...new TextEncoder().encode(piece));
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

/** Codex's calls are known by their id, Claude's by AgentSight's own: those are found by their time. */
function snapshotText(runs: readonly Run[], sessions: Readonly<Record<Agent, string>>): string {
  const { codex, claude } = sessions;
  const claudeId = `local:claude:claude:${claude.slice(0, 6)}.${claude.slice(-5)}`;
  const lists = {
    sessions: [{ id: codex }, { id: claudeId }],
    tool_calls: runs.map(({ agent, callId, startMs, trace }, index) => ({
      id: agent === "codex" ? callId : `tool-${index}`,
      session_id: agent === "codex" ? codex : claudeId,
      timestamp_ms: startMs,
      tool_name: agent === "codex" ? "exec_command" : "Bash",
      related_pid: trace.rootPid,
    })),
    process_nodes: runs.flatMap(({ trace }) => trace.processes),
    audit_events: runs.flatMap(({ trace }) => trace.events),
    network_targets: [...Map.groupBy(runs.flatMap(({ trace }) => trace.hosts), ({ pid, host }) => `${pid} ${host}`)]
      .map(([, same]) => ({ ...same[0], count: same.length })),
  };
  const parts = Object.entries(lists).map(([name, rows]) =>
    `${JSON.stringify(name)}: [\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]`
  );
  return `{\n${parts.join(",\n")}\n}\n`;
}

function codexLog(id: string, runs: readonly Run[]): string {
  const at = (ms: number, type: string, payload: unknown) => ({ timestamp: iso(ms), type, payload });
  const first = runs[0]?.startMs ?? 0;
  return jsonl([
    at(first, "session_meta", {
      id,
      timestamp: iso(first),
      cwd: project,
      originator: "codex_exec",
      cli_version: "0.120.0",
    }),
    at(first, "turn_context", { cwd: project, model: "gpt-5-codex" }),
    at(first, "event_msg", { type: "user_message", message: "Run the commands of the list, one after the other." }),
    ...runs.flatMap((run) => [
      at(run.startMs, "response_item", {
        type: "function_call",
        name: "exec_command",
        arguments: JSON.stringify({ cmd: run.command }),
        call_id: run.callId,
      }),
      at(run.endMs, "response_item", {
        type: "function_call_output",
        call_id: run.callId,
        output: `Wall time: ${((run.endMs - run.startMs) / 1000).toFixed(4)} seconds\n` +
          `Process exited with code ${run.exitCode}\nOutput:\n${run.output}`,
      }),
    ]),
  ]);
}

function claudeLog(sessionId: string, runs: readonly Run[]): string {
  const at = (ms: number, type: string, message: unknown) => ({
    type,
    sessionId,
    cwd: project,
    version: "2.1.197",
    isSidechain: false,
    uuid: crypto.randomUUID(),
    timestamp: iso(ms),
    message,
  });
  return jsonl([
    at(runs[0]?.startMs ?? 0, "user", { role: "user", content: "Run the commands of the list, one after the other." }),
    ...runs.flatMap((run, index) => [
      at(run.startMs, "assistant", {
        id: `msg_${index}`,
        role: "assistant",
        model: "claude-sonnet-4-20250514",
        content: [{ type: "tool_use", id: run.callId, name: "Bash", input: { command: run.command } }],
      }),
      at(run.endMs, "user", {
        role: "user",
        content: [{
          type: "tool_result",
          tool_use_id: run.callId,
          content: run.exitCode === 0 ? run.output : `Exit code ${run.exitCode}\n${run.output}`,
          is_error: run.exitCode !== 0,
        }],
      }),
    ]),
  ]);
}

function jsonl(records: readonly unknown[]): string {
  return records.map((record) => JSON.stringify(record) + "\n").join("");
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** The scratch folder stands for the root of the machine. */
function write(name: string, text: string): void {
  Deno.writeTextFileSync(`${folder}/${name}`, text.replaceAll(scratch, ""));
}
