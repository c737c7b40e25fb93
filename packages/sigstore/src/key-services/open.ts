import { ExternalError, UsageError } from "@assay/core";
import { verifyDigest } from "../keys/digest-signature.ts";
import type { SigningKey } from "../keys/private-key.ts";
import type { PublicKey } from "../keys/public-key.ts";
import { keyReference } from "./reference.ts";
import type { KeyServiceRun } from "./run.ts";

/** A key as a service gives it: what it is, and a call that signs a digest. */
export interface ServiceKey {
  /** For messages: `Vault`, `AWS KMS`. */
  readonly service: string;
  /** The key and its version, as the service names them. */
  readonly resource: string;
  readonly publicKey: PublicKey;
  sign(digest: Uint8Array): Promise<Buffer>;
}

/**
 * Opens a key in a service. Its public key is read once; a digest is what is sent; each signature is verified here before it is used.
 *
 * @throws UsageError for a reference, credentials or rights that don't do; ExternalError when the service fails.
 */
export async function openKeyService(reference: string, run: KeyServiceRun): Promise<SigningKey> {
  const key = await serviceKey(reference, run);
  const { service, resource, publicKey } = key;
  const { kind, digest: name } = publicKey.algorithm;
  run.logger.info(`${service} signs with ${resource}`);
  return {
    publicKey,
    async sign(digest) {
      const signature = await key.sign(digest);
      if (verifyDigest(publicKey.key, kind, name, digest, signature)) return signature;
      throw new ExternalError(
        `${service} gave a signature that its own key ${resource} doesn't verify`,
        {
          hint: "Check that the key signs with its usual algorithm: ECDSA with the hash of its curve, RSA PKCS#1 v1.5 or PSS with SHA-256, or Ed25519ph.",
        },
      );
    },
  };
}

async function serviceKey(reference: string, run: KeyServiceRun): Promise<ServiceKey> {
  const key = keyReference(reference);
  switch (key?.service) {
    case "vault":
    case "openbao":
      return await (await import("./vault.ts")).vaultKey(key, run);
    case "aws":
      return await (await import("./aws.ts")).awsKey(key, run);
    case "azure":
      return await (await import("./azure.ts")).azureKey(key, run);
    case "gcp":
      return await (await import("./google.ts")).googleKey(key, run);
    default:
      throw new UsageError(`${reference.slice(0, 200)} is in a key service that is not used here`, {
        hint: "Allowed are hashivault://, openbao://, awskms://, gcpkms:// and azurekms://.",
      });
  }
}
