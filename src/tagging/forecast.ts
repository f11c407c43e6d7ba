import { FirstPlaces } from "../trace/first_places.ts";
import type { Session } from "../trace/session.ts";
import { type AskedOf, planTags } from "./plan.ts";
import { knownWords, lastIdentity } from "./tag_cache.ts";
import type { TagOptions } from "./tagger.ts";

/** How many of the sessions' words are known, told without a server and without writing anything. */
export interface TagForecast {
  readonly total: number;
  readonly known: number;
  readonly toAsk: number;
  /** Words a second, as that model was last measured; null: it was not. */
  readonly ratePerSecond: number | null;
}

/** Counts what a run would ask where no model has said a word yet. */
export function forecastAll(asked: readonly AskedOf[], tagLlmCalls: boolean): TagForecast {
  const lists = asked.flatMap(({ prompts, llmCalls }) => (tagLlmCalls ? [prompts, llmCalls] : [prompts]));
  const numbers = new FirstPlaces();
  numbers.makeRoom(lists.reduce((sum, { length }) => sum + length, 0));
  for (const list of lists) numbers.add(list, 0, () => {});
  return { total: numbers.size, known: 0, toAsk: numbers.size, ratePerSecond: null };
}

/** Counts what a run would ask, for the model that said the words of the last run; without one, everything. */
export function forecastTags(
  sessions: readonly Session[],
  { cache, vocabulary, form, tagLlmCalls }: Pick<TagOptions, "cache" | "vocabulary" | "form" | "tagLlmCalls">,
): TagForecast {
  const { questions } = planTags(sessions, tagLlmCalls);
  const llm = cache.llm === null ? null : lastIdentity(cache.llm, form);
  const known = llm === null ? 0 : knownWords(questions, llm, cache, vocabulary).filter((word) => word !== null).length;
  const ratePerSecond = llm === null ? null : cache.rate(llm.model) ?? null;
  return { total: questions.length, known, toAsk: questions.length - known, ratePerSecond };
}
