import assert from "node:assert/strict";
import { commandsOf } from "../../src/cli/command_table.ts";
import { examplesOf } from "../../src/cli/help.ts";
import { wholeTree } from "../../src/cli/program.ts";
import { VERSION } from "../../src/version.ts";
import { inProcess } from "../support/in_process.ts";
import { memoryHost } from "../support/memory_host.ts";
import { hasProgram } from "../support/pty.ts";

const COMMANDS = commandsOf(await wholeTree(memoryHost({})));

for (const { name, command } of COMMANDS) {
  Deno.test(`help of "${name}" fits 80 columns and shows examples first`, () => {
    const stdout = command.helpInformation();
    for (const line of stdout.split("\n")) assert.ok(line.length <= 80, line);
    if (examplesOf(command).length === 0) return;
    assert.match(stdout, /^Examples:\n {2}.*agentpprof/);
    assert.ok(stdout.indexOf("Examples:") < stdout.indexOf("Usage:"));
  });
}

Deno.test("--help prints help to stdout and ends with 0", async () => {
  for (const args of [["--help"], ["run", "--help"], ["help", "permissions"]]) {
    const { code, stdout, stderr } = await inProcess(args);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /^Usage: agentpprof/m);
  }
});

/** Typing errors, and what is asked back. */
const ERRORS: readonly (readonly [args: readonly string[], asked: RegExp])[] = [
  [["rn"], /Unknown command 'rn'\n\(Did you mean run\?\)/],
  [["run", "--al-projects"], /Unknown option '--al-projects'\n\(Did you mean --all-projects\?\)/],
  [["top", "--by", "modle"], /argument 'modle' is invalid\. Allowed choices are project,/],
  [["schema", "reprot"], /'reprot' is invalid.*Allowed choices are report, config/],
];

for (const [args, asked] of ERRORS) {
  Deno.test(`a typing error is refused with exit code 2: agentpprof ${args.join(" ")}`, async () => {
    const { code, stdout, stderr } = await inProcess(args);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, asked);
  });
}

Deno.test("--version is one word, and with --json what a program may want to know", async () => {
  assert.deepEqual((await inProcess(["--version"])).stdout, `${VERSION}\n`);
  const facts = JSON.parse((await inProcess(["--version", "--json"])).stdout);
  assert.deepEqual([facts.name, facts.version, facts.schema_version], ["agentpprof", VERSION, 2]);
});

Deno.test({
  name: "the manual page is read by man without a warning, and tells every command and option",
  ignore: !hasProgram("man"),
  fn: async () => {
    const { stdout } = await inProcess(["man"]);
    const page = Deno.makeTempFileSync({ suffix: ".1" });
    Deno.writeTextFileSync(page, stdout);
    const man = await new Deno.Command("man", {
      args: ["--warnings", "-l", page],
      env: { MANWIDTH: "120", MANPAGER: "cat", LC_ALL: "C.UTF-8" },
    }).output();
    Deno.removeSync(page);
    const decoder = new TextDecoder();
    assert.equal(decoder.decode(man.stderr), "");
    const text = decoder.decode(man.stdout);
    for (const { name, command } of COMMANDS) {
      assert.ok(text.includes(name));
      for (const { long } of command.options) {
        if (long !== undefined && long !== "--version") assert.ok(text.includes(long), long);
      }
    }
  },
});
