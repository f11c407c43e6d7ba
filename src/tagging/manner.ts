import type { TagKind } from "../trace/tag.ts";
import { calibrate, type Calibration, scoresOf } from "./calibration.ts";
import { inParallel } from "./in_parallel.ts";
import type { FormName } from "./form.ts";
import { bestOf } from "./likeliest.ts";
import type { LlamaServer } from "./llama_server.ts";
import { MEETING_SET } from "./meeting_set.ts";
import { ask, QUESTION_VERSION, readAnswer } from "./question.ts";
import { StatusTrouble } from "./server_line.ts";
import type { Weights } from "./spelled.ts";
import { type Vocabulary, vocabularyId, WORK } from "./vocabulary.ts";

/** How a model is asked: found out when it is first met, then kept under its identity. */
export interface Manner {
  readonly form: FormName;
  /** Share of the meeting set that it answered acceptably, 0 to 1; null: not measured. */
  readonly agreement: number | null;
  /** How the weights of raw questions are understood; null: as they are. */
  readonly calibration: Calibration | null;
  /** What tells how the questions were put that it was found out with, and of which list the words are. */
  readonly questions: string;
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

/** A form as it is, without a measurement. */
export function plainManner(form: FormName, vocabulary: Vocabulary): Manner {
  return { form, agreement: null, calibration: null, questions: questionsId(vocabulary) };
}

/**
 * Asks the meeting set in the forms that the server has and takes the best one; the weights of raw questions are
 * understood in the way that agrees better. A server that lets a word pass which the grammar forbids is asked with a JSON
 * schema, and if that does not hold it either, plainly. Throws what `ask` throws; a form that the server refuses is none,
 * and if it has none that is thrown.
 */
export async function learnManner(
  server: LlamaServer,
  vocabulary: Vocabulary,
  meeting: Meeting,
): Promise<Manner> {
  let rounds = 1;
  const round: Round = { ...meeting, onAnswer: () => meeting.onAnswer(rounds * MEETING_SET.length) };
  const weighed = await orRefusal(round, (round) => weighAll(server, WORK, round));
  const isWork = questionsId(vocabulary) === questionsId(WORK);
  const raw = weighed instanceof Array ? calibrated(weighed, isWork) : null;
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
    return { ...plainManner(best.form, vocabulary), agreement: best.agreement };
  }
  if (raw === null) {
    if (weighed instanceof StatusTrouble) throw chat;
    return plainManner("raw", vocabulary);
  }
  const known = { ...plainManner("raw", vocabulary), agreement: raw.agreement };
  if (vocabulary.words === null) return known;
  if (isWork) return { ...known, ...raw };
  rounds++;
  const own = await weighAll(server, vocabulary, round);
  return own === null ? known : { ...known, calibration: { ...calibrate(own), isLearned: false } };
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
  readonly kind: TagKind;
  readonly weights: Weights;
}

/** null: the server tells no probabilities. */
async function weighAll(
  server: LlamaServer,
  vocabulary: Vocabulary,
  { jobs, signal, onAnswer }: Round,
): Promise<Weighed[] | null> {
  const weighed = await inParallel(MEETING_SET, jobs, async (item, lane): Promise<Weighed[]> => {
    const { kind } = item;
    const weights = await server.weigh(ask(item, vocabulary), kind, { signal, lane });
    onAnswer();
    return weights === null ? [] : [{ kind, weights }];
  });
  return weighed.some((list) => list.length === 0) ? null : weighed.flat();
}

interface Calibrated {
  readonly agreement: number;
  readonly calibration: Calibration;
}

/** Understands the weights in the way that agrees more; with the learned matrix only where the words are those of `WORK`. */
function calibrated(weighed: readonly Weighed[], isWork: boolean): Calibrated {
  const found = calibrate(weighed);
  const plain = agreementOf({ ...found, isLearned: false });
  const learned = isWork ? agreementOf({ ...found, isLearned: true }) : plain;
  return plain.agreement > learned.agreement ? plain : learned;

  function agreementOf(calibration: Calibration): Calibrated {
    const words = weighed.map(({ kind, weights }) => bestOf(scoresOf(weights, kind, calibration)).words[0] ?? "");
    return { agreement: shareAccepted(words), calibration };
  }
}

/** Answers are parallel to the meeting set. */
function shareAccepted(words: readonly string[]): number {
  return share(MEETING_SET.filter((item, index) => item.words.includes(words[index] ?? "")).length);
}

/** Of the meeting set, to three places. */
function share(accepted: number): number {
  return Math.round(1000 * accepted / MEETING_SET.length) / 1000;
}
