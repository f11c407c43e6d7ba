import * as z from "zod";
import type { Asked } from "./question.ts";

/**
 * The ways to put a question: `chat` and `raw` to a server that honours a grammar (a model that was never taught to chat
 * does better with `raw`), `schema` and `plain` to a server that does not.
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
      prompt: sharedText(asked) + ownText(asked),
      grammar: asked.grammar,
      temperature: 0,
      n_predict: MAX_ANSWER_TOKENS,
      stream: false,
      cache_prompt: true,
    }),
    answer: (json) => RawAnswer.safeParse(json).data?.content ?? null,
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

/** What all raw questions of a kind begin with. */
export function sharedText({ intro, examples }: Asked): string {
  const shown = examples.map(({ fragment, word }) => `Text: ${fragment}\nWord: ${word}`);
  return [intro, ...shown, "Text:"].join("\n\n");
}

/** What stands behind it in one of them. */
export function ownText({ fragment, refused }: Asked): string {
  const again = refused === null ? "" : ` ${refused.slice(0, REFUSED_CHARS)}\n${complaint(refused)}\nWord:`;
  return ` ${fragment}\nWord:${again}`;
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
