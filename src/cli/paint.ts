import type { Host } from "../host/host.ts";

/** What `--color` takes. */
export const COLOR_MODES = ["auto", "always", "never"] as const;
export type ColorMode = typeof COLOR_MODES[number];

/** Colours a text for a terminal, or leaves it as it is. */
export type Paint = (text: string, color: Color) => string;

/** Select Graphic Rendition codes (ECMA-48): the user's terminal chooses what they look like. */
const CODES = { bold: 1, dim: 2, blue: 34, cyan: 36, green: 32, magenta: 35, red: 31, yellow: 33 } as const;
export type Color = keyof typeof CODES;

/**
 * How data on stdout is coloured. `auto`: on a terminal, unless NO_COLOR (no-color.org) is set; FORCE_COLOR wins over the
 * place where it goes, `--color` over both.
 */
export function paintFor(host: Host, mode: ColorMode): Paint {
  const isWanted = mode === "auto" ? host.colorWish() ?? host.isTerminal("stdout") : mode === "always";
  return isWanted ? (text, color) => `\x1b[${CODES[color]}m${text}\x1b[0m` : (text) => text;
}
