import { clip } from "./clip.ts";
import { visible } from "./escaping.ts";

/** Texts of findings longer than this are cut. */
export const MAX_TEXT = 1000;

/** What text is written on. */
export interface Page {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

/** Paints a piece of text for a terminal, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** SGR codes of ECMA-48. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;
export type Style = keyof typeof STYLES;

export const plainPaint: Paint = (_style, text) => text;

export const colourPaint: Paint = (style, text) => {
  const [on, off] = STYLES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
};

/**
 * Breaks text at blanks into lines of at most `width` characters behind `indent` blanks. A word that is longer than a line
 * (a path, a digest) stays whole, so that it can be copied.
 */
export function wrap(text: string, width: number, indent: number): readonly string[] {
  const room = Math.max(20, width - indent);
  const margin = " ".repeat(indent);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (word === "") continue;
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

/** One entry of a list, indented by two. */
export function bullet(text: string, { width }: Page): readonly string[] {
  const [first = "", ...others] = wrap(clip(visible(text), MAX_TEXT), width, 4);
  return [`  - ${first.trimStart()}`, ...others];
}

function lengthOf(text: string): number {
  return [...text].length;
}
