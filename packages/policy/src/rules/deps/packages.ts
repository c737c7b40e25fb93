import { plural } from "@assay/core";
import type { Component, Inventory, PackageGraph } from "@assay/inventory";
import type { PolicyRepository } from "../../repository.ts";
import type { Place } from "../../rule.ts";

/** A package of somebody else with the lockfile it stands in. */
export interface Locked {
  readonly graph: PackageGraph;
  readonly component: Component;
}

export function lockedIn({ graphs }: Inventory): readonly Locked[] {
  return graphs.flatMap((graph) =>
    graph.components
      .filter(({ firstParty }) => !firstParty)
      .map((component) => ({ graph, component })),
  );
}

/** The same package in every version and lockfile. */
export function packageKey({ ecosystem, name }: Component): string {
  return `${ecosystem}/${name}`;
}

/** The base's packages; none where the whole tree is judged. */
export async function lockedBefore(base: PolicyRepository): Promise<readonly Locked[]> {
  return lockedIn(await base.inventory());
}

/** Where its entry stands. */
export function placeOf({ location: { path: _, startLine, ...rest } }: Component): {
  readonly place?: Place;
} {
  return startLine === undefined ? {} : { place: { startLine, ...columnsOf(rest) } };
}

function columnsOf({ startColumn, endLine, endColumn }: Partial<Place>): Partial<Place> {
  return {
    ...(startColumn !== undefined && { startColumn }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
}

export function nameOf({ name, version }: Component): string {
  return version === undefined ? `\`${name}\`` : `\`${name}@${version}\``;
}

/** `a@1, b@2 and 3 others` */
export function named(components: readonly Component[], most = 3): string {
  const names = [...new Set(components.map(nameOf))];
  const more = names.length - most;
  const shown = names.slice(0, more === 1 ? most + 1 : most).join(", ");
  return more <= 1 ? shown : `${shown} and ${plural(more, "other")}`;
}
