import { END, isDigits, numberKey, withoutZeros, ZERO } from "../key.ts";

const VERSION = /^\d+(?:\.[\dA-Za-z]+)*(?:-[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/;

/**
 * https://docs.ruby-lang.org/en/master/Gem/Version.html: `-` is `.pre.`, a number comes after a word, zeros at the end of the numbers
 * before the first word and at the end of all make no difference, and what is missing is 0.
 */
export function rubygemsKey(text: string): string | undefined {
  if (!VERSION.test(text)) return undefined;
  const parts = text.replaceAll("-", ".pre.").match(/\d+|[A-Za-z]+/g) ?? [];
  const keys = parts.map((part) => (isDigits(part) ? numberKey(part) : part + END));
  const words = parts.findIndex((part) => !isDigits(part));
  const head = words < 0 ? keys : keys.slice(0, words);
  return runs([...withoutZeros(head), ...withoutZeros(keys.slice(head.length))]);
}

/**
 * Zeros go on for ever at the end, so that an element counts by the zeros before it: the more of them, the nearer it is to the end
 * that has nothing but zeros, from below where a word follows and from above where a number does.
 */
function runs(keys: readonly string[]): string {
  let zeros = 0;
  let key = "";
  for (const part of keys) {
    if (part === ZERO) {
      zeros++;
      continue;
    }
    const isWord = part < ZERO;
    key +=
      (isWord ? "\u0001" : "\u0003") + String.fromCharCode(isWord ? zeros : 0xffff - zeros) + part;
    zeros = 0;
  }
  return `${key}\u0002`;
}
