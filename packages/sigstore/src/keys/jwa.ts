import { constants, createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { signDigest, signDigestRepeatably } from "./digest-signature.ts";
import { openPrivateKey } from "./private-key.ts";
import { type PublicKey, publicKeyFrom } from "./public-key.ts";

/** What an algorithm asks of a key: its type and curve as node:crypto names them. */
interface Scheme {
  readonly type: string;
  readonly curve?: string;
  readonly hash?: string;
  readonly isPss?: boolean;
}

/** The signatures of JWA (RFC 7518, section 3.1) and of RFC 8037 by the name of the curve, as JSF has it. */
const SCHEMES: ReadonlyMap<string, Scheme> = new Map([
  ["ES256", { type: "ec", curve: "prime256v1", hash: "sha256" }],
  ["ES384", { type: "ec", curve: "secp384r1", hash: "sha384" }],
  ["ES512", { type: "ec", curve: "secp521r1", hash: "sha512" }],
  ...["256", "384", "512"].flatMap((bits): [string, Scheme][] => [
    [`RS${bits}`, { type: "rsa", hash: `sha${bits}` }],
    [`PS${bits}`, { type: "rsa", hash: `sha${bits}`, isPss: true }],
  ]),
  ["Ed25519", { type: "ed25519" }],
  ["Ed448", { type: "ed448" }],
]);

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

/** Whether signatures by the algorithm can be verified with a public key. */
export function isJwaAlgorithm(name: string): boolean {
  return SCHEMES.has(name);
}

/** Whether a signature over a message is right. One that is malformed, or that no such key makes, is a wrong one. */
export function verifyJwa(
  key: KeyObject,
  algorithm: string,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const scheme = SCHEMES.get(algorithm);
  if (scheme === undefined || scheme.type !== key.asymmetricKeyType) return false;
  if (scheme.curve !== key.asymmetricKeyDetails?.namedCurve) return false;
  try {
    return verify(
      scheme.hash,
      message,
      {
        key,
        dsaEncoding: "ieee-p1363",
        ...(scheme.isPss === true && {
          padding: constants.RSA_PKCS1_PSS_PADDING,
          // As long as the hash (RFC 7518, section 3.5).
          saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
        }),
      },
      signature,
    );
  } catch {
    return false;
  }
}
