import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { PICTURE_CSS, WINDOW_CSS } from "./theme.ts";
import { escapeXml, printable } from "./text.ts";

/** A drawing without its surroundings: it can stand alone as an SVG file or in a page that gives it a caption. */
export interface Picture {
  readonly title: string;
  /** Total and unit in one line. */
  readonly facts: string;
  /** One more sentence on what is counted; empty where the facts say it all. */
  readonly note: string;
  /** What the picture shows, in words, for those who cannot see it. */
  readonly description: string;
  /** Size of the drawing in px. */
  readonly width: number;
  readonly height: number;
  /** SVG elements, with classes of `PICTURE_CSS`; draws from 0,0. */
  readonly body: string | VNode;
  /** Whether parts of it can be clicked: then they, and not the whole, are what is told to those who cannot see it. */
  readonly holdsLinks?: boolean;
}

const MARGIN = 16;
const HEADING_LINE = 18;

/**
 * The picture as an SVG file: with title, facts and note drawn above it, its own colours and a background; `tail` is
 * more elements of the document, which draw nothing.
 */
export function pictureFile(picture: Picture, tail = ""): string {
  const lines = [picture.facts, picture.note].filter((line) => line !== "");
  const top = MARGIN + 24 + lines.length * HEADING_LINE + 8;
  const width = picture.width + 2 * MARGIN;
  const height = top + picture.height + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" aria-labelledby="title desc" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title id="title">${escapeXml(picture.title)}</title>`,
    `<desc id="desc">${escapeXml([...lines, picture.description].join(". "))}</desc>`,
    `<style>${PICTURE_CSS}${WINDOW_CSS}</style>`,
    `<rect class="background" width="100%" height="100%"/>`,
    `<text class="heading" x="${MARGIN}" y="${MARGIN + 14}">${escapeXml(picture.title)}</text>`,
    ...lines.map((line, index) =>
      `<text class="facts" x="${MARGIN}" y="${MARGIN + 34 + index * HEADING_LINE}">${escapeXml(line)}</text>`
    ),
    `<g transform="translate(${MARGIN} ${top})">`,
    bodyText(picture),
    "</g>",
    ...tail === "" ? [] : [tail],
    "</svg>",
    "",
  ].join("\n");
}

/** The elements of a picture as text. */
export function bodyText({ body }: Picture): string {
  return typeof body === "string" ? body : printable(renderToString(body));
}
