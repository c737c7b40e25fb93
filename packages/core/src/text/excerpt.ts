import type { Excerpt } from "../findings/finding.ts";
import { escapeControlCharacters } from "./escaping.ts";
import { maskSecrets } from "./mask-secrets.ts";

/** UTF-16 code units of a quoted line. */
export const EXCERPT_LIMIT = 200;

const WORD = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:,[\]{}#"']+)/;

/**
 * A line of source as reports quote it: what can't be seen is spelled out, what looks like a credential is masked, and of a long
 * line there is only the part around the mark.
 *
 * @param from The column at which the mark begins, from 1 in UTF-16 code units; without it nothing is marked.
 * @param to The column behind the mark; without it the mark is under the word or quoted text that begins at `from`.
 */
export function excerptOf(line: string, from?: number, to?: number): Excerpt {
  const start = from === undefined ? 0 : clamp(from - 1, 0, line.length);
  const end =
    from === undefined
      ? 0
      : clamp(to === undefined ? wordEnd(line, start) : to - 1, start, line.length);
  // A minified file is one line of megabytes: only what can be shown is worked on. Credentials may begin a little before that.
  const first = Math.max(0, start - 4 * EXCERPT_LIMIT);
  const last = Math.min(line.length, Math.max(end, start) + 2 * EXCERPT_LIMIT);
  const piece = maskSecrets(line.slice(first, last));
  const before = escapeControlCharacters(piece.slice(0, start - first));
  const marked = escapeControlCharacters(piece.slice(start - first, end - first));
  const after = escapeControlCharacters(piece.slice(end - first)).trimEnd();
  const whole = {
    text: before + marked + after,
    markStart: before.length,
    markEnd: before.length + marked.length,
  };
  return narrowExcerpt(first > 0 ? shifted(whole) : whole, EXCERPT_LIMIT);
}

function wordEnd(line: string, start: number): number {
  const word = WORD.exec(line.slice(start, start + EXCERPT_LIMIT))?.[0] ?? "";
  return start + Math.max(1, word.length);
}

/** The excerpt within `limit` code units: the mark stays, and an ellipsis stands where something was cut. */
export function narrowExcerpt(excerpt: Excerpt, limit: number): Excerpt {
  const { text, markStart, markEnd } = excerpt;
  if (text.length <= limit) return excerpt;
  const mark = Math.min(markEnd - markStart, limit - 2);
  const from = Math.max(
    0,
    Math.min(markStart - Math.floor((limit - mark) / 2), text.length - limit),
  );
  const start = from === 0 ? 0 : boundary(text, from + 1);
  const end = boundary(
    text,
    Math.min(text.length, from + limit - (from + limit < text.length ? 1 : 0)),
  );
  const head = start === 0 ? "" : "…";
  const tail = end === text.length ? "" : "…";
  const place = (offset: number) => clamp(offset - start, 0, end - start) + head.length;
  return {
    text: head + text.slice(start, end) + tail,
    markStart: markEnd === 0 ? 0 : place(markStart),
    markEnd: markEnd === 0 ? 0 : place(markEnd),
  };
}

/** Says that there is more before it. */
function shifted({ text, markStart, markEnd }: Excerpt): Excerpt {
  return { text: `…${text}`, markStart: markStart + 1, markEnd: markEnd + 1 };
}

/** Not inside of a character of two code units. */
function boundary(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), least), most) : least;
}
