import { patchPaths } from "../../shell/patch.ts";
import { dialectOfShell } from "../../shell/windows.ts";
import { expandWord } from "../../shell/words.ts";
import type { Effect } from "../../trace/effect.ts";
import { type Fields, fields, list, number, parseFields, text } from "../narrow.ts";
import { MCP_TOOL, type ToolRow, UNKNOWN_TOOL } from "../tool_kinds.ts";

const SHELL: ToolRow = { kind: "shell", effect: "process" };
const POLL: ToolRow = { kind: "shell", effect: "read", isPoll: true };
const READ: ToolRow = { kind: "read", effect: "read" };
const READ_FILE: ToolRow = { ...READ, namesFiles: true };
const EDIT: ToolRow = { kind: "edit", effect: "write", namesFiles: true };
const NETWORK: ToolRow = { kind: "network", effect: "network" };
const PLAN: ToolRow = { kind: "plan", effect: "plan" };
const SUBAGENT: ToolRow = { kind: "subagent", effect: "delegate" };

/** Codex' own tools, 0.36 to 0.171. What is not here is `tool`, or `mcp` by its namespace or prefix. */
const TOOLS: Readonly<Record<string, ToolRow>> = {
  shell: SHELL,
  "container.exec": SHELL,
  shell_command: SHELL,
  exec_command: SHELL,
  local_shell: SHELL,
  unified_exec: SHELL,
  write_stdin: POLL,
  apply_patch: EDIT,
  update_plan: PLAN,
  view_image: READ_FILE,
  read_file: READ_FILE,
  list_dir: READ,
  grep_files: READ,
  web_search: NETWORK,
  spawn_agent: SUBAGENT,
  spawn_agents_on_csv: SUBAGENT,
  send_input: SUBAGENT,
  send_message: SUBAGENT,
  followup_task: SUBAGENT,
  wait_agent: SUBAGENT,
  close_agent: SUBAGENT,
  resume_agent: SUBAGENT,
  interrupt_agent: SUBAGENT,
  list_agents: SUBAGENT,
  list_mcp_resources: MCP_TOOL,
  list_mcp_resource_templates: MCP_TOOL,
  read_mcp_resource: MCP_TOOL,
};

/** A call as the log writes it, whatever record it came in. */
export interface CodexCall {
  readonly name: string;
  readonly row: ToolRow;
  readonly command: string | readonly string[] | null;
  readonly request: string | null;
  readonly cwd: string | null;
  readonly paths: readonly string[];
  readonly effect?: Effect;
  /** The patch that it makes, where the log holds it. */
  readonly patch?: string;
  /** The running command or script that the call polls: its session or cell id. */
  readonly polls?: string;
  /** The time that the command was given. */
  readonly timeoutMs?: number;
  /** Its name stands in a namespace, which does not say that it is an MCP server's. */
  readonly hasNamespace?: boolean;
}

/** What a `function_call` asks: its arguments are JSON in a string. */
export function functionCall(payload: Fields): CodexCall {
  const bare = (text(payload.name) ?? "unknown").replace(/^functions\./, "");
  const namespace = text(payload.namespace);
  const args = parseFields(text(payload.arguments) ?? "") ?? {};
  const mcpName = nameOfMcpTool(namespace, bare);
  const name = mcpName ?? bare;
  if (bare === "apply_patch") return patchCall(text(args.input) ?? text(args.patch) ?? "");
  const row = mcpName === null ? rowOf(bare, args) : MCP_TOOL;
  const polled = row.isPoll === undefined ? undefined : args.session_id ?? args.cell_id;
  const timeoutMs = row.kind === "shell" ? number(args.timeout_ms) : null;
  return {
    name,
    row,
    ...(polled === undefined ? {} : { polls: String(polled) }),
    ...(timeoutMs === null ? {} : { timeoutMs }),
    hasNamespace: namespace !== null && mcpName === null,
    command: row.kind === "shell" && row.isPoll === undefined ? commandOf(args) : null,
    request: text(args.path) ?? text(args.file_path) ?? text(args.message) ?? text(args.query) ??
      text(args.explanation),
    cwd: text(args.workdir) ?? text(args.working_directory),
    paths: [text(args.path) ?? text(args.file_path) ?? text(args.dir_path)].filter((path) => path !== null),
  };
}

/** The goal that a `function_call` of the model sets; null of another call. */
export function goalOfCall({ name, arguments: args }: Fields): string | null {
  return name === "create_goal" ? text(parseFields(text(args) ?? "")?.objective)?.trim() ?? null : null;
}

const SETS_GOAL =
  /\bcreate_goal\(\s*\{[^}]{0,80}?\bobjective["']?\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/s;

/** The goal that a script of code mode sets, where it is written in it; null of another one. */
export function goalOfScript({ input }: Fields): string | null {
  const [, ...quoted] = SETS_GOAL.exec(text(input) ?? "") ?? [];
  const goal = quoted.find((words) => words !== undefined);
  return goal?.replace(/\\(.)/gs, (_, letter) => letter === "n" ? "\n" : letter === "t" ? "\t" : letter).trim() ?? null;
}

/**
 * The name of a tool as every version would write it, or null where it is of no MCP server: 0.40 writes the server's name
 * and the tool's, 0.128 and 0.133 end the namespace with what stands between them.
 */
function nameOfMcpTool(namespace: string | null, bare: string): string | null {
  if (namespace?.startsWith("mcp__") === true) return `${namespace.replace(/__$/, "")}__${bare}`;
  if (bare.startsWith("mcp__")) return bare;
  return namespace === null && /^\w[\w-]*?__\w/.test(bare) ? `mcp__${bare}` : null;
}

/** `wait` waits for agents, or, with a cell id, for a script of code mode. */
function rowOf(name: string, args: Fields): ToolRow {
  if (name === "wait") return args.cell_id === undefined ? SUBAGENT : POLL;
  if (name === "unified_exec" && (args.session_id ?? null) !== null) return POLL;
  const row = TOOLS[name] ?? UNKNOWN_TOOL;
  return row.kind === "shell" ? shellRow(text(args.shell), row) : row;
}

/** The row of a call that names its shell. */
function shellRow(program: string | null, row: ToolRow = SHELL): ToolRow {
  const dialect = dialectOfShell(program ?? "");
  return dialect === undefined ? row : { ...row, dialect };
}

/** 0.36 calls it `input`. */
function commandOf(args: Fields): string | readonly string[] {
  const argv = list(args.command ?? args.input).filter((word) => typeof word === "string");
  return argv.length > 0 ? argv : text(args.command) ?? text(args.cmd) ?? "";
}

/** What a `local_shell_call` asks. */
export function localShellCall(payload: Fields): CodexCall {
  const action = fields(payload.action);
  return {
    name: "local_shell",
    row: SHELL,
    command: commandOf(action),
    request: null,
    cwd: text(action.working_directory),
    paths: [],
  };
}

/** An edit by a patch: it deletes if it does nothing else. */
export function patchCall(patch: string): CodexCall {
  return { ...changeCall(patchPaths(patch).map(({ path, change }) => ({ path, kind: change, movedTo: null }))), patch };
}

/** What a `custom_tool_call` asks: its input is raw text. */
export function customCall(payload: Fields): CodexCall {
  const name = (text(payload.name) ?? "unknown").replace(/^functions\./, "");
  const input = text(payload.input);
  if (name === "apply_patch") return patchCall(input ?? "");
  return { name, row: TOOLS[name] ?? UNKNOWN_TOOL, command: null, request: input, cwd: null, paths: [] };
}

/** What a `web_search_call` asks. */
export function searchCall(action: Fields): CodexCall {
  const query = text(action.query) ?? text(list(action.queries)[0]);
  return { name: "web_search", row: NETWORK, command: null, request: query ?? text(action.url), cwd: null, paths: [] };
}

/** A call of which only the tool is known. */
export function otherCall(name: string): CodexCall {
  return { name, row: UNKNOWN_TOOL, command: null, request: null, cwd: null, paths: [] };
}

/**
 * A command, patch or other call that a script of code mode made, as its item tells it; null for other items, and for
 * what the person ran meanwhile.
 */
export function innerCall(item: Fields): CodexCall | null {
  switch (item.type) {
    case "CommandExecution": {
      if (item.source === "user_shell") return null;
      const argv = list(item.command).filter((word) => typeof word === "string");
      return {
        name: "exec_command",
        row: shellRow(argv[0] ?? null),
        command: withoutAddedShell(argv),
        request: null,
        cwd: text(item.cwd),
        paths: [],
      };
    }
    case "FileChange":
      return changeCall(
        Object.entries(fields(item.changes)).map(([path, change]) => ({
          path,
          kind: text(fields(change).type),
          movedTo: text(fields(change).move_path),
        })),
      );
    case "McpToolCall":
      return mcpCall(item);
    case "WebSearch":
      return searchCall(fields(item.action));
    case "ImageView":
      return {
        name: "view_image",
        row: READ_FILE,
        command: null,
        request: text(item.path),
        cwd: null,
        paths: [text(item.path) ?? ""],
      };
    default:
      return null;
  }
}

/** A call as an event of `codex exec --json` tells it; null for other items. */
export function eventCall(item: Fields): CodexCall | null {
  const plain = { request: null, cwd: null, paths: [] };
  switch (item.type) {
    case "command_execution":
      return { name: "exec_command", ...withoutQuotedShell(text(item.command) ?? ""), ...plain };
    case "file_change":
      return changeCall(
        list(item.changes).map(fields).map(({ path, kind }) => ({
          path: text(path) ?? "",
          kind: text(kind),
          movedTo: null,
        })),
      );
    case "mcp_tool_call":
      return mcpCall(item);
    case "web_search":
      return searchCall(item);
    case "todo_list":
      return { name: "update_plan", row: PLAN, command: null, ...plain };
    case "collab_tool_call":
      return { name: text(item.tool) ?? "spawn_agent", row: SUBAGENT, command: null, ...plain };
    default:
      return null;
  }
}

/** A change of files: it deletes if it does nothing else. */
function changeCall(
  changes: readonly { readonly path: string; readonly kind: string | null; readonly movedTo: string | null }[],
): CodexCall {
  const paths = changes.flatMap(({ path, movedTo }) => movedTo === null ? [path] : [path, movedTo]);
  const onlyDeletes = changes.length > 0 && changes.every(({ kind }) => kind === "delete");
  return {
    name: "apply_patch",
    row: EDIT,
    command: null,
    request: paths.join("\n"),
    cwd: null,
    paths,
    ...(onlyDeletes ? { effect: "delete" } : {}),
  };
}

/** A call of an MCP server's tool, as its event tells it. */
export function mcpCall(item: Fields): CodexCall {
  return {
    name: `mcp__${text(item.server) ?? "unknown"}__${text(item.tool) ?? "unknown"}`,
    row: MCP_TOOL,
    command: null,
    request: null,
    cwd: null,
    paths: [],
  };
}

/** A shell with its path and one word behind its option, whatever quotes are in it. */
const QUOTED_SHELL = /^(\/\S*\/\w*sh) -l?c ((?:[^\s'"\\]|\\[\s\S]|'[^']*'|"(?:[^"\\]|\\[\s\S])*")+)$/;

/** As `withoutAddedShell`, of a command that was joined to one line. */
function withoutQuotedShell(line: string): Pick<CodexCall, "row" | "command"> {
  const [, shell, quoted] = QUOTED_SHELL.exec(line) ?? [];
  if (shell === undefined || quoted === undefined) return { row: SHELL, command: line };
  return { row: shellRow(shell), command: expandWord(quoted, new Map())[0] ?? line };
}

/** What stands between a shell that the program adds, of any platform, and the script. */
const ADDED_OPTIONS = /^(?:-l?c|(?:-NoProfile )?-Command|\/c)$/i;

/** The program adds `/bin/bash -lc` (or another shell) to what the model wrote; its record shows both. */
function withoutAddedShell(argv: readonly string[]): string | readonly string[] {
  const script = argv.at(-1);
  return script !== undefined && ADDED_OPTIONS.test(argv.slice(1, -1).join(" ")) ? script : argv;
}
