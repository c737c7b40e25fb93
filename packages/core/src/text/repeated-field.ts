import { closingQuote } from "./closing-quote.ts";

/**
 * The first field that an object of a JSON text gives more than once, or `undefined`. `JSON.parse` keeps the last one and
 * says nothing.
 *
 * `text` must be valid JSON: only then is every string before a colon a field.
 */
export function repeatedField(text: string): string | undefined {
  const open: Set<string>[] = [];
  let [start, end] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '"':
        start = at;
        at = closingQuote(text, at);
        end = at + 1;
        break;
      case "{":
        open.push(new Set());
        break;
      case "}":
        open.pop();
        break;
      case ":": {
        const field: string = JSON.parse(text.slice(start, end));
        const fields = open.at(-1);
        if (fields?.has(field) === true) return field;
        fields?.add(field);
      }
    }
  }
  return undefined;
}
