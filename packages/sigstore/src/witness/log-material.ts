import { createHash } from "node:crypto";
import { InternalError } from "@assay/core";
import { dsse } from "@sigstore/core";
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

/** Of an envelope, what is logged is the digest of its pre-authentication encoding (Rekor v2, "DSSE"). */
export function logMaterial(
  content: SignatureBundle,
  verifierPem: string,
  algorithm: KeyAlgorithm,
): LogMaterial {
  const block = pemBlocks(verifierPem)[0];
  if (block === undefined) throw new InternalError("A log entry needs the key of its signature");
  return {
    digestName: algorithm.digest,
    ...signedBy(content, algorithm),
    verifierPem,
    verifierDer: block.bytes,
    isCertificate: block.label === "CERTIFICATE",
  };
}

function signedBy(content: SignatureBundle, algorithm: KeyAlgorithm) {
  if (content.$case === "messageSignature") {
    const { signature, messageDigest } = content.messageSignature;
    return { signature, digest: messageDigest.digest };
  }
  const { payload, payloadType, signatures } = content.dsseEnvelope;
  const encoded = dsse.preAuthEncoding(payloadType, payload);
  return {
    signature: signatures[0]?.sig ?? Buffer.alloc(0),
    digest: createHash(algorithm.digest).update(encoded).digest(),
  };
}
