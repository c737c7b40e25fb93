/** What hangs on an image, in one word. */
export type AttachedKind = "signature" | "attestation" | "sbom" | "vex" | "other";

const SIGN_PREDICATE = "https://sigstore.dev/cosign/sign/v1";

/** Of a statement, by its predicate type. */
export function kindOfPredicate(predicateType: string): AttachedKind {
  if (predicateType === SIGN_PREDICATE) return "signature";
  if (/^https:\/\/(spdx\.dev\/Document|cyclonedx\.org\/bom)/.test(predicateType)) return "sbom";
  return predicateType.startsWith("https://openvex.dev/") ? "vex" : "attestation";
}

/** Of an artifact, by its type; sigstore bundles are told apart by what they hold. */
export function kindOfArtifact(artifactType: string): AttachedKind {
  if (
    /^application\/vnd\.(dev\.cosign\.artifact\.sig|dev\.cosign\.simplesigning|cncf\.notary\.signature)/.test(
      artifactType,
    )
  ) {
    return "signature";
  }
  if (/(^|[/.+])(spdx|cyclonedx|syft)([+.]|$)/.test(artifactType)) return "sbom";
  if (/openvex/.test(artifactType)) return "vex";
  return /in-toto|docker\.attestation/.test(artifactType) ? "attestation" : "other";
}
