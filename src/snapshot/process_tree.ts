import { programExecuted } from "./program_name.ts";
import type { AuditRow, ProcessRow, Snapshot, ToolCallRow } from "./schema.ts";

/** One process of a snapshot, from its start to its end; a pid that was used again is another process. */
export interface Process {
  readonly row: ProcessRow;
  /** null where the snapshot does not hold it. */
  parent: Process | null;
  /** In order of their start. */
  readonly children: Process[];
}

/** The processes that one tool call started. */
export interface CallTree {
  /** Those that no other process of the call started: the call's own shell or command. */
  readonly tops: ReadonlySet<Process>;
  /** All of them, each after the one that started it. */
  readonly processes: ReadonlySet<Process>;
}

/** A row of the snapshot, and when its call was over (milliseconds since the epoch), where that is known. */
export interface CallSpan {
  readonly row: ToolCallRow;
  readonly endMs: number | null;
}

/** How far two times of one snapshot may lie off: what began so little before its tool call is still the call's. */
const SLACK_MS = 1000;
/** A call's own process begins at most so long after the call's time. */
const MAX_LATE_MS = 5000;
/** Of the programs that one process executes one after the other the last so many are looked at. */
const MAX_PROGRAMS = 16;

/** All processes of a snapshot, found by pid and time. */
export class ProcessForest {
  readonly #byPid: ReadonlyMap<number, readonly Process[]>;

  constructor(
    { process_nodes, tool_calls, audit_events }: Omit<Snapshot, "sessions" | "network_targets" | "warnings">,
  ) {
    const told = new Set(process_nodes.map(({ pid }) => pid));
    const untold = tool_calls.map((call) => call.related_pid).filter((pid) => pid !== null && !told.has(pid));
    const agents = [...new Set(untold)].filter((pid) => pid !== null).map(agentRow);
    const processes = [...imagesOf(process_nodes, audit_events), ...agents.map((row) => newProcess(row, null))]
      .sort((a, b) => startOf(a) < startOf(b) ? -1 : Number(startOf(a) > startOf(b)));
    this.#byPid = Map.groupBy(processes, ({ row }) => row.pid);
    for (const process of processes) {
      process.parent ??= this.#parentOf(process);
      process.parent?.children.push(process);
    }
  }

  /** The process that had the pid at a time; where the time is unknown, the only one that ever had it; else null. */
  at(pid: number, tsMs: number | null): Process | null {
    const same = this.#byPid.get(pid) ?? [];
    if (tsMs === null) {
      return same.every((one) => one === same[0] || one.parent === same[0]) ? same.at(-1) ?? null : null;
    }
    const next = countWhile(same, (one) => startOf(one) <= tsMs);
    const [before, after] = [same[next - 1], same[next]];
    if (before !== undefined && (before.row.end_timestamp_ms ?? Infinity) >= tsMs - SLACK_MS) return before;
    return after !== undefined && startOf(after) <= tsMs + SLACK_MS ? after : null;
  }

  /**
   * What each call started. `related_pid` is the call's own shell or command. Where that process began well before the
   * call, or several calls name it, it is the agent or a shell that the agent keeps: then the call's are the processes
   * that began under it while the call was the latest and not over.
   */
  treesOf(calls: readonly CallSpan[]): ReadonlyMap<ToolCallRow, CallTree> {
    const owners = new Map<Process, ToolCallRow>();
    const kept = new Map<Process, readonly CallSpan[]>();
    for (const [root, named] of Map.groupBy(calls, ({ row }) => this.#rootOf(row))) {
      if (root === null) continue;
      const [only, ...others] = named;
      if (only !== undefined && others.length === 0 && !isOlder(root, only.row)) owners.set(root, only.row);
      else kept.set(root, named.toSorted((a, b) => a.row.timestamp_ms - b.row.timestamp_ms));
    }
    for (const [root, named] of kept) {
      for (const child of root.children) {
        const row = latestCall(named, startOf(child));
        if (row !== null && !owners.has(child)) owners.set(child, row);
      }
    }
    const tops = Map.groupBy(owners.keys(), (process) => owners.get(process));
    const trees = new Map<ToolCallRow, CallTree>();
    for (const [row, own] of tops) {
      if (row !== undefined) trees.set(row, treeUnder(new Set(own), owners));
    }
    return trees;
  }

  #rootOf({ related_pid, timestamp_ms }: ToolCallRow): Process | null {
    if (related_pid === null) return null;
    const same = this.#byPid.get(related_pid) ?? [];
    const fresh = same[countWhile(same, (one) => startOf(one) < timestamp_ms - SLACK_MS)];
    return fresh !== undefined && startOf(fresh) <= timestamp_ms + MAX_LATE_MS
      ? fresh
      : this.at(related_pid, timestamp_ms);
  }

  #parentOf({ row }: Process): Process | null {
    for (const pid of [row.ppid, row.root_pid]) {
      const parent = pid === null || pid === row.pid ? null : this.at(pid, row.start_timestamp_ms);
      if (parent !== null) return parent;
    }
    return null;
  }
}

/** Milliseconds since the epoch; before all others where the snapshot does not say. */
function startOf({ row }: Process): number {
  return row.start_timestamp_ms ?? -Infinity;
}

/** How long a process lived in milliseconds; null where the snapshot does not say. */
export function lifeOf({ row: { start_timestamp_ms, end_timestamp_ms } }: Process): number | null {
  return start_timestamp_ms === null || end_timestamp_ms === null ? null : end_timestamp_ms - start_timestamp_ms;
}

/**
 * A process for each row, and two for a shell that started others before it executed its last command in its own place
 * (`bash -c "npm test && ls"`): the second is the first one's child, as if the shell had not saved the fork. Which
 * programs were executed when is told by the audit events.
 */
function imagesOf(rows: readonly ProcessRow[], events: readonly AuditRow[]): readonly Process[] {
  const executed = Map.groupBy(
    events.flatMap(({ audit_type, pid, timestamp_ms, target }) =>
      audit_type === "process" && target !== null ? [{ pid, at: timestamp_ms, target }] : []
    ).sort((a, b) => a.at - b.at),
    ({ pid }) => pid,
  );
  const begun = Map.groupBy(
    rows.map((row) => ({ ppid: row.ppid, at: row.start_timestamp_ms ?? -Infinity })).sort((a, b) => a.at - b.at),
    ({ ppid }) => ppid,
  );
  return rows.flatMap((row) => {
    const start = row.start_timestamp_ms;
    const programs = within(executed.get(row.pid), start ?? -Infinity, row.end_timestamp_ms ?? Infinity, MAX_PROGRAMS);
    const last = programs.at(-1);
    if (start === null || last === undefined) return [newProcess(row, null)];
    const [elder] = within(begun.get(row.pid), start, last.at, 1);
    const changed = elder === undefined ? 0 : countWhile(programs, ({ at }) => at <= elder.at);
    const change = programs[changed];
    if (elder === undefined || change === undefined) return [newProcess(withPrograms(row, programs), null)];
    const shell = withPrograms(
      { ...row, comm: null, argv: changed === 0 ? null : row.argv },
      programs.slice(0, changed),
    );
    const first = newProcess({ ...shell, end_timestamp_ms: change.at }, null);
    const second = withPrograms({ ...row, start_timestamp_ms: change.at }, programs.slice(changed));
    return [first, newProcess(second, first)];
  });
}

function withPrograms(row: ProcessRow, programs: readonly { readonly target: string }[]): ProcessRow {
  const argv = row.argv?.length === 0 ? null : row.argv;
  return { ...row, ...programExecuted(programs.map(({ target }) => target), argv) };
}

interface Timed {
  readonly at: number;
}

/** Of items in order of time the last few that are from one time on and before another. */
function within<Item extends Timed>(sorted: readonly Item[] = [], from: number, to: number, few: number): Item[] {
  const start = countWhile(sorted, ({ at }) => at < from);
  const end = countWhile(sorted, ({ at }) => at < to);
  return sorted.slice(Math.max(start, end - few), end);
}

function newProcess(row: ProcessRow, parent: Process | null): Process {
  return { row, parent, children: [] };
}

/** An agent of which the snapshot holds the children alone: it was there before all of them. */
function agentRow(pid: number): ProcessRow {
  return {
    pid,
    ppid: null,
    root_pid: null,
    start_timestamp_ms: 0,
    end_timestamp_ms: null,
    comm: null,
    command: null,
    argv: null,
    exit_code: null,
  };
}

function isOlder({ row }: Process, call: ToolCallRow): boolean {
  return row.start_timestamp_ms !== null && row.start_timestamp_ms < call.timestamp_ms - SLACK_MS;
}

/** The latest call that had begun at the time, if it was not over; null too where two began as one. */
function latestCall(inOrder: readonly CallSpan[], tsMs: number): ToolCallRow | null {
  const next = countWhile(inOrder, ({ row }) => row.timestamp_ms <= tsMs);
  const [before, latest] = [inOrder[next - 2], inOrder[next - 1]];
  if (latest === undefined || before?.row.timestamp_ms === latest.row.timestamp_ms) return null;
  return latest.endMs === null || tsMs <= latest.endMs + SLACK_MS ? latest.row : null;
}

/** All below the tops, without what another call owns. */
function treeUnder(tops: ReadonlySet<Process>, owners: ReadonlyMap<Process, ToolCallRow>): CallTree {
  const processes = new Set(tops);
  // A set is walked in the order in which it grows; one that is already in it, as in a circle of parents, ends the walk.
  for (const process of processes) {
    for (const child of process.children) {
      if (!owners.has(child)) processes.add(child);
    }
  }
  return { tops, processes };
}

/** How many items at the start of a list pass a test that none after them passes. */
function countWhile<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && test(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
