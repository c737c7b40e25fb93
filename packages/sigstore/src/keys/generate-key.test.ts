import { createHash, verify } from "node:crypto";
import { expect, it } from "vitest";
import { describeKey } from "./describe-key.ts";
import { verifyDigest } from "./digest-signature.ts";
import { generateKeyPair, KEY_KINDS } from "./generate-key.ts";
import { toPem } from "./pem.ts";
import { parsePrivateKey } from "./private-key.ts";
import { parsePublicKey } from "./public-key.ts";

it.each([
  ["p-256", "PKIX_ECDSA_P256_SHA_256"],
  ["p-384", "PKIX_ECDSA_P384_SHA_384"],
  ["ed25519", "PKIX_ED25519_PH"],
  ["rsa-2048", "PKIX_RSA_PKCS1V15_2048_SHA256"],
  ["rsa-3072", "PKIX_RSA_PKCS1V15_3072_SHA256"],
  ["rsa-4096", "PKIX_RSA_PKCS1V15_4096_SHA256"],
])("a new %s key opens with its password and signs", async (kind, keyDetails) => {
  const pair = await generateKeyPair(kind, "pass word");
  const key = await parsePrivateKey(pair.privatePem, "pass word", "cosign.key");
  const publicKey = parsePublicKey(pair.publicPem, "cosign.pub");
  expect(publicKey.algorithm.keyDetails).toBe(keyDetails);
  expect([key.publicKey.hint, pair.publicKey.hint]).toEqual([publicKey.hint, publicKey.hint]);
  const { digest: name, kind: scheme } = publicKey.algorithm;
  const digest = createHash(name).update("a file").digest();
  const signature = key.sign(digest);
  expect(verifyDigest(publicKey.key, scheme, name, digest, signature)).toBe(true);
  if (scheme !== "ed25519ph")
    expect(verify(name, Buffer.from("a file"), publicKey.key, signature)).toBe(true);
  await expect(parsePrivateKey(pair.privatePem, "wrong", "k")).rejects.toThrow(/does not open/);
});

it("P-256 is what a key is by default, and its file is what cosign writes", async () => {
  expect(KEY_KINDS[0]).toBe("p-256");
  const { privatePem } = await generateKeyPair("p-256", "");
  expect(privatePem).toMatch(/^-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\n/);
  const body = JSON.parse(atob(privatePem.split("\n").slice(1, -2).join("")));
  expect(body).toEqual({
    kdf: {
      name: "scrypt",
      params: { N: 65536, r: 8, p: 1 },
      salt: expect.stringMatching(/^.{44}$/),
    },
    cipher: { name: "nacl/secretbox", nonce: expect.stringMatching(/^.{32}$/) },
    ciphertext: expect.any(String),
  });
});

it("says of a key what it holds, and whether it is encrypted", async () => {
  const { publicKey, privatePem, publicPem } = await generateKeyPair("p-256", "pass word");
  const { hint } = publicKey;
  expect(await describeKey(publicPem, undefined, "k")).toMatchObject({
    holds: "public key",
    encryption: undefined,
    publicKey: { hint },
  });
  const shut = { holds: "private key", encryption: "cosign (scrypt, XSalsa20-Poly1305)" };
  expect(await describeKey(privatePem, undefined, "k")).toEqual({ ...shut, publicKey: undefined });
  expect(await describeKey(privatePem, "pass word", "k")).toMatchObject({
    ...shut,
    publicKey: { hint },
  });
  await expect(describeKey(privatePem, "wrong", "k")).rejects.toThrow(/does not open/);
  await expect(describeKey("nothing", undefined, "k")).rejects.toThrow(/no PEM block/);
  await expect(describeKey(toPem("CERTIFICATE", Buffer.from("x")), undefined, "k")).rejects.toThrow(
    "k is no readable certificate",
  );
});
