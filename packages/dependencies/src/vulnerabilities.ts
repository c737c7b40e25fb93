import type { AdvisoryMatch, PackageQuery } from "@assay/advisories";
import { groupBy } from "@assay/core";
import { type PackageGraph, shortestPaths } from "@assay/inventory";
import { atManifest, foremost, type LockedPackage, nameOf } from "./packages.ts";
import type { Vulnerability } from "./vulnerability.ts";

/** One vulnerability of one package of one lockfile, in every version that is locked there. */
export interface FoundVulnerability extends Vulnerability {
  /** Manifest, package and canonical id of the group: what makes it the same one in another run. */
  readonly key: string;
  /** Every entry that is affected; `component` is the one that is needed most. */
  readonly entries: readonly LockedPackage[];
}

type Matches = ReadonlyMap<PackageQuery, readonly AdvisoryMatch[]>;

/** One per group, package and manifest: whatever number of versions and records. */
export function findVulnerabilities(
  packages: readonly LockedPackage[],
  matches: Matches,
): readonly Omit<FoundVulnerability, "path">[] {
  const hits = packages.flatMap((entry) =>
    (entry.query === undefined ? [] : (matches.get(entry.query) ?? [])).map((match) => ({
      ...entry,
      entry,
      match,
    })),
  );
  const groups = groupBy(hits, ({ nameKey, match }) => `${nameKey}\0${match.group.canonicalId}`);
  return [...groups].map(([key, found]) => {
    // A version that is affected says more than one of which it can't be told.
    const affected = found.filter(({ match }) => match.verdict === "affected");
    const { graph, component, match } = foremost(affected.length > 0 ? affected : found);
    return { key, graph, component, match, entries: found.map(({ entry }) => entry) };
  });
}

/** Adds the shortest way to each, which is looked for where there is something to show it for. */
export function withPaths(
  found: readonly Omit<FoundVulnerability, "path">[],
  graphs: readonly PackageGraph[],
): readonly FoundVulnerability[] {
  const concerned = new Set(found.map(({ graph }) => graph));
  const pathOf = shortestPaths(graphs.filter((graph) => concerned.has(graph)));
  return found.map((each) => ({
    ...each,
    path: pathOf(each.component.id) ?? [nameOf(each.component)],
  }));
}

/** What the base has, by the keys under the lockfiles that the head has. */
export function byKeyAtHead<T extends Pick<FoundVulnerability, "key" | "graph">>(
  found: readonly T[],
  manifests: ReadonlyMap<string, string>,
): ReadonlyMap<string, T> {
  const successors = new Map([...manifests].map(([now, before]) => [before, now]));
  return new Map(
    found.map((each) => {
      const { key, graph } = each;
      return [atManifest(key, successors.get(graph.path) ?? graph.path), each];
    }),
  );
}
