import * as z from "zod";

/** Largest file of a snapshot that is read: 64 MiB. */
export const MAX_SNAPSHOT_BYTES = 64 * 1024 * 1024;
/** Most rows of a snapshot, in all its lists. */
export const MAX_SNAPSHOT_ROWS = 1_000_000;

const LISTS = ["sessions", "tool_calls", "process_nodes", "audit_events", "network_targets"] as const;

const tsMs = z.number().min(0).max(8.64e15);
const pid = z.int().min(0).max(0xffff_ffff);
/** 0 stands for a process that nobody knows. */
const pidOrNull = pid.nullable().default(null).transform((number) => number === 0 ? null : number);
const text = z.string().nullable().default(null);

const SessionRow = z.object({ id: z.string() });

const ToolCallRow = z.object({
  id: z.string(),
  /** The agent's own id of the call, where AgentSight keeps it beside its own. */
  tool_call_id: text,
  session_id: text,
  timestamp_ms: tsMs,
  tool_name: text,
  related_pid: pidOrNull,
});

const ProcessRow = z.object({
  pid,
  ppid: pidOrNull,
  root_pid: pidOrNull,
  start_timestamp_ms: tsMs.nullable().default(null),
  end_timestamp_ms: tsMs.nullable().default(null),
  comm: text,
  /** The file that was executed, or the whole command line. */
  command: text,
  argv: z.array(z.string()).nullable().default(null),
  exit_code: z.int().min(-0x8000_0000).max(0xffff_ffff).nullable().default(null),
});

const AuditRow = z.object({
  timestamp_ms: tsMs,
  /** `process`, `file`, `network` or `llm`; rows of other kinds are for other readers. */
  audit_type: z.string(),
  pid: pidOrNull,
  comm: text,
  target: text,
  status: text,
});

const NetworkRow = z.object({
  pid: pidOrNull,
  host: z.string(),
  count: z.number().min(0).default(1),
});

export type ToolCallRow = Readonly<z.infer<typeof ToolCallRow>>;
export type ProcessRow = Readonly<z.infer<typeof ProcessRow>>;
export type AuditRow = Readonly<z.infer<typeof AuditRow>>;
export type NetworkRow = Readonly<z.infer<typeof NetworkRow>>;

/** A runtime trace as AgentSight writes it (contract §7): what the kernel saw while agents worked. */
export interface Snapshot {
  readonly sessions: readonly { readonly id: string }[];
  readonly tool_calls: readonly ToolCallRow[];
  readonly process_nodes: readonly ProcessRow[];
  readonly audit_events: readonly AuditRow[];
  readonly network_targets: readonly NetworkRow[];
  /** What was left out in reading, as sentences for the user. */
  readonly warnings: readonly string[];
}

/** The file is no snapshot, or one too large to be read. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
  /** What to do. */
  readonly hint: string;

  constructor(message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.hint = hint;
  }
}

/** Throws `SnapshotError` for a file of more than `MAX_SNAPSHOT_BYTES`; to be asked before it is read. */
export function checkSnapshotSize(sizeBytes: number): void {
  if (sizeBytes <= MAX_SNAPSHOT_BYTES) return;
  throw tooLarge(`expected at most ${mebibytes(MAX_SNAPSHOT_BYTES)} MiB, found ${mebibytes(sizeBytes)} MiB`);
}

/**
 * Reads a snapshot's JSON. Members that are not known are ignored, lists that are missing are empty, and a row of
 * another form is left out and told in `warnings`. Throws `SnapshotError` where the text is no JSON object, is too large,
 * or holds more rows than `MAX_SNAPSHOT_ROWS`.
 */
export function parseSnapshot(json: string): Snapshot {
  checkSnapshotSize(json.length);
  const document = parseObject(json);
  const lists = LISTS.map((name) => document[name]).filter((list) => Array.isArray(list));
  const rows = lists.reduce((sum, list) => sum + list.length, 0);
  if (rows > MAX_SNAPSHOT_ROWS) throw tooLarge(`expected at most ${MAX_SNAPSHOT_ROWS} rows, found ${rows}`);
  const warnings: string[] = [];
  return {
    sessions: rowsOf(document, "sessions", SessionRow, warnings),
    tool_calls: rowsOf(document, "tool_calls", ToolCallRow, warnings),
    process_nodes: rowsOf(document, "process_nodes", ProcessRow, warnings),
    audit_events: rowsOf(document, "audit_events", AuditRow, warnings),
    network_targets: rowsOf(document, "network_targets", NetworkRow, warnings),
    warnings,
  };
}

type Document = Readonly<Record<string, unknown>>;

function parseObject(json: string): Document {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw notASnapshot("expected a JSON object, found text that is no JSON", error);
  }
  if (!isObject(value)) throw notASnapshot(`expected a JSON object, found ${kindOf(value)}`);
  return value;
}

function rowsOf<Row>(
  document: Document,
  name: typeof LISTS[number],
  schema: z.ZodType<Row>,
  warnings: string[],
): readonly Row[] {
  const list = document[name] ?? [];
  if (!Array.isArray(list)) {
    warnings.push(`Ignored "${name}" of the snapshot: expected a list, found ${kindOf(list)}`);
    return [];
  }
  const rows = list.map((row) => schema.safeParse(row)).filter((parsed) => parsed.success).map(({ data }) => data);
  const dropped = list.length - rows.length;
  if (dropped > 0) {
    warnings.push(`Left out ${dropped} of ${list.length} rows of "${name}" of the snapshot: not of the expected form`);
  }
  return rows;
}

function isObject(value: unknown): value is Document {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function mebibytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}

function tooLarge(found: string): SnapshotError {
  return new SnapshotError(
    `Cannot read the snapshot: ${found}`,
    "Take a snapshot of a shorter time, or of the sessions of one project",
  );
}

function notASnapshot(found: string, cause?: unknown): SnapshotError {
  return new SnapshotError(
    `Cannot read the snapshot: ${found}`,
    "Name the JSON file that AgentSight wrote as its snapshot",
    cause,
  );
}
