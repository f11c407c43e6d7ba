import { frame } from "./frame.ts";
import type { ReportSession } from "./report.ts";

type ToolEvent = Pick<
  ReportSession["tool_events"][number],
  "category" | "process_chain" | "effect" | "path_groups" | "domains" | "status"
>;
type LlmEvent = Pick<ReportSession["llm_events"][number], "llm_tag" | "model">;

/** The components of a call's tokens with the member that holds each; their sum is what the provider counted. */
export const TOKEN_KINDS = [
  ["input", "input_tokens"],
  ["cache_read", "cache_read_tokens"],
  ["cache_write", "cache_write_tokens"],
  ["output", "output_tokens"],
  ["reasoning", "reasoning_tokens"],
] as const;

/** The frames of a session, with which all its stacks begin. */
export function sessionFrames(project: string, agent: string, word: string): readonly string[] {
  return [frame("project", project), frame("agent", agent), frame("session", word)];
}

/**
 * The frames of a tool call, `call` to `status`: one list for each footprint, which is a path group that the call
 * touched, else a host, else the call itself (contract §5).
 */
export function footprintFrames(event: ToolEvent): readonly (readonly string[])[] {
  const call = [
    frame("call", `tool/${event.category}`),
    ...event.process_chain.map((process) => frame("process", process)),
    frame("effect", event.effect),
  ];
  const status = frame("status", event.status);
  const touched = event.path_groups.length > 0
    ? event.path_groups.map((group) => frame("path", group))
    : event.domains.map((host) => frame("domain", host));
  return touched.length === 0 ? [[...call, status]] : touched.map((place) => [...call, place, status]);
}

/** The frames of an LLM call, `call` and `model`; one of a kind of token follows. */
export function llmFrames(event: LlmEvent): readonly string[] {
  return [frame("call", `llm/${event.llm_tag}`), frame("model", event.model.slice(event.model.lastIndexOf("/") + 1))];
}
