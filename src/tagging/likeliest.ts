import type { LlamaServer, Passage } from "./llama_server.ts";
import type { Manner } from "./manner.ts";
import { type Scores, scoresOf } from "./calibration.ts";
import { ask, type Fragment, grammarOf } from "./question.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Of questions whose two best words are further apart 1 of 100 gets another word beside others (docs/tagging.md). */
const NEAR_TIE = { plain: 0.15, learned: 0.75 } as const;

/** Who is asked, how, and for which words. */
export interface Asking {
  readonly server: LlamaServer;
  readonly manner: Manner;
  readonly vocabulary: Vocabulary;
}

/**
 * The word that the model finds best, as its weights are understood; null: the server tells no probabilities. Throws as
 * `LlamaServer.weigh`.
 */
export async function likeliestWord(fragment: Fragment, asking: Asking, passage: Passage): Promise<string | null> {
  const { server, manner, vocabulary } = asking;
  const { kind } = fragment;
  const asked = ask(fragment, vocabulary);
  const weigh = async (passage: Passage): Promise<Best | null> => {
    const weights = await server.weigh(asked, kind, passage);
    return weights === null ? null : bestOf(scoresOf(weights, kind, manner.calibration));
  };
  let best = await weigh(passage);
  if (best === null) return null;
  // Several questions computed at the same time round otherwise than one.
  const nearTie = manner.calibration?.isLearned === true ? NEAR_TIE.learned : NEAR_TIE.plain;
  if (server.slots > 1 && best.lead < nearTie) best = await weigh({ ...passage, alone: true }) ?? best;
  const [word = null, ...others] = best.words;
  if (others.length === 0) return word;
  const words = new Set(best.words);
  return await server.ask({ ...asked, words, grammar: grammarOf({ ...vocabulary, words }) }, "raw", kind, passage);
}

/** The best words: several where they begin with the same token, weigh the same, and no matrix tells them apart. */
export interface Best {
  readonly words: readonly string[];
  /** How far the next one is behind them. */
  readonly lead: number;
}

/** Finds the words with the highest score. */
export function bestOf(scores: Scores): Best {
  let words: string[] = [];
  let top = -Infinity;
  let next = -Infinity;
  for (const [word, score] of scores) {
    if (score === top) words.push(word);
    else if (score > top) [words, next, top] = [[word], top, score];
    else if (score > next) next = score;
  }
  return { words, lead: top - next };
}
