import type { PackageGraph } from "../../../graph.ts";
import { memorySource, readInventory } from "../../../index.ts";

type Packages = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * The graph of a lockfile with these `packages`, written with one field per line. That they have no checksums is left out: the
 * gap of that kind has tests of its own.
 */
export async function graphOf(
  packages: Packages,
  path = "package-lock.json",
  top: Readonly<Record<string, unknown>> = { name: "app", version: "1.0.0" },
): Promise<PackageGraph> {
  const text = JSON.stringify({ ...top, lockfileVersion: 3, packages }, null, 2);
  const { graphs, skipped } = await readInventory(memorySource({ [path]: text }));
  const [graph] = graphs;
  if (graph === undefined) throw new TypeError(`no graph: ${skipped[0]?.reason}`);
  return { ...graph, gaps: graph.gaps.filter(({ kind }) => kind !== "no-integrity") };
}

/** Every edge as `from > to kind`, with the parts of the ids behind the lockfile; the root is `.`. */
export function edgesOf({ edges, path }: PackageGraph): string[] {
  const key = (id: string) => id.slice(path.length + 1) || ".";
  return edges.map(({ from, to, kind }) => `${key(from)} > ${key(to)} ${kind}`);
}
