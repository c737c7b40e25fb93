import type { Component, Hash } from "@assay/inventory";
import type { LockedPackage } from "./packages.ts";

export interface ChangedHash {
  readonly algorithm: string;
  readonly before: string;
  readonly after: string;
  /** Of which file, where the package has several. */
  readonly file?: string;
}

/** What breaks whoever wants to make other bytes of the same checksum is none. */
const WEAK: Readonly<Record<string, number>> = { MD5: 1, "SHA-1": 2 };

/**
 * Whether a package that had a checksum in a lockfile has none there any more, or only one of a broken algorithm: who takes it away
 * may give other bytes. Bundled packages never have one.
 */
export function lostHash(
  before: readonly LockedPackage[],
  after: readonly LockedPackage[],
): boolean {
  const formats = new Set([...before, ...after].map(({ graph }) => graph.format));
  const [olds, news] = [strengthsOf(before), strengthsOf(after)];
  return formats.size === 1 && olds.length > 0 && Math.min(...news) < Math.min(...olds);
}

function strengthsOf(entries: readonly LockedPackage[]): readonly number[] {
  return entries
    .filter(({ component }) => !component.flags.includes("bundled"))
    .map(({ component: { artifacts } }) =>
      artifacts
        .flatMap(({ hashes }) => hashes.map(({ algorithm }) => WEAK[algorithm] ?? 3))
        .reduce((most, each) => Math.max(most, each), 0),
    );
}

/**
 * A checksum that is another one though the algorithm, the file and the version are the same. A file or an algorithm that one
 * side has alone says nothing; of several checksums of one file, each is accepted (npm's lockfiles know one).
 */
export function changedHash(
  before: readonly LockedPackage[],
  after: readonly LockedPackage[],
): ChangedHash | undefined {
  const [olds, news] = [hashesOf(before), hashesOf(after)];
  // A release of Python has many files and its lockfiles rarely say of which a checksum is; elsewhere one more lets other bytes in.
  const isOne = after[0]?.component.ecosystem === "npm";
  for (const [key, values] of news) {
    const old = olds.get(key);
    const isKnown = (value: string) => old?.has(value) === true;
    if (old === undefined || (isOne ? [...values].every(isKnown) : [...values].some(isKnown)))
      continue;
    const [algorithm = "", file = ""] = key.split("\0");
    const [one = "", other = ""] = [[...old][0], [...values].find((value) => !isKnown(value))];
    return { algorithm, before: one, after: other, ...(file !== "" && { file }) };
  }
  return undefined;
}

/** By algorithm and file. */
function hashesOf(entries: readonly LockedPackage[]): ReadonlyMap<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const { component } of entries) {
    for (const { file, hashes } of filesOf(component)) {
      for (const { algorithm, value } of hashes) {
        const key = `${algorithm}\0${file}`;
        const values = all.get(key) ?? new Set();
        all.set(key, values.add(value));
      }
    }
  }
  return all;
}

/** A package's only file needs no name: its address may change with the registry. */
function filesOf({
  artifacts,
}: Component): readonly { readonly file: string; readonly hashes: readonly Hash[] }[] {
  const isOnly = artifacts.length === 1;
  return artifacts.map(({ hashes, fileName, url }) => ({
    hashes,
    file: isOnly ? "" : (fileName ?? url?.replace(/[?#].*/s, "").replace(/.*\//s, "") ?? ""),
  }));
}
