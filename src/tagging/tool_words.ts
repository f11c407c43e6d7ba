/** What the tools of agents do, in words, by the agents' own names for them. Those that run commands are described by the command. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  Read: "Read a file",
  read_file: "Read a file",
  NotebookRead: "Read a notebook",
  view_image: "Look at an image",
  Grep: "Search for text in files",
  grep_files: "Search for text in files",
  Glob: "Search for files by name",
  LS: "List the files of a folder",
  list_dir: "List the files of a folder",
  Edit: "Edit a file",
  MultiEdit: "Edit a file",
  apply_patch: "Edit a file",
  NotebookEdit: "Edit a notebook",
  Write: "Write a file",
  TodoWrite: "Plan the steps",
  TaskCreate: "Plan the steps",
  TaskUpdate: "Plan the steps",
  TodoRead: "Look at the plan",
  TaskGet: "Look at the plan",
  TaskList: "Look at the plan",
  update_plan: "Plan the steps",
  ExitPlanMode: "Show the plan",
  exit_plan_mode: "Show the plan",
  EnterPlanMode: "Begin to plan",
  Task: "Delegate to another agent",
  Agent: "Delegate to another agent",
  spawn_agent: "Delegate to another agent",
  send_input: "Send a message to another agent",
  send_message: "Send a message to another agent",
  SendMessage: "Send a message to another agent",
  followup_task: "Send a message to another agent",
  wait_agent: "Wait for another agent",
  list_agents: "List other agents",
  resume_agent: "Continue another agent",
  interrupt_agent: "Stop another agent",
  close_agent: "Stop another agent",
  WebFetch: "Read a page of the web",
  WebSearch: "Search the web",
  web_search: "Search the web",
  web_fetch: "Read a page of the web",
  ToolSearch: "Search for a tool",
  AgentOutputTool: "Wait for another agent",
  BashOutput: "Wait for a running command",
  TaskOutput: "Wait for a running command",
  write_stdin: "Wait for a running command",
  wait: "Wait for a running command",
  KillShell: "Stop a running command",
  KillBash: "Stop a running command",
  TaskStop: "Stop a running command",
  AskUserQuestion: "Ask the user a question",
  request_user_input: "Ask the user a question",
};

/** What a tool does; null for one that is not known. */
export function describeTool(toolName: string): string | null {
  return Object.hasOwn(DESCRIPTIONS, toolName) ? DESCRIPTIONS[toolName] ?? null : null;
}

/** A tool's name as words (`mcp__docs__find_page`: "docs find page"). */
export function spelledOut(toolName: string): string {
  return toolName.replace(/^mcp__/, "").replace(/[_\W]+/gu, " ").replace(/(?<=[a-z\d])(?=[A-Z])/g, " ").trim();
}
