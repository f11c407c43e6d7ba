import { deepEqual, equal } from "node:assert/strict";
import { correlate } from "../../src/snapshot/correlate.ts";
import type { ToolCall } from "../../src/trace/session.ts";
import { auditRow, callRow, CWD, processRow, session, snapshotOf, T0, toolCall } from "./sample.ts";

type Row = Readonly<Record<string, unknown>>;

/** The one call of a session after correlation with a snapshot. */
function seen(document: Row, call: Partial<ToolCall> = {}): ToolCall | undefined {
  return correlate([session([toolCall(call)])], snapshotOf({ tool_calls: [callRow()], ...document })).sessions[0]
    ?.toolCalls[0];
}

function chain(process_nodes: readonly Row[], call: Partial<ToolCall> = {}, audit_events: readonly Row[] = []): string {
  return seen({ process_nodes, audit_events }, call)?.processChain.join(" ") ?? "";
}

const BASH = ["/bin/bash", "-c", "…"];
const NPM_TEST = [
  processRow(100, 1, BASH, 0, 1000),
  processRow(101, 100, ["npm", "test"], 10, 990),
  processRow(102, 101, ["sh", "-c", "node --test"], 200, 980),
  processRow(103, 102, ["node", "--test"], 210, 970),
];

Deno.test("correlate() shows what the principal command started, without the agent's shell", () => {
  equal(chain(NPM_TEST), "npm sh node");
});

Deno.test("correlate() keeps a shell that the model wrote", () => {
  equal(chain(NPM_TEST, { processChain: ["bash", "npm"] }), "bash npm sh node");
});

Deno.test("correlate() drops the agent's shell above one that the model wrote", () => {
  const nodes = [
    processRow(100, 1, BASH, 0, 1000),
    processRow(101, 100, ["bash", "build.sh"], 10, 990),
    processRow(102, 101, ["make"], 20, 980),
  ];
  equal(chain(nodes, { commandName: "bash", processChain: ["bash"] }), "bash make");
});

Deno.test("correlate() shows wrappers that stay in the tree", () => {
  const nodes = [
    processRow(100, 1, BASH, 0, 1000),
    processRow(101, 100, ["timeout", "60", "npm", "test"], 5, 995),
    processRow(102, 101, ["npm", "test"], 10, 990),
  ];
  equal(chain(nodes, { processChain: ["timeout", "npm"] }), "timeout npm");
});

Deno.test("correlate() follows the log's principal command and no filter beside it", () => {
  const nodes = [...NPM_TEST, processRow(110, 100, ["tail", "-5"], 10, 999)];
  equal(chain(nodes), "npm sh node");
});

Deno.test("correlate() takes, of children, the one that touched most", () => {
  const nodes = [
    processRow(100, 1, ["make"], 0, 1000),
    processRow(101, 100, ["sleep", "1"], 10, 990),
    processRow(102, 100, ["cc", "a.c"], 10, 800),
  ];
  const events = [auditRow("file", 102, `${CWD}/a.c`), auditRow("file", 102, `${CWD}/a.o`)];
  equal(chain(nodes, { commandName: "make", processChain: ["make"] }, events), "make cc");
});

Deno.test("correlate() takes, where none touched anything, the child that lived longest, then the first", () => {
  const make = processRow(100, 1, ["make"], 0, 1000);
  const call = { commandName: "make", processChain: ["make"] };
  equal(chain([make, processRow(101, 100, ["cc"], 10, 600), processRow(102, 100, ["ld"], 10, 900)], call), "make ld");
  equal(chain([make, processRow(102, 100, ["ld"], 10, 900), processRow(101, 100, ["cc"], 5, 895)], call), "make cc");
});

Deno.test("correlate() takes no short helper that touched nothing for a step", () => {
  const nodes = [processRow(100, 1, ["python3", "a.py"], 0, 1000), processRow(101, 100, ["uname", "-p"], 100, 103)];
  equal(chain(nodes, { commandName: "python3", processChain: ["python3"] }), "python3");
});

Deno.test("correlate() takes a subshell that executed nothing for its parent", () => {
  const nodes = [
    processRow(100, 1, BASH, 0, 1000),
    { pid: 101, ppid: 100, start_timestamp_ms: T0 + 1, end_timestamp_ms: T0 + 999, comm: "bash" },
    processRow(102, 101, ["cargo", "test"], 2, 998),
    processRow(103, 101, BASH, 3, 997),
  ];
  equal(chain(nodes, { commandName: null, processChain: [] }), "cargo");
});

Deno.test("correlate() knows a shell that executed its last command in its own place", () => {
  const nodes = [
    processRow(100, 1, ["bash", "-lc", "npm test && ls"], 0, 1000, { command: "/usr/bin/ls", comm: "ls" }),
    processRow(101, 100, ["npm", "test"], 10, 900),
  ];
  const events = [
    auditRow("process", 100, "/usr/bin/bash", 0),
    auditRow("process", 101, "/usr/bin/npm", 10),
    auditRow("process", 100, "/usr/bin/ls", 950),
    auditRow("file", 100, `${CWD}/late.txt`, 960),
  ];
  equal(chain(nodes, { processChain: ["bash", "npm"] }, events), "bash npm");
  equal(chain(nodes, { commandName: "ls", processChain: ["ls"] }, events), "ls");
  deepEqual(seen({ process_nodes: nodes, audit_events: events })?.paths, [`${CWD}/late.txt`]);
});

Deno.test("correlate() shows at most six processes, the last among them", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const nodes = names.map((name, at) => processRow(100 + at, 99 + at, [name], at, 1000 - at));
  equal(chain(nodes, { commandName: "a", processChain: ["a"] }), "a b c d e h");
});

Deno.test("correlate() keeps the log's processes where the agent's shell did all itself", () => {
  equal(chain([processRow(100, 1, BASH, 0, 9)], { commandName: "echo", processChain: ["echo"] }), "echo");
});

Deno.test("correlate() gives processes also to a tool that is no shell", () => {
  const call = { kind: "read", toolName: "Bash", commandName: null, processChain: [] } as const;
  equal(chain([processRow(100, 1, ["rg", "x"], 0, 9)], call), "rg");
});

Deno.test("correlate() tells the shell's exit code where the log has none", () => {
  const nodes = [processRow(100, 1, BASH, 0, 9, { exit_code: 3 }), processRow(101, 100, ["npm"], 1, 8)];
  equal(seen({ process_nodes: nodes })?.exitCode, 3);
  equal(seen({ process_nodes: nodes }, { exitCode: 0 })?.exitCode, 0);
  equal(seen({ process_nodes: [processRow(100, 1, ["npm"], 0, 9, { exit_code: null })] })?.exitCode, null);
});

Deno.test("correlate() adds the kernel's files to the log's, each once, and none that failed or is noise", () => {
  const call = { paths: [`${CWD}/package.json`] };
  const audit_events = [
    auditRow("file", 103, `${CWD}/src/b.ts`, 60),
    auditRow("file", 103, `${CWD}/src/a.ts`, 40),
    auditRow("file", 101, `${CWD}/package.json`),
    auditRow("file", 103, `${CWD}/src/none.ts`, 50, { status: "failure" }),
    auditRow("file", 103, "/usr/lib/libc.so.6"),
    auditRow("file", 999, "/tmp/another-process"),
    auditRow("llm", 103, "/tmp/no-file"),
  ];
  deepEqual(seen({ process_nodes: NPM_TEST, audit_events }, call)?.paths, [
    `${CWD}/package.json`,
    `${CWD}/src/a.ts`,
    `${CWD}/src/b.ts`,
  ]);
});

Deno.test("correlate() adds names of hosts, and addresses only where no name is known", () => {
  const network = [auditRow("network", 103, "93.184.216.34:443"), auditRow("network", 103, "10.0.0.1:53")];
  const named = {
    process_nodes: NPM_TEST,
    audit_events: network,
    network_targets: [{ pid: 103, host: "Example.com" }],
  };
  deepEqual(seen(named)?.domains, ["example.com"]);
  deepEqual(seen(named, { domains: ["registry.npmjs.org"] })?.domains, ["registry.npmjs.org", "example.com"]);
  deepEqual(seen({ ...named, network_targets: [] })?.domains, ["93.184.216.34"]);
  deepEqual(seen({ ...named, network_targets: [] }, { domains: ["example.com"] })?.domains, ["example.com"]);
});

Deno.test("correlate() tells at most eight hosts", () => {
  const network_targets = Array.from({ length: 20 }, (_, at) => ({ pid: 103, host: `h${at}.example` }));
  equal(seen({ process_nodes: NPM_TEST, network_targets })?.domains.length, 8);
});

Deno.test("correlate() tells processes of one pid by their time", () => {
  const process_nodes = [
    processRow(100, 1, ["old"], -9000, -8000),
    processRow(101, 100, ["old-child"], -8500, -8400),
    ...NPM_TEST,
    processRow(103, 1, ["later"], 5000, 6000),
  ];
  const audit_events = [
    auditRow("file", 100, `${CWD}/old`, -8500),
    auditRow("file", 103, `${CWD}/new`, 300),
    auditRow("file", 103, `${CWD}/later`, 5500),
  ];
  const call = seen({ process_nodes, audit_events });
  deepEqual([call?.processChain, call?.paths], [["npm", "sh", "node"], [`${CWD}/new`]]);
});

const TWO = [toolCall({ callId: "a", durationMs: 900 }), toolCall({ callId: "b", tsMs: T0 + 2000, durationMs: 500 })];

Deno.test("correlate() parts what an agent's own process started by the time of its calls", () => {
  const document = {
    tool_calls: [callRow({ id: "a", related_pid: 50 }), callRow({ id: "b", related_pid: 50, timestamp_ms: T0 + 2000 })],
    process_nodes: [
      processRow(50, 1, ["claude"], -60_000, 60_000),
      processRow(100, 50, BASH, 10, 900),
      processRow(101, 100, ["npm", "test"], 20, 890),
      processRow(200, 50, ["git", "status"], 1950, 1990),
      processRow(210, 50, BASH, 2010, 2400),
      processRow(211, 210, ["npm", "run", "build"], 2020, 2390),
      processRow(212, 211, ["tsc"], 2100, 2380),
      processRow(300, 50, ["git", "status"], 9000, 9010),
    ],
    audit_events: [
      auditRow("file", 50, "/home/dev/.claude/log.jsonl"),
      auditRow("file", 101, `${CWD}/package.json`),
      auditRow("file", 212, `${CWD}/tsconfig.json`, 2200),
      auditRow("file", 300, `${CWD}/README.md`, 9005),
    ],
  };
  const [one] = correlate([session(TWO)], snapshotOf(document)).sessions;
  deepEqual(one?.toolCalls.map(({ processChain, paths }) => [processChain.join(" "), ...paths]), [
    ["npm", `${CWD}/package.json`],
    ["npm tsc", `${CWD}/tsconfig.json`],
  ]);
});

Deno.test("correlate() knows an agent of which the snapshot holds the children alone", () => {
  const document = {
    tool_calls: [callRow({ related_pid: 50 })],
    process_nodes: [processRow(100, 50, ["npm", "test"], 10, 900)],
  };
  equal(seen(document)?.processChain.join(), "npm");
});

Deno.test("correlate() says nothing of two calls that an agent began as one", () => {
  const calls = [toolCall({ callId: "a" }), toolCall({ callId: "b" })];
  const document = {
    tool_calls: [callRow({ id: "a", related_pid: 50 }), callRow({ id: "b", related_pid: 50 })],
    process_nodes: [processRow(50, 1, ["claude"], -60_000, 60_000), processRow(100, 50, ["cargo", "test"], 10, 900)],
  };
  const { sessions, matched } = correlate([session(calls)], snapshotOf(document));
  equal(matched, 2);
  deepEqual(sessions[0]?.toolCalls, calls);
});

Deno.test("correlate() leaves to a call what another one started within it", () => {
  const outer = toolCall({ callId: "a", commandName: "claude", processChain: ["claude"] });
  const inner = session([toolCall({ callId: "b", tsMs: T0 + 500 })], { id: "inner" });
  const document = {
    tool_calls: [
      callRow({ id: "a" }),
      callRow({ id: "b", session_id: "inner", related_pid: 101, timestamp_ms: T0 + 500 }),
    ],
    process_nodes: [
      processRow(100, 1, ["claude", "-p"], 0, 1000),
      processRow(101, 100, ["npm", "test"], 510, 900),
    ],
    audit_events: [auditRow("file", 101, `${CWD}/package.json`, 600)],
  };
  const { sessions } = correlate([session([outer]), inner], snapshotOf(document));
  deepEqual(sessions.map(({ toolCalls: [call] }) => [call?.processChain, call?.paths]), [
    [["claude"], []],
    [["npm"], [`${CWD}/package.json`]],
  ]);
});

for (
  const [what, document] of [
    ["holds nothing", {}],
    ["is of other sessions", { tool_calls: [callRow({ session_id: "other" })], process_nodes: NPM_TEST }],
    ["knows no process of the call", { tool_calls: [callRow()], process_nodes: [processRow(7, 1, ["ls"], 0, 1)] }],
    ["knows no process at all", { tool_calls: [callRow({ related_pid: null })], process_nodes: NPM_TEST }],
  ] as const
) {
  Deno.test(`correlate() leaves a session untouched where the snapshot ${what}`, () => {
    const sessions = [session([toolCall()])];
    equal(correlate(sessions, snapshotOf(document)).sessions[0], sessions[0]);
  });
}

Deno.test("correlate() counts the snapshot's calls and those that are the sessions', and warns of none", () => {
  const of = (document: Row) => {
    const { toolCalls, matched, warnings } = correlate([session([toolCall()])], snapshotOf(document));
    return [toolCalls, matched, ...warnings];
  };
  deepEqual(of({ tool_calls: [callRow(), callRow({ id: "x" }), callRow({ id: "y", session_id: "z" })] }), [3, 1]);
  deepEqual(of({}), [0, 0, "The snapshot holds no tool calls"]);
  deepEqual(of({ tool_calls: [callRow({ session_id: "z" })], process_nodes: [7] }), [
    1,
    0,
    'Left out 1 of 1 rows of "process_nodes" of the snapshot: not of the expected form',
    "None of the 1 tool calls of the snapshot is of these sessions",
  ]);
});
