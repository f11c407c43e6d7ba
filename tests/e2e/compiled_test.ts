/** The compiled program does what the sources do, alone on a machine. Runs where AGENTPPROF_PROGRAM names one. */
import assert from "node:assert/strict";
import { fromFileUrl } from "../../scripts/paths.ts";
import { startFakeServer } from "../support/llama_server.ts";
import { COMPILED, EXAMPLES, filesIn, program, tempFolder } from "../support/program.ts";
import { sharedPath } from "../support/shared.ts";

const EXAMPLES_FOLDER = fromFileUrl(new URL("../../examples", import.meta.url));
const MAX_BYTES = 100e6;
const FIXED = { SOURCE_DATE_EPOCH: "1795392000" };

// deno-lint-ignore no-console -- the reason why a test was skipped must be seen
if (COMPILED === null) console.log("skipped: AGENTPPROF_PROGRAM names no compiled program");

Deno.test({
  name: "the compiled program writes the bytes that the sources write",
  ignore: COMPILED === null,
  fn: async () => {
    const real = sharedPath("real-sessions");
    const sessions = real === null
      ? EXAMPLES
      : ["--all-projects", "--codex-root", `${real}/codex`, "--claude-root", `${real}/claude`];
    using folder = tempFolder();
    await using server = startFakeServer();
    const out = `${folder.path}/out`;
    const args = ["run", ...sessions, "--scan-files", "0", "--max-sessions", "0", "--out", out];
    const run = async (isFromSource: boolean): Promise<Map<string, string>> => {
      // The words of the first are known to the second, and the folder is the same: it stands in the report.
      const { code, stderr } = await program([...args, "--llama-url", server.url], { env: FIXED, isFromSource });
      assert.ok(code === 0 || code === 3, stderr);
      return filesIn(out);
    };
    await run(true);
    const [source, compiled] = [await run(true), await run(false)];
    assert.deepEqual([...compiled.keys()], [...source.keys()]);
    for (const [name, text] of source) assert.ok(compiled.get(name) === text, `${name} differs`);
    const [listedBySource, listed] = await Promise.all(
      [true, false].map((isFromSource) => program(["sessions", ...sessions, "--json"], { isFromSource })),
    );
    assert.equal(listed?.stdout, listedBySource?.stdout);
  },
});

Deno.test({
  name: "the compiled program is small enough, and every command runs where there is nothing but glibc and /proc",
  ignore: COMPILED === null || Deno.build.os !== "linux" || Deno.uid() !== 0,
  fn: async () => {
    assert.ok(COMPILED !== null);
    assert.ok(Deno.statSync(COMPILED).size < MAX_BYTES);
    using folder = tempFolder();
    await using server = startFakeServer();
    const root = `${folder.path}/root`;
    const script = `
      set -eu
      PATH=$PATH:/usr/sbin:/sbin
      mkdir -p "$ROOT/proc" "$ROOT/out" "$ROOT/tmp"
      cp "$PROGRAM" "$ROOT/agentpprof"
      cp -r "$EXAMPLES" "$ROOT/examples"
      ldd "$PROGRAM" | grep -o '/[^ ]*' | while read -r lib; do mkdir -p "$ROOT$(dirname "$lib")"; cp -L "$lib" "$ROOT$lib"; done
      exec unshare --mount --pid --fork sh -c '
        mount -t proc proc "$ROOT/proc"
        echo "$COMMANDS" | while read -r words; do
          env -i HOME=/ PATH="$PATH" chroot "$ROOT" /agentpprof $words </dev/null >"$ROOT/said" || { echo "failed: $words" >&2; exit 1; }
          [ -s "$ROOT/said" ] || { echo "said nothing: $words" >&2; exit 1; }
        done'
    `;
    const { code, stderr } = await new Deno.Command("sh", {
      args: ["-c", script],
      env: { ROOT: root, PROGRAM: COMPILED, EXAMPLES: EXAMPLES_FOLDER, COMMANDS: aloneCommands(server.url), HOME: "/" },
    }).output();
    assert.equal(code, 0, new TextDecoder().decode(stderr));
    assert.ok(filesIn(`${root}/out`).has("index.html"));
  },
});

/** All commands but those that start another program, as lines. */
function aloneCommands(url: string): string {
  const logs = "--project-root /work --all-projects --codex-root /examples/codex --claude-root /examples/claude";
  return [
    "--version",
    "--help",
    `run ${logs} --out /out --llama-url ${url}`,
    `run ${logs} --out /out --dry-run`,
    "render --out /out",
    `sessions ${logs} --json`,
    "top --out /out --by effect",
    `top ${logs} --by effect`,
    `doctor ${logs} --out /out --llama-url ${url}`,
    `permissions run ${logs}`,
    "config top",
    "schema report",
    "completions bash",
    "man",
    "model list",
    "cache dir",
    "complete -- run --si",
  ].join("\n");
}
