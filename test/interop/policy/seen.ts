/** A place that a tool points at. */
export interface Seen {
  /** Our rule, or the peer's audit. */
  readonly rule: string;
  /** Relative to the checkout. */
  readonly path: string;
  /** Lines from 1, both inclusive, each a part of the finding; none where the file as a whole is meant. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly level: string;
  /** What it says, or the text that it is about. */
  readonly text: string;
  /** Said only to those who ask for what may be wrong: zizmor's other personas, guesses of ours. */
  readonly isExtra: boolean;
}

/** Audits that have one place for a file or one for each job, where ours has the other: compared by file. */
const BY_FILE = new Set([
  "excessive-permissions",
  "dangerous-triggers",
  "concurrency-limits",
  "cache-poisoning",
  "github-env",
  "dependabot-cooldown",
  "use-trusted-publishing",
]);

/** Whether both mean the same place. */
export function isSamePlace(ours: Seen, theirs: Seen): boolean {
  if (ours.path !== theirs.path) return false;
  if (BY_FILE.has(theirs.rule) || ours.ranges.length === 0 || theirs.ranges.length === 0)
    return true;
  return ours.ranges.some(([start, end]) =>
    theirs.ranges.some(([from, to]) => start <= to && from <= end),
  );
}
