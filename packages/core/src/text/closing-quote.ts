/**
 * Where a string of a JSON text ends: the offset of its closing quote, the length of the text where there is none. Without a regular
 * expression: those of V8 run out of stack on a string of many megabytes.
 *
 * @param open The offset of its opening quote.
 */
export function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let first = at;
    while (text[first - 1] === "\\") first -= 1;
    // An even number of backslashes in front escape each other.
    if ((at - first) % 2 === 0) return at;
  }
  return text.length;
}
