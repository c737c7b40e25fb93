import { edgesBySource, scopesFrom } from "@assay/inventory";
import type { SbomComponent, SbomDocument } from "../model.ts";
import { fullName } from "../names.ts";
import { DECLARED_BY_REFERENCE, textByReference } from "../spdx/licenses.ts";
import { sortedEdges } from "./edges.ts";
import type { Fields, UnreadFields } from "./fields.ts";
import { present } from "./present.ts";
import { refMaker } from "./ref-maker.ts";
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
  const refs = new Map<string, string>();
  const refOf = (id: string) => refs.get(id) ?? shortId(id);
  const taken = new Set<string>();
  const unusedRef = refMaker(taken);
  const annotated: (readonly [fields: Fields, ref?: string])[] = [[top]];
  for (const key of ["packages", "files"]) {
    const isFile = key === "files";
    for (const each of top.all(key)) {
      const given = each.text("SPDXID") ?? "";
      const known = given === "" ? undefined : refs.get(given);
      const short = shortId(given) || String(each.peek(isFile ? "fileName" : "name"));
      const ref = known ?? (taken.has(short) ? unusedRef({ name: short }) : short);
      // What has no id stays; no relationship leads to it.
      const id = given || ` ${ref}`;
      if (known !== undefined) unread.add(`${key}[] (its SPDXID is given a second time)`);
      else {
        taken.add(ref);
        refs.set(id, ref);
        components.set(id, readElement(each, ref, isFile, extracted));
      }
      for (const file of each.texts("hasFiles")) contained.push([file, id]);
      annotated.push([each, ref]);
    }
  }
  const creators = new Set<unknown>([creation?.peek("creators")].flat());
  const annotations = annotated.flatMap(([each, ref]) =>
    readAnnotations(each, ref, { refs, creators, created: creation?.peek("created") }),
  );
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

/** The id without what every id of SPDX begins with. */
function shortId(id: string): string {
  return id.replace(/^SPDXRef-/, "");
}

function readExtracted(top: Fields): ReadonlyMap<string, ExtractedLicense> {
  const known = new Map<string, ExtractedLicense>();
  for (const each of top.all("hasExtractedLicensingInfos")) {
    const id = each.text("licenseId") ?? "";
    const [url, ...others] = each.texts("seeAlsos");
    if (others.length > 0) each.leave("seeAlsos[]", others.length);
    const [name, text] = [each.text("name"), each.text("extractedText")];
    // Our own writer's words for a text that it does not have: they explain nothing.
    if (name === DECLARED_BY_REFERENCE && text === textByReference(id)) continue;
    if (known.has(id)) each.leave("licenseId (given a second time)", 1);
    else known.set(id, { name, text, url, used: false });
  }
  return known;
}

interface About {
  /** By id. */
  readonly refs: ReadonlyMap<string, string>;
  readonly creators: ReadonlySet<unknown>;
  readonly created: unknown;
}

/** Of the document, or of one of its elements; in tag-value each names its element itself. */
function readAnnotations(
  fields: Fields,
  ref: string | undefined,
  { refs, creators, created }: About,
): SbomDocument["annotations"] {
  return fields.all("annotations").flatMap((each) => {
    each.skip("annotationType");
    // Written down with the document itself, by what made that: it says nothing of its own.
    if (each.peek("annotationDate") === created) each.skip("annotationDate");
    if (creators.has(each.peek("annotator"))) each.skip("annotator");
    const text = each.text("comment");
    const named = String(each.peek("spdxRef") ?? "SPDXRef-DOCUMENT");
    const about = named === "SPDXRef-DOCUMENT" ? ref : (refs.get(named) ?? ref);
    if (named === "SPDXRef-DOCUMENT" || refs.has(named)) each.skip("spdxRef");
    return text === undefined ? [] : [{ ...present({ ref: about }), text }];
  });
}
