import { type Edge, orphanHeads, type PackageGraph } from "@assay/inventory";

/**
 * Edges from the root to the heads of what no way leads to: such an entry is installed without anybody asking for it, and it must
 * not hang in the air. The graph's gaps say that these edges are ours.
 */
export function orphanEdges(graph: PackageGraph): readonly Edge[] {
  const [root] = graph.roots;
  if (root === undefined) return [];
  return orphanHeads(graph).map(({ component: { id, scope } }) => ({
    from: root,
    to: id,
    kind: scope,
  }));
}
