import { semanticMixing } from "../profile/mixing.ts";
import type { ReportSession, ReportSummary } from "../profile/report.ts";
import { counterOf } from "./counter.ts";
import { projectViews, VIEWS } from "./views.ts";

const TOP = 12;
const TOP_OF_DIMENSION = 8;
const COMMANDS = 40;

/** `summary` of the report: everything in it is told by the report's sessions. */
export function summarize(sessions: readonly ReportSession[]): ReportSummary {
  const profiles = projectViews(sessions);
  const counter = (name: string, limit: number) => {
    const profile = profiles[name];
    if (profile === undefined) throw new RangeError(`Cannot summarize view "${name}": expected one of the table`);
    return counterOf(profile, limit);
  };
  const system = profiles["semantic-system"] ?? { unit: "", samples: [], total: 0 };
  return {
    session_count: sessions.length,
    source_counts: countBy(sessions.map((session) => session.source)),
    raw_tool_events: sum(sessions.map((session) => session.tool_events.length)),
    raw_llm_events: sum(sessions.map((session) => session.llm_events.length)),
    system: counter("semantic-system", TOP),
    nonsemantic_system: counter("nonsemantic-system", TOP),
    token: counter("semantic-token", TOP),
    dimensions: Object.fromEntries(
      VIEWS.filter((view) => view.isDimension).map(({ name }) => [name, counter(name, TOP_OF_DIMENSION)]),
    ),
    top_prompt_tags: byCount(countBy(sessions.flatMap((session) => session.prompts.map((prompt) => prompt.tag))))
      .map(([tag, count]) => ({ tag, count })),
    command_summary: commandSummary(sessions),
    timeline: timeline(sessions),
    semantic_mixing: {
      nonsemantic: semanticMixing(system, ["session", "prompt"])(),
      flat: semanticMixing(system, ["session", "prompt", "project", "agent"])(),
    },
  };
}

function commandSummary(sessions: readonly ReportSession[]): ReportSummary["command_summary"] {
  const rows = new Map<string, ReportSummary["command_summary"][number]>();
  for (const session of sessions) {
    for (const { category, command_name, effect, status } of session.tool_events) {
      const cohort = session.agent_role === "subagent" ? "subagent" : "top";
      const key = [session.source, cohort, category, command_name, effect, status].join("\t");
      const count = (rows.get(key)?.count ?? 0) + 1;
      rows.set(key, { agent: session.source, cohort, tool: category, cmd: command_name, effect, status, count });
    }
  }
  return [...rows].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).slice(0, COMMANDS)
    .map(([, row]) => row);
}

/** Sessions by the UTC day on which they began; those without a time are on no day. */
function timeline(sessions: readonly ReportSession[]): ReportSummary["timeline"] {
  const days = sessions.map((session) => session.start_ts_ms).filter((start) => start !== null)
    .map((start) => new Date(start).toISOString().slice(0, 10));
  return Object.entries(countBy(days)).map(([date, count]) => ({ date, sessions: count }));
}

/** How often each value occurs, in order of the values. */
function countBy(values: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(values, (value) => value);
  return Object.fromEntries(
    [...groups].map(([value, same]): [string, number] => [value, same.length])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function byCount(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
