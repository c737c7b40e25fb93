/** One version of Python's scheme, in parts that are compared in this order. */
interface ParsedVersion {
  readonly epoch: number;
  /** Without trailing zeros: `1.0` is `1`. */
  readonly release: readonly number[];
  /** As it was written, with its zeros: prefixes and `~=` count its numbers. */
  readonly written: readonly number[];
  /** Pre-release, post-release and development release as numbers whose order is theirs. */
  readonly suffix: readonly number[];
  readonly isPrerelease: boolean;
  readonly isPostrelease: boolean;
  readonly local: readonly (string | number)[];
}

const VERSION =
  /^v?(?:(\d{1,9})!)?(\d{1,15}(?:\.\d{1,15}){0,63})(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d{0,15}))?(?:-(\d{1,15})|[-_.]?(post|rev|r)[-_.]?(\d{0,15}))?(?:[-_.]?(dev)[-_.]?(\d{0,15}))?(?:\+([a-z\d]{1,64}(?:[-_.][a-z\d]{1,64}){0,15}))?$/;
const PHASES: ReadonlyMap<string, number> = new Map([
  ["a", 0],
  ["alpha", 0],
  ["b", 1],
  ["beta", 1],
  ["c", 2],
  ["rc", 2],
  ["pre", 2],
  ["preview", 2],
]);
const LATER = Number.MAX_SAFE_INTEGER;

function parse(text: string): ParsedVersion | undefined {
  const match = VERSION.exec(text.trim().toLowerCase());
  if (match === null) return undefined;
  const [, epoch, numbers = "", phase, pre, implicit, post, postNumber, dev, devNumber, local] =
    match;
  const written = numbers.split(".").map(Number);
  const isPostrelease = implicit !== undefined || post !== undefined;
  // A development release comes before everything of its version, and a version without a phase after all its pre-releases.
  const early = phase === undefined && !isPostrelease && dev !== undefined;
  return {
    epoch: Number(epoch ?? 0),
    release: withoutZeros(written),
    written,
    suffix: [
      phase === undefined ? (early ? -1 : LATER) : (PHASES.get(phase) ?? 0),
      phase === undefined ? 0 : Number(pre || 0),
      isPostrelease ? Number(implicit ?? (postNumber || 0)) : -1,
      dev === undefined ? LATER : Number(devNumber || 0),
    ],
    isPrerelease: phase !== undefined || dev !== undefined,
    isPostrelease,
    local: local?.split(/[-_.]/).map((part) => (/^\d+$/.test(part) ? Number(part) : part)) ?? [],
  };
}

function withoutZeros(numbers: readonly number[]): readonly number[] {
  return numbers.slice(0, numbers.findLastIndex((number) => number !== 0) + 1);
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function comparePublic(a: ParsedVersion, b: ParsedVersion): number {
  return (
    a.epoch - b.epoch || compareNumbers(a.release, b.release) || compareNumbers(a.suffix, b.suffix)
  );
}

/** Numbers come after words, and a longer label after a shorter one that it begins with. */
function compareLocal(a: ParsedVersion["local"], b: ParsedVersion["local"]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [one, other] = [a[at], b[at]];
    if (one === other) continue;
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    if (typeof one === "number" && typeof other === "number") return one - other;
    if (typeof one !== typeof other) return typeof one === "number" ? 1 : -1;
    return one < other ? -1 : 1;
  }
  return 0;
}

/**
 * Which of two versions comes first in Python's order (https://packaging.python.org/en/latest/specifications/version-specifiers/):
 * negative, zero or positive; `undefined` where one of them is none.
 */
export function comparePep440(a: string, b: string): number | undefined {
  const [one, other] = [parse(a), parse(b)];
  if (one === undefined || other === undefined) return undefined;
  return comparePublic(one, other) || compareLocal(one.local, other.local);
}

type Clause = (version: ParsedVersion, text: string) => boolean;

export interface Pep440Options {
  /** Pre-releases count like other versions; else only where a clause names one. */
  readonly prereleases?: boolean;
}

/**
 * A test for versions in Python's specifiers: `>=1.2,<2`, `~=1.4.2`, `==1.*`, `!=1.5`, `===local-name`. A clause without an
 * operator, spaces in place of commas and an empty text are none; `undefined` for these.
 */
export function pep440Range(
  text: string,
  { prereleases = false }: Pep440Options = {},
): ((version: string) => boolean) | undefined {
  const clauses: Clause[] = [];
  let namesPrerelease = prereleases;
  for (const part of text.split(",")) {
    const match = /^\s*(===|==|!=|<=|>=|~=|<|>)\s*(\S+)\s*$/.exec(part);
    const [, operator = "", wanted = ""] = match ?? [];
    const clause = match === null ? undefined : readClause(operator, wanted);
    if (clause === undefined) return undefined;
    clauses.push(clause);
    if (operator !== "!=" && parse(wanted)?.isPrerelease === true) namesPrerelease = true;
  }
  const arbitrary = /^\s*===\s*(\S+)\s*$/.exec(text)?.[1]?.toLowerCase();
  return (version) => {
    const parsed = parse(version);
    // Only `===` compares texts that are no versions.
    if (parsed === undefined) return arbitrary === version.toLowerCase();
    if (parsed.isPrerelease && !namesPrerelease) return false;
    return clauses.every((clause) => clause(parsed, version));
  };
}

function readClause(operator: string, text: string): Clause | undefined {
  if (operator === "===") return (_, version) => version.toLowerCase() === text.toLowerCase();
  const isPrefix = text.endsWith(".*");
  const wanted = parse(isPrefix ? text.slice(0, -2) : text);
  if (wanted === undefined || (isPrefix && operator !== "==" && operator !== "!="))
    return undefined;
  switch (operator) {
    case "==":
      return isPrefix ? startsWith(wanted) : equals(wanted);
    case "!=": {
      const same = isPrefix ? startsWith(wanted) : equals(wanted);
      return (version, asWritten) => !same(version, asWritten);
    }
    case ">=":
      return (version) => comparePublic(version, wanted) >= 0;
    case "<=":
      return (version) => comparePublic(version, wanted) <= 0;
    case ">":
      return (version) => comparePublic(version, wanted) > 0 && !isVariant(version, wanted, "post");
    case "<":
      return (version) => comparePublic(version, wanted) < 0 && !isVariant(version, wanted, "pre");
    default: {
      if (wanted.written.length < 2) return undefined;
      const same = startsWith({ ...wanted, written: wanted.written.slice(0, -1) });
      return (version, asWritten) =>
        comparePublic(version, wanted) >= 0 && same(version, asWritten);
    }
  }
}

/** A local label counts only where the specifier has one. */
function equals(wanted: ParsedVersion): Clause {
  return (version) =>
    comparePublic(version, wanted) === 0 &&
    (wanted.local.length === 0 || compareLocal(version.local, wanted.local) === 0);
}

function startsWith({ epoch, written }: ParsedVersion): Clause {
  return (version) =>
    version.epoch === epoch && written.every((part, at) => (version.written[at] ?? 0) === part);
}

/** `>1.0` means no post-release of 1.0, and `<1.0` none of its pre-releases, unless the specifier is one itself. */
function isVariant(version: ParsedVersion, wanted: ParsedVersion, kind: "post" | "pre"): boolean {
  const isOf =
    version.epoch === wanted.epoch && compareNumbers(version.release, wanted.release) === 0;
  return kind === "post"
    ? isOf && version.isPostrelease && !wanted.isPostrelease
    : isOf && version.isPrerelease && !wanted.isPrerelease;
}
