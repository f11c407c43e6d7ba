/** The example of the library's document, run as a program of somebody else. */
import assert from "node:assert/strict";
import { fromFileUrl } from "../../scripts/paths.ts";
import { startFakeServer } from "../support/llama_server.ts";
import { emptyHome, EXAMPLES, program, tempFolder } from "../support/program.ts";

const ROOT = fromFileUrl(new URL("../../", import.meta.url));

Deno.test("another program reads, projects and draws with the library, with no more than the right to read", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  await program(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url]);
  const [, example = ""] = /^```ts\n(.*?)^```/ms.exec(Deno.readTextFileSync(`${ROOT}docs/library.md`)) ?? [];
  const script = `${folder.path}/example.ts`;
  Deno.writeTextFileSync(script, example.replace("jsr:@agentpprof/cli/lib", `${ROOT}mod.ts`));
  const log = `${ROOT}examples/codex/sessions/`;
  const [file = ""] = rollouts(log);
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--no-prompt", "--config", `${ROOT}deno.json`, `--allow-read=${ROOT},${folder.path},/home`],
      ...["--allow-env=HOME,USERPROFILE,TMPDIR,TEMP,TMP", script, file, `${folder.path}/agentpprof.json`],
    ],
    env: emptyHome(),
  }).output();
  const said = new TextDecoder().decode(stdout);
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  assert.match(said, /^codex \d+ \d+\nproject:/);
  assert.match(said, /^\d{4,}$/m);
  assert.match(said, /^811927 \[/m);
  assert.match(said, /"index.html"/);
});

function rollouts(folder: string): readonly string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? rollouts(`${folder}${name}/`) : [`${folder}${name}`]
  );
}
