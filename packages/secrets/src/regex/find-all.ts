import { emit } from "./emit.ts";
import { type Branch, splitBranches } from "./preamble.ts";
import type { Node } from "./syntax-tree.ts";

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

/** All matches of an expression, as `findAll`, by the quickest way that its form allows. */
export function createFinder(source: string, root: Node): (text: string) => readonly Span[] {
  const branches = splitBranches(root);
  if (branches === undefined) {
    const regex = new RegExp(source, "g");
    return (text) => findAll(regex, text);
  }
  const searches = branches.map(searchFor);
  return (text) => {
    const out: Span[] = [];
    const next = searches.map((search) => search(text, 0));
    for (;;) {
      // The leftmost; of two that begin together the one that stands first in the expression.
      let best: Span | undefined;
      for (const span of next) {
        if (span !== undefined && (best === undefined || span.start < best.start)) best = span;
      }
      if (best === undefined) return out;
      out.push(best);
      for (let i = 0; i < next.length; i++) {
        const span = next[i];
        if (span !== undefined && span.start < best.end) next[i] = searches[i]?.(text, best.end);
      }
    }
  };
}

/** The leftmost match that begins at an offset or after it. */
type Search = (text: string, from: number) => Span | undefined;

/**
 * Many rules begin with something like `[\w.-]{0,50}?`, which makes every character a place to start from. Being lazy, it takes
 * just what lies before the first place where the rest matches; so the rest is searched alone and the beginning put back:
 * as many characters of the class as there are to the left, up to its limit and to the match before.
 */
function searchFor({ preambles, rest }: Branch): Search {
  const inward = preambles.toReversed();
  const regex = new RegExp(emit(rest), "g");
  return (text, from) => {
    regex.lastIndex = from;
    const match = regex.exec(text);
    if (match === null) return undefined;
    let start = match.index;
    for (const { holds, most } of inward) {
      const least = Math.max(from, start - most);
      while (start > least && holds(text.charCodeAt(start - 1))) start -= 1;
    }
    return { start, end: match.index + match[0].length };
  };
}
