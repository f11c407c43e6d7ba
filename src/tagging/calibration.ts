import type { TagKind } from "../trace/tag.ts";
import { MATRIX } from "./matrix.ts";
import type { Weights } from "./spelled.ts";

/** What a model's weights are like whatever it is asked: found out when it is first met. */
export interface Calibration {
  /** The mean weight of each word, by the kind of question. */
  readonly means: Readonly<Record<TagKind, Readonly<Record<string, number>>>>;
  /** Scores are made with the learned matrix; else a part of the means is taken off. */
  readonly isLearned: boolean;
}

/** How good each word is for a question: the best one is the answer. */
export type Scores = ReadonlyMap<string, number>;

/**
 * How much of a word's mean weight is taken off where nothing was learned of the list: 1 would make all words equally
 * frequent, which real work is not. Between 0.4 and 0.8 it made no difference on the labelled set (docs/tagging.md).
 */
const PART_TAKEN_OFF = 0.6;

/** Finds a model's means in what it was asked when it was met, of each kind some. */
export function calibrate(
  weighed: readonly { readonly kind: TagKind; readonly weights: Weights }[],
): Omit<Calibration, "isLearned"> {
  return { means: { session: meansOf("session"), prompt: meansOf("prompt"), llm_call: meansOf("llm_call") } };

  function meansOf(kind: TagKind): Readonly<Record<string, number>> {
    const lists = weighed.filter((one) => one.kind === kind).map(({ weights }) => weights);
    const words = lists[0]?.keys().toArray() ?? [];
    return Object.fromEntries(words.map((word) => [
      word,
      rounded(lists.reduce((sum, weights) => sum + (weights.get(word) ?? 0), 0) / lists.length),
    ]));
  }
}

/**
 * How good each word is, by what the model weighs all of them; null: the weights are the scores. Takes off what the model
 * says anyway (contextual calibration: Zhao et al. 2021, arXiv 2102.09690). For the program's own list the weights of all
 * words then tell together how good each one is: a word's score is a sum over all of them, with factors that were learned
 * from labelled fragments and two models (matrix scaling: Guo et al. 2017, arXiv 1706.04599).
 */
export function scoresOf(weights: Weights, kind: TagKind, calibration: Calibration | null): Scores {
  if (calibration === null) return weights;
  const means = calibration.means[kind];
  if (calibration.isLearned) return learnedScores(standardized(weights, kind, calibration), kind);
  return new Map(weights.entries().map(([word, weight]) => [word, weight - PART_TAKEN_OFF * (means[word] ?? 0)]));
}

/**
 * Each word's weight as models of any kind have it for any question: how far it is from the word's mean, less the mean of
 * that (how likely all words of the list are together says nothing), and 1 on the average (the root of the mean square).
 */
export function standardized(
  weights: Weights,
  kind: TagKind,
  { means }: Omit<Calibration, "isLearned">,
): ReadonlyMap<string, number> {
  const away = new Map<string, number>();
  let sum = 0;
  for (const [word, weight] of weights) {
    const deviation = weight - (means[kind][word] ?? 0);
    away.set(word, deviation);
    sum += deviation;
  }
  const mean = sum / away.size;
  let squares = 0;
  for (const deviation of away.values()) squares += (deviation - mean) ** 2;
  const spread = Math.sqrt(squares / away.size) || 1;
  for (const [word, deviation] of away) away.set(word, (deviation - mean) / spread);
  return away;
}

/** Of each word what was learned of it; made when first needed. */
let learned: readonly (readonly [word: string, offsets: Readonly<Record<TagKind, number>>, row: Int8Array])[] | null =
  null;

function learnedScores(inputs: ReadonlyMap<string, number>, kind: TagKind): Scores {
  learned ??= Object.entries(MATRIX.rows).map(([word, { offsets, row }]) => [
    word,
    offsets,
    new Int8Array(Uint8Array.fromBase64(row).buffer),
  ]);
  const values = new Float64Array(learned.length);
  for (const [at, [word]] of learned.entries()) values[at] = MATRIX.unit * (inputs.get(word) ?? 0);
  const scores = new Map<string, number>();
  for (const [word, offsets, row] of learned) scores.set(word, offsets[kind] + product(values, row));
  return scores;
}

function product(values: Float64Array, factors: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (values[at] ?? 0) * (factors[at] ?? 0);
  return sum;
}

function rounded(value: number): number {
  return Math.round(100 * value) / 100;
}
