/** The only way from `unknown` to typed on the hot path: each function answers null or empty where the shape differs. */

export type Fields = Readonly<Record<string, unknown>>;

const NO_FIELDS: Fields = {};

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object's members; of anything else none. */
export function fields(value: unknown): Fields {
  return isFields(value) ? value : NO_FIELDS;
}

export function fieldsOrNull(value: unknown): Fields | null {
  return isFields(value) ? value : null;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string that is not empty, or null. */
export function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** A finite number, also where it is written as a string of digits (old Codex usage), or null. */
export function number(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null;
}

/** A count of something: a whole number that is not negative; anything else is 0. */
export function count(value: unknown): number {
  const n = number(value);
  return n !== null && n > 0 ? Math.trunc(n) : 0;
}

/** Milliseconds since the epoch from an ISO time, or from a number of seconds (up to 1e10) or milliseconds. */
export function timeMs(value: unknown): number | null {
  if (typeof value === "number") {
    // A time may round to -0, which is another one than 0 where rows are read again.
    return Number.isFinite(value) ? Math.round(value <= 1e10 ? value * 1000 : value) + 0 : null;
  }
  if (typeof value !== "string") return null;
  const ms = isoMs(value) ?? Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}

/** `2026-11-20T10:00:00.000Z`, as nearly every record writes it, in a fifth of the time of `Date.parse`; else null. */
function isoMs(value: string): number | null {
  if (value.length !== 24 || value[10] !== "T" || value[23] !== "Z" || value[19] !== ".") return null;
  if (value[4] !== "-" || value[7] !== "-" || value[13] !== ":" || value[16] !== ":") return null;
  const month = digits(value, 5, 7);
  const day = digits(value, 8, 10);
  const hour = digits(value, 11, 13);
  const minute = digits(value, 14, 16);
  const second = digits(value, 17, 19);
  const year = digits(value, 0, 4);
  const ms = digits(value, 20, 23);
  // What is out of range (and the days that not every month has) is for `Date.parse` to say.
  const isPlain = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour < 24 && minute < 60 &&
    second < 60 && ms >= 0;
  if (!isPlain) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

/** The whole number in `[from, to)`; NaN where there is anything but digits. */
function digits(value: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = value.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** JSON text that holds an object; null where it does not. */
export function parseFields(json: string): Fields | null {
  try {
    return fieldsOrNull(JSON.parse(json));
  } catch {
    return null;
  }
}
