import { frameKind, frameValue } from "./frame.ts";
import type { Profile } from "./profile.ts";
import type { Mixing } from "./report.ts";

const EXAMPLES = 20;
const VARIANTS = 4;

/** What a plain profile would mix up, of all or of some of its buckets. */
export type MixingOf = (concerns?: (pair: string) => boolean) => Mixing;

/**
 * What a plain profile would mix up: buckets of stacks that are equal once frames of some kinds are dropped, although
 * the model gave their sessions or prompts different words (contract §6, `semantic_mixing`). Told are the buckets with
 * at least one pair of words, `session:a/prompt:b`, that concerns the asker.
 */
export function semanticMixing(system: Profile, dropped: readonly string[]): MixingOf {
  const buckets = new Map<string, Map<string, number>>();
  for (const { stack, value } of system.samples) {
    const baseline = stack.filter((frame) => !dropped.includes(frameKind(frame))).join(";");
    const semantic = `session:${valueOf(stack, "session")}/prompt:${valueOf(stack, "prompt")}`;
    const variants = buckets.get(baseline) ?? new Map<string, number>();
    variants.set(semantic, (variants.get(semantic) ?? 0) + value);
    buckets.set(baseline, variants);
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
      mixed_weight_pct: percent(weight, system.total),
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
