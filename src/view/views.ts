import { frameKind } from "../profile/frame.ts";
import { type Profile, ProfileBuilder } from "../profile/profile.ts";
import type { ReportSession } from "../profile/report.ts";
import { systemProfile, tokenProfile } from "./stacks.ts";

/** A named projection of the sessions: one of the two whole profiles without some kinds of frames. */
export interface View {
  readonly name: string;
  readonly of: "system" | "token";
  readonly without: readonly string[];
  /** Listed in `summary.dimensions` of the report. */
  readonly isDimension: boolean;
}

/** Every view, in the order of contract §5. */
export const VIEWS = [
  { name: "semantic-system", of: "system", without: [], isDimension: false },
  { name: "semantic-token", of: "token", without: [], isDimension: false },
  { name: "nonsemantic-system", of: "system", without: ["session", "prompt"], isDimension: false },
  { name: "session-system", of: "system", without: ["prompt"], isDimension: true },
  { name: "prompt-system", of: "system", without: ["session"], isDimension: true },
  { name: "session-token", of: "token", without: ["prompt", "call"], isDimension: true },
  { name: "prompt-token", of: "token", without: ["session", "call"], isDimension: true },
  { name: "llm-token", of: "token", without: ["session", "prompt"], isDimension: true },
] as const satisfies readonly View[];

/** The profile of each view by its name. */
export function projectViews(sessions: readonly ReportSession[]): Readonly<Record<string, Profile>> {
  const whole = { system: systemProfile(sessions), token: tokenProfile(sessions) };
  return Object.fromEntries(VIEWS.map((view) => [view.name, withoutFrames(whole[view.of], view.without)]));
}

/** A profile whose stacks lost the frames of some kinds; stacks that became equal are merged. */
export function withoutFrames(profile: Profile, kinds: readonly string[]): Profile {
  if (kinds.length === 0) return profile;
  const builder = new ProfileBuilder(profile.unit);
  for (const { stack, value } of profile.samples) {
    builder.add(stack.filter((frame) => !kinds.includes(frameKind(frame))), value);
  }
  return builder.build();
}
