import { share } from "../numbers.ts";
import { sum, type Tally } from "../tally.ts";

/** The largest names with their shares, as part of a sentence: `debug (41.0%), test (12.5%) and docs (3.1%)`. */
export function largest(tallies: readonly Tally[], most: number): string {
  const whole = sum(tallies.map(({ value }) => value));
  return joined(tallies.slice(0, most).map(({ name, value }) => `${name} (${share(value, whole)})`));
}

/** A list as English writes it: `a, b and c`. */
export function joined(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** `2026-11-23 16:04`, UTC; a dash where the log does not say. */
export function utcMinute(timeMs: number | null): string {
  return timeMs === null ? "–" : new Date(timeMs).toISOString().slice(0, 16).replace("T", " ");
}
