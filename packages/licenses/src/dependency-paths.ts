import type { PackageGraph } from "@assay/inventory";
import { edgesBySource } from "@assay/inventory";

/**
 * The shortest way from a first-party component to each component, both ends included, as `name@version`. `undefined` for
 * what no way leads to.
 */
export function shortestPaths(
  graphs: readonly PackageGraph[],
): (componentId: string) => readonly string[] | undefined {
  const names = new Map<string, string>();
  /** The step before each component on its shortest way; first-party components have none. */
  const before = new Map<string, string | undefined>();
  for (const graph of graphs) {
    const outgoing = edgesBySource(graph.edges);
    const own = graph.components.filter((component) => component.firstParty);
    for (const { id, name, version } of graph.components) {
      names.set(id, version === undefined ? name : `${name}@${version}`);
    }
    // Breadth first: the first way that reaches a component is a shortest one.
    const queue = own.map((component) => component.id);
    for (const id of queue) before.set(id, undefined);
    for (const from of queue) {
      for (const { to } of outgoing.get(from) ?? []) {
        if (before.has(to)) continue;
        before.set(to, from);
        queue.push(to);
      }
    }
  }
  return (componentId) => {
    if (!before.has(componentId)) return undefined;
    const path: string[] = [];
    for (let id: string | undefined = componentId; id !== undefined; id = before.get(id)) {
      path.push(names.get(id) ?? id);
    }
    return path.reverse();
  };
}
