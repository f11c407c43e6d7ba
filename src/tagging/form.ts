import { z } from "zod";
import type { Asked } from "./question.ts";

/**
 * The ways to put a question: `chat` and `raw` to a server that honours a grammar (a model that was never taught to chat
 * does better with `raw`), `schema` and `plain` to one that does not.
 */
export const FORM_NAMES = ["chat", "raw", "schema", "plain"] as const;
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

const SchemaAnswer = z.object({ word: z.string() });

const CHAT_PATH = "/v1/chat/completions";

export const FORMS: Readonly<Record<FormName, Form>> = {
  chat: {
    path: CHAT_PATH,
    body: (asked, model) => ({
      ...chatBody(asked, model, asked.intro, (word) => word),
      max_tokens: MAX_ANSWER_TOKENS,
      grammar: asked.grammar,
      cache_prompt: true,
    }),
    answer: chatAnswer,
  },
  raw: {
    path: "/completion",
    body: (asked, model) => ({
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
    }),
    answer(json: unknown): string | null {
      const parsed = RawAnswer.safeParse(json);
      return parsed.success ? parsed.data.content : null;
    },
  },
  schema: {
    path: CHAT_PATH,
    body: (asked, model) => ({
      ...chatBody(asked, model, withList(asked), (word) => JSON.stringify({ word })),
      max_tokens: MAX_ANSWER_TOKENS,
      response_format: {
        type: "json_schema",
        json_schema: {
          name: "word",
          strict: true,
          schema: {
            type: "object",
            properties: {
              word: asked.words === null ? { type: "string" } : { type: "string", enum: [...asked.words] },
            },
            required: ["word"],
            additionalProperties: false,
          },
        },
      },
    }),
    answer(json: unknown): string | null {
      const text = chatAnswer(json);
      if (text === null) return null;
      try {
        return SchemaAnswer.safeParse(JSON.parse(text)).data?.word ?? text;
      } catch {
        return text;
      }
    },
  },
  plain: {
    path: CHAT_PATH,
    body: (asked, model) => ({
      ...chatBody(asked, model, withList(asked), (word) => word),
      max_tokens: MAX_ANSWER_TOKENS,
    }),
    answer: chatAnswer,
  },
};

function chatBody(
  { examples, fragment, refused }: Asked,
  model: string,
  system: string,
  answered: (word: string) => string,
): Readonly<Record<string, unknown>> {
  const turns = examples.flatMap(({ fragment, word }) => [user(fragment), assistant(answered(word))]);
  const again = refused === null ? [] : [assistant(refused.slice(0, REFUSED_CHARS)), user(complaint(refused))];
  return {
    model,
    messages: [{ role: "system", content: system }, ...turns, user(fragment), ...again],
    temperature: 0,
    stream: false,
  };
}

function chatAnswer(json: unknown): string | null {
  const parsed = ChatAnswer.safeParse(json);
  return parsed.success ? parsed.data.choices[0].message.content ?? "" : null;
}

/** Where no grammar holds the model to the list, it has to be told. */
function withList({ intro, words }: Asked): string {
  const list = words === null ? "of 3 to 12 letters a-z" : `of this list: ${[...words].join(", ")}`;
  return `${intro} Answer with one word ${list}.`;
}

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

function rawText(asked: Asked): string {
  const { fragment, refused } = asked;
  const again = refused === null ? "" : ` ${refused.slice(0, REFUSED_CHARS)}\n${complaint(refused)}\nWord:`;
  return `${sharedText(asked)}\n\nText: ${fragment}\nWord:${again}`;
}

/** What all raw questions of a kind begin with. */
export function sharedText({ intro, examples }: Asked): string {
  return [intro, ...examples.map(({ fragment, word }) => `Text: ${fragment}\nWord: ${word}`)].join("\n\n");
}

/**
 * The word that an answer which was cut after one token can only become: the one of the list that begins with it, since
 * the grammar lets nothing else follow; null where several do, or none.
 */
export function onlyWord(beginning: string, words: ReadonlySet<string> | null): string | null {
  const text = beginning.trim();
  const possible = [...words ?? []].filter((word) => word.startsWith(text));
  return possible.length === 1 ? possible[0] ?? null : null;
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
