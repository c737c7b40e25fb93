import { addTo } from "@assay/core";
import { jsonBytes, NIL_UUID } from "../json-bytes.ts";
import type { SbomDocument } from "../model.ts";
import { nameBasedUuid } from "../name-based-uuid.ts";
import { fullName } from "../names.ts";
import { DOCUMENT_ID, spdxIds } from "./ids.ts";
import { extractedLicenses } from "./licenses.ts";
import { organizationText, packageJson, personText, type SpdxAnnotation } from "./package.ts";
import { spdxRelationships } from "./relationships.ts";

/**
 * An SPDX 2.3 document (https://spdx.github.io/spdx-spec/v2.3/), UTF-8 JSON with sorted keys. Its namespace is made from the
 * content and the subject's identity.
 */
export function spdxDocument(document: SbomDocument): Uint8Array {
  return spdxBytes(spdxContent(document), document);
}

export function spdxBytes(content: object, { identity }: SbomDocument): Uint8Array {
  return jsonBytes(content, "documentNamespace", (bytes) => nameBasedUuid("spdx", identity, bytes));
}

/** The JSON document as an object, under a namespace that is still to be made. */
export function spdxContent(document: SbomDocument) {
  const { subject, components } = document;
  const packages = subject === undefined ? components : [subject, ...components];
  const ids = spdxIds(packages);
  const name = documentName(document);
  const extracted = extractedLicenses(packages);
  const annotated = annotationsByRef(document);
  return {
    SPDXID: DOCUMENT_ID,
    annotations: annotated.get(""),
    creationInfo: creationInfo(document),
    dataLicense: "CC0-1.0",
    documentNamespace: `https://spdx.org/spdxdocs/${pathPart(name)}-${NIL_UUID}`,
    hasExtractedLicensingInfos: extracted.length === 0 ? undefined : extracted,
    name,
    packages: packages.map((each) =>
      packageJson(each, ids.get(each.ref) ?? "", annotated.get(each.ref)),
    ),
    relationships: spdxRelationships(document, ids),
    spdxVersion: "SPDX-2.3",
  };
}

/** By the ref of what they are said of, `""` for the document itself. */
function annotationsByRef({ annotations, tools, created = UNKNOWN_TIME }: SbomDocument) {
  const [tool] = tools;
  const by = new Map<string, SpdxAnnotation[]>();
  for (const { ref = "", text } of annotations) {
    addTo(by, ref, {
      annotationDate: created,
      annotationType: "OTHER",
      annotator: `Tool: ${tool === undefined ? "unknown" : toolText(tool)}`,
      comment: text,
    });
  }
  return by;
}

function toolText({ name, version }: SbomDocument["tools"][number]): string {
  return version === undefined ? name : `${name}-${version}`;
}

function creationInfo(document: SbomDocument) {
  const { tools, manufacturer, supplier, created, authors } = document;
  const creators = [
    ...tools.map((tool) => `Tool: ${toolText(tool)}`),
    ...authors.map(personText),
    organizationText(manufacturer ?? supplier),
  ].filter((each) => each !== undefined);
  return {
    comment: creationComment(document),
    created: created ?? UNKNOWN_TIME,
    creators: creators.length === 0 ? ["Tool: unknown"] : creators,
  };
}

/** The format wants a time; none is made up. */
export const UNKNOWN_TIME = "1970-01-01T00:00:00Z";

export function creationComment({ completeness, lifecycles, properties }: SbomDocument): string {
  const scope = properties.find(([name]) => name === "assay:scope")?.[1];
  const comment = [
    lifecycles.includes("pre-build") ? "Made from lockfiles before the build." : "",
    scope === undefined ? "" : `Scope: ${scope}.`,
    completeness === "complete"
      ? "Every lockfile was read and every entry understood."
      : "Not complete: dependencies that are not known are stated as NOASSERTION.",
  ];
  return comment.filter((each) => each !== "").join(" ");
}

export function documentName({ subject }: SbomDocument): string {
  if (subject === undefined) return "document";
  const name = fullName(subject);
  return subject.version === undefined ? name : `${name}@${subject.version}`;
}

/** The name as a part of a URL. */
export function pathPart(name: string): string {
  return name.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-|-$/g, "");
}
