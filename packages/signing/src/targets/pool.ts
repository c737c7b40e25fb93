/**
 * Runs `work` over all items, at most `limit` at once, and begins with no more of them once the signal says stop.
 *
 * @returns The results in the order of the items; those that were not begun are missing.
 */
export async function mapPool<T, R>(
  items: readonly T[],
  limit: number,
  signal: AbortSignal,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: { readonly index: number; readonly result: R }[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (signal.aborted) return;
      results.push({ index, result: await work(item) });
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results.sort((a, b) => a.index - b.index).map(({ result }) => result);
}
