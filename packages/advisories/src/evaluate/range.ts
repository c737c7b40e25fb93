import type { AffectedRange, RangeEvent } from "../record.ts";

/** Negative, zero or positive; `undefined` where one is no version. */
export type Compare = (a: string, b: string) => number | undefined;

/** Whether one range affects a version, and the event that ends it; a text: why nobody knows. */
export type RangeAnswer =
  | { readonly affected: true; readonly fixed?: string }
  | { readonly affected: false }
  | { readonly unknown: string };

interface Point {
  readonly kind: "introduced" | "fixed" | "lastAffected";
  readonly version: string;
}

/** What is asked: one version, or every version from one up to, and without, another. */
export interface Span {
  readonly from: string;
  readonly to?: string;
}

/** Below everything, pre-releases included. */
const ZERO = "0";

/**
 * Walks the events of a range, https://ossf.github.io/osv-schema/#evaluation. `introduced: "0"` is below every version, and a range
 * that has no other event needs no version that can be read.
 */
export function evaluateRange(
  range: AffectedRange,
  lastKnown: string | undefined,
  { from, to }: Span,
  compare: Compare,
): RangeAnswer {
  const points = pointsOf(range, lastKnown, compare);
  if (typeof points === "string") return { unknown: points };
  const below = limited(range.events, from, compare);
  if (below === undefined) return { unknown: `${from} can't be compared with the range's limit` };
  if (!below) return { affected: false };
  let isAffected = false;
  let fixed: string | undefined;
  for (const { kind, version } of points) {
    if (kind === "introduced" && version === ZERO) {
      isAffected = true;
      continue;
    }
    const order = compare(from, version);
    const end = to === undefined ? -1 : compare(to, version);
    if (order === undefined || end === undefined)
      return { unknown: `${from} can't be compared with ${version}` };
    // The first version that the event changes lies behind the first that is asked for, and before the last.
    const isInside = kind === "lastAffected" ? order <= 0 && end > 0 : order < 0 && end > 0;
    if (isInside) return { unknown: `some versions of ${from} are affected, others not` };
    if (kind === "introduced" ? order >= 0 : kind === "fixed" ? order >= 0 : order > 0)
      isAffected = kind === "introduced";
    else if (kind === "fixed" && fixed === undefined) fixed = version;
  }
  if (!isAffected) return { affected: false };
  return fixed === undefined ? { affected: true } : { affected: true, fixed };
}

function limited(
  events: readonly RangeEvent[],
  version: string,
  compare: Compare,
): boolean | undefined {
  const limits = events.flatMap((event) => ("limit" in event ? [event.limit] : []));
  if (limits.length === 0 || limits.includes("*")) return true;
  const orders = limits.map((limit) => compare(version, limit));
  if (orders.some((order) => order !== undefined && order < 0)) return true;
  return orders.includes(undefined) ? undefined : false;
}

/** Sorted once: a record is compared with many versions. One text for each `lastKnown`, which an entry has one of. */
const sortedPoints = new WeakMap<AffectedRange, readonly Point[] | string>();

function pointsOf(
  range: AffectedRange,
  lastKnown: string | undefined,
  compare: Compare,
): readonly Point[] | string {
  const known = sortedPoints.get(range);
  if (known !== undefined) return known;
  const points = sortPoints(range.events, range.lastKnown ?? lastKnown, compare);
  sortedPoints.set(range, points);
  return points;
}

function sortPoints(
  events: readonly RangeEvent[],
  lastKnown: string | undefined,
  compare: Compare,
): readonly Point[] | string {
  const points = events.flatMap((event): readonly Point[] => {
    if ("introduced" in event) return [{ kind: "introduced", version: event.introduced }];
    if ("fixed" in event) return [{ kind: "fixed", version: event.fixed }];
    return "lastAffected" in event ? [{ kind: "lastAffected", version: event.lastAffected }] : [];
  });
  const kinds = new Set(points.map(({ kind }) => kind));
  if (!kinds.has("introduced")) return "a range has no start";
  if (kinds.has("fixed") && kinds.has("lastAffected"))
    return "a range has both a fixed and a last affected version";
  if (!sortByVersion(points, compare)) return "a range has versions that can't be compared";
  const end = points.at(-1)?.kind === "introduced" ? lastKnownEnd(lastKnown) : undefined;
  if (end === undefined) return points;
  const all = [...points, end];
  return sortByVersion(all, compare) ? all : points;
}

/** By version, `introduced` first at equal ones. `false` where an order is not known. */
function sortByVersion(points: Point[], compare: Compare): boolean {
  let isKnown = true;
  points.sort((a, b) => {
    const [zero, other] = [isZero(a), isZero(b)];
    if (zero || other) return Number(other) - Number(zero);
    const order = compare(a.version, b.version);
    if (order === undefined) isKnown = false;
    return order || Number(b.kind === "introduced") - Number(a.kind === "introduced");
  });
  return isKnown;
}

function isZero({ kind, version }: Point): boolean {
  return kind === "introduced" && version === ZERO;
}

/** GitHub's word for the end of a range without one: `<= 1.2.3`, `< 2.0.0`, `= 1.0`. */
function lastKnownEnd(text: string | undefined): Point | undefined {
  const [, sign, version] = /^\s*(<=?|=)\s*([^\s,]+)\s*$/.exec(text ?? "") ?? [];
  if (version === undefined) return undefined;
  return { kind: sign === "<" ? "fixed" : "lastAffected", version };
}
