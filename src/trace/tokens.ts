/** Token counts of one LLM call: disjoint components whose sum is what the provider counted (contract §3). */

/** The components, in the order in which reports list them: the value of the frame `kind:`. */
export const TOKEN_KINDS = ["input", "cache_read", "cache_write", "output", "reasoning"] as const;
export type TokenKind = typeof TOKEN_KINDS[number];

/** Tokens by component. `input` is uncached; `output` is without `reasoning`. */
export type TokenUsage = Readonly<Record<TokenKind, number>>;

export const NO_TOKENS: TokenUsage = { input: 0, cache_read: 0, cache_write: 0, output: 0, reasoning: 0 };

/** What the provider counted for the call. */
export function totalTokens(usage: TokenUsage): number {
  return TOKEN_KINDS.reduce((sum, kind) => sum + usage[kind], 0);
}

/** Of two usages of one call the larger, of equal ones the first: the last line of a stream has the final one. */
export function largerUsage(a: TokenUsage | null, b: TokenUsage | null): TokenUsage | null {
  if (a === null || b === null) return a ?? b;
  return totalTokens(b) > totalTokens(a) ? b : a;
}

/** Component by component. */
export function addTokens(a: TokenUsage, b: TokenUsage): TokenUsage {
  return {
    input: a.input + b.input,
    cache_read: a.cache_read + b.cache_read,
    cache_write: a.cache_write + b.cache_write,
    output: a.output + b.output,
    reasoning: a.reasoning + b.reasoning,
  };
}
