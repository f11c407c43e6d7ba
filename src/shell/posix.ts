import type { Tree, TreeCursor } from "web-tree-sitter";
import type { Redirect, Script, Step } from "./script.ts";

const MAX_STEPS = 2_000;
/** Substitutions that are nested deeper are left out. */
const MAX_DEPTH = 12;

interface OpenRedirect {
  direction: Redirect["direction"];
  isError: boolean;
  /** null: another descriptor, or not met yet. */
  target: string | null;
}

interface OpenCommand {
  readonly kind: "command";
  readonly words: string[];
  readonly redirects: Redirect[];
  readonly isPiped: boolean;
  readonly isSubstituted: boolean;
  readonly depth: number;
  heredoc: string | null;
}

/** What the children of a node are to the reader: statements, parts of a command, operands of `[ … ]`, parts of a redirection, or parts of a word. */
type Mode = "statements" | "command" | "test" | "redirect" | "word";

/** A node whose children are visited. */
interface Context {
  readonly mode: Mode;
  readonly type: string;
  /** Number of substitutions around it. */
  readonly depth: number;
  /** Number of commands that were met before it. */
  readonly firstCommand: number;
  readonly commands: readonly OpenCommand[];
  readonly redirect: OpenRedirect | null;
  readonly isScope: boolean;
  /** Its redirections are those of all commands in it. */
  isCompound: boolean;
  isPiped: boolean;
}

const COMPOUND = new Set([
  "compound_statement",
  "subshell",
  "for_statement",
  "c_style_for_statement",
  "while_statement",
  "if_statement",
  "case_statement",
]);
const SUBSTITUTION = new Set(["command_substitution", "process_substitution"]);
/** Statements that hand on the place in a pipeline. */
const TRANSPARENT = new Set(["redirected_statement", "negated_command", "pipeline"]);
const ASSIGNMENT = /^([A-Za-z_]\w*)\+?=([^]*)$/;
const NUMBER_OR_CLOSED = /^(\d+|-)$/;

/** The steps of a script from its tree in bash's grammar. */
export function stepsOfTree(tree: Tree, source: string): Script {
  const cursor = tree.walk();
  const steps = new TreeReader(cursor, source).read();
  cursor.delete();
  return { steps, isWhole: !tree.rootNode.hasError && steps.length < MAX_STEPS };
}

/** Walks with a cursor and a list of its own, not by recursion, so that no depth of nesting matters. */
class TreeReader {
  readonly #steps: Step[] = [];
  readonly #commands: OpenCommand[] = [];
  #context: Context;
  readonly #cursor: TreeCursor;
  readonly #source: string;

  constructor(cursor: TreeCursor, source: string) {
    this.#cursor = cursor;
    this.#source = source;
    this.#context = {
      mode: "statements",
      type: "",
      depth: 0,
      firstCommand: 0,
      commands: [],
      redirect: null,
      isScope: false,
      isCompound: false,
      isPiped: false,
    };
  }

  read(): readonly Step[] {
    const outer: Context[] = [];
    for (;;) {
      const inner = this.#visit(this.#cursor.nodeType);
      if (inner !== null) {
        if (this.#cursor.gotoFirstChild()) {
          outer.push(this.#context);
          this.#context = inner;
          continue;
        }
        this.#end(inner);
      }
      while (!this.#cursor.gotoNextSibling()) {
        const context = outer.pop();
        if (context === undefined || !this.#cursor.gotoParent()) return this.#steps;
        this.#end(this.#context);
        this.#context = context;
      }
    }
  }

  /** How the node's children are to be read; null: not at all. */
  #visit(type: string): Context | null {
    if (type === "comment" || this.#steps.length >= MAX_STEPS) return null;
    const { mode } = this.#context;
    if (SUBSTITUTION.has(type)) {
      this.#word(type);
      if (this.#context.depth >= MAX_DEPTH) return null;
      this.#steps.push({ kind: "enter" });
      return this.#inner("statements", type, { depth: this.#context.depth + 1, isScope: true });
    }
    if (mode === "word") return this.#inner("word", type);
    if (type === "variable_assignment") {
      if (mode === "statements") this.#assign(this.#text());
      else if (this.#context.type === "declaration_command") this.#assign(this.#text());
      return this.#inner("word", type);
    }
    switch (mode) {
      case "statements":
        return this.#statement(type);
      case "test":
        if (type.endsWith("_expression") && type !== "arithmetic_expression") {
          return this.#inner("test", type, { commands: this.#context.commands });
        }
        break;
      case "command":
      case "redirect":
        if (type === "file_redirect") return this.#redirect(type, this.#context.commands);
        if (type === "herestring_redirect") return this.#hereString(this.#context.commands);
        break;
      default:
        mode satisfies never;
    }
    this.#word(type);
    return this.#inner("word", type);
  }

  #statement(type: string): Context | null {
    switch (type) {
      case "|":
      case "|&":
        this.#context.isPiped = true;
        return null;
      case "command":
        return this.#inner("command", type, { commands: [this.#command([])] });
      case "test_command":
        return this.#inner("test", type, { commands: [this.#command([this.#text().startsWith("[[") ? "[[" : "["])] });
      case "declaration_command":
      case "unset_command":
        return this.#inner("command", type, {
          commands: [this.#command([/^\w+/.exec(this.#text())?.[0] ?? "declare"])],
        });
      case "file_redirect":
        return this.#redirect(type, this.#redirectedOrNone());
      case "herestring_redirect":
        return this.#hereString(this.#redirected());
      case "heredoc_redirect":
        return this.#inner("statements", type, { commands: this.#redirected() });
      case "heredoc_body":
        for (const command of this.#context.commands) command.heredoc = this.#text();
        return null;
      case "heredoc_start":
      case "heredoc_end":
        return null;
      case "for_statement":
        this.#loop();
        break;
      case "word":
      case "number":
      case "string":
      case "raw_string":
      case "concatenation":
        if (this.#context.type === "heredoc_redirect") this.#word(type);
        return this.#inner("word", type);
      default:
    }
    if (COMPOUND.has(type)) this.#context.isCompound = true;
    if (type === "subshell") this.#steps.push({ kind: "enter" });
    return this.#inner("statements", type, {
      isScope: type === "subshell",
      isPiped: TRANSPARENT.has(type) && this.#context.isPiped,
    });
  }

  #inner(mode: Mode, type: string, changes: Partial<Context> = {}): Context {
    return {
      mode,
      type,
      depth: this.#context.depth,
      firstCommand: this.#commands.length,
      commands: [],
      redirect: null,
      isScope: false,
      isCompound: false,
      isPiped: false,
      ...changes,
    };
  }

  #end(context: Context): void {
    if (context.isScope) this.#steps.push({ kind: "leave" });
    const { redirect } = context;
    if (redirect === null || redirect.target === null) return;
    const { direction, isError, target } = redirect;
    for (const command of context.commands) command.redirects.push({ direction, isError, target });
  }

  #command(words: string[]): OpenCommand {
    const { depth, isPiped } = this.#context;
    const command = {
      kind: "command" as const,
      words,
      redirects: [],
      isPiped,
      isSubstituted: depth > 0,
      depth,
      heredoc: null,
    };
    this.#steps.push(command);
    this.#commands.push(command);
    return command;
  }

  /** A redirection stands after the last command of its statement, or after a compound whose commands all share it. */
  #redirected(): readonly OpenCommand[] {
    if (this.#context.type === "heredoc_redirect") return this.#context.commands;
    const { firstCommand, depth, isCompound } = this.#context;
    const commands = this.#commands.slice(firstCommand).filter((command) => command.depth === depth);
    return isCompound ? commands : commands.slice(-1);
  }

  /** A redirection alone (`> a.txt`) is a command without words. */
  #redirectedOrNone(): readonly OpenCommand[] {
    const commands = this.#redirected();
    return commands.length > 0 ? commands : [this.#command([])];
  }

  #redirect(type: string, commands: readonly OpenCommand[]): Context {
    // The grammar takes a second heredoc's word for a file.
    if (this.#source[this.#cursor.startIndex - 1] === "<") return this.#inner("word", type);
    const [, descriptor, operator = ""] = /^(\d*)([&<>|]+)/.exec(this.#text()) ?? [];
    const redirect: OpenRedirect = {
      direction: operator.startsWith("<") && operator !== "<>" ? "in" : operator.endsWith(">>") ? "append" : "out",
      isError: descriptor === "2",
      target: null,
    };
    return this.#inner("redirect", type, { commands, redirect });
  }

  #hereString(commands: readonly OpenCommand[]): Context {
    for (const command of commands) command.heredoc = this.#text().replace(/^<<<\s*/, "");
    return this.#inner("word", "herestring_redirect");
  }

  /** The grammar reads words that follow a redirection's target as more targets; to the shell they are the command's. */
  #word(type: string): void {
    const { mode, redirect, commands } = this.#context;
    if (mode === "word" || type === "file_descriptor" || !this.#cursor.nodeIsNamed) return;
    if (mode === "statements" && this.#context.type !== "heredoc_redirect") return;
    const text = this.#text();
    if (redirect !== null && redirect.target === null) {
      redirect.target = NUMBER_OR_CLOSED.test(text) ? "/dev/null" : text;
    } else if (mode !== "redirect" || commands.length === 1) {
      for (const command of commands) command.words.push(text);
    }
  }

  #assign(text: string): void {
    const [, name, value] = ASSIGNMENT.exec(text) ?? [];
    if (name !== undefined && value !== undefined) this.#steps.push({ kind: "assign", name, values: [value] });
  }

  #loop(): void {
    const node = this.#cursor.currentNode;
    const name = node.childForFieldName("variable")?.text;
    const values = node.childrenForFieldName("value").map((value) => value?.text ?? "");
    if (name !== undefined) this.#steps.push({ kind: "assign", name, values });
  }

  #text(): string {
    return this.#source.slice(this.#cursor.startIndex, this.#cursor.endIndex);
  }
}
