import type { Facts } from "../facts.ts";
import { counted } from "../numbers.ts";
import { type Picture, pictureFile } from "../picture.ts";
import { isPrompt } from "../tally.ts";
import { columnsPicture } from "./columns.tsx";

const WIDTH = 1120;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Steps between dates on the axis, in days. */
const DATE_STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 3640] as const;

/** `timeline.svg`: sessions by the day on which they began, in UTC; a day without sessions is a gap. */
export function timelineSvg(facts: Facts): string {
  return pictureFile(timeline(facts));
}

/** Sessions by UTC day. */
export function timeline({ sessions }: Facts): Picture {
  const days = countBy(sessions.map(({ startMs }) => startMs), dayOf);
  const first = Math.min(...days.keys());
  const dated = [...days.values()].reduce((sum, count) => sum + count, 0);
  const undated = sessions.length - dated;
  return columnsPicture({
    title: "Sessions by day (UTC)",
    facts: `${counted(dated, "sessions")} on ${counted(days.size, "days")}`,
    note: undated > 0 ? `Without a time of start, and so not in the picture: ${counted(undated, "sessions")}` : "",
    unit: "sessions",
    axis: "day (UTC)",
    slots: days.size === 0 ? 0 : Math.max(...days.keys()) - first + 1,
    labelOf: (slot) => dateOf(first + slot),
    labelSteps: DATE_STEPS,
    columns: [...days].map(([day, value]) => ({ slot: day - first, name: `${dateOf(day)} UTC`, value })),
    width: WIDTH,
  });
}

/** Prompts by UTC hour of the day. */
export function hours({ prompts }: Facts): Picture {
  const hours = countBy(prompts.filter(isPrompt).map(({ timeMs }) => timeMs), hourOf);
  const dated = [...hours.values()].reduce((sum, count) => sum + count, 0);
  return columnsPicture({
    title: "Prompts by hour of the day (UTC)",
    facts: counted(dated, "prompts"),
    note: "",
    unit: "prompts",
    axis: "hour of the day (UTC)",
    slots: 24,
    labelOf: hourName,
    labelSteps: [1, 2, 3, 6],
    columns: [...hours].map(([slot, value]) => ({ slot, name: `${hourName(slot)} UTC`, value })),
    width: WIDTH,
  });
}

/** Number of the UTC day. */
export function dayOf(timeMs: number): number {
  return Math.floor(timeMs / DAY_MS);
}

/** `2026-11-23`, of the number of a day. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** UTC hour of the day, 0 to 23. */
export function hourOf(timeMs: number): number {
  return Math.floor(timeMs / HOUR_MS) % 24;
}

/** `09:00`. */
export function hourName(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

/** How many times fall into each slot, in order of the slots; those that are not known into none. */
function countBy(timesMs: readonly (number | null)[], slotOf: (timeMs: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  const slots = timesMs.filter((timeMs) => timeMs !== null).map(slotOf).sort((a, b) => a - b);
  for (const slot of slots) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  return counts;
}
