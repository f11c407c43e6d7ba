import { Fragment, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Report } from "../../profile/report.ts";
import { counted, pixels, shortNumber } from "../numbers.ts";
import { type Picture, pictureFile } from "../picture.ts";
import { textWidth } from "../text.ts";
import { LABEL_PX } from "../theme.ts";
import { axisTicks } from "./axis.ts";

const WIDTH = 1120;
const PLOT_HEIGHT = 140;
const TOP = 8;
const AXIS_HEIGHT = 42;
const LEFT = 52;
const WIDEST_BAR = 36;
const DAY_MS = 86_400_000;
/** Steps between dates on the axis, in days: the first that leaves room for each date. */
const DATE_STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 3640] as const;

/** `timeline.svg`: sessions by the day on which they began, in UTC; a day without sessions is a gap. */
export function timelineSvg(report: Report): string {
  return pictureFile(timeline(report));
}

/** Sessions by UTC day. */
export function timeline(report: Report): Picture {
  const days = report.summary.timeline.filter((day) => day.sessions > 0);
  const dated = days.reduce((total, day) => total + day.sessions, 0);
  const undated = report.summary.session_count - dated;
  const heading = {
    title: "Sessions by day (UTC)",
    facts: `${counted(dated, "sessions")} on ${counted(days.length, "days")}`,
    note: undated > 0 ? `Without a time of start, and so not in the picture: ${counted(undated, "sessions")}` : "",
    width: WIDTH,
  };
  if (days.length === 0) {
    const words = "There is nothing to draw: no sessions with a time of start were counted";
    const body = renderToString(<text class="muted" y="20">{words}</text>);
    return { ...heading, description: words, height: 40, body };
  }
  return {
    ...heading,
    description: `Column chart of sessions by UTC day: ${days.map((day) => `${day.date} ${day.sessions}`).join("; ")}`,
    height: TOP + PLOT_HEIGHT + AXIS_HEIGHT,
    body: renderToString(<Columns days={days} />),
  };
}

function Columns({ days }: { readonly days: Report["summary"]["timeline"] }): VNode {
  const dayNumbers = days.map((day) => Date.parse(day.date) / DAY_MS);
  const first = Math.min(...dayNumbers);
  const span = Math.max(...dayNumbers) - first + 1;
  const slot = (WIDTH - LEFT) / span;
  const column = Math.max(1, Math.min(WIDEST_BAR, slot * 0.8));
  const largest = Math.max(...days.map((day) => day.sessions));
  const scale = PLOT_HEIGHT / largest;
  const center = (dayNumber: number): number => LEFT + (dayNumber - first + 0.5) * slot;
  return (
    <g transform={`translate(0 ${TOP})`}>
      {axisTicks(largest, 4).map((tick) => (
        <Fragment key={tick}>
          <path class="line" d={`M${LEFT} ${pixels(PLOT_HEIGHT - tick * scale)}H${WIDTH}`} />
          <text class="muted end" x={LEFT - 8} y={pixels(PLOT_HEIGHT - tick * scale + 4)}>{shortNumber(tick)}</text>
        </Fragment>
      ))}
      <text class="muted middle" transform={`translate(9 ${PLOT_HEIGHT / 2}) rotate(-90)`}>sessions</text>
      {days.map((day, index) => (
        <rect
          key={day.date}
          class="bar"
          x={pixels(center(dayNumbers[index] ?? first) - column / 2)}
          y={pixels(PLOT_HEIGHT - day.sessions * scale)}
          width={pixels(column)}
          height={pixels(day.sessions * scale)}
        >
          <title>{`${day.date} UTC: ${counted(day.sessions, "sessions")}`}</title>
        </rect>
      ))}
      {dateTicks(first, span, slot).map((dayNumber) => (
        <text key={dayNumber} class="muted middle" x={pixels(center(dayNumber))} y={PLOT_HEIGHT + 18}>
          {new Date(dayNumber * DAY_MS).toISOString().slice(0, 10)}
        </text>
      ))}
      <text class="muted middle" x={pixels((LEFT + WIDTH) / 2)} y={PLOT_HEIGHT + 36}>day (UTC)</text>
    </g>
  );
}

/** Days that get their date under the axis: as many as have room, none so near the edge that it would be cut. */
function dateTicks(first: number, span: number, slot: number): readonly number[] {
  const dateWidth = textWidth("0000-00-00", LABEL_PX);
  const step = DATE_STEPS.find((days) => days * slot >= dateWidth + 12) ?? span;
  const ticks: number[] = [];
  for (let offset = 0; offset < span; offset += step) {
    if ((span - offset - 0.5) * slot >= dateWidth / 2) ticks.push(first + offset);
  }
  return ticks;
}
