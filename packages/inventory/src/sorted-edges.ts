import { compareText } from "@assay/core";
import type { Edge } from "./graph.ts";

/** Sorted by ends, kind, alias and condition, each once. */
export function sortedEdges(edges: readonly Edge[]): readonly Edge[] {
  const sorted = edges.toSorted(compareEdges);
  return sorted.filter((edge, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareEdges(before, edge) !== 0;
  });
}

function compareEdges(a: Edge, b: Edge): number {
  return (
    compareText(a.from, b.from) ||
    compareText(a.to, b.to) ||
    compareText(a.kind, b.kind) ||
    compareText(a.alias ?? "", b.alias ?? "") ||
    compareText(a.condition ?? "", b.condition ?? "")
  );
}
