import { createHash, type KeyObject } from "node:crypto";

/** The names that a log may sign its checkpoints with: its host, or its host and port. Nothing else. */
export function logNames(baseUrl: string): readonly string[] | undefined {
  // Older roots hold base URLs without a scheme.
  const text = baseUrl.includes("://") ? baseUrl : `https://${baseUrl}`;
  if (!URL.canParse(text)) return undefined;
  const { hostname } = new URL(text);
  if (hostname === "") return undefined;
  // `URL` leaves out the default port, and a log's name need not.
  const port = /^[^/]*\/\/[^/?#]*:(\d{1,5})(?:[/?#]|$)/.exec(text)?.[1];
  return port === undefined ? [hostname] : [hostname, `${hostname}:${port}`];
}

const NEWLINE = Buffer.from([0x0a]);
const ED25519 = Buffer.from([0x01]);
const RSA = Buffer.concat([Buffer.from([0xff]), Buffer.from("PKIX-RSA-PKCS#1v1.5")]);

/**
 * The key id of a signed note, before it is cut to four bytes (C2SP signed-note.md, "Signatures", and the comments of
 * `TransparencyLogInstance.checkpoint_key_id` in protobuf-specs). Entries of Rekor v2 carry it whole.
 */
export function noteKeyId(name: string, key: KeyObject): Buffer {
  const spki = key.export({ format: "der", type: "spki" });
  switch (key.asymmetricKeyType) {
    case "ed25519":
      return sha256(Buffer.from(name), NEWLINE, ED25519, spki.subarray(-32));
    case "rsa":
      return sha256(Buffer.from(name), NEWLINE, RSA, spki);
    default:
      return sha256(spki);
  }
}

/** The id of a log's key in certificates (RFC 6962, section 3.2) and entries of Rekor v1. */
export function keyHash(key: KeyObject): Buffer {
  return sha256(key.export({ format: "der", type: "spki" }));
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  return createHash("sha256").update(Buffer.concat(parts)).digest();
}
