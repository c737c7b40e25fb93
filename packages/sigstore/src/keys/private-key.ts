import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { UsageError } from "@assay/core";
import { COSIGN_KEY_LABELS, decryptCosignKey } from "./cosign-key.ts";
import { checkDerivationCost } from "./derivation-cost.ts";
import { signDigest } from "./digest-signature.ts";
import { pemBlocks } from "./pem.ts";
import { noPemBlock } from "./pem-problem.ts";
import { type PublicKey, publicKeyFrom } from "./public-key.ts";

/** A key that signs digests. Its secret stays in the closure. */
export interface SigningKey {
  readonly publicKey: PublicKey;
  /** @param digest of the length that `publicKey.algorithm.digest` gives. */
  sign(digest: Uint8Array): Buffer | Promise<Buffer>;
}

/** A key that is here, and signs at once. */
export interface LocalKey extends SigningKey {
  sign(digest: Uint8Array): Buffer;
}

const PLAIN_LABELS: readonly string[] = ["PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY"];

export function signingKey(key: KeyObject): LocalKey {
  const publicKey = publicKeyFrom(createPublicKey(key));
  return { publicKey, sign: (digest) => signDigest(key, publicKey.algorithm, digest) };
}

/**
 * A private key in PEM: cosign's encrypted form, PKCS#8 (also encrypted), SEC1 or PKCS#1.
 *
 * @param password `undefined` is tried as the empty password, which cosign allows.
 * @throws UsageError when the text holds no such key or the password does not open it.
 */
export async function parsePrivateKey(
  text: string,
  password: string | undefined,
  source: string,
): Promise<LocalKey> {
  return signingKey(await openPrivateKey(text, password, source));
}

/** As `parsePrivateKey`, for other signatures than those over digests. */
export async function openPrivateKey(
  text: string,
  password: string | undefined,
  source: string,
): Promise<KeyObject> {
  const block = pemBlocks(text).find(({ label }) => label !== "EC PARAMETERS");
  if (block === undefined) {
    throw noPemBlock(
      text,
      source,
      "Give a key that `assay key generate`, `cosign generate-key-pair` or `openssl genpkey` wrote.",
    );
  }
  if (COSIGN_KEY_LABELS.includes(block.label)) {
    return innerKey(await decryptCosignKey(block.bytes, password ?? ""), source);
  }
  const encrypted = block.label === "ENCRYPTED PRIVATE KEY" || block.text.includes("ENCRYPTED");
  if (!encrypted && !PLAIN_LABELS.includes(block.label)) {
    throw new UsageError(`${source} holds a PEM block "${block.label}", which is no private key`, {
      hint: `Allowed are ${[...COSIGN_KEY_LABELS, "ENCRYPTED PRIVATE KEY", ...PLAIN_LABELS].join(", ")}.`,
    });
  }
  if (encrypted) checkDerivationCost(block.bytes, source);
  try {
    // OpenSSL takes the block as it stands; encrypted PEM headers need their own line breaks kept.
    return createPrivateKey({
      key: encrypted ? text : block.text,
      format: "pem",
      ...(encrypted ? { passphrase: password ?? "" } : {}),
    });
  } catch (cause) {
    throw new UsageError(
      encrypted
        ? `The password does not open ${source}`
        : `${source} is no readable private key: its "${block.label}" block is malformed`,
      { cause, ...(encrypted ? { hint: "Give its password, or set COSIGN_PASSWORD." } : {}) },
    );
  }
}

/** cosign writes PKCS#8 inside; SEC1 and PKCS#1 come from imported keys. */
function innerKey(der: Buffer, source: string): KeyObject {
  for (const type of ["pkcs8", "sec1", "pkcs1"] as const) {
    try {
      return createPrivateKey({ key: der, format: "der", type });
    } catch {
      // The next form.
    }
  }
  throw new UsageError(`${source} opens, but holds no PKCS#8, SEC1 or PKCS#1 key`);
}
