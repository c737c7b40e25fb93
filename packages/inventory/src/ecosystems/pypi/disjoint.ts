import { type Marker, type MarkerAtom, parseMarker } from "./marker.ts";

/** More alternatives than these are not looked through. */
const MAX_ALTERNATIVES = 256;

/**
 * Whether markers can never hold at once. `false` where that can't be told: what is not understood rules nothing out. Decided over
 * Python's version and over texts that a variable is equal or unequal to; variables are taken as independent of each other.
 */
export function areDisjoint(...markers: readonly (string | undefined)[]): boolean {
  let alternatives: readonly (readonly MarkerAtom[])[] = [[]];
  for (const text of new Set(markers)) {
    const marker = text === undefined ? undefined : parseMarker(text);
    if (marker === undefined) continue;
    const next = product(alternatives, alternativesOf(marker));
    if (next.length > MAX_ALTERNATIVES) return false;
    alternatives = next.filter(canHold);
    if (alternatives.length === 0) return true;
  }
  return false;
}

/** A marker as a list of alternatives, each a list of comparisons that all hold. */
function alternativesOf(marker: Marker): readonly (readonly MarkerAtom[])[] {
  if ("atom" in marker) return [[marker.atom]];
  if ("any" in marker) return marker.any.flatMap(alternativesOf).slice(0, MAX_ALTERNATIVES + 1);
  return marker.all.map(alternativesOf).reduce(product, [[]]);
}

/** Past the bound the product is cut off: its length says so. */
function product(
  left: readonly (readonly MarkerAtom[])[],
  right: readonly (readonly MarkerAtom[])[],
): readonly (readonly MarkerAtom[])[] {
  const found: (readonly MarkerAtom[])[] = [];
  for (const one of left) {
    for (const other of right) {
      if (found.length > MAX_ALTERNATIVES) return found;
      found.push([...one, ...other]);
    }
  }
  return found;
}

function canHold(atoms: readonly MarkerAtom[]): boolean {
  let python: readonly Interval[] = [[0, Number.POSITIVE_INFINITY]];
  const equal = new Map<string, string>();
  const unequal = new Set<string>();
  for (const { variable, operator, value } of atoms) {
    if (variable === "python_version" || variable === "python_full_version") {
      const allowed = intervalsOf(operator, value, variable === "python_version");
      if (allowed !== undefined) python = intersection(python, allowed);
    } else if (operator === "!=") {
      unequal.add(`${variable}\0${value}`);
    } else if (operator === "==") {
      const known = equal.get(variable);
      // A package may be asked for with several extras at once.
      if (known !== undefined && known !== value && variable !== "extra") return false;
      equal.set(variable === "extra" ? `extra\0${value}` : variable, value);
    }
  }
  if (python.length === 0) return false;
  return ![...equal].some(([variable, value]) =>
    unequal.has(variable.includes("\0") ? variable : `${variable}\0${value}`),
  );
}

/** From the first number up to, and without, the second. */
type Interval = readonly [from: number, to: number];

const PART = 10_000;

/** A version of Python as one number, in which 3.9 and 3.9.0 are equal. */
function numberOf(parts: readonly number[]): number {
  const [major = 0, minor = 0, patch = 0] = parts;
  return (major * PART + minor) * PART + patch;
}

/** The versions of Python that a comparison allows; `undefined` where it is not understood. */
function intervalsOf(
  operator: string,
  value: string,
  isShort: boolean,
): readonly Interval[] | undefined {
  if (operator === "in" || operator === "not in") return undefined;
  const match = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?(\.\*)?$/.exec(value.trim());
  if (match === null) return undefined;
  const parts = match
    .slice(1, 4)
    .filter((part) => part !== undefined)
    .map(Number);
  const isPrefix = match[4] !== undefined;
  const start = numberOf(parts);
  // `python_version` has no patch number: 3.9.7 is 3.9.
  const width =
    isPrefix || isShort ? widthOf(isPrefix ? parts.length : Math.min(parts.length, 2)) : 1;
  const end = start + width;
  switch (operator) {
    case "==":
    case "===":
      return [[start, end]];
    case "!=":
      return [
        [0, start],
        [end, Number.POSITIVE_INFINITY],
      ];
    case "<":
      return [[0, start]];
    case "<=":
      return [[0, end]];
    case ">":
      return [[end, Number.POSITIVE_INFINITY]];
    case ">=":
      return [[start, Number.POSITIVE_INFINITY]];
    case "~=":
      return parts.length < 2
        ? undefined
        : [[start, numberOf(parts.slice(0, -1)) + widthOf(parts.length - 1)]];
    default:
      return undefined;
  }
}

/** How many versions begin with so many numbers; a `python_version` of one number is that number and `.0`. */
function widthOf(length: number): number {
  return length === 1 ? PART * PART : length === 2 ? PART : 1;
}

function intersection(left: readonly Interval[], right: readonly Interval[]): readonly Interval[] {
  return left.flatMap(([from, to]) =>
    right
      .map(([start, end]): Interval => [Math.max(from, start), Math.min(to, end)])
      .filter(([start, end]) => start < end),
  );
}
