/** The program as a registry of modules serves it: over HTTP, with the specifiers of its packages written out. */
import assert from "node:assert/strict";
import config from "../../deno.json" with { type: "json" };
import { fromFileUrl } from "../../scripts/paths.ts";
import { startFakeServer } from "../support/llama_server.ts";
import { probe, toldBy } from "../support/probe.ts";
import { emptyHome, EXAMPLES, filesIn, program, tempFolder } from "../support/program.ts";

const ROOT = fromFileUrl(new URL("../../", import.meta.url));
const FIXED = { SOURCE_DATE_EPOCH: "1795000000" };
/** The longest first: `preact/` before `preact`. */
const IMPORTS = Object.entries(config.imports).sort(([a], [b]) => b.length - a.length);

/** A module as JSR rewrites it. */
function asServed(path: string, before: string): string {
  const text = Deno.readTextFileSync(ROOT + path).replace(/^if \(import\.meta\.main/m, (begin) => `${before}${begin}`);
  if (path.endsWith(".json")) return text;
  const written = text.replace(/((?:from|import|source \w+ from) |import\()"([^".][^"]*)"/g, (whole, before, name) => {
    const [known, target] = IMPORTS.find(([known]) =>
      name === known || name.startsWith(`${known.replace(/\/$/, "")}/`)
    ) ?? [];
    return known === undefined ? whole : `${before}"${target}${name.slice(known.length)}"`;
  });
  return path.endsWith(".tsx")
    ? `/** @jsxRuntime automatic *//** @jsxImportSource ${config.imports.preact} */${written}`
    : written;
}

/**
 * Serves the sources; `before` stands before what `main.ts` does. The folder is another one each time: Deno keeps what
 * it once fetched, and an earlier test may have had the same port.
 */
function serve(before = ""): { readonly url: string; [Symbol.asyncDispose](): Promise<void> } {
  const types: Readonly<Record<string, string>> = {
    ts: "application/typescript",
    tsx: "text/tsx",
    js: "text/javascript",
  };
  const folder = `/${crypto.randomUUID()}/`;
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, ({ url }) => {
    const path = new URL(url).pathname.slice(folder.length);
    const type = types[path.slice(path.lastIndexOf(".") + 1)] ?? "application/json";
    return new Response(asServed(path, path === "main.ts" ? before : ""), { headers: { "content-type": type } });
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}${folder}main.ts`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

async function servedProgram(
  url: string,
  args: readonly string[],
  cwd: string,
  flags = ["-A"],
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--quiet", ...flags, url, ...args],
    env: { ...emptyHome(), ...FIXED },
    cwd,
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

Deno.test("as it is served it writes the bytes that the sources write", async () => {
  using folder = tempFolder();
  await using served = serve();
  await using server = startFakeServer();
  const run = (
    out: string,
  ) => [
    "run",
    ...EXAMPLES,
    "--project-root",
    folder.path,
    "--project-name",
    "p",
    "--out",
    `${folder.path}/${out}`,
    "--llama-url",
    server.url,
  ];
  const far = await servedProgram(served.url, run("served"), folder.path);
  assert.equal(far.code, 0, far.stderr);
  assert.equal((await program(run("source"), { env: FIXED })).code, 0);
  const [there, here] = ["served", "source"].map((name) => filesIn(`${folder.path}/${name}`));
  assert.deepEqual([...there?.keys() ?? []], [...here?.keys() ?? []]);
  // How fast words came stands in tags.json.
  for (const [name, text] of there ?? []) if (name !== "tags.json") assert.equal(text, here?.get(name), name);
});

Deno.test("served and with everything granted, a process of its own does the work, with what it needs alone", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  Deno.writeTextFileSync(`${folder.path}/outside.txt`, "not to be read");
  const asking = probe(`${folder.path}/outside.txt`, Number(new URL(server.url).port));
  await using served = serve(`await probe();\n${asking}\n`);
  const cwd = `${folder.path}/project`;
  Deno.mkdirSync(cwd);
  const { code, stdout, stderr } = await servedProgram(
    served.url,
    ["sessions", ...EXAMPLES, "--json", "--no-cache"],
    cwd,
  );
  assert.equal(code, 0, stderr);
  assert.equal(JSON.parse(stdout).length, 13);
  const [parent = {}, child = {}] = toldBy(stderr);
  assert.equal(parent["read"], "done", "the probe can tell that something is possible");
  assert.deepEqual([...new Set(Object.values(child))], ["NotCapable"], JSON.stringify(child));
});

Deno.test("served and without the right to start a process it says that it reads with more than it needs", async () => {
  using folder = tempFolder();
  await using served = serve();
  const { code, stderr } = await servedProgram(
    served.url,
    ["sessions", ...EXAMPLES, "--json", "--no-cache"],
    folder.path,
    ["--allow-read", "--allow-env", "--allow-write", `--allow-import=${new URL(served.url).host}`],
  );
  assert.equal(code, 0, stderr);
  assert.match(stderr, /permission to read everything: to narrow it, agentpprof permissions sessions/);
});
