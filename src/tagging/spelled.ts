import * as z from "zod";
import { FORMS, ownText } from "./form.ts";
import type { Passage } from "./llama_server.ts";
import type { Asked } from "./question.ts";
import type { Sending, ServerLine } from "./server_line.ts";
import { openSpeller, type Spelling } from "./spelling.ts";
import { type Question, warmSlots } from "./warm_slots.ts";

/** The logarithm of each word's probability. */
export type Weights = ReadonlyMap<string, number>;

/** Raw questions to a llama.cpp server, in its model's own tokens. */
export interface SpelledLine {
  /** The answer as it came; null if the server does not tell how its model spells. Throws as `ServerLine.send`. */
  ask(asked: Asked, sending: SpelledSending): Promise<string | null>;
  /** How likely each word is as the answer; null if the server does not tell. Throws as `ServerLine.send`. */
  weigh(asked: Asked, sending: SpelledSending): Promise<Weights | null>;
}

/** How a raw question goes out. */
type SpelledSending = Pick<Sending, "wanted"> & Passage;

/** Lifts the words of a list above everything else that a model could say. */
const LIFT = 100;
/** The least probability that is told apart. */
const LEAST = 1e-6;

const Likely = z.object({ id: z.number(), token: z.string(), prob: z.number() });
const Probabilities = z.object({
  completion_probabilities: z.tuple([z.object({ top_probs: z.array(Likely) })], z.unknown()),
});

type Body = Readonly<Record<string, unknown>>;

/** The server has so many slots; the model's name is sent with each question. */
export function openSpelledLine(line: ServerLine, slots: number, model: string): SpelledLine {
  const spell = openSpeller(line);
  const warm = warmSlots(slots);

  return {
    async ask(asked, sending): Promise<string | null> {
      const spelling = await spell(asked, sending.signal);
      if (spelling === null) return null;
      if (asked.words === null) return answerIn(await send(spelling, wholeBody(asked, spelling), sending));
      const begun = answerIn(await send(spelling, firstTokenBody(asked, spelling), sending));
      const words = wordsBegunWith(begun ?? "", spelling);
      const [word, ...others] = words;
      if (word === undefined || others.length === 0) return word ?? begun;
      const ending = answerIn(await send(spelling, endingBody(asked, spelling, words), sending));
      return ending === null ? null : begun + ending;
    },
    async weigh(asked, sending): Promise<Weights | null> {
      const spelling = await spell(asked, sending.signal);
      if (spelling === null) return null;
      return readWeights(await send(spelling, weighingBody(asked, spelling), sending), spelling);
    },
  };

  function send(spelling: Spelling, body: Body, sending: SpelledSending): Promise<unknown> {
    const question = questionOf(spelling, body, sending);
    return sending.alone === true ? warm.askAgainAlone(question) : warm.ask(question);
  }

  function questionOf({ shared }: Spelling, body: Body, { wanted, lane, signal }: SpelledSending): Question {
    const send = (body: Body): Promise<unknown> =>
      line.send({ wanted, path: FORMS.raw.path, body: { ...body, model }, outlast: "outage" }, signal);
    return { shared, lane, body, send };
  }
}

const answerIn = FORMS.raw.answer;

/** Asks for a whole answer. */
function wholeBody(asked: Asked, { shared }: Spelling, begun = ""): Body {
  return { ...FORMS.raw.body(asked, ""), prompt: [...shared, ownText(asked) + begun] };
}

/**
 * Asks for the first token of a word, which almost always is all of it: to find out that it ends there would take as
 * long again. What words begin with is lifted, since a grammar alone is tried on each token that the model likes better.
 */
export function firstTokenBody(
  asked: Asked,
  spelling: Spelling,
): Body & { readonly logit_bias: ReturnType<typeof lifted> } {
  return { ...wholeBody(asked, spelling), n_predict: 1, logit_bias: lifted(spelling) };
}

/** The words whose first token an answer is: one almost always; none where the server did not keep to them. */
function wordsBegunWith(answer: string, { beginnings }: Spelling): readonly string[] {
  const token = answer.trim();
  return [...beginnings].flatMap(([word, { piece }]) => piece.trim() === token ? [word] : []);
}

/** Asks how an answer goes on with which several words begin. */
function endingBody(asked: Asked, spelling: Spelling, words: readonly string[]): Body {
  const begun = spelling.beginnings.get(words[0] ?? "")?.piece ?? "";
  const endings = words.map((word) => JSON.stringify(` ${word}`.slice(begun.length)));
  return { ...wholeBody(asked, spelling, begun), grammar: `root ::= ${endings.join(" | ")}` };
}

/** Asks how likely each word would have been as the answer. */
export function weighingBody(asked: Asked, spelling: Spelling): Body {
  const { grammar: _, ...body } = firstTokenBody(asked, spelling);
  const tokens = body.logit_bias.length;
  return { ...body, n_probs: tokens, post_sampling_probs: true, samplers: ["top_k"], top_k: tokens };
}

/** A word of several tokens weighs what its first one does. */
export function readWeights(json: unknown, { beginnings }: Spelling): Weights | null {
  const parsed = Probabilities.safeParse(json);
  if (!parsed.success) return null;
  const told = new Map<number, number>();
  for (const { id, prob } of parsed.data.completion_probabilities[0].top_probs) told.set(id, prob);
  const weights = new Map<string, number>();
  for (const [word, { id }] of beginnings) weights.set(word, Math.log(Math.max(LEAST, told.get(id) ?? 0)));
  return weights;
}

/** The tokens that words begin with, each once. */
function lifted({ beginnings }: Spelling): readonly (readonly [number, number])[] {
  return [...new Set(beginnings.values().map(({ id }) => id))].map((id) => [id, LIFT]);
}
