import type { DocumentEdge, SbomDocument } from "./document.ts";
import { DOCUMENT_ID, spdxId } from "./spdx-ids.ts";

interface Relationship {
  readonly spdxElementId: string;
  readonly relationshipType: string;
  readonly relatedSpdxElement: string;
}

/**
 * What the document describes and what depends on what (SPDX 2.3, section 11). `A DEPENDS_ON B` reads forwards; for
 * development and optional ones the format has only the other direction: `B DEV_DEPENDENCY_OF A`.
 *
 * A package whose dependencies are not all known depends on NOASSERTION too.
 */
export function spdxRelationships(document: SbomDocument): readonly Relationship[] {
  const all = [document.subject, ...document.components];
  const ids = new Map(all.map((each) => [each.ref, spdxId(each)]));
  const unknown = all.filter((each) => !each.dependenciesKnown);
  return [
    relationship(DOCUMENT_ID, "DESCRIBES", spdxId(document.subject)),
    ...document.edges.map((edge) => fromEdge(edge, ids)),
    ...unknown.map((each) => relationship(spdxId(each), "DEPENDS_ON", "NOASSERTION")),
  ];
}

function fromEdge(
  { from, to, kind }: DocumentEdge,
  ids: ReadonlyMap<string, string>,
): Relationship {
  const dependent = ids.get(from) ?? "";
  const dependency = ids.get(to) ?? "";
  if (kind === "development") return relationship(dependency, "DEV_DEPENDENCY_OF", dependent);
  if (kind === "optional") return relationship(dependency, "OPTIONAL_DEPENDENCY_OF", dependent);
  return relationship(dependent, "DEPENDS_ON", dependency);
}

function relationship(from: string, type: string, to: string): Relationship {
  return { spdxElementId: from, relationshipType: type, relatedSpdxElement: to };
}
