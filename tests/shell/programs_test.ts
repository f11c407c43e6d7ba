import assert from "node:assert/strict";
import { understandCommand } from "../../src/shell/command.ts";
import { loadShell } from "../../src/shell/grammar.ts";
import { understandCode } from "../../src/shell/code.ts";
import { programName, useOf } from "../../src/shell/program.ts";
import { CODE_CALLS } from "../../src/shell/programs/code_calls.ts";
import { PROGRAMS } from "../../src/shell/programs/programs.ts";
import type { Row } from "../../src/shell/programs/row.ts";
import { TASKS } from "../../src/shell/programs/tasks.ts";
import { scriptEffect, taskEffect } from "../../src/shell/tasks.ts";
import { stepsOfWindows } from "../../src/shell/windows.ts";

const shell = await loadShell();

/** Rows whose example is a wrapper around nothing that is known: the effect is that of what they run. */
const isWrapper = (row: Row): boolean => row.wraps !== undefined || row.script === "*";

/** What is wrong with the row's example; empty if it holds. */
function fault(row: Row): string {
  const [first = ""] = row.example.split(" ");
  const names = (row.run.split(" ")[0] ?? "").split("|").map((name) => name.replace(/^cmd:/, ""));
  if (!names.includes(programName(first)) && !names.includes(first.toLowerCase())) return "another program";
  const words = row.shell === "powershell" || row.shell === "cmd"
    ? stepsOfWindows(row.example, row.shell).steps.flatMap((step) => step.kind === "command" ? step.words : [])
    : row.example.split(" ").map((word) => word.replace(/^["']|["']$/g, ""));
  const use = useOf(programName(words[0] ?? ""), words.slice(1), row.shell);
  if (use?.row.run !== row.run) return `taken by "${use?.row.run}"`;
  const dialect = row.shell ?? "posix";
  const facts = understandCommand(shell, row.example, { cwd: "/work/app", home: "/home/dev", dialect });
  if (!facts.parsed) return "not parsed";
  if (isWrapper(row)) return "";
  if (facts.effect !== row.effect && facts.effect !== row.bare) return `effect ${facts.effect}`;
  return facts.commandName === programName(first) ? "" : `principal ${facts.commandName}`;
}

Deno.test("each row of the programs has an example of which it is the row that is taken and that has its effect", () => {
  const faults = PROGRAMS.map((row) => [row.run, row.example, fault(row)]).filter(([, , text]) => text !== "");
  assert.deepEqual(faults, []);
});

Deno.test("each name of a row stands for itself: no row before it takes the name away", () => {
  const names = PROGRAMS.filter((row) => !row.run.includes(" ")).flatMap((row) => row.run.split("|"));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  assert.deepEqual(twice, []);
});

Deno.test("each kind of task has an example that is told by its name", () => {
  for (const { example, effect, fileName } of TASKS) {
    assert.equal(taskEffect(example), effect, example);
    assert.equal(scriptEffect(`${example.replaceAll(":", "-")}.sh`), fileName === undefined ? null : effect, example);
  }
});

Deno.test("scriptEffect() is told by a file's name only where the name can mean nothing else", () => {
  const names = ["build.js", "test.sh", "run_tests.py", "build-all.sh", "clean.ps1", "lint"];
  assert.deepEqual(names.map(scriptEffect), ["build", "test", "test", "build", "delete", "lint"]);
  const vague = [
    "test-server.js",
    "check.py",
    "analyze.py",
    "generate_report.py",
    "format_names.py",
    "deploy.sh",
    "builder.ts",
  ];
  assert.deepEqual(vague.map(scriptEffect), vague.map(() => null));
});

Deno.test("each call in code has an example in which it is the strongest", () => {
  for (const { language, effect, example } of CODE_CALLS) {
    assert.equal(understandCode(example, language).effect, effect, example);
  }
});
