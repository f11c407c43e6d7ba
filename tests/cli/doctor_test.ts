import assert from "node:assert/strict";
import { startFakeServer } from "../support/llama_server.ts";
import { EXAMPLES, filesIn, program, tempFolder } from "../support/program.ts";

Deno.test("doctor: with everything there it says so, exits with 0 and leaves nothing behind", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  const out = `${folder.path}/deep/out`;
  const { code, stdout, stderr } = await program(["doctor", ...EXAMPLES, "--out", out, "--llama-url", server.url]);
  assert.equal(code, 0, stderr + stdout);
  assert.match(stdout, /^ok {6}claude {4}\d+ files in .*examples\/claude\/projects$/m);
  assert.match(stdout, /^ok {6}sessions {2}13 of all projects$/m);
  assert.match(stdout, /^ok {6}model {5}tiny-test/m);
  assert.match(stdout, /^ok {6}output {4}.*deep\/out \(to be made\)$/m);
  assert.deepEqual(filesIn(folder.path).size, 0);
});

Deno.test("doctor: what is missing is named with what to do, and the exit code is 1", async () => {
  using folder = tempFolder();
  Deno.writeTextFileSync(`${folder.path}/file`, "");
  const { code, stdout } = await program([
    "doctor",
    "--out",
    `${folder.path}/file/out`,
    "--llama-url",
    "http://127.0.0.1:1",
  ]);
  assert.equal(code, 1);
  assert.match(
    stdout,
    /^trouble codex {5}no folder of sessions \(usually ~\/\.codex\/sessions\)\n {18}Name it with --codex-root DIR$/m,
  );
  assert.match(stdout, /^trouble server {4}Cannot reach the llama\.cpp server .*\n {18}Start one with: llama-server/m);
  assert.match(stdout, /^trouble output {4}.*\n {18}Cannot write into ".*": name another folder with --out DIR$/m);
});

Deno.test("doctor: a project without sessions, and a model that is not there, are troubles, each told once", async () => {
  using folder = tempFolder();
  const { code, stdout } = await program([
    ...["doctor", ...EXAMPLES.slice(1), "--project-root", "/home/dev/work/other", "--out", folder.path],
    ...["--model-file", `${folder.path}/none.gguf`],
  ]);
  assert.equal(code, 1);
  assert.match(stdout, /^trouble sessions {2}Cannot find a session of the project "\/home\/dev\/work\/other"$/m);
  assert.equal(stdout.split("none.gguf").length, 2, stdout);
});

Deno.test("doctor --json tells programs the same, and a model that did badly is a note", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  const args = [...EXAMPLES, "--out", folder.path, "--llama-url", server.url];
  assert.equal((await program(["run", ...args])).code, 0);
  const { code, stdout } = await program(["doctor", ...args, "--json"]);
  assert.equal(code, 0);
  const { status, findings } = JSON.parse(stdout);
  assert.equal(status, "ok");
  const tags = findings.find(({ what }: { readonly what: string }) => what === "tags.json");
  assert.equal(tags.state, "note");
  assert.match(tags.todo, /did well on \d+ % of a labelled set/);
});
