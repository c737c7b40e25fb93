import { compareText } from "@assay/core";
import type { EdgeKind, Scope } from "@assay/inventory";
import type { SbomComponent, SbomEdge } from "../model.ts";

/** Which says the most of an edge that is named twice. */
const KINDS: readonly EdgeKind[] = ["development", "test", "build", "optional", "peer", "runtime"];

/** Each pair once, of the kind that says the most; without those of a component to itself. */
export function sortedEdges(edges: readonly SbomEdge[]): readonly SbomEdge[] {
  const merged = new Map<string, SbomEdge>();
  for (const edge of edges) {
    const key = edgeKey(edge);
    const known = merged.get(key);
    if (edge.from === edge.to) continue;
    if (known === undefined || KINDS.indexOf(edge.kind) < KINDS.indexOf(known.kind))
      merged.set(key, edge);
  }
  return [...merged.values()].sort(
    (a, b) => compareText(a.from, b.from) || compareText(a.to, b.to),
  );
}

/** The same for the same pair of texts only, whatever characters these hold. */
export function edgeKey({ from, to }: Pick<SbomEdge, "from" | "to">): string {
  return `${from.length}\n${from}\n${to}`;
}

const RANKS: Readonly<Record<Scope, number>> = { runtime: 0, optional: 1, development: 2 };

/**
 * What the scopes of two ends tell: they come from the ways to a component, so that an edge to one of a weaker scope must be of
 * that scope itself.
 */
export function inferredKinds(
  edges: readonly SbomEdge[],
  refs: ReadonlyMap<string, SbomComponent>,
): readonly SbomEdge[] {
  return edges.map((edge) => {
    const from = refs.get(edge.from)?.scope ?? "runtime";
    const to = refs.get(edge.to)?.scope ?? "runtime";
    return RANKS[to] > RANKS[from] ? { ...edge, kind: to } : edge;
  });
}
