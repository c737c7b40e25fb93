import type { Hash } from "@assay/inventory";
import type { SbomComponent, SbomDocument } from "../model.ts";
import type { SpecVersion } from "./licenses.ts";

/** The words that nearly every document stays with: every version knows them, and the library need not be loaded for them. */
const COMMON = new Set([
  ...["application", "library", "framework", "container", "file", "operating-system"],
  ...["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"],
  ...["vcs", "distribution", "website", "issue-tracker", "documentation", "other"],
]);

/**
 * The document in the words that a version of CycloneDX has, as @cyclonedx/cyclonedx-library knows them: a component of another type is a
 * library, a reference of another type is `other`, and a hash of another algorithm is left out. A document that was read may have words of
 * SPDX or of a later CycloneDX, and a lockfile algorithms that CycloneDX lacks.
 */
export async function inKnownWords(
  document: SbomDocument,
  version: SpecVersion,
): Promise<SbomDocument> {
  const all = [document.subject, ...document.components];
  if (all.every((each) => each === undefined || hasCommonWords(each))) return document;
  const { Spec1dot6, Spec1dot7 } = await import("@cyclonedx/cyclonedx-library/Spec");
  const spec = version === "1.6" ? Spec1dot6 : Spec1dot7;
  const known = (hashes: readonly Hash[]) =>
    hashes.filter(
      ({ algorithm, value }) =>
        spec.supportsHashAlgorithm(algorithm) && spec.supportsHashValue(value),
    );
  const inWords = (each: SbomComponent): SbomComponent => ({
    ...each,
    type: spec.supportsComponentType(each.type) ? each.type : "library",
    hashes: known(each.hashes),
    references: each.references.map((reference) => ({
      ...reference,
      type: spec.supportsExternalReferenceType(reference.type) ? reference.type : "other",
      hashes: known(reference.hashes),
    })),
  });
  return {
    ...document,
    ...(document.subject === undefined ? {} : { subject: inWords(document.subject) }),
    components: document.components.map(inWords),
  };
}

function hasCommonWords({ type, hashes, references }: SbomComponent): boolean {
  const areCommon = (list: readonly Hash[]) => list.every(({ algorithm }) => COMMON.has(algorithm));
  return (
    COMMON.has(type) &&
    areCommon(hashes) &&
    references.every((each) => COMMON.has(each.type) && areCommon(each.hashes))
  );
}
