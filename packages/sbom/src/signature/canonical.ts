import { isRecord, UsageError } from "@assay/core";
import { MAX_DEPTH, wellFormed } from "../json-bytes.ts";

/** Characters that are gathered before they become bytes: a document may have many megabytes. */
const CHUNK = 1 << 16;

/**
 * The canonical form of a JSON value (JCS, RFC 8785) in UTF-8: the engine's own numbers and texts, keys sorted by UTF-16 code
 * units, no white space.
 *
 * @param value As `JSON.parse` gives it.
 * @throws UsageError for what has none: half of a surrogate pair, a number that no double holds; and when it is nested too deeply.
 */
export function canonicalJson(value: unknown): Buffer {
  const chunks: Buffer[] = [];
  let text = "";
  const flush = () => {
    if (wellFormed(text) !== text)
      throw new UsageError(
        "a text in it has half of a surrogate pair, which has no canonical form",
      );
    chunks.push(Buffer.from(text));
    text = "";
  };
  write(value, 0, (piece) => {
    text += piece;
    if (text.length > CHUNK) flush();
  });
  flush();
  return Buffer.concat(chunks);
}

function write(value: unknown, depth: number, add: (piece: string) => void): void {
  if (depth > MAX_DEPTH) throw new UsageError(`it is nested more than ${MAX_DEPTH} levels deep`);
  if (typeof value === "number" && !Number.isFinite(value))
    throw new UsageError("a number in it is too large for a canonical form");
  const isList = Array.isArray(value);
  if (!isList && !isRecord(value)) {
    add(JSON.stringify(value));
    return;
  }
  let separator = isList ? "[" : "{";
  for (const key of isList ? value.keys() : Object.keys(value).sort()) {
    add(isList ? separator : `${separator}${JSON.stringify(key)}:`);
    write((value as Readonly<Record<string | number, unknown>>)[key], depth + 1, add);
    separator = ",";
  }
  const isEmpty = separator !== ",";
  add(`${isEmpty ? separator : ""}${isList ? "]" : "}"}`);
}
