import assert from "node:assert/strict";
import { axisTicks } from "../../../src/render/charts/axis.ts";

const TICKS = [
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6]],
  [35, [0, 10, 20, 30]],
  [316, [0, 100, 200, 300]],
  [4000, [0, 1000, 2000, 3000, 4000]],
] as const;

for (const [largest, ticks] of TICKS) {
  Deno.test(`axisTicks() up to ${largest} are ${ticks.join(", ")}`, () =>
    assert.deepEqual(axisTicks(largest, 4), ticks));
}
