import type { DocumentEdge, SbomDocument } from "../document.ts";
import { DOCUMENT_ID } from "./ids.ts";

/** Read as a sentence: `from` `type` `to`. */
interface Relationship {
  readonly from: string;
  readonly type: string;
  readonly to: string;
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
  const relationships: Relationship[] = [
    { from: DOCUMENT_ID, type: "DESCRIBES", to: idOf(subject.ref) },
  ];
  for (const { from, to, kind } of edges) {
    relationships.push({ from: idOf(from), type: "DEPENDS_ON", to: idOf(to) });
    const type = TYPED[kind];
    if (type !== undefined) relationships.push({ from: idOf(to), type, to: idOf(from) });
  }
  for (const { ref, dependenciesKnown } of [subject, ...components])
    if (!dependenciesKnown)
      relationships.push({ from: idOf(ref), type: "DEPENDS_ON", to: "NOASSERTION" });
  return relationships;
}

const TYPED: Readonly<Partial<Record<DocumentEdge["kind"], string>>> = {
  development: "DEV_DEPENDENCY_OF",
  optional: "OPTIONAL_DEPENDENCY_OF",
  build: "BUILD_DEPENDENCY_OF",
  test: "TEST_DEPENDENCY_OF",
};
