import { groupBy } from "@assay/core";

/** https://packaging.python.org/en/latest/specifications/name-normalization/ */
const NAME = /^[a-z\d](?:[a-z\d._-]*[a-z\d])?$/i;
const MAX_NAME = 256;

/** Whether a package could be called so. */
export function isPackageName(name: string): boolean {
  return name.length <= MAX_NAME && NAME.test(name);
}

/**
 * The one spelling of a name: lower case, runs of `-`, `_` and `.` as one `-`. Lockfiles spell the same package in several ways, and
 * indexes do not tell them apart.
 */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** Entries by their names. */
export function groupByName<T extends { readonly name: string }>(
  entries: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  return groupBy(entries, ({ name }) => name);
}
