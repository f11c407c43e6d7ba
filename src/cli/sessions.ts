import type { Command } from "commander";
import * as z from "zod";
import type { Host } from "../host/host.ts";
import type { Power } from "../host/power.ts";
import type { SessionSummary } from "../history/summary.ts";
import { TOKEN_KINDS, type TokenUsage, totalTokens } from "../trace/tokens.ts";
import { duration } from "./counts.ts";
import { EXIT } from "./exit.ts";
import type { Cli } from "./cli.ts";
import { withExamples } from "./help.ts";
import { withNeeds } from "./needs.ts";
import { limitWarnings, requireSessions, tellDiagnostics } from "./reading.ts";
import { readSelection, resolveSelection, selectionNeeds, selectionSchema, withSelection } from "./selection.ts";
import { tableText } from "./table.ts";
import { zoneName } from "./window.ts";

/** `agentpprof sessions`: what `run` would take. */
export function add(tree: Command, { host, output, exitWith }: Cli): void {
  const command = withExamples(tree.command("sessions").description("List the sessions that run would take"), [
    ["agentpprof sessions", "those of the project in this folder"],
    ["agentpprof sessions --all-projects --agent codex --since yesterday", "the newest of one agent"],
  ]);
  withNeeds(withSelection(command.option("--json", "for programs: a list of objects"), host), sessionsNeeds)
    .action(async (given) => {
      const options = sessionsSchema.parse(given);
      const where = resolveSelection(host, options);
      const read = await readSelection({ host, output }, options, where, "counts");
      tellDiagnostics(read.diagnostics, output);
      requireSessions(read, options, where);
      for (const warning of limitWarnings(read, options)) output.warn(warning);
      const rows = read.summaries.map(sessionRow);
      host.stdout(options.json ? JSON.stringify(rows, null, 2) + "\n" : sessionTable(rows, host.now()));
      exitWith(read.isLossy ? EXIT.lossy : EXIT.complete);
    });
}

/** What `sessions` needs of the machine. */
export function sessionsNeeds(host: Host, given: unknown): Power {
  return selectionNeeds(host, sessionsSchema.parse(given));
}

const sessionsSchema = selectionSchema.extend({ json: z.boolean().default(false) });

/** One session as `sessions --json` writes it. */
interface SessionRow {
  readonly id: string;
  readonly agent: string;
  readonly role: string;
  readonly parent_id: string | null;
  readonly model: string | null;
  /** ISO, UTC. */
  readonly start: string | null;
  readonly duration_ms: number | null;
  readonly prompts: number;
  readonly llm_calls: number;
  readonly tool_calls: number;
  readonly tokens: TokenUsage & { readonly total: number };
  readonly unlogged_tokens: number;
  readonly calls_without_usage: number;
  readonly cwd: string | null;
  readonly file: string;
}

function sessionRow(session: SessionSummary): SessionRow {
  const { startMs, endMs } = session;
  return {
    id: session.id,
    agent: session.agent,
    role: session.role,
    parent_id: session.parentId,
    model: session.model,
    start: startMs === null ? null : new Date(startMs).toISOString(),
    duration_ms: startMs === null || endMs === null ? null : endMs - startMs,
    prompts: session.prompts,
    llm_calls: session.llmCalls,
    tool_calls: session.toolCalls,
    tokens: { ...session.tokens, total: totalTokens(session.tokens) },
    unlogged_tokens: session.unloggedTokens,
    calls_without_usage: session.callsWithoutUsage,
    cwd: session.cwd,
    file: session.file,
  };
}

function sessionTable(rows: readonly SessionRow[], nowMs: number): string {
  const head = [
    "session",
    "agent",
    "model",
    `start (${zoneName(nowMs)})`,
    "time",
    "prompts",
    "tools",
    ...TOKEN_KINDS,
    "total",
    "parent",
  ];
  const body = rows.map((row) => [
    row.id,
    row.agent,
    row.model ?? "unknown",
    row.start === null ? "unknown" : localTime(Date.parse(row.start)),
    row.duration_ms === null ? "unknown" : duration(row.duration_ms / 1000),
    row.prompts,
    row.tool_calls,
    ...TOKEN_KINDS.map((kind) => row.tokens[kind]),
    row.tokens.total,
    row.parent_id ?? "",
  ]);
  const total = (pick: (row: SessionRow) => number): number => rows.reduce((sum, row) => sum + pick(row), 0);
  const foot = [
    `${rows.length} sessions`,
    "",
    "",
    "",
    "",
    total((row) => row.prompts),
    total((row) => row.tool_calls),
    ...TOKEN_KINDS.map((kind) => total((row) => row.tokens[kind])),
    total((row) => row.tokens.total),
    "",
  ];
  return tableText(head, body, foot);
}

/** `2026-11-20 14:05` in the local time zone. */
function localTime(ms: number): string {
  const date = new Date(ms);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${
    two(date.getMinutes())
  }`;
}
