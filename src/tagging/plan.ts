import type { Session, Text } from "../trace/session.ts";
import { numberOf, Numbers } from "../trace/hash.ts";
import type { SessionTags, Tag } from "../trace/tag.ts";
import {
  type Asker,
  fragmentQuestion,
  llmCallQuestion,
  promptQuestion,
  type Question,
  questionKey,
  sessionQuestion,
} from "./question.ts";

/** What must be asked for some sessions: each question once, and where its word goes. */
export interface TagPlan {
  /** Sessions first, then prompts, then LLM calls. */
  readonly questions: readonly Question[];
  /** Parallel to the sessions. */
  readonly slots: readonly SessionSlots[];
  /** Words wanted, with those that are equal to another. */
  readonly wanted: number;
  /** LLM calls that take the word of their prompt, or of their session where they have none. */
  readonly inherited: number;
}

/** Indices into `TagPlan.questions`. */
interface SessionSlots {
  readonly session: number;
  readonly prompts: readonly number[];
  readonly llmCalls: readonly number[];
}

/** Collects the questions of the sessions; without `tagLlmCalls` every LLM call inherits. */
export function planTags(sessions: readonly Session[], tagLlmCalls: boolean): TagPlan {
  const questions: Question[] = [];
  const indexByKey = new Map<string, number>();
  let wanted = 0;
  let inherited = 0;

  const ofSession = sessions.map((session) => place(sessionQuestion(session)));
  const ofPrompts = sessions.map((session) => session.prompts.map((_, index) => place(promptQuestion(session, index))));
  const ofCalls = sessions.map((session, s) =>
    session.llmCalls.map((call) => {
      const question = tagLlmCalls ? llmCallQuestion(session, call) : null;
      if (question !== null) return place(question);
      inherited++;
      const ofPrompt = call.promptIndex === null ? undefined : ofPrompts[s]?.[call.promptIndex];
      return ofPrompt ?? ofSession[s] ?? 0;
    })
  );
  const slots = ofSession.map((session, s) => ({ session, prompts: ofPrompts[s] ?? [], llmCalls: ofCalls[s] ?? [] }));
  return { questions, slots, wanted, inherited };

  function place(question: Question): number {
    wanted++;
    const key = questionKey(question);
    const index = indexByKey.get(key);
    if (index !== undefined) return index;
    indexByKey.set(key, questions.length);
    return questions.push(question) - 1;
  }
}

/** Gives each session, prompt and LLM call its word; `words` is parallel to the plan's questions. */
export function placeTags(plan: TagPlan, words: readonly (Tag | null)[]): SessionTags[] {
  return plan.slots.map(({ session, prompts, llmCalls }) => ({
    session: wordAt(session),
    prompts: prompts.map(wordAt),
    llmCalls: llmCalls.map(wordAt),
  }));

  function wordAt(index: number): Tag {
    const word = words[index];
    if (word === undefined || word === null) throw new RangeError(`Cannot place a word: question ${index} has none`);
    return word;
  }
}

/**
 * Numbers of the questions that `planTags` asks for one session: equal questions have equal numbers, different ones
 * different numbers but for a chance of one in 2^53.
 */
export interface AskedOf {
  /** For the session itself and its prompts, in no order. */
  readonly prompts: Float64Array<ArrayBuffer>;
  /** For its LLM calls, without those that inherit; each once. */
  readonly llmCalls: Float64Array<ArrayBuffer>;
}

export function askedOf(session: Session): AskedOf {
  const asked = new AskedTally();
  for (const { text } of session.prompts) asked.prompt(text);
  for (const call of session.llmCalls) asked.llmCall(llmCallQuestion(session, call));
  return asked.of(session);
}

/** Makes `AskedOf` of what a session tells, piece by piece. */
export class AskedTally {
  readonly #prompts = new Numbers();
  readonly #llmCalls = new Numbers();

  prompt(text: Text): void {
    this.#prompts.push(numberOf(questionKey(fragmentQuestion(text))));
  }

  /** null: the call inherits its word. */
  llmCall(question: Question | null): void {
    if (question !== null) this.#llmCalls.push(numberOf(questionKey(question)));
  }

  /** Of the session, of which what is shown is enough; nothing is added any more. */
  of(session: Asker): AskedOf {
    this.#prompts.push(numberOf(questionKey(sessionQuestion(session))));
    return { prompts: this.#prompts.taken().sort(), llmCalls: this.#llmCalls.distinct() };
  }
}
