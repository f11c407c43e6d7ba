/** How blocks become SVG elements: the same for the picture in a file and for the running one. */

import { frameKind, frameValue } from "../../profile/frame.ts";
import { counted, pixels, share } from "../numbers.ts";
import { escapeXml, fitText, textWidth } from "../text.ts";
import { LABEL_PX } from "../theme.ts";
import type { Block, Layout } from "./layout.ts";
import { frameClass } from "./palette.ts";

/** Height of a row with the gap below it, in px. */
export const ROW = 18;
/** Narrower rectangles cannot be told apart on a screen, in px. */
export const MIN_WIDTH = 0.4;
/** More elements than that make a picture slow: then what is drawn begins at a larger width. */
export const MOST_BLOCKS = 2000;
export const LEGEND_HEIGHT = 24;

/** Gap between rectangles, in px. */
const GAP = 1;
const PADDING = 4;
const SWATCH = 10;
const BASELINE = 12.5;

/** What every rectangle of one picture is drawn with. */
export interface Pen {
  readonly unit: string;
  /** Total of all stacks, of which shares are told. */
  readonly whole: number;
  /** What the whole width stands for. */
  readonly across: number;
  /** Width of the picture in px. */
  readonly width: number;
  /** What the root is called. */
  readonly rootName: string;
  /** Attributes of a rectangle besides its place and class, and what it holds. */
  readonly extras: (block: Block, depth: number) => Extras;
}

export interface Extras {
  /** Escaped and after a space each; empty for none. */
  readonly attributes: string;
  /** Elements inside the rectangle. */
  readonly content: string;
}

/** A row of blocks at a height. */
export function rowMarkup(row: readonly Block[], depth: number, y: number, pen: Pen): string {
  const blocks = row.map((block) => blockMarkup(block, depth, pen));
  return [`<g class="row" role="none" transform="translate(0 ${y})">`, ...blocks, "</g>"].join("\n");
}

function blockMarkup(block: Block, depth: number, pen: Pen): string {
  const x = (block.start * pen.width) / pen.across;
  const width = (block.width * pen.width) / pen.across;
  const drawn = width > 3 * GAP ? width - GAP : width;
  const color = block.hiddenFrames > 0 ? "hidden" : frameClass(block.frame);
  const { attributes, content } = pen.extras(block, depth);
  const start = `<rect class="${color}" x="${pixels(x)}" width="${pixels(drawn)}" height="${ROW - GAP}"` +
    attributes;
  return (content === "" ? `${start}/>` : `${start}>${content}</rect>`) +
    label(block, x + PADDING, drawn - 2 * PADDING, pen);
}

/** What a block is, in words: `session:debug: 66,000 tokens, 58.4%`. */
export function blockTitle(block: Block, { unit, whole, rootName }: Pick<Pen, "unit" | "whole" | "rootName">): string {
  const amount = `${counted(block.total, unit)}, ${share(block.total, whole)}`;
  if (block.hiddenFrames > 0) {
    return `${counted(block.hiddenFrames, "frames")} too small to draw, in ${
      counted(block.stacks, "stacks")
    }: ${amount}`;
  }
  return `${block.frame === "" ? rootName : block.frame}: ${amount}`;
}

/** `kind:value` where there is room for both, else the value, cut where it must be: the colour tells the kind. */
function label(block: Block, x: number, room: number, pen: Pen): string {
  if (room < LABEL_PX) return "";
  if (block.hiddenFrames > 0) return text(x, fitText(`${block.hiddenFrames} more`, room, LABEL_PX));
  if (block.frame === "") {
    return text(x, fitText(`${pen.rootName}: ${counted(block.total, pen.unit)}`, room, LABEL_PX));
  }
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

/**
 * What the colours of a picture mean, from the root on: kinds of frames, and statuses each by itself as each has a
 * colour of its own, with the class of a frame that has it.
 */
export function legendOf(rows: Layout): ReadonlyMap<string, string> {
  const classes = new Map<string, string>();
  for (const row of rows) {
    for (const { frame } of row) {
      const name = frameKind(frame) === "status" ? frame : frameKind(frame);
      if (frame !== "" && !classes.has(name)) classes.set(name, frameClass(frame));
    }
  }
  return classes;
}

/** The legend in one line. */
export function legendMarkup(rows: Layout): string {
  let x = 0;
  const entries = [...legendOf(rows)].map(([name, className]) => {
    const left = x;
    x += SWATCH + 5 + textWidth(name, LABEL_PX) + 12;
    return `<rect class="${className}" x="${pixels(left)}" y="1" width="${SWATCH}" height="${SWATCH}"/>` +
      `<text class="muted" x="${pixels(left + SWATCH + 5)}" y="10">${escapeXml(name)}</text>`;
  });
  return `<g>${entries.join("")}</g>`;
}
