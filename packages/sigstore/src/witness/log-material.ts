import { InternalError } from "@assay/core";
import type { SignatureBundle } from "@sigstore/sign";
import type { DigestName, KeyAlgorithm } from "../keys/algorithm.ts";
import { pemBlocks } from "../keys/pem.ts";

/** What a log entry of kind hashedrekord is made from. */
export interface LogMaterial {
  readonly digestName: DigestName;
  readonly digest: Buffer;
  readonly signature: Buffer;
  /** The certificate or public key in PEM. */
  readonly verifierPem: string;
  readonly verifierDer: Buffer;
  readonly isCertificate: boolean;
}

/** @param content A message signature: this package makes no other kind. */
export function logMaterial(
  content: SignatureBundle,
  verifierPem: string,
  algorithm: KeyAlgorithm,
): LogMaterial {
  const block = pemBlocks(verifierPem)[0];
  if (content.$case !== "messageSignature" || block === undefined) {
    throw new InternalError("A log entry can be made of a message signature with its key only");
  }
  const { signature, messageDigest } = content.messageSignature;
  return {
    digestName: algorithm.digest,
    digest: messageDigest.digest,
    signature,
    verifierPem,
    verifierDer: block.bytes,
    isCertificate: block.label === "CERTIFICATE",
  };
}
