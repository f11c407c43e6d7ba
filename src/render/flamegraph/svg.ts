import { frameKind, frameValue } from "../../profile/frame.ts";
import type { Profile } from "../../profile/profile.ts";
import { buildTree, type TreeNode } from "../../profile/tree.ts";
import { counted, pixels, share } from "../numbers.ts";
import { type Picture, pictureFile } from "../picture.ts";
import { escapeXml, fitText, textWidth } from "../text.ts";
import { LABEL_PX } from "../theme.ts";
import { type Block, type Layout, layout } from "./layout.ts";
import { frameClass } from "./palette.ts";

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
  /** At most so many frames are drawn, the largest; all that are wide enough where it is not given. */
  readonly mostFrames?: number;
}

const WIDTH = 1200;
const ROW = 18;
/** Gap between rectangles, in px. */
const GAP = 1;
const PADDING = 4;
/** Narrower rectangles cannot be told apart on a screen, in px. */
const MIN_WIDTH = 0.4;
const LEGEND_HEIGHT = 24;
const SWATCH = 10;
const BASELINE = 12.5;

/** The flame graph of a profile as an SVG file that needs no script: largest frames first, equal profile, equal bytes. */
export function flamegraphSvg(options: FlamegraphOptions): string {
  return pictureFile(flamegraph(options));
}

/** The flame graph of a profile, to stand alone or in a page. */
export function flamegraph(
  { title, profile, note = "", direction = "down", mostFrames = Infinity }: FlamegraphOptions,
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
  const tree = buildTree(profile);
  const rows = layout(tree, {
    minTotal: Math.max((MIN_WIDTH * profile.total) / WIDTH, leastOfLargest(tree, mostFrames)),
    order: "heaviest",
  });
  const pen = { unit, whole: profile.total };
  return {
    title,
    facts: `${counted(profile.total, unit)} in ${counted(profile.samples.length, "stacks")}`,
    note,
    description: description(rows, pen),
    width: WIDTH,
    height: LEGEND_HEIGHT + rows.length * ROW,
    body: [
      legend(rows),
      ...rows.flatMap((row, depth) => {
        const y = LEGEND_HEIGHT + ROW * (direction === "down" ? depth : rows.length - 1 - depth);
        return [
          `<g class="row" transform="translate(0 ${y})">`,
          ...row.map((block) => blockElement(block, pen)),
          "</g>",
        ];
      }),
    ].join("\n"),
  };
}

/** The least total that at most so many frames of a tree reach. */
function leastOfLargest(root: TreeNode, most: number): number {
  const totals: number[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    totals.push(node.total);
    waiting.push(...node.children.values());
  }
  const first = totals.sort((a, b) => b - a)[most];
  return first === undefined ? 0 : first + 1;
}

/** What every rectangle of one picture is told in. */
interface Pen {
  readonly unit: string;
  readonly whole: number;
}

function blockElement(block: Block, pen: Pen): string {
  const x = (block.start * WIDTH) / pen.whole;
  const width = (block.total * WIDTH) / pen.whole;
  const drawn = width > 3 * GAP ? width - GAP : width;
  const className = block.hiddenFrames > 0 ? "hidden" : frameClass(block.frame);
  return `<rect class="${className}" x="${pixels(x)}" width="${pixels(drawn)}" height="${ROW - GAP}">` +
    `<title>${escapeXml(blockTitle(block, pen))}</title></rect>` +
    label(block, x + PADDING, drawn - 2 * PADDING, pen);
}

function blockTitle(block: Block, pen: Pen): string {
  const amount = `${counted(block.total, pen.unit)}, ${share(block.total, pen.whole)}`;
  if (block.hiddenFrames > 0) return `${counted(block.hiddenFrames, "frames")} too small to draw: ${amount}`;
  return `${block.frame === "" ? "all" : block.frame}: ${amount}`;
}

/** `kind:value` where there is room for both, else the value, cut where it must be: the colour tells the kind. */
function label(block: Block, x: number, room: number, pen: Pen): string {
  if (block.hiddenFrames > 0) return text(x, fitText(`${block.hiddenFrames} more`, room, LABEL_PX));
  if (block.frame === "") return text(x, fitText(`all: ${counted(block.total, pen.unit)}`, room, LABEL_PX));
  const value = frameValue(block.frame);
  const kind = `${frameKind(block.frame)}:`;
  if (textWidth(block.frame, LABEL_PX) > room) return text(x, fitText(value, room, LABEL_PX));
  return `<text x="${pixels(x)}" y="${BASELINE}"><tspan class="kind">${escapeXml(kind)}</tspan>${
    escapeXml(value)
  }</text>`;
}

function text(x: number, content: string): string {
  return content === "" ? "" : `<text x="${pixels(x)}" y="${BASELINE}">${escapeXml(content)}</text>`;
}

/** The kinds of frames in the picture, from the root on, each with its colour. */
function legend(rows: Layout): string {
  const examples = new Map<string, string>();
  for (const block of rows.flat()) {
    if (block.frame !== "" && !examples.has(frameKind(block.frame))) examples.set(frameKind(block.frame), block.frame);
  }
  let x = 0;
  const entries = [...examples].map(([kind, example]) => {
    const left = x;
    x += SWATCH + 5 + textWidth(kind, LABEL_PX) + 12;
    return `<rect class="${frameClass(example)}" x="${pixels(left)}" y="1" width="${SWATCH}" height="${SWATCH}"/>` +
      `<text class="muted" x="${pixels(left + SWATCH + 5)}" y="10">${escapeXml(kind)}</text>`;
  });
  return `<g>${entries.join("")}</g>`;
}

const DESCRIBED_FRAMES = 5;

function description(rows: Layout, pen: Pen): string {
  const largest = rows.slice(1).flat().filter((block) => block.hiddenFrames === 0)
    .sort((a, b) => b.total - a.total).slice(0, DESCRIBED_FRAMES)
    .map((block) => `${block.frame} ${share(block.total, pen.whole)}`);
  return `Flame graph, ${counted(rows.length - 1, "levels")} deep; a frame is as wide as its ${pen.unit}. ` +
    `Largest frames: ${largest.join(", ")}`;
}
