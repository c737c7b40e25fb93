import { resolve } from "node:path";
import {
  type ParsedBundle,
  parseBundle,
  type SignedArtifact,
  type SignerPolicy,
  VerificationError,
  type VerifiedBundle,
  verifyBundle,
} from "@assay/sigstore";
import { digestFile } from "@assay/sigstore/files";
import { verifyDigest } from "@assay/sigstore/keys";
import {
  buildBundle,
  bundleBytes,
  certificateIdentity,
  DuplicateEntry,
  parseCertificate,
} from "@assay/sigstore/sign";
import type { SignerCredential, SigningSession } from "./prepare.ts";

/** A log that holds the very signature already: three fresh nonces can't all meet that. */
const DUPLICATE_TRIES = 3;

export type SignedFile =
  | {
      readonly status: "signed";
      readonly bytes: Buffer;
      readonly verified: VerifiedBundle | undefined;
    }
  | { readonly status: "kept"; readonly verified: VerifiedBundle };

/**
 * Signs one file: its digest is streamed, the signature witnessed, the bundle read back and verified. A file whose
 * existing bundle verifies for this content and signer is left as it is.
 *
 * @param existing The bundle that lies there, if any.
 * @throws VerificationError when the new bundle does not verify; KnownError of the services.
 */
export async function signFile(
  session: SigningSession,
  root: string,
  path: string,
  existing: Uint8Array | undefined,
  signal: AbortSignal,
): Promise<SignedFile> {
  const credential = await session.credential();
  const { algorithm } = credential.key.publicKey;
  const absolute = resolve(root, path);
  const { digests } = await digestFile(absolute, [algorithm.digest, "sha256"], signal);
  const artifact: SignedArtifact = {
    digests: async () => digests,
    read: async () => undefined,
  };
  const kept = await keptBundle(session, credential, artifact, existing);
  if (kept !== undefined) return { status: "kept", verified: kept };
  // Hashing a large file may outlast a certificate.
  const fresh = await session.credential();
  const digest = digests.get(algorithm.digest) ?? Buffer.alloc(0);
  const bundle = await witnessed(session, fresh, digest);
  const bytes = bundleBytes(bundle);
  // Read back what is written, by the reader that others' bundles go through.
  const verified = await verifyOwn(session, fresh, artifact, parseBundle(bytes), digest);
  return { status: "signed", bytes, verified };
}

async function witnessed(
  session: SigningSession,
  { key, certificate }: SignerCredential,
  digest: Buffer,
): Promise<ParsedBundle["bundle"]> {
  const { algorithm } = key.publicKey;
  for (let tried = 1; ; tried++) {
    try {
      return await buildBundle(key, certificate, digest, session.witnesses(algorithm));
    } catch (error) {
      const canDiffer = algorithm.kind === "ec" && tried < DUPLICATE_TRIES;
      if (!(error instanceof DuplicateEntry) || !canDiffer) throw error;
    }
  }
}

async function verifyOwn(
  session: SigningSession,
  credential: SignerCredential,
  artifact: SignedArtifact,
  parsed: ParsedBundle,
  digest: Buffer,
): Promise<VerifiedBundle | undefined> {
  const policy = policyFor(session, credential);
  const requireLog = session.trustedRoot !== undefined && session.plan.logs.length > 0;
  if (policy !== undefined) {
    return await verifyBundle(parsed, artifact, { signer: policy, requireLog });
  }
  // Keyless without a trusted root: at least the signature itself must hold.
  const { key, algorithm } = credential.key.publicKey;
  const { content } = parsed.bundle;
  const signature =
    content.$case === "messageSignature" ? content.messageSignature.signature : Buffer.alloc(0);
  if (verifyDigest(key, algorithm.kind, algorithm.digest, digest, signature)) return undefined;
  throw new VerificationError("invalid-signature", "the new signature does not verify");
}

/** Whom our own bundles must verify for: our key, or the identity of our certificate. */
function policyFor(
  { trustedRoot }: SigningSession,
  { key, certificate }: SignerCredential,
): SignerPolicy | undefined {
  if (certificate === undefined) {
    const base = { kind: "key", key: key.publicKey } as const;
    return trustedRoot === undefined ? base : { ...base, root: trustedRoot };
  }
  if (trustedRoot === undefined) return undefined;
  const identity = certificateIdentity(parseCertificate(certificate));
  return { kind: "certificate", root: trustedRoot, identity };
}

async function keptBundle(
  session: SigningSession,
  credential: SignerCredential,
  artifact: SignedArtifact,
  existing: Uint8Array | undefined,
): Promise<VerifiedBundle | undefined> {
  const signer = policyFor(session, credential);
  if (existing === undefined || signer === undefined) return undefined;
  try {
    const parsed = parseBundle(existing);
    if (!isAsComplete(parsed, session)) return undefined;
    const verified = await verifyBundle(parsed, artifact, { signer, requireLog: false });
    // Log entries and timestamps that can't be checked may be anyone's: a new bundle costs little.
    return verified.unchecked + verified.ignoredEntries === 0 ? verified : undefined;
  } catch (error) {
    if (error instanceof VerificationError) return undefined;
    throw error;
  }
}

/** Whether a bundle is of the form that this run makes, with as many witnesses; an attestation is another thing. */
function isAsComplete({ bundle, version }: ParsedBundle, { plan }: SigningSession): boolean {
  const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
  const logs = new Set(tlogEntries.map((entry) => entry.logId?.keyId.toString("hex")));
  const timestamps = timestampVerificationData?.rfc3161Timestamps.length ?? 0;
  return (
    version === "0.3" &&
    bundle.content.$case === "messageSignature" &&
    logs.size >= plan.logs.length &&
    timestamps >= plan.timestampUrls.length
  );
}
