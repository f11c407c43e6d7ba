/** Every command that the documents and the help show is run, as a reader would run it, on a copy of the examples. */
import assert from "node:assert/strict";
import { commandsOf } from "../../src/cli/command_table.ts";
import { examplesOf } from "../../src/cli/help.ts";
import { wholeTree } from "../../src/cli/program.ts";
import { fromFileUrl } from "../../scripts/paths.ts";
import { startFakeServer } from "../support/llama_server.ts";
import { memoryHost } from "../support/memory_host.ts";
import { denoCommand, tempFolder } from "../support/program.ts";
import { hasProgram } from "../support/pty.ts";
import { installProgram } from "../support/shell.ts";

const ROOT = fromFileUrl(new URL("../../", import.meta.url));
const DOCUMENTS = [
  "README.md",
  ...names(`${ROOT}docs`).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`),
];

/** What a document shows: lines to run, and where it shows it what they print. */
interface Shown {
  readonly line: string;
  readonly prints: string | null;
}

/** Tasks of a clone that run for minutes, or run these tests: that they are there is enough. */
const LONG_TASKS = ["test", "ok", "bench", "quality", "bless", "compile"];

for (const document of DOCUMENTS) {
  const shown = shownIn(Deno.readTextFileSync(ROOT + document));
  if (shown.length > 0) {
    Deno.test(`every command shown in ${document} runs`, () => runAll(shown));
  }
  Deno.test(`${document} shows no command outside of a fence that is run`, () => {
    const text = Deno.readTextFileSync(ROOT + document);
    for (const [, language = "", body = ""] of text.matchAll(/^```(\w*)\n(.*?)^```/gms)) {
      if (language === "sh" || language === "console") continue;
      // Help texts begin with their examples, which are run below.
      if (body.startsWith("Examples:")) continue;
      assert.doesNotMatch(body, /^(\$ )?(agentpprof|npx|deno|llama-server) /m);
    }
  });
}

Deno.test("every example that help shows runs", async () => {
  const lines = commandsOf(await wholeTree(memoryHost({}))).flatMap(({ command }) =>
    examplesOf(command).map(([line]) => line)
  );
  await runAll([...new Set(lines)].map((line) => ({ line, prints: null })));
});

Deno.test("every message that troubleshooting explains is one that the program says", () => {
  const source = sourceText(`${ROOT}src`);
  const titles = Deno.readTextFileSync(`${ROOT}docs/troubleshooting.md`).matchAll(/^### (.*)$/gm).map(([, title]) =>
    title
  );
  for (const message of titles.flatMap((title = "") => title.matchAll(/`([^`]+)`/g).map(([, text]) => text ?? ""))) {
    assert.ok(source.includes(message), `"${message}" is in no file of src/`);
  }
});

Deno.test("no link of the documents leads to nothing", () => {
  for (const document of DOCUMENTS) {
    const text = Deno.readTextFileSync(ROOT + document);
    for (const [, target = ""] of text.matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
      if (/^https?:/.test(target)) continue;
      assert.ok(Deno.statSync(new URL(target, new URL(document, `file://${ROOT}`))), `${document}: ${target}`);
    }
  }
});

const EXAMPLES_DAY = "2026-11-23T";

/** Runs lines one after another in a home of their own. */
async function runAll(shown: readonly Shown[]): Promise<void> {
  using home = tempFolder();
  await using server = startFakeServer();
  const env = prepare(home.path, server.url);
  await mustRun({ line: "agentpprof run --quiet --out week && agentpprof run --quiet", prints: null }, home.path, env);
  for (const one of shown) await mustRun(one, home.path, env);
}

async function mustRun({ line, prints }: Shown, home: string, env: Record<string, string>): Promise<void> {
  const shell = / completions (zsh|fish|powershell)/.exec(line)?.[1] ?? "bash";
  if (
    !hasProgram(shell) || (/\bstrace\b/.test(line) && !hasProgram("strace")) ||
    (/\bman -l/.test(line) && !hasProgram("man"))
  ) {
    // deno-lint-ignore no-console -- the reason why a line was skipped must be seen
    return console.log(`skipped: a program of this line is not on the path: ${line}`);
  }
  const script = shell === "zsh" ? `autoload -Uz compinit; compinit -u -D; ${line}` : line;
  const flags = shell === "zsh" ? ["-f", "-c"] : shell === "fish" ? ["-N", "-c"] : ["-o", "pipefail", "-c"];
  const endless = /agentpprof (serve|watch)\b/.test(line);
  const command = new Deno.Command(endless ? "timeout" : shell, {
    args: [
      ...(endless ? ["-s", "INT", "--preserve-status", "6", shell] : []),
      ...flags,
      endless ? `exec ${script}` : script,
    ],
    cwd: `${home}/work/orbit-api`,
    env,
    stdin: "null",
  });
  const { code, stdout, stderr } = await command.output();
  const decoder = new TextDecoder();
  assert.equal(code, 0, `${line}\n${decoder.decode(stdout).slice(-2000)}${decoder.decode(stderr).slice(-2000)}`);
  if (prints !== null) assert.equal(decoder.decode(stdout), prints, line);
}

/** A home with the examples as its sessions, and on the path what a reader has there. */
function prepare(home: string, serverUrl: string): Record<string, string> {
  const [bin, work] = [`${home}/bin`, `${home}/work/orbit-api`];
  for (const folder of [bin, work]) Deno.mkdirSync(folder, { recursive: true });
  copyFolder(`${ROOT}examples/codex`, `${home}/.codex`);
  copyFolder(`${ROOT}examples/claude`, `${home}/.claude`);
  for (const name of ["docs", "src", "main.ts", "worker.ts", "deno.json", "deno.lock"]) {
    Deno.symlinkSync(ROOT + name, `${work}/${name}`);
  }
  installProgram(bin);
  const { env } = denoCommand([]);
  const tasks = LONG_TASKS.join("|");
  const programs = {
    deno: `exec ${Deno.execPath()} "$@"`,
    // A clone's tasks are run in the clone.
    npx:
      `shift 2; cd ${ROOT}; unset LLAMA_SERVER LLAMA_MODEL; case $2 in ${tasks}) grep -q "\\"$2\\": {" deno.json;; ` +
      // What fetches a model is not run: that the program knows the command has to do.
      `*) case "$*" in *"model pull"* | *--model-file*) set -- "$@" --help;; ` +
      // The demo asks the tests' server, as the other lines do, for it would fetch a model for itself.
      `*"task demo"*) set -- "$@" --llama-url "$AGENTPPROF_LLAMA_URL";; esac; exec ${Deno.execPath()} "$@";; esac`,
    "llama-server": "exit 0",
    "xdg-open": "exit 0",
  };
  for (const [name, script] of Object.entries(programs)) {
    Deno.writeTextFileSync(`${bin}/${name}`, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return {
    ...env,
    HOME: home,
    XDG_CONFIG_HOME: `${home}/.config`,
    PATH: `${bin}:${Deno.env.get("PATH")}`,
    AGENTPPROF_ALL_PROJECTS: "true",
    AGENTPPROF_LLAMA_URL: serverUrl,
    MANPAGER: "cat",
    TERM: "dumb",
  };
}

/** Lines of the fences `sh`, and of `console` those after `$ ` with what is printed below them. */
function shownIn(text: string): readonly Shown[] {
  return text.matchAll(/^```(sh|console)\n(.*?)^```/gms).toArray().flatMap(
    ([, language, body = ""]): readonly Shown[] => {
      if (language === "sh") {
        return body.trimEnd().split("\n").filter((line) => line !== "").map((line) => ({ line, prints: null }));
      }
      const [first = "", ...rest] = body.split("\n");
      return [{ line: first.replace(/^\$ /, ""), prints: rest.join("\n") }];
    },
  );
}

function names(folder: string): readonly string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).toSorted();
}

function sourceText(folder: string): string {
  return [...Deno.readDirSync(folder)].map(({ name, isDirectory }) =>
    isDirectory
      ? sourceText(`${folder}/${name}`)
      : /\.tsx?$/.test(name)
      ? Deno.readTextFileSync(`${folder}/${name}`)
      : ""
  ).join("\n");
}

/** The examples were written on one day; what is asked for by age has to find them today. */
function copyFolder(from: string, to: string): void {
  const today = new Date().toISOString().slice(0, 11);
  Deno.mkdirSync(to, { recursive: true });
  for (const { name, isDirectory } of Deno.readDirSync(from)) {
    if (isDirectory) copyFolder(`${from}/${name}`, `${to}/${name}`);
    else {Deno.writeTextFileSync(
        `${to}/${name}`,
        Deno.readTextFileSync(`${from}/${name}`).replaceAll(EXAMPLES_DAY, today),
      );}
  }
}
