import { sha256 } from "../trace/hash.ts";
import type { Text } from "../trace/session.ts";

/** What of a long text is kept to be shown to the model: its head and its tail, in characters. */
const HEAD_CHARS = 3000;
const TAIL_CHARS = 1000;

/** What stands in an excerpt where the middle of a text was left out. */
export const CUT = "\n[…]\n";

/** The identity and excerpt of a text of the log. Line ends count as LF. */
export function makeText(whole: string): Text {
  const lf = whole.includes("\r") ? whole.replaceAll("\r\n", "\n") : whole;
  // Joined as a list: a sum of slices would keep the whole text in memory.
  const excerpt = lf.length <= HEAD_CHARS + TAIL_CHARS
    ? lf
    : [lf.slice(0, HEAD_CHARS), lf.slice(lf.length - TAIL_CHARS)].join(CUT);
  return { sha256: sha256(lf), excerpt };
}

/** `makeText` of a text that is there and says something, else null. */
export function makeTextOrNull(whole: string | null): Text | null {
  return whole === null || whole.trim() === "" ? null : makeText(whole);
}
