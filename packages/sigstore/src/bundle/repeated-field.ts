/**
 * The first field that an object of a JSON text gives more than once, or `undefined`. `JSON.parse` keeps the last one and
 * says nothing.
 *
 * `text` must be valid JSON: only then is every string before a colon a field. No regular expression: those of V8 run out
 * of stack on a string of many megabytes, which an envelope's payload may be.
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

function closingQuote(text: string, opening: number): number {
  for (let at = opening + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at === -1) return text.length;
    let first = at;
    while (text[first - 1] === "\\") first -= 1;
    // An even number of backslashes in front escape each other.
    if ((at - first) % 2 === 0) return at;
  }
}
