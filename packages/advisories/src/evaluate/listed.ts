import type { Compare, Span } from "./range.ts";

/**
 * Whether a version is one of a list: the same text or equal in its order (`1.0` and `1.0.0`). `some` where a span holds one of them and
 * is not named itself.
 */
export function isListed(
  { from, to }: Span,
  versions: readonly string[],
  compare: Compare,
): boolean | "some" {
  if (versions.includes(from)) return true;
  const number = to === undefined ? firstNumber(from) : undefined;
  let isSome = false;
  for (const version of versions) {
    // Most of a long list differ in what is cheap to compare.
    if (number !== undefined && (firstNumber(version) ?? number) !== number) continue;
    const order = compare(from, version);
    if (order === 0) return true;
    if (to !== undefined && order !== undefined && order < 0)
      isSome ||= (compare(to, version) ?? 0) > 0;
  }
  return isSome ? "some" : false;
}

/** Equal versions have equal first numbers, but for an epoch. */
function firstNumber(version: string): string | undefined {
  return /[!:]/.test(version) ? undefined : /^\D*?0*(\d+)(?!\d)/.exec(version)?.[1];
}
