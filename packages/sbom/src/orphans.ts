import { type Edge, edgesBySource, type LockfileGraph } from "@assay/inventory";

/**
 * Edges from the root to what no way leads to: such an entry is installed without anybody asking for it, and it must not
 * hang in the air. The lockfile's gaps say that these edges are ours.
 */
export function orphanEdges({ rootId, components, edges }: LockfileGraph): readonly Edge[] {
  const outgoing = edgesBySource(edges);
  const reached = new Set<string>();
  const reach = (start: string) => {
    const pending = [start];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      for (const { to } of outgoing.get(id) ?? []) pending.push(to);
    }
  };
  reach(rootId);
  const asked = new Set(edges.map(({ to }) => to));
  const orphans = components.filter(({ id }) => !reached.has(id));
  const added: Edge[] = [];
  // First those that nothing asks for; what is left after them asks for each other in circles.
  for (const { id, scope } of [
    ...orphans.filter((orphan) => !asked.has(orphan.id)),
    ...orphans.filter((orphan) => asked.has(orphan.id)),
  ]) {
    if (reached.has(id)) continue;
    added.push({ from: rootId, to: id, kind: scope });
    reach(id);
  }
  return added;
}
