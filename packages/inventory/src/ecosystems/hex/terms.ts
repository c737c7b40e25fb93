import { closingQuote, UsageError } from "@assay/core";

/** A term of Elixir or Erlang, as far as lockfiles and manifests have them. */
export interface Term {
  /** `code`: what only its language can evaluate. */
  readonly kind: "atom" | "text" | "number" | "list" | "tuple" | "map" | "code";
  /** Of an atom, a text, a number, or code; empty for the others. */
  readonly text: string;
  /** Of a list or tuple; those of a map, and `key: value` in a list, are tuples of two. */
  readonly items: readonly Term[];
  /** 1-based. */
  readonly line: number;
}

interface Cursor {
  readonly path: string;
  readonly text: string;
  readonly isErlang: boolean;
  /** Whether what is no term may stand in a list: it becomes `code`. */
  readonly allowsCode: boolean;
  at: number;
  line: number;
  /** Code went on to the end of the text, or there is too much of it: nothing before it can be read either. */
  isOpen?: boolean;
  /** How many pieces of code there were. */
  codes?: number;
}

/** Real manifests have some ten. */
const MAX_CODES = 10_000;

/** Lockfiles have five levels. */
const MAX_DEPTH = 32;
const BLANKS = /\s+/y;
const PLAIN = /[^[\]{}(),"]+/y;
const ATOM = { elixir: /:([A-Za-z_][\w@]*[?!]?)|(?:true|false|nil)\b/y, erlang: /[a-z][\w@]*/y };
const KEY = /([A-Za-z_][\w@]*[?!]?):(?=\s)/y;
const NUMBER = /-?\d[\d_]*(?:\.\d+)?/y;
const OPENS: readonly (readonly [string, "tuple" | "list" | "map", string])[] = [
  ["{", "tuple", "}"],
  ["[", "list", "]"],
  ["%{", "map", "}"],
  ["#{", "map", "}"],
];

/** The one term of an Elixir file. @throws UsageError when it is anything else; nothing is evaluated. */
export function readElixirTerm(path: string, text: string): Term {
  const cursor: Cursor = { path, text, isErlang: false, allowsCode: false, at: 0, line: 1 };
  const found = term(cursor, 0);
  skip(cursor);
  if (cursor.at < text.length) fail(cursor, "something stands behind its end");
  return found;
}

/** The terms of an Erlang file, each with a full stop. @throws UsageError when it is anything else. */
export function readErlangTerms(path: string, text: string): readonly Term[] {
  const cursor: Cursor = { path, text, isErlang: true, allowsCode: false, at: 0, line: 1 };
  const found: Term[] = [];
  for (skip(cursor); cursor.at < text.length; skip(cursor)) {
    found.push(term(cursor, 0));
    skip(cursor);
    if (text[cursor.at] !== ".") fail(cursor, "a full stop is missing");
    cursor.at++;
  }
  return found;
}

/** The Elixir term that starts at an offset, with code inside of lists, and what follows it; `undefined` where there is none. */
export function elixirTermAt(
  text: string,
  at: number,
): { readonly term: Term; readonly rest: number } | undefined {
  const cursor: Cursor = { path: "", text, isErlang: false, allowsCode: true, at, line: 1 };
  try {
    const found = term(cursor, 0);
    skip(cursor);
    return { term: found, rest: cursor.at };
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function term(cursor: Cursor, depth: number): Term {
  skip(cursor);
  const { text, at, line, isErlang } = cursor;
  if (depth > MAX_DEPTH) fail(cursor, "it is nested too deeply");
  for (const [open, kind, close] of OPENS) {
    if (!text.startsWith(open, at)) continue;
    cursor.at += open.length;
    return { kind, text: "", items: group(cursor, close, depth), line };
  }
  const quoted = quotedTerm(cursor);
  if (quoted !== undefined) return quoted;
  const atom = match(cursor, isErlang ? ATOM.erlang : ATOM.elixir);
  if (atom !== undefined) return leaf("atom", atom.replace(/^:/, ""), line);
  const number = match(cursor, NUMBER);
  if (number !== undefined) return leaf("number", number, line);
  return fail(cursor, "it is no term");
}

/** `"text"`, `:"atom"`, `<<"text">>`, `'atom'`. */
function quotedTerm(cursor: Cursor): Term | undefined {
  const { text, at, line, isErlang } = cursor;
  if (isErlang && text[at] === "'") {
    const end = text.indexOf("'", at + 1);
    if (end < 0) fail(cursor, "a quote is not closed");
    cursor.at = end + 1;
    return leaf("atom", text.slice(at + 1, end), line);
  }
  const prefix = isErlang ? "<<" : ":";
  const isPrefixed = text.startsWith(`${prefix}"`, at);
  if (text[at] !== '"' && !isPrefixed) return undefined;
  const open = isPrefixed ? at + prefix.length : at;
  const end = closingQuote(text, open);
  if (end >= text.length) fail(cursor, "a quote is not closed");
  const raw = text.slice(open + 1, end);
  cursor.at = end + 1;
  cursor.line += raw.split("\n").length - 1;
  if (isErlang && isPrefixed && match(cursor, /(?:\/utf8)?>>/y) === undefined)
    fail(cursor, "a binary is not closed");
  if (!isErlang && raw.includes("#{")) return leaf("code", raw, line);
  return leaf(
    !isErlang && isPrefixed ? "atom" : "text",
    raw.includes("\\") ? raw.replace(/\\(["\\#])/g, "$1") : raw,
    line,
  );
}

/** The items up to a closing bracket, separated by commas. */
function group(cursor: Cursor, close: string, depth: number): readonly Term[] {
  const items: Term[] = [];
  for (;;) {
    skip(cursor);
    if (cursor.text[cursor.at] === close) break;
    items.push(item(cursor, close, depth + 1));
    if (cursor.text[cursor.at] === ",") cursor.at++;
    else if (cursor.text[cursor.at] !== close) fail(cursor, `a comma or ${close} is missing`);
  }
  cursor.at++;
  return items;
}

/** A term, or a key with its value. The cursor goes to the comma or bracket behind it. */
function item(cursor: Cursor, close: string, depth: number): Term {
  const { line } = cursor;
  const name = cursor.isErlang ? undefined : match(cursor, KEY)?.slice(0, -1);
  const first = name === undefined ? value(cursor, close, depth) : leaf("atom", name, line);
  const isKey = name !== undefined || (first.kind === "text" && cursor.text[cursor.at] === ":");
  if (isKey && name === undefined) cursor.at++;
  const isArrow = !isKey && cursor.text.startsWith("=>", cursor.at);
  if (isArrow) cursor.at += 2;
  if (!isKey && !isArrow) return first;
  return { kind: "tuple", text: "", items: [first, value(cursor, close, depth)], line };
}

function value(cursor: Cursor, close: string, depth: number): Term {
  if (!cursor.allowsCode) {
    const found = term(cursor, depth);
    skip(cursor);
    return found;
  }
  skip(cursor);
  const { at, line, text } = cursor;
  try {
    const found = term(cursor, depth);
    skip(cursor);
    if ([",", close].includes(text[cursor.at] ?? "") || text.startsWith("=>", cursor.at))
      return found;
  } catch (error) {
    if (!(error instanceof UsageError) || cursor.isOpen) throw error;
  }
  cursor.at = at;
  cursor.line = line;
  cursor.codes = (cursor.codes ?? 0) + 1;
  if (cursor.codes > MAX_CODES) {
    cursor.isOpen = true;
    fail(cursor, "too much of it is code");
  }
  skipCode(cursor);
  return leaf("code", text.slice(at, cursor.at).trim(), line);
}

/** Goes to the comma or bracket that ends an expression. */
function skipCode(cursor: Cursor): void {
  const { text } = cursor;
  let open = 0;
  for (; cursor.at < text.length; cursor.at++) {
    const plain = match(cursor, PLAIN);
    if (plain?.includes("\n")) cursor.line += plain.split("\n").length - 1;
    const char = text[cursor.at] ?? "";
    if (open === 0 && /[,\]})]/.test(char)) return;
    if (/[[{(]/.test(char)) open++;
    else if (/[\]})]/.test(char)) open--;
    else if (char === '"') cursor.at = closingQuote(text, cursor.at);
  }
  cursor.isOpen = true;
  fail(cursor, "an expression has no end");
}

function leaf(kind: Term["kind"], text: string, line: number): Term {
  return { kind, text, items: [], line };
}

/** Goes behind blanks and comments. */
function skip(cursor: Cursor): void {
  const comment = cursor.isErlang ? "%" : "#";
  for (;;) {
    const blank = match(cursor, BLANKS);
    if (blank !== undefined) cursor.line += blank.split("\n").length - 1;
    else if (cursor.text[cursor.at] === comment && !cursor.text.startsWith("#{", cursor.at)) {
      const end = cursor.text.indexOf("\n", cursor.at);
      cursor.at = end < 0 ? cursor.text.length : end;
    } else return;
  }
}

function match(cursor: Cursor, expression: RegExp): string | undefined {
  expression.lastIndex = cursor.at;
  const [all] = expression.exec(cursor.text) ?? [];
  if (all !== undefined) cursor.at += all.length;
  return all;
}

function fail({ path, line }: Cursor, why: string): never {
  throw new UsageError(`${path} can't be understood from line ${line} on: ${why}`);
}

/** The text of a term of a kind; `undefined` for others. */
export function textOf(term: Term | undefined, kind: "atom" | "text"): string | undefined {
  return term?.kind === kind ? term.text : undefined;
}

/** The value of a key in a keyword list, or a list of tuples of two. */
export function valueAt(list: Term | undefined, key: string): Term | undefined {
  return list?.items.find(
    ({ kind, items }) => kind === "tuple" && items.length === 2 && items[0]?.text === key,
  )?.items[1];
}
