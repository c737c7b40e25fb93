import type { EdgeKind } from "@assay/inventory";
import { entryOf } from "../entry-of.ts";
import type { Completeness, SbomComponent, SbomEdge } from "../model.ts";
import type { Fields, UnreadFields } from "./fields.ts";
import { cutCircles } from "./parents.ts";

/** Kinds of dependency that read backwards: `B DEV_DEPENDENCY_OF A` (SPDX 2.3, section 11). */
const BACKWARDS: Readonly<Record<string, EdgeKind>> = {
  DEPENDENCY_OF: "runtime",
  RUNTIME_DEPENDENCY_OF: "runtime",
  PROVIDED_DEPENDENCY_OF: "runtime",
  DEV_DEPENDENCY_OF: "development",
  OPTIONAL_DEPENDENCY_OF: "optional",
  BUILD_DEPENDENCY_OF: "build",
  TEST_DEPENDENCY_OF: "test",
};

const CONTAINS = "relationships[] of the type CONTAINS";

export interface Relationships {
  /** Ids, of elements that are there. */
  readonly described: readonly string[];
  /** Between ids. */
  readonly edges: readonly SbomEdge[];
  /** Whether any edge says more than that one thing depends on another. */
  readonly isTyped: boolean;
  /** By the id of a part, what it is in; without circles. */
  readonly parents: ReadonlyMap<string, string>;
  completeness(id: string, hasEdges: boolean): Completeness;
}

/**
 * `relationships` and `documentDescribes`; relations that the model has no place for are counted by their type.
 *
 * @param contained `hasFiles` of the packages
 */
export function readRelationships(
  top: Fields,
  elements: ReadonlyMap<string, SbomComponent>,
  contained: readonly (readonly [part: string, whole: string])[],
  unread: UnreadFields,
): Relationships {
  const described = new Set(top.texts("documentDescribes"));
  const edges: SbomEdge[] = [];
  const parents = new Map<string, string>();
  /** By id: what stands for dependencies that are not listed. */
  const open = new Map<string, string>();
  let isTyped = false;
  for (const each of top.all("relationships")) {
    const from = each.text("spdxElementId") ?? "";
    const to = each.text("relatedSpdxElement") ?? "";
    const type = each.text("relationshipType") ?? "";
    const kind = entryOf(BACKWARDS, type);
    const isThere = elements.has(from) && elements.has(to);
    if (type === "DESCRIBES" && elements.has(to)) described.add(to);
    else if (type === "DESCRIBED_BY" && elements.has(from)) described.add(from);
    else if (type === "DEPENDS_ON" && /^(?:NOASSERTION|NONE)$/.test(to)) open.set(from, to);
    else if (type === "DEPENDS_ON" && isThere && from !== to)
      edges.push({ from, to, kind: "runtime" });
    else if (kind !== undefined && isThere && from !== to) {
      edges.push({ from: to, to: from, kind });
      isTyped ||= kind !== "runtime";
    } else if (type === "CONTAINS" && isThere) part(to, from);
    else if (type === "CONTAINED_BY" && isThere) part(from, to);
    else
      unread.add(
        `relationships[] of the type ${type.slice(0, 50)}${isThere ? "" : " (leads nowhere)"}`,
      );
  }
  for (const [id, whole] of contained)
    if (elements.has(id) && elements.has(whole) && parents.get(id) !== whole) part(id, whole);
  cutCircles(parents, () => unread.add(CONTAINS));
  return {
    described: [...described].filter((id) => elements.has(id)),
    edges,
    isTyped,
    parents,
    completeness(id, hasEdges) {
      const said = open.get(id);
      if (said === "NONE") return "complete";
      return said === undefined || !hasEdges ? "unknown" : "incomplete";
    },
  };

  /** Of several things that one is in, the first counts. */
  function part(id: string, whole: string): void {
    if (parents.has(id)) unread.add(CONTAINS);
    else parents.set(id, whole);
  }
}
