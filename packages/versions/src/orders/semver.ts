import { AFTER, END, numbersKey, partKey } from "../key.ts";

const WORDS = String.raw`[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*`;
const VERSION = new RegExp(String.raw`^[vV]?(\d+(?:\.\d+)*)(?:-(${WORDS}))?(?:\+(${WORDS}))?$`);

/**
 * https://semver.org/#spec-item-11, with any count of numbers (missing ones are 0, a fourth is no pre-release), zeros before numbers,
 * and one `v` before all. Build metadata has no order.
 */
export function semverKey(text: string): string | undefined {
  return readKey(text)?.[0];
}

/** As Pub and Julia order: what is equal so far by its build, and that without one first. */
export function pubKey(text: string): string | undefined {
  return readKey(text)?.join("");
}

function readKey(text: string): readonly [string, string] | undefined {
  const [, numbers, before, build] = VERSION.exec(text) ?? [];
  if (numbers === undefined) return undefined;
  const stage = before === undefined ? "\u0003" : `\u0002${wordsKey(before)}`;
  return [numbersKey(numbers, true) + stage, build === undefined ? "" : wordsKey(build)];
}

/** Numbers before words; what ends first comes first. */
function wordsKey(text: string): string {
  const parts = text.split(".").map((part) => partKey(part, AFTER));
  return parts.join("") + END;
}
