import fc from "fast-check";
import { type Profile, ProfileBuilder } from "../../src/profile/profile.ts";

/** A profile from folded stacks, `{"a:b;c:d": 3}`. */
export function profileFrom(stacks: Readonly<Record<string, number>>, unit = "tokens"): Profile {
  const builder = new ProfileBuilder(unit);
  for (const [stack, value] of Object.entries(stacks)) builder.add(stack.split(";"), value);
  return builder.build();
}

/** Names that no honest log holds, which must be shown as text everywhere. */
export const HOSTILE_NAMES = [
  "<script>alert(1)</script>",
  `"quoted' & <b>&amp;`,
  "👩‍👩‍👧‍👦 family 🚀🚀🚀🚀🚀🚀",
  "שלום עולם مرحبا",
  "\u202egnihtemos",
  "\u001b[31mred\u001b[0m\u0000\u0007\u009b",
  "half \ud83d pair \uffff",
  "]]>-->",
  "x".repeat(10_000),
] as const;

const frames = fc.constantFrom(
  "session:debug",
  "session:docs",
  "prompt:test",
  "effect:read",
  "path:src/app",
  "status:ok",
);

/** Profiles with shared prefixes, stacks that end inside others, and values of very different sizes. */
export const anyProfile: fc.Arbitrary<Profile> = fc
  .array(fc.tuple(fc.array(frames, { minLength: 1, maxLength: 6 }), fc.oneof(fc.nat(5), fc.nat(1_000_000))))
  .map((samples) => {
    const builder = new ProfileBuilder("tokens");
    for (const [stack, value] of samples) builder.add(stack, value);
    return builder.build();
  });
