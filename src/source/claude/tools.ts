import { type Fields, text } from "../narrow.ts";
import { MCP_TOOL, type ToolRow, UNKNOWN_TOOL } from "../tool_kinds.ts";

const SHELL: ToolRow = { kind: "shell", effect: "process" };
const POLL: ToolRow = { kind: "shell", effect: "read", isPoll: true };
const READ: ToolRow = { kind: "read", effect: "read" };
const READ_FILE: ToolRow = { ...READ, namesFiles: true };
const EDIT: ToolRow = { kind: "edit", effect: "write", namesFiles: true };
const NETWORK: ToolRow = { kind: "network", effect: "network" };
const PLAN: ToolRow = { kind: "plan", effect: "plan" };
const SUBAGENT: ToolRow = { kind: "subagent", effect: "delegate" };

/** Claude Code's own tools, 1.0 to 2.1. What is not here is `tool`, or `mcp` by its `mcp__` prefix. */
const TOOLS: Readonly<Record<string, ToolRow>> = {
  // On Windows it is Git's bash.
  Bash: { ...SHELL, dialect: "posix" },
  PowerShell: { ...SHELL, dialect: "powershell" },
  BashOutput: POLL,
  AgentOutputTool: POLL,
  TaskOutput: POLL,
  KillShell: { kind: "shell", effect: "process", isPoll: true },
  TaskStop: { kind: "shell", effect: "process", isPoll: true },
  KillBash: { kind: "shell", effect: "process", isPoll: true },
  Read: READ_FILE,
  NotebookRead: READ_FILE,
  Grep: READ,
  Glob: READ,
  LS: READ,
  Edit: EDIT,
  MultiEdit: EDIT,
  Write: EDIT,
  NotebookEdit: EDIT,
  WebFetch: NETWORK,
  WebSearch: NETWORK,
  web_search: NETWORK,
  web_fetch: NETWORK,
  TodoWrite: PLAN,
  TodoRead: PLAN,
  TaskCreate: PLAN,
  TaskUpdate: PLAN,
  TaskList: PLAN,
  TaskGet: PLAN,
  EnterPlanMode: PLAN,
  ExitPlanMode: PLAN,
  exit_plan_mode: PLAN,
  Task: SUBAGENT,
  Agent: SUBAGENT,
  SendMessage: SUBAGENT,
  ListMcpResourcesTool: MCP_TOOL,
  ReadMcpResourceTool: MCP_TOOL,
};

/** What a tool is, by its name. */
export function claudeTool(name: string): ToolRow {
  return name.startsWith("mcp__") ? MCP_TOOL : TOOLS[name] ?? UNKNOWN_TOOL;
}

/** The paths that a call's input names: files, or the folder that a search looks through. */
export function claudePaths(name: string, input: Fields): readonly string[] {
  const file = text(input.file_path) ?? text(input.notebook_path);
  if (file !== null) return [file];
  if (name === "Grep" || name === "LS") return [text(input.path) ?? "."];
  if (name === "Glob") return [globFolder(text(input.path), text(input.pattern) ?? "")];
  return [];
}

/** The folder below which a glob can find anything: its path up to the first segment with a wildcard. */
function globFolder(path: string | null, pattern: string): string {
  const segments = pattern.split("/");
  const wild = segments.findIndex((segment) => /[*?[{]/.test(segment));
  const fixed = segments.slice(0, wild < 0 ? segments.length - 1 : wild).join("/");
  if (fixed.startsWith("/")) return fixed;
  return [path, fixed].filter((part) => part !== null && part !== "").join("/") || ".";
}

/** What best tells a person what a tool that is no shell was asked. */
export function claudeRequest(input: Fields): string | null {
  return text(input.file_path) ?? text(input.notebook_path) ?? text(input.pattern) ?? text(input.url) ??
    text(input.query) ?? text(input.description) ?? text(input.prompt) ?? text(input.skill) ?? text(input.command);
}

/** The URLs of a web tool's input. */
export function claudeUrls(input: Fields): readonly string[] {
  const url = text(input.url);
  return url === null ? [] : [url];
}
