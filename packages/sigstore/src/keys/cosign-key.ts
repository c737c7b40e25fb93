import { scrypt } from "node:crypto";
import { memberAt, UsageError } from "@assay/core";
import { describeValue } from "../bundle/describe-value.ts";
import { open } from "./secret-box.ts";

/** PEM labels of cosign's encrypted keys, the newer one first. */
export const COSIGN_KEY_LABELS: readonly string[] = [
  "ENCRYPTED SIGSTORE PRIVATE KEY",
  "ENCRYPTED COSIGN PRIVATE KEY",
];

/** scrypt needs 128·N·r bytes; cosign writes N = 65536 and r = 8, which is 64 MiB. */
const MAX_SCRYPT_MEMORY = 256 * 1024 * 1024;
const MAX_BOX_BYTES = 64 * 1024;

interface EncryptedKey {
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

/**
 * The DER key inside the body of cosign's PEM block: JSON `{kdf: scrypt, cipher: nacl/secretbox, ciphertext}`.
 *
 * @throws UsageError when the block is malformed, its scrypt cost is absurd, or the password is wrong.
 */
export async function decryptCosignKey(body: Uint8Array, password: string): Promise<Buffer> {
  const box = parseBox(body);
  const key = await deriveKey(password, box);
  const der = open(key, box.nonce, box.ciphertext);
  key.fill(0);
  if (der !== undefined) return Buffer.from(der);
  throw new UsageError(
    password === ""
      ? "The key is encrypted and the empty password does not open it"
      : "The password does not open the key",
    { hint: "Give the password of this key file, or set COSIGN_PASSWORD." },
  );
}

function parseBox(body: Uint8Array): EncryptedKey {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(body).toString("utf8"));
  } catch (cause) {
    throw malformed("its body is no JSON", cause);
  }
  const kdf = memberAt(json, "kdf");
  const params = memberAt(kdf, "params");
  const cipher = memberAt(json, "cipher");
  if (memberAt(kdf, "name") !== "scrypt") throw malformed("its key derivation is not scrypt");
  if (memberAt(cipher, "name") !== "nacl/secretbox")
    throw malformed("its cipher is not nacl/secretbox");
  const n = cost(params, "N", 1 << 20);
  const r = cost(params, "r", 64);
  const p = cost(params, "p", 16);
  if ((n & (n - 1)) !== 0 || n < 2) throw malformed(`its scrypt N is ${n}, no power of two`);
  if (128 * n * r > MAX_SCRYPT_MEMORY || n * r * p > 4 * 1024 * 1024) {
    throw malformed(`its scrypt cost N=${n}, r=${r}, p=${p} is beyond 256 MiB or 8 times cosign's`);
  }
  const nonce = bytesOf(cipher, "nonce");
  const ciphertext = bytesOf(json, "ciphertext");
  if (nonce.length !== 24) throw malformed(`its nonce has ${nonce.length} bytes instead of 24`);
  if (ciphertext.length < 17 || ciphertext.length > MAX_BOX_BYTES) {
    throw malformed(`its ciphertext has ${ciphertext.length} bytes`);
  }
  return { n, r, p, salt: bytesOf(kdf, "salt"), nonce, ciphertext };
}

function deriveKey(password: string, box: EncryptedKey): Promise<Buffer> {
  const options = { N: box.n, r: box.r, p: box.p, maxmem: MAX_SCRYPT_MEMORY + 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(password, box.salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function cost(value: unknown, name: string, maximum: number): number {
  const found = memberAt(value, name);
  if (typeof found === "number" && Number.isInteger(found) && found >= 1 && found <= maximum) {
    return found;
  }
  throw malformed(`its scrypt ${name} is ${describeValue(found)}; 1 to ${maximum} is allowed`);
}

function bytesOf(value: unknown, name: string): Buffer {
  const found = memberAt(value, name);
  if (typeof found === "string" && /^[A-Za-z0-9+/]*={0,2}$/.test(found)) {
    return Buffer.from(found, "base64");
  }
  throw malformed(`its ${name} is no base64`);
}

function malformed(what: string, cause?: unknown): UsageError {
  return new UsageError(`The encrypted key is malformed: ${what}`, {
    hint: "Make a new key with `assay key generate`, or check that the file was copied whole.",
    cause,
  });
}
