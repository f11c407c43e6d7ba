import { parseSnapshot, type Snapshot } from "../../src/snapshot/schema.ts";
import type { Session, ToolCall } from "../../src/trace/session.ts";

export const T0 = 1_795_000_000_000;
export const CWD = "/home/dev/work/orbit-api";

/** A `Bash` call of `npm test` at `T0` about which the log says nothing more. */
export function toolCall(members: Partial<ToolCall> = {}): ToolCall {
  return {
    tsMs: T0,
    promptIndex: null,
    callId: "call-1",
    toolName: "Bash",
    kind: "shell",
    commandName: "npm",
    command: null,
    processChain: ["npm"],
    effect: "test",
    status: "ok",
    exitCode: null,
    durationMs: null,
    paths: [],
    domains: [],
    ...members,
  };
}

export function session(toolCalls: readonly ToolCall[], members: Partial<Session> = {}): Session {
  return {
    agent: "claude",
    id: "195fcad0-644f-46d5-b3a1-50286b1d3813",
    role: "top",
    parentId: null,
    file: "/logs/a.jsonl",
    cwd: CWD,
    model: null,
    title: null,
    startMs: T0,
    endMs: null,
    prompts: [],
    llmCalls: [],
    toolCalls,
    unloggedTokens: 0,
    ...members,
  };
}

/** A row of `tool_calls` for `toolCall()` in `session()`, whose command is process 100. */
export function callRow(members: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: "call-1",
    session_id: "195fcad0-644f-46d5-b3a1-50286b1d3813",
    timestamp_ms: T0,
    tool_name: "Bash",
    related_pid: 100,
    ...members,
  };
}

/** A process that began and ended so many milliseconds after `T0`. */
export function processRow(
  pid: number,
  ppid: number | null,
  argv: readonly string[],
  start: number,
  end: number,
  members: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    pid,
    ppid,
    start_timestamp_ms: T0 + start,
    end_timestamp_ms: T0 + end,
    argv,
    command: argv[0],
    exit_code: 0,
    ...members,
  };
}

export function auditRow(
  audit_type: string,
  pid: number,
  target: string,
  at = 50,
  members: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return { timestamp_ms: T0 + at, audit_type, pid, target, status: "success", ...members };
}

export function snapshotOf(document: Readonly<Record<string, unknown>>): Snapshot {
  return parseSnapshot(JSON.stringify(document));
}
