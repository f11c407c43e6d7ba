/** How numbers are written in pictures and on the dashboard: the same everywhere, whatever the machine's language. */

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const SHORT = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });

/** Every digit: `5,883,945`. */
export function wholeNumber(value: number): string {
  return WHOLE.format(value);
}

/** Three digits that matter: `5.88M`. */
export function shortNumber(value: number): string {
  return SHORT.format(value);
}

/** A part of a whole in percent: `12.3%`. Only nothing is `0%` and only everything is `100%`. */
export function share(part: number, whole: number): string {
  if (part === 0 || whole === 0) return "0%";
  if (part === whole) return "100%";
  const percent = (part / whole) * 100;
  if (percent < 0.1) return "<0.1%";
  return percent > 99.9 ? ">99.9%" : `${percent.toFixed(1)}%`;
}

/** A number with its unit, which is given in the plural with an s: `2 sessions`, `1 session`. */
export function counted(value: number, unit: string): string {
  return `${wholeNumber(value)} ${value === 1 ? unit.replace(/s$/, "") : unit}`;
}

/** A length in px for a drawing: a hundredth of a pixel is as exact as anyone can see. */
export function pixels(length: number): number {
  return Math.round(length * 100) / 100;
}
