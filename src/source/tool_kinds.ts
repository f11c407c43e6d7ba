import type { Dialect } from "../shell/windows.ts";
import type { Effect, ToolKind } from "../trace/effect.ts";

/** What a tool is, by the agent's own name for it; an agent's folder has a table of these. */
export interface ToolRow {
  readonly kind: ToolKind;
  /** The effect of a tool that is no shell; a shell command's effect is told by the command. */
  readonly effect: Effect;
  /** A poll of a command that is running: a shell event without processes. */
  readonly isPoll?: true;
  /** The paths that its input names are files, whatever their names look like. */
  readonly namesFiles?: true;
  /** The language of a shell's commands, where the tool or the call tells it. */
  readonly dialect?: Dialect;
}

export const UNKNOWN_TOOL: ToolRow = { kind: "tool", effect: "process" };
export const MCP_TOOL: ToolRow = { kind: "mcp", effect: "process" };
