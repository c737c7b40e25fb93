import type { ScalarStyle } from "./nodes.ts";
import { fail, isGap, isMarker, type Part, refuseTab, type Scan, startLine } from "./scan.ts";

const NEWLINE = 0x0a;
const HASH = 0x23;
const COLON = 0x3a;

const IN_BLOCK = /[^\n:#]*/y;
const IN_FLOW = /[^\n:#,[\]{}]*/y;

/** @returns Where a plain text ends on its line, blanks included. */
function plainEnd(text: string, start: number, flow: boolean): number {
  const more = flow ? IN_FLOW : IN_BLOCK;
  for (let at = start; ; at++) {
    more.lastIndex = at;
    more.test(text);
    at = more.lastIndex;
    const code = text.charCodeAt(at);
    if (code === COLON) {
      if (isEnd(text, at + 1, flow)) return at;
    } else if (code !== HASH || isGap(text.charCodeAt(at - 1))) return at;
  }
}

function trimmed(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isGap(text.charCodeAt(at - 1))) at--;
  return at;
}

/**
 * A plain scalar, with the lines that go on with it: those that are indented further than `parent`. With `single` it ends with
 * its line.
 */
export function plain<N>(scan: Scan<N>, parent: number, flow: boolean, single: boolean): Part<N> {
  const { text, at: start } = scan;
  refuseStart(scan, flow);
  scan.at = plainEnd(text, start, flow);
  let end = trimmed(text, start, scan.at);
  let content = text.slice(start, end);
  while (!single && text.charCodeAt(scan.at) === NEWLINE) {
    const breaks = skipBreaks(scan);
    const next = scan.at;
    if (scan.indent <= parent || (next === scan.lineStart && isMarker(text, next))) break;
    const stop = plainEnd(text, next, flow);
    if (stop === next) {
      if (!flow && text.charCodeAt(next) === COLON) refuseKey(scan, next);
      break;
    }
    if (!flow && text.charCodeAt(stop) === COLON) refuseKey(scan, next);
    scan.at = stop;
    end = trimmed(text, next, stop);
    content += (breaks === 1 ? " " : "\n".repeat(breaks - 1)) + text.slice(next, end);
  }
  return { start, end, text: content, style: "plain" };
}

function refuseKey<N>(scan: Scan<N>, at: number): never {
  return fail(scan, at, "a key stands where a text goes on");
}

function refuseStart<N>(scan: Scan<N>, flow: boolean): void {
  const first = scan.text.charAt(scan.at);
  if ("%@`,[]{}|>#".includes(first))
    fail(scan, scan.at, `a text can't start with ${first}; write it in quotes`);
  if ("-?:".includes(first) && isEnd(scan.text, scan.at + 1, flow))
    fail(scan, scan.at, `a text can't be ${first} alone; write it in quotes`);
}

/** Whether an indicator before `at` is one, and no part of a text. */
export function isEnd(text: string, at: number, flow: boolean): boolean {
  return isGap(text.charCodeAt(at)) || (flow && ",[]{}".includes(text.charAt(at)));
}

/** Goes over line breaks and the blanks around them. @returns How many there are. */
function skipBreaks<N>(scan: Scan<N>): number {
  const { text } = scan;
  let breaks = 0;
  let { at } = scan;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) {
      breaks++;
      at = startLine(scan, at + 1) - 1;
    } else if (!isGap(code) || Number.isNaN(code)) break;
  }
  scan.at = at;
  if (breaks > 0) scan.first = at;
  return breaks;
}

/** https://yaml.org/spec/1.2.2/#57-escaped-characters, those that are one character. */
const ESCAPED = '0abt\tnvfre "/\\N_LP';
const ESCAPES = '\0\x07\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029';
/** Digits by letter. */
const CODES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

const UP_TO = { '"': /[^"\\\n]*/y, "'": /[^'\n]*/y };

/** A text in quotes; lines that go on with it are indented further than `parent`. */
export function quoted<N>(scan: Scan<N>, parent: number): Part<N> {
  const { text, at: start } = scan;
  const quote = text.charAt(start) as '"' | "'";
  const upTo = UP_TO[quote];
  let content = "";
  let from = start + 1;
  for (;;) {
    upTo.lastIndex = from;
    upTo.test(text);
    const at = upTo.lastIndex;
    const piece = text.slice(from, at);
    const code = text.charCodeAt(at);
    if (code === NEWLINE) {
      content += text.slice(from, trimmed(text, from, at));
      scan.at = at;
      const breaks = nextLine(scan, start, parent);
      content += breaks === 1 ? " " : "\n".repeat(breaks - 1);
      from = scan.at;
    } else if (code === 0x5c) {
      content += piece + escaped(scan, at, start, parent);
      from = scan.at;
    } else if (Number.isNaN(code)) fail(scan, start, `this ${quote} is not closed`);
    else if (quote === "'" && text.charAt(at + 1) === "'") {
      content += `${piece}'`;
      from = at + 2;
    } else {
      scan.at = at + 1;
      const style: ScalarStyle = quote === "'" ? "single" : "double";
      return { start, end: at + 1, text: content + piece, style };
    }
  }
}

function nextLine<N>(scan: Scan<N>, start: number, parent: number): number {
  const breaks = skipBreaks(scan);
  const { at, text } = scan;
  if (at >= text.length || (at === scan.lineStart && isMarker(text, at)))
    fail(scan, start, `this ${text[start]} is not closed`);
  if (scan.indent <= parent) {
    refuseTab(scan);
    fail(scan, at, "a text in quotes is indented too little");
  }
  return breaks;
}

/** The text of the escape at `at`. The scan goes behind it. */
function escaped<N>(scan: Scan<N>, at: number, start: number, parent: number): string {
  const { text } = scan;
  const letter = text.charAt(at + 1);
  const isBreak = letter === "\n" || (letter === "\r" && text.charAt(at + 2) === "\n");
  if (isBreak) {
    scan.at = letter === "\n" ? at + 1 : at + 2;
    return "\n".repeat(nextLine(scan, start, parent) - 1);
  }
  const digits = Object.hasOwn(CODES, letter) ? (CODES[letter] ?? 0) : 0;
  const hex = text.slice(at + 2, at + 2 + digits);
  scan.at = at + 2 + digits;
  if (digits === 0) {
    const index = letter === "" ? -1 : ESCAPED.indexOf(letter);
    if (index >= 0) return ESCAPES.charAt(index);
  } else if (hex.length === digits && /^[\da-f]+$/i.test(hex)) {
    const code = Number.parseInt(hex, 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
  }
  return fail(
    scan,
    at,
    `\\${letter}${/^\w*$/.test(hex) ? hex : ""} is no escape; a backslash is \\\\`,
  );
}
