import { addTokens, NO_TOKENS, type TokenUsage, totalTokens } from "../../trace/tokens.ts";
import { count, type Fields, fields, fieldsOrNull, number } from "../narrow.ts";

/**
 * The disjoint components of a `usage` object; null where it counts nothing. `input_tokens` excludes the cache; what
 * was written to the cache is the sum of its two lifetimes where they are told apart; thinking is inside the output.
 */
export function claudeUsage(value: unknown): TokenUsage | null {
  const usage = fieldsOrNull(value);
  if (usage === null || number(usage.input_tokens) === null || number(usage.output_tokens) === null) return null;
  const output = count(usage.output_tokens);
  const reasoning = Math.min(output, count(fields(usage.output_tokens_details).thinking_tokens));
  return {
    input: count(usage.input_tokens),
    cache_read: count(usage.cache_read_input_tokens),
    cache_write: cacheWrite(usage),
    output: output - reasoning,
    reasoning,
  };
}

function cacheWrite(usage: Fields): number {
  const split = fieldsOrNull(usage.cache_creation);
  if (split === null) return count(usage.cache_creation_input_tokens);
  return count(split.ephemeral_5m_input_tokens) + count(split.ephemeral_1h_input_tokens);
}

/** What was used of each model, by its name; null: of whichever it was. */
export type UsageByModel = ReadonlyMap<string | null, TokenUsage>;

/** What a `cost-state` or `result` record says was billed for the session; null where it says nothing. */
export function billedUsage(record: Fields): UsageByModel | null {
  const models = fieldsOrNull(record.modelUsage);
  return models === null ? null : new Map(Object.entries(models).map(([model, usage]) => [model, modelUsage(usage)]));
}

/**
 * What was used up to a `result` record, of which there was `before` up to the one before it; null where it says
 * nothing. In a session that was resumed `modelUsage` counts on where there is a `result_index` (2.1.300); 2.1.332 tells
 * beside it what is new.
 */
export function resultUsage(record: Fields, before: UsageByModel | null): UsageByModel | null {
  const own = ownUsage(record);
  return own === null ? billedUsage(record) : sumOf(before ?? new Map(), own);
}

/** Whether what a `result` tells was used in the runs before it as well, if the session was resumed. */
export function tellsWhole(record: Fields): boolean {
  return record.result_index !== undefined && ownUsage(record) === null;
}

/** What is new in a `result`; null where it does not tell that. */
function ownUsage(record: Fields): UsageByModel | null {
  return billedUsage({ modelUsage: record.model_usage_since_last_result }) ?? turnUsage(record);
}

function sumOf(a: UsageByModel, b: UsageByModel): UsageByModel {
  const models = new Set([...a.keys(), ...b.keys()]);
  return new Map([...models].map((model) => [model, addTokens(a.get(model) ?? NO_TOKENS, b.get(model) ?? NO_TOKENS)]));
}

/**
 * What was used for one result of a version that tells a `result_index` and not what is new (2.1.300; 2.1.332 saved as
 * `json`): all that was billed where the run resumed nothing, else `usage`, which is without subagents; null where there
 * were some, or of another version.
 */
function turnUsage(record: Fields): UsageByModel | null {
  const usage = claudeUsage(record.usage);
  if (usage === null || record.result_index === undefined) return null;
  const counters = Object.entries(fields(record.modelUsage));
  const isFresh = record.result_index === 0 && counters.length > 0 && counters.every(([, counter]) => isOfRun(counter));
  if (isFresh) return billedUsage(record);
  if (fields(record.subagent_stats).spawned !== 0) return null;
  const used = totalTokens(usage);
  const users = counters.filter(([, counter]) => counters.length === 1 || totalTokens(modelUsage(counter)) === used);
  const [[model] = [null], ...others] = users;
  return new Map(used === 0 ? [] : [[others.length === 0 ? model : null, usage]]);
}

/** Whether a counter began with the run: one that counts on from an earlier run has its members in another order. */
function isOfRun(counter: unknown): boolean {
  return Object.keys(fields(counter))[2] === "cacheReadInputTokens";
}

function modelUsage(value: unknown): TokenUsage {
  const usage = fields(value);
  const output = count(usage.outputTokens);
  const reasoning = Math.min(output, count(usage.thinkingTokens));
  return {
    input: count(usage.inputTokens),
    cache_read: count(usage.cacheReadInputTokens),
    cache_write: count(usage.cacheCreationInputTokens),
    output: output - reasoning,
    reasoning,
  };
}
