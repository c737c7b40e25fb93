import type { Order } from "../order.ts";

/** One version of Python's scheme, in parts that are compared in this order. */
export interface Pep440 {
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

/** The parts of a version of Python; `undefined` where the text is none. */
export function readPep440(text: string): Pep440 | undefined {
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

export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Without the local label. */
export function comparePublic(a: Pep440, b: Pep440): number {
  return (
    a.epoch - b.epoch || compareNumbers(a.release, b.release) || compareNumbers(a.suffix, b.suffix)
  );
}

/** Numbers come after words, and a longer label after a shorter one that it begins with. */
export function compareLocal(a: Pep440["local"], b: Pep440["local"]): number {
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
  const [one, other] = [readPep440(a), readPep440(b)];
  if (one === undefined || other === undefined) return undefined;
  return comparePublic(one, other) || compareLocal(one.local, other.local);
}

export const pep440: Order<Pep440> = {
  read: readPep440,
  compare: (a, b) => comparePublic(a, b) || compareLocal(a.local, b.local),
  isPrerelease: (version) => version.isPrerelease,
  numbers: (version) => [version.epoch, ...version.written],
};
