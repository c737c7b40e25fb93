import type { Component } from "@assay/inventory";

/** The places where lockfiles name a package, by path and line. The repository itself stands in none. */
export function placesOf(entries: readonly Component[]): readonly Component["location"][] {
  const places = entries.flatMap(({ id, location }) => (id === "" ? [] : [location]));
  return places.length < 2 ? places : places.sort(byPlace);
}

function byPlace(a: Component["location"], b: Component["location"]): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (a.startLine ?? 0) - (b.startLine ?? 0);
}
