import { z } from "zod";
import type { Asked } from "./question.ts";

/** The ways to put a question to a llama.cpp server; a model that was never taught to chat does better with `raw`. */
export const FORM_NAMES = ["chat", "raw"] as const;
export type FormName = typeof FORM_NAMES[number];

/** One way to put a question: where it is sent, what is sent, and where the answer stands. */
export interface Form {
  readonly path: string;
  /** The body of the request; what is the same for all questions of a kind comes first. */
  body(asked: Asked, model: string): Readonly<Record<string, unknown>>;
  /** Takes the answer's text out of the server's JSON; null if it has another shape. */
  answer(json: unknown): string | null;
}

/** The longest answer, in tokens. */
const MAX_ANSWER_TOKENS = 12;
/** How much of a refused answer the second question shows. */
const REFUSED_CHARS = 40;

const ChatAnswer = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string().nullish() }) })], z.unknown()),
});
const RawAnswer = z.object({ content: z.string() });

export const FORMS: Readonly<Record<FormName, Form>> = {
  chat: {
    path: "/v1/chat/completions",
    body(asked: Asked, model: string): Readonly<Record<string, unknown>> {
      const turns = asked.examples.flatMap(({ fragment, word }) => [user(fragment), assistant(word)]);
      const again = asked.refused === null
        ? []
        : [assistant(asked.refused.slice(0, REFUSED_CHARS)), user(complaint(asked.refused))];
      return {
        model,
        messages: [{ role: "system", content: asked.intro }, ...turns, user(asked.fragment), ...again],
        grammar: asked.grammar,
        temperature: 0,
        max_tokens: MAX_ANSWER_TOKENS,
        stream: false,
        cache_prompt: true,
      };
    },
    answer(json: unknown): string | null {
      const parsed = ChatAnswer.safeParse(json);
      return parsed.success ? parsed.data.choices[0].message.content ?? "" : null;
    },
  },
  raw: {
    path: "/completion",
    body(asked: Asked, model: string): Readonly<Record<string, unknown>> {
      return {
        model,
        prompt: rawText(asked),
        grammar: asked.grammar,
        temperature: 0,
        n_predict: MAX_ANSWER_TOKENS,
        stream: false,
        cache_prompt: true,
        ...(asked.bias === null
          ? {}
          : { logit_bias: Object.entries(asked.bias).map(([word, bias]) => [` ${word}`, bias]) }),
      };
    },
    answer(json: unknown): string | null {
      const parsed = RawAnswer.safeParse(json);
      return parsed.success ? parsed.data.content : null;
    },
  },
};

/** The logarithm of each word's probability. */
export type Weights = ReadonlyMap<string, number>;

/** Lifts the words of a list above everything else that a model could say. */
const LIFT = 100;
/** Beginnings of words of several tokens may stand between the words. */
const SPARE_TOKENS = 32;
/** The least probability that is told apart. */
const LEAST = 1e-9;

const Probabilities = z.object({
  completion_probabilities: z.tuple([
    z.object({ top_probs: z.array(z.object({ token: z.string(), prob: z.number() })) }),
  ], z.unknown()),
});

/** Asks a raw question for one token, and for how likely each word of a list would have been in its place. */
export const WEIGHING = {
  path: "/completion",
  body(asked: Asked, words: ReadonlySet<string>): Readonly<Record<string, unknown>> {
    const tokens = words.size + SPARE_TOKENS;
    return {
      prompt: rawText(asked),
      temperature: 0,
      n_predict: 1,
      n_probs: tokens,
      post_sampling_probs: true,
      samplers: ["top_k"],
      top_k: tokens,
      logit_bias: [...words].map((word) => [` ${word}`, LIFT]),
      stream: false,
      cache_prompt: true,
    };
  },
  /** Logarithms of the probabilities; null if the server told none. A word of several tokens weighs what its first one does. */
  answer(json: unknown, words: ReadonlySet<string>): Weights | null {
    const parsed = Probabilities.safeParse(json);
    if (!parsed.success) return null;
    const told = parsed.data.completion_probabilities[0].top_probs;
    if (told.length < words.size / 2) return null;
    const byToken = new Map(
      told.filter(({ token }) => token.startsWith(" ")).map(({ token, prob }) => [token.slice(1), prob]),
    );
    return new Map([...words].map((word) => [word, Math.log(Math.max(LEAST, firstTokenOf(word, byToken)))]));
  },
} as const;

/** Tokens that no word begins with are not lifted, so that the likeliest beginning is the right one. */
function firstTokenOf(word: string, byToken: ReadonlyMap<string, number>): number {
  const beginnings = Array.from(word, (_, index) => byToken.get(word.slice(0, index + 1)) ?? 0);
  return Math.max(...beginnings);
}

function rawText({ intro, examples, fragment, refused }: Asked): string {
  const worked = examples.map(({ fragment, word }) => `Text: ${fragment}\nWord: ${word}\n\n`).join("");
  const again = refused === null ? "" : ` ${refused.slice(0, REFUSED_CHARS)}\n${complaint(refused)}\nWord:`;
  return `${intro}\n\n${worked}Text: ${fragment}\nWord:${again}`;
}

function user(content: string): { role: "user"; content: string } {
  return { role: "user", content };
}

function assistant(content: string): { role: "assistant"; content: string } {
  return { role: "assistant", content };
}

function complaint(refused: string): string {
  return `${
    JSON.stringify(refused.slice(0, REFUSED_CHARS))
  } is not accepted. Answer with one word of 3 to 12 letters from the list.`;
}
