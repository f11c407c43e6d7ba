/** How any text becomes a safe and visible part of a picture or a page. */

/** What XML 1.0 forbids, what changes the direction of the text after it, and halves of surrogate pairs. */
const UNPRINTABLE = /[[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]--[\t\n\r]]/gv;

/**
 * The text with every character shown that would be invisible or break the document: control characters as their
 * pictures (`␛`), everything else as `�`. Tabs and line ends stay.
 */
export function printable(text: string): string {
  return text.replace(
    UNPRINTABLE,
    (char) => char < "\u0020" ? String.fromCharCode(0x2400 + char.charCodeAt(0)) : "\ufffd",
  );
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The printable text, escaped for element content and for attributes in double quotes, of XML and HTML alike. */
export function escapeXml(text: string): string {
  return printable(text).replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

/**
 * Widest advance of common monospace faces (SF Mono 0.618, Menlo 0.602, Consolas 0.55), in hundredths of an em: whole
 * numbers, so that sums are exact.
 */
const NARROW = 62;
/** Emoji and East Asian characters come from fallback fonts that keep no grid; the widest seen is 1.28 em. */
const WIDE = 130;
/** Before this code point stand Latin, Greek and Cyrillic, which monospace faces hold themselves. */
const FIRST_WIDE = 0x530;
const ELLIPSIS = "…";

/** Upper bound of the text's width in a monospace face, in px. */
export function textWidth(text: string, fontPx: number): number {
  let advance = 0;
  for (const char of text) advance += charAdvance(char);
  return advance * fontPx / 100;
}

/**
 * As much of the text as surely fits into the width, in a monospace face: all of it, or a beginning with an ellipsis;
 * empty where less than two characters of it would be left.
 */
export function fitText(text: string, widthPx: number, fontPx: number): string {
  const fits = (advance: number): boolean => advance * fontPx <= widthPx * 100;
  let advance = 0;
  let kept = 0;
  let keptChars = 0;
  let end = 0;
  for (const char of text) {
    advance += charAdvance(char);
    if (!fits(advance)) return keptChars < 2 ? "" : text.slice(0, kept) + ELLIPSIS;
    end += char.length;
    if (fits(advance + NARROW)) {
      kept = end;
      keptChars++;
    }
  }
  return text;
}

/** In hundredths of an em. */
function charAdvance(char: string): number {
  return char === ELLIPSIS || (char.codePointAt(0) ?? 0) < FIRST_WIDE ? NARROW : WIDE;
}
