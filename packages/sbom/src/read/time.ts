import type { Fields } from "./fields.ts";

/** A time of RFC 3339 as `2026-01-31T12:00:00Z`; what is none stays unread. */
export function readTime(fields: Fields, key: string): string | undefined {
  const text = fields.peek(key);
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return undefined;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return undefined;
  fields.skip(key);
  return time.toISOString().replace(/\.\d{3}Z$/, "Z");
}
