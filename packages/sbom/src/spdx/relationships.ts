import type { DocumentEdge, SbomDocument } from "../document.ts";
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
  { subject, components, edges }: SbomDocument,
  ids: ReadonlyMap<string, string>,
): readonly Relationship[] {
  const idOf = (ref: string) => ids.get(ref) ?? "";
  const relationships: Relationship[] = [relationship(DOCUMENT_ID, "DESCRIBES", idOf(subject.ref))];
  for (const { from, to, kind } of edges) {
    relationships.push(relationship(idOf(from), "DEPENDS_ON", idOf(to)));
    const type = TYPED[kind];
    if (type !== undefined) relationships.push(relationship(idOf(to), type, idOf(from)));
  }
  for (const { ref, dependencies } of [subject, ...components])
    if (dependencies !== "complete")
      relationships.push(relationship(idOf(ref), "DEPENDS_ON", "NOASSERTION"));
  return relationships;
}

function relationship(from: string, type: string, to: string): Relationship {
  return { relatedSpdxElement: to, relationshipType: type, spdxElementId: from };
}

const TYPED: Readonly<Partial<Record<DocumentEdge["kind"], string>>> = {
  development: "DEV_DEPENDENCY_OF",
  optional: "OPTIONAL_DEPENDENCY_OF",
  build: "BUILD_DEPENDENCY_OF",
  test: "TEST_DEPENDENCY_OF",
};
