/**
 * Breaks text at blanks into lines of at most `width` characters behind `indent` blanks. A word that is longer than a line
 * (a path, a digest) and a command between backticks stay whole, so that they can be copied.
 */
export function wrap(text: string, width: number, indent: number): readonly string[] {
  const room = Math.max(20, width - indent);
  const margin = " ".repeat(indent);
  const lines: string[] = [];
  let line = "";
  for (const [word] of text.matchAll(/(?:`[^`]*`|[^ ])+/g)) {
    if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > room) {
      lines.push(margin + line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push(margin + line);
  return lines;
}

function lengthOf(text: string): number {
  return [...text].length;
}
