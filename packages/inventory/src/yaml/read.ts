import {
  advance,
  type Cursor,
  cursorOver,
  fail,
  isRestEmpty,
  MAX_DEPTH,
  noteKey,
} from "./cursor.ts";
import { flowValue } from "./flow.ts";
import { readPair, readPairOfPair } from "./pairs.ts";
import { blockText, keyEnd, plainText, quotedText } from "./scalars.ts";
import type { DuplicateKey, YamlDocument, YamlMap, YamlValue } from "./value.ts";

const MAX_DOCUMENTS = 16;
/**
 * The documents of a YAML file as package managers write it: mappings, lists and texts, in block and flow style, without
 * anchors, tags and directives. Scalars stay texts. One pass, in time and memory proportional to the text.
 *
 * A library for all of YAML takes many times as long, and its anchors make large things from small files.
 *
 * @throws UsageError with the line, where the text is something else.
 */
export function readYaml(
  path: string,
  text: string,
): { readonly documents: readonly YamlDocument[]; readonly duplicates: readonly DuplicateKey[] } {
  const cursor = cursorOver(path, text);
  refuseOtherBreaks(cursor);
  const documents: YamlDocument[] = [];
  advance(cursor);
  while (cursor.indent >= 0) {
    if (isMarker(cursor, "...")) {
      advance(cursor);
      continue;
    }
    if (documents.length === MAX_DOCUMENTS)
      fail(cursor, `it has more than ${MAX_DOCUMENTS} documents`);
    const { line } = cursor;
    if (isMarker(cursor, "---")) advance(cursor);
    else if (documents.length > 0) fail(cursor, "it is indented less than what it belongs to");
    const isEmpty = cursor.indent < 0 || isAnyMarker(cursor);
    documents.push({ line, value: isEmpty ? null : blockValue(cursor, cursor.line, -1, 0) });
    if (cursor.indent >= 0 && !isAnyMarker(cursor)) fail(cursor, "it belongs to nothing before it");
  }
  return { documents, duplicates: cursor.duplicates };
}

/** Other readers of YAML go to a new line there: what is a comment here would be an entry for them. */
function refuseOtherBreaks(cursor: Cursor): void {
  const at = cursor.text.search(/\r(?!\n)|[\x85\u2028\u2029]/);
  if (at < 0) return;
  const line = cursor.text.slice(0, at).split("\n").length;
  fail({ ...cursor, line }, "a line ends with something else than a line feed");
}

function isAnyMarker(cursor: Cursor): boolean {
  return isMarker(cursor, "---") || isMarker(cursor, "...");
}

function isMarker(cursor: Cursor, marker: string): boolean {
  const { text, at, indent } = cursor;
  if (indent !== 0 || !text.startsWith(marker, at)) return false;
  return isRestEmpty(cursor, at + marker.length);
}

/** What stands at the cursor, indented further than `parent`. */
function blockValue(cursor: Cursor, line: number, parent: number, depth: number): YamlValue {
  if (depth > MAX_DEPTH) fail(cursor, "it is nested too deeply");
  if (isItem(cursor)) return list(cursor, depth);
  if (startsKey(cursor)) return mapping(cursor, line, depth);
  return inlineValue(cursor, cursor.at, line, parent, depth);
}

function isItem({ text, at, end }: Cursor): boolean {
  return text.charCodeAt(at) === 0x2d && (at + 1 === end || text.charCodeAt(at + 1) === 0x20);
}

function startsKey(cursor: Cursor): boolean {
  const { text, at, end } = cursor;
  switch (text.charCodeAt(at)) {
    case 0x22: // "
    case 0x27: {
      // '
      // The key's own line says whether it is one: a quoted text over several lines is no key here.
      const line = { ...cursor };
      const { after } = quotedText(line, at);
      return line.line === cursor.line && isColonNext(cursor, after);
    }
    case 0x7b: // {
    case 0x5b: // [
      return false;
    case 0x3f: // ?
      return at + 1 === end || text.charCodeAt(at + 1) === 0x20 || keyEnd(cursor, at) >= 0;
    default:
      return keyEnd(cursor, at) >= 0;
  }
}

function isColonNext({ text, end }: Cursor, at: number): boolean {
  let position = at;
  while (position < end && text.charCodeAt(position) === 0x20) position++;
  return (
    text.charCodeAt(position) === 0x3a &&
    (position + 1 >= end || text.charCodeAt(position + 1) <= 0x20)
  );
}

function list(cursor: Cursor, depth: number): YamlValue {
  const { indent } = cursor;
  const items: YamlValue[] = [];
  while (cursor.indent === indent && isItem(cursor) && !isAnyMarker(cursor)) {
    const { line } = cursor;
    if (isRestEmpty(cursor, cursor.at + 1)) {
      advance(cursor);
      items.push(cursor.indent > indent ? blockValue(cursor, line, indent, depth + 1) : null);
      continue;
    }
    // The rest of the line is a block of its own, indented by its column.
    const start = cursor.at;
    cursor.at += 1;
    while (cursor.text.charCodeAt(cursor.at) === 0x20) cursor.at++;
    cursor.indent += cursor.at - start;
    items.push(blockValue(cursor, line, indent, depth + 1));
  }
  if (cursor.indent > indent) fail(cursor, "it is indented further than what stands beside it");
  return items;
}

function mapping(cursor: Cursor, line: number, depth: number): YamlMap {
  const { indent } = cursor;
  const entries = new Map<string, YamlValue>();
  while (cursor.indent === indent && !(indent === 0 && isAnyMarker(cursor))) {
    const keyLine = cursor.line;
    if (readPair(cursor, entries, indent) || readPairOfPair(cursor, entries, depth)) continue;
    const { key, after } = keyOf(cursor);
    noteKey(cursor, entries, key, keyLine);
    entries.set(key, valueBehind(cursor, after, keyLine, indent, depth));
  }
  if (cursor.indent > indent) fail(cursor, "it is indented further than what stands beside it");
  return { line, entries };
}

/** The key at the cursor, and where its value may start: behind the colon. */
function keyOf(cursor: Cursor): { readonly key: string; readonly after: number } {
  const { text, at } = cursor;
  const first = text.charCodeAt(at);
  if (first === 0x3f && text.charCodeAt(at + 1) === 0x20) return longKey(cursor);
  if (first === 0x22 || first === 0x27) {
    const { text: key, after } = quotedText(cursor, at);
    if (!isColonNext(cursor, after)) fail(cursor, "a key has no colon");
    return { key, after: text.indexOf(":", after) + 1 };
  }
  if (isItem(cursor)) fail(cursor, "a list item stands among keys");
  const colon = keyEnd(cursor, at);
  if (colon < 0) fail(cursor, "a key has no colon");
  refuse(cursor, at);
  let end = colon;
  while (text.charCodeAt(end - 1) === 0x20) end--;
  return { key: text.slice(at, end), after: colon + 1 };
}

/** `? key`, and `: value` on the next line: how keys of more than 1,024 characters are written. */
function longKey(cursor: Cursor): { readonly key: string; readonly after: number } {
  const { indent, text } = cursor;
  let start = cursor.at + 1;
  while (text.charCodeAt(start) === 0x20) start++;
  const value = inlineValue(cursor, start, cursor.line, indent, MAX_DEPTH);
  const isClosed = cursor.indent === indent && text.charCodeAt(cursor.at) === 0x3a;
  if (typeof value !== "string" || !isClosed) fail(cursor, "a key has no colon");
  return { key: value, after: cursor.at + 1 };
}

function valueBehind(
  cursor: Cursor,
  after: number,
  line: number,
  indent: number,
  depth: number,
): YamlValue {
  if (!isRestEmpty(cursor, after)) {
    let start = after;
    while (cursor.text.charCodeAt(start) === 0x20) start++;
    return inlineValue(cursor, start, line, indent, depth + 1);
  }
  advance(cursor);
  if (cursor.indent > indent) return blockValue(cursor, line, indent, depth + 1);
  // A list may stand in the column of its key.
  return cursor.indent === indent && isItem(cursor) ? list(cursor, depth + 1) : null;
}

/** A value that starts on the cursor's line. The cursor goes behind it. */
function inlineValue(
  cursor: Cursor,
  start: number,
  line: number,
  parent: number,
  depth: number,
): YamlValue {
  switch (cursor.text.charCodeAt(start)) {
    case 0x22: // "
    case 0x27: {
      // '
      const { text, after } = quotedText(cursor, start);
      endLine(cursor, after);
      return text;
    }
    case 0x7b: // {
    case 0x5b: {
      // [
      const { value, after } = flowValue(cursor, start, line, depth);
      endLine(cursor, after);
      return value;
    }
    case 0x7c: // |
    case 0x3e: // >
      return blockText(cursor, start, parent);
    default:
      refuse(cursor, start);
      return plainText(cursor, start, parent);
  }
}

function endLine(cursor: Cursor, after: number): void {
  if (!isRestEmpty(cursor, after)) fail(cursor, "something stands behind a value");
  advance(cursor);
}

/** Characters that start what lockfiles do not have: anchors, aliases, tags, directives, reserved ones. */
function refuse(cursor: Cursor, at: number): void {
  const first = cursor.text[at] ?? "";
  if ("&*!%@`".includes(first)) fail(cursor, `no lockfile has ${first} there`);
}
