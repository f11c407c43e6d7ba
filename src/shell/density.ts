/** Below so many operators the grammar is quick whatever it is given. */
const FEW_OPERATORS = 48;
const MAX_DENSITY = 0.3;
const MAX_PIPELINE = 48;
const MAX_HEREDOCS = 60;
const MAX_NESTING = 200;

const OPERATOR = /[|&;()<>{}[\]!`$=]/;

/**
 * Whether a text is more operators than commands, so that the grammar, which looks for the best repair of each fault, could take seconds for it. Tells
 * by one walk over what stands outside of quotes and heredocs; no script that was meant to be run has been found so dense.
 */
export function isTooDense(text: string): boolean {
  let operators = 0;
  let plain = 0;
  let pipes = 0;
  let heredocs = 0;
  let nesting = 0;
  let deepest = 0;
  let shallowest = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    plain++;
    if (char === "\\") at++;
    else if (char === "'" || char === '"') {
      operators++;
      at = closingQuote(text, at, char);
    } else if (char === "<" && text[at + 1] === "<") {
      operators++;
      if (++heredocs > MAX_HEREDOCS) return true;
      at = heredocEnd(text, at);
    } else if (OPERATOR.test(char)) {
      operators++;
      if (char === "|" && ++pipes > MAX_PIPELINE) return true;
      if (char === ";") pipes = 0;
      if (char === "(") deepest = Math.max(deepest, ++nesting);
      else if (char === ")") shallowest = Math.min(shallowest, --nesting);
    } else if (char === "\n") pipes = 0;
  }
  return deepest > MAX_NESTING || shallowest < -FEW_OPERATORS ||
    (operators > FEW_OPERATORS && operators > plain * MAX_DENSITY);
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at];
    if (char === quote) return at;
    if (char === "\\" && quote === '"') at++;
  }
  return text.length;
}

/** The last place of the heredoc that begins here; of the marker where it does not end. */
function heredocEnd(text: string, from: number): number {
  const [marker = "", word] = /^<<-?[ \t]*['"\\]?([\w.-]+)['"]?/.exec(text.slice(from, from + 80)) ?? [];
  const line = word === undefined ? -1 : text.indexOf("\n", from);
  const end = line < 0 ? -1 : text.indexOf(`\n${word}`, line);
  return end < 0 ? from + Math.max(marker.length, 2) - 1 : end + (word?.length ?? 0);
}
