import { edgesBySource, scopesFrom } from "@assay/inventory";
import type { SbomComponent, SbomDocument } from "../model.ts";
import { fullName } from "../names.ts";
import { sortedEdges } from "./edges.ts";
import type { Fields, UnreadFields } from "./fields.ts";
import { present } from "./present.ts";
import { readCreation } from "./spdx-creators.ts";
import { type ExtractedLicense, readElement } from "./spdx-package.ts";
import { readRelationships } from "./spdx-relationships.ts";

/**
 * An SPDX 2.2 or 2.3 document in the shape of its JSON (https://spdx.github.io/spdx-spec/v2.3/).
 *
 * Files are components of the type `file`. The one element that is described is the subject; where several are, there is none. Scopes
 * come from the ways that typed dependencies leave.
 */
export function readSpdx(
  value: Readonly<Record<string, unknown>>,
  unread: UnreadFields,
): SbomDocument {
  const top = unread.open(value, "");
  top.skip("spdxVersion", "SPDXID");
  const extracted = readExtracted(top);
  const creation = top.one("creationInfo");
  const components = new Map<string, SbomComponent>();
  const contained: (readonly [part: string, whole: string])[] = [];
  const annotations = [...readAnnotations(top, undefined, creation)];
  for (const key of ["packages", "files"]) {
    for (const each of top.all(key)) {
      const id = each.text("SPDXID") ?? "";
      const ref = refOf(id);
      if (components.has(id)) unread.add(`${key}[] (its SPDXID is given a second time)`);
      else components.set(id, readElement(each, ref, key === "files", extracted));
      for (const file of each.texts("hasFiles")) contained.push([file, id]);
      annotations.push(...readAnnotations(each, ref, creation));
    }
  }
  for (const [, { used }] of extracted) if (!used) unread.add("hasExtractedLicensingInfos[]");
  const relations = readRelationships(top, components, contained, unread);
  const [described, ...others] = relations.described;
  const subject =
    others.length === 0 && described !== undefined ? components.get(described) : undefined;
  if (others.length > 0) unread.add("documentDescribes[]", others.length + 1);
  const edges = sortedEdges(
    relations.edges.map(({ from, to, kind }) => ({ from: refOf(from), to: refOf(to), kind })),
  );
  const scopes =
    subject !== undefined && relations.isTyped ? scopesFrom([subject.ref], edges) : new Map();
  const targets = edgesBySource(edges);
  const name = top.text("name");
  // A document that is called after its subject says nothing of its own.
  const names = subject && [fullName(subject), `${fullName(subject)}@${subject.version}`];
  if (name !== undefined && !names?.includes(name)) unread.add("name");
  const license = top.text("dataLicense");
  return {
    components: [...components]
      .filter(([, each]) => each !== subject)
      .map(([id, each]) => {
        const parent = relations.parents.get(id);
        const isPart = parent !== undefined && components.get(parent) !== subject;
        return {
          ...each,
          ...present({
            scope: scopes.get(each.ref),
            parent: isPart ? refOf(parent) : undefined,
          }),
          dependencies: relations.completeness(id, targets.has(each.ref)),
        };
      })
      .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    edges,
    completeness: "unknown",
    annotations,
    lifecycles: [],
    licenses: license === undefined ? [] : [{ statement: { kind: "id", id: license } }],
    properties: [],
    ...readCreation(creation, unread),
    ...present({
      subject: subject && {
        ...subject,
        dependencies: relations.completeness(described ?? "", targets.has(subject.ref)),
      },
      serial: top.text("documentNamespace"),
    }),
    identity: top.text("documentNamespace") ?? name ?? "",
  };
}

/** The id as a ref: without what every id of SPDX begins with. */
export function refOf(id: string): string {
  return id.replace(/^SPDXRef-/, "");
}

function readExtracted(top: Fields): ReadonlyMap<string, ExtractedLicense> {
  return new Map(
    top.all("hasExtractedLicensingInfos").flatMap((each) => {
      const url = each.texts("seeAlsos")[0];
      const id = each.text("licenseId") ?? "";
      const [name, text] = [each.text("name"), each.text("extractedText")];
      // Our own writer's word for a text that it does not have: it explains nothing.
      return name === "Declared by reference" ? [] : [[id, { name, text, url, used: false }]];
    }),
  );
}

/** Of the document, or of one of its elements; in tag-value each names its element itself. */
function readAnnotations(
  fields: Fields,
  ref: string | undefined,
  creation: Fields | undefined,
): SbomDocument["annotations"] {
  return fields.all("annotations").flatMap((each) => {
    each.skip("annotationType");
    // Written down with the document itself, by what made that: it says nothing of its own.
    if (each.peek("annotationDate") === creation?.peek("created")) each.skip("annotationDate");
    const creators: unknown = creation?.peek("creators");
    if (Array.isArray(creators) && creators.includes(each.peek("annotator")))
      each.skip("annotator");
    const text = each.text("comment");
    const named = each.text("spdxRef");
    const about = named === undefined || named === "SPDXRef-DOCUMENT" ? ref : refOf(named);
    return text === undefined ? [] : [{ ...present({ ref: about }), text }];
  });
}
