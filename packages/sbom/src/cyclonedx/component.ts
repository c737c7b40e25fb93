import type { Hash } from "@assay/inventory";
import type {
  Contact,
  ExternalReference,
  Organization,
  Pedigree,
  Property,
  SbomComponent,
} from "../model.ts";
import { licensesJson, type SpecVersion } from "./licenses.ts";
import { iriReference } from "./references.ts";

const SCOPES = { runtime: "required", optional: "optional", development: "excluded" } as const;

export interface ComponentContext {
  readonly spec: SpecVersion;
  /** The components that stand in one, by its ref. */
  readonly parts: ReadonlyMap<string, readonly SbomComponent[]>;
}

/** One component as JSON, its keys sorted. */
export function componentJson(each: SbomComponent, context: ComponentContext): object {
  const { scope, group, name, version, type, purl, description, publisher, copyright, cpe } = each;
  const { spec, parts } = context;
  const licenses = licensesJson(each.licenses, spec);
  // 1.7 knows a range only for what the environment brings: a requirement that nothing here fixes.
  const isRange =
    spec === "1.7" &&
    version === undefined &&
    each.versionRange !== undefined &&
    scope === "runtime";
  return {
    authors: contactsJson(each.authors),
    "bom-ref": each.ref,
    components: parts.get(each.ref)?.map((part) => componentJson(part, context)),
    copyright,
    cpe,
    description,
    evidence: evidenceJson(each, licenses.evidence),
    externalReferences: orNothing(each.references.map(referenceJson)),
    group,
    hashes: hashesJson(each.hashes),
    isExternal: isRange ? true : undefined,
    licenses: licenses.stated,
    manufacturer: organizationJson(each.manufacturer),
    name,
    pedigree: each.pedigree && pedigreeJson(each.pedigree),
    properties: propertiesJson(each.properties),
    publisher,
    purl,
    scope: scope && SCOPES[scope],
    supplier: organizationJson(each.supplier),
    type,
    version,
    versionRange: isRange ? each.versionRange : undefined,
  };
}

export function organizationJson(organization: Organization | undefined) {
  if (organization === undefined) return undefined;
  const { name, urls, contacts } = organization;
  return { contact: contactsJson(contacts), name, url: orNothing(urls.map(iriReference)) };
}

export function contactsJson(contacts: readonly Contact[]) {
  return orNothing(contacts.map(({ name, email, phone }) => ({ email, name, phone })));
}

export function propertiesJson(properties: readonly Property[]) {
  return orNothing(properties.map(([name, value]) => ({ name, value })));
}

function hashesJson(hashes: readonly Hash[]) {
  return orNothing(hashes.map(({ algorithm, value }) => ({ alg: algorithm, content: value })));
}

/** BSI TR-03183-2 reads the hash of the archive here, NTIA on the component: it is the same archive. */
function referenceJson({ comment, hashes, type, url }: ExternalReference) {
  return { comment, hashes: hashesJson(hashes), type, url: iriReference(url) };
}

function pedigreeJson({ ancestors, notes, patches }: Pedigree) {
  return {
    ancestors: orNothing(
      ancestors.map(({ name, purl, type = "library", version }) => ({ name, purl, type, version })),
    ),
    notes,
    patches: orNothing(
      patches.map((path) => ({ diff: { url: iriReference(path) }, type: "unofficial" })),
    ),
  };
}

/**
 * Every place where a lockfile names the package. `evidence.identity` is left out: a lockfile names its packages outright, so it
 * would only repeat the purl, and widespread readers know it as an object where 1.6 has a list.
 */
function evidenceJson({ places }: SbomComponent, licenses: readonly object[] | undefined) {
  const occurrences = orNothing(places.map(({ path, line }) => ({ line, location: path })));
  return occurrences === undefined && licenses === undefined
    ? undefined
    : { licenses, occurrences };
}

/** An empty list says that there is nothing; left out it says nothing. */
function orNothing<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
