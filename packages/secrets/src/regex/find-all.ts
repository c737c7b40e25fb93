import { emit } from "./emit.ts";
import { minLength } from "./length.ts";
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
  const preamble = splitPreamble(root);
  if (preamble === undefined) {
    const regex = new RegExp(source, "g");
    return (text) => findAll(regex, text);
  }
  const { holds, most } = preamble;
  const rest = new RegExp(emit(preamble.rest), "g");
  return (text) => {
    const out: Span[] = [];
    let from = 0;
    rest.lastIndex = 0;
    for (let match = rest.exec(text); match !== null; match = rest.exec(text)) {
      const least = Math.max(from, match.index - most);
      let start = match.index;
      while (start > least && holds(text.charCodeAt(start - 1))) start -= 1;
      from = match.index + match[0].length;
      out.push({ start, end: from });
    }
    return out;
  };
}

/**
 * Many rules begin with something like `[\w.-]{0,50}?`, which makes every character a place to start from. Being lazy, it takes
 * just what lies before the first place where the rest matches; so the rest is searched alone and the beginning put back:
 * as many characters of the class as there are to the left, up to its limit and to the match before.
 */
function splitPreamble(root: Node) {
  if (root.kind !== "concat") return undefined;
  const [first, ...others] = root.nodes;
  if (first?.kind !== "repeat" || first.node.kind !== "class") return undefined;
  const { min, max, lazy } = first;
  const rest: Node = { kind: "concat", nodes: others };
  if (!lazy || min !== 0 || max === Number.POSITIVE_INFINITY || minLength(rest) === 0)
    return undefined;
  const { ranges } = first.node;
  if (ranges.some(([, high]) => high > 0xffff)) return undefined;
  const ascii = Uint8Array.from({ length: 128 }, (_, code) =>
    ranges.some(([low, high]) => low <= code && code <= high) ? 1 : 0,
  );
  const holds = (code: number) =>
    code < 128 ? ascii[code] === 1 : ranges.some(([low, high]) => low <= code && code <= high);
  return { holds, most: max, rest };
}
