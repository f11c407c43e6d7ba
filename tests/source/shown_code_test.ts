/** What a script did is told by its code where the session has shown all of it, and by nothing less. */
import assert from "node:assert/strict";
import { only, readRecordsOf } from "../support/read.ts";

const WRITES = "open('out.csv', 'w').write('a')\n";
const READS = "print(open('in.csv').read())\n";
const ASKS = "import requests\nrequests.get('https://api.example.com/x')\n";

interface Step {
  readonly name: string;
  readonly input: object;
  /** Content of its result and its `toolUseResult`; an error where `fails`. */
  readonly printed?: string;
  readonly side?: object;
  readonly fails?: boolean;
}

const write = (content: string, more: object = {}): Step => ({
  name: "Write",
  input: { file_path: "/p/a.py", content },
  ...more,
});
const edit = (new_string: string): Step => ({
  name: "Edit",
  input: { file_path: "/p/a.py", old_string: "x", new_string },
});
const bash = (command: string, printed = ""): Step => ({ name: "Bash", input: { command }, printed });
const read = (printed: string, totalLines: number): Step => ({
  name: "Read",
  input: { file_path: "/p/a.py" },
  printed,
  side: { type: "text", file: { filePath: "/p/a.py", totalLines } },
});
const RUN = bash("python3 a.py");

const CLAUDE: readonly (readonly [rule: string, steps: readonly Step[], effect: string])[] = [
  ["of which nothing was shown", [], "process"],
  ["that was written", [write(WRITES)], "write"],
  ["that reads and takes in nothing else", [write(READS)], "read"],
  ["that reads and takes in code that was not shown", [write(`import app.jobs\n${READS}`)], "process"],
  ["that writes, whatever else it takes in", [write(`import app.jobs\n${WRITES}`)], "write"],
  ["that was written twice", [write(WRITES), write(ASKS)], "network"],
  ["to which an edit added a stronger call", [write(READS), edit(ASKS)], "network"],
  ["that was only edited", [edit(ASKS)], "process"],
  ["whose writing was refused", [write(WRITES, { fails: true })], "process"],
  ["that a command changed since", [write(WRITES), bash("sed -i s/a/b/ a.py")], "process"],
  ["in a heredoc", [bash(`cat > a.py <<'EOF'\n${WRITES}EOF`)], "write"],
  ["that was printed", [bash("cat a.py", WRITES)], "write"],
  ["of which the head was printed, shorter than asked for", [bash("sed -n 1,20p a.py", WRITES)], "write"],
  ["of which the head was printed", [bash("sed -n 1,1p a.py", WRITES)], "process"],
  ["that was read whole", [read(`     1\t${WRITES.trimEnd()}`, 1)], "write"],
  ["that was read in part", [read(`     1\t${WRITES.trimEnd()}`, 2)], "process"],
];

for (const [rule, steps, effect] of CLAUDE) {
  Deno.test(`Claude: a run of a script ${rule} is ${effect}`, () => {
    const { sessions } = readRecordsOf({ "/c.jsonl": [...steps, RUN].flatMap(claudeRecords) });
    assert.equal(only(sessions).toolCalls.at(-1)?.effect, effect);
  });
}

function claudeRecords({ name, input, printed = "", side = {}, fails = false }: Step, index: number): object[] {
  const record = (type: string, more: object) => ({
    type,
    uuid: `${type}${index}`,
    sessionId: "s",
    cwd: "/p",
    timestamp: `2026-11-20T10:00:${String(index).padStart(2, "0")}.000Z`,
    ...more,
  });
  const id = `toolu_0123456789abcdef${index}`;
  const usage = { input_tokens: 1, output_tokens: 2 };
  const message = {
    id: `msg_0123456789abcdef${index}`,
    model: "m",
    usage,
    content: [{ type: "tool_use", id, name, input }],
  };
  const content = [{ type: "tool_result", tool_use_id: id, content: printed, is_error: fails }];
  return [
    record("assistant", { requestId: `req_${index}`, message }),
    record("user", { message: { role: "user", content }, toolUseResult: side }),
  ];
}

const added = (code: string) =>
  `*** Begin Patch\n*** Add File: a.py\n${code.trimEnd().replaceAll(/^/gm, "+")}\n*** End Patch`;

const CODEX: readonly (readonly [rule: string, patch: string, answer: string, effect: string])[] = [
  ["that a patch added", added(WRITES), "Success. Updated the following files:\nA a.py\n", "write"],
  ["of a patch that did not fit", added(WRITES), "apply_patch verification failed: no such lines", "process"],
  [
    "that a patch updated, of which the rest was not shown",
    `*** Begin Patch\n*** Update File: a.py\n@@\n-x\n+${WRITES.trimEnd()}\n*** End Patch`,
    "Success. Updated the following files:\nM a.py\n",
    "process",
  ],
];

for (const [rule, patch, answer, effect] of CODEX) {
  Deno.test(`Codex: a run of a script ${rule} is ${effect}`, () => {
    const item = (payload: object) => ({ timestamp: "2026-11-20T10:00:02.000Z", type: "response_item", payload });
    const { sessions } = readRecordsOf({
      "/r.jsonl": [
        { timestamp: "2026-11-20T10:00:00.000Z", type: "session_meta", payload: { id: "t1", cwd: "/p" } },
        item({ type: "custom_tool_call", name: "apply_patch", call_id: "call_aaaaaaaaaaaaaaaa", input: patch }),
        item({ type: "custom_tool_call_output", call_id: "call_aaaaaaaaaaaaaaaa", output: answer }),
        item({
          type: "function_call",
          name: "exec_command",
          call_id: "call_bbbbbbbbbbbbbbbb",
          arguments: JSON.stringify({ cmd: "python3 a.py" }),
        }),
      ],
    });
    assert.equal(only(sessions).toolCalls.at(-1)?.effect, effect);
  });
}
