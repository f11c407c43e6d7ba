/**
 * The results of `run` for all items, in their order, with at most `jobs` under way, each in a lane of its own, counted
 * from 0. Throws what the first failing one threw.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  jobs: number,
  run: (item: T, lane: number) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  const entries = items.entries();
  let failed = false;
  const work = async (lane: number): Promise<void> => {
    for (const [index, item] of entries) {
      if (failed) return;
      try {
        results.set(index, await run(item, lane));
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(Math.max(1, jobs), items.length) }, (_, lane) => work(lane)));
  return results.entries().toArray().sort(([a], [b]) => a - b).map(([, result]) => result);
}
