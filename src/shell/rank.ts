import type { Effect } from "../trace/effect.ts";

/** Effects in the order in which they make a command the principal one (contract §3); the others are no command's. */
const ORDER: readonly Effect[] = [
  "test",
  "build",
  "lint",
  "install",
  "repo",
  "network",
  "write",
  "delete",
  "read",
  "process",
];

/** The one of two effects that ranks first. */
export function stronger(a: Effect, b: Effect): Effect {
  return ORDER.indexOf(b) < ORDER.indexOf(a) ? b : a;
}
