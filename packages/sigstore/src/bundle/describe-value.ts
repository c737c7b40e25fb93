/**
 * A value of foreign JSON in a message. Never its own text conversion: `{"toString": 1}` has none, and a list may be of
 * any length.
 */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" ? `"${value.slice(0, 80)}"` : String(value);
}
