/** A star and a question mark inside a segment: neither character can stand in a segment of a path. */
const STAR = "\0";
const ANY = "/";

type Segment = readonly string[];

/** A pattern of a CODEOWNERS file, ready to be matched. */
export interface Pattern {
  /** `undefined` stands for `**`: any number of segments. */
  readonly segments: readonly (Segment | undefined)[];
  /** What is left of the path after a match: nothing, at least one segment, or either. */
  readonly rest: "none" | "some" | "any";
  /** The longest segment without wildcards, which a path must have: most patterns are refused by it at once. */
  readonly literal: string | undefined;
}

/**
 * Compiles a pattern as GitHub reads it: gitignore's rules, but `docs/*` takes files of that folder alone, and there is neither
 * `!` nor `[ ]`. A backslash takes the next character literally. `undefined` for a pattern that can match nothing.
 */
export function compilePattern(text: string): Pattern | undefined {
  const split: string[][] = [[]];
  let escaped = false;
  for (const character of text) {
    const last = split.at(-1) ?? [];
    if (!escaped && character === "\\") {
      escaped = true;
      continue;
    }
    if (character === "/") split.push([]);
    else if (escaped) last.push(character);
    else if (character === "?") last.push(ANY);
    else last.push(character === "*" ? STAR : character);
    escaped = false;
  }
  const isFolder = split.length > 1 && split.at(-1)?.length === 0;
  const anchored = split.length > (isFolder ? 2 : 1);
  const segments = split
    .filter((segment) => segment.length > 0)
    .map((segment) => (isDeep(segment) ? undefined : segment.filter(isFirstStar)))
    .filter((segment, at, all) => segment !== undefined || at === 0 || all[at - 1] !== undefined);
  if (segments.length === 0) return undefined;
  const last = segments.at(-1);
  const isLiteral = (segment: Segment) =>
    segment.every((character) => character !== STAR && character !== ANY);
  const oneLevel = anchored && last?.length === 1 && last[0] === STAR;
  return {
    segments: anchored ? segments : [undefined, ...segments],
    rest: isFolder || (last === undefined && anchored) ? "some" : oneLevel ? "none" : "any",
    literal: segments
      .flatMap((segment) => (segment && isLiteral(segment) ? [segment.join("")] : []))
      .reduce<string | undefined>(
        (longest, each) => ((longest?.length ?? 0) < each.length ? each : longest),
        undefined,
      ),
  };
}

/** `**` and longer runs that fill a segment. */
function isDeep(segment: Segment): boolean {
  return segment.length > 1 && segment.every((character) => character === STAR);
}

function isFirstStar(character: string, at: number, segment: Segment): boolean {
  return character !== STAR || segment[at - 1] !== STAR;
}

/**
 * Whether a pattern takes a file. Costs at most the product of both lengths, whatever stars there are.
 *
 * @param parts Of the path from the root, without a leading slash.
 */
export function matchesPattern(pattern: Pattern, parts: readonly string[]): boolean {
  if (pattern.literal !== undefined && !parts.includes(pattern.literal)) return false;
  /** How many segments of the path can be consumed so far. */
  let ends = new Set([0]);
  for (const segment of pattern.segments) {
    const next = new Set<number>();
    if (segment === undefined) {
      const first = Math.min(...ends);
      for (let end = first; end <= parts.length; end++) next.add(end);
    } else {
      for (const end of ends) {
        const part = parts[end];
        if (part !== undefined && matchesSegment(segment, part)) next.add(end + 1);
      }
    }
    if (next.size === 0) return false;
    ends = next;
  }
  if (pattern.rest === "any") return true;
  if (pattern.rest === "none") return ends.has(parts.length);
  return Math.min(...ends) < parts.length;
}

function matchesSegment(segment: Segment, part: string): boolean {
  const text = [...part];
  if (segment.length > 2 * text.length + 1) return false;
  let s = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const wanted = segment[s];
    if (wanted === STAR) {
      star = s++;
      resume = t;
    } else if (wanted !== undefined && (wanted === ANY || wanted === text[t])) {
      s++;
      t++;
    } else if (star >= 0) {
      s = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (segment[s] === STAR) s++;
  return s === segment.length;
}
