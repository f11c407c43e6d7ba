import type { Tag, TagKind } from "../trace/tag.ts";
import { quoted, TaggingError } from "./error.ts";
import { type Asking, likeliestWord } from "./likeliest.ts";
import { KIND_PHRASES, type Passage } from "./llama_server.ts";
import { ask, type Fragment, readAnswer, type Refusal } from "./question.ts";

/** How one question goes to the model. */
export interface AskOptions {
  readonly passage: Passage;
  /** Called before a question is put, and put again; what it throws ends the asking. */
  readonly onSend: () => void;
  /** Called after each answer that was no word. */
  readonly onRefused: (refusal: Refusal) => void;
}

/** The answer was twice no word. */
export class AnswerTrouble extends TaggingError {
  /** What was wrong with it, without what it was: a model may answer with what it was shown. */
  readonly refusal: Refusal;

  constructor(message: string, hint: string, refusal: Refusal) {
    super(message, hint);
    this.refusal = refusal;
  }
}

/** Asks once, and once more showing the answer that was no word. Throws `AnswerTrouble`, or what `LlamaServer.ask` does. */
export async function askWord(fragment: Fragment, asking: Asking, options: AskOptions): Promise<Tag> {
  let refused: string | null = null;
  for (;;) {
    options.onSend();
    const answer = await answerTo(fragment, asking, options.passage, refused);
    const reading = readAnswer(answer, asking.vocabulary);
    if ("word" in reading) return reading.word;
    options.onRefused(reading.refusal);
    if (refused !== null) throw answerTrouble(fragment.kind, answer, reading.refusal, asking);
    refused = answer;
  }
}

/** Asks once, and shows the answer that was no word, if there was one before. Throws as `LlamaServer.ask`. */
export async function answerTo(
  fragment: Fragment,
  asking: Asking,
  passage: Passage,
  refused: string | null = null,
): Promise<string> {
  const { server, manner: { form }, vocabulary } = asking;
  const isWeighed = form === "raw" && vocabulary.words !== null && refused === null;
  const word = isWeighed ? await likeliestWord(fragment, asking, passage) : null;
  return word ?? await server.ask(ask(fragment, vocabulary, refused), form, fragment.kind, passage);
}

function answerTrouble(
  kind: TagKind,
  answer: string,
  refusal: Refusal,
  { server, vocabulary }: Asking,
): AnswerTrouble {
  const wanted = vocabulary.words === null ? "one word" : `one word of the list "${vocabulary.name}"`;
  return new AnswerTrouble(
    `Cannot get a word for ${KIND_PHRASES[kind]} from the model "${server.model}": expected ${wanted}, twice found ${
      quoted(answer)
    } (${refusal})`,
    "Use a server that honours the grammar (llama-server does), or another model; the words obtained so far are kept",
    refusal,
  );
}
