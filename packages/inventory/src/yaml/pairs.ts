import { advance, type Cursor, MAX_DEPTH, noteKey } from "./cursor.ts";
import { continuedText } from "./scalars.ts";
import type { YamlValue } from "./value.ts";

/** A key, and behind it something that is no more than a text and has no comment. */
const PAIR = /([\w/][^\s#:]*): +(?=[^\s'"{}[\]|>&*!%@`#][^\n#]*(?:\n|$))/y;
const PAIR_OF_PAIR =
  /([\w/][^\s#:]*): +\{([\w-]+): (?:'([^'\n]*)'|([\w./+-][\w./+=^~-]*))\}[ \t\r]*(?=\n|$)/y;

/** Reads a key and a text where that is all that the cursor's line holds. One expression is faster than steps, for a run ends before code is compiled. */
export function readPair(cursor: Cursor, entries: Map<string, YamlValue>, indent: number): boolean {
  const { text, at, end, line } = cursor;
  PAIR.lastIndex = at;
  const [whole, key] = PAIR.exec(text) ?? [];
  if (whole === undefined || key === undefined) return false;
  noteKey(cursor, entries, key, line);
  entries.set(key, continuedText(cursor, text.slice(at + whole.length, end), indent));
  return true;
}

/** As `readPair`, where the value is a mapping of one key to a text: `resolution: {integrity: sha512-…}`. */
export function readPairOfPair(
  cursor: Cursor,
  entries: Map<string, YamlValue>,
  depth: number,
): boolean {
  const { text, at, line } = cursor;
  PAIR_OF_PAIR.lastIndex = at;
  const [, key, inner, quoted, plain = ""] = PAIR_OF_PAIR.exec(text) ?? [];
  if (key === undefined || inner === undefined || depth > MAX_DEPTH - 4) return false;
  noteKey(cursor, entries, key, line);
  entries.set(key, { line, entries: new Map([[inner, quoted ?? plain]]) });
  advance(cursor);
  return true;
}
