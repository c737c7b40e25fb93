/** One ecosystem's order: texts are read once and compared often. */
export interface Order<Version> {
  /** `undefined` where the text is no version of this order. */
  read(text: string): Version | undefined;
  /** Negative, zero or positive; a total order. */
  compare(a: Version, b: Version): number;
  isPrerelease(version: Version): boolean;
  /** Epoch (0 where there is none) and leading numbers, from which the type of an update is told. */
  numbers(version: Version): readonly Digits[];
}

/** A number of any size: a bigint only where a number would lose digits, so that equal ones are `===`. */
export type Digits = number | bigint;

export function readDigits(text: string): Digits {
  return text.length < 16 ? Number(text) : exact(BigInt(text));
}

function exact(value: bigint): Digits {
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

/** Numbers by value and texts by their bytes, which code units order in ASCII. */
export function compareParts<Part extends Digits | string>(a: Part, b: Part): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** In turn; what is missing counts as `rest`. */
export function compareNumbers(
  a: readonly Digits[],
  b: readonly Digits[],
  rest: Digits = 0,
): number {
  for (let at = 0; at < a.length || at < b.length; at++) {
    const order = compareParts(a[at] ?? rest, b[at] ?? rest);
    if (order !== 0) return order;
  }
  return 0;
}
