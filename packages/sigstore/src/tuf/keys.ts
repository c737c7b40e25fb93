import { constants, createPublicKey, type KeyObject, verify } from "node:crypto";
import { isRecord } from "@assay/core";

export interface TufKey {
  /** What the key is, whatever its id says. */
  readonly identity: string;
  verify(message: Buffer, signature: Buffer): boolean;
}

/** Where a raw key of 32 bytes stands in a SubjectPublicKeyInfo (RFC 8410). */
const ED25519_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** Specification, "Key objects": shorter ones don't count. */
const MIN_RSA_BITS = 2048;

/** A key of TUF metadata; `undefined` for a kind that is not known: its signatures don't count. */
export function keyOf(json: unknown): TufKey | undefined {
  const values = isRecord(json) ? json["keyval"] : undefined;
  const text = isRecord(values) ? values["public"] : undefined;
  if (!isRecord(json) || typeof text !== "string") return undefined;
  const { keytype, scheme } = json;
  try {
    switch (`${keytype} ${scheme}`) {
      case "ed25519 ed25519": {
        const raw = Buffer.from(text, "hex");
        if (raw.length !== 32 || raw.toString("hex") !== text) return undefined;
        const der = Buffer.concat([ED25519_PREFIX, raw]);
        return keyWith(createPublicKey({ key: der, format: "der", type: "spki" }), null);
      }
      case "ecdsa ecdsa-sha2-nistp256":
      case "ecdsa-sha2-nistp256 ecdsa-sha2-nistp256":
        return onCurve(text, "prime256v1", "sha256");
      case "ecdsa ecdsa-sha2-nistp384":
      case "ecdsa-sha2-nistp384 ecdsa-sha2-nistp384":
        return onCurve(text, "secp384r1", "sha384");
      case "rsa rsassa-pss-sha256": {
        const key = createPublicKey(text);
        const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
        const isUsable = key.asymmetricKeyType === "rsa" && bits >= MIN_RSA_BITS;
        return isUsable ? keyWith(key, "sha256") : undefined;
      }
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}

function onCurve(pem: string, curve: string, digest: string): TufKey | undefined {
  const key = createPublicKey(pem);
  return key.asymmetricKeyDetails?.namedCurve === curve ? keyWith(key, digest) : undefined;
}

function keyWith(key: KeyObject, digest: string | null): TufKey {
  const pss = {
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_AUTO,
  };
  const isRsa = key.asymmetricKeyType === "rsa";
  return {
    identity: key.export({ format: "der", type: "spki" }).toString("base64"),
    verify(message, signature) {
      try {
        return verify(digest, message, isRsa ? { key, ...pss } : key, signature);
      } catch {
        return false;
      }
    },
  };
}
