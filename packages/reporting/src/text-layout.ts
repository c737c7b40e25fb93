import { clip, escapeControlCharacters, wrap } from "@assay/core";

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

/** One entry of a list, indented by two. */
export function bullet(text: string, { width }: Page): readonly string[] {
  const [first = "", ...others] = wrap(clip(escapeControlCharacters(text), MAX_TEXT), width, 4);
  return [`  - ${first.trimStart()}`, ...others];
}
