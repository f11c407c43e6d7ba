import type { Host } from "../host/host.ts";
import type { Session } from "../trace/session.ts";
import type { SessionTags, Tag } from "../trace/tag.ts";
import { askWord } from "./ask_word.ts";
import { TaggingError } from "./error.ts";
import type { FormName } from "./form.ts";
import { byBeginning, fragmentOf } from "./fragment.ts";
import type { LlamaServer } from "./llama_server.ts";
import { placeTags, planTags, type TagPlan } from "./plan.ts";
import { learnManner, type Manner, plainManner, questionsId } from "./manner.ts";
import type { Fragment, Part, Question } from "./question.ts";
import { cacheKey, knownWords, lastIdentity, type LlmIdentity, newEntry, type TagCache } from "./tag_cache.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface TagOptions {
  readonly host: Host;
  readonly cache: TagCache;
  /** Called at most once; only if it throws `TaggingError` and the cache knows every word does the run go on without. */
  readonly connect: () => Promise<LlamaServer>;
  /** The model of the last run is wanted: where the cache knows every word, it is not connected to. */
  readonly isLastModel: boolean;
  readonly vocabulary: Vocabulary;
  /** null: the one found out when the model was first met. */
  readonly form: FormName | null;
  /** false: an LLM call takes its prompt's word. */
  readonly tagLlmCalls: boolean;
  /** Requests in flight; null: as many as the server takes. */
  readonly jobs: number | null;
  /** Fail after so many requests to the model; -1: no limit. */
  readonly maxUncachedTags: number;
  /** Reads texts of some of the sessions, by their hashes: of texts that were not read before (`Text.excerpt`). */
  readonly textsOf: (sessions: readonly number[]) => Promise<ReadonlyMap<string, string>>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TagProgress) => void;
}

/** How far the asking is; counts are of different questions. */
export interface TagProgress {
  /** `meeting`: a model that was never met is asked fragments whose words are known, to find out how to ask it. */
  readonly stage: "meeting" | "asking";
  readonly total: number;
  /** Found in the cache when the run began. */
  readonly known: number;
  /** With a word by now, `known` ones included. */
  readonly done: number;
  /** Words obtained a second; null before the first. */
  readonly ratePerSecond: number | null;
  /** Milliseconds to go at that rate; null as long as too few words tell it. */
  readonly leftMs: number | null;
}

/** The words of the sessions, and how they were obtained. */
export interface Tagging {
  /** Parallel to the sessions. */
  readonly tags: readonly SessionTags[];
  readonly stats: TagStats;
  /** What the server says it serves. */
  readonly model: string;
}

/** `llm_tagger` of the report. */
export interface TagStats {
  /** Words wanted, without inherited ones: `cache_hits` + questions put to the model. */
  readonly requests: number;
  /** Words that needed no request: known before, or equal to another question of this run. */
  readonly cache_hits: number;
  /** Requests sent, with second ones. */
  readonly llm_calls: number;
  /** Answers that were a word. */
  readonly llm_successes: number;
  /** Answers that were none, without their text, sorted. */
  readonly failures: readonly string[];
  readonly inherited: number;
  readonly form: FormName;
  readonly agreement: number | null;
  readonly vocabulary: string;
}

/**
 * Gives each session, prompt and LLM call the model's word. Equal questions are asked once, and the order of the
 * answers does not change the result. Words obtained are in the cache, whatever happens.
 * Throws `TaggingError`, or the signal's reason.
 */
export async function tagSessions(sessions: readonly Session[], options: TagOptions): Promise<Tagging> {
  const plan = planTags(sessions, options.tagLlmCalls);
  const { llm, server, manner } = await meetModel(plan.questions, options);
  const words = knownWords(plan.questions, llm, options.cache, options.vocabulary);
  const counts: Counts = { asked: 0, sent: 0, succeeded: 0, failures: [] };
  const trouble = server === null ? null : await askMissing({
    questions: await withTexts(plan, words, options),
    words,
    llm,
    manner,
    server,
    counts,
    options,
  });
  const stats: TagStats = {
    requests: plan.wanted,
    cache_hits: plan.wanted - counts.asked,
    llm_calls: counts.sent,
    llm_successes: counts.succeeded,
    failures: counts.failures.toSorted(),
    inherited: plan.inherited,
    form: llm.form,
    agreement: llm.agreement,
    vocabulary: options.vocabulary.name,
  };
  await options.cache.save(llm, { ...stats }).catch((error) => {
    throw trouble?.error ?? error;
  });
  if (trouble !== null) throw trouble.error;
  return { tags: placeTags(plan, words), stats, model: llm.model };
}

/** Fewer words say nothing of a model's rate: before the first, what all questions begin with is read. */
const LEAST_MEASURED = 8;

interface Meeting {
  readonly llm: LlmIdentity;
  readonly manner: Manner;
  readonly server: LlamaServer;
}

/** Whose words are wanted: the model that is served; without a server the one of the last run, if it said all of them. */
async function meetModel(
  questions: readonly Question[],
  options: TagOptions,
): Promise<Meeting | { readonly llm: LlmIdentity; readonly manner: null; readonly server: null }> {
  const { cache, form, vocabulary } = options;
  const last = cache.llm === null ? null : lastIdentity(cache.llm, form);
  const known = (): { llm: LlmIdentity; manner: null; server: null } | null =>
    last === null || knownWords(questions, last, cache, vocabulary).includes(null)
      ? null
      : { llm: last, manner: null, server: null };
  options.signal.throwIfAborted();
  const ready = options.isLastModel ? known() : null;
  if (ready !== null) return ready;
  let server: LlamaServer;
  try {
    server = await options.connect();
  } catch (error) {
    const without = error instanceof TaggingError ? known() : null;
    if (without === null) throw error;
    return without;
  }
  const manner = form === null ? await mannerOf(server, options) : plainManner(form, vocabulary);
  return { llm: identityOf(server, manner), manner, server };
}

function identityOf({ baseUrl, model }: LlamaServer, { form, agreement, calibration }: Manner): LlmIdentity {
  return { provider: "llama.cpp", base_url: baseUrl, model, form, agreement, calibrated: calibration !== null };
}

/** How the model is asked, as it is remembered or else found out now. */
async function mannerOf(server: LlamaServer, options: TagOptions): Promise<Manner> {
  const { host, cache, vocabulary, jobs, signal, onProgress } = options;
  const remembered = cache.manner(server.model);
  if (remembered?.questions === questionsId(vocabulary)) return remembered;
  const startMs = host.now();
  let answered = 0;
  const onAnswer = (total: number): void =>
    onProgress(progressFrom(startMs, "meeting", total, 0)(host.now(), ++answered));
  const manner = await learnManner(server, vocabulary, { jobs: jobs ?? server.slots, signal, onAnswer });
  cache.keepManner(server.model, manner);
  await cache.save(identityOf(server, manner), {});
  return manner;
}

/** Makes the reports of a stage that began at `startMs`. */
function progressFrom(
  startMs: number,
  stage: TagProgress["stage"],
  total: number,
  known: number,
): (nowMs: number, answered: number) => TagProgress {
  return (nowMs, answered) => {
    const seconds = (nowMs - startMs) / 1000;
    const ratePerSecond = answered === 0 || seconds === 0 ? null : answered / seconds;
    const left = Math.max(0, total - known - answered);
    const isTold = answered >= LEAST_MEASURED || left === 0;
    const leftMs = ratePerSecond === null || !isTold ? null : 1000 * left / ratePerSecond;
    return { stage, total, known, done: known + answered, ratePerSecond, leftMs };
  };
}

/** The plan's questions; those that have no word yet with their texts. */
async function withTexts(
  plan: TagPlan,
  words: readonly (Tag | null)[],
  { textsOf }: TagOptions,
): Promise<readonly Question[]> {
  const isUnread = (index: number): boolean =>
    words[index] === null && plan.questions[index]?.parts.some(isUnreadPart) === true;
  const sessions = plan.slots.keys().filter((place) => {
    const slots = plan.slots[place];
    return slots !== undefined && [slots.session, ...slots.prompts, ...slots.llmCalls].some(isUnread);
  }).toArray();
  if (sessions.length === 0) return plan.questions;
  const texts = await textsOf(sessions);
  return plan.questions.map((question) => ({
    ...question,
    parts: question.parts.map((part) =>
      isUnreadPart(part) ? { ...part, text: { ...part.text, excerpt: texts.get(part.text.sha256) ?? null } } : part
    ),
  }));
}

function isUnreadPart(part: Part): part is Exclude<Part, string> {
  return typeof part !== "string" && part.text.excerpt === null;
}

interface Counts {
  /** Questions put to the model. */
  asked: number;
  /** Requests sent. */
  sent: number;
  succeeded: number;
  readonly failures: string[];
}

interface Asking {
  readonly questions: readonly Question[];
  /** Parallel to the questions; filled in. */
  readonly words: (Tag | null)[];
  readonly llm: LlmIdentity;
  readonly manner: Manner;
  readonly server: LlamaServer;
  readonly counts: Counts;
  readonly options: TagOptions;
}

/** Asks every question that has no word yet. Returns the trouble of the first question that got none; those in flight then still end. */
async function askMissing(asking: Asking): Promise<{ readonly error: unknown } | null> {
  const { questions, words, counts, options: { host, signal, onProgress, jobs } } = asking;
  const missing = missingOf(questions, words);
  const progress = progressFrom(host.now(), "asking", questions.length, questions.length - missing.length);
  let next = 0;
  let answered = 0;
  const troubles: { readonly place: number; readonly error: unknown }[] = [];

  const startMs = host.now();
  report();
  const workers = Math.min(Math.max(1, jobs ?? asking.server.slots), missing.length);
  await Promise.all(Array.from({ length: workers }, (_, lane) => work(lane)));
  const seconds = (host.now() - startMs) / 1000;
  if (answered >= LEAST_MEASURED && seconds > 0) {
    asking.options.cache.keepRate(asking.llm.model, Number((answered / seconds).toPrecision(2)));
  }
  return troubles.toSorted((a, b) => a.place - b.place)[0] ?? null;

  async function work(lane: number): Promise<void> {
    while (troubles.length === 0) {
      const place = next++;
      const wanted = missing[place];
      if (wanted === undefined) return;
      try {
        signal.throwIfAborted();
        counts.asked++;
        words[wanted.index] = await obtainWord(wanted, asking, lane);
        answered++;
        report();
      } catch (error) {
        troubles.push({ place, error });
      }
    }
  }

  function report(): void {
    onProgress(progress(host.now(), answered));
  }
}

/** A question without a word, and where its word goes. */
interface Missing extends Fragment {
  readonly index: number;
  readonly question: Question;
}

/** In the order in which they are asked. */
function missingOf(questions: readonly Question[], words: readonly (Tag | null)[]): readonly Missing[] {
  const missing = questions.flatMap((question, index): Missing[] =>
    words[index] === null ? [{ index, question, kind: question.kind, fragment: fragmentOf(question) }] : []
  );
  return missing.sort(byBeginning);
}

/** Asks for a word and keeps it. */
async function obtainWord(
  missing: Missing,
  { llm, manner, server, counts, options }: Asking,
  lane: number,
): Promise<Tag> {
  const { host, cache, vocabulary, maxUncachedTags, signal } = options;
  const { question } = missing;
  const word = await askWord(missing, { manner, server, vocabulary }, {
    passage: { signal, lane },
    onSend(): void {
      if (maxUncachedTags >= 0 && counts.sent >= maxUncachedTags) throw limitTrouble(maxUncachedTags);
      counts.sent++;
    },
    onRefused: (refusal) => counts.failures.push(`${question.kind}: ${refusal}`),
  });
  counts.succeeded++;
  await cache.put(cacheKey(question, llm, vocabulary), newEntry(word, question, llm, host.now()));
  return word;
}

function limitTrouble(limit: number): TaggingError {
  return new TaggingError(
    `Stopped after ${limit} ${limit === 1 ? "request" : "requests"} to the model: words are still missing`,
    "Raise --max-uncached-tags; the words obtained so far are kept",
  );
}
