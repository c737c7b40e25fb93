import { comparePep440 } from "./pep440.ts";

/** Purl types whose versions keep to https://semver.org, some with a `v` before them. */
const SEMVER: ReadonlySet<string> = new Set(["cargo", "golang", "hex", "npm", "pub", "swift"]);
const SEMVER_VERSION =
  /^v?(\d{1,15})\.(\d{1,15})\.(\d{1,15})(?:-([0-9A-Za-z.-]{1,256}))?(?:\+[0-9A-Za-z.-]*)?$/;
const NUMBERS = /^v?\d{1,15}(?:\.\d{1,15}){0,15}$/;

/**
 * Which of two versions of a package comes first in its ecosystem's order: negative, zero or positive; `undefined` where that is not
 * known. Numbers with dots between them have one order everywhere.
 *
 * @param type the purl type
 */
export function compareVersions(
  type: string | undefined,
  a: string,
  b: string,
): number | undefined {
  if (a === b) return 0;
  if (type === "pypi") return comparePep440(a, b);
  if (NUMBERS.test(a) && NUMBERS.test(b)) return compareIdentifiers(parts(a), parts(b), "0");
  return SEMVER.has(type ?? "") ? compareSemver(a, b) : undefined;
}

function parts(version: string): readonly string[] {
  return version.replace(/^v/, "").split(".");
}

/** https://semver.org/#spec-item-11: a pre-release comes before its version; build metadata has no order. */
function compareSemver(a: string, b: string): number | undefined {
  const [one, other] = [SEMVER_VERSION.exec(a), SEMVER_VERSION.exec(b)];
  if (one === null || other === null) return undefined;
  const numbers = compareIdentifiers(one.slice(1, 4), other.slice(1, 4));
  const [before, after] = [one[4], other[4]];
  if (numbers !== 0 || before === after) return numbers;
  if (before === undefined || after === undefined) return before === undefined ? 1 : -1;
  return compareIdentifiers(before.split("."), after.split("."));
}

/** Numbers by value and before words; what ends first comes first, or goes on with `rest`. */
function compareIdentifiers(
  a: readonly (string | undefined)[],
  b: readonly (string | undefined)[],
  rest?: string,
): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [one, other] = [a[at] ?? rest, b[at] ?? rest];
    if (one === other) continue;
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    const [isNumber, isOther] = [/^\d+$/.test(one), /^\d+$/.test(other)];
    if (isNumber && isOther) {
      const difference = Number(one) - Number(other);
      if (difference !== 0) return difference;
    } else if (isNumber !== isOther) return isNumber ? -1 : 1;
    else return one < other ? -1 : 1;
  }
  return 0;
}
