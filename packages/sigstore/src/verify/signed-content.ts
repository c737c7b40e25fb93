import { createHash, type KeyObject, verify } from "node:crypto";
import type { Bundle } from "@sigstore/bundle";
import { dsse } from "@sigstore/core";
import { HashAlgorithm } from "@sigstore/protobuf-specs";
import type { SignedEntity } from "@sigstore/verify";
import { VerificationError } from "../error.ts";
import { algorithmOf, type DigestName, type KeyAlgorithm } from "../keys/algorithm.ts";
import { verifyDigest } from "../keys/digest-signature.ts";
import type { SignedArtifact } from "./artifact.ts";
import { hasSubject, parseStatement, type Statement } from "./statement.ts";

export type SignatureContent = SignedEntity["signature"];

const DIGEST_NAMES: ReadonlyMap<HashAlgorithm, DigestName> = new Map([
  [HashAlgorithm.SHA2_256, "sha256"],
  [HashAlgorithm.SHA2_384, "sha384"],
  [HashAlgorithm.SHA2_512, "sha512"],
]);
const NAME_BY_LENGTH: ReadonlyMap<number, DigestName> = new Map([
  [32, "sha256"],
  [48, "sha384"],
  [64, "sha512"],
]);

/** What was signed, as @sigstore/verify asks about it. */
export interface SignedContent {
  readonly core: SignatureContent;
  /** Of an attestation. */
  readonly statement: Statement | undefined;
}

/**
 * What the verifier of @sigstore/verify asks about the signed content, answered from digests: a file of any size is
 * streamed once. Its own content classes need the whole file in memory and never look at a statement's subjects.
 *
 * @param key The signer's, by which it is decided what is read of the file.
 * @throws VerificationError when the bundle is not about this artifact.
 */
export async function signedContent(
  bundle: Bundle,
  artifact: SignedArtifact,
  key: KeyObject,
): Promise<SignedContent> {
  const { content } = bundle;
  if (content.$case === "messageSignature") {
    const core = await messageContent(content.messageSignature, artifact, key);
    return { core, statement: undefined };
  }
  return await envelopeContent(content.dsseEnvelope, artifact);
}

type Message = Extract<Bundle["content"], { $case: "messageSignature" }>["messageSignature"];
type Envelope = Extract<Bundle["content"], { $case: "dsseEnvelope" }>["dsseEnvelope"];

async function messageContent(
  { messageDigest, signature }: Message,
  artifact: SignedArtifact,
  key: KeyObject,
): Promise<SignatureContent> {
  const name = DIGEST_NAMES.get(messageDigest.algorithm) ?? "sha256";
  const digest = (await artifact.digests([name])).get(name);
  if (digest === undefined || !digest.equals(messageDigest.digest)) {
    throw new VerificationError("digest-mismatch", "its content is not what was signed", {
      expected: `${name}:${messageDigest.digest.toString("hex")}`,
      found: `${name}:${digest?.toString("hex") ?? "unknown"}`,
    });
  }
  const algorithm = algorithmOf(key);
  const isSigned =
    algorithm.kind === "ed25519ph"
      ? await isSignedByEd25519(key, signature, artifact)
      : isAllowed(algorithm, name) && verifyDigest(key, algorithm.kind, name, digest, signature);
  return {
    signature,
    compareSignature: (other) => other.equals(signature),
    compareDigest: (other) => other.equals(digest),
    compareSignedDigest: (other) => other.equals(digest),
    verifySignature: (other) => isSigned && other.equals(key),
  };
}

/** The prehashed form is tried first, then the pure one over the whole file. */
async function isSignedByEd25519(
  key: KeyObject,
  signature: Buffer,
  artifact: SignedArtifact,
): Promise<boolean> {
  const sha512 = (await artifact.digests(["sha512"])).get("sha512");
  if (sha512 !== undefined && verifyDigest(key, "ed25519ph", "sha512", sha512, signature)) {
    return true;
  }
  const message = signature.length === 64 ? await artifact.read() : undefined;
  return message !== undefined && verify(null, message, key, signature);
}

/** Older clients signed with P-384 and P-521 over SHA-256: accepted when verifying, never made. */
function isAllowed(algorithm: KeyAlgorithm, name: DigestName): boolean {
  return name === algorithm.digest || (algorithm.kind === "ec" && name === "sha256");
}

async function envelopeContent(
  envelope: Envelope,
  artifact: SignedArtifact,
): Promise<SignedContent> {
  const statement = parseStatement(envelope.payload);
  const names = [...new Set(statement.subjects.flatMap((subject) => [...subject.keys()]))].sort();
  const digests = await artifact.digests(names.length === 0 ? ["sha256"] : names);
  if (!hasSubject(statement, digests)) {
    throw new VerificationError("digest-mismatch", "the attestation is about other files", {
      expected: subjectsText(statement),
      found: [...digests].map(([name, digest]) => `${name}:${digest.toString("hex")}`).join(", "),
    });
  }
  const signature = envelope.signatures[0]?.sig ?? Buffer.alloc(0);
  const signed = dsse.preAuthEncoding(envelope.payloadType, envelope.payload);
  const hash = (name: DigestName, bytes: Uint8Array) => createHash(name).update(bytes).digest();
  const equals = (bytes: Uint8Array, other: Buffer): boolean => {
    const name = NAME_BY_LENGTH.get(other.length);
    return name !== undefined && hash(name, bytes).equals(other);
  };
  const core: SignatureContent = {
    signature,
    compareSignature: (other) => other.equals(signature),
    compareDigest: (other) => equals(envelope.payload, other),
    compareSignedDigest: (other) => equals(signed, other),
    verifySignature: (key) => {
      const algorithm = algorithmOf(key);
      const over = (name: DigestName) =>
        verifyDigest(key, algorithm.kind, name, hash(name, signed), signature);
      if (algorithm.kind === "ed25519ph")
        return verify(null, signed, key, signature) || over("sha512");
      return over(algorithm.digest) || (algorithm.kind === "ec" && over("sha256"));
    },
  };
  return { core, statement };
}

const MAX_SUBJECTS_NAMED = 3;

function subjectsText({ subjects }: Statement): string {
  const named = subjects.slice(0, MAX_SUBJECTS_NAMED).map((subject) => {
    const [first] = subject;
    return first === undefined ? "an unknown kind of digest" : `${first[0]}:${first[1]}`;
  });
  const more = subjects.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
