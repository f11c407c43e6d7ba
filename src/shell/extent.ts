/** Characters outside of quotes and heredocs; the longest command lines that agents were seen to write have some hundreds. */
const MAX_PLAIN = 4_000;
/** Below so many operators the grammar is quick whatever it is given. */
const FEW_OPERATORS = 48;
const MAX_DENSITY = 0.3;
const MAX_PIPELINE = 48;
const MAX_HEREDOCS = 60;
const MAX_UNOPENED = 24;

const OPERATOR = /[|&;()<>{}[\]!`$=]/;

/**
 * How much of a text the grammar is to be given: all of a script that was meant to be run, the first lines of one without measure, 0 for a text that
 * is more operators than commands. The grammar looks for the best repair of each fault, which takes it seconds where all is faults.
 */
export function parsedExtent(text: string): number {
  let operators = 0;
  let plain = 0;
  let quoted = 0;
  let pipes = 0;
  let heredocs = 0;
  let nesting = 0;
  let lineEnd = 0;
  let at = 0;
  for (; at < text.length && plain <= MAX_PLAIN; at++) {
    const char = text[at] ?? "";
    plain++;
    if (char === "\\") at++;
    else if (char === "'" || char === '"') {
      operators++;
      const end = closingQuote(text, at, char);
      quoted += end - at;
      at = end;
    } else if (char === "<" && text[at + 1] === "<") {
      operators++;
      if (++heredocs > MAX_HEREDOCS) return 0;
      at = heredocEnd(text, at);
    } else if (char === "\n") {
      pipes = 0;
      lineEnd = at;
    } else if (OPERATOR.test(char)) {
      operators++;
      if (char === "|") pipes++;
      else if (char === ";") pipes = 0;
      else if (char === "(") nesting++;
      else if (char === ")") nesting--;
      if (pipes > MAX_PIPELINE || nesting < -MAX_UNOPENED) return 0;
    }
  }
  if (operators > FEW_OPERATORS && operators > (plain + quoted) * MAX_DENSITY) return 0;
  return at < text.length ? lineEnd : text.length;
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at];
    if (char === quote) return at;
    if (char === "\\" && quote === '"') at++;
  }
  return text.length;
}

/** The last place of the heredoc that begins here; of its marker where it does not end. */
function heredocEnd(text: string, from: number): number {
  const [marker = "", word] = /^<<-?[ \t]*['"\\]?([\w.-]+)['"]?/.exec(text.slice(from, from + 80)) ?? [];
  const line = word === undefined ? -1 : text.indexOf("\n", from);
  const end = line < 0 ? -1 : text.indexOf(`\n${word}`, line);
  return end < 0 ? from + Math.max(marker.length, 2) - 1 : end + (word?.length ?? 0);
}
