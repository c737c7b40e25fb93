import { createPublicKey, type KeyObject } from "node:crypto";
import type { Bundle, TransparencyLogEntry } from "@sigstore/bundle";
import type { X509Certificate } from "@sigstore/core";
import type { ParsedBundle } from "../bundle/parse.ts";
import { VerificationError } from "../error.ts";
import { algorithmOf } from "../keys/algorithm.ts";
import type { PublicKey } from "../keys/public-key.ts";
import type { SignedArtifact } from "./artifact.ts";
import {
  type CertificateIdentity,
  certificateIdentity,
  checkLeafProfile,
  isRootCertificate,
  parseCertificate,
} from "./certificate.ts";
import { type CertificateClaims, certificateClaims, checkClaims } from "./certificate-claims.ts";
import { runCore } from "./core-verifier.ts";
import { checkIdentity } from "./identity-policy.ts";
import type { Verifier as LogVerifier } from "./log-body.ts";
import { checkLogEntry, knownEntries, unknownLog } from "./log-entry.ts";
import type { SignerPolicy, VerifyOptions } from "./policy.ts";
import { refuseRevoked, refuseRevokedDigest } from "./revoked.ts";
import { signedContent } from "./signed-content.ts";
import {
  type LogReference,
  referenceOf,
  type SignatureTime,
  timesOf,
  timestampsOf,
} from "./times.ts";
import { witnessOf } from "./timestamp.ts";
import { checkWithoutTrustedRoot } from "./without-trusted-root.ts";

export interface VerifiedBundle {
  readonly identity: CertificateIdentity | undefined;
  /** What the certificate says about the run that it was issued to; nothing for keys. */
  readonly claims: CertificateClaims;
  /** The key that signed, of those that may have; nothing for certificates. */
  readonly key: PublicKey | undefined;
  /** Verified times of the signature, in no order. */
  readonly times: readonly SignatureTime[];
  /** How many different operators of timestamp authorities, or authorities where the root names none, gave some of these times. */
  readonly timestampAuthorities: number;
  /** The entries that count, or, without a trusted root, those of which nothing is known but that they fit. */
  readonly logEntries: readonly LogReference[];
  /** Log entries and timestamps whose makers nothing was there to check with. */
  readonly unchecked: number;
  /** Log entries that were ignored: the trusted root doesn't know their logs, and other entries were enough. */
  readonly ignoredEntries: number;
  /** Of an attestation: what kind of thing it says about the file. Its predicate is not judged. */
  readonly predicateType: string | undefined;
  /** Of an attestation: the whole statement, signed by whom it should. */
  readonly statement: unknown;
}

/**
 * Verifies a bundle over an artifact: who may have signed and what, times, certificate, log, signature, identity. The
 * core is @sigstore/verify; what it leaves open is checked before and after it.
 *
 * @throws VerificationError with the first rule that does not hold; of several keys for the one that the bundle names.
 */
export async function verifyBundle(
  parsed: ParsedBundle,
  artifact: SignedArtifact,
  options: VerifyOptions,
): Promise<VerifiedBundle> {
  const { signer } = options;
  if (signer.kind !== "key") return await verifyBy(parsed, artifact, options, signer);
  // Nobody vouches for the hint: it says which key comes first and whose failure is reported, not which one counts.
  const hint = hintOf(parsed.bundle);
  const { others = [], ...one } = signer;
  const isNamed = (key: PublicKey) => Number(key.hint === hint);
  const keys = [one.key, ...others].sort((a, b) => isNamed(b) - isNamed(a));
  let failure: unknown;
  for (const key of keys) {
    try {
      return await verifyBy(parsed, artifact, options, { ...one, key });
    } catch (error) {
      if (!(error instanceof VerificationError) || error.code === "revoked-key") throw error;
      failure ??= error;
    }
  }
  refuseRevokedDigest(Buffer.from(hint, "base64"), options);
  throw failure;
}

async function verifyBy(
  { bundle }: ParsedBundle,
  artifact: SignedArtifact,
  options: VerifyOptions,
  signer: SignerPolicy,
): Promise<VerifiedBundle> {
  const { requireLog } = options;
  const leaf = signerCertificate(bundle, signer);
  if (leaf !== undefined) checkLeafProfile(leaf);
  const key = signerKey(signer, leaf);
  const { core: content, statement } = await signedContent(bundle, artifact, key);
  const found = bundle.verificationMaterial.tlogEntries.map(withoutUnsignedProof);
  const timestamps = timestampsOf(bundle);
  const verifier = logVerifier(signer, leaf);
  const { root } = signer;
  if (root === undefined) checkWithoutTrustedRoot(found, timestamps, content, verifier);
  const entries = root === undefined ? [] : knownEntries(found, root.logs);
  const parts = {
    content,
    leaf,
    hint: hintOf(bundle),
    entries,
    timestamps: root === undefined ? [] : timestamps,
  };
  const isOfUnknownLogs = root !== undefined && entries.length === 0 && found.length > 0;
  const isNeeded = needsLog(signer, requireLog);
  runCore(parts, signer, isNeeded && !isOfUnknownLogs);
  // Entries that say nothing are ignored beside one that does, or where nobody asks for any.
  if (isOfUnknownLogs && (isNeeded || requireLog !== false)) throw unknownLog(found, root.logs);
  const times = timesOf(parts.timestamps, entries);
  if (root !== undefined) {
    const instants = times.map(({ at }) => at);
    for (const entry of entries) checkLogEntry(entry, root.logs, verifier, instants);
  }
  const identity = leaf === undefined ? undefined : certificateIdentity(leaf);
  if (identity !== undefined && signer.kind === "certificate" && signer.identity !== undefined) {
    checkIdentity(identity, signer.identity);
  }
  const claims = leaf === undefined ? {} : certificateClaims(leaf);
  if (signer.kind === "certificate") checkClaims(claims, signer.identity?.claims ?? {});
  refuseRevoked(key.export({ format: "der", type: "spki" }), options);
  return {
    key: signer.kind === "key" ? signer.key : undefined,
    identity,
    claims,
    times,
    timestampAuthorities: new Set(
      parts.timestamps.map((each) => witnessOf(each, root?.timestampAuthorities ?? [])),
    ).size,
    logEntries: (root === undefined ? found : entries).map((entry) =>
      referenceOf(entry, root?.logs ?? []),
    ),
    unchecked: root === undefined ? found.length + timestamps.length : 0,
    ignoredEntries: root === undefined ? 0 : found.length - entries.length,
    predicateType: statement?.predicateType,
    statement: statement?.json,
  };
}

/** A root without logs (GitHub's own instance) vouches by timestamps alone. */
function needsLog(signer: SignerPolicy, requireLog: boolean | undefined): boolean {
  const hasLogs = (signer.root?.logs.length ?? 0) > 0;
  return signer.kind === "certificate" ? hasLogs || requireLog === true : (requireLog ?? hasLogs);
}

function signerCertificate(bundle: Bundle, signer: SignerPolicy): X509Certificate | undefined {
  const { content } = bundle.verificationMaterial;
  const isKey = content.$case === "publicKey";
  if (isKey !== (signer.kind === "key")) {
    throw new VerificationError(
      "wrong-key-material",
      isKey ? "the bundle is signed with a key" : "the bundle is signed with a certificate",
      {
        expected: signer.kind === "key" ? "a signature of the given key" : "a certificate",
        found: isKey ? `key hint ${content.publicKey.hint || "(none)"}` : "a certificate",
      },
    );
  }
  return isKey ? undefined : leafOf(bundle);
}

/**
 * The signer's certificate.
 *
 * @throws VerificationError `malformed-bundle` when there is none that can be read, or a root beside it.
 */
export function leafOf(bundle: Bundle): X509Certificate {
  const { content } = bundle.verificationMaterial;
  if (content.$case === "publicKey") {
    throw new VerificationError("wrong-key-material", "the bundle is signed with a key");
  }
  if (content.$case === "certificate") return parseCertificate(content.certificate.rawBytes);
  const [leaf = parseCertificate(Buffer.alloc(0)), ...others] =
    content.x509CertificateChain.certificates.map(({ rawBytes }) => parseCertificate(rawBytes));
  if (others.some(isRootCertificate)) {
    throw new VerificationError("malformed-bundle", "its chain holds a root certificate", {
      expected: "the signer's certificate, and intermediate ones at most",
      found: "a certificate that is its own issuer",
    });
  }
  return leaf;
}

function signerKey(signer: SignerPolicy, leaf: X509Certificate | undefined): KeyObject {
  if (signer.kind === "key") return signer.key.key;
  try {
    const key = createPublicKey({
      key: leaf?.publicKey ?? Buffer.alloc(0),
      format: "der",
      type: "spki",
    });
    void algorithmOf(key);
    return key;
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : "something unreadable";
    throw new VerificationError("untrusted-certificate", "the certificate's key is not usable", {
      cause,
      expected: "a key of Sigstore's algorithm table",
      found,
    });
  }
}

function hintOf(bundle: Bundle): string {
  const { content } = bundle.verificationMaterial;
  return content.$case === "publicKey" ? content.publicKey.hint : "";
}

/** Bundles of version 0.1 may hold a proof without a checkpoint, which proves nothing; the log's promise counts there. */
function withoutUnsignedProof(entry: TransparencyLogEntry): TransparencyLogEntry {
  const isUnsigned =
    entry.inclusionProof !== undefined && entry.inclusionProof.checkpoint === undefined;
  return isUnsigned ? { ...entry, inclusionProof: undefined } : entry;
}

function logVerifier(signer: SignerPolicy, leaf: X509Certificate | undefined): LogVerifier {
  if (leaf !== undefined) return { der: leaf.root.toDER(), isCertificate: true };
  return { der: signer.kind === "key" ? signer.key.spki : Buffer.alloc(0), isCertificate: false };
}
