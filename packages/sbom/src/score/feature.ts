import type { SbomComponent } from "../model.ts";
import { labelOf } from "../names.ts";
import type { Facts } from "./facts.ts";

export interface Evaluation {
  /** 0 to 10. */
  readonly score: number;
  /** The format or the document gives no way to judge it: it counts for nothing. */
  readonly ignored?: boolean;
  /** Why it can't be had yet, as a clause. */
  readonly note?: string;
  /** Of how many components something is missing, and the names of the first. */
  readonly missing?: {
    readonly count: number;
    readonly of: number;
    readonly first: readonly string[];
  };
}

export interface Category {
  readonly name: string;
  readonly weight: number;
  readonly features: readonly Feature[];
}

export interface Feature {
  readonly id: string;
  /** Of its category; 1 in a profile. */
  readonly weight: number;
  /** What to do to gain what is missing. */
  readonly advice: string;
  readonly evaluate: (facts: Facts) => Evaluation;
}

const FIRST = 3;
/** A note. */
export const NO_FIELD = "SPDX has no field for it";

export const FULL: Evaluation = { score: 10 };
export const NONE: Evaluation = { score: 0 };
export const IGNORED: Evaluation = { score: 0, ignored: true };

export function when(holds: boolean | undefined): Evaluation {
  return holds === true ? FULL : NONE;
}

type Test = (component: SbomComponent, facts: Facts) => boolean;

/** The share of components that have something: never 10 while one lacks it. Without components there is nothing to judge. */
export function share(test: Test, { capped = true } = {}): Feature["evaluate"] {
  return (facts) => shareOf(facts, facts.all, test, capped);
}

export function shareOf(
  facts: Facts,
  components: readonly SbomComponent[],
  test: Test,
  capped = true,
): Evaluation {
  const of = components.length;
  if (of === 0) return IGNORED;
  const lacking = components.filter((each) => !test(each, facts));
  const score = (10 * (of - lacking.length)) / of;
  if (lacking.length === 0) return FULL;
  return {
    score: capped ? Math.min(score, 9.9) : score,
    missing: { count: lacking.length, of, first: lacking.slice(0, FIRST).map(labelOf) },
  };
}

/** All or nothing: one component without it is enough for 0. */
export function every(test: Test): Feature["evaluate"] {
  return (facts) => {
    const shared = shareOf(facts, facts.all, test);
    return shared.score === 10 ? FULL : { ...shared, score: 0, ignored: false };
  };
}

/** Counted in the document as it is written, for the model fills it where it is missing. */
export function shareWith(field: string): Feature["evaluate"] {
  return ({ all, countWith }) => {
    const of = all.length;
    if (of === 0) return IGNORED;
    const count = Math.max(of - countWith(field), 0);
    return count === 0
      ? FULL
      : { score: Math.min((10 * (of - count)) / of, 9.9), missing: { count, of, first: [] } };
  };
}

export const feature = (
  id: string,
  weight: number,
  advice: string,
  evaluate: Feature["evaluate"],
): Feature => ({ id, weight, advice, evaluate });
