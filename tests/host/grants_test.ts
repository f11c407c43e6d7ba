import assert from "node:assert/strict";
import { tempFolder } from "../support/program.ts";

const GRANTS = new URL("../../src/host/grants.ts", import.meta.url).href;

/** What a process with these flags says to each path: granted or not, and how often it asked the runtime. */
async function askedOf(
  flags: readonly string[],
  paths: readonly string[],
): Promise<{ granted: boolean[]; asked: number }> {
  const script = `
    import { demand } from ${JSON.stringify(GRANTS)};
    let asked = 0;
    const ask = Deno.permissions.querySync.bind(Deno.permissions);
    Deno.permissions.querySync = (descriptor) => (asked++, ask(descriptor));
    const granted = ${JSON.stringify(paths)}.map((path) => {
      try {
        demand("read", path);
        return true;
      } catch {
        return false;
      }
    });
    console.log(JSON.stringify({ granted, asked }));`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--no-config", ...flags, "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(script));
  await writer.close();
  const { stdout } = await child.output();
  return JSON.parse(new TextDecoder().decode(stdout));
}

Deno.test("demand() asks no oftener for many files of a folder that was granted than for a few", async () => {
  using folder = tempFolder();
  const paths = Array.from({ length: 500 }, (_, index) => `${folder.path}/a/b/${index}.jsonl`);
  const few = await askedOf([`--allow-read=${folder.path}`], paths.slice(0, 3));
  const many = await askedOf([`--allow-read=${folder.path}`], paths);
  assert.ok(many.granted.every((isSo) => isSo));
  assert.equal(many.asked, few.asked);
});

Deno.test("demand() lets nothing pass that was denied where all else may be read", async () => {
  using folder = tempFolder();
  const [open, secret] = [`${folder.path}/open`, `${folder.path}/secret`];
  const { granted } = await askedOf(["--allow-read", `--deny-read=${secret}`], [`${open}/a`, `${secret}/b`, secret]);
  assert.deepEqual(granted, [true, false, false]);
});

Deno.test("demand() lets nothing pass that was denied inside a folder that was granted, or lies beside it", async () => {
  using folder = tempFolder();
  const [open, secret] = [`${folder.path}/open`, `${folder.path}/open/secret`];
  const flags = [`--allow-read=${open}`, `--deny-read=${secret}`];
  const paths = [`${open}/a.jsonl`, open, `${secret}/b.jsonl`, secret, `${open}er/c.jsonl`, folder.path, `${open}/d`];
  const { granted } = await askedOf(flags, paths);
  assert.deepEqual(granted, [true, true, false, false, false, false, true]);
});
