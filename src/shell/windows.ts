import type { CommandStep, Redirect, Script } from "./script.ts";
import { UNKNOWN } from "./words.ts";

/** The language of a command line. */
export type Dialect = "posix" | "powershell" | "cmd";

const POWERSHELL =
  /(^|[|;&{(}\n]|=\s)\s*(Get|Set|New|Remove|Test|Select|Where|ForEach|Out|Write|Copy|Move|Rename|Invoke|Start|Stop|Import|Export|ConvertTo|ConvertFrom|Join|Split|Resolve|Add|Clear|Measure|Sort|Group|Format|Expand|Compress|Compare|Install|Push|Pop|Wait|Enable|Disable)-[A-Z][A-Za-z]+\b|^\s*\$(env:)?[A-Za-z_]\w*\s*=|\$env:\w|^\s*(&\s+["']|<#)|(^|\s)[A-Za-z]:\\[\w.]|(^|\s)\.{1,2}\\\w|\w\\\w[\w\\.-]*\.(exe|cmd|bat|ps1)\b|\bif\s*\(\$/;
const CMD =
  /^\s*(if\s+(not\s+)?(exist|errorlevel)\b|dir\s+\/[a-z]|del\s+\/[a-z]|cd\s+\/d\b|rd\s+\/s|rmdir\s+\/s|type\s+\w:?\\|(x?copy|move|ren|type|del)\s+(\/\w+\s+)*\w\S*\\|(x?copy|robocopy)\s[^|&\n]*\w\\\w|set\s+\w+=.*&|@echo\b|(findstr|icacls|attrib|setx)\s|for\s+%)/i;
const CMD_VARIABLE = /%([A-Z_]{3,}|[a-z]{3,})%/;
const QUOTED = /'[^']*'|"(?:[^"\\`]|[\\`][^])*"/g;

/**
 * The language that a command line is most likely in, where nothing else tells it: bash's, unless it has what only PowerShell or cmd has. What stands
 * in quotes may be any text.
 */
export function dialectOf(command: string): Dialect {
  const head = command.slice(0, 4096).replace(QUOTED, '""');
  const isCmd = CMD.test(head) || CMD_VARIABLE.test(head);
  if (isCmd && !/^\s*(#|\w+=)/.test(head) && !head.includes("$(")) return "cmd";
  return POWERSHELL.test(head) && !head.includes("<<") ? "powershell" : "posix";
}

/** The language of a shell's scripts, by the name or path of its program; undefined where it is no shell that is known. */
export function dialectOfShell(program: string): Dialect | undefined {
  const [, name = ""] = /^(?:.*[/\\])?([a-z]+)(?:\.exe)?$/i.exec(program) ?? [];
  if (/^(bash|sh|zsh|dash|ksh|fish)$/i.test(name)) return "posix";
  if (/^(powershell|pwsh)$/i.test(name)) return "powershell";
  return /^cmd$/i.test(name) ? "cmd" : undefined;
}

/** The steps of a PowerShell or cmd command line: its simple commands with their words; blocks are read as if they stood in line. */
export function stepsOfWindows(text: string, dialect: "powershell" | "cmd"): Script {
  const reader = new LineReader(text, dialect);
  const steps = reader.read();
  return { steps, isWhole: reader.isWhole };
}

const MAX_COMMANDS = 1_000;

class LineReader {
  isWhole = true;
  readonly #steps: CommandStep[] = [];
  #words: string[] = [];
  #redirects: Redirect[] = [];
  #word: string | null = null;
  #isPiped = false;
  /** The command begins with `&`: its first word is run whatever it is. */
  #isCalled = false;
  /** The command begins with a quote: a value, which PowerShell writes out. */
  #isQuoted = false;
  /** The redirection whose target the next word is. */
  #open: Omit<Redirect, "target"> | null = null;
  #at = 0;
  readonly #text: string;
  readonly #isPowerShell: boolean;

  constructor(text: string, dialect: "powershell" | "cmd") {
    this.#text = text;
    this.#isPowerShell = dialect === "powershell";
  }

  read(): readonly CommandStep[] {
    while (this.#at < this.#text.length && this.#steps.length < MAX_COMMANDS) this.#next();
    this.#endCommand(false);
    return this.#steps;
  }

  #next(): void {
    const char = this.#text[this.#at++] ?? "";
    const isEscape = char === (this.#isPowerShell ? "`" : "^");
    if (isEscape) {
      const next = this.#text[this.#at++] ?? "";
      if (next !== "\n" && next !== "\r") this.#add(next);
    } else if (char === '"' || (char === "'" && this.#isPowerShell)) this.#quoted(char);
    else if (char === "@" && this.#isPowerShell && /["']/.test(this.#text[this.#at] ?? "")) this.#hereString();
    else if (char === "#" && this.#isPowerShell && this.#word === null) this.#skipLine();
    else if (char === "<" && this.#isPowerShell && this.#text[this.#at] === "#") this.#skipComment();
    else if (/[ \t\r]/.test(char)) this.#endWord();
    else if (char === "\n" || (char === ";" && this.#isPowerShell)) this.#endCommand(false);
    else if (char === "|" || char === "&") this.#operator(char);
    else if (char === ">" || char === "<") this.#redirection(char);
    else if (/[(){}]/.test(char)) this.#bracket(char);
    else if (char === "," && this.#isPowerShell) this.#endWord();
    else if (char === "$" && this.#isPowerShell) this.#variable();
    else if (char === "%" && !this.#isPowerShell) this.#percent();
    else this.#add(char);
  }

  #add(text: string): void {
    this.#word = (this.#word ?? "") + text;
  }

  #quoted(quote: string): void {
    if (this.#words.length === 0 && this.#word === null) this.#isQuoted = true;
    const end = this.#text.indexOf(quote, this.#at);
    if (end < 0) this.isWhole = false;
    const stop = end < 0 ? this.#text.length : end;
    const content = this.#text.slice(this.#at, stop);
    this.#add(
      quote === '"' && this.#isPowerShell
        ? content.replace(/`(.)/gs, "$1").replace(/\$\([^)]{0,256}\)|\$(env:)?\w+/g, UNKNOWN)
        : content,
    );
    this.#at = stop + 1;
  }

  #hereString(): void {
    const quote = this.#text[this.#at] ?? "";
    const end = this.#text.indexOf(`\n${quote}@`, this.#at);
    this.#add(UNKNOWN);
    this.#at = end < 0 ? this.#text.length : end + 3;
  }

  #skipLine(): void {
    const end = this.#text.indexOf("\n", this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #skipComment(): void {
    const end = this.#text.indexOf("#>", this.#at);
    this.#at = end < 0 ? this.#text.length : end + 2;
  }

  #operator(char: string): void {
    const isDouble = this.#text[this.#at] === char;
    if (isDouble) this.#at++;
    const isCall = char === "&" && !isDouble && this.#isPowerShell && this.#words.length === 0 && this.#word === null;
    if (isCall) this.#isCalled = true;
    else this.#endCommand(char === "|" && !isDouble);
  }

  #redirection(char: string): void {
    const descriptor = /^[\d*]$/.test(this.#word ?? "") ? this.#word : null;
    if (descriptor !== null) this.#word = null;
    this.#endWord();
    const isAppended = this.#text[this.#at] === ">";
    if (isAppended) this.#at++;
    const merged = /^&\d/.exec(this.#text.slice(this.#at, this.#at + 2));
    if (merged !== null) this.#at += 2;
    else this.#open = { direction: char === "<" ? "in" : isAppended ? "append" : "out", isError: descriptor === "2" };
  }

  /** Blocks and groups hold commands; `@{…}`, `.Method()` and types hold none that matters. */
  #bracket(char: string): void {
    if (char === "(" && this.#word !== null) {
      this.#add(UNKNOWN);
      return;
    }
    this.#endCommand(false);
  }

  #variable(): void {
    const [name] = /^(\{[^}]*\}|(env:)?\w+|[?_^$])?/.exec(this.#text.slice(this.#at, this.#at + 256)) ?? [""];
    this.#at += name.length;
    if (/^null$/i.test(name)) this.#add("$null");
    else if (
      this.#words.length === 0 && this.#word === null &&
      /^\s*[+-]?=[^=]/.test(this.#text.slice(this.#at, this.#at + 64))
    ) {
      this.#at = this.#text.indexOf("=", this.#at) + 1;
    } else this.#add(UNKNOWN);
  }

  #percent(): void {
    const [, name] = /^(%?\w+%?)/.exec(this.#text.slice(this.#at, this.#at + 64)) ?? [];
    this.#at += name?.length ?? 0;
    this.#add(UNKNOWN);
  }

  #endWord(): void {
    const word = this.#word;
    this.#word = null;
    if (word === null) return;
    if (this.#open !== null) {
      this.#redirects.push({ ...this.#open, target: word });
      this.#open = null;
    } else this.#words.push(word);
  }

  #endCommand(isPipe: boolean): void {
    this.#endWord();
    const words = this.#words;
    if (words.length > 0 && !this.#isValue(words[0] ?? "")) {
      this.#steps.push({
        kind: "command",
        words: withoutKeywords(words),
        redirects: this.#redirects,
        isPiped: this.#isPiped,
        isSubstituted: false,
        heredoc: null,
      });
    }
    this.#words = [];
    this.#redirects = [];
    this.#open = null;
    this.#isCalled = false;
    this.#isQuoted = false;
    this.#isPiped = isPipe;
  }

  /** Whether a command is none: PowerShell takes `$x.Name`, `"text"`, `1..5` and `[int]$n` for values unless `&` is before them. */
  #isValue(first: string): boolean {
    return this.#isPowerShell && !this.#isCalled && this.#redirects.length === 0 &&
      (this.#isQuoted || first.startsWith(UNKNOWN) || /^[\d[-]/.test(first));
  }
}

/** `if exist dist del dist` runs `del`; `@echo` is `echo`. */
function withoutKeywords(words: readonly string[]): readonly string[] {
  const [first = "", ...rest] = words;
  if (/^if$/i.test(first)) {
    const test = /^not$/i.test(rest[0] ?? "") ? rest.slice(1) : rest;
    if (/^(exist|errorlevel|defined)$/i.test(test[0] ?? "") && test.length > 2) return test.slice(2);
  }
  if (/^(call|do)$/i.test(first) && rest.length > 0) return rest;
  return first.startsWith("@") && first.length > 1 ? [first.slice(1), ...rest] : words;
}
