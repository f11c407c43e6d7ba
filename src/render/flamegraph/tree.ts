import type { Profile } from "../../profile/profile.ts";

/**
 * The prefix tree of stacks, by column: node 0 is the root, and a node's children stand together, heaviest first, equal
 * ones by frame. Numbers in typed arrays and each text once, so that 100,000 stacks are walked in a few milliseconds.
 */
export interface FlameTree {
  /** What one unit of value is, in the plural. */
  readonly unit: string;
  /** Each frame's text once; the first is the root's, which is empty. */
  readonly frames: readonly string[];
  /** By node: index of its frame in `frames`. */
  readonly frame: Uint32Array;
  /** By node; the root is its own. A parent stands before its children. */
  readonly parent: Uint32Array;
  /** Children of node n are `firstChild[n]` to before `firstChild[n + 1]`; one entry more than there are nodes. */
  readonly firstChild: Uint32Array;
  /** By node: sum of the values of the stacks that end here. */
  readonly self: Float64Array;
  /** By node: sum of the values of the stacks that pass through here or end here. */
  readonly total: Float64Array;
  /** By node: number of different stacks that end here or above it. */
  readonly stacks: Uint32Array;
}

/**
 * Stacks as indices of frames, root first: how each begins and ends, and its value. A beginning that is the same array
 * as the one before is not walked again.
 */
export type Stacks = Iterable<readonly [head: readonly number[], tail: readonly number[], value: number]>;

/** The tree of a profile. */
export function flameTree(profile: Profile): FlameTree {
  const frames = [""];
  const known = new Map<string, number>();
  const indexOf = (frame: string): number => {
    const found = known.get(frame);
    if (found !== undefined) return found;
    known.set(frame, frames.length);
    return frames.push(frame) - 1;
  };
  const stacks = profile.samples.map(({ stack, value }) => [NO_FRAMES, stack.map(indexOf), value] as const);
  return growTree(profile.unit, frames, stacks);
}

const NO_FRAMES: readonly number[] = [];

/**
 * The tree of stacks whose frames are indices into `frames`, in which 0 is the root's; what is walked may add to
 * `frames` as it goes.
 */
export function growTree(unit: string, frames: readonly string[], stacks: Stacks): FlameTree {
  const grown = grow(stacks);
  const { total } = sums(grown.parent, grown.self);
  const { order, firstChild } = byRow({ frames, ...grown, total });
  const nodes = order.length;
  const placeOf = new Uint32Array(nodes);
  for (let place = 0; place < nodes; place++) placeOf[order[place] ?? 0] = place;
  const self = new Float64Array(nodes);
  const parent = new Uint32Array(nodes);
  const frame = new Uint32Array(nodes);
  for (let place = 0; place < nodes; place++) {
    const node = order[place] ?? 0;
    self[place] = grown.self[node] ?? 0;
    parent[place] = placeOf[grown.parent[node] ?? 0] ?? 0;
    frame[place] = grown.frame[node] ?? 0;
  }
  return { unit, frames, frame, parent, firstChild, self, ...sums(parent, self) };
}

/** Totals and numbers of stacks by node, from what ends in each; a parent stands before its children. */
export function sums(parent: ArrayLike<number>, self: ArrayLike<number>): Pick<FlameTree, "total" | "stacks"> {
  const total = Float64Array.from(self);
  const stacks = new Uint32Array(total.length);
  for (let node = total.length - 1; node >= 0; node--) {
    if ((self[node] ?? 0) > 0) stacks[node] = (stacks[node] ?? 0) + 1;
    if (node === 0) break;
    const above = parent[node] ?? 0;
    total[above] = (total[above] ?? 0) + (total[node] ?? 0);
    stacks[above] = (stacks[above] ?? 0) + (stacks[node] ?? 0);
  }
  return { total, stacks };
}

/** Nodes in the order in which stacks need them: a parent before its children. */
interface Grown {
  readonly frame: readonly number[];
  readonly parent: readonly number[];
  readonly self: readonly number[];
}

function grow(stacks: Stacks): Grown {
  const frame = [0];
  const parent = [0];
  const self = [0];
  const children = new ChildTable();
  const childOf = (above: number, wanted: number): number => {
    const known = children.find(above, wanted, parent, frame);
    if (known !== 0) return known;
    const node = frame.push(wanted) - 1;
    parent.push(above);
    self.push(0);
    children.add(node, parent, frame);
    return node;
  };
  // Sorted stacks share their beginning with the one before: its nodes need no look-up.
  let lastHead = NO_FRAMES;
  let last = NO_FRAMES;
  const path = [0];
  for (const [head, tail, value] of stacks) {
    if (head !== lastHead) {
      path[0] = head.reduce(childOf, 0);
      lastHead = head;
      last = NO_FRAMES;
    }
    let depth = 0;
    while (depth < tail.length && tail[depth] === last[depth]) depth++;
    for (; depth < tail.length; depth++) path[depth + 1] = childOf(path[depth] ?? 0, tail[depth] ?? 0);
    const leaf = path[tail.length] ?? 0;
    self[leaf] = (self[leaf] ?? 0) + value;
    last = tail;
  }
  return { frame, parent, self };
}

/** Nodes by parent and frame, in one typed array: a Map of pairs takes four times as long. */
class ChildTable {
  #slots = new Int32Array(1 << 12);
  #count = 0;

  /** 0, the root, where there is none. */
  find(above: number, wanted: number, parent: readonly number[], frame: readonly number[]): number {
    return this.#slots[this.#slotOf(above, wanted, parent, frame)] ?? 0;
  }

  add(node: number, parent: readonly number[], frame: readonly number[]): void {
    if (++this.#count * 2 > this.#slots.length) {
      const before = this.#slots;
      this.#slots = new Int32Array(before.length * 2);
      for (const kept of before) if (kept !== 0) this.#put(kept, parent, frame);
    }
    this.#put(node, parent, frame);
  }

  #put(node: number, parent: readonly number[], frame: readonly number[]): void {
    this.#slots[this.#slotOf(parent[node] ?? 0, frame[node] ?? 0, parent, frame)] = node;
  }

  /** Where a child stands, or the first free place that it may have. */
  #slotOf(above: number, wanted: number, parent: readonly number[], frame: readonly number[]): number {
    const last = this.#slots.length - 1;
    const mixed = Math.imul(above, 0x9e3779b1) ^ Math.imul(wanted, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & last;
    for (let node = this.#slots[slot] ?? 0; node !== 0; node = this.#slots[slot] ?? 0) {
      if (parent[node] === above && frame[node] === wanted) break;
      slot = (slot + 1) & last;
    }
    return slot;
  }
}

interface Unordered extends Grown {
  readonly frames: readonly string[];
  readonly total: ArrayLike<number>;
}

/** Nodes row by row, children of one parent together. */
function byRow({ frames, frame, parent, total }: Unordered): {
  readonly order: Uint32Array;
  readonly firstChild: Uint32Array;
} {
  const nodes = frame.length;
  const end = new Uint32Array(nodes + 1);
  for (let node = 1; node < nodes; node++) end[(parent[node] ?? 0) + 1] = (end[(parent[node] ?? 0) + 1] ?? 0) + 1;
  for (let node = 0; node < nodes; node++) end[node + 1] = (end[node + 1] ?? 0) + (end[node] ?? 0);
  const begin = end.slice();
  const siblings = new Uint32Array(nodes);
  for (let node = 1; node < nodes; node++) {
    const above = parent[node] ?? 0;
    const at = begin[above] ?? 0;
    siblings[at] = node;
    begin[above] = at + 1;
  }
  const textOf = (node: number): string => frames[frame[node] ?? 0] ?? "";
  const heavier = (a: number, b: number): number =>
    (total[b] ?? 0) - (total[a] ?? 0) || (textOf(a) < textOf(b) ? -1 : 1);
  const order = new Uint32Array(nodes);
  const firstChild = new Uint32Array(nodes + 1);
  let next = 1;
  for (let place = 0; place < nodes; place++) {
    firstChild[place] = next;
    const node = order[place] ?? 0;
    const from = end[node] ?? 0;
    const to = end[node + 1] ?? 0;
    if (to - from > 1) siblings.subarray(from, to).sort(heavier);
    for (let at = from; at < to; at++) order[next++] = siblings[at] ?? 0;
  }
  firstChild[nodes] = next;
  return { order, firstChild };
}

/** Frames of the stack that ends in a node, root first, without the root. */
export function stackOf(tree: FlameTree, node: number): readonly number[] {
  const stack: number[] = [];
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) stack.push(tree.frame[at] ?? 0);
  return stack.reverse();
}

/** The node that a path of frames leads to, or as far of it as there is. */
export function nodeAt(tree: FlameTree, path: readonly string[]): number {
  let node = 0;
  for (const frame of path) {
    const next = childrenOf(tree, node).find((child) => tree.frames[tree.frame[child] ?? 0] === frame);
    if (next === undefined) break;
    node = next;
  }
  return node;
}

function childrenOf(tree: FlameTree, node: number): readonly number[] {
  const from = tree.firstChild[node] ?? 0;
  return Array.from({ length: (tree.firstChild[node + 1] ?? 0) - from }, (_, index) => from + index);
}

/** What is called by a frame and what calls it, each as a tree whose root stands for the frame. */
export interface Sandwich {
  readonly callers: FlameTree;
  readonly callees: FlameTree;
}

/** All stacks that hold a frame, cut at its first place in them. */
export function sandwich(tree: FlameTree, frame: string): Sandwich {
  const wanted = tree.frames.indexOf(frame, 1);
  const callers: (readonly [readonly number[], readonly number[], number])[] = [];
  const callees: (readonly [readonly number[], readonly number[], number])[] = [];
  // Below the outermost place of the frame everything belongs to it.
  const inside = new Uint8Array(tree.frame.length);
  for (let node = 1; node < tree.frame.length; node++) {
    if (inside[tree.parent[node] ?? 0] === 1) inside[node] = 1;
    else if (tree.frame[node] === wanted) {
      inside[node] = 1;
      callers.push([NO_FRAMES, stackOf(tree, tree.parent[node] ?? 0).toReversed(), tree.total[node] ?? 0]);
    }
  }
  for (let node = 1; node < tree.frame.length; node++) {
    const value = tree.self[node] ?? 0;
    if (inside[node] !== 1 || value === 0) continue;
    const stack = stackOf(tree, node);
    callees.push([NO_FRAMES, stack.slice(stack.indexOf(wanted) + 1), value]);
  }
  return {
    callers: growTree(tree.unit, tree.frames, callers),
    callees: growTree(tree.unit, tree.frames, callees),
  };
}

/** A frame with what ends in it and what passes through it. */
export interface FrameTotals {
  readonly frame: string;
  readonly self: number;
  readonly total: number;
}

/** Every frame of the tree once, largest total first; a stack that holds a frame twice counts once for it. */
export function frameTotals(tree: FlameTree): readonly FrameTotals[] {
  const self = new Float64Array(tree.frames.length);
  const total = new Float64Array(tree.frames.length);
  for (let node = 1; node < tree.frame.length; node++) {
    const frame = tree.frame[node] ?? 0;
    self[frame] = (self[frame] ?? 0) + (tree.self[node] ?? 0);
    if (!standsAbove(tree, node, frame)) total[frame] = (total[frame] ?? 0) + (tree.total[node] ?? 0);
  }
  return tree.frames.map((frame, index) => ({ frame, self: self[index] ?? 0, total: total[index] ?? 0 })).slice(1)
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || b.self - a.self || (a.frame < b.frame ? -1 : 1));
}

function standsAbove(tree: FlameTree, node: number, frame: number): boolean {
  for (let at = tree.parent[node] ?? 0; at > 0; at = tree.parent[at] ?? 0) if (tree.frame[at] === frame) return true;
  return false;
}
