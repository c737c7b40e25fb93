import { groupBy } from "@assay/core";
import type { Hash } from "@assay/inventory";
import type { SbomComponent } from "../model.ts";
import { hashValue } from "../read/hash-value.ts";

export interface ChangedHash {
  readonly algorithm: string;
  readonly before: string;
  readonly after: string;
  /** Of which file, where it is not the package's only one. */
  readonly url?: string;
}

/**
 * Hashes that differ though their algorithm is the same: of the package, and of files that both have under one URL. Of an algorithm that
 * one of the two has alone nothing can be said; see `hasWeakerHash`.
 */
export function changedHashes(before: SbomComponent, after: SbomComponent): readonly ChangedHash[] {
  const files = archivesOf(before);
  return [
    ...differing(before.hashes, after.hashes),
    ...[...archivesOf(after)].flatMap(([url, hashes]) =>
      differing(files.get(url) ?? [], hashes).map((hash) => ({ ...hash, url })),
    ),
  ];
}

/** Whether what vouches for a package is weaker than before, or gone: another archive may have taken its place. */
export function hasWeakerHash(before: SbomComponent, after: SbomComponent): boolean {
  return strength(after) < strength(before);
}

/** 0 without a hash, 1 with one that collisions are known of. */
function strength(component: SbomComponent): number {
  const all = [component.hashes, ...archivesOf(component).values()].flat();
  return all.reduce(
    (most, { algorithm }) => Math.max(most, /^(?:MD|SHA-?1$|ADLER)/i.test(algorithm) ? 1 : 2),
    0,
  );
}

/** The hashes of each archive, by its URL. */
function archivesOf({ references }: SbomComponent): ReadonlyMap<string, readonly Hash[]> {
  const grouped = groupBy(references.filter(isArchive), ({ url }) => url);
  return new Map([...grouped].map(([url, list]) => [url, list.flatMap(({ hashes }) => hashes)]));
}

function isArchive({ type }: { readonly type: string }): boolean {
  return type === "distribution" || type === "source-distribution";
}

function differing(before: readonly Hash[], after: readonly Hash[]): readonly ChangedHash[] {
  const [olds, news] = [byAlgorithm(before), byAlgorithm(after)];
  return [...news].flatMap(([algorithm, values]) => {
    const old = olds.get(algorithm) ?? [];
    const known = new Set(old);
    // Each of several is accepted: one that is new is another archive's.
    const other = values.find((value) => !known.has(value));
    const one = old.find((value) => !values.includes(value)) ?? old[0];
    return one === undefined || other === undefined
      ? []
      : [{ algorithm, before: one, after: other }];
  });
}

function byAlgorithm(hashes: readonly Hash[]): ReadonlyMap<string, readonly string[]> {
  const grouped = groupBy(hashes, ({ algorithm }) => algorithm);
  return new Map(
    [...grouped].map(([key, list]) => [key, list.map(({ value }) => hashValue(value))]),
  );
}
