import type { Location } from "../findings/finding.ts";
import { narrowExcerpt } from "./excerpt.ts";

/** Characters that take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/**
 * The quoted line behind its number, and below it the mark, within a width: what a compiler prints of a place. None where the place
 * has no excerpt.
 *
 * ```
 * 12 | const key = "AKIA****";
 *    |              ^^^^^^^^
 * ```
 */
export function sourceLines(
  { startLine, excerpt }: Location,
  width: number = Number.POSITIVE_INFINITY,
): readonly string[] {
  if (excerpt === undefined) return [];
  const number = String(startLine ?? "");
  const room = Math.max(30, width - number.length - 3);
  const { text, markStart, markEnd } = narrowExcerpt(excerpt, room);
  const quoted = `${number} | ${text}`;
  if (markEnd <= markStart) return [quoted];
  const before = " ".repeat(columnsOf(text.slice(0, markStart)));
  const mark = "^".repeat(Math.max(1, columnsOf(text.slice(markStart, markEnd))));
  return [quoted, `${" ".repeat(number.length)} | ${before}${mark}`];
}

function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
