import type { FlameTree } from "./tree.ts";

/** A rectangle of a flame graph in units of value: pixels and direction are the writer's. */
export interface Block {
  /** Its node of the tree; of a block of hidden frames their parent. */
  readonly node: number;
  /** `kind:value`; empty for the root and for a block of hidden frames. */
  readonly frame: string;
  /** Left edge: the sum of the values that stand before it. */
  readonly start: number;
  /** Width: the node's total, or the sum of what is hidden; of a frame above the zoomed one the zoomed one's total. */
  readonly width: number;
  /** The node's total, or the sum of what is hidden. */
  readonly total: number;
  readonly self: number;
  /** How many siblings this one block stands for, as they were too small to draw; 0 for a frame of its own. */
  readonly hiddenFrames: number;
  /** How many stacks end in the block or in what is drawn, or hidden, on top of it. */
  readonly stacks: number;
}

/** Rows from the root on, each from left to right. */
export type Layout = readonly (readonly Block[])[];

export interface LayoutOptions {
  /** Frames below this total share one block with their siblings of that kind, at the end of their parent's children. */
  readonly minTotal: number;
  /** `heaviest`: largest first, equal ones by frame; `name`: by frame. By code unit, so the order is always the same. */
  readonly order: "heaviest" | "name";
  /** The node that takes the whole width, below the frames that lead to it; the root where it is not given. */
  readonly zoomed?: number;
}

/**
 * Places every frame at and below a node that is large enough to be drawn, row by row; no depth is too deep for it, and
 * it takes no longer than what it draws. The values of all blocks (`self`, and the total of hidden ones) from the zoomed
 * one on sum up to its total.
 */
export function layout(tree: FlameTree, { minTotal, order, zoomed = 0 }: LayoutOptions): Layout {
  const whole = tree.total[zoomed] ?? 0;
  const place = (node: number, start: number, width = tree.total[node] ?? 0): Block => ({
    node,
    frame: tree.frames[tree.frame[node] ?? 0] ?? "",
    start,
    width,
    total: tree.total[node] ?? 0,
    self: tree.self[node] ?? 0,
    hiddenFrames: 0,
    stacks: tree.stacks[node] ?? 0,
  });
  const rows: Block[][] = [];
  for (let node = zoomed; node > 0; node = tree.parent[node] ?? 0) rows.unshift([place(node, 0, whole)]);
  rows.unshift([place(0, 0, whole)]);

  let parents = rows.at(-1) ?? [];
  while (parents.length > 0) {
    const row: Block[] = [];
    const drawn: Block[] = [];
    for (const parent of parents) {
      const from = tree.firstChild[parent.node] ?? 0;
      const end = tree.firstChild[parent.node + 1] ?? 0;
      // Children stand heaviest first: from the first one that is too small on, all are.
      let hidden = from;
      while (hidden < end && (tree.total[hidden] ?? 0) >= minTotal) hidden++;
      let start = parent.start;
      let stacks = 0;
      for (const node of ordered(tree, from, hidden, order)) {
        const block = place(node, start);
        row.push(block);
        drawn.push(block);
        start += block.width;
        stacks += block.stacks;
      }
      if (hidden === end) continue;
      const total = parent.total - parent.self - (start - parent.start);
      row.push({
        node: parent.node,
        frame: "",
        start,
        width: total,
        total,
        self: 0,
        hiddenFrames: end - hidden,
        stacks: parent.stacks - stacks - (parent.self > 0 ? 1 : 0),
      });
    }
    if (row.length > 0) rows.push(row);
    parents = drawn;
  }
  return rows;
}

/** The layout with the least `minTotal`, from the one given on, with which it has at most so many blocks. */
export function layoutOfMost(tree: FlameTree, options: LayoutOptions, most: number): Layout {
  for (let { minTotal } = options;;) {
    const rows = layout(tree, { ...options, minTotal });
    const blocks = rows.reduce((sum, row) => sum + row.length, 0);
    // What leads to the zoomed node is drawn whatever its size.
    if (blocks <= most || minTotal > (tree.total[options.zoomed ?? 0] ?? 0)) return rows;
    // No frame has less than one.
    minTotal = Math.max(1, minTotal) * Math.max(1.25, Math.sqrt(blocks / most));
  }
}

function ordered(tree: FlameTree, from: number, end: number, order: LayoutOptions["order"]): readonly number[] {
  const nodes = Array.from({ length: end - from }, (_, index) => from + index);
  if (order === "heaviest") return nodes;
  const textOf = (node: number): string => tree.frames[tree.frame[node] ?? 0] ?? "";
  return nodes.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}
