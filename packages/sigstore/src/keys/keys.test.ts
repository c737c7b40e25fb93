import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scryptSync,
  sign,
  verify,
} from "node:crypto";
import { xsalsa20poly1305 } from "@noble/ciphers/salsa.js";
import { ed25519ph } from "@noble/curves/ed25519.js";
import { describe, expect, it } from "vitest";
import { verifyDigest } from "./digest-signature.ts";
import { toPem } from "./pem.ts";
import { parsePrivateKey } from "./private-key.ts";
import { parsePublicKey, publicKeyFrom, publicKeyPem } from "./public-key.ts";
import { readKeyText } from "./read-key.ts";

const MESSAGE = Buffer.from("what is signed");
const ecKey = (namedCurve: string): KeyObject =>
  generateKeyPairSync("ec", { namedCurve }).privateKey;
const rsaKey = (modulusLength: number): KeyObject =>
  generateKeyPairSync("rsa", { modulusLength }).privateKey;
const publicOf = (key: KeyObject) => publicKeyFrom(createPublicKey(key));
const pem = (key: KeyObject, type: "pkcs8" | "sec1" | "pkcs1" = "pkcs8"): string =>
  key.export({ format: "pem", type }).toString();

interface Kdf {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** cosign's file format, written here as its documentation says. */
function cosignKey(
  der: Buffer,
  password: string,
  kdf: Kdf = { N: 1024, r: 8, p: 1 },
  change = {},
): string {
  const salt = randomBytes(32);
  const nonce = randomBytes(24);
  // Costs that are refused anyway are not paid here.
  const cheap = kdf.N === 1024 ? kdf : { N: 2, r: 8, p: 1 };
  const key = scryptSync(password, salt, 32, { ...cheap, maxmem: 2 ** 28 });
  const ciphertext = Buffer.from(xsalsa20poly1305(key, nonce).encrypt(der));
  const body = {
    kdf: { name: "scrypt", params: kdf, salt: salt.toString("base64") },
    cipher: { name: "nacl/secretbox", nonce: nonce.toString("base64") },
    ciphertext: ciphertext.toString("base64"),
    ...change,
  };
  return toPem("ENCRYPTED SIGSTORE PRIVATE KEY", Buffer.from(JSON.stringify(body)));
}

const der = (key: KeyObject, type: "pkcs8" | "sec1" = "pkcs8"): Buffer =>
  key.export({ format: "der", type }) as Buffer;

describe("private keys", () => {
  it.each([
    ["P-256", () => ecKey("P-256"), "sha256", "PKIX_ECDSA_P256_SHA_256"],
    ["P-384", () => ecKey("P-384"), "sha384", "PKIX_ECDSA_P384_SHA_384"],
    ["P-521", () => ecKey("P-521"), "sha512", "PKIX_ECDSA_P521_SHA_512"],
    ["RSA 2048", () => rsaKey(2048), "sha256", "PKIX_RSA_PKCS1V15_2048_SHA256"],
    ["RSA 3072", () => rsaKey(3072), "sha256", "PKIX_RSA_PKCS1V15_3072_SHA256"],
  ] as const)(
    "sign a digest with %s as OpenSSL signs the message",
    async (_name, make, hash, details) => {
      const key = await parsePrivateKey(pem(make()), undefined, "key.pem");
      const { publicKey } = key;
      expect(publicKey.algorithm).toMatchObject({ digest: hash, keyDetails: details });
      const digest = createHash(hash).update(MESSAGE).digest();
      const signature = key.sign(digest);
      expect(verify(hash, MESSAGE, publicKey.key, signature)).toBe(true);
      const { kind } = publicKey.algorithm;
      expect(verifyDigest(publicKey.key, kind, hash, digest, signature)).toBe(true);
      expect(
        verifyDigest(
          publicKey.key,
          kind,
          hash,
          digest.map((b) => b ^ 1),
          signature,
        ),
      ).toBe(false);
      expect(verifyDigest(publicKey.key, kind, hash, digest, signature.subarray(1))).toBe(false);
    },
  );

  it.each(["P-256", "P-384", "P-521"])("take OpenSSL's %s signatures, high s or low", (curve) => {
    const key = ecKey(curve);
    const { key: publicKey, algorithm } = publicOf(key);
    const digest = createHash(algorithm.digest).update(MESSAGE).digest();
    for (let round = 0; round < 8; round++) {
      const signature = sign(algorithm.digest, MESSAGE, key);
      expect(verifyDigest(publicKey, "ec", algorithm.digest, digest, signature)).toBe(true);
    }
  });

  it("sign with Ed25519 in the prehashed form", async () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const key = await parsePrivateKey(pem(privateKey), undefined, "key.pem");
    const signature = key.sign(createHash("sha512").update(MESSAGE).digest());
    const raw = key.publicKey.spki.subarray(-32);
    expect(ed25519ph.verify(signature, MESSAGE, raw)).toBe(true);
    expect(key.publicKey.algorithm.keyDetails).toBe("PKIX_ED25519_PH");
  });

  it("are read as SEC1 and PKCS#1, and after EC parameters", async () => {
    const parameters =
      "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    const keys = [
      pem(ecKey("P-256"), "sec1"),
      pem(rsaKey(2048), "pkcs1"),
      parameters + pem(ecKey("P-256"), "sec1"),
    ];
    for (const text of keys) {
      await expect(parsePrivateKey(text, undefined, "key.pem")).resolves.toBeDefined();
    }
  });

  it("are read from encrypted PKCS#8", async () => {
    const text = ecKey("P-256")
      .export({ format: "pem", type: "pkcs8", cipher: "aes-256-cbc", passphrase: "open" })
      .toString();
    await expect(parsePrivateKey(text, "open", "key.pem")).resolves.toBeDefined();
    await expect(parsePrivateKey(text, "shut", "key.pem")).rejects.toThrow(
      /password does not open/,
    );
  });

  it.each([
    ["RSA 1024", () => rsaKey(1024), /RSA key of 1024 bits/],
    ["secp256k1", () => ecKey("secp256k1"), /curve secp256k1/],
    ["X25519", () => generateKeyPairSync("x25519").privateKey, /type x25519/],
  ])("refuse %s with what is allowed", async (_name, make, message) => {
    await expect(parsePrivateKey(pem(make()), undefined, "k")).rejects.toThrow(message);
  });

  it.each([
    ["nothing", "hello", /no PEM block/],
    ["a public key", publicKeyPem(publicOf(ecKey("P-256"))), /is no private key/],
    ["rubbish", toPem("PRIVATE KEY", Buffer.from("rubbish")), /malformed/],
  ])("refuse %s", async (_name, text, message) => {
    await expect(parsePrivateKey(text, undefined, "k")).rejects.toThrow(message);
  });
});

describe("cosign's keys", () => {
  it.each(["pkcs8", "sec1"] as const)("open with the password, %s inside", async (type) => {
    const key = ecKey("P-256");
    const opened = await parsePrivateKey(cosignKey(der(key, type), "pw"), "pw", "cosign.key");
    expect(opened.publicKey.hint).toBe(publicOf(key).hint);
  });

  it("may have the empty password", async () => {
    const text = cosignKey(der(ecKey("P-256")), "");
    await expect(parsePrivateKey(text, undefined, "cosign.key")).resolves.toBeDefined();
  });

  it("open under the older label", async () => {
    const text = cosignKey(der(ecKey("P-256")), "pw").replaceAll("SIGSTORE", "COSIGN");
    await expect(parsePrivateKey(text, "pw", "cosign.key")).resolves.toBeDefined();
  });

  it.each([
    ["a wrong password", "wrong", /password does not open/],
    ["none", undefined, /empty password does not open/],
  ])("stay shut with %s", async (_name, password, message) => {
    const text = cosignKey(der(ecKey("P-256")), "pw");
    await expect(parsePrivateKey(text, password, "cosign.key")).rejects.toThrow(message);
  });

  it.each([
    ["huge N", { N: 2 ** 24, r: 8, p: 1 }, {}, /scrypt N/],
    ["huge r", { N: 65536, r: 63, p: 1 }, {}, /beyond 256 MiB/],
    ["N that is no power of two", { N: 1000, r: 8, p: 1 }, {}, /no power of two/],
    ["another cipher", { N: 1024, r: 8, p: 1 }, { cipher: { name: "none" } }, /cipher/],
    ["a cut ciphertext", { N: 1024, r: 8, p: 1 }, { ciphertext: "AAAA" }, /ciphertext/],
    ["no key derivation", { N: 1024, r: 8, p: 1 }, { kdf: null }, /not scrypt/],
  ])("are refused with %s", async (_name, kdf, change, message) => {
    const text = cosignKey(der(ecKey("P-256")), "pw", kdf, change);
    await expect(parsePrivateKey(text, "pw", "cosign.key")).rejects.toThrow(message);
  });
});

describe("a key that was stored wrongly says so", () => {
  const good = pem(ecKey("P-256"));
  const cosign = cosignKey(der(ecKey("P-256")), "pw");
  it.each([
    [
      "with `\\n` for line breaks",
      good.replaceAll("\n", "\\n"),
      /line breaks .* two characters `\\n`/,
    ],
    ["of cosign, so", cosign.replaceAll("\n", "\\n"), /line breaks .* two characters `\\n`/],
    ["on one line", good.replaceAll("\n", " "), /its lines are joined to one/],
    ["on one line without spaces", good.replaceAll("\n", ""), /its lines are joined to one/],
    ["in Base64", btoa(good), /it is one in Base64/],
    ["cut", good.slice(0, 100), /has the line "-----BEGIN PRIVATE KEY-----" and not the one/],
  ])("%s", async (_what, text, message) => {
    await expect(parsePrivateKey(text, "pw", "env://KEY")).rejects.toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/secret/),
    });
    expect(() => parsePublicKey(text, "env://KEY")).toThrow(message);
  });

  it.each([
    [
      "awskms:///alias/x",
      /write it to a file with `assay key public awskms:\/\/\/alias\/x > cosign.pub`/,
    ],
    ["hashivault://k", /write it to a file with `assay key public hashivault:\/\/k > cosign.pub`/],
    ["k8s://ns/s", /keyless or with a key file, or let cosign sign/],
    ["pkcs11://p", /keyless or with a key file, or let cosign sign/],
  ])("a key service is named, with what can be done: %s", async (reference, hint) => {
    const places = { root: ".", environment: {} };
    await expect(readKeyText(places, reference, "key")).rejects.toMatchObject({
      message: expect.stringContaining(`is a key in a key service (${reference.split(":")[0]}://)`),
      hint: expect.stringMatching(hint),
    });
  });
});

describe("public keys", () => {
  it("have the hint that cosign writes: the base64 text of SHA-256 over the SPKI", () => {
    const key = publicOf(ecKey("P-256"));
    const expected = createHash("sha256").update(key.spki).digest("base64");
    expect(parsePublicKey(publicKeyPem(key), "cosign.pub").hint).toBe(expected);
  });

  it.each([
    ["a private key", pem(ecKey("P-256")), /is a private key/],
    ["a certificate", toPem("CERTIFICATE", Buffer.from("x")), /"CERTIFICATE"/],
    ["nothing", "", /no PEM block/],
  ])("are not %s", (_name, text, message) => {
    expect(() => parsePublicKey(text, "k")).toThrow(message);
  });
});

it("shows nothing of a key that is given where its place is asked for", async () => {
  const der = ecKey("P-256").export({ format: "der", type: "pkcs8" });
  for (const key of [der.toString("base64"), der.toString("hex"), btoa(pem(ecKey("P-256")))]) {
    const error = await readKeyText({ root: "/", environment: {} }, key, "key").catch(String);
    expect(error).toContain("no such file exists");
    expect(error).not.toContain(key.slice(0, 30));
  }
});
