import type { Session, ToolCall } from "../trace/session.ts";
import { fileOf, happened, hostOf, isAddress } from "./effects.ts";
import { type Match, matchRows } from "./match.ts";
import { processChain } from "./process_chain.ts";
import { type CallTree, type Process, ProcessForest } from "./process_tree.ts";
import type { Snapshot } from "./schema.ts";

/** At most so many hosts of one tool call are told (contract §3). */
const MAX_DOMAINS = 8;

/** Sessions that know what the kernel saw, and how much of the snapshot was theirs. */
export interface Correlation {
  /** In the order given; a session of which the snapshot tells nothing is the very same object. */
  readonly sessions: readonly Session[];
  /** Tool calls in the snapshot. */
  readonly toolCalls: number;
  /** Those that are a tool call of the sessions. */
  readonly matched: number;
  /** Sentences for the user, without names of files. */
  readonly warnings: readonly string[];
}

/**
 * Puts what the kernel saw in the place of what was guessed from the command line (contract §7): for each tool call
 * that the snapshot tells of, the real processes, the exit code where the log has none, and the files and hosts that
 * its processes touched, added to those of the log.
 */
export function correlate(sessions: readonly Session[], snapshot: Snapshot): Correlation {
  const matches = matchRows(sessions, snapshot.tool_calls);
  const seen = new Map<ToolCall, ToolCall>();
  const forest = new ProcessForest(snapshot);
  const trees = treesOf(forest, snapshot, matches);
  const touched = touchedBy(forest, snapshot);
  const cwds = new Map(sessions.flatMap(({ toolCalls, cwd }) => toolCalls.map((call) => [call, cwd])));
  for (const { row, call } of matches) {
    const tree = trees.get(row);
    if (tree !== undefined) seen.set(call, withTrace(call, tree, touched, cwds.get(call) ?? null));
  }
  return {
    sessions: sessions.map((session) =>
      session.toolCalls.some((call) => seen.has(call))
        ? { ...session, toolCalls: session.toolCalls.map((call) => seen.get(call) ?? call) }
        : session
    ),
    toolCalls: snapshot.tool_calls.length,
    matched: matches.length,
    warnings: [...snapshot.warnings, ...matchWarnings(snapshot, matches)],
  };
}

/** What one process touched, in order of time: targets as the kernel has them. */
interface Touched {
  readonly files: string[];
  readonly hosts: string[];
}

/** By the snapshot's own clock: a call's end is its row's time and the duration in the log. */
function treesOf(
  forest: ProcessForest,
  { tool_calls }: Snapshot,
  matches: readonly Match[],
): ReturnType<ProcessForest["treesOf"]> {
  const calls = new Map(matches.map(({ row, call }) => [row, call]));
  return forest.treesOf(tool_calls.map((row) => {
    const durationMs = calls.get(row)?.durationMs ?? null;
    return { row, endMs: durationMs === null ? null : row.timestamp_ms + durationMs };
  }));
}

function touchedBy(forest: ProcessForest, snapshot: Snapshot): ReadonlyMap<Process, Touched> {
  const touched = new Map<Process, Touched>();
  const of = (process: Process): Touched => {
    const known = touched.get(process) ?? { files: [], hosts: [] };
    touched.set(process, known);
    return known;
  };
  const events = snapshot.audit_events.filter(({ status }) => happened(status))
    .sort((a, b) => a.timestamp_ms - b.timestamp_ms);
  for (const { audit_type, pid, target, timestamp_ms } of events) {
    if (pid === null || target === null || (audit_type !== "file" && audit_type !== "network")) continue;
    const process = forest.at(pid, timestamp_ms);
    if (process === null) continue;
    if (audit_type === "file") of(process).files.push(target);
    else of(process).hosts.push(target);
  }
  for (const { pid, host } of snapshot.network_targets) {
    const process = pid === null ? null : forest.at(pid, null);
    if (process !== null) of(process).hosts.push(host);
  }
  return touched;
}

function withTrace(
  call: ToolCall,
  tree: CallTree,
  touched: ReadonlyMap<Process, Touched>,
  cwd: string | null,
): ToolCall {
  const files = new Set<string>();
  const hosts = new Set<string>();
  const touches = new Map<Process, number>();
  for (const process of tree.processes) {
    const own = touched.get(process);
    if (own === undefined) continue;
    const ownFiles = own.files.map((target) => fileOf(target, cwd)).filter((path) => path !== null);
    const ownHosts = own.hosts.map(hostOf).filter((host) => host !== null);
    touches.set(process, new Set([...ownFiles, ...ownHosts]).size);
    for (const path of ownFiles) files.add(path);
    for (const host of ownHosts) hosts.add(host);
  }
  const chain = processChain(call, tree, touches);
  return {
    ...call,
    processChain: chain.names.length > 0 ? chain.names : call.processChain,
    exitCode: call.exitCode ?? chain.exitCode,
    paths: [...new Set([...call.paths, ...files])],
    domains: withHosts(call.domains, [...hosts]),
  };
}

/** The log's hosts, then the kernel's names; addresses of the kernel only where there is no name that they are of. */
function withHosts(logged: readonly string[], seen: readonly string[]): readonly string[] {
  const names = seen.filter((host) => !isAddress(host));
  const all = logged.length + names.length > 0 ? [...logged, ...names] : seen;
  return [...new Set(all)].slice(0, MAX_DOMAINS);
}

function matchWarnings({ tool_calls }: Snapshot, matches: readonly Match[]): readonly string[] {
  if (tool_calls.length === 0) return ["The snapshot holds no tool calls"];
  return matches.length > 0 ? [] : [`None of the ${tool_calls.length} tool calls of the snapshot is of these sessions`];
}
