import type { SignerPolicy } from "@assay/sigstore";
import type { SignerCredential, SigningSession } from "./prepare.ts";

/**
 * Whom our own bundles must verify for: our key, or the identity of our certificate. Nobody can be verified by a
 * certificate without a trusted root.
 */
export function signerPolicyOf(
  { trustedRoot }: SigningSession,
  { key, certificate }: SignerCredential,
): SignerPolicy | undefined {
  if (certificate === undefined) {
    const base = { kind: "key", key: key.publicKey } as const;
    return trustedRoot === undefined ? base : { ...base, root: trustedRoot };
  }
  if (trustedRoot === undefined) return undefined;
  return { kind: "certificate", root: trustedRoot, identity: certificate.identity };
}
