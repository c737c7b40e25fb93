/** What makes bundles: certificates, logs, timestamps, and which of them a signing config selects. */

export type { Witness } from "@sigstore/sign";
export { buildAttestation, buildBundle, bundleBytes } from "./bundle/build.ts";
export { BUNDLE_MEDIA_TYPE } from "./bundle/parse.ts";
export type { IssuedCertificate } from "./keyless/fulcio.ts";
export type { IdentityToken, TokenAccess, TokenSource } from "./keyless/oidc.ts";
export { identityToken } from "./keyless/oidc.ts";
export type { KeylessSession } from "./keyless/session.ts";
export { keylessSession } from "./keyless/session.ts";
export { circuitBreaker } from "./services/circuit-breaker.ts";
export { selectServices } from "./services/select.ts";
export type { Selection, Service, SigningConfig } from "./services/signing-config.ts";
export { parseSigningConfig } from "./services/signing-config.ts";
export { readTrustFile } from "./trust/load.ts";
export type { CertificateIdentity } from "./verify/certificate.ts";
export { certificateIdentity, checkLeafProfile, parseCertificate } from "./verify/certificate.ts";
export { certificateClaims } from "./verify/certificate-claims.ts";
export type { OwnBundle } from "./verify/own-bundle.ts";
export { bundleIdentity, checkOwnBundle, isOutlived } from "./verify/own-bundle.ts";
export { DuplicateEntry } from "./witness/duplicate-entry.ts";
export { rekorV1 } from "./witness/rekor-v1.ts";
export { rekorV2 } from "./witness/rekor-v2.ts";
export { timestampAuthority } from "./witness/timestamp-authority.ts";
