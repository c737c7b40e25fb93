import { X509Certificate } from "node:crypto";
import { UsageError } from "@assay/core";
import { type CertificateClaims, VerificationError } from "@assay/sigstore";
import type { SigningKey } from "@assay/sigstore/keys";
import {
  type CertificateIdentity,
  certificateClaims,
  certificateIdentity,
  checkLeafProfile,
  parseCertificate,
} from "@assay/sigstore/sign";

export interface SignerCertificate {
  /** In DER. */
  readonly leaf: Buffer;
  readonly issuers: readonly Buffer[];
  readonly identity: CertificateIdentity;
  readonly claims: CertificateClaims;
}

/** @throws VerificationError where it is unreadable, or has not one name. */
export function certificateOf(leaf: Buffer, issuers: readonly Buffer[]): SignerCertificate {
  const parsed = parseCertificate(leaf);
  return {
    leaf,
    issuers,
    identity: certificateIdentity(parsed),
    claims: certificateClaims(parsed),
  };
}

/**
 * A key's certificate by a CA of one's own, and what issued it, leaf first.
 *
 * @throws UsageError where nobody could verify what is signed with it: before anything is.
 */
export function ownCertificate(
  text: string,
  source: string,
  key: SigningKey,
  now: Date,
): SignerCertificate {
  const refuse = (what: string, hint: string, cause?: unknown) =>
    new UsageError(`The certificate ${source} ${what}`, { hint, cause });
  try {
    const [first, ...rest] = text
      .split(/(?=-----BEGIN CERTIFICATE-----)/)
      .filter((part) => part.includes("BEGIN CERTIFICATE"))
      .map((part) => new X509Certificate(part));
    if (first === undefined) throw refuse("holds no `CERTIFICATE` in PEM", "Give it in PEM.");
    if (!first.publicKey.export({ format: "der", type: "spki" }).equals(key.publicKey.spki)) {
      throw refuse("is for another key", "Give that of `key`, before those that issued it.");
    }
    const [from, until] = [new Date(first.validFrom), new Date(first.validTo)];
    if (now < from || now > until) {
      throw refuse(
        `is valid from ${from.toISOString()} to ${until.toISOString()}, and it is ${now.toISOString()}`,
        "Have a new one issued.",
      );
    }
    checkLeafProfile(parseCertificate(first.raw));
    return certificateOf(
      first.raw,
      rest.map(({ raw }) => raw),
    );
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const said = error instanceof VerificationError ? `: ${error.message}` : "";
    throw refuse(
      `can't be signed with${said}`,
      "It needs digitalSignature, codeSigning as its only extended key usage, and one subject alternative name.",
      error,
    );
  }
}
