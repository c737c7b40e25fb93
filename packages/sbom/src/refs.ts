import { createHash } from "node:crypto";
import type { Component } from "@assay/inventory";

/**
 * A name for every group that is unique in the document: the purl; where several groups share one, the purl and a piece of a
 * hash over their places, which stays the same as long as those do.
 */
export function uniqueRefs(groups: readonly (readonly Component[])[]): readonly string[] {
  const names = groups.map(nameOf);
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return groups.map((group, index) => {
    const name = names[index] ?? "";
    return uses.get(name) === 1 ? name : `${name}|${placesDigest(group)}`;
  });
}

function nameOf([component]: readonly Component[]): string {
  if (component === undefined) return "";
  const { purl, ecosystem, name, version } = component;
  return purl ?? `${ecosystem}:${name}${version === undefined ? "" : `@${version}`}`;
}

function placesDigest(group: readonly Component[]): string {
  const places = group.map(({ id }) => id).sort();
  return createHash("sha256").update(JSON.stringify(places)).digest("hex").slice(0, 16);
}
