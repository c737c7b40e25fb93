import type { Edge, EdgeKind } from "@assay/inventory";
import type { SbomEdge } from "./model.ts";

/** Strongest first. */
const KINDS: readonly EdgeKind[] = ["runtime", "peer", "optional", "build", "test", "development"];

/** Between two packages one edge stands, of the strongest kind. Sorted. */
export function mergeEdges(
  edges: readonly Pick<Edge, "from" | "to" | "kind">[],
  refOf: ReadonlyMap<string, string>,
): readonly SbomEdge[] {
  const merged = new Map<string, Map<string, EdgeKind>>();
  for (const edge of edges) {
    const from = refOf.get(edge.from);
    const to = refOf.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const targets = merged.get(from) ?? new Map<string, EdgeKind>();
    if (targets.size === 0) merged.set(from, targets);
    const known = targets.get(to);
    if (known === undefined || KINDS.indexOf(edge.kind) < KINDS.indexOf(known))
      targets.set(to, edge.kind);
  }
  const sorted: SbomEdge[] = [];
  for (const from of [...merged.keys()].sort()) {
    const targets = merged.get(from) ?? new Map<string, EdgeKind>();
    for (const to of [...targets.keys()].sort())
      sorted.push({ from, to, kind: targets.get(to) ?? "runtime" });
  }
  return sorted;
}
