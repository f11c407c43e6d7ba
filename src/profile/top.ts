import { frameKind, frameValue } from "./frame.ts";
import type { Profile } from "./profile.ts";

/** One value of a kind of frame, and how much of a profile it holds. */
export interface TopRow {
  readonly value: string;
  /** Of the stacks in which it is the innermost frame of its kind. */
  readonly self: number;
  /** Of the stacks that hold it, each counted once. */
  readonly total: number;
}

/** The values of one kind of frame, largest first, equal ones by name. The sum of `self` is what the kind covers. */
export function topOf(profile: Profile, kind: string): readonly TopRow[] {
  const rows = new Map<string, { value: string; self: number; total: number }>();
  for (const { stack, value } of profile.samples) {
    const frames = stack.filter((frame) => frameKind(frame) === kind);
    for (const frame of new Set(frames)) {
      const row = rows.get(frame) ?? { value: frameValue(frame), self: 0, total: 0 };
      rows.set(frame, row);
      row.total += value;
      if (frame === frames.at(-1)) row.self += value;
    }
  }
  return [...rows.values()].sort((a, b) => b.total - a.total || b.self - a.self || (a.value < b.value ? -1 : 1));
}
