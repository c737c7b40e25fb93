import type { SbomDocument, SbomEdge } from "../model.ts";
import { DOCUMENT_ID } from "./ids.ts";

/** Read as a sentence: `spdxElementId` `relationshipType` `relatedSpdxElement`. The keys are sorted. */
interface Relationship {
  readonly relatedSpdxElement: string;
  readonly relationshipType: string;
  readonly spdxElementId: string;
}

/**
 * What the document describes and what depends on what (SPDX 2.3, section 11).
 *
 * Each edge is a `DEPENDS_ON` that reads forwards: readers that follow the graph from the root know no other type. For
 * development and optional dependencies the format has a type of its own, which reads backwards (`B DEV_DEPENDENCY_OF A`); it
 * stands beside.
 *
 * A package whose dependencies are not all known depends on NOASSERTION too.
 *
 * @param ids The SPDXID of each package, by its ref.
 */
export function spdxRelationships(
  document: SbomDocument,
  ids: ReadonlyMap<string, string>,
): readonly Relationship[] {
  const { subject, components, edges } = document;
  const idOf = (ref: string) => ids.get(ref) ?? "";
  const relationships = describedBy(document).map((ref) =>
    relationship(DOCUMENT_ID, "DESCRIBES", idOf(ref)),
  );
  for (const { from, to, kind } of edges) {
    relationships.push(relationship(idOf(from), "DEPENDS_ON", idOf(to)));
    const type = TYPED[kind];
    if (type !== undefined) relationships.push(relationship(idOf(to), type, idOf(from)));
  }
  for (const { ref, dependencies, parent } of subject === undefined
    ? components
    : [subject, ...components]) {
    if (parent !== undefined) relationships.push(relationship(idOf(parent), "CONTAINS", idOf(ref)));
    if (dependencies !== "complete")
      relationships.push(relationship(idOf(ref), "DEPENDS_ON", "NOASSERTION"));
  }
  return relationships;
}

/** Refs of what the document is about; where it does not say, whatever nothing leads to. */
export function describedBy({ subject, components, edges }: SbomDocument): readonly string[] {
  if (subject !== undefined) return [subject.ref];
  const asked = new Set(edges.map(({ to }) => to));
  const heads = components.filter(({ ref, parent }) => parent === undefined && !asked.has(ref));
  return (heads.length === 0 ? components.slice(0, 1) : heads).map(({ ref }) => ref);
}

function relationship(from: string, type: string, to: string): Relationship {
  return { relatedSpdxElement: to, relationshipType: type, spdxElementId: from };
}

const TYPED: Readonly<Partial<Record<SbomEdge["kind"], string>>> = {
  development: "DEV_DEPENDENCY_OF",
  optional: "OPTIONAL_DEPENDENCY_OF",
  build: "BUILD_DEPENDENCY_OF",
  test: "TEST_DEPENDENCY_OF",
};
