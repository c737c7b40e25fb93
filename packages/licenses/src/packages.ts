import type { Subject } from "@assay/core";
import { addTo } from "@assay/core";
import { type Component, type Inventory, type PackageGraph, shortestPaths } from "@assay/inventory";

/** One package of somebody else's, however often it is locked. */
export interface AuditPackage {
  /** The purl, or what stands for it. */
  readonly key: string;
  /** Without the version: two versions of one package share it. */
  readonly nameKey: string;
  readonly subject: Subject;
  /** Its entries, at least one; those of the first lockfile first. */
  readonly entries: readonly Component[];
}

export interface Collected {
  /** Sorted by key. */
  readonly packages: readonly AuditPackage[];
  /** Entries of the repository's own. */
  readonly firstParty: number;
}

const SCOPE_ORDER = { runtime: 0, optional: 1, development: 2 } as const;

/** The packages of all lockfiles, each once, with the least scope of its entries and the ways that lead to it. */
export function collectPackages(inventory: Inventory): Collected {
  const groups = new Map<string, { component: Component; graph: PackageGraph }[]>();
  let firstParty = 0;
  for (const graph of inventory.graphs) {
    for (const component of graph.components) {
      if (component.firstParty) {
        firstParty++;
        continue;
      }
      addTo(groups, packageKey(component), { component, graph });
    }
  }
  const pathsOf = shortestPaths(inventory.graphs);
  const packages = [...groups].map(([key, group]) => {
    const entries = group.map(({ component }) => component);
    const paths = group.map(({ component }) => pathsOf(component.id));
    const subject = subjectOf(entries, paths);
    return { key, nameKey: `${subject.ecosystem ?? ""}:${subject.name}`, entries, subject };
  });
  return { packages: packages.sort((a, b) => (a.key < b.key ? -1 : 1)), firstParty };
}

function packageKey(component: Component): string {
  const { purl, ecosystem, name, version } = component;
  return purl ?? `${ecosystem}:${name}@${version ?? ""}`;
}

/** `name@version`, as people write it. */
export function displayName({ name, version }: Pick<Subject, "name" | "version">): string {
  return version === undefined ? name : `${name}@${version}`;
}

const MAX_PATHS = 3;

function subjectOf(
  entries: readonly Component[],
  paths: readonly (readonly string[] | undefined)[],
): Subject {
  const scope = entries
    .map((entry) => entry.scope)
    .reduce((least, other) => (SCOPE_ORDER[other] < SCOPE_ORDER[least] ? other : least));
  const [first] = entries;
  // Where no entry says it, nobody knows; one that says yes is enough.
  const answers = entries.flatMap(({ direct }) => direct ?? []);
  const isDirect = answers.length === 0 ? undefined : answers.includes(true);
  const known = paths.filter((path) => path !== undefined);
  const distinct = [...new Map(known.map((path) => [path.join("\0"), path])).values()];
  return {
    name: first?.name ?? "",
    ...(first?.version === undefined ? {} : { version: first.version }),
    ...(first?.purl === undefined ? {} : { purl: first.purl }),
    ...(first === undefined ? {} : { ecosystem: first.ecosystem }),
    scope,
    ...(isDirect === undefined ? {} : { direct: isDirect }),
    paths: distinct.sort((a, b) => a.length - b.length).slice(0, MAX_PATHS),
  };
}
