import type { TagKind } from "../trace/tag.ts";
import { inParallel } from "./in_parallel.ts";
import type { FormName } from "./form.ts";
import type { LlamaServer, Passage } from "./llama_server.ts";
import { type LabelledFragment, MEETING_SET } from "./meeting_set.ts";
import { nearestExample } from "./near.ts";
import { ask, type Bias, type Fragment, QUESTION_VERSION, readAnswer } from "./question.ts";
import { StatusTrouble } from "./server_line.ts";
import type { Weights } from "./spelled.ts";
import { type Vocabulary, vocabularyId, WORK } from "./vocabulary.ts";

/** How a model is asked: found out when it is first met, then kept under its identity. */
export interface Manner {
  readonly form: FormName;
  /** Share of the meeting set that it answered acceptably, 0 to 1; null: not measured. */
  readonly agreement: number | null;
  /** For the raw form of a server that tells probabilities. */
  readonly bias: Readonly<Record<TagKind, Bias>> | null;
  /** What tells how the questions were put that it was found out with, and of which list the words are. */
  readonly questions: string;
}

/**
 * How much of a word's mean weight is taken off: 1 would make all words equally frequent, which real work is not.
 * Between 0.4 and 0.8 it made no difference on the labelled set (docs/tagging.md).
 */
const CALIBRATION = 0.6;

/**
 * Models with so many parameters are asked a second time, beside an example that is like the fragment: of those measured
 * one of 268 million gained 2 and 10 points by it, one of 135 million little, for more than twice the time
 * (docs/tagging.md).
 */
const NEAR_PARAMETERS = 200e6;

/** The form in which a server that tells probabilities is asked, unless its model does better in chat. */
export function spelledForm({ parameters }: Pick<LlamaServer, "parameters">): FormName {
  return (parameters ?? 0) < NEAR_PARAMETERS ? "raw" : "near";
}

/** A model that agrees less with the meeting set gets a warning. */
export const LEAST_AGREEMENT = 0.5;

/** How the meeting set is asked. */
export interface Meeting {
  /** Requests in flight. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Called after each answer, and with how many there will be as far as is known. */
  readonly onAnswer: (total: number) => void;
}

/** Of another list of words, and of questions that are put otherwise, this is another one. */
export function questionsId(vocabulary: Vocabulary): string {
  return `${vocabularyId(vocabulary)} ${QUESTION_VERSION}`;
}

/**
 * What is added to the logarithms of the words for one question: what the model says anyway is taken off, and in the
 * form `near` goes how likely it finds each word behind the example that is most like the fragment. One request in that
 * form, else none. Throws as `LlamaServer.weigh`.
 */
export async function biasFor(
  server: LlamaServer,
  { form, bias }: Pick<Manner, "form" | "bias">,
  fragment: Fragment,
  vocabulary: Vocabulary,
  passage: Passage,
): Promise<Bias | null> {
  const its = bias?.[fragment.kind] ?? null;
  const near = form === "near" ? await weighNear(server, fragment, vocabulary, passage) : null;
  return near === null
    ? its
    : Object.fromEntries(near.entries().map(([word, weight]) => [word, weight + (its?.[word] ?? 0)]));
}

async function weighNear(
  server: LlamaServer,
  fragment: Fragment,
  vocabulary: Vocabulary,
  passage: Passage,
): Promise<Weights | null> {
  return await server.weigh(ask(fragment, vocabulary, { near: nearestExample(fragment, vocabulary) }), passage);
}

/** The form that the user named, without a measurement. */
export function plainManner(form: FormName, vocabulary: Vocabulary): Manner {
  return { form, agreement: null, bias: null, questions: questionsId(vocabulary) };
}

/**
 * Asks the meeting set in the forms that the server has and takes the best one; raw questions with the words' mean
 * weights taken off (contextual calibration: Zhao et al. 2021, arXiv 2102.09690), and where the model is large enough to
 * gain by it in the form `near`. A server that lets a word pass which
 * the grammar forbids is asked with a JSON schema, and if that does not hold it either, plainly. Throws what `ask`
 * throws; a form that the server refuses is none, and if it has none that is thrown.
 */
export async function learnManner(
  server: LlamaServer,
  vocabulary: Vocabulary,
  meeting: Meeting,
): Promise<Manner> {
  let rounds = 1;
  const questions = questionsId(vocabulary);
  const round: Round = { ...meeting, onAnswer: () => meeting.onAnswer(rounds * MEETING_SET.length) };
  const form = spelledForm(server);
  const weighed = await orRefusal(round, (round) => weighAll(form, server, WORK, round));
  const raw = weighed instanceof Array ? calibrated(weighed) : null;
  rounds++;
  const chat = await orRefusal(round, (round) => agreementIn("chat", server, round, raw?.agreement ?? null));
  const spoken = [chat];
  for (const form of ["schema", "plain"] as const) {
    const last = spoken.at(-1);
    if (raw !== null || (last !== undefined && "holds" in last && last.holds)) break;
    rounds++;
    spoken.push(await orRefusal(round, (round) => agreementIn(form, server, round, null)));
  }
  const [best = null] = spoken.filter((found) => "form" in found).toSorted(byAgreement);
  if (best !== null && best.agreement > (raw?.agreement ?? -1)) {
    return { form: best.form, agreement: best.agreement, bias: null, questions };
  }
  if (raw === null) {
    if (weighed instanceof StatusTrouble) throw chat;
    return plainManner("raw", vocabulary);
  }
  const { agreement, bias } = raw;
  if (vocabulary.words === null) return { form, agreement, bias: null, questions };
  if (questions === questionsId(WORK)) return { form, agreement, bias, questions };
  rounds++;
  const own = await weighAll(form, server, vocabulary, round);
  return { form, agreement, bias: own === null ? null : biasOf(own), questions };
}

/** What asking in one form gave, or why the server refuses the form: then it has answered nothing in it. */
async function orRefusal<T>(round: Round, ask: (round: Round) => Promise<T>): Promise<T | StatusTrouble> {
  let answers = 0;
  const onAnswer = (): void => {
    answers++;
    round.onAnswer();
  };
  try {
    return await ask({ ...round, onAnswer });
  } catch (error) {
    const isRefusal = error instanceof StatusTrouble && error.status !== 401 && error.status !== 403;
    if (isRefusal && answers === 0) return error;
    throw error;
  }
}

/** The meeting set, asked once. */
type Round = Omit<Meeting, "onAnswer"> & { readonly onAnswer: () => void };

interface Found {
  readonly form: FormName;
  readonly agreement: number;
  /** Every answer was a word of the list. */
  readonly holds: boolean;
}

/** Of two that agree equally, the one that keeps to the list. */
function byAgreement(a: Found, b: Found): number {
  return b.agreement - a.agreement || Number(b.holds) - Number(a.holds);
}

/** Stops asking when the form can no longer agree more than `toBeat`, and then finds less than it would have. */
async function agreementIn(
  form: FormName,
  server: LlamaServer,
  { jobs, signal, onAnswer }: Round,
  toBeat: number | null,
): Promise<Found> {
  let hopeful = MEETING_SET.length;
  const words = await inParallel(MEETING_SET, jobs, async (item, lane) => {
    if (toBeat !== null && share(hopeful) <= toBeat) return "";
    const reading = readAnswer(await server.ask(ask(item, WORK), form, item.kind, { signal, lane }), WORK);
    onAnswer();
    const word = "word" in reading ? reading.word : "";
    if (!item.words.includes(word)) hopeful--;
    return word;
  });
  return { form, agreement: shareAccepted(words), holds: !words.includes("") };
}

interface Weighed {
  readonly item: LabelledFragment;
  readonly weights: Weights;
}

/** null: the server tells no probabilities. */
async function weighAll(
  form: FormName,
  server: LlamaServer,
  vocabulary: Vocabulary,
  { jobs, signal, onAnswer }: Round,
): Promise<Weighed[] | null> {
  const weighed = await inParallel(MEETING_SET, jobs, async (item, lane): Promise<Weighed[]> => {
    const raw = await server.weigh(ask(item, vocabulary), { signal, lane });
    const near = form === "near" ? await weighNear(server, item, vocabulary, { signal, lane }) : null;
    onAnswer();
    return raw === null ? [] : [{ item, weights: near === null ? raw : sumOf(raw, near) }];
  });
  return weighed.some((list) => list.length === 0) ? null : weighed.flat();
}

function sumOf(a: Weights, b: Weights): Weights {
  return new Map(a.entries().map(([word, weight]) => [word, weight + (b.get(word) ?? 0)]));
}

function calibrated(weighed: readonly Weighed[]): { agreement: number; bias: NonNullable<Manner["bias"]> } {
  const bias = biasOf(weighed);
  return { agreement: shareAccepted(weighed.map(({ item, weights }) => likeliest(weights, bias[item.kind]))), bias };
}

/** For each kind, minus a part of each word's mean weight, to two places. */
function biasOf(weighed: readonly Weighed[]): NonNullable<Manner["bias"]> {
  return { session: ofKind("session"), prompt: ofKind("prompt"), llm_call: ofKind("llm_call") };

  function ofKind(kind: TagKind): Bias {
    const lists = weighed.filter(({ item }) => item.kind === kind).map(({ weights }) => weights);
    const words = lists[0]?.keys().toArray() ?? [];
    return Object.fromEntries(words.map((word) => {
      const mean = lists.reduce((sum, weights) => sum + (weights.get(word) ?? 0), 0) / lists.length;
      return [word, Math.round(-100 * CALIBRATION * mean) / 100];
    }));
  }
}

function likeliest(weights: Weights, bias: Bias): string {
  let best = { word: "", score: -Infinity };
  for (const [word, weight] of weights) {
    const score = weight + (bias[word] ?? 0);
    if (score > best.score) best = { word, score };
  }
  return best.word;
}

/** Answers are parallel to the meeting set. */
function shareAccepted(words: readonly string[]): number {
  return share(MEETING_SET.filter((item, index) => item.words.includes(words[index] ?? "")).length);
}

/** Of the meeting set, to three places. */
function share(accepted: number): number {
  return Math.round(1000 * accepted / MEETING_SET.length) / 1000;
}
