import type { Component, Edge, PackageGraph } from "@assay/inventory";
import { readRange } from "@assay/versions";

/** Somebody who asks for a package. */
export interface Parent {
  readonly component: Component;
  readonly edge: Edge;
  /** Whether what it asks for takes the new version; absent where its requirement is not known or can't be read. */
  readonly allows?: boolean;
}

/** Who asks for any of these entries of one package, each requirement once. */
export function parentsOf(
  graph: PackageGraph,
  entries: readonly Component[],
  to: string,
): readonly Parent[] {
  const wanted = new Map(entries.map((entry) => [entry.id, entry]));
  const byId = new Map(graph.components.map((component) => [component.id, component]));
  const seen = new Set<string>();
  return graph.edges.flatMap((edge) => {
    const [component, entry] = [byId.get(edge.from), wanted.get(edge.to)];
    const key = `${edge.from}\0${edge.requirement ?? ""}`;
    if (component === undefined || entry === undefined || seen.has(key)) return [];
    seen.add(key);
    const allows = takes(entry, edge.requirement, to);
    return [{ component, edge, ...(allows !== undefined && { allows }) }];
  });
}

/** Whether a requirement as it is written takes a version; `undefined` where it can't be read. */
export function takes(
  { purl, ecosystem }: Pick<Component, "purl" | "ecosystem">,
  requirement: string | undefined,
  version: string,
): boolean | undefined {
  const type = /^pkg:([^/]+)\//.exec(purl ?? "")?.[1] ?? ecosystem;
  // Go asks for the least version of a major one, which its module path names.
  if (type === "golang") return true;
  if (requirement === undefined) return undefined;
  // An alias: `npm:real@^1.2`.
  const range = rangeOf(requirement).replace(/^npm:(?:@[^@/]+\/)?[^@/]+@/, "");
  return readRange(type, range.trim())?.(version);
}

/** As manifests write it: Yarn puts `npm:` before every range, and NuGet an interval in place of the least version. */
export function rangeOf(requirement: string): string {
  return requirement.replace(/^npm:(?=[^@]*$)/, "").replace(/^\[([^,]+), \)$/, "$1");
}
