import { advance, advanceRaw, type Cursor, fail, goTo, isBlank, isRestEmpty } from "./cursor.ts";

const HASH = 0x23;
const DOUBLE = 0x22;
const BACKSLASH = 0x5c;

/** Up to the next colon of the line. */
const COLON = /[^:\n]*:/y;
const COMMENT = /[ \t\r]#/;

/** https://yaml.org/spec/1.2.2/#57-escaped-characters, those that are one character. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1b"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["N", "\x85"],
  ["_", "\xa0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);

/** Digits of an escape by its letter. */
const CODE_DIGITS: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

/**
 * The quoted text that starts at `open`, over line breaks. The cursor goes to the line where it ends.
 *
 * @returns The text, and where it goes on behind the closing quote.
 */
export function quotedText(
  cursor: Cursor,
  open: number,
): { readonly text: string; readonly after: number } {
  const isDouble = cursor.text.charCodeAt(open) === DOUBLE;
  const close = isDouble ? closingDouble(cursor.text, open) : closingSingle(cursor.text, open);
  if (close < 0) fail(cursor, "a quoted text is not closed");
  const raw = cursor.text.slice(open + 1, close);
  const folded = raw.includes("\n") ? foldLines(raw) : raw;
  const text = isDouble ? unescapeDouble(cursor, folded) : folded.replaceAll("''", "'");
  goTo(cursor, close);
  return { text, after: close + 1 };
}

function closingDouble(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0) {
    let backslashes = 0;
    while (text.charCodeAt(close - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return close;
    close = text.indexOf('"', close + 1);
  }
  return -1;
}

function closingSingle(text: string, open: number): number {
  let close = text.indexOf("'", open + 1);
  while (close >= 0 && text[close + 1] === "'") close = text.indexOf("'", close + 2);
  return close;
}

/** One line break is a space, and each further one is itself. */
function foldLines(raw: string): string {
  const lines = raw.split("\n");
  const parts: string[] = [];
  let breaks = 0;
  for (const [index, line] of lines.entries()) {
    const content =
      index === 0 ? line.trimEnd() : index === lines.length - 1 ? line.trimStart() : line.trim();
    if (index > 0) breaks++;
    if (content === "" && index > 0 && index < lines.length - 1) continue;
    if (index > 0) parts.push(breaks === 1 ? " " : "\n".repeat(breaks - 1));
    breaks = 0;
    parts.push(content);
  }
  return parts.join("");
}

function unescapeDouble(cursor: Cursor, text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\([xuU])([0-9a-fA-F]{0,8})|\\([\s\S]?)/g, (whole, kind, digits, letter) => {
    if (kind === undefined)
      return ESCAPES.get(letter) ?? fail(cursor, `${JSON.stringify(whole)} is no escape`);
    const length = CODE_DIGITS.get(kind) ?? 0;
    const code = Number.parseInt(digits.slice(0, length), 16);
    if (digits.length < length || code > 0x10ffff)
      fail(cursor, `${JSON.stringify(whole)} is no escape`);
    return String.fromCodePoint(code) + digits.slice(length);
  });
}

/**
 * The plain text at the cursor's `start`, with the lines that go on with it: those that are indented further than `parent`. The
 * cursor goes behind it.
 */
export function plainText(cursor: Cursor, start: number, parent: number): string {
  return continuedText(cursor, plainLine(cursor, start), parent);
}

/** `plainText`, of which the cursor's line is read already. */
export function continuedText(cursor: Cursor, first: string, parent: number): string {
  advance(cursor);
  if (cursor.indent <= parent) return first;
  const parts = [first];
  while (cursor.indent > parent) {
    if (keyEnd(cursor, cursor.at) >= 0) fail(cursor, "a key stands where a text goes on");
    parts.push(plainLine(cursor, cursor.at));
    advance(cursor);
  }
  return parts.join(" ");
}

function plainLine({ text, end }: Cursor, start: number): string {
  const whole = text.slice(start, end);
  if (!whole.includes("#")) return whole;
  const comment = /\s#/.exec(whole);
  return comment === null ? whole : whole.slice(0, comment.index).trimEnd();
}

/** Where the colon behind a plain key stands on the cursor's line; -1 where there is none. */
export function keyEnd({ text, end }: Cursor, start: number): number {
  COLON.lastIndex = start;
  while (COLON.test(text)) {
    const at = COLON.lastIndex - 1;
    if (at >= end) return -1;
    if (at + 1 !== end && !isBlank(text.charCodeAt(at + 1))) continue;
    return COMMENT.test(text.slice(start, at)) ? -1 : at;
  }
  return -1;
}

/** The text below a `|` or `>` at `start`. The cursor goes behind it. */
export function blockText(cursor: Cursor, start: number, parent: number): string {
  const [whole = "", style, first = "", second = ""] =
    /^([|>])([+-]?)([1-9]?)(?:[+-]?)/.exec(cursor.text.slice(start, start + 4)) ?? [];
  if (!isRestEmpty(cursor, start + whole.length))
    fail(cursor, "the head of a block of text has more than it may");
  const chomp =
    whole.endsWith("-") || first === "-" ? "-" : whole.endsWith("+") || first === "+" ? "+" : "";
  let indent = second === "" ? -1 : Math.max(parent, 0) + Number(second);
  const lines: string[] = [];
  let isMore = advanceRaw(cursor);
  for (; isMore; isMore = advanceRaw(cursor)) {
    const { text, at, end } = cursor;
    if (at === end) {
      lines.push("");
      continue;
    }
    if (indent < 0) indent = cursor.indent;
    if (cursor.indent <= parent || cursor.indent < indent) break;
    lines.push(" ".repeat(cursor.indent - indent) + text.slice(at, end));
  }
  if (isMore && cursor.text.charCodeAt(cursor.at) === HASH) advance(cursor);
  return chomped(style === "|" ? lines.join("\n") : folded(lines), chomp);
}

function folded(lines: readonly string[]): string {
  return foldLines(lines.join("\n").replace(/\n*$/, "")) + "\n".repeat(trailing(lines));
}

function trailing(lines: readonly string[]): number {
  return lines.length - 1 - lines.findLastIndex((line) => line !== "");
}

function chomped(text: string, chomp: string): string {
  if (chomp === "+") return `${text}\n`;
  const stripped = text.replace(/\n+$/, "");
  return chomp === "-" || stripped === "" ? stripped : `${stripped}\n`;
}
