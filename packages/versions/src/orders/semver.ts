import { compareNumbers, compareParts, type Digits, type Order, readDigits } from "../order.ts";

export interface Semver {
  readonly numbers: readonly Digits[];
  /** `undefined` where there is none. */
  readonly before: readonly (Digits | string)[] | undefined;
  readonly build: readonly (Digits | string)[] | undefined;
}

const VERSION = /^v?(\d+(?:\.\d+)*)(?:-([\dA-Za-z.-]+))?(?:\+([\dA-Za-z.-]*))?$/;

/** https://semver.org, with any count of numbers (missing ones are 0), zeros before numbers and one `v` before all. */
export function readSemver(text: string): Semver | undefined {
  const [, numbers, before, build] = VERSION.exec(text) ?? [];
  if (numbers === undefined) return undefined;
  return {
    numbers: numbers.split(".").map(readDigits),
    before: before?.split(".").map(readIdentifier),
    build: build?.split(".").map(readIdentifier),
  };
}

function readIdentifier(text: string): Digits | string {
  return /^\d+$/.test(text) ? readDigits(text) : text;
}

/** https://semver.org/#spec-item-11: a pre-release comes before its version; build metadata has no order. */
export function compareSemver(a: Semver, b: Semver): number {
  const numbers = compareNumbers(a.numbers, b.numbers);
  if (numbers !== 0 || a.before === b.before) return numbers;
  if (a.before === undefined || b.before === undefined) return a.before === undefined ? 1 : -1;
  return compareIdentifiers(a.before, b.before);
}

/** Numbers by value and before words; what ends first comes first. */
export function compareIdentifiers(a: readonly (Digits | string)[], b: typeof a): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [one = "", other = ""] = [a[at], b[at]];
    const [isWord, isOther] = [typeof one === "string", typeof other === "string"];
    const order = isWord === isOther ? compareParts(one, other) : isWord ? 1 : -1;
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

export const semver: Order<Semver> = {
  read: readSemver,
  compare: compareSemver,
  isPrerelease: (version) => version.before !== undefined,
  numbers: (version) => [0, ...version.numbers],
};
