import { isRecord } from "@assay/core";

/** What stands between the members of a list or a table, and behind a key. */
type Separators = readonly [member: string, key: string];

/**
 * JSON as Python's `json.dumps(…, sort_keys=True)` writes it, over which tools hash their manifests; `undefined` for what is written
 * in more than one way: dates, and numbers that are not whole.
 */
export function pythonJson(
  value: unknown,
  separators: Separators = [", ", ": "],
): string | undefined {
  if (typeof value === "string") return asciiString(value);
  if (typeof value === "boolean" || value === null) return String(value);
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
  const [comma, colon] = separators;
  if (Array.isArray(value))
    return joined(
      value.map((each) => pythonJson(each, separators)),
      "[",
      comma,
      "]",
    );
  if (!isRecord(value) || value instanceof Date) return undefined;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => {
      const text = pythonJson(member, separators);
      return text === undefined ? undefined : `${asciiString(key)}${colon}${text}`;
    });
  return joined(members, "{", comma, "}");
}

function joined(
  parts: readonly (string | undefined)[],
  open: string,
  comma: string,
  close: string,
) {
  return parts.includes(undefined) ? undefined : `${open}${parts.join(comma)}${close}`;
}

function asciiString(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
