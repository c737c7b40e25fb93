import { createPublicKey } from "node:crypto";
import type { MiniAuthority } from "./certificate-authority.ts";
import type { MiniTimestampAuthority } from "./timestamp-authority.ts";
import { type MiniLog, sha256 } from "./transparency-log.ts";

/** The name of a log's key in protobuf-specs: other clients read the key by it. */
function detailsOf(spki: Buffer): string {
  const { asymmetricKeyType } = createPublicKey({ key: spki, format: "der", type: "spki" });
  return asymmetricKeyType === "ed25519" ? "PKIX_ED25519" : "PKIX_ECDSA_P256_SHA_256";
}

/** The trusted root of one mini-Sigstore, as its TUF repository would hand it out. */
export function trustedRootJson(
  authority: MiniAuthority,
  logs: readonly MiniLog[],
  tsa: MiniTimestampAuthority,
  now: Date,
): string {
  const start = new Date(now.getTime() - 24 * 3600 * 1000).toISOString();
  const instance = (baseUrl: string, spki: Buffer, id: Buffer) => ({
    baseUrl,
    hashAlgorithm: "SHA2_256",
    publicKey: {
      rawBytes: spki.toString("base64"),
      keyDetails: detailsOf(spki),
      validFor: { start },
    },
    logId: { keyId: id.toString("base64") },
  });
  const chain = (uri: string, ...certificates: readonly Buffer[]) => ({
    subject: { organization: "mini", commonName: "mini" },
    uri,
    certChain: {
      certificates: certificates.map((der) => ({ rawBytes: der.toString("base64") })),
    },
    validFor: { start },
  });
  const { logKeys } = authority;
  return JSON.stringify({
    mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    tlogs: logs.map((log) => instance(`https://${log.host}`, log.keys.spki, log.id)),
    certificateAuthorities: [chain("https://fulcio.mini.test", authority.root.certificate)],
    ctlogs: [instance("https://ct.mini.test", logKeys.spki, sha256(logKeys.spki))],
    timestampAuthorities: [chain("https://tsa.mini.test", tsa.leaf, tsa.root.certificate)],
  });
}
