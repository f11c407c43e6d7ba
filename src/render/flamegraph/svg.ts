import type { Profile } from "../../profile/profile.ts";
import { counted, share } from "../numbers.ts";
import type { Picture } from "../picture.ts";
import { escapeXml } from "../text.ts";
import { blockTitle, LEGEND_HEIGHT, legendMarkup, MIN_WIDTH, MOST_BLOCKS, type Pen, ROW, rowMarkup } from "./draw.ts";
import { type Layout, layoutOfMost } from "./layout.ts";
import { type FlameTree, flameTree } from "./tree.ts";

export interface FlamegraphOptions {
  readonly title: string;
  readonly profile: Profile;
  /** One sentence on what a unit is, drawn under the title. */
  readonly note?: string;
  /**
   * `down` has the root at the top, `up` at the bottom. Default `down`: the first frames say what the work was about,
   * and are read first, beside the title; stacks of uneven depth then end in the open.
   */
  readonly direction?: "down" | "up";
  /** At most so many blocks are drawn, the largest: 2000 where it is not given. */
  readonly mostBlocks?: number;
}

const WIDTH = 1200;

/** The still flame graph of a profile, to stand alone or in a page. */
export function flamegraph(
  { title, profile, note = "", direction = "down", mostBlocks = MOST_BLOCKS }: FlamegraphOptions,
  tree: FlameTree = flameTree(profile),
): Picture {
  const unit = profile.unit;
  if (profile.total === 0) {
    const words = `There is nothing to draw: no ${unit} were counted`;
    return {
      title,
      facts: `0 ${unit}`,
      note,
      description: words,
      width: WIDTH,
      height: 2 * ROW,
      body: `<text class="muted" y="${ROW}">${escapeXml(words)}</text>`,
    };
  }
  const rows = layoutOfMost(
    tree,
    { minTotal: (MIN_WIDTH * profile.total) / WIDTH, order: "heaviest" },
    mostBlocks,
  );
  const pen: Pen = {
    unit,
    whole: profile.total,
    across: profile.total,
    width: WIDTH,
    rootName: "all",
    extras: (block) => ({
      classes: "",
      attributes: "",
      content: `<title>${escapeXml(blockTitle(block, pen))}</title>`,
    }),
  };
  return {
    title,
    facts: `${counted(profile.total, unit)} in ${counted(profile.samples.length, "stacks")}`,
    note,
    description: description(rows, pen),
    width: WIDTH,
    height: LEGEND_HEIGHT + rows.length * ROW,
    body: [
      legendMarkup(rows),
      ...rows.map((row, depth) =>
        rowMarkup(row, depth, LEGEND_HEIGHT + ROW * (direction === "down" ? depth : rows.length - 1 - depth), pen)
      ),
    ].join("\n"),
  };
}

const DESCRIBED_FRAMES = 5;

function description(rows: Layout, pen: Pen): string {
  const largest = rows.slice(1).flat().filter((block) => block.hiddenFrames === 0)
    .sort((a, b) => b.total - a.total).slice(0, DESCRIBED_FRAMES)
    .map((block) => `${block.frame} ${share(block.total, pen.whole)}`);
  return `Flame graph, ${counted(rows.length - 1, "levels")} deep; a frame is as wide as its ${pen.unit}. ` +
    `Largest frames: ${largest.join(", ")}`;
}
