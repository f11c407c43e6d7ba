import type { VNode } from "preact";
import type { Report, ReportSession } from "../../profile/report.ts";
import { counted, wholeNumber } from "../numbers.ts";
import { tokensOf } from "../tally.ts";
import { DataTable, Section } from "./parts.tsx";
import { utcMinute } from "./words.ts";

const MOST_SESSIONS = 500;

/** The sessions, newest first, each followed by its subagents. */
export function Sessions({ report }: { readonly report: Report }): VNode {
  const sessions = newestFirst(report.sessions);
  const rest = sessions.length - MOST_SESSIONS;
  return (
    <Section id="sessions" title="Sessions">
      <p class="answer">
        {counted(sessions.length, "sessions")}, newest first; a subagent stands under the session that started it.
        {rest > 0 && ` The ${wholeNumber(MOST_SESSIONS)} newest are listed, agentpprof.json holds all.`}
      </p>
      <DataTable
        caption="Sessions and their subagents"
        columns={[
          ["session", "text"],
          ["word", "text"],
          ["project", "text"],
          ["agent", "text"],
          ["model", "text"],
          ["start (UTC)", "text"],
          ["prompts", "number"],
          ["tool calls", "number"],
          ["LLM calls", "number"],
          ["tokens", "number"],
        ]}
        rows={sessions.slice(0, MOST_SESSIONS).map((session) => [
          <SessionName key="name" session={session} />,
          session.session_tag,
          session.project,
          session.source,
          session.model,
          utcMinute(session.start_ts_ms),
          session.prompt_count,
          session.tool_count,
          session.llm_count,
          tokensOf(session.llm_events),
        ])}
      />
    </Section>
  );
}

function SessionName({ session }: { readonly session: ReportSession }): VNode {
  const name = <code>{shortId(session.session_id)}</code>;
  if (session.parent_session_id === null) return name;
  return (
    <span class="subagent">
      {name} <small>subagent of {shortId(session.parent_session_id)}</small>
    </span>
  );
}

function newestFirst(sessions: readonly ReportSession[]): readonly ReportSession[] {
  const ids = new Set(sessions.map((session) => session.session_id));
  const isTop = ({ parent_session_id }: ReportSession): boolean =>
    parent_session_id === null || !ids.has(parent_session_id);
  const byParent = Map.groupBy(sessions, (session) => isTop(session) ? null : session.parent_session_id);
  const ordered: ReportSession[] = [];
  const waiting = [...byParent.get(null) ?? []].sort(byStart);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    ordered.push(next);
    waiting.push(...[...byParent.get(next.session_id) ?? []].sort(byStart));
  }
  return ordered;
}

/** Oldest first, those without a time before all others; equal times by id. */
function byStart(a: ReportSession, b: ReportSession): number {
  return (a.start_ts_ms ?? 0) - (b.start_ts_ms ?? 0) || (a.session_id < b.session_id ? -1 : 1);
}

/** As `agent_sight_session_id` shortens it: up to 12 characters whole, else the first 6 and the last 5. */
function shortId(id: string): string {
  return id.length <= 12 ? id : `${id.slice(0, 6)}.${id.slice(-5)}`;
}
