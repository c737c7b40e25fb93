import { memberAt } from "@assay/core";
import {
  type ParsedBundle,
  type VerificationCode,
  VerificationError,
  type VerifiedBundle,
  type VerifyOptions,
  verifyBundle,
} from "@assay/sigstore";
import { predicateTypeOf } from "../sign/existing-bundle.ts";
import type { Attempt } from "./failures.ts";
import { type Attached, artifactOf } from "./signatures.ts";
import { digestSet, SIGN_TYPE } from "./statement.ts";
import type { ImageSubject } from "./subjects.ts";

/** Something attached that holds: by the expected signer, about this very manifest. */
export interface Held {
  readonly place: string;
  readonly verified: VerifiedBundle;
  /** Of a signature that of cosign v3, whatever its form. */
  readonly type: string;
  readonly annotations: Readonly<Record<string, unknown>>;
}

/** What does not hold; the type is what it says of itself, `undefined` where it can't be read. */
export interface Refused extends Attempt {
  readonly type: string | undefined;
}

/** Verifies one thing that is attached to a manifest. */
export async function judge(
  attached: Attached,
  { stored }: ImageSubject,
  options: VerifyOptions,
): Promise<{ readonly held: Held } | { readonly refused: Refused }> {
  const { place, payload } = attached;
  const artifact = artifactOf(stored, attached);
  let type = payload === undefined ? undefined : SIGN_TYPE;
  try {
    const parsed = await attached.open(artifact);
    // Over the manifest itself: nobody said that this is a signature of an image.
    type ??= predicateTypeOf(parsed.bundle.content) ?? "a plain signature";
    const verified = await verifyBundle(parsed, artifact, options).catch((error) => {
      throw byAnotherKey(error, parsed, options) ?? error;
    });
    const { digest } = stored.descriptor;
    const annotations =
      payload === undefined
        ? annotationsIn(verified.statement, digest)
        : payloadAnnotations(payload, digest);
    return { held: { place, verified, type, annotations } };
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    return {
      refused: { place, error: ofAnother(error, attached, stored.descriptor.digest), type },
    };
  }
}

/** The image is what was expected, and what the statement is about was found. */
function ofAnother(
  error: VerificationError,
  { payload }: Attached,
  digest: string,
): VerificationError {
  if (error.code !== "digest-mismatch" || payload !== undefined) return error;
  return new VerificationError("digest-mismatch", "the signature is of another image", {
    expected: digest,
    ...(error.expected === undefined ? {} : { found: error.expected }),
  });
}

/** What fails where a signature is by somebody else: the signature itself, and a log entry that names that signer. */
const BY_SIGNER: ReadonlySet<VerificationCode> = new Set([
  "invalid-signature",
  "log-entry-invalid",
  "untrusted-timestamp",
]);

/** A key is not in the bundle: where the one that it names is another one, nothing was changed. */
function byAnotherKey(
  error: unknown,
  { bundle }: ParsedBundle,
  { signer }: VerifyOptions,
): VerificationError | undefined {
  const { content } = bundle.verificationMaterial;
  const isOfSigner = error instanceof VerificationError && BY_SIGNER.has(error.code);
  if (!isOfSigner) return undefined;
  if (signer.kind !== "key" || content.$case !== "publicKey") return undefined;
  const found = content.publicKey.hint;
  const expected = [signer.key, ...(signer.others ?? [])].map(({ hint }) => hint);
  if (found === "" || expected.includes(found)) return undefined;
  return new VerificationError("identity-mismatch", "it was signed with another key", {
    expected: expected.join(" or "),
    found,
  });
}

/** Those of the subject that is this manifest: a statement may have several. */
function annotationsIn(statement: unknown, digest: string): Readonly<Record<string, unknown>> {
  const [[algorithm = "", hex] = []] = Object.entries(digestSet(digest));
  const subjects = memberAt(statement, "subject");
  const own = (Array.isArray(subjects) ? subjects : []).filter(
    (subject) => memberAt(subject, "digest", algorithm) === hex,
  );
  return Object.assign({}, ...own.map((subject) => memberAt(subject, "annotations") ?? {}));
}

/**
 * What is signed in cosign's older form names the manifest: whether it is this one is asked after the signature.
 *
 * @throws VerificationError
 */
function payloadAnnotations(payload: Buffer, digest: string): Readonly<Record<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  } catch {
    throw new VerificationError("malformed-bundle", "the signed payload is no JSON in UTF-8");
  }
  const type = memberAt(json, "critical", "type");
  if (type !== "cosign container image signature") {
    throw new VerificationError("malformed-bundle", "the signed payload is of another type", {
      expected: "cosign container image signature",
      found: String(type).slice(0, 100),
    });
  }
  const found = memberAt(json, "critical", "image", "docker-manifest-digest");
  if (found !== digest) {
    throw new VerificationError("digest-mismatch", "the signature is of another image", {
      expected: digest,
      found: String(found).slice(0, 200),
    });
  }
  return Object.assign({}, memberAt(json, "optional"));
}
