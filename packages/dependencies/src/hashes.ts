import type { Component, Hash } from "@assay/inventory";
import type { LockedPackage } from "./packages.ts";

export interface ChangedHash {
  readonly algorithm: string;
  readonly before: string;
  readonly after: string;
  /** Of which file, where the package has several. */
  readonly file?: string;
}

/**
 * A checksum that is another one though the algorithm, the file and the version are the same. A file or an algorithm that one
 * side has alone says nothing; of several checksums of one file, each is accepted.
 */
export function changedHash(
  before: readonly LockedPackage[],
  after: readonly LockedPackage[],
): ChangedHash | undefined {
  const [olds, news] = [hashesOf(before), hashesOf(after)];
  for (const [key, values] of news) {
    const old = olds.get(key);
    if (old === undefined || [...values].some((value) => old.has(value))) continue;
    const [algorithm = "", file = ""] = key.split("\0");
    const [one = "", other = ""] = [[...old][0], [...values][0]];
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
