import { AFTER, END, numberKey, partKey, withoutZeros } from "../key.ts";

/** One version of Python's scheme. Numbers and parts are keys (`key.ts`). */
export interface Pep440 {
  readonly epoch: string;
  /** Without trailing zeros: `1.0` is `1`. */
  readonly release: string;
  /** As it was written, with its zeros: prefixes and `~=` count its numbers. */
  readonly written: readonly string[];
  /** All but the local label. */
  readonly public: string;
  readonly local: string;
  readonly isPrerelease: boolean;
  readonly isPostrelease: boolean;
}

const VERSION =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z\d]+(?:[-_.][a-z\d]+)*))?$/;

/**
 * The parts of a version of Python (https://packaging.python.org/en/latest/specifications/version-specifiers/); `undefined` where the
 * text is none.
 */
export function readPep440(text: string): Pep440 | undefined {
  const match = VERSION.exec(text.trim().toLowerCase());
  if (match === null) return undefined;
  const [, epochText, numbers = "", phase, pre, implicit, post, postNumber, dev, devNumber, local] =
    match;
  const epoch = numberKey(epochText ?? "");
  const written = numbers.split(".").map(numberKey);
  const release = withoutZeros(written).join("");
  const isPostrelease = implicit !== undefined || post !== undefined;
  return {
    epoch,
    release,
    written,
    public:
      epoch +
      release +
      // A development release comes before everything of its version, and a version without a phase after all its pre-releases.
      (phase === undefined
        ? dev !== undefined && !isPostrelease
          ? "\u0001"
          : "\u0005"
        : phaseKey(phase) + numberKey(pre ?? "")) +
      (isPostrelease ? numberKey(implicit ?? postNumber ?? "") : END) +
      (dev === undefined ? AFTER : numberKey(devNumber ?? "")),
    // Numbers come after words, and a longer label after a shorter one that it begins with.
    local: (local?.split(/[-_.]/) ?? []).map((part) => partKey(part, "\u0002")).join(""),
    isPrerelease: phase !== undefined || dev !== undefined,
    isPostrelease,
  };
}

function phaseKey(phase: string): string {
  return phase.startsWith("a") ? "\u0002" : phase.startsWith("b") ? "\u0003" : "\u0004";
}

/**
 * Python's order; texts that are no version of its scheme come before all that are, in the order that `pkg_resources` gave them.
 */
export function pep440Key(text: string): string | undefined {
  const version = readPep440(text);
  return version === undefined ? legacyKey(text.toLowerCase()) : version.public + version.local;
}

const LEGACY: ReadonlyMap<string, string> = new Map([
  ["pre", "c"],
  ["preview", "c"],
  ["rc", "c"],
  ["-", "final-"],
  ["dev", "@"],
]);

/** Numbers as eight digits at least, words after `*`, so that words come before numbers and before the end, which is `*final`. */
function legacyKey(text: string): string {
  const parts: string[] = [];
  const tokens = text.match(/\d+|[a-z]+|-|[^\da-z.-]+/g) ?? [];
  for (const token of [...tokens, "final"]) {
    if (/^\d/.test(token)) {
      parts.push(token.padStart(8, "0"));
      continue;
    }
    const word = `*${LEGACY.get(token) ?? token}`;
    if (word < "*final") while (parts.at(-1) === "*final-") parts.pop();
    while (parts.at(-1) === "00000000") parts.pop();
    parts.push(word);
  }
  return END + parts.map((part) => part + END).join("");
}

/** `compareVersions` of Python's order, but `undefined` where a text is no version of its scheme. */
export function comparePep440(a: string, b: string): number | undefined {
  const [one, other] = [readPep440(a), readPep440(b)];
  if (one === undefined || other === undefined) return undefined;
  return compareKeys(one.public, other.public) || compareKeys(one.local, other.local);
}

export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
