import type { Difference } from "../compare.ts";
import { CHOICES } from "./choices.ts";
import { EDGES } from "./edges.ts";
import type { Checkout, Explanation } from "./explanation.ts";
import { NAMES } from "./names.ts";
import { UNREAD } from "./unread.ts";
import { VERSIONS } from "./versions.ts";

/** In the order in which they are tried. */
export const EXPLANATIONS = {
  packages: [...CHOICES, ...NAMES, ...VERSIONS, ...UNREAD],
  edges: EDGES,
};

/** The first explanation of a difference; `undefined` where there is none. */
export function explanationOf(difference: Difference, checkout: Checkout): Explanation | undefined {
  const { packages, edges } = EXPLANATIONS;
  return (difference.to === undefined ? packages : edges).find(
    ({ side = difference.side, explains }) =>
      side === difference.side && explains(difference, checkout),
  );
}
