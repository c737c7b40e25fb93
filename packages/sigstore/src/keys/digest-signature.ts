import { constants, type KeyObject, privateEncrypt, publicDecrypt, randomBytes } from "node:crypto";
import type { CurveName, DigestName, KeyAlgorithm } from "./algorithm.ts";
import { ecdsaSign, ecdsaVerify, fromDer, toCompact, toDer } from "./ecdsa.ts";
import { ed25519phSign, ed25519phVerify } from "./ed25519.ts";
import { numberOf } from "./modular.ts";
import { isPssOf } from "./pss.ts";

/*
 * Signatures over a digest that is already there. node:crypto hashes by itself and would need the whole file again for
 * every signature; with a digest a file is read once, streamed, whatever happens later (a second try, a renewed
 * certificate).
 */

/** DER of `DigestInfo` up to the digest, in hex (RFC 8017, section 9.2, note 1). */
const DIGEST_INFO: Readonly<Record<DigestName, string>> = {
  sha256: "3031300d060960864801650304020105000420",
  sha384: "3041300d060960864801650304020205000430",
  sha512: "3051300d060960864801650304020305000440",
};

/** Signs a digest. ECDSA gives ASN.1 DER with a fresh nonce, RSA PKCS#1 v1.5, Ed25519 the prehashed form. */
export function signDigest(key: KeyObject, algorithm: KeyAlgorithm, digest: Uint8Array): Buffer {
  switch (algorithm.kind) {
    case "ec":
      return toDer(
        ecdsaSign(algorithm.curve ?? "P-256", digest, jwkBytes(key, "d"), randomBytes(32)),
      );
    case "rsa":
      return privateEncrypt(
        { key, padding: constants.RSA_PKCS1_PADDING },
        digestInfo(algorithm.digest, digest),
      );
    case "ed25519ph":
      return ed25519phSign(digest, jwkBytes(key, "d"));
  }
}

/** ECDSA with the nonce of RFC 6979: the same bytes for the same digest. As JWA has it, r and s one after the other (RFC 7518, section 3.4). */
export function signDigestRepeatably(
  key: KeyObject,
  { curve = "P-256" }: KeyAlgorithm,
  digest: Uint8Array,
): Buffer {
  return toCompact(curve, ecdsaSign(curve, digest, jwkBytes(key, "d")));
}

/** Whether a signature over a digest is right. Malformed signatures are wrong ones, not errors. */
export function verifyDigest(
  key: KeyObject,
  kind: KeyAlgorithm["kind"],
  digestName: DigestName,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    switch (kind) {
      case "ec": {
        const curve = String(key.export({ format: "jwk" }).crv) as CurveName;
        const found = fromDer(signature);
        const point = [numberOf(jwkBytes(key, "x")), numberOf(jwkBytes(key, "y"))] as const;
        return found !== undefined && ecdsaVerify(curve, digest, point, found);
      }
      case "rsa": {
        // Opened without padding: which of the two it has is seen then. Key services make either.
        const opened = publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
        // As long as the modulus (RFC 8017, section 8.1.2): OpenSSL also takes one without its leading zeros.
        if (signature.length !== opened.length) return false;
        return (
          opened.equals(pkcs1(digestInfo(digestName, digest), opened.length)) ||
          isPssOf(opened, digestName, digest)
        );
      }
      case "ed25519ph":
        return ed25519phVerify(digest, jwkBytes(key, "x"), signature);
    }
  } catch {
    return false;
  }
}

/** EMSA-PKCS1-v1_5 (RFC 8017, section 9.2): compared whole, so that nothing of it can be anything else. */
function pkcs1(info: Buffer, length: number): Buffer {
  const fill = Buffer.alloc(Math.max(8, length - info.length - 3), 0xff);
  return Buffer.concat([Buffer.from([0, 1]), fill, Buffer.from([0]), info]);
}

function digestInfo(name: DigestName, digest: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(DIGEST_INFO[name], "hex"), digest]);
}

function jwkBytes(key: KeyObject, field: "d" | "x" | "y"): Buffer {
  return Buffer.from(key.export({ format: "jwk" })[field] ?? "", "base64url");
}
