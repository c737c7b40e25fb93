import { END, isDigits, numberKey, ZERO } from "../key.ts";

/** In order. The empty one is the release itself, and stands for the end. */
const QUALIFIERS = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["cr", "rc"],
  ["ga", ""],
  ["final", ""],
  ["release", ""],
]);
const BEFORE_DIGIT: ReadonlyMap<string, string> = new Map([
  ["a", "alpha"],
  ["b", "beta"],
  ["m", "milestone"],
]);
/** Before a number that follows `-` or a letter: it comes after qualifiers, and before a number that follows `.`. */
const DASH = "\u0020";
const RELEASE = qualifierKey("");

/**
 * https://maven.apache.org/pom.html#version-order-specification, as `ComparableVersion` of Maven 3.9 carries it out. Two things that
 * would make its order a circle are read in one way: a qualifier after a `.` counts as after a `-` also where more follows it
 * (`1.foo.2`), and zeros and release qualifiers before a `-` are dropped also where nothing stands before them (`1-0-rc` is `1-rc`).
 */
export function mavenKey(text: string): string | undefined {
  const keys: string[] = [];
  let kind = "";
  // Whether an element is still to come since the last separator.
  let isOpen = true;
  const tokens = text.toLowerCase().match(/[.-]|\d+|[^\d.-]+/g) ?? [];
  if (tokens.length === 0) return undefined;
  for (const [at, token] of tokens.entries()) {
    if (token === "." || token === "-") {
      if (isOpen) keys.push(kind + ZERO);
      if (token === "-") trim(keys);
      kind = token === "-" ? DASH : "";
      isOpen = true;
      continue;
    }
    const isNumber = isDigits(token);
    // A change between digits and letters acts like a `-`, and so does the `.` before a qualifier.
    if (!isOpen || !isNumber) trim(keys);
    if (!isOpen) kind = DASH;
    keys.push(isNumber ? kind + numberKey(token) : wordKey(token, tokens[at + 1] ?? ""));
    kind = "";
    isOpen = false;
  }
  trim(keys);
  return keys.join("") + RELEASE;
}

/** Zeros and release qualifiers at the end make no difference. */
function trim(keys: string[]): void {
  while (keys.length > 0 && [ZERO, DASH + ZERO, RELEASE].includes(keys.at(-1) ?? "")) keys.pop();
}

function wordKey(token: string, next: string): string {
  const word = (isDigits(next) ? BEFORE_DIGIT.get(token) : undefined) ?? token;
  return qualifierKey(ALIASES.get(word) ?? word);
}

function qualifierKey(word: string): string {
  const place = QUALIFIERS.indexOf(word);
  return place < 0 ? `\u0010${word}${END}` : String.fromCharCode(2 + place);
}
