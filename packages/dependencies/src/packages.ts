import { type PackageQuery, queryOf } from "@assay/advisories";
import type { Subject } from "@assay/core";
import type { Component, PackageGraph } from "@assay/inventory";

/** One entry of a lockfile that is somebody else's. */
export interface LockedPackage {
  readonly graph: PackageGraph;
  readonly component: Component;
  /** What advisories are asked; absent where no database covers its ecosystem. */
  readonly query?: PackageQuery;
  /** Manifest, ecosystem and name: what stays the same when the version changes. */
  readonly nameKey: string;
}

/**
 * Gives the packages of lockfiles, entry by entry, without the repository's own; equal questions are one object, and so are the
 * entries of a lockfile that is asked for again.
 */
export function packageReader(): (graphs: readonly PackageGraph[]) => readonly LockedPackage[] {
  const questions = new Map<string, PackageQuery | undefined>();
  const read = new Map<PackageGraph, readonly LockedPackage[]>();
  return (graphs) =>
    graphs.flatMap((graph) => {
      const packages = read.get(graph) ?? packagesOf(graph, questions);
      read.set(graph, packages);
      return packages;
    });
}

function packagesOf(
  graph: PackageGraph,
  questions: Map<string, PackageQuery | undefined>,
): readonly LockedPackage[] {
  return graph.components.flatMap((component): readonly LockedPackage[] => {
    if (component.firstParty) return [];
    const { purl, ecosystem, name, version, flags } = component;
    const key = JSON.stringify([purl, ecosystem, name, version, flags]);
    if (!questions.has(key)) questions.set(key, queryOf(component));
    const query = questions.get(key);
    const nameKey = [graph.path, query?.ecosystem ?? ecosystem, query?.name ?? name].join("\0");
    return [{ graph, component, nameKey, ...(query !== undefined && { query }) }];
  });
}

/** The manifest that a key begins with, replaced: a lockfile that was moved is the same one. */
export function atManifest(nameKey: string, manifest: string): string {
  return manifest + nameKey.slice(nameKey.indexOf("\0"));
}

const SCOPES = { runtime: 0, optional: 1, development: 2 } as const;

/** The entry that is needed most. */
export function foremost<T extends { readonly component: Component }>(entries: readonly T[]): T {
  const [first, ...others] = entries;
  if (first === undefined) throw new RangeError("There is no entry");
  const rank = ({ component }: T) =>
    SCOPES[component.scope] * 2 + (component.direct === true ? 0 : 1);
  return others.reduce((least, each) => (rank(each) < rank(least) ? each : least), first);
}

/** What reports say a finding is about. */
export function subjectOf(
  { purl, ecosystem, name, version, scope, direct }: Component,
  path: readonly string[] = [],
): Subject {
  return {
    name,
    ...(version !== undefined && { version }),
    ...(purl !== undefined && { purl }),
    ecosystem,
    scope,
    ...(direct !== undefined && { direct }),
    ...(path.length > 1 && { paths: [path] }),
  };
}

/** `name@version`, as people write it. */
export function nameOf({ name, version }: Pick<Component, "name" | "version">): string {
  return version === undefined ? name : `${name}@${version}`;
}
