import type { Hash } from "@assay/inventory";
import type { DocumentComponent, SbomDocument } from "../document.ts";
import { spdxLicense } from "./licenses.ts";

/** As the JSON schema of SPDX 2.3 writes them (section 7.24). */
const PURPOSES: Readonly<Record<DocumentComponent["type"], string>> = {
  application: "APPLICATION",
  container: "CONTAINER",
  file: "FILE",
  framework: "FRAMEWORK",
  library: "LIBRARY",
  "operating-system": "OPERATING_SYSTEM",
  platform: "APPLICATION",
};

/**
 * One package as JSON, its keys sorted (SPDX 2.3, section 7).
 *
 * A supplier is named for first-party packages only, and only where the repository's owner is known: a lockfile says where
 * an archive came from, not who made it.
 */
export function packageJson(
  each: DocumentComponent,
  id: string,
  supplier: SbomDocument["supplier"],
) {
  const { component, ref, type } = each;
  const { purl, artifacts } = component;
  const [only, ...others] = artifacts;
  // SPDX 2.3 has one archive to a package: where there are several, none speaks for all.
  const archive = others.length === 0 ? only : undefined;
  const hashes = archive?.hashes ?? [];
  return {
    SPDXID: id,
    checksums: hashes.length === 0 ? undefined : hashes.map(checksum),
    copyrightText: "NOASSERTION",
    downloadLocation: downloadLocation(archive?.url),
    externalRefs: purl === undefined ? undefined : [purlReference(purl)],
    filesAnalyzed: false,
    licenseConcluded: "NOASSERTION",
    licenseDeclared: spdxLicense(component.declaredLicense),
    name: component.name,
    primaryPackagePurpose: PURPOSES[type],
    sourceInfo: sourceInfo(each, ref),
    supplier:
      component.firstParty && supplier !== undefined
        ? `Organization: ${supplier.name}`
        : "NOASSERTION",
    versionInfo: component.version,
  };
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

/** SPDX writes a git commit behind `@`, not `#`. */
function downloadLocation(url: string | undefined): string {
  if (url === undefined || url.startsWith("file:")) return "NOASSERTION";
  if (!/^(?:git|ssh:)/.test(url)) return url;
  const [repository = "", commit] = url.split("#");
  const base = repository.startsWith("git") ? repository : `git+${repository}`;
  return commit === undefined ? base : `${base}@${commit}`;
}

/** Every place where a lockfile names the package. */
function sourceInfo({ entries }: DocumentComponent, ref: string): string {
  const places = entries
    .filter(({ id }) => id !== "")
    .map(({ location: { path, startLine } }) =>
      startLine === undefined ? path : `${path}:${startLine}`,
    );
  return places.length === 0 ? `the repository ${ref}` : `named in ${places.sort().join(", ")}`;
}
