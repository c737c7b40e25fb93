import type { CombinedOutcome } from "./run-parts.ts";

/** What is written of two runs of one command: that of the first, and what only the second made. */
export function writtenOf(
  first: CombinedOutcome,
  second: CombinedOutcome | undefined,
): CombinedOutcome {
  if (second === undefined) return first;
  const names = new Set(
    first.results.flatMap(({ artifacts }) => artifacts.map(({ name }) => name)),
  );
  const more = second.results.map((result) => ({
    ...result,
    artifacts: result.artifacts.filter(({ name }) => !names.has(name)),
  }));
  return {
    ...first,
    results: [...first.results, ...more.filter(({ artifacts }) => artifacts.length > 0)],
    failures: [...first.failures, ...second.failures],
    outputs: { ...second.outputs, ...first.outputs },
  };
}
