import { AFTER, numberKey, numbersKey } from "../key.ts";

const STAGE = String.raw`[._-]?(?:(stable|beta|b|rc|alpha|a|patch|pl|p)(\d*(?:[.-]\d+)*))?([.-]?dev)?(?:\+\S+)?$`;
const CLASSIC = new RegExp(String.raw`^v?(\d{1,5}(?:\.\d+){0,3})${STAGE}`, "i");
const DATE = new RegExp(String.raw`^v?(\d{4}(?:[.:-]?\d{2}){1,6}(?:[.:-]?\d{1,3})?)${STAGE}`, "i");
const BRANCH = /^v?(\d+(?:\.(?:\d+|[x*])){0,3})[.-]?dev(?:\+\S+)?$/i;
const MOST = "9999999";

/** Words by their place; `patch` alone comes after a further number, the others before the end. */
const DEV = "\u0001";
const END = "\u0005";
const STAGES: ReadonlyMap<string, string> = new Map([
  ["a", "\u0002"],
  ["b", "\u0003"],
  ["r", "\u0004"],
  ["p", AFTER],
]);

/**
 * https://getcomposer.org/doc/articles/versions.md: four numbers (missing ones are 0) or a date, then `dev < alpha < beta < RC < none <
 * patch` with their numbers. A branch such as `1.x-dev` comes after all of its versions; one that is named (`dev-main`) has no place.
 */
export function packagistKey(text: string): string | undefined {
  const classic = CLASSIC.exec(text);
  const [, numbers, word = "", counts = "", dev] = classic ?? DATE.exec(text) ?? [];
  if (numbers === undefined) return branchKey(text);
  const release =
    classic === null ? numbersKey(numbers.replaceAll(/[:-]/g, ".")) : four(numbers, "0");
  const stage = STAGES.get(word.slice(0, 1).toLowerCase());
  // Composer takes no notice of what follows `stable`.
  if (stage === undefined) return release + (word === "" && dev !== undefined ? DEV : "") + END;
  const rest = (counts.match(/\d+/g) ?? []).map(numberKey).join("");
  return release + stage + rest + (dev === undefined ? "" : DEV) + END;
}

/** What is not written stands for a number that is above all. */
function branchKey(text: string): string | undefined {
  const numbers = BRANCH.exec(text)?.[1]?.replaceAll(/[x*]/gi, MOST);
  return numbers === undefined ? undefined : four(numbers, MOST) + DEV + END;
}

function four(numbers: string, rest: string): string {
  const parts = numbers.split(".");
  while (parts.length < 4) parts.push(rest);
  return parts.map(numberKey).join("");
}
