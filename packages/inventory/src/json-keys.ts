import { closingQuote } from "@assay/core";

/** One key of an object in a JSON text. */
export type KeyVisitor = (key: string, depth: number, line: number) => void;

const QUOTE = 0x22;

/**
 * Calls `visit` for every object key in `text`, in order, with its depth (1 = a key of the top-level object) and its line
 * (from 1). One pass, no recursion.
 *
 * `text` must be valid JSON: only then is every string before a colon a key.
 */
export function scanJsonKeys(text: string, visit: KeyVisitor): void {
  let line = 1;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x0a:
        line++;
        break;
      case 0x7b: // {
      case 0x5b: // [
        depth++;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth--;
        break;
      case QUOTE: {
        const end = closingQuote(text, at);
        if (isFollowedByColon(text, end)) visit(unquote(text, at, end), depth, line);
        at = end;
        break;
      }
    }
  }
}

function isFollowedByColon(text: string, end: number): boolean {
  let at = end + 1;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return text.charCodeAt(at) === 0x3a;
}

function unquote(text: string, open: number, end: number): string {
  const raw = text.slice(open + 1, end);
  return raw.includes("\\") ? JSON.parse(`"${raw}"`) : raw;
}
