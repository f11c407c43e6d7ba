/** Stands in a word for what only the running shell knows. */
export const UNKNOWN = "\0";

/** Variables whose values the script itself gives; several where a loop runs over them. */
export type Variables = Map<string, readonly string[]>;

const MAX_VALUES = 16;
const ANSI_ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "", a: "", b: "", e: "" };

/**
 * The words that bash makes of one word of a script: quotes taken off, escapes resolved, known variables replaced. Usually one; several for
 * a loop's variable. What is not known is `UNKNOWN` in them.
 */
export function expandWord(raw: string, variables: Variables): readonly string[] {
  if (/^[<>]\(/.test(raw)) return [UNKNOWN];
  const alternatives = raw.includes("{") ? withoutBraces(raw) : [raw];
  if (alternatives.length > 1) return alternatives.flatMap((word) => expandWord(word, variables)).slice(0, MAX_VALUES);
  if (!/[\\'"$`]/.test(raw)) return [raw];
  const lone = /^"?\$\{?(\w+)\}?"?$/.exec(raw)?.[1];
  const values = lone === undefined ? undefined : variables.get(lone);
  if (values !== undefined) return values.slice(0, MAX_VALUES);
  return [new WordReader(raw, variables).read()];
}

/** `src/{a,b}.ts` is two words; a word with quotes or `${…}` is left as it is. */
function withoutBraces(raw: string): readonly string[] {
  if (/[\\'"`]|\$\{/.test(raw) || raw.length > 1024) return [raw];
  const [all, before = "", inside = "", after = ""] = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(raw) ?? [];
  return all === undefined ? [raw] : inside.split(",").slice(0, MAX_VALUES).map((part) => before + part + after);
}

class WordReader {
  #at = 0;
  #text = "";
  readonly #raw: string;
  readonly #variables: Variables;

  constructor(raw: string, variables: Variables) {
    this.#raw = raw;
    this.#variables = variables;
  }

  read(): string {
    let isQuoted = false;
    while (this.#at < this.#raw.length) {
      const char = this.#raw[this.#at++] ?? "";
      if (char === '"') isQuoted = !isQuoted;
      else if (char === "\\") this.#escape(isQuoted);
      else if (char === "'" && !isQuoted) this.#until("'");
      else if (char === "$") this.#dollar(isQuoted);
      else if (char === "`") this.#backquotes();
      else this.#text += char;
    }
    return this.#text;
  }

  #escape(isQuoted: boolean): void {
    const next = this.#raw[this.#at++] ?? "";
    if (next === "\n") return;
    this.#text += isQuoted && !/["\\$`]/.test(next) ? `\\${next}` : next;
  }

  #until(end: string): void {
    const stop = this.#raw.indexOf(end, this.#at);
    this.#text += this.#raw.slice(this.#at, stop < 0 ? undefined : stop);
    this.#at = stop < 0 ? this.#raw.length : stop + end.length;
  }

  #backquotes(): void {
    const stop = this.#raw.indexOf("`", this.#at);
    this.#at = stop < 0 ? this.#raw.length : stop + 1;
    this.#text += UNKNOWN;
  }

  #dollar(isQuoted: boolean): void {
    const rest = this.#raw.slice(this.#at, this.#at + 1);
    if (rest === "'" && !isQuoted) return this.#ansi();
    if (rest === '"' && !isQuoted) return;
    if (rest === "(") {
      this.#at = closingParenthesis(this.#raw, this.#at);
      this.#text += UNKNOWN;
      return;
    }
    const [match, plain, braced, fallback] = /^(?:(\w+|[@*#?$!-])|\{([^{}'"$`:#%/^,=+?-]+)(?::?-([^{}'"$`]*))?\})/.exec(
      this.#raw.slice(this.#at, this.#at + 512),
    ) ?? [];
    if (match === undefined) {
      const stop = rest === "{" ? this.#raw.indexOf("}", this.#at) : -1;
      this.#at = rest !== "{" ? this.#at : stop < 0 ? this.#raw.length : stop + 1;
      this.#text += rest === "{" ? UNKNOWN : "$";
      return;
    }
    this.#at += match.length;
    const values = this.#variables.get(plain ?? braced ?? "");
    this.#text += values?.length === 1 ? values[0] : values === undefined ? fallback ?? UNKNOWN : UNKNOWN;
  }

  #ansi(): void {
    this.#at++;
    while (this.#at < this.#raw.length) {
      const char = this.#raw[this.#at++] ?? "";
      if (char === "'") return;
      if (char !== "\\") this.#text += char;
      else {
        const next = this.#raw[this.#at++] ?? "";
        this.#text += ANSI_ESCAPES[next] ?? next;
      }
    }
  }
}

/** The place after the parenthesis that closes the one at `from`; the text's end without one. */
function closingParenthesis(text: string, from: number): number {
  let depth = 0;
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === "\\") at++;
    else if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === "'") quote = char;
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return at + 1;
  }
  return text.length;
}
