import { X509Certificate as NodeCertificate } from "node:crypto";
import type { Bundle, TransparencyLogEntry } from "@sigstore/bundle";
import type { ParsedBundle } from "../bundle/parse.ts";
import { VerificationError } from "../error.ts";
import type { SignedArtifact } from "./artifact.ts";
import { type CertificateIdentity, certificateIdentity, checkLeafProfile } from "./certificate.ts";
import { signedContent } from "./signed-content.ts";
import {
  type LogReference,
  OUTLIVED,
  outlives,
  referenceOf,
  type SignatureTime,
  timesOf,
  timestampsOf,
} from "./times.ts";
import { leafOf } from "./verify-bundle.ts";
import { checkWithoutTrustedRoot } from "./without-trusted-root.ts";

/** What a bundle with a certificate says about itself. */
export interface OwnBundle {
  readonly identity: CertificateIdentity;
  /** As they stand there: nobody vouches for them here. */
  readonly times: readonly SignatureTime[];
  readonly logEntries: readonly LogReference[];
}

/**
 * Whether a bundle with a certificate is consistent in itself: it is about this artifact, its signature is by its own
 * certificate's key, and its entries and timestamps are about that signature. For the signer, who has no trusted root and
 * wants to know what lies there already: says nothing about who signed, which is why it is no part of the verifier's door.
 *
 * @param issuers Certificates in DER of which one must have issued the bundle's; not asked for where they are left out.
 * @throws VerificationError
 */
export async function checkOwnBundle(
  { bundle }: ParsedBundle,
  artifact: SignedArtifact,
  issuers?: readonly Buffer[],
): Promise<OwnBundle> {
  const leaf = leafOf(bundle);
  checkLeafProfile(leaf);
  const certificate = new NodeCertificate(leaf.root.toDER());
  if (issuers?.some((issuer) => isIssuedBy(certificate, issuer)) === false) {
    throw new VerificationError("untrusted-certificate", "the certificate is of another authority");
  }
  const key = certificate.publicKey;
  const { core: content } = await signedContent(bundle, artifact, key);
  if (!content.verifySignature(key)) {
    throw new VerificationError("invalid-signature", "the signature is not by its certificate");
  }
  if (isOutlived(bundle)) {
    throw new VerificationError("untrusted-certificate", OUTLIVED);
  }
  const entries: readonly TransparencyLogEntry[] = bundle.verificationMaterial.tlogEntries;
  const timestamps = timestampsOf(bundle);
  const verifier = { der: leaf.root.toDER(), isCertificate: true };
  checkWithoutTrustedRoot(entries, timestamps, content, verifier);
  return {
    identity: certificateIdentity(leaf),
    times: timesOf(timestamps, entries),
    logEntries: entries.map((entry) => referenceOf(entry, [])),
  };
}

/** @throws VerificationError `untrusted-timestamp` */
export function isOutlived(bundle: Bundle): boolean {
  return outlives(timestampsOf(bundle), bundle.verificationMaterial.tlogEntries, leafOf(bundle));
}

function isIssuedBy(certificate: NodeCertificate, issuer: Buffer): boolean {
  try {
    const authority = new NodeCertificate(issuer);
    return certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
  } catch {
    return false;
  }
}

/** Whom a bundle's certificate names, whoever wrote it; `undefined` where there is none that can be read. */
export function bundleIdentity(bundle: Bundle): CertificateIdentity | undefined {
  try {
    return certificateIdentity(leafOf(bundle));
  } catch {
    return undefined;
  }
}
