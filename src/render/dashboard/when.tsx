import type { VNode } from "preact";
import { dateOf, dayOf, hourName, hourOf, hours, timeline } from "../charts/timeline.ts";
import { counted } from "../numbers.ts";
import { type Totals, totalsBy } from "../tally.ts";
import { type Column, DataTable, Figure, More, Section } from "./parts.tsx";
import type { Shown } from "./shown.ts";

const COLUMNS: readonly Column[] = [
  ["sessions begun", "number"],
  ["prompts", "number"],
  ["tool calls", "number"],
  ["LLM calls", "number"],
  ["tokens", "number"],
];

/** Days of the table on the page as it is written; a running page shows all. */
const MOST_DAYS = 14;

/** When did the agents work? */
export function When({ shown }: { readonly shown: Shown }): VNode {
  const days = totalsByTime(shown, dayOf);
  const hoursOfDay = totalsByTime(shown, hourOf);
  const first = days[0]?.[0];
  const last = days.at(-1)?.[0];
  const most = shown.live === null ? MOST_DAYS : days.length;
  return (
    <Section id="when" title="When the agents worked">
      <p class="answer">
        {first === undefined || last === undefined
          ? "No session has a time of start."
          : first === last
          ? `On ${dateOf(first)}. Days and hours are in UTC.`
          : `From ${dateOf(first)} to ${dateOf(last)}. Days and hours are in UTC.`}
      </p>
      <Figure picture={timeline(shown.facts)} size="wide" />
      <Figure picture={hours(shown.facts)} size="wide" />
      <More holds="tables" title={`Tables of ${counted(days.length, "days")} and 24 hours`}>
        <DataTable
          caption={`Sessions by day (UTC)${days.length > most ? `, the last ${most}` : ""}`}
          columns={[["day (UTC)", "text"], ...COLUMNS]}
          rows={days.slice(-most).map(([day, totals]) => [dateOf(day), ...cells(totals)])}
        />
        <DataTable
          caption="Prompts by hour of the day (UTC)"
          columns={[["hour (UTC)", "text"], ...COLUMNS]}
          rows={hoursOfDay.map(([hour, totals]) => [hourName(hour), ...cells(totals)])}
        />
        <p class="hint">What was done for a prompt is counted at the prompt's time.</p>
      </More>
    </Section>
  );
}

/** Totals by slot of time, in order; what has no time is in none. */
function totalsByTime({ facts }: Shown, slotOf: (timeMs: number) => number): readonly (readonly [number, Totals])[] {
  const slot = (timeMs: number | null): number => timeMs === null ? -1 : slotOf(timeMs);
  return [...totalsBy(facts, ({ timeMs }) => slot(timeMs), ({ startMs }) => slot(startMs))]
    .filter(([slot]) => slot >= 0).sort(([a], [b]) => a - b);
}

function cells({ sessions, prompts, toolCalls, llmCalls, tokens }: Totals): readonly number[] {
  return [sessions, prompts, toolCalls, llmCalls, tokens];
}
