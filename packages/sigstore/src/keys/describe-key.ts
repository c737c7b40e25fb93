import { createPublicKey, X509Certificate } from "node:crypto";
import { UsageError } from "@assay/core";
import { COSIGN_KEY_LABELS } from "./cosign-key.ts";
import { pemBlocks } from "./pem.ts";
import { openPrivateKey } from "./private-key.ts";
import { type PublicKey, parsePublicKey, publicKeyFrom } from "./public-key.ts";

/** What a text with a key holds. */
export interface KeyDescription {
  readonly holds: "private key" | "public key" | "certificate";
  /** How a private key is encrypted; `undefined` where it is not. */
  readonly encryption: string | undefined;
  /** `undefined` where the key is encrypted and no password was given. */
  readonly publicKey: PublicKey | undefined;
}

/**
 * A key, or the key of a certificate, in PEM.
 *
 * @param password Of an encrypted key. Where it is left out the empty one is tried, and only then the key stays closed.
 * @throws UsageError where there is no such thing, or the password does not open it.
 */
export async function describeKey(
  text: string,
  password: string | undefined,
  source: string,
): Promise<KeyDescription> {
  const block = pemBlocks(text).find(({ label }) => label !== "EC PARAMETERS");
  if (block?.label === "CERTIFICATE") {
    const publicKey = publicKeyFrom(certificateKey(block.bytes, source));
    return { holds: "certificate", encryption: undefined, publicKey };
  }
  if (block?.label.endsWith("PRIVATE KEY") !== true) {
    return {
      holds: "public key",
      encryption: undefined,
      publicKey: parsePublicKey(text, source),
    };
  }
  const encryption = encryptionOf(block);
  const open = async () =>
    publicKeyFrom(createPublicKey(await openPrivateKey(text, password, source)));
  const publicKey =
    encryption === undefined || password !== undefined ? await open() : await openEmpty(open);
  return { holds: "private key", encryption, publicKey };
}

async function openEmpty(open: () => Promise<PublicKey>): Promise<PublicKey | undefined> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof UsageError && /password/.test(error.message)) return undefined;
    throw error;
  }
}

function encryptionOf({ label, text }: ReturnType<typeof pemBlocks>[number]): string | undefined {
  if (COSIGN_KEY_LABELS.includes(label)) return "cosign (scrypt, XSalsa20-Poly1305)";
  if (label === "ENCRYPTED PRIVATE KEY") return "PKCS#8";
  return text.includes("ENCRYPTED") ? "PEM headers" : undefined;
}

function certificateKey(der: Buffer, source: string) {
  try {
    return new X509Certificate(der).publicKey;
  } catch (cause) {
    throw new UsageError(`${source} is no readable certificate`, { cause });
  }
}
