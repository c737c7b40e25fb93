import type { Difference } from "./compare.ts";

/** Why a difference is no error of ours. */
export interface Explanation {
  readonly id: string;
  readonly side: Difference["side"];
  /** The audit or rule that it is about. */
  readonly rule: string;
  /** `theirs`: the peer is wrong or looks at less; `choice`: both can be defended, and ours is on purpose. */
  readonly verdict: "theirs" | "choice";
  /** For `docs/accuracy.md`. */
  readonly sentence: string;
  /** Every difference of that rule where it is not given. */
  explains?(difference: Difference): boolean;
}

/** In the order in which they are tried. */
export const EXPLANATIONS: readonly Explanation[] = [];

export function explanationOf(difference: Difference): Explanation | undefined {
  return EXPLANATIONS.find(
    ({ side, rule, explains = () => true }) =>
      side === difference.side && rule === difference.seen.rule && explains(difference),
  );
}
