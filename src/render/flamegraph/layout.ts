import type { TreeNode } from "../../profile/tree.ts";

/** A rectangle of a flame graph in units of value: pixels, direction and zoom are the writer's. */
export interface Block {
  /** `kind:value`; empty for the root and for a block of hidden frames. */
  readonly frame: string;
  /** Left edge: the sum of the values that stand before it. */
  readonly start: number;
  /** Width: the node's total, or the sum of what is hidden. */
  readonly total: number;
  readonly self: number;
  /** How many frames this one block stands for, as they were too small to draw; 0 for a frame of its own. */
  readonly hiddenFrames: number;
}

/** Rows from the root on, each from left to right. */
export type Layout = readonly (readonly Block[])[];

export interface LayoutOptions {
  /** Frames below this total share one block with their siblings of that kind, at the end of their parent's children. */
  readonly minTotal: number;
  /** `heaviest`: largest first, equal ones by frame; `name`: by frame. By code unit, so the order is always the same. */
  readonly order: "heaviest" | "name";
}

interface Placed {
  readonly node: TreeNode;
  readonly start: number;
}

/**
 * Places every frame of a tree that is large enough to be drawn, row by row; no depth is too deep for it. The values of
 * all blocks (`self`, and the total of hidden ones) sum up to the root's total.
 */
export function layout(root: TreeNode, { minTotal, order }: LayoutOptions): Layout {
  const byOrder = order === "name" ? byFrame : byTotal;
  const rows: Block[][] = [[{ frame: root.frame, start: 0, total: root.total, self: root.self, hiddenFrames: 0 }]];
  let parents: Placed[] = [{ node: root, start: 0 }];
  while (parents.length > 0) {
    const row: Block[] = [];
    const drawn: Placed[] = [];
    for (const parent of parents) {
      const shown: TreeNode[] = [];
      let hiddenFrames = 0;
      let hiddenTotal = 0;
      for (const child of parent.node.children.values()) {
        if (child.total >= minTotal) shown.push(child);
        else {
          hiddenFrames++;
          hiddenTotal += child.total;
        }
      }
      let start = parent.start;
      for (const node of shown.sort(byOrder)) {
        row.push({ frame: node.frame, start, total: node.total, self: node.self, hiddenFrames: 0 });
        drawn.push({ node, start });
        start += node.total;
      }
      if (hiddenFrames > 0) row.push({ frame: "", start, total: hiddenTotal, self: 0, hiddenFrames });
    }
    if (row.length > 0) rows.push(row);
    parents = drawn;
  }
  return rows;
}

function byFrame(a: TreeNode, b: TreeNode): number {
  return a.frame < b.frame ? -1 : a.frame > b.frame ? 1 : 0;
}

function byTotal(a: TreeNode, b: TreeNode): number {
  return b.total - a.total || byFrame(a, b);
}
