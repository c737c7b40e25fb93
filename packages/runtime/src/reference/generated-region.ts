import { UsageError } from "@assay/core";

const START = "<!-- generated:start -->";
const END = "<!-- generated:end -->";

/**
 * Puts generated text between the two marks of a hand-written page.
 *
 * @param path For the error.
 * @throws UsageError when the page does not have exactly one pair of marks.
 */
export function replaceGenerated(path: string, page: string, text: string): string {
  const [before, rest, ...moreStarts] = page.split(START);
  const [, after, ...moreEnds] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined || moreStarts.length + moreEnds.length > 0) {
    throw new UsageError(`${path} must have one ${START} and after it one ${END}`);
  }
  return `${before}${START}\n\n${text}\n\n${END}${after}`;
}
