import type { SbomDocument } from "../document.ts";
import { list, member, object, string, stringMember } from "../json-text.ts";
import { nameBasedUuid } from "../name-based-uuid.ts";
import { componentText, organizationText, propertiesText } from "./component.ts";
import { compositions } from "./compositions.ts";

const SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json";

/**
 * A CycloneDX 1.6 document (https://cyclonedx.org/docs/1.6/json/), UTF-8 JSON with sorted keys. The serial number is made from
 * the content and the subject's identity.
 *
 * The text is written directly; the CycloneDX library models the same document for XML, and the tests compare the two.
 */
export function cycloneDxDocument(document: SbomDocument): Uint8Array {
  const { before, serialNumber } = content(document);
  const text = object(0, [
    ...before,
    stringMember("serialNumber", serialNumber),
    stringMember("specVersion", "1.6"),
    member("version", "1"),
  ]);
  return new TextEncoder().encode(`${text}\n`);
}

/** The serial number of the document: the same in JSON and XML, which say the same. */
export function serialNumberOf(document: SbomDocument): string {
  return content(document).serialNumber;
}

function content(document: SbomDocument) {
  const before = [
    stringMember("$schema", SCHEMA),
    stringMember("bomFormat", "CycloneDX"),
    member(
      "components",
      list(
        1,
        document.components.map((each) => componentText(each, document)),
      ),
    ),
    member("compositions", compositionsText(document)),
    member("dependencies", dependenciesText(document)),
    member("metadata", metadataText(document)),
  ];
  const uuid = nameBasedUuid("cyclonedx", document.identity, object(0, before));
  return { before, serialNumber: `urn:uuid:${uuid}` };
}

function metadataText(document: SbomDocument): string {
  const { subject, supplier, scope, created, reproducible, tool } = document;
  const toolText = object(4, [
    stringMember("name", tool.name),
    stringMember("type", "application"),
    stringMember("version", tool.version),
  ]);
  return object(1, [
    member("component", componentText(subject, document)),
    member("lifecycles", list(2, [object(3, [stringMember("phase", "pre-build")])])),
    member(
      "properties",
      propertiesText(2, [
        ["assay:scope", scope],
        ...(reproducible ? ([["cdx:reproducible", "true"]] as const) : []),
      ]),
    ),
    supplier && member("supplier", organizationText(2, supplier)),
    stringMember("timestamp", new Date(created).toISOString()),
    member("tools", object(2, [member("components", list(3, [toolText]))])),
  ]);
}

/** One entry for every component, the subject first. */
function dependenciesText({ subject, components, edges }: SbomDocument): string {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = targets.get(from);
    if (known === undefined) targets.set(from, [string(to)]);
    else known.push(string(to));
  }
  const entry = ({ ref }: { readonly ref: string }) => {
    const dependsOn = targets.get(ref);
    return object(2, [
      dependsOn && member("dependsOn", list(3, dependsOn)),
      stringMember("ref", ref),
    ]);
  };
  return list(1, [entry(subject), ...components.map(entry)]);
}

function compositionsText(document: SbomDocument): string {
  return list(
    1,
    compositions(document).map(({ aggregate, dependencies }) =>
      object(2, [
        stringMember("aggregate", aggregate),
        dependencies && member("dependencies", list(3, dependencies.map(string))),
      ]),
    ),
  );
}
