import type { VNode } from "preact";
import type { Report } from "../../profile/report.ts";
import { timeline } from "../charts/timeline.tsx";
import { counted } from "../numbers.ts";
import { DataTable, Figure, More, Section } from "./parts.tsx";

/** When did the agents work? */
export function When({ report }: { readonly report: Report }): VNode {
  const days = report.summary.timeline;
  const first = days.at(0)?.date;
  const last = days.at(-1)?.date;
  return (
    <Section id="when" title="When the agents worked">
      <p class="answer">
        {first === undefined || last === undefined
          ? "No session has a time of start."
          : first === last
          ? `On ${first}. Days are in UTC.`
          : `From ${first} to ${last}. Days are in UTC.`}
      </p>
      <Figure picture={timeline(report)} size="wide" />
      <More holds="tables" title={`Table of ${counted(days.length, "days")}`}>
        <DataTable
          caption="Sessions by day (UTC)"
          columns={[["day (UTC)", "text"], ["sessions", "number"]]}
          rows={days.map((day) => [day.date, day.sessions])}
        />
      </More>
    </Section>
  );
}
