import type { PackageGraph } from "./graph.ts";
import { edgesBySource } from "./reachability.ts";

/** Longer ways are told by their start and their last steps: a chain through a hostile lockfile is as long as the lockfile. */
const MAX_STEPS = 30;

/**
 * The shortest way from a first-party component to each component, both ends included, as `name@version`. `undefined` for
 * what no way leads to. In a long one, `…` stands for the steps in the middle.
 */
export function shortestPaths(
  graphs: readonly PackageGraph[],
): (componentId: string) => readonly string[] | undefined {
  const names = new Map<string, string>();
  /** The step before each component on its shortest way; first-party components have none. */
  const before = new Map<string, string | undefined>();
  const starts = new Map<string, string>();
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
        starts.set(to, starts.get(from) ?? from);
        queue.push(to);
      }
    }
  }
  return (componentId) => {
    if (!before.has(componentId)) return undefined;
    const nameOf = (id: string) => names.get(id) ?? id;
    const path: string[] = [];
    let id: string | undefined = componentId;
    for (; id !== undefined && path.length < MAX_STEPS; id = before.get(id)) path.push(nameOf(id));
    const start = starts.get(componentId);
    if (id !== undefined && start !== undefined) {
      if (id !== start) path.push("…");
      path.push(nameOf(start));
    }
    return path.reverse();
  };
}
