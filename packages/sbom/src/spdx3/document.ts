import { entryOf } from "../entry-of.ts";
import { wellFormed } from "../json-bytes.ts";
import type { SbomDocument } from "../model.ts";
import { nameBasedUuid } from "../name-based-uuid.ts";
import { otherArchives } from "../spdx/archive.ts";
import { creationComment, documentName, pathPart, UNKNOWN_TIME } from "../spdx/document.ts";
import { packageId } from "../spdx/ids.ts";
import { licenseOf } from "../spdx/licenses.ts";
import { describedBy } from "../spdx/relationships.ts";
import { agentsOf, CREATION_INFO, type Element, propertiesExtension } from "./elements.ts";
import { licensesOf } from "./licenses.ts";
import { archiveElement, packageElement } from "./package.ts";
import { addDependencies, relationshipsOf } from "./relationships.ts";

/** https://spdx.github.io/spdx-spec/v3.0.1/model/Software/Vocabularies/SbomType/, by the lifecycles of CycloneDX. */
const SBOM_TYPES: Readonly<Record<string, string>> = {
  design: "design",
  "pre-build": "source",
  build: "build",
  "post-build": "analyzed",
  operations: "deployed",
  discovery: "runtime",
};

/**
 * An SPDX 3.0.1 document (https://spdx.github.io/spdx-spec/v3.0.1/), JSON-LD in UTF-8 with sorted keys: the document, the bill of
 * materials in it, and the packages below that. Its ids are made from the content and the subject's identity.
 */
export function spdx3Document(document: SbomDocument): Uint8Array {
  const { subject, components, identity } = document;
  const packages = subject === undefined ? components : [subject, ...components];
  const name = documentName(document);
  const uuid = nameBasedUuid("spdx3", identity, JSON.stringify(document));
  const base = `https://spdx.org/spdxdocs/${pathPart(name)}-${uuid}#`;
  const ids = new Map(packages.map((each) => [each.ref, base + packageId(each)]));
  const idOf = (ref: string) => ids.get(ref) ?? ref;
  const agents = agentsOf(base);
  const licenses = licensesOf(base, packages);
  const relationships = relationshipsOf(base);
  const sbomId = `${base}Sbom`;
  const contents: Element[] = [];
  for (const each of packages) {
    const id = idOf(each.ref);
    contents.push(packageElement(each, id, agents));
    const archives = otherArchives(each).map((archive, index) =>
      archiveElement(archive, `${id}-archive-${index + 1}`),
    );
    contents.push(...archives);
    if (archives.length > 0)
      relationships.add(
        id,
        "hasDistributionArtifact",
        archives.map(({ spdxId = "" }) => spdxId),
      );
    for (const [side, type] of [
      ["declared", "hasDeclaredLicense"],
      ["concluded", "hasConcludedLicense"],
    ] as const) {
      const license = licenseOf(each, side);
      if (license !== undefined) relationships.add(id, type, [licenses.expression(license)]);
    }
  }
  addDependencies(relationships, document, idOf);
  const annotations = document.annotations.map(({ ref, text }, index) => ({
    annotationType: "other",
    creationInfo: CREATION_INFO,
    spdxId: `${base}Annotation-${index + 1}`,
    statement: text,
    subject: ref === undefined ? sbomId : idOf(ref),
    type: "Annotation",
  }));
  const dataLicense = licenses.expression("CC0-1.0");
  const creation = creationInfo(document, agents);
  const inside = [...contents, ...licenses.elements, ...relationships.elements, ...annotations];
  const types = document.lifecycles.flatMap((phase) => entryOf(SBOM_TYPES, phase) ?? []);
  const graph: readonly Element[] = [
    creation,
    {
      creationInfo: CREATION_INFO,
      dataLicense,
      element: [sbomId, ...agents.elements.map(({ spdxId }) => spdxId)],
      extension: propertiesExtension(document.properties),
      name,
      profileConformance: ["core", "software", "simpleLicensing"],
      rootElement: [sbomId],
      spdxId: `${base}Document`,
      type: "SpdxDocument",
    },
    {
      creationInfo: CREATION_INFO,
      element: inside.map(({ spdxId }) => spdxId),
      rootElement: describedBy(document).map(idOf),
      software_sbomType: types.length === 0 ? undefined : types,
      spdxId: sbomId,
      type: "software_Sbom",
    },
    ...agents.elements,
    ...inside,
  ];
  const content = {
    "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
    "@graph": graph,
  };
  return Buffer.from(wellFormed(`${JSON.stringify(content, null, 2)}\n`));
}

function creationInfo(document: SbomDocument, agents: ReturnType<typeof agentsOf>): Element {
  const { authors, supplier, manufacturer, tools, created } = document;
  const makers = [
    ...authors.map(agents.person),
    ...[manufacturer ?? supplier].map((each) => each && agents.organization(each)),
  ].filter((id) => id !== undefined);
  const [{ name, version } = { name: "unknown", version: undefined }] = tools;
  return {
    "@id": CREATION_INFO,
    comment: creationComment(document),
    created: created ?? UNKNOWN_TIME,
    createdBy: makers.length === 0 ? [agents.software(name, version)] : makers,
    createdUsing:
      tools.length === 0 ? undefined : tools.map((tool) => agents.tool(tool.name, tool.version)),
    specVersion: "3.0.1",
    type: "CreationInfo",
  };
}
