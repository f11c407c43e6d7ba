import type { Tag, TagKind } from "../trace/tag.ts";
import { quoted, TaggingError } from "./error.ts";
import { KIND_PHRASES, type LlamaServer, type Passage } from "./llama_server.ts";
import { biasFor, type Manner } from "./manner.ts";
import { ask, type Fragment, readAnswer, type Refusal } from "./question.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Who is asked, how, and for which words. */
export interface Asking {
  readonly server: LlamaServer;
  readonly manner: Manner;
  readonly vocabulary: Vocabulary;
}

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
  const { server, manner, vocabulary } = asking;
  const { kind } = fragment;
  options.onSend();
  const bias = await biasFor(server, manner, fragment, vocabulary, options.passage);
  let refused: string | null = null;
  for (;;) {
    const asked = ask(fragment, vocabulary, { refused, bias });
    const answer = await server.ask(asked, manner.form, kind, options.passage);
    const reading = readAnswer(answer, vocabulary);
    if ("word" in reading) return reading.word;
    options.onRefused(reading.refusal);
    if (refused !== null) throw answerTrouble(kind, answer, reading.refusal, asking);
    refused = answer;
    options.onSend();
  }
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
