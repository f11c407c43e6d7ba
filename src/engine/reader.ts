import type { Jinja, Library, Model, Sequence, Token, TokenBias } from "./library.ts";
import { type Completion, type Tokenizing, type Wanted, wholeWords } from "./protocol.ts";

/** Worked examples and a fragment, several times over. */
const CONTEXT_TOKENS = 2048;
const BATCH_TOKENS = 512;
/** Texts that are kept as they were read: each kind of question begins with examples of its own. */
const SEQUENCES = 3;

/** The template of models that bring none, as llama-server has it. */
const CHATML =
  "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>\n' }}{% endfor %}{{ '<|im_start|>assistant\n' }}";

/** A model that answers one request at a time, greedily. */
export interface Reader {
  readonly parameters: number;
  readonly sizeBytes: number;
  /** Throws `RangeError` if the text is longer than the model's context. */
  complete(wanted: Wanted): Promise<Completion>;
  /** A text's tokens, or each with its text. */
  tokenize(wanted: Tokenizing): readonly (Token | { readonly id: Token; readonly piece: string })[];
}

export interface Opening {
  /** Of the model. */
  readonly path: string;
  /** null: as many as llama-server would take. */
  readonly threads: number | null;
  /** The package for macOS uses the graphics processor. */
  readonly isMac: boolean;
}

interface Held {
  readonly sequence: Sequence;
  /** Larger: later. */
  usedAt: number;
  /** The tokens at its beginning that were read as a prompt of their own. */
  alone: number;
}

interface Reading {
  readonly sequence: Sequence;
  /** What is left to read. */
  readonly rest: readonly Token[];
}

/** Loads a model. Throws what the library throws. */
export async function openReader(
  library: Library,
  jinja: Jinja,
  { path, threads, isMac }: Opening,
): Promise<Reader> {
  const llama = await library.getLlama({
    gpu: isMac ? "auto" : false,
    build: "never",
    skipDownload: true,
    logLevel: "error",
    maxThreads: 0,
  });
  const model = await llama.loadModel({ modelPath: path });
  const context = await model.createContext({
    contextSize: CONTEXT_TOKENS,
    sequences: SEQUENCES,
    batchSize: BATCH_TOKENS,
    threads: threads ?? llama.cpuMathCores,
    swaFullCache: true,
  });
  const template = new jinja.Template(model.fileInfo.metadata.tokenizer?.chat_template ?? CHATML);
  const sequences = Array.from(
    { length: SEQUENCES },
    (): Held => ({ sequence: context.getSequence(), usedAt: 0, alone: 0 }),
  );
  const grammarOf = remembering(async (text: string | null) => ({
    compiled: text === null ? null : await llama.createGrammar({ grammar: text }),
    whole: wholeWords(text),
  }));
  let clock = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    parameters: model._model.getTotalParameters(),
    sizeBytes: model.size,
    complete(wanted): Promise<Completion> {
      const answer = last.then(() => complete(wanted));
      last = answer.catch(() => {});
      return answer;
    },
    tokenize({ content, isBeginning, wantsPieces }): ReturnType<Reader["tokenize"]> {
      const tokens = isBeginning ? beginning(model, content) : model.tokenize(content, true);
      return wantsPieces ? tokens.map((id) => ({ id, piece: model.detokenize([id]) })) : tokens;
    },
  };

  async function complete(wanted: Wanted): Promise<Completion> {
    const tokens = tokensOf(wanted);
    if (tokens.length + wanted.maxTokens > CONTEXT_TOKENS) {
      throw new RangeError(`the request has ${tokens.length} tokens, the context ${CONTEXT_TOKENS}`);
    }
    const { sequence, rest } = await (wanted.isCached ? readAgain(tokens) : readAlone(tokens));
    const read = { cached: tokens.length - rest.length, read: rest.length };
    if (wanted.maxTokens === 0) {
      if (rest.length > 0) await sequence.evaluateWithoutGeneratingNewTokens(rest);
      return { content: "", probabilities: null, tokens: read };
    }
    return wanted.probabilities === null
      ? { content: await say(sequence, rest, wanted), probabilities: null, tokens: read }
      : { ...await weigh(sequence, rest, wanted, wanted.probabilities), tokens: read };
  }

  function tokensOf({ prompt }: Wanted): readonly Token[] {
    if ("pieces" in prompt) {
      return prompt.pieces.flatMap((piece, index) => {
        if (typeof piece === "number") return piece;
        return index === 0 ? beginning(model, piece) : model.tokenize(piece, true);
      });
    }
    const text = template.render({
      messages: prompt,
      add_generation_prompt: true,
      bos_token: model.tokens.bosString ?? "",
      eos_token: model.tokens.eosString ?? "",
    });
    return beginning(model, text);
  }

  /** The sequence that has read the most of it, cut back to that; at least one token is left to read. */
  async function readAgain(tokens: readonly Token[]): Promise<Reading> {
    const known = sequences.map((held) => ({ held, common: commonPrefix(held.sequence.contextTokens, tokens) }));
    const best = known.reduce((a, b) => b.common > a.common ? b : a);
    return 2 * best.common > tokens.length
      ? await cutBack(best.held, Math.min(best.common, tokens.length - 1), tokens)
      : await cutBack(longestUnused(), 0, tokens);
  }

  /** A sequence that reads it from its beginning, and alone; or did before, which gives the same to the last bit. */
  async function readAlone(tokens: readonly Token[]): Promise<Reading> {
    const known = sequences.find(({ sequence, alone }) =>
      alone === tokens.length && commonPrefix(sequence.contextTokens, tokens) === alone
    );
    if (known !== undefined) return await cutBack(known, tokens.length, tokens);
    const held = longestUnused();
    const reading = await cutBack(held, 0, tokens);
    held.alone = tokens.length;
    return reading;
  }

  async function cutBack(held: Held, kept: number, tokens: readonly Token[]): Promise<Reading> {
    const { sequence } = held;
    held.usedAt = ++clock;
    const end = sequence.contextTokens.length;
    if (kept < end) await sequence.eraseContextTokenRanges([{ start: kept, end }]);
    // What could be kept is for the library to say.
    const rest = tokens.slice(sequence.contextTokens.length);
    held.alone = Math.min(held.alone, tokens.length - rest.length);
    return { sequence, rest };
  }

  function longestUnused(): Held {
    return sequences.reduce((a, b) => b.usedAt < a.usedAt ? b : a);
  }

  async function say(sequence: Sequence, rest: readonly Token[], wanted: Wanted): Promise<string> {
    const grammar = await grammarOf(wanted.grammar);
    const said: Token[] = [];
    const options = {
      temperature: 0 as const,
      tokenBias: biasOf(wanted),
      ...(grammar.compiled === null
        ? {}
        : { grammarEvaluationState: new library.LlamaGrammarEvaluationState({ model, grammar: grammar.compiled }) }),
    };
    const { whole } = grammar;
    for await (const token of sequence.evaluate(rest, options)) {
      said.push(token);
      if (said.length >= wanted.maxTokens || whole.has(model.detokenize(said).trim())) break;
    }
    return model.detokenize(said);
  }

  async function weigh(
    sequence: Sequence,
    rest: readonly Token[],
    wanted: Wanted,
    count: number,
  ): Promise<Omit<Completion, "tokens">> {
    // A temperature of 1 leaves the probabilities as they are; at 0 the library would sort all tokens of the model.
    const options = { temperature: 1, topK: count, topP: 1, tokenBias: biasOf(wanted) } as const;
    const generateNext = { probabilities: true, options } as const;
    const lastToken = rest[rest.length - 1] ?? 0;
    const results = await sequence.controlledEvaluate([...rest.slice(0, -1), [lastToken, { generateNext }]]);
    const all = results[rest.length - 1]?.next.probabilities ?? new Map<Token, number>();
    const top = [...all].slice(0, count);
    const sum = top.reduce((total, [, prob]) => total + prob, 0);
    const probabilities = top.map(([id, prob]) => ({ id, token: model.detokenize([id]), prob: prob / sum }));
    return { content: probabilities[0]?.token ?? "", probabilities };
  }

  /** A text lifts each of its tokens; a token that several texts share is lifted by all of them, as llama-server does. */
  function biasOf({ bias }: Wanted): TokenBias {
    const sums = new Map<Token, number>();
    for (const [piece, logit] of bias) {
      for (const token of typeof piece === "number" ? [piece] : model.tokenize(piece, false)) {
        sums.set(token, (sums.get(token) ?? 0) + logit);
      }
    }
    const biases = new library.TokenBias(model.tokenizer);
    for (const [token, logit] of sums) biases.set(token, { logit });
    return biases;
  }
}

/** The tokens of a text that a prompt begins with. */
function beginning(model: Model, text: string): readonly Token[] {
  const tokens = model.tokenize(text, true);
  const { bos, shouldPrependBosToken } = model.tokens;
  return bos !== null && shouldPrependBosToken && tokens[0] !== bos ? [bos, ...tokens] : tokens;
}

function commonPrefix(a: readonly Token[], b: readonly Token[]): number {
  const end = Math.min(a.length, b.length);
  for (let index = 0; index < end; index++) {
    if (a[index] !== b[index]) return index;
  }
  return end;
}

/** What is made of a text is made once, however many requests bring it. */
function remembering<T>(create: (text: string | null) => Promise<T>): (text: string | null) => Promise<T> {
  const made = new Map<string | null, Promise<T>>();
  return (text) => {
    const known = made.get(text) ?? create(text);
    made.set(text, known);
    return known;
  };
}
