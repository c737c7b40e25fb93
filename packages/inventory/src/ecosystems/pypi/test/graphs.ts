import type { PackageGraph } from "../../../graph.ts";
import { memorySource, readInventory } from "../../../index.ts";

type Files = Readonly<Record<string, string>>;

/** The graph of the only lockfile among these files. */
export async function graphOf(files: Files): Promise<PackageGraph> {
  const { graphs, skipped } = await readInventory(memorySource(files));
  const [graph] = graphs;
  if (graph === undefined || graphs.length > 1)
    throw new TypeError(`${graphs.length} graphs: ${skipped[0]?.reason}`);
  return graph;
}

/** Every edge as `from > to kind {condition}`, by the entries' keys. */
export function edgesOf({ edges, path }: PackageGraph): readonly string[] {
  const key = (id: string) => id.slice(path.length + 1);
  return edges.map(
    ({ from, to, kind, condition }) =>
      `${key(from)} > ${key(to)} ${kind}${condition === undefined ? "" : ` {${condition}}`}`,
  );
}

/** What is wrong with the only graph, but for missing hashes: that gap has tests of its own. */
export function gapsOf({ gaps }: PackageGraph): readonly string[] {
  return gaps
    .filter(({ kind }) => kind !== "no-integrity")
    .map(({ kind, item, reason }) => `${kind} ${item}: ${reason}`);
}

/** One field of every component, by the entries' keys. */
export function fieldOf<K extends keyof PackageGraph["components"][number]>(
  { components, path }: PackageGraph,
  field: K,
): Readonly<Record<string, PackageGraph["components"][number][K]>> {
  return Object.fromEntries(
    components.map((each) => [each.id.slice(path.length + 1), each[field]]),
  );
}

/** Why nothing is read of these files. */
export async function refusal(files: Files): Promise<string> {
  const { graphs, skipped } = await readInventory(memorySource(files));
  if (graphs.length > 0) throw new TypeError("it was read");
  return skipped.map(({ kind, reason }) => `${kind}: ${reason}`).join("\n");
}
