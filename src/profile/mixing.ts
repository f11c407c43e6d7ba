import { frameKind, frameValue } from "./frame.ts";
import type { Profile } from "./profile.ts";
import type { Mixing } from "./report.ts";

const EXAMPLES = 20;
const VARIANTS = 4;

/** What a plain profile would mix up, of all or of some of its buckets. */
export type MixingOf = (concerns?: (pair: string) => boolean) => Mixing;

/**
 * What a plain profile would mix up: buckets of stacks that are equal once frames of some kinds are dropped, although
 * the model gave their sessions or prompts different words (contract §6, `semantic_mixing`).
 */
export function semanticMixing(system: Profile, dropped: readonly string[]): MixingOf {
  return mixingOf(system.samples.map(({ stack, value }) => [
    stack.filter((frame) => !dropped.includes(frameKind(frame))).join(";"),
    wordPair(valueOf(stack, "session"), valueOf(stack, "prompt")),
    value,
  ]));
}

/** What a stack is in a plain profile, and the pair of words that it loses there. */
export type Bucketed = readonly [bucket: string, pair: string, value: number];

/** A pair of words as it is told. */
export function wordPair(session: string, prompt: string): string {
  return `session:${session}/prompt:${prompt}`;
}

/** The mixing of stacks; told are the buckets with at least one pair of words that concerns the asker. */
export function mixingOf(stacks: Iterable<Bucketed>): MixingOf {
  const buckets = new Map<string, Map<string, number>>();
  let total = 0;
  for (const [bucket, pair, value] of stacks) {
    const variants = buckets.get(bucket) ?? new Map<string, number>();
    variants.set(pair, (variants.get(pair) ?? 0) + value);
    if (variants.size === 1) buckets.set(bucket, variants);
    total += value;
  }
  const mixed = [...buckets].filter(([, variants]) => variants.size > 1);
  return (concerns = () => true) => {
    const told = mixed.filter(([, variants]) => variants.keys().some(concerns)).map(([baseline, variants]) => ({
      kind: "nonsemantic_without_session_prompt",
      baseline_stack: baseline,
      weight: [...variants.values()].reduce((sum, weight) => sum + weight, 0),
      semantic_variant_count: variants.size,
      top_semantic_variants: [...variants].map(([semantic, weight]) => ({ semantic, weight }))
        .sort((a, b) => b.weight - a.weight || (a.semantic < b.semantic ? -1 : 1)).slice(0, VARIANTS),
    })).sort((a, b) => b.weight - a.weight || (a.baseline_stack < b.baseline_stack ? -1 : 1));
    const weight = told.reduce((sum, bucket) => sum + bucket.weight, 0);
    return {
      mixed_buckets: told.length,
      mixed_weight: weight,
      mixed_weight_pct: percent(weight, total),
      examples: told.slice(0, EXAMPLES),
    };
  };
}

function valueOf(stack: readonly string[], kind: string): string {
  const found = stack.find((frame) => frameKind(frame) === kind);
  return found === undefined ? "unknown" : frameValue(found);
}

/** To 3 places; 0 of nothing. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100_000 * part) / whole) / 1000;
}
