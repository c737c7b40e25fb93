import { decodeUtf8, type Fragment } from "../engine/fragment.ts";

/** A sample is enough to distinguish a picture from a text. */
const SAMPLE = 8192;
const MAX_FRAGMENT = 1024 * 1024;
/** A secret that is cut by the end of one fragment is whole in the next one. */
export const OVERLAP = 16 * 1024;
const MARKS = new Map([
  ["\xff\xfe", "utf-16le"],
  ["\xfe\xff", "utf-16be"],
]);

/**
 * The text of some bytes (latin1), or `undefined` when they are no text.
 *
 * UTF-16 with its mark is read as such. Else only bytes with NUL are in doubt: UTF-16 of mostly ASCII is text once its NULs
 * are gone (lines and columns stay right), a stray NUL in a text stays where it is, and everything else is binary.
 */
export function textOf(latin1: string): string | undefined {
  const marked = decodeMarked(latin1);
  if (marked !== undefined) return marked;
  if (!latin1.includes("\0")) return decodeUtf8(latin1);
  const sample = latin1.slice(0, SAMPLE);
  const bare = sample.replaceAll("\0", "");
  const strange = bare.replace(/[\t\n\f\r\x20-\x7e]+/g, "").length;
  if (bare.length === 0 || strange / bare.length > 0.15) return undefined;
  const wide = sample.length - bare.length > sample.length * 0.3;
  return decodeUtf8(
    wide ? latin1.replaceAll("\0", "").replace(/^(?:\xff\xfe|\xfe\xff)/, "") : latin1,
  );
}

/**
 * UTF-16 that begins with its byte order mark. Something else that happens to begin so is no valid UTF-16, or nearly never.
 */
function decodeMarked(latin1: string): string | undefined {
  const encoding = MARKS.get(latin1.slice(0, 2));
  // A hunk ends with the first byte of a line break whose second one is beyond it.
  const whole = latin1.length % 2 === 0 ? latin1 : latin1.slice(0, -1);
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(Buffer.from(whole, "latin1"));
  } catch {
    return undefined;
  }
}

/** Cuts a long text into overlapping fragments of at most a million characters, at ends of lines where there are any. */
export function fragmentsOf<F extends Fragment>(whole: F): readonly (F & Fragment)[] {
  const { text } = whole;
  if (text.length <= MAX_FRAGMENT) return [whole];
  const out: (F & Fragment)[] = [];
  let line = whole.startLine;
  for (let from = 0; from < text.length; ) {
    const to = cut(text, from + MAX_FRAGMENT, from + OVERLAP * 2);
    const lineStart = from === 0 ? 0 : text.lastIndexOf("\n", from - 1) + 1;
    const shift = lineStart === 0 ? (whole.startColumn ?? 0) : 0;
    out.push({
      ...whole,
      text: text.slice(from, to),
      startLine: line,
      startColumn: from - lineStart + shift,
    });
    if (to >= text.length) break;
    const next = cut(text, to - OVERLAP, from + 1);
    for (let at = text.indexOf("\n", from); at >= 0 && at < next; at = text.indexOf("\n", at + 1))
      line += 1;
    from = next;
  }
  return out;
}

/** The last end of a line before `wanted`, but not before `least`. */
function cut(text: string, wanted: number, least: number): number {
  if (wanted >= text.length) return text.length;
  const end = text.lastIndexOf("\n", wanted - 1) + 1;
  return end > least ? end : wanted;
}
