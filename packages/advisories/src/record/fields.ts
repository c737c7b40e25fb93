import { isRecord } from "@assay/core";

/** A string that is not empty and has at most so many characters. */
export function textOf(value: unknown, limit: number): string | undefined {
  return typeof value === "string" && value !== "" && value.length <= limit ? value : undefined;
}

/** The strings of a list that can be taken, and whether all of it could. */
export function textsOf(
  value: unknown,
  count: number,
  limit: number,
): { readonly texts: readonly string[]; readonly isWhole: boolean } {
  if (value === undefined || value === null) return { texts: [], isWhole: true };
  if (!Array.isArray(value)) return { texts: [], isWhole: false };
  const texts = value.slice(0, count).flatMap((each) => textOf(each, limit) ?? []);
  return { texts, isWhole: texts.length === value.length };
}

/** The named values of an object; none where it is no object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** At most so many objects of a list. */
export function objectsOf(
  value: unknown,
  count: number,
): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.slice(0, count).filter(isRecord) : [];
}

/**
 * RFC 3339, where it is an instant that can be: `1-01-01T00:00:00Z` is none, and the year 1 stands for a time that is not known in the
 * Go database's files.
 */
export function instantOf(value: unknown): string | undefined {
  const text = textOf(value, 40);
  return text !== undefined &&
    /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text) &&
    Date.parse(text) > 0
    ? text
    : undefined;
}
