type Version = readonly [major: number, minor: number, patch: number];
interface Comparator {
  readonly operator: "<" | ">=";
  readonly version: Version;
}

/**
 * A test for versions in the common part of npm's range syntax: `1.2.3`, `1.x`, `^1.2`, `~1.2.3`, `>=1 <3`, `1 || 2`.
 *
 * A pre-release (`1.2.3-beta`) is in a range only where the range names exactly it: an exception must not reach further than
 * what somebody looked at. `undefined` where the text is no such range.
 */
export function semverRange(text: string): ((version: string) => boolean) | undefined {
  const alternatives = text.split("||").map((part) => readAlternative(part.trim()));
  if (alternatives.some((comparators) => comparators === undefined)) return undefined;
  const exact = new Set(text.split("||").map((part) => part.trim().replace(/^=?v?/, "")));
  return (version) => {
    if (exact.has(version)) return true;
    const wanted = /^(\d+)\.(\d+)\.(\d+)(?:\+.*)?$/.exec(version);
    if (wanted === null) return false;
    const numbers = toVersion(wanted[1], wanted[2], wanted[3]);
    return alternatives.some((comparators) =>
      comparators?.every((comparator) => fulfils(numbers, comparator)),
    );
  };
}

function readAlternative(text: string): readonly Comparator[] | undefined {
  const comparators: Comparator[] = [];
  const words = text.replaceAll(/(\^|~|[<>]=?|=)\s+/g, "$1").split(/\s+/);
  for (const word of words) {
    const more = readWord(word);
    if (more === undefined) return undefined;
    comparators.push(...more);
  }
  return comparators;
}

const WORD =
  /^(\^|~|[<>]=?|=)?v?(\d{1,9}|[xX*])(?:\.(\d{1,9}|[xX*]))?(?:\.(\d{1,9}|[xX*]))?(-[0-9A-Za-z.-]+)?$/;

function readWord(word: string): readonly Comparator[] | undefined {
  const match = WORD.exec(word);
  if (match === null) return undefined;
  const [, operator = "=", ...parts] = match;
  const given = parts.slice(0, 3).findIndex((part) => part === undefined || /[xX*]/.test(part));
  const precision = given === -1 ? 3 : given;
  // A range can't be built on a pre-release; named exactly it is matched as text.
  if (match[5] !== undefined) return operator === "=" && precision === 3 ? NOTHING : undefined;
  const numbers = parts.slice(0, precision);
  const low = toVersion(numbers[0], numbers[1], numbers[2]);
  if (precision === 0) return operator === "<" || operator === ">" ? undefined : [];
  switch (operator) {
    case "<":
    case ">=":
      return [{ operator, version: low }];
    case ">":
      return [{ operator: ">=", version: next(low, precision) }];
    case "<=":
      return [{ operator: "<", version: next(low, precision) }];
    case "^":
      return between(low, next(low, caretPosition(low, precision)));
    case "~":
      return between(low, next(low, Math.min(precision, 2)));
    default:
      return between(low, next(low, precision));
  }
}

const NOTHING: readonly Comparator[] = [{ operator: "<", version: [0, 0, 0] }];

/** `^` keeps everything up to the first number that is not zero. */
function caretPosition([major, minor]: Version, precision: number): number {
  if (major > 0) return 1;
  return Math.min(minor > 0 ? 2 : 3, precision);
}

function between(low: Version, end: Version): readonly Comparator[] {
  return [
    { operator: ">=", version: low },
    { operator: "<", version: end },
  ];
}

/** The first version that differs from `version` in its first `precision` numbers and is greater. */
function next([major, minor, patch]: Version, precision: number): Version {
  if (precision <= 1) return [major + 1, 0, 0];
  return precision === 2 ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

function fulfils(version: Version, { operator, version: bound }: Comparator): boolean {
  const difference = version[0] - bound[0] || version[1] - bound[1] || version[2] - bound[2];
  return operator === "<" ? difference < 0 : difference >= 0;
}

function toVersion(
  major: string | undefined,
  minor: string | undefined,
  patch: string | undefined,
): Version {
  return [Number(major ?? 0), Number(minor ?? 0), Number(patch ?? 0)];
}
