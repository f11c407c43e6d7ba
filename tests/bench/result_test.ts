import assert from "node:assert/strict";
import { type BenchRequest, summaryOf } from "../../src/bench/result.ts";

const FACTS = {
  label: "m",
  path: "/m.gguf",
  error: null,
  loadMs: 5,
  model: "m",
  form: "raw",
  agreement: 0.5,
  calls: 0,
  refusals: [],
};

function said(fragment: string, repeat: number, tag: string, latency_ms: number): BenchRequest {
  return { fragment, hash: fragment, repeat, latency_ms, ok: true, tag };
}

Deno.test("summaryOf() counts a fragment as stable where every request got the same word", () => {
  const fragments = ["a", "b", "c", "d"].map((id) => ({ id, hash: id, kind: "prompt" as const }));
  const requests: BenchRequest[] = [
    ...[said("a", 1, "fix", 10), said("a", 2, "fix", 20)],
    ...[said("b", 1, "test", 30), said("b", 2, "add", 40)],
    said("c", 1, "plan", 100),
    { fragment: "c", hash: "c", repeat: 2, latency_ms: 50, ok: false, kind: "invalid output", error: "no word" },
  ];
  const result = summaryOf(FACTS, fragments, requests);
  assert.deepEqual(
    result.fragments.map(({ modal_tag, distinct_tags, exact_stable }) => [modal_tag, distinct_tags, exact_stable]),
    [
      ["fix", 1, true],
      ["add", 2, false],
      ["plan", 1, false],
      [null, 0, false],
    ],
  );
  assert.deepEqual([result.success_count, result.invalid_outputs], [5, 1]);
  assert.deepEqual([result.valid_run_pct, result.exact_stability_pct], [83.3, 25]);
  assert.deepEqual(result.latency_ms, { min: 10, median: 30, p95: 100, max: 100 });
  assert.equal(result.tags_per_second, 20);
});
