import { createHash, createPublicKey, sign } from "node:crypto";
import { signDigest, signDigestRepeatably } from "./digest-signature.ts";
import { openPrivateKey } from "./private-key.ts";
import { type PublicKey, publicKeyFrom } from "./public-key.ts";

/** A key that signs whole messages by an algorithm of JWA, with the same bytes for the same message. */
export interface MessageKey {
  /** `ES256`, `ES384`, `ES512`, `RS256` or `Ed25519`. */
  readonly algorithm: string;
  readonly publicKey: PublicKey;
  sign(message: Uint8Array): Buffer;
}

/** @throws UsageError as `parsePrivateKey` */
export async function parseMessageKey(
  text: string,
  password: string | undefined,
  source: string,
): Promise<MessageKey> {
  const key = await openPrivateKey(text, password, source);
  const publicKey = publicKeyFrom(createPublicKey(key));
  const { algorithm } = publicKey;
  const digest = (message: Uint8Array) => createHash(algorithm.digest).update(message).digest();
  switch (algorithm.kind) {
    case "ec":
      return {
        algorithm: `ES${algorithm.digest.slice(3)}`,
        publicKey,
        sign: (message) => signDigestRepeatably(key, algorithm, digest(message)),
      };
    case "rsa":
      return {
        algorithm: "RS256",
        publicKey,
        sign: (message) => signDigest(key, algorithm, digest(message)),
      };
    case "ed25519ph":
      return { algorithm: "Ed25519", publicKey, sign: (message) => sign(null, message, key) };
  }
}
