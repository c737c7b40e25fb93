import type { ImageFact } from "../reader.ts";
import { sinceLayer, type Version } from "./history.ts";
import { type OsDatabase, type PlacedPackage, packageKey } from "./package.ts";

/**
 * The packages of the databases that a container would see, each with the layer since which it is there.
 *
 * @param all Every version of every path, the newest first.
 * @param current Those that a container would see.
 */
export function placedPackages(
  all: readonly ImageFact<OsDatabase>[],
  current: readonly ImageFact<OsDatabase>[],
): readonly PlacedPackage[] {
  const versions = all.map(
    ({ path, layer, since, fact }): Version => ({
      path,
      layer,
      since,
      keys: new Set(fact.packages.map(packageKey)),
    }),
  );
  return current.flatMap(({ path, layer, fact }) =>
    fact.packages.map((entry) => {
      const since = sinceLayer(versions, path, packageKey(entry));
      return { ...entry, path, layer, since };
    }),
  );
}
