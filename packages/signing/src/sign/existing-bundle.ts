import { resolve } from "node:path";
import { UsageError } from "@assay/core";
import { type ParsedBundle, parseBundle, VerificationError } from "@assay/sigstore";
import { MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import { bundleIdentity } from "@assay/sigstore/sign";
import type { SignerCredential } from "./prepare.ts";

const OWN_SUFFIX = ".sigstore.json";

/**
 * The bundle that lies there already. A link is replaced, not followed: what it leads to is not ours to keep. What is no
 * bundle gives way only under the name that nothing else has.
 *
 * @throws UsageError where the place is taken by something that is no bundle.
 */
export async function existingBundle(
  root: string,
  place: string,
  suffix: string,
): Promise<ParsedBundle | undefined> {
  const read = await readRegularFile(resolve(root, place), MAX_BUNDLE_BYTES);
  if ("problem" in read && read.problem !== "large") return undefined;
  const parsed = "bytes" in read ? parsedOrNone(read.bytes) : undefined;
  // Nothing else is called `.sigstore.json`; with a suffix such as `.js` this may be someone's work.
  if (parsed !== undefined || suffix.endsWith(OWN_SUFFIX)) return parsed;
  throw new UsageError(`${place} exists and is no bundle; it stays as it is`, {
    hint: "Move that file away, or choose another `bundle-suffix`.",
  });
}

/**
 * A signer replaces what the same signer made before, of the same kind. Another's bundle is not its to take away, nor is an
 * attestation a signature's or that of another kind.
 *
 * @param predicateType Of an attestation that belongs there; without it a signature does.
 * @throws UsageError
 */
export function requireOwn(
  place: string,
  bundle: ParsedBundle,
  by: SignerCredential,
  predicateType?: string,
): void {
  const other = otherThanOwn(bundle, by, predicateType);
  if (other === undefined) return;
  throw new UsageError(`${place} is ${other}; it stays as it is`, {
    hint: "Give this signature a name of its own with `bundle-suffix`, such as `.release.sigstore.json`: verification finds and tries every bundle of a file. `replace` overwrites what is there.",
  });
}

function otherThanOwn(
  { bundle }: ParsedBundle,
  by: SignerCredential,
  predicateType: string | undefined,
): string | undefined {
  const found = predicateTypeOf(bundle.content);
  if (found !== predicateType) {
    return found === undefined ? "a signature" : `an attestation of type ${found || "unknown"}`;
  }
  const { content } = bundle.verificationMaterial;
  if (content.$case === "publicKey") {
    const { hint } = content.publicKey;
    const own = by.certificate === undefined ? by.key.publicKey.hint : undefined;
    // A hint names the key in cosign's way; other clients leave it out or write what they like.
    return hint === own ? undefined : `a signature by another key (${hint || "without a name"})`;
  }
  const theirs = bundleIdentity(bundle);
  if (theirs === undefined) return undefined;
  const { certificate } = by;
  const isOwn =
    certificate?.identity.subject === theirs.subject &&
    certificate.identity.issuer === theirs.issuer;
  return isOwn ? undefined : `a signature by ${theirs.subject} (${theirs.issuer})`;
}

/** `undefined` of a signature, `""` where it can't be read. */
export function predicateTypeOf(content: ParsedBundle["bundle"]["content"]): string | undefined {
  if (content.$case === "messageSignature") return undefined;
  try {
    const { predicateType } = JSON.parse(content.dsseEnvelope.payload.toString("utf8"));
    return typeof predicateType === "string" ? predicateType : "";
  } catch {
    return "";
  }
}

export function parsedOrNone(bytes: Uint8Array): ParsedBundle | undefined {
  try {
    return parseBundle(bytes);
  } catch (error) {
    if (error instanceof VerificationError) return undefined;
    throw error;
  }
}
