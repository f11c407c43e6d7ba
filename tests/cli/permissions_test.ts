/** The program has the power that it was told to need, and no other. */
import assert from "node:assert/strict";
import { startFakeServer } from "../support/llama_server.ts";
import { oddLlamaServer } from "../support/odd_server.ts";
import { emptyHome, EXAMPLES, filesIn, program, startProgram, tempFolder } from "../support/program.ts";
import { HAS_PTY, onTerminal } from "../support/pty.ts";

/** The flags of the line that the program prints for a command, as a shell takes them. */
async function flagsFor(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const { code, stdout, stderr } = await program(["permissions", ...args], { env, isFromSource: true });
  assert.equal(code, 0, stderr);
  const split = await new Deno.Command("sh", { args: ["-c", `printf '%s\\n' ${stdout}`] }).output();
  const words = new TextDecoder().decode(split.stdout).trim().split("\n");
  assert.deepEqual(words.slice(0, 3), ["deno", "run", "--no-prompt"]);
  assert.deepEqual(words.slice(-args.length), args);
  return words.slice(2, -args.length - 1);
}

/** Every way to take one value out of one flag. */
function* oneTakenAway(flags: readonly string[]): Generator<readonly [value: string, flags: readonly string[]]> {
  for (const [place, flag] of flags.entries()) {
    const [, name, list] = /^(--allow-\w+)=(.*)$/.exec(flag) ?? [];
    for (const value of list?.split(",") ?? []) {
      const left = list?.split(",").filter((other) => other !== value) ?? [];
      yield [value, flags.toSpliced(place, 1, ...(left.length > 0 ? [`${name}=${left.join(",")}`] : []))];
    }
  }
}

Deno.test("run and render work with exactly the printed line, and without any part of it name what is missing", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  const run = ["run", ...EXAMPLES, "--out", `${folder.path}/it's "out"`, "--llama-url", server.url];
  const flags = await flagsFor(run);
  const first = await program(run, { flags });
  assert.equal(first.code, 0, first.stderr);
  const whole = await program(run.with(-3, `${folder.path}/whole`));
  assert.equal(whole.code, 0, whole.stderr);
  const [narrow, wide] = [`it's "out"`, "whole"].map((name) => filesIn(`${folder.path}/${name}`));
  assert.deepEqual([...narrow?.keys() ?? []], [...wide?.keys() ?? []]);
  assert.equal(narrow?.get("semantic-system.folded.txt"), wide?.get("semantic-system.folded.txt"));

  const render = ["render", "--out", `${folder.path}/whole`];
  const drawn = await program(render, { flags: await flagsFor(render) });
  assert.equal(drawn.code, 0, drawn.stderr);

  const plain = ["run", ...EXAMPLES, "--out", `${folder.path}/whole`, "--llama-url", server.url];
  for (const [value, left] of oneTakenAway(await flagsFor(plain))) {
    const { code, stdout, stderr } = await program(plain, { flags: left });
    // What only helpers need is done without them.
    if (/\/(worker\.ts|src)$/.test(value)) continue;
    assert.equal(code, 2, `${value}: ${stderr}`);
    assert.equal(stdout, "");
    assert.match(
      stderr,
      /^agentpprof: Permission missing: [^\n]+\n {2}Add: --allow-\w+=[^\n]+\n {2}See the whole line/,
    );
    assert.ok(stderr.includes(value), `${value}: ${stderr}`);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});

/** Commands with the examples and a report in `folder`, and what each says. */
function everyCommand(folder: string, url: string): readonly (readonly [args: readonly string[], says: RegExp])[] {
  const out = ["--out", `${folder}/report`];
  const model = `${folder}/good.gguf`;
  Deno.writeTextFileSync(model, "");
  const odd = oddLlamaServer(folder);
  return [
    [["run", ...EXAMPLES, "--out", `${folder}/new`, "--llama-url", url], /"status": "ok"/],
    [["run", ...EXAMPLES, "--out", `${folder}/dry`, "--dry-run"], /sessions +13/],
    [["render", ...out], /"status": "ok"/],
    [["run", ...EXAMPLES, "--out", `${folder}/own`, "--model-file", model, "--llama-server", odd], /"status": "ok"/],
    [["bench", "--model", model, "--llama-server", odd, "--runs", "1", "--out", `${folder}/b.json`], /good/],
    [["sessions", ...EXAMPLES, "--json"], /"id": /],
    [["top", ...out, "--by", "effect"], /footprints by effect/],
    [["top", ...EXAMPLES, "--by", "effect"], /footprints by effect/],
    [["open", ...out], /^$/],
    [["doctor", ...EXAMPLES, ...out, "--llama-url", url], /ok +power/],
    [["config", "top"], /scan-files/],
    [["schema", "report"], /"\$schema"/],
    [["completions", "bash"], /_agentpprof/],
    [["man"], /\.TH AGENTPPROF/],
    [["model", "list", "--json"], /"smollm2-135m"/],
    [["cache", "dir"], /agentpprof\/logs$/m],
    [["cache", "clear"], /^$/],
  ];
}

Deno.test("every command works with exactly the printed line, on a pipe and on a terminal, and names what is taken away", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  const env = { XDG_CACHE_HOME: `${folder.path}/cache`, BROWSER: "true" };
  await program(["run", ...EXAMPLES, "--out", `${folder.path}/report`, "--llama-url", server.url], { env });
  for (const [args, says] of everyCommand(folder.path, server.url)) {
    const flags = await flagsFor(args, env);
    const { code, stdout, stderr } = await program(args, { flags, env });
    assert.equal(code, 0, `${args[0]}: ${stderr}`);
    assert.match(stdout, says);
    if (HAS_PTY) {
      const shown = await onTerminal(args, { flags, env });
      assert.equal(shown.code, 0, shown.stdout);
      assert.match(shown.stdout, says.source === "^$" ? /(removed|opened) / : says);
      assert.doesNotMatch(shown.stdout, /Allow\?|requests \w+ access/);
    }
    // The test of `run` above takes away every single one.
    const chosen = [...oneTakenAway(flags)].filter(([value]) => !/^AGENTPPROF_|\/(worker\.ts|src)$/.test(value));
    for (const [value, left] of chosen.slice(0, 6)) {
      const lacking = await program(args, { flags: left, env });
      const told = lacking.stdout + lacking.stderr;
      assert.ok([1, 2].includes(lacking.code), `${args[0]} without ${value}: ${lacking.stderr}`);
      assert.match(told, /Permission missing: /);
      assert.ok(told.includes(value), `${args[0]} without ${value}: ${told}`);
    }
  }
});

Deno.test("what goes on until it is stopped works with exactly the printed line", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  await program(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url]);
  const lines: readonly (readonly [args: readonly string[], said: RegExp])[] = [
    [["serve", "--out", folder.path], /^http:\/\/127/],
    [["watch", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url], /"status": "ok"/],
  ];
  for (const [args, said] of lines) {
    const child = startProgram(args, { flags: await flagsFor(args) });
    let text = "";
    for await (const piece of child.stdout.pipeThrough(new TextDecoderStream())) {
      text += piece;
      if (said.test(text)) child.kill("SIGINT");
    }
    assert.match(text, said);
    assert.equal((await child.status).code, 0);
    await child.stderr.cancel();
  }
});

Deno.test("a missing permission is one message on a terminal too, and never a question", async () => {
  const { code, stdout } = await new Deno.Command("script", {
    args: ["-qec", `${Deno.execPath()} run --config deno.json main.ts run`, "/dev/null"],
    env: { ...emptyHome() },
    stdin: "null",
  }).output();
  const said = new TextDecoder().decode(stdout);
  assert.equal(code, 2, said);
  assert.match(said, /^agentpprof: Permission missing: /);
  assert.doesNotMatch(said, /Allow\?|requests/);
});

Deno.test("a server on this machine is reached directly, whatever HTTP_PROXY says", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  await using proxy = startFakeServer();
  // Deno itself asks through the proxy whether there is a newer one.
  const env = {
    DENO_NO_UPDATE_CHECK: "1",
    HTTP_PROXY: proxy.url,
    http_proxy: proxy.url,
    ALL_PROXY: proxy.url,
    NO_PROXY: "example.org",
  };
  const { code, stderr } = await program(
    ["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url],
    { env },
  );
  assert.equal(code, 0, stderr);
  assert.deepEqual(proxy.paths, []);
});
