import { compareVersions, isVersion } from "./compare.ts";
import { readPep440 } from "./orders/pep440.ts";
import type { OrderName } from "./orders.ts";

const DASH = (text: string) => /^[^+-]+-/.test(text);
/** `~` in what stands before the revision: in the revision it is a rebuild for an older distribution. */
const TILDE = (text: string) => text.replace(/-[^-]*$/, "").includes("~");
const MAVEN_WORD = /(?<![^\d.-])(?:alpha|beta|milestone|rc|cr|snapshot|[abm](?=\d))(?=[\d.-]|$)/i;

/** By order: whether a version of it says that it comes before a release. */
const PRERELEASE: Readonly<Partial<Record<OrderName, (text: string) => boolean>>> = {
  semver: DASH,
  pub: DASH,
  nuget: DASH,
  pep440: (text) => readPep440(text)?.isPrerelease ?? false,
  maven: (text) => MAVEN_WORD.test(text),
  rubygems: (text) => /[A-Za-z-]/.test(text),
  packagist: (text) =>
    /\d[._-]?(?:alpha|beta|[ab]|rc)(?![a-z])|dev$/i.test(text.replace(/\+.*$/, "")),
  dpkg: TILDE,
  rpm: TILDE,
  apk: (text) => /_(?:alpha|beta|pre|rc)/.test(text),
};

/** Whether a version says that it comes before a release: `1.0.0-rc.1`, `1.0a1`, `1.0-SNAPSHOT`. What is no version does not. */
export function isPrerelease(order: OrderName, version: string): boolean {
  return isVersion(order, version) && (PRERELEASE[order]?.(version.trim()) ?? false);
}

/** What an update changes: the first, the second or a later number; `other` where no number does, or not upwards. */
export type UpdateType = "major" | "minor" | "patch" | "other";

/**
 * The type of an update by the first number that differs; another epoch is a major update. `other` where a text is no version, where
 * the new version is not later, and where only what follows the numbers differs.
 */
export function updateTypeOf(order: OrderName, from: string, to: string): UpdateType {
  if ((compareVersions(order, from, to) ?? 0) >= 0) return "other";
  const [one, other] = [numbersOf(order, from), numbersOf(order, to)];
  for (let at = 0; at < one.length || at < other.length; at++)
    if ((one[at] ?? "") !== (other[at] ?? ""))
      return at < 2 ? "major" : at === 2 ? "minor" : "patch";
  return "other";
}

/** Epoch and numbers, without zeros before them. */
function numbersOf(order: OrderName, version: string): readonly string[] {
  const separated = order === "cran" ? version.replaceAll("-", ".") : version;
  const [, epoch = "", numbers = ""] = /^\s*(?:(\d+)[:!])?v?(\d+(?:\.\d+)*)/i.exec(separated) ?? [];
  return [epoch, ...numbers.split(".")].map((digits) => digits.replace(/^0+/, ""));
}
