/** The model's server or the tag cache failed the run: the world's trouble, exit code 1. */
export class TaggingError extends Error {
  override readonly name = "TaggingError";
  /** A second line that says what to do. */
  readonly hint: string;

  constructor(message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.hint = hint;
  }
}

/** How much of a foreign text an error message shows, in characters. */
const SHOWN_CHARS = 200;

/** A foreign text for an error message: in double quotes, one line, cut, with control characters made visible. */
export function quoted(text: string): string {
  const chars = [...text.toWellFormed()];
  const head = chars.slice(0, SHOWN_CHARS).join("");
  const escaped = head.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (char) => SHORT_ESCAPES[char] ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `"${escaped}${chars.length > SHOWN_CHARS ? "…" : ""}"`;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
