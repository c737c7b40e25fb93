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
const [PERCENT, BACKSLASH, LETTER_U, PLUS] = [0x25, 0x5c, 0x55, 0x2b];

/**
 * The same as a search with the joined expression, many times quicker: it is tried only where a match can begin. That is at
 * a percent sign, a backslash, `U+`, and the first character of a run that is long enough, for base64 takes the whole of it.
 */
function findRuns(text: string): readonly EncodedRun[] {
  const out: EncodedRun[] = [];
  const length = text.length;
  let at = 0;
  /** Takes the match at `start`, if there is one. */
  const take = (start: number): boolean => {
    ANY_ENCODING.lastIndex = start;
    const found = ANY_ENCODING.exec(text);
    if (found === null) return false;
    const rank = found.findIndex((group, index) => index > 0 && group !== undefined) - 1;
    const encoding = ENCODINGS[rank];
    if (encoding === undefined) return false;
    at = start + found[0].length;
    out.push({ span: { start, end: at }, encoding, rank });
    return true;
  };
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === PERCENT || code === BACKSLASH) {
      if (!take(at)) at += 1;
    } else if (code < 128 && RUN[code] === 1) {
      const end = endOfRun(text, at);
      if (end - at >= MIN_RUN && take(at)) continue;
      if (!takeCodePoint(text, at, end, take)) at = end;
    } else at += 1;
  }
  return out;
}

function endOfRun(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code >= 128 || RUN[code] !== 1) break;
  }
  return end;
}

/** `U+0061` is made of characters of a run too, and may begin inside of a short one. */
function takeCodePoint(
  text: string,
  start: number,
  end: number,
  take: (start: number) => boolean,
): boolean {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === LETTER_U && text.charCodeAt(at + 1) === PLUS && take(at))
      return true;
  }
  return false;
}
