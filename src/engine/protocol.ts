/** llama-server's requests and answers, as far as the program uses them (llama.cpp, tools/server/README.md). */

export interface Message {
  readonly role: string;
  readonly content: string;
}

/** A text, of which parts may stand as tokens. */
export interface Piecewise {
  readonly pieces: readonly (number | string)[];
}

/** A text whose tokens are asked for. */
export interface Tokenizing {
  readonly content: string;
  /** With the token that begins a prompt. */
  readonly isBeginning: boolean;
  /** With the text of each token. */
  readonly wantsPieces: boolean;
}

/** What a request wants of the model. */
export interface Wanted {
  readonly prompt: Piecewise | readonly Message[];
  /** false: all of the prompt is read as if nothing had been read before. */
  readonly isCached: boolean;
  /** 0: the prompt is read, for the requests that follow. */
  readonly maxTokens: number;
  /** GBNF. */
  readonly grammar: string | null;
  /** What is added to the logits of tokens, or of a text's tokens. */
  readonly bias: readonly (readonly [token: number | string, logit: number])[];
  /** Of how many likeliest tokens the probability is told; null: of none. */
  readonly probabilities: number | null;
}

export interface Completion {
  readonly content: string;
  /** Of the prompt. */
  readonly tokens: { readonly cached: number; readonly read: number };
  readonly probabilities: readonly { readonly id: number; readonly token: string; readonly prob: number }[] | null;
}

/** A grammar that is a list of words and nothing else, as `src/tagging/question.ts` writes it. */
const LIST = /^root ::= " "\? \("[a-z]+"(?: \| "[a-z]+")*\)\s*$/;

/**
 * The words of a grammar that is a list, each with a beginning of no other word: when one is said the answer is whole,
 * and the step in which the model would say that it ends can be left out. None of another grammar.
 */
export function wholeWords(grammar: string | null): ReadonlySet<string> {
  if (grammar === null || !LIST.test(grammar)) return new Set();
  const words = grammar.matchAll(/"([a-z]+)"/g).map((match) => match[1] ?? "").toArray().toSorted();
  return new Set(words.filter((word, index) => words[index + 1]?.startsWith(word) !== true));
}

/** The most that is said where the request sets no limit. */
const MAX_TOKENS = 128;

/** Reads the body of `/completion`. Throws `TypeError` if it is none. */
export function readCompletion(body: unknown): Wanted {
  const fields = object(body);
  const { prompt } = fields;
  const pieces: unknown[] = Array.isArray(prompt) ? prompt : [prompt];
  if (typeof prompt === "number" || !pieces.every((piece) => typeof piece === "string" || isToken(piece))) {
    throw new TypeError('expected "prompt" to be a text, or a list of tokens and texts');
  }
  return { prompt: { pieces }, ...readCommon(fields, "n_predict") };
}

/** Reads the body of `/tokenize`. Throws `TypeError` if it is none. */
export function readTokenizing(body: unknown): Tokenizing {
  const { content, add_special, with_pieces } = object(body);
  if (typeof content !== "string") throw new TypeError('expected "content" to be a text');
  return { content, isBeginning: add_special === true, wantsPieces: with_pieces === true };
}

function isToken(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

/** Reads the body of `/v1/chat/completions`. Throws `TypeError` if it is none. */
export function readChat(body: unknown): Wanted {
  const fields = object(body);
  const messages = fields["messages"];
  if (!Array.isArray(messages)) throw new TypeError('expected "messages" to be a list');
  const prompt = messages.map((message: unknown) => {
    const { role, content } = object(message);
    if (typeof role !== "string" || typeof content !== "string") {
      throw new TypeError('expected each message to have a "role" and a "content"');
    }
    return { role, content };
  });
  return { prompt, ...readCommon(fields, "max_tokens") };
}

function readCommon(fields: Readonly<Record<string, unknown>>, limit: string): Omit<Wanted, "prompt"> {
  const { grammar, n_probs: probabilities } = fields;
  const maxTokens = fields[limit];
  const bias: unknown = fields["logit_bias"] ?? [];
  if (!Array.isArray(bias)) throw new TypeError('expected "logit_bias" to be a list');
  return {
    maxTokens: typeof maxTokens === "number" && maxTokens >= 0 ? maxTokens : MAX_TOKENS,
    isCached: fields["cache_prompt"] !== false,
    grammar: typeof grammar === "string" && grammar !== "" ? grammar : null,
    bias: bias.map((pair: unknown) => {
      const [token, logit]: unknown[] = Array.isArray(pair) ? pair : [];
      if (!(typeof token === "string" || isToken(token)) || typeof logit !== "number") {
        throw new TypeError('expected "logit_bias" to hold pairs of a token or a text and a number');
      }
      return [token, logit] as const;
    }),
    probabilities: typeof probabilities === "number" && probabilities > 0 ? probabilities : null,
  };
}

export function completionAnswer({ content, probabilities, tokens }: Completion): unknown {
  const timings = { cache_n: tokens.cached, prompt_n: tokens.read };
  if (probabilities === null) return { content, stop: true, timings };
  const [likeliest] = probabilities;
  return {
    content,
    stop: true,
    timings,
    completion_probabilities: [{ id: likeliest?.id, token: likeliest?.token, top_probs: probabilities }],
  };
}

export function chatAnswer({ content }: Completion, model: string): unknown {
  const choice = { index: 0, finish_reason: "stop", message: { role: "assistant", content } };
  return { object: "chat.completion", model, choices: [choice] };
}

export function modelsAnswer(model: string, parameters: number, sizeBytes: number): unknown {
  const meta = { n_params: parameters, size: sizeBytes };
  return { object: "list", data: [{ id: model, object: "model", owned_by: "llamacpp", meta }] };
}

export function troubleAnswer(code: number, message: string): unknown {
  return { error: { code, message } };
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("expected an object");
  return Object.fromEntries(Object.entries(value));
}
