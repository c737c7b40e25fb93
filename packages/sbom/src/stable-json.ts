/**
 * JSON text with the keys of every object sorted by code unit, one field per line, and fields that are `undefined` left out:
 * the same value gives the same bytes, whatever order it was put together in.
 */
export function stableJson(value: unknown): string {
  return `${write(value, "\n")}\n`;
}

/** A text field of the top-level object that is known only once the rest of the text is. */
export interface DerivedField {
  readonly name: string;
  /** Takes the place of the value in the text that `derive` gets. */
  readonly placeholder: string;
  derive(text: string): string;
}

/** `stableJson` of an object with one more field, whose value is made from the text of all others. */
export function stableJsonWith(
  content: Readonly<Record<string, unknown>>,
  { name, placeholder, derive }: DerivedField,
): string {
  const text = stableJson({ ...content, [name]: placeholder });
  // A line break never stands in a JSON string: only the field itself begins like this.
  const before = `\n  ${JSON.stringify(name)}: `;
  const at = text.indexOf(before) + before.length;
  const after = at + JSON.stringify(placeholder).length;
  return text.slice(0, at) + JSON.stringify(derive(text)) + text.slice(after);
}

function write(value: unknown, lineBreak: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${lineBreak}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    return `[${inner}${value.map((item) => write(item, inner)).join(`,${inner}`)}${lineBreak}]`;
  }
  const fields: string[] = [];
  for (const [key, field] of Object.entries(value).sort(byKey)) {
    if (field !== undefined) fields.push(`${JSON.stringify(key)}: ${write(field, inner)}`);
  }
  return fields.length === 0 ? "{}" : `{${inner}${fields.join(`,${inner}`)}${lineBreak}}`;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
