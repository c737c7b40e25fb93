import { clip, escapeControlCharacters } from "@assay/core";

const MAX_LINES = 60;
const MAX_LINE = 2000;

/** The lines of a text to copy, with their indents, and nothing in them that hides. Not yet escaped for any language. */
export function verbatimLines(text: string): readonly string[] {
  const lines = text.replace(/\n$/, "").split(/\r\n|\n/, MAX_LINES + 1);
  const told = lines
    .slice(0, MAX_LINES)
    .map((line) => escapeControlCharacters(clip(line, MAX_LINE)));
  return lines.length > MAX_LINES ? [...told, "…"] : told;
}
