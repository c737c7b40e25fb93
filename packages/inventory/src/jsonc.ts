const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const STAR = 0x2a;
const COMMA = 0x2c;

/**
 * JSON with comments and with commas before closing brackets, as plain JSON: what is too much becomes blanks, so that every
 * character keeps its place and every line its number. Text that is broken stays broken.
 */
export function plainJson(text: string): string {
  return withoutLastCommas(withoutComments(text));
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at);
    if (code !== SLASH) continue;
    const end = commentEnd(text, at);
    if (end === undefined) continue;
    parts.push(text.slice(done, at), text.slice(at, end).replace(/[^\r\n]/g, " "));
    done = end;
    at = end - 1;
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(done);
}

function withoutLastCommas(text: string): string {
  const parts: string[] = [];
  let done = 0;
  let comma = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20) continue;
    if (comma >= 0 && (code === 0x7d || code === 0x5d)) {
      parts.push(text.slice(done, comma), " ");
      done = comma + 1;
    }
    comma = code === COMMA ? at : -1;
    if (code === QUOTE) at = closingQuote(text, at);
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(done);
}

/** Where the comment ends that starts at `at`; `undefined` where none does. */
function commentEnd(text: string, at: number): number | undefined {
  const second = text.charCodeAt(at + 1);
  if (second === SLASH) {
    const newline = text.indexOf("\n", at);
    return newline < 0 ? text.length : newline;
  }
  if (second !== STAR) return undefined;
  const close = text.indexOf("*/", at + 2);
  return close < 0 ? undefined : close + 2;
}

function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0) {
    let backslashes = 0;
    while (text.charCodeAt(close - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return close;
    close = text.indexOf('"', close + 1);
  }
  return text.length;
}
