import { parseExpression } from "@assay/spdx";

type Json = Readonly<Record<string, unknown>>;

export interface SpdxJson extends Json {
  readonly packages: readonly Json[];
  readonly relationships: readonly {
    readonly spdxElementId: string;
    readonly relationshipType: string;
    readonly relatedSpdxElement: string;
  }[];
  readonly hasExtractedLicensingInfos?: readonly Json[];
}

const DIGEST_LENGTHS: Readonly<Record<string, number>> = {
  MD5: 32,
  SHA1: 40,
  SHA256: 64,
  SHA384: 96,
  SHA512: 128,
};

/** Every way in which a document breaks SPDX 2.3 (sections 6 to 11), none where it keeps to it. */
export function spdxErrors(spdx: SpdxJson): readonly string[] {
  const errors: string[] = [];
  const need = (holds: boolean, what: string) => {
    if (!holds) errors.push(what);
  };
  const matches = (value: unknown, pattern: RegExp) =>
    typeof value === "string" && pattern.test(value);
  const creation = (spdx["creationInfo"] ?? {}) as Json;
  need(spdx["spdxVersion"] === "SPDX-2.3", "spdxVersion");
  need(spdx["dataLicense"] === "CC0-1.0", "dataLicense");
  need(spdx["SPDXID"] === "SPDXRef-DOCUMENT", "SPDXID");
  need(matches(spdx["name"], /./), "name");
  need(matches(spdx["documentNamespace"], /^[a-z]+:\/\/[^#\s]+$/), "documentNamespace");
  need(matches(creation["created"], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), "created");
  need(
    (creation["creators"] as readonly unknown[]).every((creator) =>
      matches(creator, /^(Tool|Organization|Person): \S/),
    ),
    "creators",
  );
  const extracted = new Set(spdx.hasExtractedLicensingInfos?.map(({ licenseId }) => licenseId));
  for (const each of spdx.packages) {
    const id = String(each["SPDXID"]);
    need(/^SPDXRef-[A-Za-z0-9.-]+$/.test(id), `id ${id}`);
    need(matches(each["name"], /./), `${id} name`);
    need(
      matches(each["downloadLocation"], /^(NOASSERTION|NONE|(git\+)?[a-z]+:\/\/\S+)$/),
      `${id} download`,
    );
    need(
      matches(each["supplier"], /^(NOASSERTION|(Organization|Person): \S.*)$/),
      `${id} supplier`,
    );
    need(each["filesAnalyzed"] === false, `${id} filesAnalyzed`);
    const license = String(each["licenseDeclared"]);
    need(parseExpression(license).ok, `${id} licence ${license}`);
    for (const reference of license.match(/LicenseRef-[A-Za-z0-9.-]+/g) ?? [])
      need(extracted.has(reference), `${id} licence ${reference} without a text`);
    for (const { algorithm, checksumValue } of (each["checksums"] ?? []) as readonly Json[]) {
      const length = DIGEST_LENGTHS[String(algorithm)];
      need(matches(checksumValue, new RegExp(`^[0-9a-f]{${length}}$`)), `${id} checksum`);
    }
    for (const reference of (each["externalRefs"] ?? []) as readonly Json[]) {
      need(reference["referenceCategory"] === "PACKAGE-MANAGER", `${id} reference category`);
      need(matches(reference["referenceLocator"], /^pkg:[a-z]+\/\S+$/), `${id} purl`);
    }
  }
  const ids = new Set(spdx.packages.map(({ SPDXID }) => SPDXID));
  need(ids.size === spdx.packages.length, "ids are unique");
  const known = new Set([...ids, "SPDXRef-DOCUMENT", "NOASSERTION", "NONE"]);
  for (const { spdxElementId, relatedSpdxElement } of spdx.relationships)
    need(known.has(spdxElementId) && known.has(relatedSpdxElement), "a relationship to nothing");
  const described = spdx.relationships.filter((each) => each.relationshipType === "DESCRIBES");
  need(described.length === 1, "exactly one package is described");
  return errors;
}
