import type { Hunk } from "@assay/git";
import { OVERLAP } from "./text.ts";

/** Called with every hunk of every file in turn, in the order of the diff. */
export type HunkJoiner = (
  file: string,
  hunk: Hunk,
) => { readonly addedText: string; readonly startColumn: number };

/**
 * A line of many megabytes comes in several hunks. Each gets the end of the one before, so that a secret on the cut is whole in
 * one of them. Columns count bytes there: nobody looks for the character of such a line.
 */
export function joinedHunks(): HunkJoiner {
  let carried = { file: "", tail: "", column: 0 };
  return (file, { addedText, cut }) => {
    const { tail, column } = carried.file === file ? carried : { tail: "", column: 0 };
    if (cut === true) {
      const lineStart = addedText.lastIndexOf("\n") + 1;
      const before = lineStart === 0 ? column + tail.length : 0;
      const end = addedText.slice(lineStart).slice(-OVERLAP);
      carried = { file, tail: end, column: before + addedText.length - lineStart - end.length };
    } else carried = { file: "", tail: "", column: 0 };
    return { addedText: tail + addedText, startColumn: column };
  };
}
