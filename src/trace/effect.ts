/** The closed vocabularies of what a tool call is, did and came to (contract §3). */

/** What sort of tool the agent called: the value of the frame `call:tool/KIND`. */
export const TOOL_KINDS = ["shell", "read", "edit", "network", "plan", "subagent", "mcp", "tool"] as const;
export type ToolKind = typeof TOOL_KINDS[number];

/** What a tool call did in the world: the value of the frame `effect:`. */
export const EFFECTS = [
  "read",
  "write",
  "delete",
  "test",
  "build",
  "lint",
  "install",
  "repo",
  "network",
  "plan",
  "delegate",
  "process",
] as const;
export type Effect = typeof EFFECTS[number];

/** How a tool call ended: the value of the frame `status:`. `unknown` means that the log does not say. */
export const STATUSES = ["ok", "fail", "rejected", "interrupted", "timeout", "unknown"] as const;
export type Status = typeof STATUSES[number];
