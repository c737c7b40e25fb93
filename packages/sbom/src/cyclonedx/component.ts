import type { Hash } from "@assay/inventory";
import type { DocumentComponent, SbomDocument } from "../document.ts";
import { list, listOrNothing, member, object, string, stringMember } from "../json-text.ts";
import { licenseStatement } from "../licenses.ts";
import { placesOf } from "./places.ts";
import { componentProperties } from "./properties.ts";
import { iriReference, referenceType } from "./references.ts";

const SCOPES = { runtime: "required", optional: "optional", development: "excluded" } as const;

/** The level of a component's braces, in `components` and in `metadata` alike. */
const LEVEL = 2;

/** The JSON text of one component, its keys sorted. */
export function componentText(each: DocumentComponent, document: SbomDocument): string {
  const isSubject = each === document.subject;
  const { component, ref, type } = each;
  const slash = component.name.startsWith("@") ? component.name.indexOf("/") : -1;
  const { artifacts } = component;
  const [only, ...others] = artifacts;
  const supplier = component.firstParty ? document.supplier : undefined;
  const hashes = only === undefined || others.length > 0 ? [] : only.hashes;
  const urls = [
    ...(isSubject && supplier !== undefined
      ? [{ kind: "vcs", url: supplier.repository, hashes: [] } as const]
      : []),
    ...artifacts.flatMap(({ url, hashes: own }) =>
      url === undefined ? [] : [{ kind: referenceType(url), url, hashes: own }],
    ),
  ];
  return object(LEVEL, [
    stringMember("bom-ref", ref),
    member("evidence", evidenceText(each)),
    member(
      "externalReferences",
      listOrNothing(
        LEVEL + 1,
        urls.map((reference) =>
          object(LEVEL + 2, [
            // BSI TR-03183-2 reads the hash of the archive here, NTIA on the component: it is the same archive.
            member("hashes", hashesText(LEVEL + 3, reference.hashes)),
            stringMember("type", reference.kind),
            stringMember("url", iriReference(reference.url)),
          ]),
        ),
      ),
    ),
    slash > 0 ? stringMember("group", component.name.slice(0, slash)) : undefined,
    member("hashes", hashesText(LEVEL + 1, hashes)),
    member("licenses", licensesText(component.declaredLicense)),
    stringMember("name", component.name.slice(slash + 1)),
    member("properties", propertiesText(LEVEL + 1, componentProperties(each))),
    stringMember("purl", component.purl),
    isSubject ? undefined : stringMember("scope", SCOPES[each.scope]),
    supplier && member("supplier", organizationText(LEVEL + 1, supplier)),
    stringMember("type", type),
    stringMember("version", component.version),
  ]);
}

export function organizationText(
  level: number,
  { name, url }: NonNullable<SbomDocument["supplier"]>,
): string {
  return object(level, [
    stringMember("name", name),
    member("url", list(level + 1, [string(iriReference(url))])),
  ]);
}

export function propertiesText(
  level: number,
  properties: readonly (readonly [name: string, value: string])[],
): string | undefined {
  return listOrNothing(
    level,
    properties.map(([name, value]) =>
      object(level + 1, [stringMember("name", name), stringMember("value", value)]),
    ),
  );
}

function hashesText(level: number, hashes: readonly Hash[]): string | undefined {
  return listOrNothing(
    level,
    hashes.map(({ algorithm, value }) =>
      object(level + 1, [stringMember("alg", algorithm), stringMember("content", value)]),
    ),
  );
}

function licensesText(declared: unknown): string | undefined {
  const statement = licenseStatement(declared);
  if (statement === undefined) return undefined;
  const acknowledgement = stringMember("acknowledgement", "declared");
  const inner = LEVEL + 2;
  if (statement.kind === "expression")
    return list(LEVEL + 1, [
      object(inner, [acknowledgement, stringMember("expression", statement.text)]),
    ]);
  const named =
    statement.kind === "id"
      ? stringMember("id", statement.id)
      : stringMember("name", statement.name);
  return list(LEVEL + 1, [
    object(inner, [member("license", object(inner + 1, [acknowledgement, named]))]),
  ]);
}

/**
 * Every place where a lockfile names the package. `evidence.identity` is left out: a lockfile names its packages outright, so it
 * would only repeat the purl, and widespread readers know it as an object where 1.6 has a list.
 */
function evidenceText({ entries }: DocumentComponent): string | undefined {
  const occurrences = placesOf(entries).map(({ path, startLine }) =>
    object(LEVEL + 3, [
      member("line", startLine === undefined ? undefined : String(startLine)),
      stringMember("location", path),
    ]),
  );
  return occurrences.length === 0
    ? undefined
    : object(LEVEL + 1, [member("occurrences", list(LEVEL + 2, occurrences))]);
}
