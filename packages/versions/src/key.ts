/**
 * Each order turns a version into a key: a text whose code units compare (`<`) as the versions do. So every order is total, is read
 * once for each text, and compares numbers of any size.
 *
 * A key is a sequence of elements, each of which tells its own end. What begins with a code unit of 256 or above is a number; words
 * and ends begin below or, where a word comes after every number, with `AFTER`.
 */
export type KeyReader = (text: string) => string | undefined;

/** Ends a word: the shorter of two that begin alike comes first. */
export const END = "\u0001";
/** Before words that come after every number. */
export const AFTER = "\uffff";
export const ZERO = "\u0100";

/** Of two numbers without zeros before them the longer is the greater, and of equally long ones that with the greater digits. */
export function numberKey(digits: string): string {
  const text = digits.startsWith("0") ? digits.replace(/^0+/, "") : digits;
  return String.fromCharCode(256 + text.length) + text;
}

/** Numbers with dots between them; with `trim` zeros at the end make no difference. */
export function numbersKey(text: string, trim = false): string {
  const numbers = text.split(".").map(numberKey);
  return (trim ? withoutZeros(numbers) : numbers).join("");
}

export function withoutZeros(keys: readonly string[]): readonly string[] {
  return keys.slice(0, keys.findLastIndex((key) => key !== ZERO) + 1);
}

/** A number by value, any other text as a word; `kind` stands before a word. */
export function partKey(text: string, kind: string): string {
  return isDigits(text) ? numberKey(text) : kind + text + END;
}

export function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
