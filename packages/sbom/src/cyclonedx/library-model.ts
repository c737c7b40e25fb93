import type { PackageArtifact } from "@assay/inventory";
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
import type { DocumentComponent, SbomDocument } from "../document.ts";
import { licenseStatement } from "../licenses.ts";
import { componentProperties } from "./properties.ts";
import { referenceType } from "./references.ts";

const SCOPES = {
  runtime: ComponentScope.Required,
  optional: ComponentScope.Optional,
  development: ComponentScope.Excluded,
} as const;

/**
 * The document as far as the CycloneDX library can model it: without evidence and compositions, and with one hash for each
 * algorithm, where lockfiles may have more.
 */
export function libraryModel(document: SbomDocument): Bom {
  const models = new Map<string, Component>();
  for (const each of [document.subject, ...document.components])
    models.set(each.ref, toModel(each, document));
  for (const { from, to } of document.edges) {
    const target = models.get(to);
    if (target !== undefined) models.get(from)?.dependencies.add(target.bomRef);
  }
  const subject = models.get(document.subject.ref);
  models.delete(document.subject.ref);
  const metadata = new Metadata({ timestamp: new Date(document.created) });
  if (subject !== undefined) metadata.component = subject;
  if (document.supplier !== undefined) metadata.supplier = organization(document.supplier);
  metadata.lifecycles.add(LifecyclePhase.PreBuild);
  const { name, version } = document.tool;
  metadata.tools = new Tools();
  metadata.tools.components.add(new Component(ComponentType.Application, name, { version }));
  metadata.properties.add(new Property("assay:scope", document.scope));
  if (document.reproducible) metadata.properties.add(new Property("cdx:reproducible", "true"));
  const bom = new Bom({ metadata });
  for (const model of models.values()) bom.components.add(model);
  return bom;
}

function toModel(each: DocumentComponent, document: SbomDocument): Component {
  const isSubject = each === document.subject;
  const { component } = each;
  const slash = component.name.startsWith("@") ? component.name.indexOf("/") : -1;
  const model = new Component(TYPES[each.type], component.name.slice(slash + 1), {
    bomRef: each.ref,
  });
  if (slash > 0) model.group = component.name.slice(0, slash);
  if (component.version !== undefined) model.version = component.version;
  if (component.purl !== undefined) model.purl = component.purl;
  const [only, ...others] = component.artifacts;
  if (only !== undefined && others.length === 0) model.hashes = hashesOf(only);
  if (!isSubject) model.scope = SCOPES[each.scope];
  const { supplier } = document;
  if (component.firstParty && supplier !== undefined) {
    model.supplier = organization(supplier);
    if (isSubject)
      model.externalReferences.add(new ExternalReference(supplier.repository, REFERENCES.vcs));
  }
  const license = licenseModel(component.declaredLicense);
  if (license !== undefined) model.licenses.add(license);
  for (const artifact of component.artifacts) {
    const { url } = artifact;
    if (url === undefined) continue;
    const type = REFERENCES[referenceType(url)];
    const reference = new ExternalReference(url, type, { hashes: hashesOf(artifact) });
    model.externalReferences.add(reference);
  }
  for (const [name, value] of componentProperties(each))
    model.properties.add(new Property(name, value));
  return model;
}

function organization({ name, url }: NonNullable<SbomDocument["supplier"]>): OrganizationalEntity {
  return new OrganizationalEntity({ name, url: new Set([url]) });
}

function hashesOf({ hashes }: PackageArtifact): HashDictionary {
  const known = new HashDictionary();
  for (const { algorithm, value } of hashes)
    if (isHashAlgorithm(algorithm)) known.set(algorithm, value);
  return known;
}

const TYPES: Readonly<Record<DocumentComponent["type"], ComponentType>> = {
  application: ComponentType.Application,
  container: ComponentType.Container,
  file: ComponentType.File,
  framework: ComponentType.Framework,
  library: ComponentType.Library,
  "operating-system": ComponentType.OperatingSystem,
  platform: ComponentType.Platform,
};

const REFERENCES = {
  vcs: ExternalReferenceType.VCS,
  distribution: ExternalReferenceType.Distribution,
} as const;

function licenseModel(declared: unknown) {
  const statement = licenseStatement(declared);
  if (statement === undefined) return undefined;
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
