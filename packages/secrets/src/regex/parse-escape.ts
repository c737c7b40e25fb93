import { classItem, DIGIT, type Ranges, SPACE, WORD } from "./character-class.ts";
import type { PatternReader } from "./pattern-reader.ts";
import { unicodeProperty } from "./unicode-property.ts";

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ["a", 7],
  ["f", 12],
  ["n", 10],
  ["r", 13],
  ["t", 9],
  ["v", 11],
]);

const SIMPLE: ReadonlyMap<string, Ranges> = new Map([
  ["d", DIGIT],
  ["w", WORD],
  ["s", SPACE],
]);

/** A class escape (`\d`, `\pL`, …) at the cursor, which stands on the backslash; `undefined` when it is another escape. */
export function parseClassEscape(reader: PatternReader, fold: boolean): Ranges | undefined {
  const letter = reader.pattern[reader.offset + 1] ?? "";
  const simple = SIMPLE.get(letter.toLowerCase());
  if (simple !== undefined) {
    reader.offset += 2;
    return classItem(simple, letter !== letter.toLowerCase(), fold);
  }
  if (letter !== "p" && letter !== "P") return undefined;
  const start = reader.offset;
  reader.offset += 2;
  let negated = letter === "P";
  let name: string;
  if (reader.take("{")) {
    const end = reader.pattern.indexOf("}", reader.offset);
    if (end < 0) throw reader.fail("the character class is not closed", start);
    name = reader.pattern.slice(reader.offset, end);
    reader.offset = end + 1;
  } else {
    name = reader.peek() < 0 ? "" : String.fromCodePoint(reader.next());
  }
  if (name.startsWith("^")) {
    negated = !negated;
    name = name.slice(1);
  }
  const ranges = unicodeProperty(name);
  if (ranges === undefined) throw reader.fail(`\\${letter}{${name}} is no known class`, start);
  return classItem(ranges, negated, fold);
}

/** An escape that stands for one character; the cursor is on the backslash. */
export function parseCharacterEscape(reader: PatternReader): number {
  const start = reader.offset;
  reader.offset += 1;
  if (reader.peek() < 0) throw reader.fail("a backslash ends the pattern", start);
  const code = reader.next();
  const letter = String.fromCodePoint(code);
  const control = CONTROLS.get(letter);
  if (control !== undefined) return control;
  if (letter === "x") return parseHex(reader, start);
  if (letter >= "0" && letter <= "7") return parseOctal(reader, letter, start);
  if (code < 0x80 && !/[0-9A-Za-z]/.test(letter)) return code;
  throw reader.fail(`\\${letter} is no escape in Go's syntax`, start);
}

function parseHex(reader: PatternReader, start: number): number {
  const braced = /^\{([0-9A-Fa-f]{1,8})\}/.exec(reader.pattern.slice(reader.offset));
  const plain = /^[0-9A-Fa-f]{2}/.exec(reader.pattern.slice(reader.offset));
  const digits = braced?.[1] ?? plain?.[0];
  const code = Number.parseInt(digits ?? "", 16);
  if (!(code <= 0x10ffff)) throw reader.fail("\\x needs two digits or {a code point}", start);
  reader.offset += (braced ?? plain)?.[0].length ?? 0;
  return code;
}

function parseOctal(reader: PatternReader, first: string, start: number): number {
  const rest = /^[0-7]{1,2}/.exec(reader.pattern.slice(reader.offset))?.[0] ?? "";
  // `\1` alone would be a back-reference, which RE2 does not have.
  if (first !== "0" && rest === "") throw reader.fail(`\\${first} is a back-reference`, start);
  reader.offset += rest.length;
  return Number.parseInt(first + rest, 8);
}
