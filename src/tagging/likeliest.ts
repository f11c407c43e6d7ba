import type { LlamaServer, Passage } from "./llama_server.ts";
import type { Manner } from "./manner.ts";
import { nearestExample } from "./near.ts";
import { ask, type Bias, type Fragment, grammarOf } from "./question.ts";
import type { Weights } from "./spelled.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** In logarithms: of 280 questions whose two best words were further apart, 1 got another word beside others (docs/tagging.md). */
const NEAR_TIE = 0.15;

/** Who is asked, how, and for which words. */
export interface Asking {
  readonly server: LlamaServer;
  readonly manner: Manner;
  readonly vocabulary: Vocabulary;
}

/**
 * The word that the model finds likeliest, what it says anyway taken off; in the form `near` behind the worked example
 * that is most like the fragment, where one is. null: the server tells no probabilities. Throws as `LlamaServer.weigh`.
 */
export async function likeliestWord(fragment: Fragment, asking: Asking, passage: Passage): Promise<string | null> {
  const { server, manner, vocabulary } = asking;
  const { kind } = fragment;
  const near = manner.form === "near" ? nearestExample(fragment, vocabulary) : null;
  const bias = (near === null ? manner.bias : manner.nearBias)?.[kind];
  const asked = ask(fragment, vocabulary, { near });
  const weigh = async (passage: Passage): Promise<Best | null> => {
    const weights = await server.weigh(asked, kind, passage);
    return weights === null ? null : bestOf(weights, bias);
  };
  let best = await weigh(passage);
  if (best === null) return null;
  // Several questions computed at the same time round otherwise than one.
  if (server.slots > 1 && best.lead < NEAR_TIE) best = await weigh({ ...passage, alone: true }) ?? best;
  const [word = null, ...others] = best.words;
  if (others.length === 0) return word;
  const words = new Set(best.words);
  return await server.ask({ ...asked, words, grammar: grammarOf({ ...vocabulary, words }) }, "raw", kind, passage);
}

/** The likeliest words: several where they begin with the same token, and so weigh the same. */
export interface Best {
  readonly words: readonly string[];
  /** How far the next one is behind them. */
  readonly lead: number;
}

/** Finds the heaviest words, what the model says anyway taken off. */
export function bestOf(weights: Weights, bias: Bias = {}): Best {
  const scores = weights.entries().map(([word, weight]) => ({ word, score: weight + (bias[word] ?? 0) })).toArray();
  const top = Math.max(...scores.map(({ score }) => score));
  const next = Math.max(...scores.flatMap(({ score }) => score < top ? [score] : []));
  return { words: scores.flatMap(({ word, score }) => score === top ? [word] : []), lead: top - next };
}
