import { groupBy } from "@assay/core";
import type { Hash } from "@assay/inventory";
import type { SbomComponent } from "../model.ts";

export interface ChangedHash {
  readonly algorithm: string;
  readonly before: string;
  readonly after: string;
  /** Of which file, where it is not the package's only one. */
  readonly url?: string;
}

/**
 * Hashes that differ though their algorithm is the same: of the package, and of files that both have under one URL. What one of
 * the two has alone says nothing.
 */
export function changedHashes(before: SbomComponent, after: SbomComponent): readonly ChangedHash[] {
  const files = new Map(
    before.references.filter(isArchive).map(({ url, hashes }) => [url, hashes]),
  );
  return [
    ...differing(before.hashes, after.hashes),
    ...after.references
      .filter(isArchive)
      .flatMap(({ url, hashes }) =>
        differing(files.get(url) ?? [], hashes).map((hash) => ({ ...hash, url })),
      ),
  ];
}

function isArchive({ type }: { readonly type: string }): boolean {
  return type === "distribution" || type === "source-distribution";
}

function differing(before: readonly Hash[], after: readonly Hash[]): readonly ChangedHash[] {
  const [olds, news] = [byAlgorithm(before), byAlgorithm(after)];
  return [...news].flatMap(([algorithm, values]) => {
    const old = olds.get(algorithm) ?? [];
    const [one, other] = [old[0], values[0]];
    const isSame = values.some((value) => old.includes(value));
    return one === undefined || other === undefined || isSame
      ? []
      : [{ algorithm, before: one, after: other }];
  });
}

function byAlgorithm(hashes: readonly Hash[]): ReadonlyMap<string, readonly string[]> {
  const grouped = groupBy(hashes, ({ algorithm }) => algorithm);
  return new Map(
    [...grouped].map(([key, list]) => [key, list.map(({ value }) => value.toLowerCase())]),
  );
}
