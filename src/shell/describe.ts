import { programName } from "./program.ts";
import { DESCRIPTIONS } from "./programs/descriptions.ts";

/** One way to use a program: alternatives for each word that must be there besides its name, and what it does. */
interface Description {
  readonly words: readonly (readonly string[])[];
  readonly does: string;
}

const BY_PROGRAM = new Map<string, Description[]>();
for (const [run, does] of DESCRIPTIONS) {
  const [names = [], ...words] = run.split(" ").map((word) => word.split("|"));
  for (const name of names) {
    const known = BY_PROGRAM.get(name);
    if (known === undefined) BY_PROGRAM.set(name, [{ words, does }]);
    else known.push({ words, does });
  }
}

/** So many steps of a script are described. */
const MOST_STEPS = 3;
const SHELL = /^(?:\S*[/\\])?(?:bash|sh|zsh|dash)(?:\.exe)? -l?c /;
const HEREDOC = /<<-?\s*['"\\]?\w/;
const TOKEN = /(?:[^\s'"\\]|\\.|'[^']*'|"(?:\\.|[^"\\])*")+/gs;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;
/** What stands before the command that counts. */
const WRAPPERS = new Set(
  "sudo time nohup npx bunx pnpx uvx exec env command xargs then do if else while until ! ( {".split(" "),
);
/** Options of a wrapper; `-u USER` of sudo. */
const OPTIONS = /^\s*(?:-u\s+\S+\s+|-\S+\s+)*/;
const RUNNERS = /^(?:(?:uv|poetry|pdm|pipenv|hatch) run|(?:bundle|pnpm|yarn|npm) exec|(?:pnpm|yarn) dlx|python3? -m) /;
/** Behind a pipe they only narrow what another program says. */
const FILTERS = new Set("awk cat column cut egrep grep head less rg sed sort tail tee tr".split(" "));
/** Said only where nothing else is to be said. */
const QUIET = new Set("cd echo export printf pwd set source true".split(" "));

/** A command line without the shell that an agent puts around it (`bash -lc …`). */
export function withoutShell(line: string): string {
  const inner = line.replace(SHELL, "");
  return inner === line ? line : withoutShell(inner.replace(/^(['"])(.*)\1$/s, "$2"));
}

/** What a command line does, in words: of its first steps that a manual is known of; "" where none is. Needs no grammar. */
export function describeCommand(line: string): string {
  const script = withoutShell(line);
  const heredoc = script.search(HEREDOC);
  const found = new Set<string>();
  const quiet = new Set<string>();
  for (const { step, isPiped } of stepsOf(heredoc < 0 ? script : script.slice(0, heredoc))) {
    const [word = "", ...rest] = commandOf(step);
    const name = programName(word);
    if (isPiped && FILTERS.has(name) && found.size > 0) continue;
    const does = descriptionOf(name, rest);
    if (does === null) continue;
    (QUIET.has(name) && !rest.some((word) => word.startsWith(">")) ? quiet : found).add(does);
    const remote = rest.at(-1) ?? "";
    if (name === "ssh" && remote.includes(" ")) found.add(describeCommand(remote));
  }
  found.delete("");
  return [...(found.size > 0 ? found : quiet)].slice(0, MOST_STEPS).join(", ");
}

interface Step {
  readonly step: string;
  readonly isPiped: boolean;
}

/** Parts a script at `;`, `&`, `|` and line ends that stand in no quotes. */
function stepsOf(script: string): Step[] {
  const steps: Step[] = [];
  let start = 0;
  let quote = "";
  let isPiped = false;
  for (let at = 0; at < script.length; at++) {
    const char = script[at] ?? "";
    if (char === "\\") at++;
    else if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (char === "#" && /^$|\s/.test(script[at - 1] ?? "")) {
      const end = script.indexOf("\n", at);
      steps.push({ step: script.slice(start, at), isPiped });
      at = end < 0 ? script.length : end;
      start = at + 1;
      isPiped = false;
    } else if (";|&\n".includes(char) && script[at - 1] !== ">" && script[at + 1] !== ">") {
      steps.push({ step: script.slice(start, at), isPiped });
      const isDouble = script[at + 1] === char;
      isPiped = char === "|" && !isDouble;
      if (isDouble) at++;
      start = at + 1;
    }
  }
  steps.push({ step: script.slice(start), isPiped });
  return steps;
}

/** The words of a step, without what stands before its program and without quotes. */
function commandOf(step: string): readonly string[] {
  let text = step.trim();
  for (let before = ""; before !== text;) {
    before = text;
    const [first = ""] = text.match(TOKEN) ?? [];
    const rest = text.slice(first.length).replace(OPTIONS, "");
    if (rest !== "" && (ASSIGNMENT.test(first) || WRAPPERS.has(first))) text = rest;
    else if (first === "timeout") text = text.replace(/^timeout\s+(?:-\S+\s+)*\S+\s*/, "");
    else text = text.replace(RUNNERS, "");
  }
  return (text.match(TOKEN) ?? []).map((token) => token.replace(/^['"(]+|['")]+$/g, ""));
}

function descriptionOf(name: string, words: readonly string[]): string | null {
  const has = (alternatives: readonly string[]): boolean =>
    words.some((word) => [word, word.split(/[=:]/, 1)[0] ?? ""].some((form) => alternatives.includes(form)));
  const fitting = (BY_PROGRAM.get(name) ?? []).filter((one) => one.words.every(has));
  return fitting.toSorted((a, b) => b.words.length - a.words.length)[0]?.does ?? null;
}
