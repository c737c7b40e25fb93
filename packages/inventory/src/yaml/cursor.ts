import { UsageError } from "@assay/core";
import type { DuplicateKey } from "./value.ts";

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const HASH = 0x23;

/** Lockfiles have five levels or so. */
export const MAX_DEPTH = 64;

/** The line of content that is looked at, and what was found so far. */
export interface Cursor {
  /** Of the file, for errors. */
  readonly path: string;
  readonly text: string;
  /** 1-based. */
  line: number;
  /** Of the first character of the line's content in `text`. */
  at: number;
  /** Behind the last character of the line that is no blank. */
  end: number;
  /** Columns before the content; -1 behind the last line. */
  indent: number;
  /** Where the next line starts. */
  next: number;
  readonly duplicates: DuplicateKey[];
}

/** Before the first line: `advance` goes to it. */
export function cursorOver(path: string, text: string): Cursor {
  return { path, text, line: 0, at: 0, end: 0, indent: -1, next: 0, duplicates: [] };
}

/** @throws UsageError always. */
export function fail({ path, line }: Cursor, reason: string): never {
  throw new UsageError(`${path} can't be understood from line ${line} on: ${reason}`);
}

/** Looks at a key before it is added. One that merges another mapping into its own means more than it says. */
export function noteKey(
  cursor: Cursor,
  entries: ReadonlyMap<string, unknown>,
  key: string,
  line: number,
): void {
  if (key === "<<") fail(cursor, "no lockfile has a merge key");
  if (entries.has(key)) cursor.duplicates.push({ key, line });
}

/** Goes to the next line that holds more than blanks and a comment. */
export function advance(cursor: Cursor): void {
  while (advanceRaw(cursor)) {
    if (cursor.at === cursor.end) continue;
    const first = cursor.text.charCodeAt(cursor.at);
    if (first === HASH) continue;
    if (first === TAB) fail(cursor, "it is indented with a tab");
    return;
  }
}

/** Goes to the next line, whatever it holds. @returns false where there is none. */
export function advanceRaw(cursor: Cursor): boolean {
  const { text, next } = cursor;
  if (next >= text.length) {
    cursor.at = cursor.end = text.length;
    cursor.indent = -1;
    return false;
  }
  const newline = text.indexOf("\n", next);
  let end = newline < 0 ? text.length : newline;
  let at = next;
  while (at < end && text.charCodeAt(at) === SPACE) at++;
  while (end > at && isBlank(text.charCodeAt(end - 1))) end--;
  cursor.line += 1;
  cursor.indent = at - next;
  cursor.at = at;
  cursor.end = end;
  cursor.next = newline < 0 ? text.length : newline + 1;
  return true;
}

/** Goes to the line that holds the character at `position`, which lies on this line or behind it. */
export function goTo(cursor: Cursor, position: number): void {
  while (position >= cursor.next && advanceRaw(cursor));
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === RETURN || code === NEWLINE;
}

/** Whether a line holds nothing from `at` on but blanks and a comment, which needs a blank before it. */
export function isRestEmpty({ text, end }: Cursor, at: number): boolean {
  let position = at;
  while (position < end && isBlank(text.charCodeAt(position))) position++;
  return position >= end || (text.charCodeAt(position) === HASH && position > at);
}
