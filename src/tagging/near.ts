import type { TagKind } from "../trace/tag.ts";
import type { Example } from "./examples.ts";
import { NEAR_EXAMPLES } from "./near_examples.ts";
import type { Fragment } from "./question.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How much an example must be like a fragment to be shown before it, 0 to 1 (docs/tagging.md). */
const LEAST_LIKENESS = 0.2;

/** Of a prompt that is shown as an example: its beginning says as much as all of it, in half the tokens (docs/tagging.md). */
const PROMPT_CHARS = 60;

/** Characters that stand together: they find words of one stem, and languages without spaces. */
const GRAM_CHARS = 3;

/** The examples of a kind, found by what they are written with. */
interface Index {
  /** For each group of characters the examples that have it, and its weight in each. */
  readonly examples: ReadonlyMap<string, readonly { readonly example: number; readonly weight: number }[]>;
  /** A group that no example has weighs nothing. */
  readonly rarity: (gram: string) => number;
}

const indexes = new Map<TagKind, Index>();

/**
 * The worked example that is most like a fragment (the cosine of groups of three characters, rare ones weighing more);
 * null where none is like it by `least`, 0 to 1. Shown last, it tells a model more than one that is like nothing in the
 * fragment (Liu et al. 2022, "What Makes Good In-Context Examples for GPT-3?", arXiv 2101.06804). It is no answer: the
 * model chooses among all words of the list, and is not shown an example that is the fragment itself.
 */
export function nearestExample(
  { kind, fragment }: Fragment,
  { words }: Vocabulary,
  least = LEAST_LIKENESS,
): Example | null {
  const { examples, rarity } = indexOf(kind);
  const likeness = new Float64Array(NEAR_EXAMPLES[kind].length);
  for (const [gram, its] of weighted(fragment, rarity)) {
    for (const { example, weight } of examples.get(gram) ?? []) {
      likeness[example] = (likeness[example] ?? 0) + its * weight;
    }
  }
  let best: { readonly example: Example | null; readonly likeness: number } = { example: null, likeness: 0 };
  for (const [index, example] of NEAR_EXAMPLES[kind].entries()) {
    const its = likeness[index] ?? 0;
    if (its >= least && its > best.likeness && example.fragment !== fragment && words?.has(example.word) !== false) {
      best = { example, likeness: its };
    }
  }
  return kind === "prompt" && best.example !== null ? beginningOf(best.example) : best.example;
}

function beginningOf({ fragment, word }: Example): Example {
  return { fragment: fragment.slice(0, PROMPT_CHARS).toWellFormed().trimEnd(), word };
}

function indexOf(kind: TagKind): Index {
  const known = indexes.get(kind);
  if (known !== undefined) return known;
  const list = NEAR_EXAMPLES[kind];
  const having = new Map<string, number>();
  for (const { fragment } of list) {
    for (const gram of gramsOf(fragment).keys()) having.set(gram, (having.get(gram) ?? 0) + 1);
  }
  const rarity = (gram: string): number => Math.log((1 + list.length) / (1 + (having.get(gram) ?? 0)));
  const weights = list.flatMap(({ fragment }, example) =>
    weighted(fragment, rarity).map(([gram, weight]) => ({ gram, example, weight }))
  );
  const index = { examples: Map.groupBy(weights, ({ gram }) => gram), rarity };
  indexes.set(kind, index);
  return index;
}

/** Groups of characters with their weights, of which the squares add up to 1. */
function weighted(text: string, rarity: Index["rarity"]): readonly (readonly [gram: string, weight: number])[] {
  const weights = gramsOf(text).entries().map(([gram, count]) => [gram, Math.log(1 + count) * rarity(gram)] as const)
    .toArray();
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return weights.map(([gram, weight]) => [gram, weight / length]);
}

function gramsOf(text: string): ReadonlyMap<string, number> {
  const grams = new Map<string, number>();
  const padded = ` ${text.toLowerCase()} `;
  for (let at = 0; at + GRAM_CHARS <= padded.length; at++) {
    const gram = padded.slice(at, at + GRAM_CHARS);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}
