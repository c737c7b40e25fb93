import type { DocumentComponent, SbomDocument } from "../document.ts";
import { list, listOrNothing, member, object, stringMember } from "../json-text.ts";
import { spdxLicense } from "./licenses.ts";

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
  const checksums = component.hashes.map(({ algorithm, value }) =>
    object(4, [
      stringMember("algorithm", algorithm.replace(/^SHA-/, "SHA")),
      stringMember("checksumValue", value),
    ]),
  );
  return object(2, [
    stringMember("SPDXID", id),
    member("checksums", listOrNothing(3, checksums)),
    stringMember("copyrightText", "NOASSERTION"),
    stringMember("downloadLocation", downloadLocation(component.resolvedUrl)),
    member("externalRefs", purlReference(component.purl)),
    member("filesAnalyzed", "false"),
    stringMember("licenseConcluded", "NOASSERTION"),
    stringMember("licenseDeclared", spdxLicense(component.declaredLicense)),
    stringMember("name", component.name),
    stringMember("primaryPackagePurpose", type === "application" ? "APPLICATION" : "LIBRARY"),
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
