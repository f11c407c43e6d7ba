import assert from "node:assert/strict";
import { fromFileUrl } from "../../scripts/paths.ts";
import { startFakeServer } from "../support/llama_server.ts";
import { filesIn, program, tempFolder } from "../support/program.ts";

const FOLDER = fromFileUrl(new URL("../golden/snapshot/", import.meta.url));
const SESSIONS = ["--session-file", `${FOLDER}codex.jsonl`, "--session-file", `${FOLDER}claude.jsonl`];

Deno.test("run --snapshot shows the processes that ran, and without it the report is what it was", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  const args = ["run", "--project-root", "/home/dev/work/orbit-api", ...SESSIONS, "--llama-url", server.url, "--out"];
  const options = { env: { SOURCE_DATE_EPOCH: "1795392000" } };
  assert.equal((await program([...args, `${folder.path}/plain`], options)).code, 0);
  const traced = await program([...args, `${folder.path}/traced`, "--snapshot", `${FOLDER}snapshot.json`], options);
  assert.equal(traced.code, 0, traced.stderr);
  const report = JSON.parse(Deno.readTextFileSync(`${folder.path}/traced/agentpprof.json`));
  assert.deepEqual(report.diagnostics.snapshot, { tool_calls: 42, matched: 42 });
  assert.match(
    Deno.readTextFileSync(`${folder.path}/traced/semantic-system.folded.txt`),
    /process:npm;process:sh;process:node;/,
  );
  assert.equal((await program([...args, `${folder.path}/plain2`], options)).code, 0);
  const [first, second] = [filesIn(`${folder.path}/plain`), filesIn(`${folder.path}/plain2`)];
  assert.equal(second.get("semantic-system.folded.txt"), first.get("semantic-system.folded.txt"));
  assert.doesNotMatch(first.get("semantic-system.folded.txt") ?? "", /process:npm;process:sh;/);
});

for (
  const [title, text, told] of [["no JSON", "{", /Cannot read the snapshot/], [
    "no object",
    "[]",
    /Cannot read the snapshot/,
  ]] as const
) {
  Deno.test(`a snapshot that is ${title}: exit 2, before anything is read`, async () => {
    using folder = tempFolder();
    Deno.writeTextFileSync(`${folder.path}/s.json`, text);
    const { code, stderr } = await program([
      "run",
      ...SESSIONS,
      "--out",
      `${folder.path}/out`,
      "--snapshot",
      `${folder.path}/s.json`,
    ]);
    assert.equal(code, 2, stderr);
    assert.match(stderr, told);
  });
}
