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
    return Number.isFinite(value) ? Math.round(value <= 1e10 ? value * 1000 : value) : null;
  }
  if (typeof value !== "string") return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}

/** JSON text that holds an object; null where it does not. */
export function parseFields(json: string): Fields | null {
  try {
    return fieldsOrNull(JSON.parse(json));
  } catch {
    return null;
  }
}
