/**
 * What is used of node-llama-cpp 3.21.1 and @huggingface/jinja 0.5.11. They are no dependencies of the program: they
 * stand in a folder of their own (`src/model/engine_folder.ts`) and are imported from there by path.
 */
export interface Library {
  getLlama(options: {
    readonly gpu: "auto" | false;
    /** What is there is used; nothing is compiled or downloaded. */
    readonly build: "never";
    readonly skipDownload: true;
    readonly logLevel: "error";
    /** 0: each context takes as many as it is told. */
    readonly maxThreads: 0;
  }): Promise<Llama>;
  readonly TokenBias: new (tokenizer: Model["tokenizer"]) => TokenBias;
  readonly LlamaGrammarEvaluationState: new (of: { readonly model: Model; readonly grammar: Grammar }) => GrammarState;
}

export interface Jinja {
  readonly Template: new (text: string) => { render(values: Readonly<Record<string, unknown>>): string };
}

export interface Llama {
  /** Cores that are of use for arithmetic: as many threads as llama-server takes. */
  readonly cpuMathCores: number;
  loadModel(options: { readonly modelPath: string }): Promise<Model>;
  createGrammar(options: { readonly grammar: string }): Promise<Grammar>;
}

export type Token = number;

export interface Model {
  readonly tokenizer: unknown;
  /** Bytes of all tensors. */
  readonly size: number;
  readonly _model: { getTotalParameters(): number };
  readonly tokens: {
    readonly bos: Token | null;
    readonly bosString: string | null;
    readonly eosString: string | null;
    readonly shouldPrependBosToken: boolean;
  };
  readonly fileInfo: { readonly metadata: { readonly tokenizer?: { readonly chat_template?: string } } };
  tokenize(text: string, specialTokens: boolean): readonly Token[];
  detokenize(tokens: readonly Token[]): string;
  createContext(options: {
    readonly contextSize: number;
    readonly sequences: number;
    readonly batchSize: number;
    readonly threads: number;
    /** A model with a sliding window can take back tokens only with it. */
    readonly swaFullCache: boolean;
  }): Promise<{ getSequence(): Sequence }>;
}

/** A text that the model has read. */
export interface Sequence {
  readonly contextTokens: readonly Token[];
  eraseContextTokenRanges(ranges: readonly { readonly start: number; readonly end: number }[]): Promise<void>;
  evaluateWithoutGeneratingNewTokens(tokens: readonly Token[]): Promise<void>;
  /** Reads tokens and says the next ones, until the grammar or the model ends. */
  evaluate(
    tokens: readonly Token[],
    options: {
      readonly temperature: 0;
      readonly tokenBias?: TokenBias;
      readonly grammarEvaluationState?: GrammarState;
    },
  ): AsyncIterable<Token>;
  /** Reads tokens; for the last one, tells how likely the likeliest tokens are as the next, the likeliest first. */
  controlledEvaluate(
    input: readonly (Token | readonly [Token, { readonly generateNext: GenerateNext }])[],
  ): Promise<readonly (undefined | { readonly next: { readonly probabilities?: ReadonlyMap<Token, number> } })[]>;
}

interface GenerateNext {
  readonly probabilities: true;
  /** With `topK` the library sorts and tells so many tokens, and not all of a model's. */
  readonly options: {
    readonly temperature: 1;
    readonly topK: number;
    readonly topP: 1;
    readonly tokenBias: TokenBias;
  };
}

export interface TokenBias {
  set(token: Token, bias: { readonly logit: number }): this;
}

export type Grammar = unknown;
export type GrammarState = unknown;
