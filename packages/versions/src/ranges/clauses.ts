import { compareVersions, isVersion } from "../compare.ts";
import { isPrerelease } from "../kinds.ts";
import type { OrderName } from "../orders.ts";

/** Whether a version is in a range. */
export type RangeTest = (version: string) => boolean;

/** One bound of a range: what a version must be, compared with another. */
export interface Clause {
  readonly operator: string;
  readonly version: string;
}

const HOLDS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "==": (order) => order === 0,
  "!=": (order) => order !== 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/**
 * A test for versions that keep to all clauses of one of the alternatives; `undefined` where an alternative is, or a clause has another
 * operator or no version. A pre-release is in it only where a lower or exact bound is one, or `prereleases` says so.
 */
export function clauseRange(
  order: OrderName,
  alternatives: readonly (readonly Clause[] | undefined)[],
  prereleases = false,
): RangeTest | undefined {
  const read: (readonly Clause[])[] = [];
  for (const clauses of alternatives) {
    if (clauses === undefined) return undefined;
    if (clauses.some((each) => !(each.operator in HOLDS) || !isVersion(order, each.version)))
      return undefined;
    read.push(clauses);
  }
  return (version) =>
    isVersion(order, version) &&
    read.some(
      (clauses) =>
        clauses.every((each) =>
          HOLDS[each.operator]?.(compareVersions(order, version, each.version) ?? Number.NaN),
        ) &&
        (prereleases ||
          !isPrerelease(order, version) ||
          clauses.some(
            (each) => /^(?:=|>)/.test(each.operator) && isPrerelease(order, each.version),
          )),
    );
}

/** `>= 1.2` as operator and version, with or without space; a version alone has the operator `=`. */
export function readClause(text: string): Clause | undefined {
  const [, operator = "", version] = /^([~^<>=!]*)\s*([\w.+*-][^\s,|]*)$/.exec(text.trim()) ?? [];
  return version === undefined ? undefined : { operator: operator || "=", version };
}

/**
 * From a version up to where one of its first `keep` numbers grows.
 *
 * @param lowest what makes the lowest pre-release of a version: such of the upper bound are outside
 */
export function upTo(version: string, keep: number, lowest: string): readonly Clause[] {
  return [
    { operator: ">=", version },
    { operator: "<", version: nextOf(version, keep) + lowest },
  ];
}

/** The version after all that begin with the first `keep` numbers of this one. */
export function nextOf(version: string, keep: number): string {
  const numbers = numbersOf(version).slice(0, keep);
  return numbers.with(-1, String(BigInt(numbers.at(-1) ?? 0) + 1n)).join(".");
}

export function numbersOf(version: string): readonly string[] {
  return /^v?(\d+(?:\.\d+)*)/i.exec(version)?.[1]?.split(".") ?? ["0"];
}

/** `^` keeps everything up to the first number that is not zero. */
export function caretKeep(version: string): number {
  const numbers = numbersOf(version);
  const first = numbers.findIndex((number) => !/^0+$/.test(number));
  return first < 0 ? numbers.length : first + 1;
}

/** `~> 1.2` keeps all numbers but the last. */
export function pessimisticKeep(version: string): number {
  return Math.max(numbersOf(version).length - 1, 1);
}

const INTERVAL = /([[(])([\w.+-]*)(,?)([\w.+-]*)([\])]),?/y;

/** `[1.0,2.0)`, `(,1.0]`, `[1.0]`, several after one another; `undefined` where the text is anything else. */
export function intervals(text: string): readonly (readonly Clause[])[] | undefined {
  const written = text.replaceAll(/\s/g, "");
  const found: Clause[][] = [];
  INTERVAL.lastIndex = 0;
  while (INTERVAL.lastIndex < written.length) {
    const [, open, low = "", comma, high = "", close] = INTERVAL.exec(written) ?? [];
    if (open === undefined) return undefined;
    if (comma === "") {
      if (open === "(" || close === ")") return undefined;
      found.push([{ operator: "=", version: low + high }]);
      continue;
    }
    found.push([
      ...(low === "" ? [] : [{ operator: open === "[" ? ">=" : ">", version: low }]),
      ...(high === "" ? [] : [{ operator: close === "]" ? "<=" : "<", version: high }]),
    ]);
  }
  return found.length === 0 ? undefined : found;
}
