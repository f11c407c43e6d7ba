import type { Session } from "./session.ts";

/** The id under which AgentSight knows a session: `local:codex:codex:019ec5.615ab` (contract §6). */
export function agentSightSessionId({ agent, id }: Pick<Session, "agent" | "id">): string {
  const short = id.length <= 12 ? id : `${id.slice(0, 6)}.${id.slice(-5)}`;
  return `local:${agent}:${agent}:${short}`;
}
