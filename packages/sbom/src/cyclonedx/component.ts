import type { Hash, PackageArtifact } from "@assay/inventory";
import type { DocumentComponent, SbomDocument } from "../document.ts";
import { licenseStatement } from "../licenses.ts";
import { placesOf } from "./places.ts";
import { componentProperties } from "./properties.ts";
import { iriReference, referenceType } from "./references.ts";

const SCOPES = { runtime: "required", optional: "optional", development: "excluded" } as const;

/** One component as JSON, its keys sorted. */
export function componentJson(each: DocumentComponent, document: SbomDocument) {
  const isSubject = each === document.subject;
  const { component } = each;
  const slash = component.name.startsWith("@") ? component.name.indexOf("/") : -1;
  const { artifacts } = component;
  const [only, ...others] = artifacts;
  const supplier = component.firstParty ? document.supplier : undefined;
  return {
    "bom-ref": each.ref,
    evidence: evidenceJson(each),
    externalReferences: referencesJson(isSubject ? supplier?.repository : undefined, artifacts),
    group: slash > 0 ? component.name.slice(0, slash) : undefined,
    hashes: only === undefined || others.length > 0 ? undefined : hashesJson(only.hashes),
    licenses: licensesJson(component.declaredLicense),
    name: component.name.slice(slash + 1),
    properties: propertiesJson(componentProperties(each)),
    purl: component.purl,
    scope: isSubject ? undefined : SCOPES[each.scope],
    supplier: supplier && organizationJson(supplier),
    type: each.type,
    version: component.version,
  };
}

export function organizationJson({ name, url }: NonNullable<SbomDocument["supplier"]>) {
  return { name, url: [iriReference(url)] };
}

export function propertiesJson(properties: readonly (readonly [name: string, value: string])[]) {
  return orNothing(properties.map(([name, value]) => ({ name, value })));
}

function hashesJson(hashes: readonly Hash[]) {
  return orNothing(hashes.map(({ algorithm, value }) => ({ alg: algorithm, content: value })));
}

/** BSI TR-03183-2 reads the hash of the archive here, NTIA on the component: it is the same archive. */
function referencesJson(repository: string | undefined, artifacts: readonly PackageArtifact[]) {
  const references = [];
  if (repository !== undefined)
    references.push({ hashes: undefined, type: "vcs", url: iriReference(repository) });
  for (const { url, hashes } of artifacts) {
    if (url === undefined) continue;
    references.push({
      hashes: hashesJson(hashes),
      type: referenceType(url),
      url: iriReference(url),
    });
  }
  return orNothing(references);
}

function licensesJson(declared: unknown) {
  const statement = licenseStatement(declared);
  if (statement === undefined) return undefined;
  const acknowledgement = "declared";
  if (statement.kind === "expression") return [{ acknowledgement, expression: statement.text }];
  const { kind } = statement;
  return [
    {
      license:
        kind === "id"
          ? { acknowledgement, id: statement.id }
          : { acknowledgement, name: statement.name },
    },
  ];
}

/**
 * Every place where a lockfile names the package. `evidence.identity` is left out: a lockfile names its packages outright, so it
 * would only repeat the purl, and widespread readers know it as an object where 1.6 has a list.
 */
function evidenceJson({ entries }: DocumentComponent) {
  const occurrences = placesOf(entries).map(({ path, startLine }) => ({
    line: startLine,
    location: path,
  }));
  return occurrences.length === 0 ? undefined : { occurrences };
}

/** An empty list says that there is nothing; left out it says nothing. */
function orNothing<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
