import { randomBytes, scrypt } from "node:crypto";
import { COSIGN_KEY_LABELS } from "./cosign-key.ts";
import { toPem } from "./pem.ts";
import { seal } from "./secret-box.ts";

/** What cosign asks for today: 64 MiB and a third of a second. */
const COST = { N: 65_536, r: 8, p: 1 } as const;

/**
 * A private key in cosign's file format: PEM around JSON, with scrypt for the password and XSalsa20-Poly1305 for the key.
 *
 * @param der PKCS#8.
 * @param password May be empty, as with cosign.
 */
export async function encryptCosignKey(der: Uint8Array, password: string): Promise<string> {
  const [salt, nonce] = [randomBytes(32), randomBytes(24)];
  const key = await new Promise<Buffer>((resolve, reject) => {
    scrypt(password, salt, 32, { ...COST, maxmem: 2 ** 28 }, (error, derived) =>
      error ? reject(error) : resolve(derived),
    );
  });
  const ciphertext = Buffer.from(seal(key, nonce, der));
  key.fill(0);
  const box = {
    kdf: { name: "scrypt", params: COST, salt: salt.toString("base64") },
    cipher: { name: "nacl/secretbox", nonce: nonce.toString("base64") },
    ciphertext: ciphertext.toString("base64"),
  };
  return toPem(COSIGN_KEY_LABELS[0] ?? "", Buffer.from(JSON.stringify(box)));
}
