import type { DocumentComponent, SbomDocument } from "../document.ts";
import { list, listOrNothing, member, object, string, stringMember } from "../json-text.ts";
import { nameBasedUuid } from "../name-based-uuid.ts";
import { DOCUMENT_ID, spdxIds } from "./ids.ts";
import { extractedLicenses } from "./licenses.ts";
import { packageText } from "./package.ts";
import { spdxRelationships } from "./relationships.ts";

/**
 * An SPDX 2.3 document (https://spdx.github.io/spdx-spec/v2.3/), UTF-8 JSON with sorted keys. Its namespace is made from the
 * content and the subject's identity.
 */
export function spdxDocument(document: SbomDocument): Uint8Array {
  const packages = [document.subject, ...document.components];
  const ids = spdxIds(packages);
  const name = nameOf(document.subject);
  const before = [
    stringMember("SPDXID", DOCUMENT_ID),
    member("creationInfo", creationText(document)),
    stringMember("dataLicense", "CC0-1.0"),
  ];
  const after = [
    member("hasExtractedLicensingInfos", extractedText(packages)),
    stringMember("name", name),
    member(
      "packages",
      list(
        1,
        packages.map((each) => packageText(each, ids.get(each.ref) ?? "", document.supplier)),
      ),
    ),
    member("relationships", relationshipsText(document, ids)),
    stringMember("spdxVersion", "SPDX-2.3"),
  ];
  const content = object(0, [...before, ...after]);
  const place = name.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-|-$/g, "");
  const namespace = `https://spdx.org/spdxdocs/${place}-${nameBasedUuid("spdx", document.identity, content)}`;
  const text = object(0, [...before, stringMember("documentNamespace", namespace), ...after]);
  return new TextEncoder().encode(`${text}\n`);
}

function creationText({ tool, supplier, created, scope, complete }: SbomDocument): string {
  const comment = `Made from lockfiles before the build. Scope: ${scope}. ${
    complete
      ? "Every lockfile was read and every entry understood."
      : "Not complete: dependencies that are not known are stated as NOASSERTION."
  }`;
  const creators = [
    `Tool: ${tool.name}-${tool.version}`,
    ...(supplier === undefined ? [] : [`Organization: ${supplier.name}`]),
  ];
  return object(1, [
    stringMember("comment", comment),
    stringMember("created", created),
    member("creators", list(2, creators.map(string))),
  ]);
}

function extractedText(packages: readonly DocumentComponent[]): string | undefined {
  const texts = extractedLicenses(packages).map(({ licenseId, extractedText: text, name }) =>
    object(2, [
      stringMember("extractedText", text),
      stringMember("licenseId", licenseId),
      stringMember("name", name),
    ]),
  );
  return listOrNothing(1, texts);
}

function relationshipsText(document: SbomDocument, ids: ReadonlyMap<string, string>): string {
  const texts = spdxRelationships(document, ids).map(({ from, type, to }) =>
    object(2, [
      stringMember("relatedSpdxElement", to),
      stringMember("relationshipType", type),
      stringMember("spdxElementId", from),
    ]),
  );
  return list(1, texts);
}

function nameOf({ component }: DocumentComponent): string {
  return component.version === undefined
    ? component.name
    : `${component.name}@${component.version}`;
}
