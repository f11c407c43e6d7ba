/** What a source says that it does not need of a record, its parser must not read. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { denoHost } from "../../src/host/deno.ts";
import type { Shell } from "../../src/shell/command.ts";
import { loadShell } from "../../src/shell/grammar.ts";
import { readRecords } from "../../src/source/jsonl.ts";
import { type Fields, parseFields } from "../../src/source/narrow.ts";
import type { ParsedFile, Source } from "../../src/source/source.ts";
import { makeText } from "../../src/source/text.ts";
import { SOURCES } from "../../src/source/sources.ts";
import type { Agent } from "../../src/trace/session.ts";
import { memoryHost } from "../support/memory_host.ts";
import { jsonl } from "../support/read.ts";
import { fromFileUrl } from "../../scripts/paths.ts";

const GRAMMAR: Shell | null = await loadShell();
const EXAMPLES = fromFileUrl(new URL("../../examples/", import.meta.url));
const FILE = "/home/dev/logs/a.jsonl";

/** Long strings that are hard to cut: each must be looked at by the same rule however much of it there is. */
const TEXTS: readonly string[] = [
  "x".repeat(30_000),
  "\u001b[31m\u0000".repeat(4000),
  'größe — "quoted" \\ 😀\n'.repeat(900),
  "Exit code 3\n" + '\\"'.repeat(20_000),
  "Permission to use Bash with command " + "y".repeat(6000) + " has been denied.",
  "Permission to use " + "\u0007".repeat(450) + " has been denied." + "y".repeat(9000),
  "exec_command failed for " + "z".repeat(3000) + ": Rejected(no)" + "z".repeat(20_000),
  '{"output":"' + "x".repeat(20_000) + '","metadata":{"exit_code":3,"duration_seconds":1}}',
  '{"output":"' + "x".repeat(300_000) + '","metadata":{"exit_code":3,"duration_seconds":1}}',
  "Wall time: 2 seconds\nProcess exited with code 4\n" + "\u0007".repeat(60_000),
  "<status>completed</status>" + "\n".repeat(9000) + "<exit_code>3</exit_code>",
  "w".repeat(5000) + "<status>completed</status><exit_code>3</exit_code>",
];

function parsed(
  source: Source,
  shell: Shell | null,
  feed: (take: (record: Fields, line: number) => void) => void,
): ParsedFile {
  const parser = source.parser({
    file: FILE,
    shell,
    home: "/home/dev",
    makeText,
    readBeside: () => null,
    resumed: null,
    mark: () => {},
    mayMark: () => true,
    wantsMark: () => false,
  });
  feed((record, line) => parser.record(record, line));
  return parser.finish();
}

/** The parts that a source makes of records as it reads them, and as it would of whole ones. */
function both(source: Source, records: readonly unknown[], shell = GRAMMAR): readonly [ParsedFile, ParsedFile] {
  const host = memoryHost({ [FILE]: jsonl(records) });
  return [
    parsed(
      source,
      shell,
      (take) => void readRecords(host, FILE, (record, { line }) => take(record, line), source.needs(shell)),
    ),
    parsed(
      source,
      shell,
      (take) => records.forEach((record, index) => take(parseFields(JSON.stringify(record)) ?? {}, index + 1)),
    ),
  ];
}

for (const source of SOURCES) {
  const files = exampleFiles(EXAMPLES).map((path) => {
    const records: Fields[] = [];
    readRecords(denoHost, path, (record) => void records.push(record));
    return records;
  }).filter((records) => records.some((record) => source.detect(record)) && !isOther(source, records));

  Deno.test(`${source.agent}: a long string in any place gives what the whole record would`, () => {
    assert.ok(files.length > 0);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.constantFrom(...TEXTS), (file, index, place, text) => {
        const records: unknown[] = [...files[file % files.length] ?? []];
        const at = index % records.length;
        const places = stringsIn(records[at]);
        records[at] = withString(records[at], places[place % Math.max(1, places.length)] ?? [], text);
        for (const shell of [GRAMMAR, null]) {
          const [read, whole] = both(source, records, shell);
          assert.deepEqual(read, whole);
        }
      }),
      // A path that is too long to be one, in a result.
      { numRuns: 500, examples: [[2007867359, 356806017, 12, "x".repeat(30_000)]] },
    );
  });

  Deno.test(`${source.agent}: records that are long in every place give what whole ones would`, () => {
    for (const records of files) {
      const [read, whole] = both(source, records.map((record) => ({ ...record, filler: ["x".repeat(5000)] })));
      assert.deepEqual(read, whole);
    }
  });
}

/** A call that failed with a text, in the agent's own records. */
const FAILURES: Readonly<Record<Agent, (text: string) => readonly unknown[]>> = {
  claude: (text) => [
    {
      type: "assistant",
      sessionId: "s1",
      message: { id: "msg_0123456789abcdefghij", content: [{ type: "tool_use", id: "t1", name: "Bash", input: {} }] },
    },
    {
      type: "user",
      sessionId: "s1",
      message: {
        content: [{ type: "tool_result", tool_use_id: "t1", content: [{ type: "text", text }], is_error: true }],
      },
    },
  ],
  codex: (text) => [
    { type: "session_meta", payload: { id: "s1" } },
    { type: "response_item", payload: { type: "function_call", name: "shell", call_id: "c1", arguments: "{}" } },
    { type: "response_item", payload: { type: "function_call_output", call_id: "c1", output: text } },
  ],
};

for (const source of SOURCES) {
  Deno.test(`${source.agent}: how a call ended is told by what is kept of its result`, () => {
    for (const text of TEXTS) {
      const [read, whole] = both(source, FAILURES[source.agent](text));
      assert.equal(whole.parts[0]?.toolCalls.length, 1);
      assert.deepEqual(read, whole, text.slice(0, 60));
    }
  });
}

function isOther(source: Source, records: readonly Fields[]): boolean {
  return records.slice(0, 1).some((record) => SOURCES.some((other) => other !== source && other.detect(record)));
}

function exampleFiles(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? exampleFiles(`${folder}/${name}`) : name.endsWith(".jsonl") ? [`${folder}/${name}`] : []
  );
}

type Way = readonly (string | number)[];

/** The ways to all strings of a value but the record's type. */
function stringsIn(value: unknown, way: Way = []): Way[] {
  if (typeof value === "string") return way.join() === "type" ? [] : [way];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => stringsIn(member, [...way, key]));
}

function withString(value: unknown, [step, ...rest]: Way, text: string): unknown {
  if (step === undefined) return typeof value === "string" ? text : value;
  if (Array.isArray(value)) {
    return value.map((member, index) => index === Number(step) ? withString(member, rest, text) : member);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === step ? withString(member, rest, text) : member]),
  );
}
