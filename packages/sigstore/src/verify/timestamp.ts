import { RFC3161Timestamp, type X509Certificate } from "@sigstore/core";
import { VerificationError } from "../error.ts";
import { carriedCertificate } from "../trust/lasting-certificate.ts";
import type { TrustedAuthority } from "../trust/trusted-root.ts";
import { isTimestampingLeaf } from "./certificate.ts";

const SEQUENCE = 0x30;
const GRANTED: readonly bigint[] = [0n, 1n];
const MAX_TOKEN_CERTIFICATES = 16;

/** @throws VerificationError `untrusted-timestamp` when it is malformed, not granted, or signed by several. */
export function parseTimestamp(der: Uint8Array): RFC3161Timestamp {
  try {
    const timestamp = RFC3161Timestamp.parse(Buffer.from(der));
    if (der[0] !== SEQUENCE) throw new TypeError("no sequence");
    if (!GRANTED.includes(timestamp.status)) throw new TypeError(`status ${timestamp.status}`);
    if (signerInfos(timestamp) !== 1) throw new TypeError("several signers");
    if (timestamp.tstInfo.messageImprintHashAlgorithm === undefined)
      throw new TypeError("weak hash");
    if (Number.isNaN(timestamp.signingTime.getTime())) throw new TypeError("no time");
    return timestamp;
  } catch (cause) {
    throw new VerificationError(
      "untrusted-timestamp",
      "the signed timestamp is malformed, not granted, or over a weak hash",
      { cause },
    );
  }
}

/**
 * The trusted authorities that may have made these timestamps, each with the signer's certificate in front: the
 * trusted root's own leaf, or, where the root begins with a CA, the one that the token carries. Leaves that aren't for
 * timestamping are left out; @sigstore/verify looks neither at that nor into the token.
 */
export function signersOf(
  authorities: readonly TrustedAuthority[],
  timestamps: readonly RFC3161Timestamp[],
): readonly TrustedAuthority[] {
  const embedded = timestamps.flatMap((timestamp) => embeddedSigner(timestamp));
  return authorities.flatMap((authority) => {
    const [first] = authority.chain;
    if (first === undefined) return [];
    if (!first.isCA) {
      // Where both the root and a token hold the signer's certificate, they must be the same.
      const other = embedded.some((leaf) => isSameName(leaf, first) && !leaf.equals(first));
      return isTimestampingLeaf(first) && !other ? [authority] : [];
    }
    return embedded
      .filter(isTimestampingLeaf)
      .map((leaf) => ({ ...authority, chain: [leaf, ...authority.chain] }));
  });
}

/** Whose a verified timestamp is: those of one operator count once (protobuf-specs, `CertificateAuthority.operator`). */
export function witnessOf(
  timestamp: RFC3161Timestamp,
  authorities: readonly TrustedAuthority[],
): string | undefined {
  const { signerSerialNumber: serial, signerIssuer: issuer } = timestamp;
  const by = signersOf(authorities, [timestamp]).find(
    ({ chain: [leaf, ca] }) =>
      leaf?.serialNumber.equals(serial) &&
      leaf.issuer.equals(issuer) &&
      ca?.subject.equals(issuer) !== false,
  );
  return by?.operator || by?.chain[0]?.publicKey.toString("hex");
}

/** `SignedData` of the token (RFC 5652, section 5.1). */
function signedData(timestamp: RFC3161Timestamp) {
  const content = timestamp.root.subs[1]?.subs.find((part) => part.tag.isContextSpecific(0));
  return content?.subs[0];
}

function signerInfos(timestamp: RFC3161Timestamp): number {
  return signedData(timestamp)?.subs.at(-1)?.subs.length ?? 0;
}

function isSameName(a: X509Certificate, b: X509Certificate): boolean {
  return a.issuer.equals(b.issuer) && a.serialNumber.equals(b.serialNumber);
}

/** A token carries no certificates, or its signer's among them (RFC 3161, section 2.4.1, `certReq`). */
function embeddedSigner(timestamp: RFC3161Timestamp): readonly X509Certificate[] {
  const certificates = signedData(timestamp)?.subs.find((part) => part.tag.isContextSpecific(0));
  // Some authorities write an empty list where none was asked for.
  if (certificates === undefined || certificates.subs.length === 0) return [];
  const signers = certificates.subs.slice(0, MAX_TOKEN_CERTIFICATES).flatMap((entry) => {
    try {
      const certificate = carriedCertificate(entry.toDER());
      const isSigner =
        certificate.serialNumber.equals(timestamp.signerSerialNumber) &&
        certificate.issuer.equals(timestamp.signerIssuer);
      return isSigner ? [certificate] : [];
    } catch {
      return [];
    }
  });
  if (signers.length > 0) return signers;
  throw new VerificationError(
    "untrusted-timestamp",
    "the signed timestamp holds certificates and not that of its signer",
  );
}
