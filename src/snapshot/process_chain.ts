import type { ToolCall } from "../trace/session.ts";
import { type CallTree, lifeOf, type Process } from "./process_tree.ts";
import { isShell, programName } from "./program_name.ts";

const MAX_FRAMES = 6;
/** A child that touched less than its parent, and lived for less than this part of its life, is no step of the chain. */
const MIN_LIFE_SHARE = 0.5;

/** The visible processes of a call, and the process whose end is the call's. */
export interface ProcessChain {
  /** Base names, outermost first, at most 6; empty where only the agent's own shell was at work. */
  readonly names: readonly string[];
  readonly exitCode: number | null;
}

/**
 * One chain of a tree: from the outermost process through the principal command on to what did the work.
 *
 * The principal command is the one that the log's command line has; where it ran more than once or not at all, and at
 * each step further down, the process is taken that with all below it touched the most files and hosts, then lived
 * longest, then began first. The way down ends at a child that touched less than the process itself, or nothing, and
 * lived for less than half its time (a login shell's `id -u`, `git maintenance`). Above the first process that the log names all is the agent's. A fork that executed nothing is its parent.
 */
export function processChain(
  call: ToolCall,
  tree: CallTree,
  touches: ReadonlyMap<Process, number>,
): ProcessChain {
  const weights = weightsOf(tree, touches);
  const principal = call.commandName === null ? null : heaviest(outermostNamed(tree, call.commandName), weights);
  const head = principal === null ? [] : pathTo(principal, tree);
  const first = head.at(-1) ?? heaviest([...tree.tops], weights);
  const path = first === null ? [] : [...head.slice(0, -1), ...pathDown(first, tree, weights, touches)];
  const visible = path.filter((process) => !isFork(process));
  const names = visible.map(({ row }) => programName(row)).filter((name) => name !== null);
  const start = startOfVisible(names, principal === null ? -1 : visible.indexOf(principal), call.processChain);
  const shown = names.slice(start);
  return {
    names: shown.length <= MAX_FRAMES ? shown : [...shown.slice(0, MAX_FRAMES - 1), ...shown.slice(-1)],
    exitCode: path[0]?.row.exit_code ?? null,
  };
}

/** What each process and all below it touched. */
function weightsOf(tree: CallTree, touches: ReadonlyMap<Process, number>): ReadonlyMap<Process, number> {
  const weights = new Map<Process, number>();
  for (const process of [...tree.processes].reverse()) {
    const weight = (weights.get(process) ?? 0) + (touches.get(process) ?? 0);
    weights.set(process, weight);
    const { parent } = process;
    if (parent !== null && tree.processes.has(parent) && !tree.tops.has(process)) {
      weights.set(parent, (weights.get(parent) ?? 0) + weight);
    }
  }
  return weights;
}

/** The first of those that touched most, then lived longest. */
function heaviest(processes: readonly Process[], weights: ReadonlyMap<Process, number>): Process | null {
  let best: Process | null = null;
  for (const process of processes) {
    if (best === null) best = process;
    const more = (weights.get(process) ?? 0) - (weights.get(best) ?? 0);
    if (more > 0 || (more === 0 && (lifeOf(process) ?? 0) > (lifeOf(best) ?? 0))) best = process;
  }
  return best;
}

/**
 * The processes of that name that are not below another of that name. The agent's own shell counts as none where a
 * shell that the model wrote is below it.
 */
function outermostNamed(tree: CallTree, name: string): readonly Process[] {
  const found: Process[] = [];
  const within = new Set<Process>();
  const own: Process[] = [];
  for (const process of tree.processes) {
    const isTop = tree.tops.has(process);
    const isBelow = !isTop && process.parent !== null && within.has(process.parent);
    const isNamed = programName(process.row) === name && !isFork(process);
    if (isNamed && isTop && isShell(name)) own.push(process);
    else if (isNamed && !isBelow) found.push(process);
    if (isBelow || found.at(-1) === process) within.add(process);
  }
  return found.length > 0 ? found : own;
}

function pathTo(process: Process, tree: CallTree): readonly Process[] {
  const path = [process];
  for (let one = process; !tree.tops.has(one) && one.parent !== null; one = one.parent) path.push(one.parent);
  return path.reverse();
}

function pathDown(
  from: Process,
  tree: CallTree,
  weights: ReadonlyMap<Process, number>,
  touches: ReadonlyMap<Process, number>,
): readonly Process[] {
  const path = new Set([from]);
  for (const process of path) {
    const child = heaviest(process.children.filter((one) => tree.processes.has(one) && !tree.tops.has(one)), weights);
    if (child === null || isMinor(child, process, weights, touches)) break;
    path.add(child);
  }
  return [...path];
}

function isMinor(
  child: Process,
  parent: Process,
  weights: ReadonlyMap<Process, number>,
  touches: ReadonlyMap<Process, number>,
): boolean {
  const weight = weights.get(child) ?? 0;
  const [childLife, parentLife] = [lifeOf(child), lifeOf(parent)];
  return (weight === 0 || weight < (touches.get(parent) ?? 0)) && childLife !== null && parentLife !== null &&
    childLife < parentLife * MIN_LIFE_SHARE;
}

/** A process that runs its parent's image: a subshell, a worker that was forked. */
function isFork({ row, parent }: Process): boolean {
  const name = programName(row);
  if (parent === null || name === null) return name === null;
  const { argv } = parent.row;
  if (row.argv === null || row.argv.length === 0) {
    const begun = programName({ ...parent.row, command: null, comm: null });
    return row.command === null && (name === begun || name === programName(parent.row));
  }
  return argv !== null && argv.length === row.argv.length && row.argv.every((word, at) => word === argv[at]);
}

/**
 * Where the visible part of a path begins: with the shortest end that still holds the log's own chain down to the
 * principal command; where it holds it nowhere, below the agent's shell.
 */
function startOfVisible(names: readonly string[], principal: number, logged: readonly string[]): number {
  let left = logged.length;
  for (let at = principal; at >= 0 && left > 0; at--) {
    if (names[at] === logged[left - 1]) left--;
    if (left === 0) return at;
  }
  return isShell(names[0] ?? "") ? 1 : 0;
}
