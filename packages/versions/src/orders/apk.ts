import { END, numberKey } from "../key.ts";

const VERSION =
  /^(\d+)((?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?:~([\da-f]+))?(?:-r(\d+))?$/;
/** Those before `none` come before the version without them. */
const SUFFIXES = ["alpha", "beta", "pre", "rc", "none", "cvs", "svn", "git", "hg", "p"];
const LAST_EARLY = 4;

/**
 * https://gitlab.alpinelinux.org/alpine/apk-tools (doc/apk-package.5.scd): numbers, a letter, suffixes with numbers, the hash of a commit, the revision. What
 * goes on comes after what ends, unless it goes on with an early suffix; numbers after the first that begin with 0 are compared as text.
 */
export function apkKey(text: string): string | undefined {
  const [, first, numbers = "", letter, suffixes = "", hash, revision] = VERSION.exec(text) ?? [];
  if (first === undefined) return undefined;
  // In the order of what may follow: early suffix, end, revision, hash, a suffix's number, suffix, letter, number.
  const further = numbers
    .split(".")
    .slice(1)
    .map((digits) => (digits.startsWith("0") ? `\u0008${digits}${END}` : numberKey(digits)));
  return [
    numberKey(first),
    ...further,
    letter && `\u0007${letter}`,
    ...suffixes.split("_").slice(1).map(suffixKey),
    hash && `\u0004${hash}${END}`,
    revision && `\u0003${numberKey(revision)}`,
    "\u0002",
  ].join("");
}

function suffixKey(text: string): string {
  const word = text.replace(/\d+$/, "");
  const place = SUFFIXES.indexOf(word);
  const number = text.slice(word.length);
  const kind = place < LAST_EARLY ? "\u0001" : "\u0006";
  return kind + String.fromCharCode(place) + (number && `\u0005${numberKey(number)}`);
}
