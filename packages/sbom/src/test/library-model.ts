import type { Hash } from "@assay/inventory";
import {
  ComponentScope,
  ComponentType,
  ExternalReferenceType,
  HashAlgorithm,
  LicenseAcknowledgement,
  LifecyclePhase,
} from "@cyclonedx/cyclonedx-library/Enums";
import {
  Bom,
  Component,
  ExternalReference,
  HashDictionary,
  LicenseExpression,
  Metadata,
  NamedLicense,
  OrganizationalEntity,
  Property,
  SpdxLicense,
  Tools,
} from "@cyclonedx/cyclonedx-library/Models";
import { iriReference } from "../cyclonedx/references.ts";
import type { Organization, SbomComponent, SbomDocument, StatedLicense } from "../model.ts";

const SCOPES = {
  runtime: ComponentScope.Required,
  optional: ComponentScope.Optional,
  development: ComponentScope.Excluded,
} as const;

/**
 * The document as far as the CycloneDX library can model it: without evidence, pedigree and compositions, and with one hash for each
 * algorithm, where lockfiles may have more.
 */
export function libraryModel(document: SbomDocument): Bom {
  const models = new Map<string, Component>();
  const { subject, created = "", supplier } = document;
  if (subject === undefined) throw new TypeError("a document of ours has a subject");
  for (const each of [subject, ...document.components]) models.set(each.ref, toModel(each));
  for (const { from, to } of document.edges) {
    const target = models.get(to);
    if (target !== undefined) models.get(from)?.dependencies.add(target.bomRef);
  }
  const metadata = new Metadata({ timestamp: new Date(created) });
  const top = models.get(subject.ref);
  if (top !== undefined) metadata.component = top;
  models.delete(subject.ref);
  if (supplier !== undefined) metadata.supplier = organization(supplier);
  metadata.lifecycles.add(LifecyclePhase.PreBuild);
  metadata.tools = new Tools();
  for (const { name, version = "" } of document.tools)
    metadata.tools.components.add(new Component(ComponentType.Application, name, { version }));
  for (const [name, value] of document.properties)
    metadata.properties.add(new Property(name, value));
  const bom = new Bom({ metadata });
  for (const model of models.values()) bom.components.add(model);
  return bom;
}

function toModel(each: SbomComponent): Component {
  const { type, name, ref, group, version, purl, scope, supplier } = each;
  const kind = Object.values(ComponentType).find((known) => known === type);
  const model = new Component(kind ?? ComponentType.Library, name, { bomRef: ref });
  if (group !== undefined) model.group = group;
  if (version !== undefined) model.version = version;
  if (purl !== undefined) model.purl = purl;
  if (scope !== undefined) model.scope = SCOPES[scope];
  if (supplier !== undefined) model.supplier = organization(supplier);
  model.hashes = hashesOf(each.hashes);
  for (const license of each.licenses) model.licenses.add(licenseModel(license));
  for (const { type: referenceType, url, hashes } of each.references) {
    const known = referenceType === "vcs" ? REFERENCES.vcs : REFERENCES.distribution;
    const reference = new ExternalReference(url, known, { hashes: hashesOf(hashes) });
    model.externalReferences.add(reference);
  }
  for (const [key, value] of each.properties) model.properties.add(new Property(key, value));
  return model;
}

function organization({ name, urls }: Organization): OrganizationalEntity {
  return new OrganizationalEntity({ name, url: new Set(urls.map(iriReference)) });
}

function hashesOf(hashes: readonly Hash[]): HashDictionary {
  const known = new HashDictionary();
  for (const { algorithm, value } of hashes)
    if (isHashAlgorithm(algorithm)) known.set(algorithm, value);
  return known;
}

const REFERENCES = {
  vcs: ExternalReferenceType.VCS,
  distribution: ExternalReferenceType.Distribution,
} as const;

function licenseModel({ statement }: StatedLicense) {
  const license =
    statement.kind === "id"
      ? new SpdxLicense(statement.id)
      : statement.kind === "expression"
        ? new LicenseExpression(statement.text)
        : new NamedLicense(statement.name);
  license.acknowledgement = LicenseAcknowledgement.Declared;
  return license;
}

function isHashAlgorithm(text: string): text is HashAlgorithm {
  return (Object.values(HashAlgorithm) as readonly string[]).includes(text);
}
