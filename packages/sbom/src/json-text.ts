/**
 * JSON text that is put together from the inside out, two spaces a level, as `JSON.stringify(value, null, 2)` would write it.
 *
 * Building the text of a document takes less time than building its objects, sorting their keys and serialising them.
 * The order of members is the caller's; the tests hold it against a writer that sorts.
 */

const BREAKS = Array.from({ length: 12 }, (_, level) => `\n${"  ".repeat(level)}`);

/** A string value, quoted and escaped. */
export function string(text: string): string {
  return JSON.stringify(text.isWellFormed() ? text : text.toWellFormed());
}

/** A member of an object; `undefined` for a value that is not there. `value` is JSON text, `name` needs no escaping. */
export function member(name: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `"${name}": ${value}`;
}

/** A member with a string value. */
export function stringMember(name: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `"${name}": ${string(text)}`;
}

/**
 * An object whose braces stand at `level`; members that are `undefined` are left out.
 *
 * @param level Of the line that the object begins in, 0 for the whole text.
 */
export function object(level: number, members: readonly (string | undefined)[]): string {
  return enclose(level, "{", members, "}");
}

/** A list whose brackets stand at `level`; the items are JSON text. */
export function list(level: number, items: readonly string[]): string {
  return enclose(level, "[", items, "]");
}

/** A list that is left out where it is empty. */
export function listOrNothing(level: number, items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : list(level, items);
}

function enclose(
  level: number,
  open: string,
  parts: readonly (string | undefined)[],
  close: string,
): string {
  const lineBreak = BREAKS[level + 1] ?? "";
  let text = open;
  for (const part of parts) {
    if (part === undefined) continue;
    text += text.length === 1 ? lineBreak + part : `,${lineBreak}${part}`;
  }
  return text.length === 1 ? open + close : text + (BREAKS[level] ?? "") + close;
}
