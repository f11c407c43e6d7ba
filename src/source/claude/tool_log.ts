import { type Fields, fields, list, text } from "../narrow.ts";
import { ShownCode, type ShownCodeMark } from "../shown_code.ts";
import type { TaskEnd } from "../part.ts";
import type { ParseContext } from "../source.ts";
import type { Outcome } from "../status.ts";
import { endToolCall, isProvidersId, settle, type ToolDraft, ToolReader, type ToolStart } from "../tool_call.ts";
import { CODE_CHARS, RESULT_HEAD_CHARS } from "./needs.ts";
import { type ClaudeOutcome, outcomeOf, taskOfInput, taskOutcome } from "./outcome.ts";
import { contentText, noticesIn } from "./prompt.ts";
import { claudePaths, claudeRequest, claudeTool, claudeUrls } from "./tools.ts";

/** A tool call as a response tells it. */
export interface ToolUse extends Required<Pick<ToolStart, "id" | "name" | "scope" | "cwd" | "tsMs" | "promptKey">> {
  readonly input: Fields;
}

/** What must be known of a file's tool calls to go on in its middle, besides those that are open. */
export interface ToolLogMark {
  /** Task -> the open call that started it; open poll -> task. */
  readonly tasks: readonly (readonly [string, string])[];
  readonly polls: readonly (readonly [string, string])[];
  /** Tasks that calls of the file started, and that have ended. */
  readonly ended: readonly string[];
  readonly unparsedCommands: number;
  readonly code: ShownCodeMark;
}

/** The tool calls of a file: how each begins and ends, what runs in the background, and the code that they show. */
export class ToolLog {
  readonly #reader: ToolReader;
  /** Background tasks by their id: the call that started each. */
  readonly #tasks = new Map<string, ToolDraft>();
  /** Polls that wait for their result: the call's key -> task id. */
  readonly #polls = new Map<string, string>();
  /** Tasks that had ended where reading was resumed. */
  readonly #ended = new Set<string>();

  constructor(context: ParseContext) {
    this.#reader = new ToolReader(context);
  }

  /** Commands for which only the vaguer rule was left. */
  get unparsedCommands(): number {
    return this.#reader.unparsedCommands;
  }

  /** Tells a call from all others, also in a copy. */
  key(id: string, scope: string): string {
    return this.#reader.key(id, scope);
  }

  begin({ id, scope, name, input, cwd, tsMs, promptKey }: ToolUse): ToolDraft {
    const row = claudeTool(name);
    const isShell = row.kind === "shell" && row.isPoll === undefined;
    const task = row.isPoll === undefined ? null : taskOfInput(input);
    const draft = this.#reader.draft({
      id,
      scope,
      name,
      row,
      tsMs,
      promptKey,
      command: isShell ? text(input.command) ?? "" : null,
      request: claudeRequest(input),
      cwd,
      paths: claudePaths(name, input),
      urls: claudeUrls(input),
    });
    if (task !== null) this.#polls.set(draft.key, task);
    if (row.kind === "edit") this.#edited(draft, input);
    return draft;
  }

  /** A result has come: a block of a record. `cwd` is the folder of then. */
  end(draft: ToolDraft, block: Fields, record: Fields, cwd: string | null, tsMs: number | null): ClaudeOutcome {
    const outcome = outcomeOf(block, record);
    endToolCall(draft, outcome, tsMs);
    this.#reader.edited(draft, outcome);
    this.#shown(draft, block, record);
    const { filenames, filePath } = fields(record.toolUseResult);
    const found = list(filenames).map(text).filter((path) => path !== null);
    const edited = draft.kind === "edit" ? text(filePath) : null;
    if (found.length > 0) draft.paths = [...new Set([...draft.paths, ...this.#reader.filePaths(found, cwd)])];
    if (edited !== null) draft.paths = this.#reader.filePaths([edited], cwd);
    if (outcome.startsTask !== null) this.#tasks.set(outcome.startsTask, draft);
    const polled = this.#polls.get(draft.key);
    if (polled !== undefined && outcome.status === "ok") {
      this.#taskEnd(polled, taskOutcome(contentText(block.content).slice(0, RESULT_HEAD_CHARS), record.toolUseResult));
    }
    return outcome;
  }

  /**
   * Words in which the agent is told that background tasks have ended; any others tell nothing. Answers the ends of tasks
   * that calls of other files started: before 2.1.260 a parent is told what became of its subagents' commands.
   */
  notified(words: string): readonly TaskEnd[] {
    return noticesIn(words).flatMap((notice) => {
      const task = /<(task|shell|agent)-id>([\s\S]*?)<\/\1-id>/.exec(notice)?.[2]?.trim() ?? "";
      const outcome = taskOutcome(notice, null);
      const isOurs = this.#taskEnd(task, outcome) !== undefined || this.#ended.has(task);
      if (isOurs || outcome === null) return [];
      const toolKey = /<tool-use-id>([^<]*)<\/tool-use-id>/.exec(notice)?.[1] ?? "";
      // A gateway's id may be that of any call.
      return isProvidersId(toolKey) ? [{ toolKey, status: outcome.status, exitCode: outcome.exitCode }] : [];
    });
  }

  /** Saved output tells of background tasks in records what logs tell in words: 2.1.120 and 2.1.181 the status alone. */
  system(record: Fields): void {
    const { subtype } = record;
    if (subtype === "agents_killed") return this.#agentsKilled();
    if (subtype !== "task_updated" && subtype !== "task_notification") return;
    const outcome = taskOutcome("", subtype === "task_updated" ? record.patch : record);
    const started = this.#taskEnd(text(record.task_id), outcome);
    // Of the two, which come together, only the notification tells an exit code.
    if (started !== undefined && started.status === outcome?.status) started.exitCode ??= outcome.exitCode;
  }

  /** `open`: the calls that are told again from here. */
  mark(open: ReadonlySet<ToolDraft>): ToolLogMark {
    const openKeys = new Set([...open].map(({ key }) => key));
    const { running = [], ended = [] } = Object.groupBy(
      this.#tasks,
      ([, draft]) => open.has(draft) ? "running" : "ended",
    );
    return {
      tasks: running.map(([task, { key }]) => [task, key]),
      ended: [...this.#ended.union(new Set(ended.map(([task]) => task)))],
      polls: [...this.#polls].filter(([key]) => openKeys.has(key)),
      unparsedCommands: this.#reader.unparsedCommands,
      code: this.#reader.code.mark(),
    };
  }

  /** Goes on from a mark, with the calls that were open there. */
  resume({ tasks, polls, ended, unparsedCommands, code }: ToolLogMark, open: readonly ToolDraft[]): void {
    this.#reader.unparsedCommands = unparsedCommands;
    this.#reader.code = new ShownCode(code);
    const byKey = new Map(open.map((draft) => [draft.key, draft]));
    for (const [task, key] of tasks) {
      const draft = byKey.get(key);
      if (draft !== undefined) this.#tasks.set(task, draft);
    }
    for (const [key, task] of polls) this.#polls.set(key, task);
    for (const task of ended) this.#ended.add(task);
  }

  /** A person stopped all subagents in the background at once (2.1.120); of a single one a notification tells it. */
  #agentsKilled(): void {
    for (const draft of this.#tasks.values()) {
      if (draft.kind === "subagent") settle(draft, { status: "interrupted", exitCode: null });
    }
  }

  /** A background task has ended; answers the call that started it, where that is in the file. */
  #taskEnd(task: string | null, outcome: Outcome | null): ToolDraft | undefined {
    const started = task === null ? undefined : this.#tasks.get(task);
    if (started !== undefined && outcome !== null) settle(started, outcome);
    return started;
  }

  /** What a result shows of a file: a command's only where all of it is there, a reading's where its lines tell that. */
  #shown(draft: ToolDraft, block: Fields, record: Fields): void {
    const [path] = draft.paths;
    if (path === undefined) return;
    const printed = contentText(block.content);
    if (draft.kind === "shell" && printed.length < RESULT_HEAD_CHARS) this.#reader.printed(draft, printed);
    if (draft.toolName !== "Read") return;
    const lines = numberedLines(printed);
    const { totalLines } = fields(fields(record.toolUseResult).file);
    if (lines.length > 0 && lines.length === totalLines) this.#reader.code.wrote(path, lines.join("\n"), true);
  }

  /** What an edit puts into a file: all of it, or texts in the place of others. */
  #edited({ paths: [path] }: ToolDraft, input: Fields): void {
    if (path === undefined) return;
    const whole = text(input.content);
    const parts = whole === null
      ? [input, ...list(input.edits).map(fields)].map((edit) => text(edit.new_string) ?? "")
      : [whole];
    if (parts.some((part) => part.length >= CODE_CHARS)) this.#reader.code.forget(path);
    else for (const part of parts) this.#reader.code.wrote(path, part, whole !== null);
  }
}

/** The tool's name in a block that is a call of one, of this program's or the provider's; else null. */
export function nameOfCall(block: Fields): string | null {
  const name = text(block.name);
  if (block.type === "tool_use" || block.type === "server_tool_use") return name;
  return block.type === "mcp_tool_use" ? `mcp__${text(block.server_name) ?? "unknown"}__${name ?? "unknown"}` : null;
}

/** The lines of a file as `Read` shows it, without their numbers, which must count from 1; none of another text. */
function numberedLines(shown: string): readonly string[] {
  const lines: string[] = [];
  for (const line of shown.split("\n")) {
    const [, number, rest] = /^ *(\d+)(?:\t|→)(.*)$/.exec(line) ?? [];
    if (Number(number) !== lines.length + 1 || rest === undefined) break;
    lines.push(rest);
  }
  return lines;
}
