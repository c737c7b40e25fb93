/**
 * JSON with the keys of every object sorted by code unit and fields that are `undefined` left out: the same value gives the
 * same bytes, whatever order it was put together in. With `indent`, one field per line and a line break at the end.
 */
export function stableJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(sorted(value), null, indent);
  return indent === undefined ? text : `${text}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
