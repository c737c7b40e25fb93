import type { SbomDocument } from "../document.ts";
import { jsonBytes, NIL_UUID } from "../json-bytes.ts";
import { nameBasedUuid } from "../name-based-uuid.ts";
import { componentJson, organizationJson, propertiesJson } from "./component.ts";
import { compositions } from "./compositions.ts";

/**
 * A CycloneDX 1.6 document (https://cyclonedx.org/docs/1.6/json/), UTF-8 JSON with sorted keys. The serial number is made from
 * the content and the subject's identity.
 *
 * It is written directly; the CycloneDX library models the same document for XML, and the tests compare the two.
 */
export function cycloneDxDocument(document: SbomDocument): Uint8Array {
  const content = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    components: document.components.map((each) => componentJson(each, document)),
    compositions: compositions(document),
    dependencies: dependencies(document),
    metadata: metadata(document),
    serialNumber: `urn:uuid:${NIL_UUID}`,
    specVersion: "1.6",
    version: 1,
  };
  return jsonBytes(content, "serialNumber", (bytes) =>
    nameBasedUuid("cyclonedx", document.identity, bytes),
  );
}

function metadata(document: SbomDocument) {
  const { subject, supplier, scope, created, reproducible, tool } = document;
  return {
    component: componentJson(subject, document),
    lifecycles: [{ phase: "pre-build" }],
    properties: propertiesJson([
      ["assay:scope", scope],
      ...(reproducible ? ([["cdx:reproducible", "true"]] as const) : []),
    ]),
    supplier: supplier && organizationJson(supplier),
    timestamp: new Date(created).toISOString(),
    tools: { components: [{ name: tool.name, type: "application", version: tool.version }] },
  };
}

/** One entry for every component, the subject first. */
function dependencies({ subject, components, edges }: SbomDocument) {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = targets.get(from);
    if (known === undefined) targets.set(from, [to]);
    else known.push(to);
  }
  return [subject, ...components].map(({ ref }) => ({ dependsOn: targets.get(ref), ref }));
}
