import { deepEqual, equal } from "node:assert/strict";
import { programExecuted, programName } from "../../src/snapshot/program_name.ts";
import { snapshotOf } from "./sample.ts";

for (
  const [members, expected] of [
    [{ argv: ["node", "/usr/bin/npm", "test"], command: "/usr/bin/node", comm: "node" }, "npm"],
    [{ argv: ["npm", "test"], command: "/usr/bin/node", comm: "node" }, "npm"],
    [{ argv: ["npm test"], comm: "npm test" }, "npm"],
    [{ argv: ["node", "--no-warnings", "/p/node_modules/.bin/tsc", "-p", "."] }, "tsc"],
    [{ argv: ["node", "server.js"] }, "node"],
    [{ argv: ["node", "/p/bin/cli.js"] }, "node"],
    [{ argv: ["/venv/bin/python3", "/venv/bin/pytest"] }, "pytest"],
    [{ argv: ["python3", "-m", "pytest"] }, "python3"],
    [{ argv: ["/bin/bash", "/p/bin/deploy"] }, "deploy"],
    [{ argv: ["bash", "./build.sh"] }, "bash"],
    [{ argv: ["-bash"] }, "bash"],
    [{ argv: ["bash", "-lc", "rg x"], command: "/usr/bin/rg", comm: "rg" }, "rg"],
    [{ argv: ["env", "A=1", "node", "x.js"], command: "/usr/bin/node" }, "node"],
    [{ argv: ["C:\\Windows\\System32\\cmd.exe", "/c", "dir"] }, "cmd"],
    [{ argv: ["npm.CMD"] }, "npm"],
    [{ command: "/usr/bin/git status --short" }, "git"],
    [{ command: "/usr/bin/git", comm: "git-thread" }, "git"],
    [{ comm: "rg" }, "rg"],
    [{ argv: [], command: "", comm: "rg" }, "rg"],
    [{ argv: [""], comm: "" }, null],
    [{}, null],
    [{ argv: ["/"] }, null],
  ] as const
) {
  Deno.test(`programName() of ${JSON.stringify(members)} is ${JSON.stringify(expected)}`, () => {
    const [row] = snapshotOf({ process_nodes: [{ pid: 1, ...members }] }).process_nodes;
    equal(row === undefined ? undefined : programName(row), expected);
  });
}

for (
  const [files, argv, expected] of [
    [["/bin/bash", "/usr/bin/ls"], ["bash", "-c", "ls"], { command: "/usr/bin/ls", argv: null }],
    [["/bin/bash", "/usr/bin/npm", "/usr/bin/node"], ["bash", "-c", "npm test"], {
      command: "/usr/bin/npm",
      argv: null,
    }],
    [["/usr/bin/env", "/usr/bin/nice", "/usr/bin/node"], null, { command: "/usr/bin/node", argv: null }],
    [["/usr/bin/ls"], ["ls", "-l"], { command: "/usr/bin/ls", argv: ["ls", "-l"] }],
    [["/bin/bash"], ["bash", "-c", "a; b"], { command: "/bin/bash", argv: ["bash", "-c", "a; b"] }],
    [[], ["bash"], { command: null, argv: null }],
  ] as const
) {
  Deno.test(`programExecuted() knows a process that executed ${files.join(", then ") || "nothing"}`, () => {
    deepEqual(programExecuted(files, argv), expected);
  });
}
