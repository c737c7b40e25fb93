import type { Component, PackageGraph } from "../../graph.ts";
import { memorySource, readInventory } from "../../index.ts";

export type Files = Readonly<Record<string, string>>;

/** The graph of the only lockfile among these files. */
export async function graphOf(files: Files): Promise<PackageGraph> {
  const { graphs, skipped } = await readInventory(memorySource(files));
  const [graph] = graphs;
  if (graph === undefined || graphs.length > 1)
    throw new TypeError(`${graphs.length} graphs: ${skipped[0]?.reason}`);
  return graph;
}

/** Every edge as `from > to kind [as alias] {condition}`, by the entries' keys. */
export function edgesOf({ edges, path }: PackageGraph): readonly string[] {
  const key = (id: string) => id.slice(path.length + 1);
  return edges.map(({ from, to, kind, alias, condition }) =>
    [
      `${key(from)} > ${key(to)} ${kind}`,
      ...(alias === undefined ? [] : [`[as ${alias}]`]),
      ...(condition === undefined ? [] : [`{${condition}}`]),
    ].join(" "),
  );
}

/** What is wrong with the graph, but for missing checksums: that gap has tests of its own. */
export function gapsOf({ gaps }: PackageGraph): readonly string[] {
  return gaps
    .filter(({ kind }) => kind !== "no-integrity")
    .map(({ kind, item, reason }) => `${kind} ${item}: ${reason}`);
}

/** One field of every component, by the entries' keys. */
export function fieldOf<K extends keyof Component>(
  { components, path }: PackageGraph,
  field: K,
): Readonly<Record<string, Component[K]>> {
  return Object.fromEntries(
    components.map((each) => [each.id.slice(path.length + 1), each[field]]),
  );
}

/** Why nothing is known of these files: `kind item: reason`. */
export async function skippedOf(files: Files): Promise<readonly string[]> {
  const { skipped } = await readInventory(memorySource(files));
  return skipped.map(({ kind, item, reason }) => `${kind} ${item}: ${reason}`);
}
