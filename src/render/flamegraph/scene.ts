import { escapeXml } from "../text.ts";
import { blockTitle, type Extras, MIN_WIDTH, MOST_BLOCKS, type Pen, ROW, rowMarkup } from "./draw.ts";
import { type Block, type Layout, layoutOfMost } from "./layout.ts";
import type { Found } from "./search.ts";
import type { FlameState } from "./state.ts";
import { type FlameTree, nodeAt, sandwich } from "./tree.ts";

/** What a running flame graph draws at one time: rows from the top of the picture down. */
export interface Scene {
  readonly rows: readonly SceneRow[];
  readonly height: number;
  readonly markup: string;
}

export interface SceneRow {
  readonly blocks: readonly Block[];
  readonly tree: FlameTree;
}

interface Part {
  readonly tree: FlameTree;
  readonly rows: Layout;
  readonly rootName: string;
  readonly across: number;
  readonly grows: "down" | "up";
}

/** Draws a state of a tree so many px wide. */
export function drawScene(tree: FlameTree, state: FlameState, width: number): Scene {
  const parts = state.frame === "" ? [whole(tree, state, width)] : sandwiched(tree, state, width);
  const rows = parts.flatMap((part) => {
    const { rows, grows } = part;
    const levels = rows.map((blocks, depth) => ({ blocks, depth, part }));
    return grows === "down" ? levels : levels.reverse();
  });
  return {
    rows: rows.map(({ blocks, part: { tree } }) => ({ blocks, tree })),
    height: rows.length * ROW,
    markup: rows.map(({ blocks, depth, part }, at) =>
      rowMarkup(blocks, depth, at * ROW, penOf(part, tree.total[0] ?? 0, width))
    )
      .join("\n"),
  };
}

function whole(tree: FlameTree, { zoom, order, view }: FlameState, width: number): Part {
  const zoomed = nodeAt(tree, zoom);
  return part(tree, { rootName: "all", grows: view === "flame" ? "up" : "down", order, zoomed, width });
}

/** Callers stand above the frame, what it calls below it. */
function sandwiched(tree: FlameTree, { frame, order }: FlameState, width: number): readonly Part[] {
  const { callers, callees } = sandwich(tree, frame);
  const above = part(callers, { rootName: frame, grows: "up", order, zoomed: 0, width });
  const below = part(callees, { rootName: frame, grows: "down", order, zoomed: 0, width });
  // The frame itself stands once, between both.
  const [root = [], ...called] = below.rows;
  const named = root.map((block) => ({ ...block, frame }));
  return [{ ...above, rows: above.rows.slice(1) }, { ...below, rows: [named, ...called] }];
}

interface PartOptions {
  readonly rootName: string;
  readonly grows: "down" | "up";
  readonly order: FlameState["order"];
  readonly zoomed: number;
  readonly width: number;
}

function part(tree: FlameTree, { rootName, grows, order, zoomed, width }: PartOptions): Part {
  const across = tree.total[zoomed] ?? 0;
  const rows = layoutOfMost(tree, { minTotal: (MIN_WIDTH * across) / width, order, zoomed }, MOST_BLOCKS);
  return { tree, rows, rootName, across, grows };
}

function penOf({ tree, rootName, across }: Part, whole: number, width: number): Pen {
  const names = { unit: tree.unit, whole, rootName };
  const extras = (block: Block, depth: number): Extras => ({
    attributes: ` role="treeitem" aria-level="${depth + 1}" aria-label="${escapeXml(blockTitle(block, names))}"`,
    content: "",
  });
  return { ...names, across, width, extras };
}

/** How a search marks a block: `hit` is what was searched for, `dim` what no fitting stack passes through. */
export function markOf(block: Block, tree: FlameTree, { matched, hit }: Found): "hit" | "dim" | "" {
  if (block.hiddenFrames === 0) return hit[block.node] === 1 ? "hit" : matched[block.node] === 0 ? "dim" : "";
  const end = tree.firstChild[block.node + 1] ?? 0;
  for (let node = end - block.hiddenFrames; node < end; node++) if ((matched[node] ?? 0) > 0) return "";
  return "dim";
}
