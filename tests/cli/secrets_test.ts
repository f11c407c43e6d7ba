/** What is in the logs must not be in a report: planted where a person's secrets stand. */
import assert from "node:assert/strict";
import { startFakeServer } from "../support/llama_server.ts";
import { filesIn, program, tempFolder } from "../support/program.ts";
import { jsonl } from "../support/read.ts";

const SECRET = "hunter2Tr0ub4dor";
const CWD = "/home/dana/work/shop";

const claude = jsonl([
  { type: "summary", summary: `title ${SECRET}`, leafUuid: "u1" },
  {
    type: "user",
    uuid: "u1",
    sessionId: "s1",
    cwd: CWD,
    timestamp: "2026-11-20T10:00:00Z",
    message: { content: `use ${SECRET}` },
  },
  {
    type: "assistant",
    uuid: "a1",
    sessionId: "s1",
    cwd: CWD,
    timestamp: "2026-11-20T10:00:01Z",
    message: {
      id: "msg_0123456789abcdefghij",
      model: "claude-x",
      usage: { input_tokens: 5, output_tokens: 7 },
      content: [
        { type: "text", text: `I know ${SECRET}` },
        {
          type: "tool_use",
          id: "toolu_0123456789abcdef",
          name: "Bash",
          input: { command: `curl -u me:${SECRET} https://me:${SECRET}@api.example.com/x?key=${SECRET}` },
        },
        {
          type: "tool_use",
          id: "toolu_0123456789abcdeg",
          name: "Read",
          input: { file_path: `${CWD}/src/${SECRET}.ts` },
        },
        {
          type: "tool_use",
          id: "toolu_0123456789abcdeh",
          name: "Write",
          input: { file_path: `/home/dana/${SECRET}/a.txt`, content: SECRET },
        },
        {
          type: "tool_use",
          id: "toolu_0123456789abcdei",
          name: "Bash",
          input: {
            command:
              `PASSWORD=${SECRET} cat ~/${SECRET}/notes "/srv/${SECRET}/x" && echo ${SECRET} > src/${SECRET}.txt`,
          },
        },
      ],
    },
  },
  {
    type: "user",
    uuid: "u2",
    sessionId: "s1",
    cwd: CWD,
    timestamp: "2026-11-20T10:00:02Z",
    message: {
      content: [{ type: "tool_result", tool_use_id: "toolu_0123456789abcdef", content: SECRET, is_error: true }],
    },
  },
  `not json ${SECRET}`,
]);

const codex = jsonl([
  {
    timestamp: "2026-11-20T11:00:00Z",
    type: "session_meta",
    payload: { id: "t1", cwd: CWD, git: { repository_url: `https://me:${SECRET}@example.com/r` } },
  },
  {
    timestamp: "2026-11-20T11:00:01Z",
    type: "event_msg",
    payload: { type: "user_message", message: `deploy with ${SECRET}` },
  },
  {
    timestamp: "2026-11-20T11:00:02Z",
    type: "response_item",
    payload: {
      type: "function_call",
      name: "shell",
      call_id: "call_0123456789abcdef",
      arguments: JSON.stringify({ command: ["bash", "-lc", `ssh ${SECRET}@host.example.com 'echo ${SECRET}'`] }),
    },
  },
  {
    timestamp: "2026-11-20T11:00:03Z",
    type: "response_item",
    payload: {
      type: "custom_tool_call",
      name: "apply_patch",
      call_id: "call_0123456789abcdeg",
      input: `*** Begin Patch\n*** Add File: /home/dana/${SECRET}/b.ts\n+${SECRET}\n*** End Patch`,
    },
  },
]);

Deno.test("no secret of a prompt, command, file, file name or folder outside the project is in any file written", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  Deno.writeTextFileSync(`${folder.path}/one.jsonl`, claude.replace(/^"(not json[^"]*)"$/m, "$1"));
  Deno.writeTextFileSync(`${folder.path}/two.jsonl`, codex);
  const out = `${folder.path}/out`;
  const files = ["--session-file", `${folder.path}/one.jsonl`, "--session-file", `${folder.path}/two.jsonl`];
  const { code, stdout, stderr } = await program([
    "run",
    "--project-root",
    CWD,
    ...files,
    "--out",
    out,
    "--llama-url",
    server.url,
  ]);
  assert.equal(code, 3, stderr);
  const written = filesIn(out);
  assert.ok(written.size > 20);
  for (const [name, text] of written) {
    assert.ok(!text.toLowerCase().includes(SECRET.toLowerCase()), `${name} holds the secret`);
  }
  assert.ok(!(stdout + stderr).includes(SECRET));
  assert.match(written.get("semantic-system.folded.txt") ?? "", /path:src/);
  const homes = [...written].filter(([name, text]) => name !== "agentpprof.json" && text.includes("dana")).map((
    [name],
  ) => name);
  assert.deepEqual(homes, [], "the user's name stands in the report's project and inputs alone");
});

Deno.test("the model is shown the texts, so that the test above is about something", async () => {
  using folder = tempFolder();
  await using server = startFakeServer();
  Deno.writeTextFileSync(`${folder.path}/two.jsonl`, codex);
  await program([
    "run",
    "--project-root",
    CWD,
    "--session-file",
    `${folder.path}/two.jsonl`,
    "--out",
    `${folder.path}/out`,
    "--llama-url",
    server.url,
  ]);
  assert.ok(server.asked.some(({ body }) => JSON.stringify(body).includes(SECRET)));
});
