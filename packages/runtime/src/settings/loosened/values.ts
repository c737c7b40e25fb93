import { clip, isRecord } from "@assay/core";

const MAX_SHOWN = 80;
const MAX_ITEMS = 5;

/** Whether two values of a config file say the same; the order of keys does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** The items of a list that another one lacks; an item that stands there twice must be twice in the other. */
export function itemsMissing(
  items: readonly unknown[],
  from: readonly unknown[],
): readonly unknown[] {
  const left = new Map<string, number>();
  for (const item of from) left.set(canonical(item), (left.get(canonical(item)) ?? 0) + 1);
  return items.filter((item) => {
    const amount = left.get(canonical(item)) ?? 0;
    left.set(canonical(item), amount - 1);
    return amount <= 0;
  });
}

/** A value on one short line. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : showItems(value);
  if (isRecord(value)) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return clip(entries.map(([key, part]) => `${key}: ${show(part)}`).join(", "), MAX_SHOWN);
  }
  return clip(String(value).replace(/\s+/g, " "), MAX_SHOWN);
}

export function showItems(items: readonly unknown[]): string {
  const more = items.length - MAX_ITEMS;
  const shown = items
    .slice(0, MAX_ITEMS)
    .map((item) => (isRecord(item) ? `(${show(item)})` : show(item)));
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      isRecord(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? "undefined"
  );
}
