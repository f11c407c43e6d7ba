import { frame } from "../profile/frame.ts";
import { type Profile, ProfileBuilder } from "../profile/profile.ts";
import type { ReportSession } from "../profile/report.ts";

/** The two units of measure (contract §5). */
export const FOOTPRINTS = "footprints";
export const TOKENS = "tokens";

/**
 * What the agents did: one footprint for each path group that a tool call touched, else for each host, else one. The
 * whole stack of contract §5, `project` to `status`.
 */
export function systemProfile(sessions: readonly ReportSession[]): Profile {
  const builder = new ProfileBuilder(FOOTPRINTS);
  for (const session of sessions) {
    const head = headOf(session);
    for (const event of session.tool_events) {
      const call = [
        ...head,
        frame("prompt", event.prompt_tag),
        frame("call", `tool/${event.category}`),
        ...event.process_chain.map((process) => frame("process", process)),
        frame("effect", event.effect),
      ];
      const status = frame("status", event.status);
      const touched = event.path_groups.length > 0
        ? event.path_groups.map((group) => frame("path", group))
        : event.domains.map((host) => frame("domain", host));
      if (touched.length === 0) builder.add([...call, status], 1);
      for (const place of touched) builder.add([...call, place, status], 1);
    }
  }
  return builder.build();
}

/** What it cost: the tokens of each LLM call by component. */
export function tokenProfile(sessions: readonly ReportSession[]): Profile {
  const builder = new ProfileBuilder(TOKENS);
  for (const session of sessions) {
    const head = headOf(session);
    for (const event of session.llm_events) {
      const call = [
        ...head,
        frame("prompt", event.prompt_tag),
        frame("call", `llm/${event.llm_tag}`),
        frame("model", event.model.slice(event.model.lastIndexOf("/") + 1)),
      ];
      builder.add([...call, "kind:input"], event.input_tokens);
      builder.add([...call, "kind:cache_read"], event.cache_read_tokens);
      builder.add([...call, "kind:cache_write"], event.cache_write_tokens);
      builder.add([...call, "kind:output"], event.output_tokens);
      builder.add([...call, "kind:reasoning"], event.reasoning_tokens);
    }
  }
  return builder.build();
}

function headOf(session: ReportSession): readonly string[] {
  return [frame("project", session.project), frame("agent", session.source), frame("session", session.session_tag)];
}
