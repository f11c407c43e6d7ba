import { InvalidArgumentError } from "commander";

/** What `--since` and `--until` take, for help and errors. */
export const WHEN =
  'a day such as 2026-11-20, a time such as 2026-11-20T14:00, "today", "yesterday", or an age such as 7d, 12h, 2w';

const DAY_CHARS = "2026-11-20".length;
const HOUR_MS = 3_600_000;
const AGES: Readonly<Record<string, number>> = { h: HOUR_MS, d: 24 * HOUR_MS, w: 7 * 24 * HOUR_MS };

/**
 * The moment that a text tells, in milliseconds since the epoch; days and times without a zone are of the local time
 * zone. With `isEnd` a day stands for its end. Throws `InvalidArgumentError`.
 */
export function moment(text: string, nowMs: number, isEnd: boolean): number {
  const age = /^(\d+)([hdw])$/.exec(text);
  if (age !== null) return nowMs - Number(age[1]) * (AGES[age[2] ?? ""] ?? 0);
  const day = text === "today" ? dayOf(nowMs, 0) : text === "yesterday" ? dayOf(nowMs, -1) : isoDay(text);
  if (day !== null) return isEnd ? dayOf(day, 1) : day;
  // Of a day that a month does not have, `Date.parse` makes one of the next.
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && isoDay(text.slice(0, DAY_CHARS)) !== null;
  const time = isTime ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) throw new InvalidArgumentError(`Expected ${WHEN}.`);
  return time;
}

/** The local time zone as an offset, `UTC+01:00`. */
export function zoneName(nowMs: number): string {
  const minutes = -new Date(nowMs).getTimezoneOffset();
  if (minutes === 0) return "UTC";
  const part = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  return `UTC${minutes < 0 ? "-" : "+"}${part(minutes / 60)}:${part(minutes % 60)}`;
}

/** Local midnight of the day of a moment, some days on. */
function dayOf(ms: number, days: number): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

function isoDay(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null;
}
