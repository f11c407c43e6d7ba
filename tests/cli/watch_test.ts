import assert from "node:assert/strict";
import { startFakeServer } from "../support/llama_server.ts";
import { EXAMPLES, startProgram, tempFolder } from "../support/program.ts";

Deno.test("watch waits for a first session, and writes again when one has grown", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  const [out, sessions] = [`${folder.path}/out`, `${folder.path}/sessions`];
  Deno.mkdirSync(sessions);
  const examples = EXAMPLES[EXAMPLES.indexOf("--codex-root") + 1] ?? "";
  const [small] = rollouts(examples);
  assert.ok(small !== undefined);
  const child = startProgram(
    ["watch", "--every", "0.2", "--all-projects", "--agent", "codex", "--codex-root", folder.path, "--out", out].concat(
      [
        "--llama-url",
        server.url,
      ],
    ),
  );
  const said = linesOf(child.stderr);
  try {
    await said(/Cannot find a session/);
    await said(/watching until that changes, or Ctrl-C/);
    const lines = Deno.readTextFileSync(small).trimEnd().split("\n");
    const file = `${sessions}/${small.slice(small.lastIndexOf("/") + 1)}`;
    Deno.writeTextFileSync(file, lines.slice(0, -4).join("\n") + "\n");
    await said(/wrote .*\/out; watching until Ctrl-C/);
    const before = Deno.readTextFileSync(`${out}/agentpprof.json`);
    Deno.writeTextFileSync(file, lines.slice(-4).join("\n") + "\n", { append: true });
    await said(/wrote .*\/out; watching until Ctrl-C/);
    assert.notEqual(Deno.readTextFileSync(`${out}/agentpprof.json`), before);
  } finally {
    child.kill("SIGINT");
    await child.stdout.cancel();
    await said.end();
  }
  assert.equal((await child.status).code, 0);
});

/** Session files of Codex below a folder. */
function rollouts(folder: string): readonly string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? rollouts(`${folder}/${name}`) : name.startsWith("rollout-") ? [`${folder}/${name}`] : []
  ).toSorted();
}

/** Waits for the next line that matches; lines before it are passed over. */
function linesOf(
  stream: ReadableStream<Uint8Array>,
): ((wanted: RegExp) => Promise<string>) & { readonly end: () => Promise<void> } {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  const next = async (wanted: RegExp): Promise<string> => {
    for (;;) {
      const lines = text.split("\n");
      const found = lines.slice(0, -1).findIndex((line) => wanted.test(line));
      if (found >= 0) {
        text = lines.slice(found + 1).join("\n");
        return lines[found] ?? "";
      }
      const { value, done } = await reader.read();
      if (done) throw new Error(`The program ended without saying ${wanted}: ${text}`);
      text += decoder.decode(value, { stream: true });
    }
  };
  return Object.assign(next, { end: () => reader.cancel() });
}
