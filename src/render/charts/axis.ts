/**
 * Round numbers from 0 to the largest value, at most about `wanted` steps; a step is 1, 2 or 5 times a power of ten and
 * never less than 1, as only whole things are counted.
 */
export function axisTicks(largest: number, wanted: number): readonly number[] {
  const rough = Math.max(1, largest / wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  return Array.from({ length: Math.floor(largest / step) + 1 }, (_, index) => index * step);
}
