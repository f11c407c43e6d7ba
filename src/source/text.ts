import { sha256 } from "../trace/hash.ts";
import type { Text } from "../trace/session.ts";

/** What of a long text is kept to be shown to the model: its head and its tail, in characters. */
const HEAD_CHARS = 3000;
const TAIL_CHARS = 1000;

/** What stands in an excerpt where the middle of a text was left out. */
export const CUT = "\n[…]\n";

/** Makes of a text of the log what is kept of it. */
export type TextMaker = (whole: string) => Text;

/** The identity and excerpt of a text. Line ends count as LF. */
export function makeText(whole: string): Text {
  const lf = withLf(whole);
  // Joined as a list: a sum of slices would keep the whole text in memory.
  const excerpt = lf.length <= HEAD_CHARS + TAIL_CHARS
    ? lf
    : [lf.slice(0, HEAD_CHARS), lf.slice(lf.length - TAIL_CHARS)].join(CUT);
  return { sha256: sha256(lf), excerpt };
}

/** The identity alone. */
export function hashText(whole: string): Text {
  return { sha256: sha256(withLf(whole)), excerpt: null };
}

function withLf(whole: string): string {
  return whole.includes("\r") ? whole.replaceAll("\r\n", "\n") : whole;
}

/** What `make` makes of a text that is there and says something, else null. */
export function textOrNull(whole: string | null, make: TextMaker): Text | null {
  return whole === null || whole.trim() === "" ? null : make(whole);
}
