/** One match: UTF-16 offsets, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * All matches that do not overlap, leftmost first, as Go's `FindAllStringIndex`: an empty match that touches the match
 * before it is left out.
 *
 * @param regex must have the flag `g` and no `y`.
 */
export function findAll(regex: RegExp, text: string): readonly Span[] {
  const out: Span[] = [];
  let previousEnd = -1;
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (end === start) {
      regex.lastIndex = end + 1;
      if (start === previousEnd) continue;
    }
    previousEnd = end;
    out.push({ start, end });
  }
  return out;
}
