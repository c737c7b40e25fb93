import type { KeyObject } from "node:crypto";
import { UsageError } from "@assay/core";

export type DigestName = "sha256" | "sha384" | "sha512";
export type CurveName = "P-256" | "P-384" | "P-521";

/** How a key signs: the registry entry of Sigstore's algorithm table, and the digest that goes with it. */
export interface KeyAlgorithm {
  readonly kind: "ec" | "rsa" | "ed25519ph";
  readonly curve?: CurveName;
  /** Name in `PublicKeyDetails` of protobuf-specs, as Rekor v2 wants it. */
  readonly keyDetails: string;
  readonly digest: DigestName;
}

const CURVES: ReadonlyMap<string, KeyAlgorithm> = new Map([
  ["prime256v1", ec("P-256", "PKIX_ECDSA_P256_SHA_256", "sha256")],
  ["secp384r1", ec("P-384", "PKIX_ECDSA_P384_SHA_384", "sha384")],
  ["secp521r1", ec("P-521", "PKIX_ECDSA_P521_SHA_512", "sha512")],
]);
const RSA_BITS: readonly number[] = [2048, 3072, 4096];

function ec(curve: CurveName, keyDetails: string, digest: DigestName): KeyAlgorithm {
  return { kind: "ec", curve, keyDetails, digest };
}

/**
 * The algorithm of a public or private key.
 *
 * Ed25519 key files sign as ed25519ph, as cosign has it: a log entry holds a digest, and only the prehashed form can be
 * checked against one.
 *
 * @throws UsageError for a key that Sigstore has no algorithm for.
 */
export function algorithmOf(key: KeyObject): KeyAlgorithm {
  const details = key.asymmetricKeyDetails;
  switch (key.asymmetricKeyType) {
    case "ec": {
      const algorithm = CURVES.get(details?.namedCurve ?? "");
      if (algorithm !== undefined) return algorithm;
      throw unsupported(`an EC key on the curve ${details?.namedCurve ?? "(unnamed)"}`);
    }
    case "rsa": {
      const bits = details?.modulusLength ?? 0;
      if (!RSA_BITS.includes(bits)) throw unsupported(`an RSA key of ${bits} bits`);
      return { kind: "rsa", keyDetails: `PKIX_RSA_PKCS1V15_${bits}_SHA256`, digest: "sha256" };
    }
    case "ed25519":
      return { kind: "ed25519ph", keyDetails: "PKIX_ED25519_PH", digest: "sha512" };
    default:
      throw unsupported(`a key of type ${key.asymmetricKeyType ?? "unknown"}`);
  }
}

function unsupported(found: string): UsageError {
  return new UsageError(
    `Found ${found}; P-256, P-384, P-521, RSA of 2048, 3072 or 4096 bits, and Ed25519 are allowed`,
    { hint: "Make a new key with `assay key generate`, which gives P-256." },
  );
}
