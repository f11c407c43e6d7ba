import type { Profile } from "../profile/profile.ts";
import type { Counter } from "../profile/report.ts";

/** A profile in numbers, with its `limit` heaviest stacks (contract §6, "a counter"). */
export function counterOf(profile: Profile, limit: number): Counter {
  const top = profile.samples.map(({ stack, value }) => ({ stack: stack.join(";"), weight: value }))
    .sort((a, b) => b.weight - a.weight || (a.stack < b.stack ? -1 : 1));
  return {
    total_weight: profile.total,
    unique_stacks: profile.samples.length,
    compression_ratio: profile.samples.length === 0 ? 0 : round3(profile.total / profile.samples.length),
    max_stack_reuse: top[0]?.weight ?? 0,
    top: top.slice(0, limit),
  };
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
