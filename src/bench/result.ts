import type { TagKind } from "../trace/tag.ts";

/** The member names are those of the file that `bench` writes; times are in milliseconds. */
export interface BenchFragment {
  readonly id: string;
  /** 12 hex digits of the text's SHA-256. */
  readonly hash: string;
  readonly kind: TagKind;
  readonly preview?: string;
}

/** One fragment put to a model once. */
export type BenchRequest =
  & { readonly fragment: string; readonly hash: string; readonly repeat: number; readonly latency_ms: number }
  & (
    | { readonly ok: true; readonly tag: string }
    | { readonly ok: false; readonly kind: "invalid output" | "no answer"; readonly error: string }
  );

/** What one fragment got. */
export interface FragmentResult {
  readonly id: string;
  readonly hash: string;
  /** The word that came most often, the first in the alphabet of several; null: none came. */
  readonly modal_tag: string | null;
  readonly distinct_tags: number;
  /** Every request got a word, and the same. */
  readonly exact_stable: boolean;
}

/** What a model gave. */
export interface ModelResult {
  readonly label: string;
  readonly path: string;
  /** Why it was not asked to the end; null: it was. */
  readonly error: string | null;
  /** null: its server never got ready. */
  readonly load_ms: number | null;
  /** What its server says it serves. */
  readonly model: string | null;
  readonly form: string | null;
  /** Share of the labelled set inside the program that it answered acceptably, 0 to 1. */
  readonly agreement: number | null;
  readonly requests: readonly BenchRequest[];
  readonly fragments: readonly FragmentResult[];
  readonly success_count: number;
  readonly invalid_outputs: number;
  /** Percent, 0 to 100, of the requests that were put. */
  readonly valid_run_pct: number;
  /** Percent, 0 to 100, of the fragments. */
  readonly exact_stability_pct: number;
  /** Of requests that got a word; null: none did. */
  readonly latency_ms:
    | { readonly min: number; readonly median: number; readonly p95: number; readonly max: number }
    | null;
  readonly tags_per_second: number | null;
  readonly tagger: {
    readonly requests: number;
    readonly llm_calls: number;
    readonly llm_successes: number;
    /** Answers that were no word, without their text, sorted. */
    readonly failures: readonly string[];
    readonly vocabulary: string;
  };
}

/** What was learnt of a model besides its answers. */
export interface Facts {
  readonly label: string;
  readonly path: string;
  readonly error: string | null;
  readonly loadMs: number | null;
  readonly model: string | null;
  readonly form: string | null;
  readonly agreement: number | null;
  readonly calls: number;
  readonly refusals: readonly string[];
}

/** Counts what a model gave. */
export function summaryOf(
  facts: Facts,
  fragments: readonly BenchFragment[],
  requests: readonly BenchRequest[],
): ModelResult {
  const good = requests.filter((request) => request.ok);
  const latencies = good.map(({ latency_ms }) => latency_ms).toSorted((a, b) => a - b);
  const seconds = requests.reduce((sum, { latency_ms }) => sum + latency_ms, 0) / 1000;
  const results = fragments.map((fragment) => fragmentResult(fragment, requests));
  return {
    label: facts.label,
    path: facts.path,
    error: facts.error,
    load_ms: facts.loadMs,
    model: facts.model,
    form: facts.form,
    agreement: facts.agreement,
    requests,
    fragments: results,
    success_count: good.length,
    invalid_outputs: requests.filter((request) => !request.ok && request.kind === "invalid output").length,
    valid_run_pct: percent(good.length, requests.length),
    exact_stability_pct: percent(results.filter(({ exact_stable }) => exact_stable).length, results.length),
    latency_ms: latencies.length === 0 ? null : {
      min: quantile(latencies, 0),
      median: quantile(latencies, 0.5),
      p95: quantile(latencies, 0.95),
      max: quantile(latencies, 1),
    },
    tags_per_second: seconds === 0 || good.length === 0 ? null : round(good.length / seconds, 2),
    tagger: {
      requests: requests.length,
      llm_calls: facts.calls,
      llm_successes: good.length,
      failures: facts.refusals.toSorted(),
      vocabulary: "work",
    },
  };
}

function fragmentResult({ id, hash }: BenchFragment, requests: readonly BenchRequest[]): FragmentResult {
  const mine = requests.filter(({ fragment }) => fragment === id);
  const counts = Map.groupBy(mine.flatMap((request) => request.ok ? [request.tag] : []), (tag) => tag);
  const ranked = [...counts].sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));
  return {
    id,
    hash,
    modal_tag: ranked[0]?.[0] ?? null,
    distinct_tags: counts.size,
    exact_stable: counts.size === 1 && mine.every(({ ok }) => ok),
  };
}

/** The nearest rank of a sorted list that is not empty. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function percent(count: number, of: number): number {
  return of === 0 ? 0 : round(100 * count / of, 1);
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places));
}
