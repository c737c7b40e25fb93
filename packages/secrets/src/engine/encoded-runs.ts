import { ENCODINGS, type Encoding } from "./decode-kinds.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of a text that looks encoded. */
export interface EncodedRun {
  readonly span: Span;
  readonly encoding: Encoding;
  readonly rank: number;
}

/** The encoded parts of a text. One that touches a neighbour of higher precedence is left out: it waits for the next pass. */
export function encodedRuns(text: string): readonly EncodedRun[] {
  const all = findRuns(text);
  const loses = (run: EncodedRun, other: EncodedRun | undefined) =>
    other !== undefined && touches(run.span, other.span) && other.rank < run.rank;
  return all.filter((run, i) => !loses(run, all[i - 1]) && !loses(run, all[i + 1]));
}

/** Also where they only meet. */
export function touches(a: Span, b: Span): boolean {
  return b.start <= a.end && b.end >= a.start;
}

const ANY_ENCODING = new RegExp(ENCODINGS.map(({ source }) => `(${source})`).join("|"), "y");

/** The characters of base64 in both alphabets; those of hex are among them. */
const RUN = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\w/+-]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const MIN_RUN = 16;

/**
 * The same as a search with the joined expression, many times quicker: it is tried only where a match can begin. That is at
 * a percent sign, a backslash, `U+`, and the first character of a run that is long enough, for base64 takes the whole of it.
 */
function findRuns(text: string): readonly EncodedRun[] {
  const out: EncodedRun[] = [];
  let at = 0;
  let percent = indexFrom(text, "%", 0);
  let backslash = indexFrom(text, "\\", 0);
  let codePoint = indexFrom(text, "U+", 0);
  let run = longRun(text, 0);
  for (;;) {
    const start = Math.min(percent, backslash, codePoint, run);
    if (start === Number.POSITIVE_INFINITY) return out;
    ANY_ENCODING.lastIndex = start;
    const found = ANY_ENCODING.exec(text);
    const rank =
      found === null ? -1 : found.findIndex((group, index) => index > 0 && group !== undefined) - 1;
    const encoding = ENCODINGS[rank];
    if (found === null || encoding === undefined) at = start + 1;
    else {
      at = start + found[0].length;
      out.push({ span: { start, end: at }, encoding, rank });
    }
    if (percent < at) percent = indexFrom(text, "%", at);
    if (backslash < at) backslash = indexFrom(text, "\\", at);
    if (codePoint < at) codePoint = indexFrom(text, "U+", at);
    if (run < at) run = longRun(text, at);
  }
}

function indexFrom(text: string, part: string, from: number): number {
  const at = text.indexOf(part, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/**
 * Where the first run of at least `MIN_RUN` characters begins, from `from` on. Probes `MIN_RUN` apart can't step over one, so
 * that most characters of plain text are never looked at.
 */
function longRun(text: string, from: number): number {
  const length = text.length;
  let probe = from + MIN_RUN - 1;
  while (probe < length) {
    if (!isRun(text.charCodeAt(probe))) {
      probe += MIN_RUN;
      continue;
    }
    let start = probe;
    while (start > from && isRun(text.charCodeAt(start - 1))) start -= 1;
    let end = probe + 1;
    while (end < length && end - start < MIN_RUN && isRun(text.charCodeAt(end))) end += 1;
    if (end - start >= MIN_RUN) return start;
    probe = end + MIN_RUN;
  }
  return Number.POSITIVE_INFINITY;
}

function isRun(code: number): boolean {
  return code < 128 && RUN[code] === 1;
}
