import { type Cursor, fail, goTo, isBlank, noteKey } from "./cursor.ts";
import { quotedText } from "./scalars.ts";
import type { YamlValue } from "./value.ts";

const MAX_DEPTH = 64;
const PLAIN = /[^\n,[\]{}#:]*/y;

interface Read {
  readonly value: YamlValue;
  /** Where the text goes on. */
  readonly after: number;
}

/** A value in flow style that starts at `start`: `{a: b}`, `[a, b]`, a text. The cursor goes to the line where it ends. */
export function flowValue(cursor: Cursor, start: number, line: number, depth: number): Read {
  if (depth > MAX_DEPTH) fail(cursor, "it is nested too deeply");
  switch (cursor.text[start]) {
    case "{":
      return flowMap(cursor, start, line, depth);
    case "[":
      return flowList(cursor, start, line, depth);
    case '"':
    case "'": {
      const { text, after } = quotedText(cursor, start);
      return { value: text, after };
    }
    default: {
      const { text, after } = plain(cursor, start);
      return { value: text, after };
    }
  }
}

function flowMap(cursor: Cursor, open: number, line: number, depth: number): Read {
  const entries = new Map<string, YamlValue>();
  let at = skip(cursor, open + 1);
  while (cursor.text[at] !== "}") {
    const { key, after } = flowKey(cursor, at);
    noteKey(cursor, entries, key, cursor.line);
    at = skip(cursor, after);
    if (cursor.text[at] === ":") {
      at = skip(cursor, at + 1);
      if (isEnd(cursor.text[at])) entries.set(key, null);
      else {
        const read = flowValue(cursor, at, line, depth + 1);
        entries.set(key, read.value);
        at = skip(cursor, read.after);
      }
    } else entries.set(key, null);
    at = next(cursor, at, "}");
  }
  return { value: { line, entries }, after: at + 1 };
}

function flowKey(cursor: Cursor, start: number): { readonly key: string; readonly after: number } {
  const first = cursor.text[start];
  if (first === "{" || first === "[") fail(cursor, "a key is no text");
  const isQuoted = first === '"' || first === "'";
  const { text: key, after } = isQuoted ? quotedText(cursor, start) : plain(cursor, start);
  return { key, after };
}

function flowList(cursor: Cursor, open: number, line: number, depth: number): Read {
  const items: YamlValue[] = [];
  let at = skip(cursor, open + 1);
  while (cursor.text[at] !== "]") {
    const { value, after } = flowValue(cursor, at, line, depth + 1);
    items.push(value);
    at = next(cursor, skip(cursor, after), "]");
  }
  return { value: items, after: at + 1 };
}

/** Behind a comma, or at the end. */
function next(cursor: Cursor, at: number, close: string): number {
  const found = cursor.text[at];
  if (found === ",") return skip(cursor, at + 1);
  if (found !== close) fail(cursor, `${close} is missing`);
  return at;
}

function isEnd(character: string | undefined): boolean {
  return character === "," || character === "}" || character === "]";
}

/** The next character that is neither blank nor in a comment. */
function skip(cursor: Cursor, start: number): number {
  const { text } = cursor;
  let at = start;
  for (;;) {
    while (at < text.length && isBlank(text.charCodeAt(at))) at++;
    if (text[at] !== "#" || !isBlank(text.charCodeAt(at - 1))) break;
    const newline = text.indexOf("\n", at);
    at = newline < 0 ? text.length : newline;
  }
  goTo(cursor, at);
  if (at >= text.length) fail(cursor, "a bracket is not closed");
  return at;
}

/** A text without quotes: up to a comma, a bracket, a colon before a blank, or the end of the line. */
function plain(cursor: Cursor, start: number): { readonly text: string; readonly after: number } {
  const { text } = cursor;
  // Nearly always this is all of it.
  PLAIN.lastIndex = start;
  PLAIN.test(text);
  let at = PLAIN.lastIndex;
  for (; at < text.length; at++) {
    const character = text[at];
    if (character === "\n" || isEnd(character) || character === "{" || character === "[") break;
    if (character === "#" && isBlank(text.charCodeAt(at - 1))) break;
    if (character === ":" && (isBlank(text.charCodeAt(at + 1)) || isEnd(text[at + 1]))) break;
  }
  const value = text.slice(start, at).trimEnd();
  if (value === "" || "&*!%@`|>".includes(value.charAt(0)))
    fail(cursor, "a value is missing or of a kind that no lockfile has");
  return { text: value, after: at };
}
