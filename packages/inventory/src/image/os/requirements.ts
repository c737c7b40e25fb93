import { addTo } from "@assay/core";
import type { Edge } from "../../graph.ts";
import { sortedEdges } from "../../sorted-edges.ts";
import type { PlacedPackage } from "./package.ts";

/** Of one name: more is no package manager's. */
const MAX_PROVIDERS = 50;
const FOR_ALL = new Set(["all", "noarch", "any"]);

/**
 * What needs what, by the names that packages have and provide. Versions are not compared: a package manager installs nothing whose
 * requirements do not hold. Of alternatives the first that is there; of several that provide a name all, for any of them may be meant.
 *
 * @param ids Every package with its component's id.
 */
export function edgesOf(ids: ReadonlyMap<PlacedPackage, string>): readonly Edge[] {
  const byName = new Map<string, PlacedPackage[]>();
  const providers = new Map<string, PlacedPackage[]>();
  for (const entry of ids.keys()) {
    addTo(byName, entry.name, entry);
    for (const name of entry.provides ?? []) addTo(providers, name, entry);
  }
  const edges: Edge[] = [];
  for (const [entry, from] of ids) {
    const seen = new Set<string>();
    for (const { anyOf, text } of entry.requires ?? []) {
      const found = anyOf
        .map((name) => sameArch(byName.get(name) ?? providers.get(name) ?? [], entry))
        .find((each) => each.length > 0);
      for (const target of found?.slice(0, MAX_PROVIDERS) ?? []) {
        const to = ids.get(target);
        if (to === undefined || to === from || seen.has(to)) continue;
        seen.add(to);
        edges.push({ from, to, kind: "runtime", requirement: text });
      }
    }
  }
  return sortedEdges(edges);
}

/** Packages of the same architecture, or of none; those of others only where there are no such. */
function sameArch(found: readonly PlacedPackage[], { arch }: PlacedPackage) {
  const own = found.filter((each) => each.arch === arch || FOR_ALL.has(each.arch ?? "any"));
  return own.length === 0 ? found : own;
}
