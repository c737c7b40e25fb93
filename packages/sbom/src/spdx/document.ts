import type { DocumentComponent, SbomDocument } from "../document.ts";
import { jsonBytes, NIL_UUID } from "../json-bytes.ts";
import { nameBasedUuid } from "../name-based-uuid.ts";
import { DOCUMENT_ID, spdxIds } from "./ids.ts";
import { extractedLicenses } from "./licenses.ts";
import { packageJson } from "./package.ts";
import { spdxRelationships } from "./relationships.ts";

/**
 * An SPDX 2.3 document (https://spdx.github.io/spdx-spec/v2.3/), UTF-8 JSON with sorted keys. Its namespace is made from the
 * content and the subject's identity.
 */
export function spdxDocument(document: SbomDocument): Uint8Array {
  const packages = [document.subject, ...document.components];
  const ids = spdxIds(packages);
  const name = nameOf(document.subject);
  const extracted = extractedLicenses(packages);
  const place = name.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-|-$/g, "");
  const content = {
    SPDXID: DOCUMENT_ID,
    creationInfo: creationInfo(document),
    dataLicense: "CC0-1.0",
    documentNamespace: `https://spdx.org/spdxdocs/${place}-${NIL_UUID}`,
    hasExtractedLicensingInfos: extracted.length === 0 ? undefined : extracted,
    name,
    packages: packages.map((each) => packageJson(each, ids.get(each.ref) ?? "", document.supplier)),
    relationships: spdxRelationships(document, ids),
    spdxVersion: "SPDX-2.3",
  };
  return jsonBytes(content, "documentNamespace", (bytes) =>
    nameBasedUuid("spdx", document.identity, bytes),
  );
}

function creationInfo({ tool, supplier, created, scope, complete }: SbomDocument) {
  const completeness = complete
    ? "Every lockfile was read and every entry understood."
    : "Not complete: dependencies that are not known are stated as NOASSERTION.";
  return {
    comment: `Made from lockfiles before the build. Scope: ${scope}. ${completeness}`,
    created,
    creators: [
      `Tool: ${tool.name}-${tool.version}`,
      ...(supplier === undefined ? [] : [`Organization: ${supplier.name}`]),
    ],
  };
}

function nameOf({ component }: DocumentComponent): string {
  return component.version === undefined
    ? component.name
    : `${component.name}@${component.version}`;
}
