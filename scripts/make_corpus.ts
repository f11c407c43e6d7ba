/**
 * Makes a history of Claude Code sessions for measurements: `deno run -A scripts/make_corpus.ts FOLDER [MB] [SEED]`.
 * Seeded, so that two runs give the same bytes. The sizes of the files are those of a real history as ccusage published it (3,142
 * files, 1,239 MiB): half up to 105 kB, 75 % 234 kB, 90 % 654 kB, 95 % 1.5 MB, 99 % 5.4 MB, the largest 87 MB. What the records
 * hold, and how long they are, is as in logs of real runs: what was read or edited stands in its result twice, as text and as
 * the tool's own record, and a session begins with long listings.
 */
import { generator } from "./random.ts";

const SIZES: readonly (readonly [share: number, bytes: number])[] = [
  [0, 4_000],
  [0.5, 105_000],
  [0.75, 234_000],
  [0.9, 654_000],
  [0.95, 1_500_000],
  [0.99, 5_400_000],
  // Not published: with it the mean is that of the history.
  [0.999, 18_000_000],
  [1, 87_000_000],
];

const [folder, megabytes = "400", seed = "1"] = Deno.args;
if (folder === undefined) {
  console.error("make_corpus: Name a folder: deno run -A scripts/make_corpus.ts FOLDER [MB] [SEED]");
  Deno.exit(2);
}
const random = generator(Number(seed));
const limit = Number(megabytes) * 1_000_000;
const encoder = new TextEncoder();
let written = 0;
for (let index = 0; written < limit; index++) {
  const project = `-home-dev-work-project-${index % 12}`;
  const id = uuid();
  Deno.mkdirSync(`${folder}/projects/${project}`, { recursive: true });
  const bytes = encoder.encode(session(id, index, Math.min(fileSize(), limit - written)));
  Deno.writeFileSync(`${folder}/projects/${project}/${id}.jsonl`, bytes);
  written += bytes.length;
}

/** A size of the distribution: between two of its points the logarithm is even. */
function fileSize(): number {
  const at = random();
  for (let point = 1; point < SIZES.length; point++) {
    const [from, small] = SIZES[point - 1] ?? [0, 0];
    const [to, large] = SIZES[point] ?? [1, 0];
    if (at <= to) return small * (large / small) ** ((at - from) / (to - from));
  }
  return 0;
}

function session(id: string, index: number, size: number): string {
  const lines: string[] = [];
  const cwd = `/home/dev/work/project-${index % 12}`;
  let bytes = 0;
  let ms = Date.UTC(2026, 8, 1) + index * 600_000;
  let parent: string | null = null;
  const envelope = () => ({
    isSidechain: false,
    userType: "external",
    cwd,
    sessionId: id,
    version: "2.1.197",
    gitBranch: "main",
    timestamp: new Date(ms += Math.floor(random() * 4000)).toISOString(),
  });
  const add = (record: Record<string, unknown>, chained = true): void => {
    const own = uuid();
    const line = JSON.stringify(chained ? { parentUuid: parent, ...record, uuid: own } : record) + "\n";
    if (chained) parent = own;
    lines.push(line);
    bytes += line.length;
  };
  const attach = (type: string, content: string): void =>
    add({ ...envelope(), type: "attachment", attachment: { type, content } });
  add({ type: "mode", mode: "default", sessionId: id }, false);
  attach("skill_listing", words(1600));
  attach("agent_listing_delta", words(500));
  attach("environment", words(150));
  while (bytes < size) {
    add({ ...envelope(), type: "user", message: { role: "user", content: words(8 + Math.floor(random() * 60)) } });
    attach("date", words(15));
    const rounds = 1 + Math.floor(random() * 14);
    for (let round = 0; round < rounds && bytes < size; round++) {
      const message = {
        id: `msg_01${hex(22)}`,
        type: "message",
        role: "assistant",
        model: "claude-opus-4-8",
        stop_reason: "tool_use",
      };
      const usage = {
        input_tokens: 4,
        cache_creation_input_tokens: Math.floor(random() * 4000),
        cache_read_input_tokens: 15_000 + Math.floor(random() * 90_000),
        cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
        output_tokens: 20 + Math.floor(random() * 900),
        service_tier: "standard",
      };
      usage.cache_creation.ephemeral_5m_input_tokens = usage.cache_creation_input_tokens;
      const requestId = `req_01${hex(22)}`;
      const line = (block: Record<string, unknown>) =>
        add({ ...envelope(), message: { ...message, content: [block], usage }, requestId, type: "assistant" });
      if (random() < 0.4) line({ type: "thinking", thinking: words(60), signature: hex(200) });
      if (random() < 0.6) line({ type: "text", text: words(20) });
      const call = `toolu_01${hex(22)}`;
      const { name, input, printed, record } = toolCall(cwd);
      line({ type: "tool_use", id: call, name, input });
      const content = [{ tool_use_id: call, type: "tool_result", content: printed, is_error: false }];
      add({ ...envelope(), type: "user", message: { role: "user", content }, toolUseResult: record });
      if (random() < 0.1) {
        add(
          { type: "file-history-snapshot", messageId: uuid(), snapshot: { trackedFileBackups: { a: words(300) } } },
          false,
        );
      }
    }
    add({ type: "last-prompt", lastPrompt: words(20), sessionId: id }, false);
  }
  return lines.join("");
}

interface Call {
  readonly name: string;
  readonly input: unknown;
  /** What the model is shown of what came of it, and what the tool itself tells. */
  readonly printed: string;
  readonly record: unknown;
}

/** Half of the calls are commands, a third reads files, the rest edits them. */
function toolCall(cwd: string): Call {
  const at = random();
  const filePath = `${cwd}/src/${words(1)}.ts`;
  if (at < 0.5) {
    const stdout = words(long(2000));
    return {
      name: "Bash",
      input: { command: `cd src && npm test -- --run ${words(2)}`, description: "Run the tests" },
      printed: stdout,
      record: { stdout, stderr: "", interrupted: false, isImage: false },
    };
  }
  const file = words(long(9000));
  if (at < 0.83) {
    const lines = file.split("\n");
    const content = lines.map((line, index) => `${index + 1}\t${line}`).join("\n");
    const numLines = lines.length;
    return {
      name: "Read",
      input: { file_path: filePath },
      printed: content,
      record: { type: "text", file: { filePath, content: file, numLines, startLine: 1, totalLines: numLines } },
    };
  }
  const [oldString, newString] = [words(20), words(30)];
  const structuredPatch = [{ oldStart: 1, oldLines: 3, newStart: 1, newLines: 4, lines: [oldString, newString] }];
  return {
    name: "Edit",
    input: { file_path: filePath, old_string: oldString, new_string: newString },
    printed: `The file ${filePath} has been updated.`,
    record: { filePath, oldString, newString, originalFile: file, structuredPatch, userModified: false },
  };
}

/** Most lengths are short, few up to `most`. */
function long(most: number): number {
  return Math.floor(10 + most * random() ** 4);
}

function words(count: number): string {
  const list = [
    "the",
    "order",
    "page",
    "test",
    "fails",
    "in",
    "src/orders.ts",
    "with",
    '"undefined"',
    "and",
    "42",
    "\n  at",
    "größe",
    "export",
    "const",
    "=>",
  ];
  return Array.from({ length: count }, () => list[Math.floor(random() * list.length)]).join(" ");
}

function hex(length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
}

function uuid(): string {
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}
