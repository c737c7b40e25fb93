import { isRecord, UsageError } from "@assay/core";
import { wellFormed } from "../json-bytes.ts";
import { MAX_DEPTH } from "../validate/json-schema.ts";

/**
 * The canonical form of a JSON value (JCS, RFC 8785): the engine's own numbers and texts, keys sorted by UTF-16 code units, no
 * white space.
 *
 * @param value As `JSON.parse` gives it.
 * @throws UsageError for what has none: half of a surrogate pair, a number that no double holds; and when it is nested too deeply.
 */
export function canonicalJson(value: unknown): string {
  const text = written(value, 0);
  if (wellFormed(text) === text) return text;
  throw new UsageError("a text in it has half of a surrogate pair, which has no canonical form");
}

function written(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new UsageError(`it is nested more than ${MAX_DEPTH} levels deep`);
  if (Array.isArray(value)) return `[${value.map((item) => written(item, depth + 1)).join(",")}]`;
  if (isRecord(value)) {
    const fields = Object.keys(value).sort();
    return `{${fields.map((key) => `${JSON.stringify(key)}:${written(value[key], depth + 1)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value))
    throw new UsageError("a number in it is too large for a canonical form");
  return JSON.stringify(value);
}
