import { groupBy } from "@assay/core";
import type { Edge } from "../graph.ts";
import type { ImageComponent, ImageEvidence, ImagePlace } from "./reader.ts";

const RANKS: readonly ImageEvidence[] = [
  "build-record",
  "installed",
  "lockfile",
  "archive",
  "file-name",
  "version-string",
];

export interface Merged {
  readonly components: readonly ImageComponent[];
  /** The id of the component that stands for another one. */
  readonly standsFor: ReadonlyMap<string, string>;
}

/**
 * One component of each purl, with every place, the best evidence first. Without a version nothing says that two are the same.
 */
export function mergeComponents(components: readonly ImageComponent[]): Merged {
  const standsFor = new Map<string, string>();
  const merged: ImageComponent[] = [];
  const groups = groupBy(components, ({ component: { purl, version, id } }) =>
    purl === undefined || version === undefined ? id : purl,
  );
  for (const group of groups.values()) {
    const [first, ...others] = group.sort(
      (a, b) => bestRank(a) - bestRank(b) || scopeRank(a) - scopeRank(b),
    );
    if (first === undefined) continue;
    for (const { component } of others) standsFor.set(component.id, first.component.id);
    merged.push(others.length === 0 ? first : mergeGroup(first, others));
  }
  return { components: merged, standsFor };
}

function mergeGroup(first: ImageComponent, others: readonly ImageComponent[]): ImageComponent {
  const all = [first, ...others];
  const components = all.map(({ component }) => component);
  const artifacts = components.find((each) => each.artifacts.length > 0)?.artifacts ?? [];
  const license = components.find((each) => each.declaredLicense !== undefined)?.declaredLicense;
  const source = all.find((each) => each.source !== undefined)?.source;
  const properties = uniqueBy(
    all.flatMap((each) => each.properties ?? []),
    (pair) => pair.join("="),
  );
  return {
    component: {
      ...first.component,
      artifacts,
      ...(license === undefined ? {} : { declaredLicense: license }),
      aliases: uniqueBy(
        components.flatMap(({ aliases }) => aliases),
        (text) => text,
      ),
      flags: uniqueBy(
        components.flatMap(({ flags }) => flags),
        (text) => text,
      ),
    },
    places: sortedPlaces(all.flatMap(({ places }) => places)),
    ...(source === undefined ? {} : { source }),
    ...(properties.length === 0 ? {} : { properties }),
  };
}

/** Each once, the best evidence first, then by path. */
function sortedPlaces(places: readonly ImagePlace[]): readonly ImagePlace[] {
  return uniqueBy(places, ({ path, evidence }) => `${evidence} ${path}`).sort(
    (a, b) =>
      RANKS.indexOf(a.evidence) - RANKS.indexOf(b.evidence) ||
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
  );
}

/** Edges led to what stands for their ends; those that lead nowhere any more are left out. */
export function mergeEdges(edges: readonly Edge[], merged: Merged): readonly Edge[] {
  const there = new Set(merged.components.map(({ component }) => component.id));
  const at = (id: string) => merged.standsFor.get(id) ?? id;
  return edges
    .map((edge) => ({ ...edge, from: at(edge.from), to: at(edge.to) }))
    .filter(({ from, to }) => from !== to && there.has(from) && there.has(to));
}

const SCOPES = ["runtime", "optional", "development"] as const;

function scopeRank({ component: { scope } }: ImageComponent): number {
  return SCOPES.indexOf(scope);
}

function bestRank({ places }: ImageComponent): number {
  return Math.min(RANKS.length, ...places.map(({ evidence }) => RANKS.indexOf(evidence)));
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item] as const)).values()];
}
