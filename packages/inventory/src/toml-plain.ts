type Fields = Record<string, unknown>;

/** What the reader has of one text. */
interface Cursor {
  readonly text: string;
  at: number;
}

/** Deeper values are left to the whole reader. */
const MAX_DEPTH = 16;
/** In no TOML but for tabs and line ends; a return is legal before a line end, and rare. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ODD = /[\x00-\x08\x0b-\x1f\x7f]/;
/** Most of a lockfile: a key and a text without escapes. One expression is faster than steps, for a run ends before code is compiled. */
const TEXT_PAIR = /([\w-]+)[ \t]*=[ \t]*"([^"\\\n]*)"(?!")/y;
const KEY = /[\w-]+/y;
const SPACE = /[ \t]*/y;
const LINE_END = /[ \t]*(?:#[^\n]*)?(?:\n|$)/y;
const GAP = /(?:[ \t\n]|#[^\n]*\n)*/y;
const COMMA = /[ \t]*,[ \t]*/y;
const LIST_COMMA = /,(?:[ \t\n]|#[^\n]*\n)*/y;
const QUOTED = /"((?:[^"\\\n]|\\["\\])*)"(?!")/y;
const LITERAL = /'([^'\n]*)'(?!')/y;
const NUMBER = /(?:0|-?[1-9]\d{0,14})(?=[ \t\n,\]}#]|$)/y;
const WORD = /(?:true|false)(?=[ \t\n,\]}#]|$)/y;

/** Thrown where the text is beyond what is read here. */
const BEYOND = new Error("beyond plain TOML");

/**
 * Reads TOML of the kind that package managers write: tables, lists of tables, strings, integers, booleans, lists, inline tables. It is a
 * strict part of TOML 1.0, read several times faster than all of it.
 *
 * @returns `undefined` where the text is anything else: a reader of all of TOML has to say what, broken text included
 */
export function parsePlainToml(text: string): Readonly<Fields> | undefined {
  if (ODD.test(text)) return undefined;
  try {
    return readDocument({ text, at: 0 });
  } catch (error) {
    // A blank of millions of characters is more than an expression can hold.
    if (error === BEYOND || error instanceof RangeError) return undefined;
    throw error;
  }
}

function readDocument(cursor: Cursor): Fields {
  const root: Fields = {};
  const opened: Opened = { headers: new Set([root]), dotted: new Set() };
  let table = root;
  const { text } = cursor;
  for (;;) {
    skip(cursor, GAP);
    if (cursor.at >= text.length) return root;
    if (text[cursor.at] === "[") table = readHeader(cursor, root, opened);
    else readPair(cursor, table, opened, 0);
    read(cursor, LINE_END);
  }
}

/** Tables that headers made, which further headers may extend, and those that dotted keys made. */
interface Opened {
  readonly headers: Set<object>;
  readonly dotted: Set<object>;
}

function readHeader(cursor: Cursor, root: Fields, { headers }: Opened): Fields {
  const isList = cursor.text[cursor.at + 1] === "[";
  cursor.at += isList ? 2 : 1;
  let parent = root;
  let key = keyOf(cursor);
  for (let depth = 1; take(cursor, "."); depth++) {
    if (depth > MAX_DEPTH) throw BEYOND;
    parent = below(parent, key, headers);
    key = keyOf(cursor);
  }
  if (!take(cursor, "]") || (isList && !take(cursor, "]"))) throw BEYOND;
  const table: Fields = {};
  headers.add(table);
  const known = Object.hasOwn(parent, key) ? parent[key] : undefined;
  if (known === undefined) {
    const list = [table];
    if (isList) headers.add(list);
    put(parent, key, isList ? list : table);
  } else if (isList && Array.isArray(known) && headers.has(known)) known.push(table);
  else throw BEYOND;
  return table;
}

/** The table that a header's key leads to: for a list the last one of it. */
function below(parent: Fields, key: string, headers: Set<object>): Fields {
  if (!Object.hasOwn(parent, key)) {
    const made: Fields = {};
    headers.add(made);
    put(parent, key, made);
    return made;
  }
  const known = parent[key];
  if (typeof known !== "object" || known === null || !headers.has(known)) throw BEYOND;
  return (Array.isArray(known) ? known.at(-1) : known) as Fields;
}

function readPair(cursor: Cursor, table: Fields, opened: Opened | undefined, depth: number): void {
  TEXT_PAIR.lastIndex = cursor.at;
  const pair = TEXT_PAIR.exec(cursor.text);
  if (pair !== null) {
    cursor.at = TEXT_PAIR.lastIndex;
    put(table, pair[1] ?? "", pair[2]);
    return;
  }
  let parent = table;
  let key = keyOf(cursor);
  for (let more = 1; take(cursor, "."); more++) {
    if (more > MAX_DEPTH) throw BEYOND;
    parent = dotted(parent, key, opened);
    key = keyOf(cursor);
  }
  skip(cursor, SPACE);
  if (!take(cursor, "=")) throw BEYOND;
  skip(cursor, SPACE);
  put(parent, key, readValue(cursor, depth));
}

function dotted(parent: Fields, key: string, opened: Opened | undefined): Fields {
  if (opened === undefined) throw BEYOND;
  const known = Object.hasOwn(parent, key) ? parent[key] : undefined;
  if (known === undefined) {
    const made: Fields = {};
    opened.dotted.add(made);
    put(parent, key, made);
    return made;
  }
  if (typeof known !== "object" || known === null || !opened.dotted.has(known)) throw BEYOND;
  return known as Fields;
}

function put(table: Fields, key: string, value: unknown): void {
  if (key === "__proto__" || Object.hasOwn(table, key)) throw BEYOND;
  table[key] = value;
}

function keyOf(cursor: Cursor): string {
  return cursor.text[cursor.at] === '"' ? readQuoted(cursor) : read(cursor, KEY);
}

function readValue(cursor: Cursor, depth: number): unknown {
  switch (cursor.text[cursor.at]) {
    case '"':
      return readQuoted(cursor);
    case "'":
      return read(cursor, LITERAL).slice(1, -1);
    case "[":
      return readList(cursor, depth + 1);
    case "{":
      return readInline(cursor, depth + 1);
    case "t":
    case "f":
      return read(cursor, WORD) === "true";
    default:
      return Number(read(cursor, NUMBER));
  }
}

/** Escapes of quotes and backslashes alone. */
function readQuoted(cursor: Cursor): string {
  const text = read(cursor, QUOTED).slice(1, -1);
  return text.includes("\\") ? text.replace(/\\(.)/g, "$1") : text;
}

function readList(cursor: Cursor, depth: number): unknown[] {
  if (depth > MAX_DEPTH) throw BEYOND;
  cursor.at++;
  const list: unknown[] = [];
  skip(cursor, GAP);
  while (!take(cursor, "]")) {
    list.push(readValue(cursor, depth));
    skip(cursor, GAP);
    if (take(cursor, "]")) break;
    read(cursor, LIST_COMMA);
  }
  return list;
}

function readInline(cursor: Cursor, depth: number): Fields {
  if (depth > MAX_DEPTH) throw BEYOND;
  cursor.at++;
  const table: Fields = {};
  skip(cursor, SPACE);
  if (take(cursor, "}")) return table;
  for (;;) {
    readPair(cursor, table, undefined, depth);
    skip(cursor, SPACE);
    if (take(cursor, "}")) return table;
    read(cursor, COMMA);
  }
}

function take(cursor: Cursor, character: string): boolean {
  if (cursor.text[cursor.at] !== character) return false;
  cursor.at++;
  return true;
}

function skip(cursor: Cursor, pattern: RegExp): void {
  pattern.lastIndex = cursor.at;
  if (pattern.test(cursor.text)) cursor.at = pattern.lastIndex;
}

function read(cursor: Cursor, pattern: RegExp): string {
  const from = cursor.at;
  pattern.lastIndex = from;
  if (!pattern.test(cursor.text)) throw BEYOND;
  cursor.at = pattern.lastIndex;
  return cursor.text.slice(from, cursor.at);
}
