import { plural } from "@assay/core";
import type { Component, Gap, PackageGraph } from "./graph.ts";
import { edgesBySource } from "./reachability.ts";

/** A component that nothing asks for. */
export interface OrphanHead {
  readonly component: Component;
  /** How many others only it, or another such component before it, leads to. */
  readonly below: number;
}

/**
 * The heads of what no way leads to from a root: a component that no other asks for, or, in a circle of them, the first. None where
 * the source does not say what needs what: then nothing is known to be unneeded.
 */
export function orphanHeads(graph: PackageGraph): readonly OrphanHead[] {
  const { roots, components, edges, edgeCompleteness, withoutEdges } = graph;
  if (edgeCompleteness !== "complete" || roots.length === 0 || withoutEdges !== undefined)
    return [];
  const outgoing = edgesBySource(edges);
  const reached = new Set<string>();
  const reach = (start: string): number => {
    const before = reached.size;
    const pending = [start];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      for (const { to } of outgoing.get(id) ?? []) pending.push(to);
    }
    return reached.size - before;
  };
  for (const root of roots) reach(root);
  const orphans = components.filter(({ id }) => !reached.has(id));
  if (orphans.length === 0) return [];
  const asked = new Set(edges.map(({ to }) => to));
  // First those that nothing asks for; what is left after them asks for each other in circles.
  const inOrder = [
    ...orphans.filter(({ id }) => !asked.has(id)),
    ...orphans.filter(({ id }) => asked.has(id)),
  ];
  const heads: OrphanHead[] = [];
  for (const component of inOrder) {
    if (!reached.has(component.id)) heads.push({ component, below: reach(component.id) - 1 });
  }
  return heads;
}

/** One gap per head, with the number of packages below it. */
export function orphanGaps(graph: PackageGraph): readonly Gap[] {
  const note = graph.orphanNote === undefined ? "" : `; ${graph.orphanNote}`;
  return orphanHeads(graph).map(({ component, below }) => {
    const more = below === 0 ? "" : `, nor to the ${plural(below, "package")} below it`;
    return {
      kind: "orphan",
      item: component.id.slice(graph.path.length + 1),
      reason: `no dependency in the lockfile leads to it${more}${note}`,
      identity: "",
      location: component.location,
      componentId: component.id,
    };
  });
}
