import type { SignerPolicy } from "@assay/sigstore";

/** A trusted root that names no logs asks for none: who reads "verified" should know. */
export function rootNotices(signer: SignerPolicy): readonly string[] {
  if (signer.kind === "key") return [];
  const { logs, certificateLogs } = signer.root;
  const missing = [
    ...(logs.length === 0 ? ["transparency log"] : []),
    ...(certificateLogs.length === 0 ? ["certificate log"] : []),
  ];
  return missing.map((kind) => `The trusted root names no ${kind}: none was asked for.`);
}

/** An attestation by the right signer is a signature too, and may say that a file failed its tests. */
export function attestationNotices(types: readonly string[]): readonly string[] {
  return [...new Set(types)].sort().map((type) => {
    const amount = types.filter((other) => other === type).length;
    const files = amount === 1 ? "1 file is" : `${amount} files are`;
    return `${files} vouched for by attestations of type ${type}: what those say was not judged, only who said it.`;
  });
}
