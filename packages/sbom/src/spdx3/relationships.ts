import { addTo } from "@assay/core";
import type { Completeness, SbomDocument, SbomEdge } from "../model.ts";
import { CREATION_INFO, type Element } from "./elements.ts";

/** How a kind of edge is said (https://spdx.github.io/spdx-spec/v3.0.1/model/Core/Vocabularies/RelationshipType/). */
const KINDS: Readonly<Record<SbomEdge["kind"], readonly [type: string, scope: string]>> = {
  runtime: ["dependsOn", "runtime"],
  peer: ["hasProvidedDependency", "runtime"],
  optional: ["hasOptionalDependency", "runtime"],
  development: ["dependsOn", "development"],
  build: ["dependsOn", "build"],
  test: ["dependsOn", "test"],
};

const COMPLETENESS: Readonly<Record<Completeness, string>> = {
  complete: "complete",
  incomplete: "incomplete",
  unknown: "noAssertion",
};

/** Makes elements that say how others belong together, with ids that count up. */
export interface Relationships {
  readonly elements: readonly Element[];
  add(
    from: string,
    type: string,
    to: readonly string[],
    more?: Readonly<Record<string, string>>,
  ): void;
}

export function relationshipsOf(base: string): Relationships {
  const elements: Element[] = [];
  return {
    elements,
    add(from, relationshipType, to, { completeness, scope } = {}) {
      elements.push({
        completeness,
        creationInfo: CREATION_INFO,
        from,
        relationshipType,
        scope,
        spdxId: `${base}Relationship-${elements.length + 1}`,
        to,
        type: scope === undefined ? "Relationship" : "LifecycleScopedRelationship",
      });
    },
  };
}

/**
 * What needs what, and how much of that is known. A package that needs nothing says so; one of which nobody says what it needs makes
 * no assertion.
 *
 * @param idOf the id of a component, by its ref
 */
export function addDependencies(
  { add }: Relationships,
  { subject, components, edges }: SbomDocument,
  idOf: (ref: string) => string,
): void {
  const targets = new Map<string, Map<SbomEdge["kind"], string[]>>();
  for (const { from, to, kind } of edges) {
    const known = targets.get(from) ?? new Map<SbomEdge["kind"], string[]>();
    targets.set(from, known);
    addTo(known, kind, idOf(to));
  }
  for (const { ref, dependencies, parent } of subject === undefined
    ? components
    : [subject, ...components]) {
    const completeness = COMPLETENESS[dependencies];
    if (parent !== undefined) add(idOf(parent), "contains", [idOf(ref)]);
    for (const [kind, to] of targets.get(ref) ?? []) {
      const [type, scope] = KINDS[kind];
      add(idOf(ref), type, to, { completeness, scope });
    }
    if (targets.has(ref)) continue;
    const none = dependencies === "complete" ? "NoneElement" : "NoAssertionElement";
    add(idOf(ref), "dependsOn", [none], { completeness });
  }
}
