/** Code points as sorted, disjoint, inclusive pairs. */
export type Ranges = readonly (readonly [number, number])[];

export const MAX_CODE = 0x10ffff;

/** Sorted, overlapping and touching pairs joined. */
export function normalize(ranges: Ranges): Ranges {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = out.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else out.push([low, high]);
  }
  return out;
}

export function negate(ranges: Ranges): Ranges {
  const out: [number, number][] = [];
  let next = 0;
  for (const [low, high] of normalize(ranges)) {
    if (low > next) out.push([next, low - 1]);
    next = high + 1;
  }
  if (next <= MAX_CODE) out.push([next, MAX_CODE]);
  return out;
}

const KELVIN_SIGN = 0x212a;
const LONG_S = 0x17f;
/** Larger ranges outside ASCII are taken as closed under folding, but for the two letters that fold to ASCII. */
const MAX_FOLDED_RANGE = 4096;

/** All code points that equal `code` when case does not count (simple folding, as Go does it). */
export function foldsOf(code: number): readonly number[] {
  const out = new Set([code]);
  for (const other of [swapCase(code), ...specialFolds(code)]) out.add(other);
  return [...out].sort((a, b) => a - b);
}

/** The class widened by the other case of every letter. */
function foldRanges(ranges: Ranges): Ranges {
  const out: [number, number][] = ranges.map(([low, high]) => [low, high]);
  for (const [low, high] of ranges) {
    for (let code = low; code <= Math.min(high, 0x7f); code++) {
      for (const other of foldsOf(code)) out.push([other, other]);
    }
    const wide = Math.max(low, 0x80);
    if (high - wide <= MAX_FOLDED_RANGE) {
      for (let code = wide; code <= high; code++) {
        for (const other of foldsOf(code)) out.push([other, other]);
      }
    } else {
      for (const code of [KELVIN_SIGN, LONG_S]) {
        if (low <= code && code <= high)
          for (const other of foldsOf(code)) out.push([other, other]);
      }
    }
  }
  return normalize(out);
}

/** One item of a class. Folding comes before negation, as in Go: `(?i)\W` must not match a letter. */
export function classItem(ranges: Ranges, negated: boolean, fold: boolean): Ranges {
  const folded = fold ? foldRanges(ranges) : ranges;
  return negated ? negate(folded) : folded;
}

function swapCase(code: number): number {
  const letter = String.fromCodePoint(code);
  for (const other of [letter.toLowerCase(), letter.toUpperCase()]) {
    // One to one only: "ß" has no simple upper case.
    if (other !== letter && [...other].length === 1) return other.codePointAt(0) ?? code;
  }
  return code;
}

function specialFolds(code: number): readonly number[] {
  if (code === 0x4b || code === 0x6b) return [KELVIN_SIGN];
  if (code === 0x53 || code === 0x73) return [LONG_S];
  if (code === KELVIN_SIGN) return [0x4b, 0x6b];
  if (code === LONG_S) return [0x53, 0x73];
  return [];
}

const pairs = (text: string): Ranges => {
  const out: [number, number][] = [];
  for (let i = 0; i < text.length; i += 2) out.push([text.charCodeAt(i), text.charCodeAt(i + 1)]);
  return normalize(out);
};

export const DIGIT = pairs("09");
export const WORD = pairs("09AZaz__");
/** Go's `\s`: no `\v`, no no-break space. */
export const SPACE = pairs("\t\n\f\r  ");

/** The names between `[:` and `:]`. */
export const POSIX: ReadonlyMap<string, Ranges> = new Map([
  ["alnum", pairs("09AZaz")],
  ["alpha", pairs("AZaz")],
  ["ascii", pairs("\x00\x7f")],
  ["blank", pairs("\t\t  ")],
  ["cntrl", pairs("\x00\x1f\x7f\x7f")],
  ["digit", DIGIT],
  ["graph", pairs("!~")],
  ["lower", pairs("az")],
  ["print", pairs(" ~")],
  ["punct", pairs("!/:@[`{~")],
  ["space", pairs("\t\r  ")],
  ["upper", pairs("AZ")],
  ["word", WORD],
  ["xdigit", pairs("09AFaf")],
]);
