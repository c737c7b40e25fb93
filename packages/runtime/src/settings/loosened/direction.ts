import type { Loosening } from "@assay/core";
import { itemsMissing, sameValue, show, showItems } from "./values.ts";

/** What of one key is less strict, as text for people; `undefined` where nothing is. */
export interface Difference {
  readonly before: string;
  readonly after: string;
  /** As a clause: "`licenses.allow` gains GPL-3.0-only". */
  readonly what: string;
}

/**
 * Whether a value is less strict than it was. What a value's type or the order of its choices leaves open counts as less
 * strict.
 *
 * @param before `undefined` where the base does not say it and it has no default.
 */
export function loosenedBy(
  key: string,
  before: unknown,
  after: unknown,
  loosening: Loosening,
): Difference | undefined {
  if (loosening === "none" || sameValue(before, after)) return undefined;
  const changed: Difference = {
    before: show(before),
    after: show(after),
    what: `\`${key}\` changes from ${show(before)} to ${show(after)}`,
  };
  if (loosening === "added" || loosening === "removed") {
    const [old, now] = [listOf(before), listOf(after)];
    // Without a list on the base side nobody knows what a shorter one leaves out.
    if (old === undefined || now === undefined || (loosening === "removed" && before === undefined))
      return changed;
    const gone = loosening === "added" ? itemsMissing(now, old) : itemsMissing(old, now);
    if (gone.length === 0) return undefined;
    const verb = loosening === "added" ? "gains" : "loses";
    return { ...changed, what: `\`${key}\` ${verb} ${showItems(gone)}` };
  }
  if (loosening === "lower") {
    const isStricter = typeof before === "number" && typeof after === "number" && after > before;
    return isStricter ? undefined : changed;
  }
  if (loosening === "off") return after === true ? undefined : changed;
  if (loosening === "any") return changed;
  const [from, to] = [before, after].map((value) => loosening.toward.indexOf(String(value)));
  const isStricter = from !== undefined && to !== undefined && to >= 0 && to < from;
  return isStricter ? undefined : changed;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : undefined;
}
