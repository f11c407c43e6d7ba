import { footprintFrames, llmFrames, sessionFrames, TOKEN_KINDS } from "../profile/event_frames.ts";
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
      const prompt = frame("prompt", event.prompt_tag);
      for (const footprint of footprintFrames(event)) builder.add([...head, prompt, ...footprint], 1);
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
      const call = [...head, frame("prompt", event.prompt_tag), ...llmFrames(event)];
      for (const [kind, member] of TOKEN_KINDS) builder.add([...call, `kind:${kind}`], event[member]);
    }
  }
  return builder.build();
}

function headOf(session: ReportSession): readonly string[] {
  return sessionFrames(session.project, session.source, session.session_tag);
}
