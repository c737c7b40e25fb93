import type { DocumentComponent, SbomDocument } from "../document.ts";
import { list, listOrNothing, member, object, stringMember } from "../json-text.ts";
import { spdxLicense } from "./licenses.ts";

/** SPDX 2.3, section 7.24. */
const PURPOSES: Readonly<Record<DocumentComponent["type"], string>> = {
  application: "APPLICATION",
  container: "CONTAINER",
  file: "FILE",
  framework: "FRAMEWORK",
  library: "LIBRARY",
  "operating-system": "OPERATING-SYSTEM",
  platform: "APPLICATION",
};

/**
 * The JSON text of one package, its keys sorted (SPDX 2.3, section 7).
 *
 * A supplier is named for first-party packages only, and only where the repository's owner is known: a lockfile says where
 * an archive came from, not who made it.
 */
export function packageText(
  each: DocumentComponent,
  id: string,
  supplier: SbomDocument["supplier"],
): string {
  const { component, ref, type } = each;
  const [only, ...others] = component.artifacts;
  // SPDX 2.3 has one archive to a package: where there are several, none speaks for all.
  const archive = others.length === 0 ? only : undefined;
  const checksums = (archive?.hashes ?? []).map(({ algorithm, value }) =>
    object(4, [
      stringMember("algorithm", algorithm.replace(/^SHA-/, "SHA")),
      stringMember("checksumValue", value),
    ]),
  );
  return object(2, [
    stringMember("SPDXID", id),
    member("checksums", listOrNothing(3, checksums)),
    stringMember("copyrightText", "NOASSERTION"),
    stringMember("downloadLocation", downloadLocation(archive?.url)),
    member("externalRefs", purlReference(component.purl)),
    member("filesAnalyzed", "false"),
    stringMember("licenseConcluded", "NOASSERTION"),
    stringMember("licenseDeclared", spdxLicense(component.declaredLicense)),
    stringMember("name", component.name),
    stringMember("primaryPackagePurpose", PURPOSES[type]),
    stringMember("sourceInfo", sourceInfo(each, ref)),
    stringMember(
      "supplier",
      component.firstParty && supplier !== undefined
        ? `Organization: ${supplier.name}`
        : "NOASSERTION",
    ),
    stringMember("versionInfo", component.version),
  ]);
}

function purlReference(purl: string | undefined): string | undefined {
  if (purl === undefined) return undefined;
  const reference = object(4, [
    stringMember("referenceCategory", "PACKAGE-MANAGER"),
    stringMember("referenceLocator", purl),
    stringMember("referenceType", "purl"),
  ]);
  return list(3, [reference]);
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
