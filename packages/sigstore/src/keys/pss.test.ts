import { constants, createHash, generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifyDigest } from "./digest-signature.ts";

const MESSAGE = Buffer.from("what is signed");

describe.each([2048, 3072, 4096])("RSA-PSS with %i bits", (modulusLength) => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength });
  it.each([
    ["sha256", constants.RSA_PSS_SALTLEN_DIGEST],
    ["sha256", constants.RSA_PSS_SALTLEN_MAX_SIGN],
    ["sha256", 0],
    ["sha384", constants.RSA_PSS_SALTLEN_DIGEST],
    ["sha512", constants.RSA_PSS_SALTLEN_DIGEST],
  ] as const)("is verified over %s with a salt of OpenSSL's length %i", (hash, saltLength) => {
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    const digest = createHash(hash).update(MESSAGE).digest();
    const signature = sign(hash, MESSAGE, { key: privateKey, padding, saltLength });
    const holds = (bytes: Uint8Array, over: Uint8Array = digest) =>
      verifyDigest(publicKey, "rsa", hash, over, bytes);
    expect(holds(signature)).toBe(true);
    expect(
      holds(
        signature,
        digest.map((byte) => byte ^ 1),
      ),
    ).toBe(false);
    for (const at of [0, 100, signature.length - 1]) {
      const changed = Buffer.from(signature);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(holds(changed)).toBe(false);
    }
    expect(holds(signature.subarray(1))).toBe(false);
    const other = sign(hash, Buffer.from("another"), { key: privateKey, padding, saltLength });
    expect(holds(other)).toBe(false);
  });

  it("is not taken with another hash for its mask", () => {
    const digest = createHash("sha256").update(MESSAGE).digest();
    const signature = sign("sha512", MESSAGE, {
      key: privateKey,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 32,
    });
    expect(verifyDigest(publicKey, "rsa", "sha256", digest, signature)).toBe(false);
  });
});
