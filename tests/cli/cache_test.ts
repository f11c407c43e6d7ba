/** The cache of logs as a user meets it: the real program as a process. */
import assert from "node:assert/strict";
import { EXAMPLES, filesIn, program, tempFolder } from "../support/program.ts";

const DRY = ["run", "--dry-run", ...EXAMPLES];

Deno.test("a second run takes from the cache what the first one read", async () => {
  using folder = tempFolder();
  const env = { XDG_CACHE_HOME: folder.path };
  const first = await program(DRY, { env });
  const names = [...Deno.readDirSync(`${folder.path}/agentpprof/logs`)].map(({ name }) => name);
  assert.equal(names.length, 1, names.join());
  const second = await program(DRY, { env });
  assert.deepEqual(second, first);
  assert.deepEqual(await program([...DRY, "--no-cache"]), first);
});

Deno.test("--no-cache keeps nothing", async () => {
  using folder = tempFolder();
  assert.equal((await program([...DRY, "--no-cache"], { env: { XDG_CACHE_HOME: folder.path } })).code, 0);
  assert.deepEqual([...filesIn(folder.path).keys()], []);
});

Deno.test("a damaged cache is told, ignored and made anew", async () => {
  using folder = tempFolder();
  const env = { XDG_CACHE_HOME: folder.path };
  const first = await program(DRY, { env });
  const logs = `${folder.path}/agentpprof/logs`;
  for (const { name } of Deno.readDirSync(logs)) Deno.writeTextFileSync(`${logs}/${name}`, "damaged");
  const second = await program(DRY, { env });
  assert.equal(second.stdout, first.stdout);
  assert.match(second.stderr, /Ignored a part of the cache of logs/);
  assert.deepEqual(await program(DRY, { env }), first);
});

Deno.test("cache dir names the folder, cache clear removes it", async () => {
  using folder = tempFolder();
  const env = { XDG_CACHE_HOME: folder.path };
  await program(DRY, { env });
  const { stdout } = await program(["cache", "dir"], { env });
  assert.equal(stdout, `${folder.path}/agentpprof/logs\n`);
  assert.equal((await program(["cache", "clear"], { env })).code, 0);
  assert.deepEqual([...filesIn(folder.path).keys()], []);
  assert.equal((await program(["cache", "clear"], { env })).code, 0);
});
