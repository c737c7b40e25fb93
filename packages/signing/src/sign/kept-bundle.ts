import {
  type ParsedBundle,
  type SignedArtifact,
  VerificationError,
  type VerifiedBundle,
  verifyBundle,
} from "@assay/sigstore";
import { checkOwnBundle } from "@assay/sigstore/sign";
import type { SignatureFacts } from "../act/record.ts";
import { signerPolicyOf } from "./own-policy.ts";
import type { SignerCredential, SigningSession } from "./prepare.ts";

const UNCHECKED_WITNESSES =
  "Who made its log entries and timestamps was not checked: no trusted root was given.";
export const UNCHECKED_CERTIFICATE =
  "Its certificate, log entries and timestamps were not checked against a trusted root: none was given.";

/**
 * What is known of a bundle that is what this run would make: of its form, by its signer, over this very content, with as
 * many witnesses. With a trusted root all of it is checked; without one what it says of itself decides, and is noted.
 *
 * @param statement What is attested; without it a signature is meant.
 * @returns `undefined` where a new one has to be made.
 */
export async function keptBundle(
  session: SigningSession,
  credential: SignerCredential,
  artifact: SignedArtifact,
  existing: ParsedBundle,
  statement?: Buffer,
): Promise<SignatureFacts | undefined> {
  if (!isAsComplete(existing, session, statement)) return undefined;
  try {
    const policy = signerPolicyOf(session, credential);
    if (policy === undefined) return await ownFacts(credential, artifact, existing);
    const options = { signer: policy, requireLog: false };
    const verified = await verifyBundle(existing, artifact, options);
    return verified.ignoredEntries === 0 ? factsOf(verified) : undefined;
  } catch (error) {
    if (error instanceof VerificationError) return undefined;
    throw error;
  }
}

export function factsOf(verified: VerifiedBundle): SignatureFacts {
  const { times, logEntries, unchecked } = verified;
  return { times, logEntries, notes: unchecked === 0 ? [] : [UNCHECKED_WITNESSES] };
}

/** Keyless without a trusted root: the authority that issued this run's certificate must have issued that one too. */
async function ownFacts(
  { certificate }: SignerCredential,
  artifact: SignedArtifact,
  existing: ParsedBundle,
): Promise<SignatureFacts | undefined> {
  if (certificate === undefined) return undefined;
  const { identity, times, logEntries } = await checkOwnBundle(
    existing,
    artifact,
    certificate.issuers,
  );
  const isSame =
    identity.subject === certificate.identity.subject &&
    identity.issuer === certificate.identity.issuer;
  return isSame ? { times, logEntries, notes: [UNCHECKED_CERTIFICATE] } : undefined;
}

/** Whether a bundle is of the form that this run makes, with as many witnesses; an attestation is of the very statement. */
function isAsComplete(
  { bundle, version }: ParsedBundle,
  { plan }: SigningSession,
  statement: Buffer | undefined,
): boolean {
  const { content } = bundle;
  const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
  const logs = new Set(tlogEntries.map((entry) => entry.logId?.keyId.toString("hex")));
  const timestamps = timestampVerificationData?.rfc3161Timestamps.length ?? 0;
  return (
    version === "0.3" &&
    (content.$case === "messageSignature"
      ? statement === undefined
      : statement?.equals(content.dsseEnvelope.payload) === true) &&
    logs.size >= plan.logs.length &&
    timestamps >= plan.timestampUrls.length
  );
}
