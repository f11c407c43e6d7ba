import type { Profile } from "../profile/profile.ts";

/**
 * A profile as folded text, what flame graph tools read: one line a sample, frames joined by `;`, one space, the value
 * (`a;b;c 12`); lines sorted by code unit as the profile's samples are, a final newline. An empty profile is an empty
 * string.
 */
export function foldedText(profile: Profile): string {
  return profile.samples.map(({ stack, value }) => `${stack.join(";")} ${value}\n`).join("");
}
