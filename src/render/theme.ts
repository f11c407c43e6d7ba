import { oklch } from "./color.ts";
import { frameFills } from "./flamegraph/palette.ts";

/** Colours of one theme, as `#rrggbb`. Inks reach 4.5:1 on the background, bars 3:1; the tests measure it. */
export interface Theme {
  readonly background: string;
  /** Behind the cards of the dashboard. */
  readonly page: string;
  readonly ink: string;
  readonly mutedInk: string;
  /** For the kind before a value, on the fill of a frame. */
  readonly quietInk: string;
  readonly line: string;
  /** Links and what has the focus. */
  readonly accent: string;
  readonly bar: string;
  /** Fill of what was too small to draw. */
  readonly hidden: string;
  /** Fill of a frame that was searched for. */
  readonly hit: string;
  /** Fills of bars by how a call ended. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly frames: ReadonlyMap<string, string>;
}

export const LIGHT: Theme = {
  background: "#ffffff",
  page: "#f6f5f2",
  ink: "#1c1e21",
  mutedInk: "#5a5f68",
  quietInk: "#4a4e55",
  line: "#dcdbd6",
  accent: oklch(0.47, 0.12, 255),
  bar: oklch(0.6, 0.09, 250),
  hidden: "#cfcfcb",
  hit: oklch(0.86, 0.17, 95),
  statuses: {
    ok: oklch(0.62, 0.09, 165),
    fail: oklch(0.56, 0.17, 27),
    rejected: oklch(0.62, 0.13, 60),
    interrupted: oklch(0.6, 0.1, 95),
    timeout: oklch(0.55, 0.13, 320),
    unknown: oklch(0.6, 0.01, 260),
  },
  frames: frameFills("light"),
};

export const DARK: Theme = {
  background: "#191c20",
  page: "#121417",
  ink: "#eceae6",
  mutedInk: "#a5abb5",
  quietInk: "#cfd0d2",
  line: "#33373e",
  accent: oklch(0.76, 0.1, 250),
  bar: oklch(0.66, 0.09, 250),
  hidden: "#4b4f57",
  hit: oklch(0.46, 0.12, 75),
  statuses: {
    ok: oklch(0.64, 0.09, 165),
    fail: oklch(0.62, 0.17, 27),
    rejected: oklch(0.68, 0.13, 60),
    interrupted: oklch(0.7, 0.1, 95),
    timeout: oklch(0.65, 0.13, 320),
    unknown: oklch(0.6, 0.01, 260),
  },
  frames: frameFills("dark"),
};

/** Class of a bar's part that stands for tool calls of this status. */
export function statusClass(status: string): string {
  return `bar-${status in LIGHT.statuses ? status : "unknown"}`;
}

/** Faces that are there without asking any host; monospace, since the room for a label is computed and not measured. */
export const MONOSPACE = "ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace";
export const SANS_SERIF = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/** Font size of labels in frames and beside bars, in px. */
export const LABEL_PX = 11;

/**
 * Style of every picture. Plain rules without variables: other SVG renderers know no more. They take the light theme;
 * dark is for screens, paper stays light.
 */
export const PICTURE_CSS = [
  `.picture text{font:${LABEL_PX}px ${MONOSPACE};pointer-events:none}`,
  `.picture .heading{font:600 16px ${SANS_SERIF}}`,
  `.picture .facts{font:12px ${SANS_SERIF}}`,
  `.picture .panel{font:600 13px ${SANS_SERIF}}`,
  ".picture .reach{fill:transparent}",
  // Text that stands on lines.
  ".picture .over{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}",
  ".picture .end{text-anchor:end}.picture .middle{text-anchor:middle}",
  colors(LIGHT),
  `@media screen and (prefers-color-scheme:dark){${colors(DARK)}}`,
].join("");

/** The window around a picture that is opened by itself is of the picture's colour. */
export const WINDOW_CSS = `svg:root{background:${LIGHT.background}}` +
  `@media screen and (prefers-color-scheme:dark){svg:root{background:${DARK.background}}}`;

/** Colours and faces as variables, for the style sheets of pages. */
export const THEME_VARIABLES = `${variables(LIGHT)}@media screen and (prefers-color-scheme:dark){${variables(DARK)}}`;

function variables(theme: Theme): string {
  return `:root{--background:${theme.background};--page:${theme.page};--ink:${theme.ink};--muted:${theme.mutedInk};` +
    `--line:${theme.line};--bar:${theme.bar};--accent:${theme.accent};--hit:${theme.hit};--sans:${SANS_SERIF};--mono:${MONOSPACE}}`;
}

function colors(theme: Theme): string {
  const fills: readonly (readonly [string, string])[] = [
    ["background", theme.background],
    ["bar", theme.bar],
    ["hidden", theme.hidden],
    ...Object.entries(theme.statuses).map(([status, fill]) => [`bar-${status}`, fill] as const),
    ...theme.frames,
  ];
  return `.picture text{fill:${theme.ink}}.picture .over{stroke:${theme.background}}.picture .muted,.picture .facts{fill:${theme.mutedInk}}` +
    `.picture .kind{fill:${theme.quietInk}}.picture .line{stroke:${theme.line}}.picture .row rect:hover{stroke:${theme.ink}}` +
    fills.map(([name, fill]) => `.picture .${name}{fill:${fill}}`).join("");
}
