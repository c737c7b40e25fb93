import { X509Certificate } from "@sigstore/core";

/** A batch has one signer and one timestamp authority, or few. */
const KEPT = 8;
const kept = new Map<string, X509Certificate>();

/**
 * A certificate that is encoded once, and verified once by each issuer: @sigstore/core does both anew for every comparison and bundle.
 * Nothing changes one that was read.
 */
export function lastingCertificate(der: Buffer<ArrayBuffer>): X509Certificate {
  const certificate = X509Certificate.parse(der);
  for (const part of [certificate.root, certificate.tbsCertificate]) {
    const bytes = part.toDER();
    part.toDER = () => bytes;
  }
  const verify = certificate.verify.bind(certificate);
  const verdicts = new WeakMap<X509Certificate, boolean>();
  certificate.verify = (issuer = certificate) => {
    const verdict = verdicts.get(issuer) ?? verify(issuer);
    verdicts.set(issuer, verdict);
    return verdict;
  };
  return certificate;
}

/** One that a bundle brings, which is never the same object as a trusted one. The last few are kept by their bytes. */
export function carriedCertificate(der: Uint8Array): X509Certificate {
  const bytes = Buffer.from(der);
  const id = bytes.toString("latin1");
  const certificate = kept.get(id) ?? lastingCertificate(bytes);
  kept.delete(id);
  kept.set(id, certificate);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return certificate;
}
