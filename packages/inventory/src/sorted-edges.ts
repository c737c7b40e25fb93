import { compareText, groupBy } from "@assay/core";
import type { Edge } from "./graph.ts";

/** Sorted by ends, kind, alias and condition, each once. */
export function sortedEdges(edges: readonly Edge[]): readonly Edge[] {
  const bySource = groupBy(edges, ({ from }) => from);
  // Texts alone are sorted by the engine itself, several times quicker than by a function that compares.
  return [...bySource.keys()].sort().flatMap((from) => {
    const sorted = bySource.get(from)?.sort(compareEdges) ?? [];
    return sorted.filter((edge, index) => {
      const before = sorted[index - 1];
      return before === undefined || compareEdges(before, edge) !== 0;
    });
  });
}

/** Of edges from one component. */
function compareEdges(a: Edge, b: Edge): number {
  return (
    compareText(a.to, b.to) ||
    compareText(a.kind, b.kind) ||
    compareText(a.alias ?? "", b.alias ?? "") ||
    compareText(a.condition ?? "", b.condition ?? "")
  );
}
