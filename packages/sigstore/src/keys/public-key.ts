import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { UsageError } from "@assay/core";
import { algorithmOf, type KeyAlgorithm } from "./algorithm.ts";
import { pemBlocks, toPem } from "./pem.ts";
import { noPemBlock } from "./pem-problem.ts";

export interface PublicKey {
  readonly key: KeyObject;
  readonly algorithm: KeyAlgorithm;
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Buffer;
  /** The base64 text of SHA-256 over the SPKI, as cosign and sigstore-go write it. */
  readonly hint: string;
}

export function publicKeyFrom(key: KeyObject): PublicKey {
  const spki = key.export({ format: "der", type: "spki" });
  const hint = createHash("sha256").update(spki).digest("base64");
  return { key, algorithm: algorithmOf(key), spki, hint };
}

export function publicKeyPem(key: PublicKey): string {
  return toPem("PUBLIC KEY", key.spki);
}

/**
 * A public key in PEM (`PUBLIC KEY`, `RSA PUBLIC KEY`).
 *
 * @throws UsageError when the text holds none, or a private key.
 */
export function parsePublicKey(text: string, source: string): PublicKey {
  const block = pemBlocks(text).find(({ label }) => label !== "EC PARAMETERS");
  if (block === undefined) {
    throw noPemBlock(
      text,
      source,
      "Give the public key that belongs to the signing key, such as `cosign.pub`.",
    );
  }
  if (block.label.endsWith("PRIVATE KEY")) {
    throw new UsageError(`${source} is a private key; verification takes the public key`, {
      hint: "Give `cosign.pub`, or print it with `assay key public KEY`.",
    });
  }
  if (block.label !== "PUBLIC KEY" && block.label !== "RSA PUBLIC KEY") {
    throw new UsageError(`${source} holds a PEM block "${block.label}" instead of "PUBLIC KEY"`, {
      hint: "A certificate is verified by its identity and issuer, not as a key.",
    });
  }
  try {
    return publicKeyFrom(createPublicKey(block.text));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${source} is no readable public key`, { cause });
  }
}
