import type { TokenUsage } from "../../trace/tokens.ts";
import { count, type Fields, fieldsOrNull } from "../narrow.ts";

/** A usage as Codex counts it: `cached` and `cacheWrite` are inside `input`, `reasoning` inside `output`. */
export interface CodexUsage {
  readonly input: number;
  readonly cached: number;
  readonly cacheWrite: number;
  readonly output: number;
  readonly reasoning: number;
}

/** Reads a usage object under any of the names that its versions used; null where there is none. */
export function codexUsage(value: unknown): CodexUsage | null {
  const usage = fieldsOrNull(value);
  if (usage === null) return null;
  const input = first(usage, ["input_tokens", "prompt_tokens", "input"]);
  const output = first(usage, ["output_tokens", "completion_tokens", "output"]);
  const cached = Math.min(first(usage, ["cached_input_tokens", "cache_read_input_tokens", "cached_tokens"]), input);
  return {
    input,
    cached,
    cacheWrite: Math.min(first(usage, ["cache_write_input_tokens", "cache_write"]), input - cached),
    output,
    reasoning: Math.min(first(usage, ["reasoning_output_tokens", "reasoning_tokens"]), output),
  };
}

function first(usage: Fields, names: readonly string[]): number {
  return count(names.map((name) => usage[name]).find((value) => value !== undefined && value !== null));
}

export function isNothing(usage: CodexUsage): boolean {
  return usage.input === 0 && usage.output === 0;
}

export function sameUsage(a: CodexUsage | null, b: CodexUsage | null): boolean {
  return a !== null && b !== null && usageKey(a) === usageKey(b);
}

/** All five numbers as text. */
export function usageKey(usage: CodexUsage): string {
  return `${usage.input},${usage.cached},${usage.cacheWrite},${usage.output},${usage.reasoning}`;
}

/** What the counter grew by; where it went back (a resume), nothing. */
export function growth(total: CodexUsage, before: CodexUsage | null): CodexUsage {
  if (before === null) return total;
  return {
    input: Math.max(0, total.input - before.input),
    cached: Math.max(0, total.cached - before.cached),
    cacheWrite: Math.max(0, total.cacheWrite - before.cacheWrite),
    output: Math.max(0, total.output - before.output),
    reasoning: Math.max(0, total.reasoning - before.reasoning),
  };
}

/** The disjoint components. */
export function disjoint(usage: CodexUsage): TokenUsage {
  return {
    input: usage.input - usage.cached - usage.cacheWrite,
    cache_read: usage.cached,
    cache_write: usage.cacheWrite,
    output: usage.output - usage.reasoning,
    reasoning: usage.reasoning,
  };
}
