import type { VNode } from "preact";
import type { Report } from "../../profile/report.ts";
import { shortNumber, wholeNumber } from "../numbers.ts";
import { failures, statusCalls, sum, tokenKinds } from "../tally.ts";

/** The totals, which stay on the screen while the page is read. */
export function Totals({ report }: { readonly report: Report }): VNode {
  const { session_count, raw_tool_events, raw_llm_events } = report.summary;
  const totals: readonly (readonly [string, number])[] = [
    ["sessions", session_count],
    ["prompts", sum(report.sessions.map((session) => session.prompt_count))],
    ["tool calls", raw_tool_events],
    ["failed calls", failures(statusCalls(report))],
    ["LLM calls", raw_llm_events],
    ["tokens", sum(tokenKinds(report).map(({ value }) => value))],
  ];
  return (
    <aside class="totals" aria-label="Totals">
      <dl>
        {totals.map(([unit, value]) => (
          <div key={unit} title={`${wholeNumber(value)} ${unit}`}>
            <dt>{unit}</dt>
            <dd>{value < 100_000 ? wholeNumber(value) : shortNumber(value)}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
