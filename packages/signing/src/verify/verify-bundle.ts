import type { Bundle, TransparencyLogEntry } from "@sigstore/bundle";
import type { RFC3161Timestamp, X509Certificate } from "@sigstore/core";
import { type SignedEntity, VerificationError, Verifier } from "@sigstore/verify";
import type { ParsedBundle } from "../bundle/parse.ts";
import type { PublicKey } from "../keys/public-key.ts";
import type { TrustedRoot } from "../trust/trusted-root.ts";
import type { SignedArtifact } from "./artifact.ts";
import {
  type CertificateIdentity,
  certificateIdentity,
  checkLeafProfile,
  parseCertificate,
} from "./certificate.ts";
import { checkIdentity, type IdentityPolicy } from "./identity-policy.ts";
import { checkLogEntry, type Verifier as LogVerifier } from "./log-entry.ts";
import { Rejection, type VerifyRuleId } from "./rejection.ts";
import { type SignatureContent, signedContent } from "./signed-content.ts";
import { parseTimestamp, signersOf } from "./timestamp.ts";
import { trustMaterial } from "./trust-material.ts";

/** Who must have signed: the holder of a key, or an identity that the trusted root's CA vouches for. */
export type SignerPolicy =
  | { readonly kind: "key"; readonly key: PublicKey; readonly root?: TrustedRoot }
  | {
      readonly kind: "certificate";
      readonly root: TrustedRoot;
      /** `undefined` checks everything but who it is: the caller compares what comes back. */
      readonly identity: IdentityPolicy | undefined;
    };

export interface VerifyOptions {
  readonly signer: SignerPolicy;
  /** Also for key-signed bundles; certificates always need what the trusted root has logs for. */
  readonly requireLog: boolean;
}

export interface Verified {
  readonly identity: CertificateIdentity | undefined;
  /** Verified times of the signature, in no order. */
  readonly times: readonly Date[];
  readonly logIndexes: readonly string[];
  /** Log entries and timestamps that nothing was there to check with. */
  readonly unchecked: number;
}

const NO_ROOT: TrustedRoot = {
  logs: [],
  certificateLogs: [],
  certificateAuthorities: [],
  timestampAuthorities: [],
};

/**
 * Verifies a bundle over an artifact, in the order of the client spec: content, times, certificate, log, signature,
 * identity. The core is @sigstore/verify; what it leaves open is checked before and after it.
 *
 * @throws Rejection with the first rule that does not hold.
 */
export async function verifyBundle(
  { bundle }: ParsedBundle,
  artifact: SignedArtifact,
  options: VerifyOptions,
): Promise<Verified> {
  const content = await signedContent(bundle, artifact);
  const { signer } = options;
  const leaf = signerCertificate(bundle, signer);
  if (leaf !== undefined) checkLeafProfile(leaf);
  const canCheck = signer.root !== undefined;
  const entries = canCheck ? bundle.verificationMaterial.tlogEntries : [];
  const timestamps = canCheck ? timestampsOf(bundle) : [];
  runCore(coreEntity(bundle, content, leaf, entries, timestamps), options, timestamps);

  const times = [
    ...timestamps.map((timestamp) => timestamp.signingTime),
    ...entries
      .filter((entry) => entry.inclusionPromise !== undefined)
      .map((entry) => new Date(Number(entry.integratedTime) * 1000)),
  ];
  const verifier = logVerifier(signer, leaf);
  for (const entry of entries) checkLogEntry(entry, signer.root?.logs ?? [], verifier, times);
  const identity = leaf === undefined ? undefined : certificateIdentity(leaf);
  if (identity !== undefined && signer.kind === "certificate" && signer.identity !== undefined) {
    checkIdentity(identity, signer.identity);
  }
  return {
    identity,
    times,
    logIndexes: entries.map((entry) => entry.logIndex),
    unchecked: canCheck ? 0 : witnessCount(bundle),
  };
}

function signerCertificate(bundle: Bundle, signer: SignerPolicy): X509Certificate | undefined {
  const { content } = bundle.verificationMaterial;
  const isKey = content.$case === "publicKey";
  if (isKey !== (signer.kind === "key")) {
    throw new Rejection(
      "verify.wrong-key-material",
      isKey ? "the bundle is signed with a key" : "the bundle is signed with a certificate",
      {
        expected: signer.kind === "key" ? "a signature of the given key" : "a certificate",
        found: isKey ? `key hint ${content.publicKey.hint || "(none)"}` : "a certificate",
      },
    );
  }
  if (content.$case === "publicKey") return undefined;
  const rawBytes =
    content.$case === "certificate"
      ? content.certificate.rawBytes
      : content.x509CertificateChain.certificates[0]?.rawBytes;
  return parseCertificate(rawBytes ?? Buffer.alloc(0));
}

function timestampsOf(bundle: Bundle): readonly RFC3161Timestamp[] {
  const data = bundle.verificationMaterial.timestampVerificationData;
  return (data?.rfc3161Timestamps ?? []).map((entry) => parseTimestamp(entry.signedTimestamp));
}

function coreEntity(
  bundle: Bundle,
  signature: SignatureContent,
  certificate: X509Certificate | undefined,
  tlogEntries: TransparencyLogEntry[],
  timestamps: readonly RFC3161Timestamp[],
): SignedEntity {
  const { content } = bundle.verificationMaterial;
  return {
    signature,
    key:
      certificate === undefined
        ? { $case: "public-key", hint: content.$case === "publicKey" ? content.publicKey.hint : "" }
        : { $case: "certificate", certificate },
    tlogEntries,
    timestamps: [
      ...timestamps.map((timestamp) => ({ $case: "timestamp-authority" as const, timestamp })),
      ...tlogEntries
        .filter((entry) => entry.inclusionPromise !== undefined)
        .map((tlogEntry) => ({ $case: "transparency-log" as const, tlogEntry })),
    ],
  };
}

function runCore(
  entity: SignedEntity,
  { signer, requireLog }: VerifyOptions,
  timestamps: readonly RFC3161Timestamp[],
): void {
  const root = signer.root ?? NO_ROOT;
  const key = signer.kind === "key" ? signer.key.key : undefined;
  const isKeyless = signer.kind === "certificate";
  const core = new Verifier(
    trustMaterial(root, signersOf(root.timestampAuthorities, timestamps), key),
    {
      // A root without logs (GitHub's own instance) vouches by timestamps alone.
      tlogThreshold: requireLog || (isKeyless && root.logs.length > 0) ? 1 : 0,
      ctlogThreshold: isKeyless && root.certificateLogs.length > 0 ? 1 : 0,
      timestampThreshold: isKeyless ? 1 : 0,
    },
  );
  try {
    core.verify(entity);
  } catch (cause) {
    throw asRejection(cause, signer);
  }
}

const RULE_BY_CODE: ReadonlyMap<string, VerifyRuleId> = new Map([
  ["TIMESTAMP_ERROR", "verify.untrusted-timestamp"],
  ["CERTIFICATE_ERROR", "verify.untrusted-certificate"],
  ["PUBLIC_KEY_ERROR", "verify.untrusted-certificate"],
  ["SIGNATURE_ERROR", "verify.invalid-signature"],
]);

function asRejection(cause: unknown, signer: SignerPolicy): Rejection {
  if (!(cause instanceof VerificationError)) {
    // The reader's core throws plain errors for broken DER and JSON.
    return new Rejection("verify.malformed-bundle", "the bundle's proof material is unreadable", {
      cause,
    });
  }
  const code: string = cause.code;
  const ruleId =
    RULE_BY_CODE.get(code) ??
    (code.startsWith("TLOG_") ? "verify.log-entry-invalid" : "verify.malformed-bundle");
  const detail =
    ruleId === "verify.invalid-signature" && signer.kind === "key"
      ? { cause, expected: `a signature of the key ${signer.key.hint}` }
      : { cause };
  return new Rejection(ruleId, cause.message, detail);
}

function logVerifier(signer: SignerPolicy, leaf: X509Certificate | undefined): LogVerifier {
  if (leaf !== undefined) return { der: leaf.root.toDER(), isCertificate: true };
  return { der: signer.kind === "key" ? signer.key.spki : Buffer.alloc(0), isCertificate: false };
}

function witnessCount(bundle: Bundle): number {
  const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
  return tlogEntries.length + (timestampVerificationData?.rfc3161Timestamps.length ?? 0);
}
