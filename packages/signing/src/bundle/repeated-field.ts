/**
 * The first field that an object of a JSON text gives more than once, or `undefined`. `JSON.parse` keeps the last one and
 * tells nothing.
 *
 * `text` must be valid JSON: only then is every string before a colon a field.
 */
export function repeatedField(text: string): string | undefined {
  const open: Set<string>[] = [];
  let last = "";
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}:]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (token !== ":") last = token;
    else {
      const field: string = JSON.parse(last);
      const fields = open.at(-1);
      if (fields?.has(field) === true) return field;
      fields?.add(field);
    }
  }
  return undefined;
}
