import type { DocumentComponent, SbomDocument } from "./document.ts";
import { nameBasedUuid } from "./name-based-uuid.ts";
import { DOCUMENT_ID, spdxId } from "./spdx-ids.ts";
import { extractedLicenses, spdxLicense } from "./spdx-licenses.ts";
import { spdxRelationships } from "./spdx-relationships.ts";
import { stableJsonWith } from "./stable-json.ts";

/**
 * An SPDX 2.3 document (https://spdx.github.io/spdx-spec/v2.3/), UTF-8 JSON. Its namespace is made from the content and the
 * subject's identity.
 *
 * A supplier is named for first-party packages only, and only where the repository's owner is known: a lockfile says where
 * an archive came from, not who made it.
 */
export function spdxDocument(document: SbomDocument): Uint8Array {
  const packages = [document.subject, ...document.components];
  const { tool, subject, supplier } = document;
  const name = nameOf(subject);
  const extracted = extractedLicenses(packages);
  const content = {
    spdxVersion: "SPDX-2.3",
    dataLicense: "CC0-1.0",
    SPDXID: DOCUMENT_ID,
    name,
    creationInfo: {
      created: document.created,
      creators: [
        `Tool: ${tool.name}-${tool.version}`,
        ...(supplier === undefined ? [] : [`Organization: ${supplier.name}`]),
      ],
      comment: `Made from lockfiles before the build. Scope: ${document.scope}. ${
        document.complete
          ? "Every lockfile was read and every entry understood."
          : "Not complete: dependencies that are not known are stated as NOASSERTION."
      }`,
    },
    packages: packages.map((each) => toPackage(each, document)),
    relationships: spdxRelationships(document),
    ...(extracted.length === 0 ? {} : { hasExtractedLicensingInfos: extracted }),
  };
  const place = name.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-|-$/g, "");
  const text = stableJsonWith(content, {
    name: "documentNamespace",
    placeholder: "",
    derive: (rest) =>
      `https://spdx.org/spdxdocs/${place}-${nameBasedUuid("spdx", document.identity, rest)}`,
  });
  return new TextEncoder().encode(text);
}

function toPackage(each: DocumentComponent, document: SbomDocument) {
  const { component, ref, type } = each;
  return {
    SPDXID: spdxId(each),
    name: component.name,
    ...(component.version === undefined ? {} : { versionInfo: component.version }),
    downloadLocation: downloadLocation(component.resolvedUrl),
    filesAnalyzed: false,
    supplier:
      component.firstParty && document.supplier !== undefined
        ? `Organization: ${document.supplier.name}`
        : "NOASSERTION",
    licenseConcluded: "NOASSERTION",
    licenseDeclared: spdxLicense(component.declaredLicense),
    copyrightText: "NOASSERTION",
    primaryPackagePurpose: type === "application" ? "APPLICATION" : "LIBRARY",
    ...(component.hashes.length === 0
      ? {}
      : {
          checksums: component.hashes.map(({ algorithm, value }) => ({
            algorithm: algorithm.replace(/^SHA-/, "SHA"),
            checksumValue: value,
          })),
        }),
    ...(component.purl === undefined
      ? {}
      : {
          externalRefs: [
            {
              referenceCategory: "PACKAGE-MANAGER",
              referenceType: "purl",
              referenceLocator: component.purl,
            },
          ],
        }),
    sourceInfo: sourceInfo(each, ref),
  };
}

/** SPDX writes a git commit behind `@`, where npm writes `#`. */
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

function nameOf({ component }: DocumentComponent): string {
  return component.version === undefined
    ? component.name
    : `${component.name}@${component.version}`;
}
