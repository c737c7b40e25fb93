import { addTo, groupBy } from "@assay/core";
import { jsonBytes, NIL_UUID } from "../json-bytes.ts";
import type { SbomComponent, SbomDocument } from "../model.ts";
import { nameBasedUuid } from "../name-based-uuid.ts";
import { UNKNOWN_TIME } from "../spdx/document.ts";
import {
  type ComponentContext,
  componentJson,
  contactsJson,
  organizationJson,
  propertiesJson,
} from "./component.ts";
import { compositions } from "./compositions.ts";
import { licensesJson, type SpecVersion } from "./licenses.ts";

/**
 * A CycloneDX document (https://cyclonedx.org/docs/1.6/json/), UTF-8 JSON with sorted keys. The serial number is made from the
 * content and the subject's identity.
 */
export function cycloneDxDocument(document: SbomDocument, spec: SpecVersion = "1.6"): Uint8Array {
  return cycloneDxBytes(cycloneDxContent(document, spec), document);
}

export function cycloneDxBytes(content: object, { identity }: SbomDocument): Uint8Array {
  return jsonBytes(content, "serialNumber", (bytes) => nameBasedUuid("cyclonedx", identity, bytes));
}

/** The JSON document as an object, under a serial number that is still to be made. */
export function cycloneDxContent(document: SbomDocument, spec: SpecVersion) {
  const parts = partsOf(document.components);
  const context = { spec, parts };
  return {
    $schema: `http://cyclonedx.org/schema/bom-${spec}.schema.json`,
    annotations: annotations(document),
    bomFormat: "CycloneDX",
    components: (parts.get("") ?? []).map((each) => componentJson(each, context)),
    compositions: compositions(document),
    dependencies: dependencies(document),
    metadata: metadata(document, context),
    serialNumber: `urn:uuid:${NIL_UUID}`,
    specVersion: spec,
    version: 1,
  };
}

/** Each is said by the tool that made the document, of a component: the schema allows of nothing else. */
function annotations({ annotations: all, subject, tools, created }: SbomDocument) {
  const [tool] = tools;
  const annotator =
    tool === undefined
      ? { individual: { name: "unknown" } }
      : { component: { name: tool.name, type: "application", version: tool.version } };
  const said = all.flatMap(({ ref = subject?.ref, text }) =>
    ref === undefined
      ? []
      : [{ annotator, subjects: [ref], text, timestamp: timestamp(created ?? UNKNOWN_TIME) }],
  );
  return said.length === 0 ? undefined : said;
}

function timestamp(created: string): string {
  return new Date(created).toISOString();
}

/** By the ref of what they stand in, `""` for the document itself. */
function partsOf(components: readonly SbomComponent[]): ReadonlyMap<string, SbomComponent[]> {
  return groupBy(components, ({ parent = "" }) => parent);
}

function metadata(document: SbomDocument, context: ComponentContext) {
  const { subject, created, lifecycles, tools } = document;
  return {
    authors: contactsJson(document.authors),
    component: subject && componentJson(subject, context),
    licenses: licensesJson(document.licenses, context.spec).stated,
    lifecycles: lifecycles.length === 0 ? undefined : lifecycles.map((phase) => ({ phase })),
    manufacturer: organizationJson(document.manufacturer),
    properties: propertiesJson(document.properties),
    supplier: organizationJson(document.supplier),
    timestamp: created && timestamp(created),
    tools:
      tools.length === 0
        ? undefined
        : {
            components: tools.map(({ name, version }) => ({ name, type: "application", version })),
          },
  };
}

/** One entry for every component, the subject first. */
function dependencies({ subject, components, edges }: SbomDocument) {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) addTo(targets, from, to);
  const all = subject === undefined ? components : [subject, ...components];
  return all.map(({ ref }) => ({ dependsOn: targets.get(ref), ref }));
}
