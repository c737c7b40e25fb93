import { constants, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isJwaAlgorithm, verifyJwa } from "./jwa.ts";
import { parseMessageKey } from "./message-key.ts";
import { toPem } from "./pem.ts";

const MESSAGE = Buffer.from("sample");
const pem = (key: KeyObject) => key.export({ format: "pem", type: "pkcs8" }).toString();
const open = (key: KeyObject) => parseMessageKey(pem(key), undefined, "key.pem");

const PAIRS = {
  "P-256": generateKeyPairSync("ec", { namedCurve: "P-256" }),
  "P-384": generateKeyPairSync("ec", { namedCurve: "P-384" }),
  "P-521": generateKeyPairSync("ec", { namedCurve: "P-521" }),
  RSA: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  Ed25519: generateKeyPairSync("ed25519"),
  Ed448: generateKeyPairSync("ed448"),
};

describe("a key signs a message by the algorithm of its type", () => {
  it.each([
    ["P-256", "ES256", 64],
    ["P-384", "ES384", 96],
    ["P-521", "ES512", 132],
    ["RSA", "RS256", 256],
    ["Ed25519", "Ed25519", 64],
  ] as const)("%s by %s, with the same bytes each time", async (name, algorithm, length) => {
    const key = await open(PAIRS[name].privateKey);
    expect(key.algorithm).toBe(algorithm);
    const signature = key.sign(MESSAGE);
    expect(signature).toHaveLength(length);
    expect(key.sign(MESSAGE)).toEqual(signature);
    expect(verifyJwa(key.publicKey.key, algorithm, MESSAGE, signature)).toBe(true);
    expect(verifyJwa(key.publicKey.key, algorithm, Buffer.from("Sample"), signature)).toBe(false);
  });

  // RFC 6979, appendices A.2.5 to A.2.7: the message "sample" with the hash of the algorithm.
  it.each([
    [
      "06082a8648ce3d030107",
      "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721",
      "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
    ],
    [
      "06052b81040022",
      "6b9d3dad2e1b8c1c05b19875b6659f4de23c3b667bf297ba9aa47740787137d896d5724e4c70a825f872c9ea60d2edf5",
      "94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c81a648152e44acf96e36dd1e80fabe4699ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94fa329c145786e679e7b82c71a38628ac8",
    ],
    [
      "06052b81040023",
      "00fad06daa62ba3b25d2fb40133da757205de67f5bb0018fee8c86e1b68c7e75caa896eb32f1f47c70855836a6d16fcc1466f6d8fbec67db89ec0c08b0e996b83538",
      "00c328fafcbd79dd77850370c46325d987cb525569fb63c5d3bc53950e6d4c5f174e25a1ee9017b5d450606add152b534931d7d4e8455cc91f9b15bf05ec36e377fa00617cce7cf5064806c467f678d3b4080d6f1cc50af26ca209417308281b68af282623eaa63e5b5c0723d8b8c37ff0777b1a20f8ccb1dccc43997f1ee0e44da4a67a",
    ],
  ])("ECDSA takes the nonce of RFC 6979 (%s)", async (curve, secret, expected) => {
    const key = await parseMessageKey(sec1(curve, secret), undefined, "key.pem");
    expect(key.sign(MESSAGE).toString("hex")).toBe(expected);
  });
});

/** SEC1 (RFC 5915) of a secret and the DER of a curve's object identifier, in hex. */
function sec1(curve: string, secret: string): string {
  const bytes = (hex: string) => Buffer.from(hex, "hex");
  const field = (tag: number, body: Buffer) =>
    Buffer.concat([Buffer.from([tag, body.length]), body]);
  const body = [bytes("020101"), field(0x04, bytes(secret)), field(0xa0, bytes(curve))];
  return toPem("EC PRIVATE KEY", field(0x30, Buffer.concat(body)));
}

describe("what OpenSSL signs is verified", () => {
  const pss = {
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  };
  it.each([
    ...["256", "384", "512"].flatMap((bits) => [
      [`RS${bits}`, "RSA", `sha${bits}`, {}] as const,
      [`PS${bits}`, "RSA", `sha${bits}`, pss] as const,
    ]),
    ["ES256", "P-256", "sha256", { dsaEncoding: "ieee-p1363" }],
    ["ES384", "P-384", "sha384", { dsaEncoding: "ieee-p1363" }],
    ["ES512", "P-521", "sha512", { dsaEncoding: "ieee-p1363" }],
    ["Ed25519", "Ed25519", null, {}],
    ["Ed448", "Ed448", null, {}],
  ] as const)("%s, and with no key of another type or curve", (algorithm, name, hash, options) => {
    const { privateKey: key } = PAIRS[name];
    const signature = sign(hash, MESSAGE, { key, ...options });
    const holding = Object.entries(PAIRS).filter(([, { publicKey }]) =>
      verifyJwa(publicKey, algorithm, MESSAGE, signature),
    );
    expect(holding.map(([each]) => each)).toEqual([name]);
    expect(isJwaAlgorithm(algorithm)).toBe(true);
  });

  it("never by an algorithm that is not there, of ASN.1, of a salt of another length, or of no bytes", () => {
    const { publicKey, privateKey } = PAIRS["P-256"];
    for (const name of ["HS256", "none", "ES256K", "EdDSA", "constructor"]) {
      expect(isJwaAlgorithm(name)).toBe(false);
      expect(verifyJwa(publicKey, name, MESSAGE, Buffer.alloc(64))).toBe(false);
    }
    const asn1 = sign("sha256", MESSAGE, privateKey);
    expect(verifyJwa(publicKey, "ES256", MESSAGE, asn1)).toBe(false);
    expect(verifyJwa(publicKey, "ES256", MESSAGE, Buffer.alloc(0))).toBe(false);
    expect(verifyJwa(publicKey, "ES256", MESSAGE, Buffer.alloc(64))).toBe(false);
    const long = sign("sha256", MESSAGE, { key: PAIRS.RSA.privateKey, ...pss, saltLength: 20 });
    expect(verifyJwa(PAIRS.RSA.publicKey, "PS256", MESSAGE, long)).toBe(false);
  });
});
