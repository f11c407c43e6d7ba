/** What the real program can do, asked of the system (strace) and from inside the thread that reads logs. */
import assert from "node:assert/strict";
import { fromFileUrl } from "../../scripts/paths.ts";
import { startFakeServer } from "../support/llama_server.ts";
import { probe, toldBy } from "../support/probe.ts";
import { COMPILED, emptyHome, EXAMPLES, program, tempFolder } from "../support/program.ts";

const ROOT = fromFileUrl(new URL("../../", import.meta.url));

/** A copy of the sources whose reading thread tells what it can do. */
function probingCopy(folder: string, port: number): void {
  for (const name of ["main.ts", "worker.ts", "deno.json", "deno.lock", "src", "scripts"]) {
    copy(ROOT + name, `${folder}/${name}`);
  }
  Deno.writeTextFileSync(`${folder}/outside.txt`, "not to be read");
  const worker = Deno.readTextFileSync(`${folder}/worker.ts`);
  const asking = probe(`${folder}/outside.txt`, port);
  Deno.writeTextFileSync(
    `${folder}/worker.ts`,
    `${
      worker.replace("helpReading(", "probe().then(() => helpReading(")
        .replace(/\)\);\s*$/, ")));")
    }\n${asking}`,
  );
}

function copy(from: string, to: string): void {
  if (!Deno.statSync(from).isDirectory) return Deno.copyFileSync(from, to);
  Deno.mkdirSync(to);
  for (const { name } of Deno.readDirSync(from)) copy(`${from}/${name}`, `${to}/${name}`);
}

async function assertPowerless(command: string, args: readonly string[]): Promise<void> {
  const { stderr, stdout } = await new Deno.Command(command, {
    args: [...args, "sessions", ...EXAMPLES, "--json", "--no-cache"],
    env: emptyHome(),
    stdin: "null",
  }).output();
  const said = new TextDecoder().decode(stderr);
  assert.deepEqual([...new Set(toldBy(said).flatMap(Object.values))], ["NotCapable"], said);
  assert.equal(JSON.parse(new TextDecoder().decode(stdout)).length, 13, said);
}

Deno.test("whatever was granted, what reads logs cannot read other files, connect, write or run anything", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  probingCopy(folder.path, Number(new URL(server.url).port));
  await assertPowerless(Deno.execPath(), ["run", "-A", `${folder.path}/main.ts`]);
  assert.deepEqual(server.paths, []);
});

Deno.test({
  name: "the same holds in a compiled program",
  ignore: COMPILED === null,
  fn: async () => {
    using folder = tempFolder();
    await using server = startFakeServer();
    probingCopy(folder.path, Number(new URL(server.url).port));
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "scripts/compile.ts"],
      cwd: folder.path,
    }).output();
    assert.equal(code, 0);
    const path = new TextDecoder().decode(stdout).split(":")[0] ?? "";
    await assertPowerless(path, []);
    assert.deepEqual(server.paths, []);
  },
});

// deno-lint-ignore no-console -- the reason why a test was skipped must be seen
if (!hasStrace()) console.log("skipped: strace is not installed");

Deno.test({
  name: "with the printed line nothing is opened or connected to but what it names and what the runtime opens itself",
  ignore: !hasStrace(),
  fn: async () => {
    using folder = tempFolder();
    await using server = startFakeServer();
    const out = `${folder.path}/out`;
    const args = ["run", ...EXAMPLES, "--out", out, "--llama-url", server.url];
    const { stdout } = await program(["permissions", ...args], { isFromSource: true });
    const flags = stdout.trim().split(" ").slice(2, -args.length - 1);
    const own = await traced(folder.path, ["run", ...flags, `${ROOT}main.ts`, "--version"]);
    const all = await traced(folder.path, ["run", ...flags, `${ROOT}main.ts`, ...args]);
    const named = flags.flatMap((flag) => flag.replace(/^--allow-\w+=/, "").split(","));
    const denoDir = emptyHome()["DENO_DIR"] ?? "";
    const isNamed = (path: string): boolean =>
      [...named, ROOT.slice(0, -1)].some((name) => path === name || path.startsWith(`${name}/`));
    // The runtime's own: modules and what it keeps of them, clock, time zone, memory, certificates.
    const theirs =
      /^\/sys\/devices\/system\/cpu\/|^\/etc\/localtime$|^\/proc\/(self|sys\/vm)\/|^\/etc\/ssl\/|\.(pem|crt)$/;
    const isRuntimes = (path: string): boolean =>
      own.has(path) || path === denoDir || path.startsWith(`${denoDir}/`) || theirs.test(path);
    assert.ok([...all].some((path) => path.startsWith(out)), "the trace is one");
    assert.ok(all.has(new URL(server.url).host), "connections are in it");
    assert.deepEqual([...all].filter((path) => !isNamed(path) && !isRuntimes(path)), []);
  },
});

/** Absolute paths that were opened, and `host:port` of what was connected to. */
async function traced(folder: string, args: readonly string[]): Promise<ReadonlySet<string>> {
  const log = `${folder}/trace`;
  const { code, stderr } = await new Deno.Command("strace", {
    args: [
      "-f",
      "-qq",
      "-s",
      "4096",
      "-e",
      "trace=open,openat,openat2,connect,execve",
      "-o",
      log,
      Deno.execPath(),
      ...args,
    ],
    env: { ...emptyHome(), DENO_NO_UPDATE_CHECK: "1", DENO_TLS_CA_STORE: "mozilla" },
    stdin: "null",
  }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  const found = new Set<string>();
  for (const line of Deno.readTextFileSync(log).split("\n")) {
    const path = /\b(?:openat2?\([^,]+, |open\(|execve\()"([^"]+)"/.exec(line)?.[1];
    if (path !== undefined) found.add(path.startsWith("/") ? path : ROOT + path);
    const [, port, host] = /sin6?_port=htons\((\d+)\).*?(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"/.exec(line) ??
      [];
    if (port !== undefined) found.add(`${host}:${port}`);
  }
  return found;
}

function hasStrace(): boolean {
  try {
    return new Deno.Command("strace", { args: ["-V"], stdout: "null", stderr: "null" }).outputSync().success;
  } catch {
    return false;
  }
}
