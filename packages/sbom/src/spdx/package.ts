import type { Hash } from "@assay/inventory";
import { entryOf } from "../entry-of.ts";
import type { Contact, ExternalReference, Organization, SbomComponent } from "../model.ts";
import { fullName } from "../names.ts";
import { archiveOf, downloadLocation, otherArchives } from "./archive.ts";
import { licenseOf } from "./licenses.ts";

/** As the JSON schema of SPDX 2.3 writes them (section 7.24). */
const PURPOSES: Readonly<Record<string, string>> = {
  application: "APPLICATION",
  container: "CONTAINER",
  device: "DEVICE",
  file: "FILE",
  firmware: "FIRMWARE",
  framework: "FRAMEWORK",
  library: "LIBRARY",
  "operating-system": "OPERATING_SYSTEM",
  platform: "APPLICATION",
};

const NO = "NOASSERTION";

/** Section 12. The keys are sorted. */
export interface SpdxAnnotation {
  readonly annotationDate: string;
  readonly annotationType: "OTHER";
  readonly annotator: string;
  readonly comment: string;
}

/**
 * One package as JSON, its keys sorted (SPDX 2.3, section 7).
 *
 * A supplier is named only where it is known: a lockfile says where an archive came from, not who made it.
 */
export function packageJson(
  each: SbomComponent,
  id: string,
  annotations: readonly SpdxAnnotation[] | undefined,
) {
  const { cpe, description, purl, publisher, references, supplier, type, version } = each;
  const [author] = each.authors;
  const hashes = each.hashes.length === 0 ? (archiveOf(each)?.hashes ?? []) : each.hashes;
  const externalRefs = [...(cpe === undefined ? [] : [cpeReference(cpe)])];
  if (purl !== undefined) externalRefs.push(purlReference(purl));
  return {
    SPDXID: id,
    annotations,
    checksums: hashes.length === 0 ? undefined : hashes.map(checksum),
    comment: packageComment(each, otherArchives(each)),
    copyrightText: each.copyright ?? NO,
    description,
    downloadLocation: downloadLocation(each) ?? NO,
    externalRefs: externalRefs.length === 0 ? undefined : externalRefs,
    filesAnalyzed: false,
    homepage: references.find((one) => one.type === "website")?.url,
    licenseConcluded: licenseOf(each, "concluded") ?? NO,
    licenseDeclared: licenseOf(each, "declared") ?? NO,
    name: fullName(each),
    originator:
      organizationText(each.manufacturer) ??
      (author && personText(author)) ??
      (publisher && `Organization: ${publisher}`),
    primaryPackagePurpose: entryOf(PURPOSES, type) ?? "OTHER",
    sourceInfo: sourceInfo(each),
    supplier: organizationText(supplier) ?? NO,
    versionInfo: version,
  };
}

export function personText({ name, email }: Contact): string | undefined {
  const known = name ?? email;
  return known && `Person: ${known}${email === undefined || email === known ? "" : ` (${email})`}`;
}

export function organizationText(organization: Organization | undefined): string | undefined {
  if (organization === undefined) return undefined;
  const { name, contacts } = organization;
  const email = contacts.find((contact) => contact.email !== undefined)?.email;
  return `Organization: ${name}${email === undefined ? "" : ` (${email})`}`;
}

function checksum({ algorithm, value }: Hash) {
  return { algorithm: algorithm.replace(/^SHA-/, "SHA"), checksumValue: value };
}

function purlReference(purl: string) {
  return {
    referenceCategory: "PACKAGE-MANAGER",
    referenceLocator: purl,
    referenceType: "purl",
  };
}

function cpeReference(cpe: string) {
  const referenceType = cpe.startsWith("cpe:/") ? "cpe22Type" : "cpe23Type";
  return { referenceCategory: "SECURITY", referenceLocator: cpe, referenceType };
}

/**
 * What was changed of a package; and, as SPDX 2.3 has one archive to a package, the others with their hashes.
 *
 * @param archives that have no place of their own
 */
export function packageComment(
  { pedigree }: SbomComponent,
  archives: readonly ExternalReference[],
): string | undefined {
  const { patches = [], ancestors = [], notes } = pedigree ?? {};
  const lines = [
    ...patches.map((path) => `Patched by ${path}`),
    ...ancestors.map(({ name, version, purl }) =>
      ["Made from", name, version, purl && `(${purl})`].filter((part) => part).join(" "),
    ),
    ...(notes === undefined ? [] : [`Note: ${notes.replace(/\s+/g, " ")}`]),
    ...(archives.length === 0 ? [] : ["Archives:"]),
    ...archives.map(({ url, hashes }) =>
      [url, ...hashes.map(({ algorithm, value }) => `${algorithm}:${value}`)].join(" "),
    ),
  ];
  return lines.length === 0 ? undefined : lines.join("\n");
}

/** Every place where a lockfile names the package. */
export function sourceInfo({ places }: SbomComponent): string | undefined {
  if (places.length === 0) return undefined;
  const texts = places.map(({ path, line }) => (line === undefined ? path : `${path}:${line}`));
  return `named in ${texts.join(", ")}`;
}
