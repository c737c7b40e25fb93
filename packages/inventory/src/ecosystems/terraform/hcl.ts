import { type Cursor, fail, heredoc, name, skip } from "./cursor.ts";

/** A value as far as it is written out: an expression is `undefined`. */
export type HclValue = string | readonly HclValue[] | ReadonlyMap<string, HclValue> | undefined;

export interface HclBody {
  readonly attributes: ReadonlyMap<string, HclValue>;
  readonly blocks: readonly HclBlock[];
}

export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: HclBody;
  /** 1-based. */
  readonly line: number;
}

const MAX_DEPTH = 64;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
const OPENING = "([{";
const CLOSING = ")]}";

/**
 * Blocks and attributes of a file in Terraform's language (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md), with texts,
 * lists and objects that are written out. Expressions are passed over. One pass.
 *
 * @throws UsageError that names the line, where it is something else
 */
export function readHcl(path: string, text: string): HclBody {
  const cursor = { path, text, at: 0, line: 1 };
  return body(cursor, "", 0);
}

function body(cursor: Cursor, end: string, depth: number): HclBody {
  if (depth > MAX_DEPTH) fail(cursor, "it is nested too deeply");
  const attributes = new Map<string, HclValue>();
  const blocks: HclBlock[] = [];
  for (;;) {
    skip(cursor, true);
    const next = cursor.text[cursor.at] ?? "";
    if (next === end) {
      cursor.at++;
      return { attributes, blocks };
    }
    const { line } = cursor;
    const key = name(cursor);
    if (key === undefined) fail(cursor, next === "" ? "} is missing" : "no name stands here");
    skip(cursor, false);
    if (cursor.text[cursor.at] === "=") {
      cursor.at++;
      if (attributes.has(key)) fail(cursor, `${key.slice(0, 100)} stands twice in one block`);
      attributes.set(key, expression(cursor, "line", depth));
    } else blocks.push(block(cursor, key, line, depth));
  }
}

function block(cursor: Cursor, type: string, line: number, depth: number): HclBlock {
  const labels: string[] = [];
  while (cursor.text[cursor.at] !== "{") {
    const label = cursor.text[cursor.at] === '"' ? quoted(cursor, depth) : name(cursor);
    if (label === undefined) fail(cursor, "a block has no {");
    labels.push(label);
    skip(cursor, false);
  }
  cursor.at++;
  return { type, labels, body: body(cursor, "}", depth + 1), line };
}

/** What ends a value beside a bracket: its line, a comma, or either. */
type End = "line" | "item" | "entry";

/** A value; the cursor stays before what ends it. */
function expression(cursor: Cursor, end: End, depth: number): HclValue {
  if (depth > MAX_DEPTH) fail(cursor, "it is nested too deeply");
  skip(cursor, end === "item");
  const next = cursor.text[cursor.at];
  const value =
    next === '"'
      ? quoted(cursor, depth)
      : next === "["
        ? list(cursor, depth)
        : next === "{"
          ? object(cursor, depth)
          : undefined;
  // Whatever else stands there makes an expression of it.
  return passOver(cursor, end, depth) ? undefined : value;
}

/** @returns whether anything stood there */
function passOver(cursor: Cursor, end: End, depth: number): boolean {
  const open: string[] = [];
  for (let isEmpty = true; ; isEmpty = false) {
    skip(cursor, open.length > 0 || end === "item");
    const next = cursor.text[cursor.at];
    if (next === undefined && open.length > 0) fail(cursor, `${open.at(-1)} is missing`);
    if (open.length === 0) {
      if (next === undefined || next === "\n" || CLOSING.includes(next)) return !isEmpty;
      if (next === "," && end !== "line") return !isEmpty;
    }
    if (next === '"') quoted(cursor, depth);
    else if (next === "<" && heredoc(cursor)) continue;
    else {
      const at = OPENING.indexOf(next ?? " ");
      if (at >= 0) open.push(CLOSING[at] ?? "");
      else if (CLOSING.includes(next ?? " ") && open.pop() !== next)
        fail(cursor, `${next} closes nothing`);
      cursor.at++;
    }
  }
}

function list(cursor: Cursor, depth: number): HclValue {
  const items: HclValue[] = [];
  cursor.at++;
  if (isFor(cursor)) return comprehension(cursor, "]", depth);
  for (;;) {
    skip(cursor, true);
    if (closes(cursor, "]")) return items;
    items.push(expression(cursor, "item", depth + 1));
    if (cursor.text[cursor.at] === ",") cursor.at++;
    else if (cursor.text[cursor.at] !== "]") fail(cursor, "] is missing");
  }
}

function object(cursor: Cursor, depth: number): HclValue {
  const entries = new Map<string, HclValue>();
  cursor.at++;
  if (isFor(cursor)) return comprehension(cursor, "}", depth);
  for (;;) {
    skip(cursor, true);
    if (closes(cursor, "}")) return entries;
    const key = cursor.text[cursor.at] === '"' ? quoted(cursor, depth) : name(cursor);
    skip(cursor, false);
    // A key may be an expression: then nothing is known of the object.
    if (key === undefined || !/[=:]/.test(cursor.text[cursor.at] ?? ""))
      return comprehension(cursor, "}", depth);
    cursor.at++;
    entries.set(key, expression(cursor, "entry", depth + 1));
    skip(cursor, true);
    if (cursor.text[cursor.at] === ",") cursor.at++;
  }
}

function closes(cursor: Cursor, bracket: string): boolean {
  if (cursor.text[cursor.at] !== bracket) return false;
  cursor.at++;
  return true;
}

function isFor(cursor: Cursor): boolean {
  skip(cursor, true);
  return /^for\s/.test(cursor.text.slice(cursor.at, cursor.at + 4));
}

/** The rest of what is in brackets, which is an expression. */
function comprehension(cursor: Cursor, end: string, depth: number): undefined {
  for (;;) {
    passOver(cursor, "line", depth);
    skip(cursor, true);
    if (closes(cursor, end)) return undefined;
    const next = cursor.text[cursor.at];
    if (next === undefined || CLOSING.includes(next)) fail(cursor, `${end} is missing`);
  }
}

/** The text in quotes; `undefined` where it is a template. */
function quoted(cursor: Cursor, depth: number): string | undefined {
  if (depth > MAX_DEPTH) fail(cursor, "it is nested too deeply");
  const { text } = cursor;
  let value: string | undefined = "";
  let at = cursor.at + 1;
  for (;;) {
    const stop = nextSpecial(text, at);
    const sign = text[stop];
    if (value !== undefined) value += text.slice(at, stop);
    if (sign === undefined || sign === "\n") fail(cursor, 'a text has no closing "');
    if (sign === '"') {
      cursor.at = stop + 1;
      return value;
    }
    if (sign === "\\") {
      const [whole = "\\", code] =
        /^\\(?:u([0-9a-fA-F]{4})|[^\n])/.exec(text.slice(stop, stop + 6)) ?? [];
      const plain = whole[1] ?? "";
      if (value !== undefined)
        value +=
          code === undefined
            ? (ESCAPES[plain] ?? plain)
            : String.fromCharCode(Number.parseInt(code, 16));
      at = stop + whole.length;
    } else if (text[stop + 1] === sign && text[stop + 2] === "{") {
      // $${ stands for ${.
      if (value !== undefined) value += `${sign}{`;
      at = stop + 3;
    } else if (text[stop + 1] === "{") {
      value = undefined;
      cursor.at = stop + 2;
      comprehension(cursor, "}", depth + 1);
      at = cursor.at;
    } else {
      if (value !== undefined) value += sign;
      at = stop + 1;
    }
  }
}

function nextSpecial(text: string, start: number): number {
  let at = start;
  while (at < text.length && !'"\\$%\n'.includes(text[at] ?? "")) at++;
  return at;
}
