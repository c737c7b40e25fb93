import { constants, type KeyObject, verify } from "node:crypto";

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
