import { type FlameTree, sums } from "./tree.ts";

/** A tree by column, as it is carried in a file: all that is left out is worked out again. */
interface Packed {
  readonly unit: string;
  /** In the order in which nodes first need them. */
  readonly frames: readonly string[];
  /** By node, row by row: how many frames ago its frame was new; 0 for one that has not been there before. */
  readonly frame: readonly number[];
  /** By node, row by row: how many children it has. */
  readonly children: readonly number[];
  /** By node, row by row. */
  readonly self: readonly number[];
}

/** A tree as one text, made to be compressed; `unpackTree()` gives an equal one. */
export function packTree(tree: FlameTree): string {
  const known = new Map<number, number>();
  const packed: Packed = {
    unit: tree.unit,
    frame: Array.from(tree.frame, (frame) => {
      const index = known.get(frame);
      if (index !== undefined) return known.size - index;
      known.set(frame, known.size);
      return 0;
    }),
    children: Array.from(tree.frame, (_, node) => (tree.firstChild[node + 1] ?? 0) - (tree.firstChild[node] ?? 0)),
    self: Array.from(tree.self),
    frames: [...known.keys()].map((frame) => tree.frames[frame] ?? ""),
  };
  return JSON.stringify(packed);
}

/** The tree of a packed text. Throws `TypeError` where it is none. */
export function unpackTree(text: string): FlameTree {
  const packed: unknown = JSON.parse(text);
  if (!isPacked(packed)) throw new TypeError("Cannot read the stacks of the flame graph: expected a packed tree");
  const nodes = packed.frame.length;
  const frame = new Uint32Array(nodes);
  let news = 0;
  packed.frame.forEach((ago, node) => frame[node] = ago === 0 ? news++ : news - ago);
  const firstChild = new Uint32Array(nodes + 1);
  const parent = new Uint32Array(nodes);
  let next = 1;
  packed.children.forEach((children, node) => {
    firstChild[node] = next;
    parent.fill(node, next, next + children);
    next += children;
  });
  firstChild[nodes] = next;
  const self = Float64Array.from(packed.self);
  return { unit: packed.unit, frames: packed.frames, frame, parent, firstChild, self, ...sums(parent, self) };
}

const COLUMNS = ["unit", "frames", "frame", "children", "self"] as const;

function isPacked(value: unknown): value is Packed {
  return typeof value === "object" && value !== null && COLUMNS.every((column) => column in value);
}
