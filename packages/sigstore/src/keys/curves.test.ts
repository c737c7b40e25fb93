import { createHash, generateKeyPairSync, sign, verify } from "node:crypto";
import { ed25519ph } from "@noble/curves/ed25519.js";
import { p256, p384, p521 } from "@noble/curves/nist.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ecdsaSign, ecdsaVerify, fromDer, toCompact, toDer } from "./ecdsa.ts";
import { ed25519phSign, ed25519phVerify } from "./ed25519.ts";
import { numberOf } from "./modular.ts";

const OPTIONS = { prehash: false, lowS: false, extraEntropy: false } as const;
const runs = (numRuns: number) => ({ numRuns, seed: 1 });
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe.each([
  ["P-256", p256, 32, "sha256"],
  ["P-384", p384, 48, "sha384"],
  ["P-521", p521, 66, "sha512"],
] as const)("ECDSA with %s", (name, library, length, hash) => {
  const { n } = library.Point.CURVE();
  const secretKey = fc.bigInt({ min: 1n, max: n - 1n });
  const hex = (value: bigint) => Buffer.from(value.toString(16).padStart(2 * length, "0"), "hex");
  const publicKey = (d: bigint) => {
    const point = library.getPublicKey(hex(d), false);
    return [numberOf(point.subarray(1, 1 + length)), numberOf(point.subarray(1 + length))] as const;
  };
  const digests = fc.oneof(bytes(20), bytes(32), bytes(48), bytes(64));

  test("signs as @noble/curves does with the nonce of RFC 6979, and verifies it", () => {
    fc.assert(
      fc.property(secretKey, digests, (d, digest) => {
        const ours = ecdsaSign(name, digest, hex(d));
        const theirs = library.sign(digest, hex(d), { ...OPTIONS, format: "compact" });
        expect([...toCompact(name, ours)]).toEqual([...theirs]);
        expect(ecdsaVerify(name, digest, publicKey(d), ours)).toBe(true);
        const fresh = ecdsaSign(name, digest, hex(d), Uint8Array.of(1));
        expect(fresh).not.toEqual(ours);
        expect(ecdsaVerify(name, digest, publicKey(d), fresh)).toBe(true);
      }),
      runs(25),
    );
  });

  test("says of every signature what @noble/curves says", () => {
    const near = fc.constantFrom(0n, 1n, 2n, n - 1n, n, n + 1n, n / 2n);
    const some = fc.oneof(near, fc.bigInt({ min: 1n, max: n - 1n }));
    const small = fc.oneof(fc.constantFrom(1n, 2n, 3n, n - 1n, n - 2n), secretKey);
    fc.assert(
      fc.property(small, digests, some, some, fc.boolean(), (d, digest, a, b, isOwn) => {
        const [r, s] = ecdsaSign(name, digest, hex(d));
        for (const signature of isOwn
          ? ([
              [r, s],
              [r, n - s],
              [s, r],
              [r, b],
            ] as const)
          : ([[a, b]] as const)) {
          const key = library.getPublicKey(hex(d), false);
          let theirs = false;
          try {
            theirs = library.verify(Buffer.concat(signature.map(hex)), digest, key, {
              ...OPTIONS,
              format: "compact",
            });
          } catch {
            // A number out of range is no signature.
          }
          expect(ecdsaVerify(name, digest, publicKey(d), [...signature])).toBe(theirs);
        }
      }),
      runs(40),
    );
  });

  test("a digest whose number is that of another one, or its negative, is another digest", () => {
    const excess = BigInt(8 * length - n.toString(2).length);
    const asDigest = (value: bigint) => hex(value << excess);
    const [r, s] = ecdsaSign(name, asDigest(n / 3n), hex(5n));
    const holds = (value: bigint) => ecdsaVerify(name, asDigest(value), publicKey(5n), [r, s]);
    expect(holds(n / 3n)).toBe(true);
    expect(holds(n - n / 3n)).toBe(false);
    expect(holds(n / 3n + 1n)).toBe(false);
  });

  test("a digest of zero is signed and verified", () => {
    const digest = new Uint8Array(length);
    expect(ecdsaVerify(name, digest, publicKey(7n), ecdsaSign(name, digest, hex(7n)))).toBe(true);
  });

  test("holds with OpenSSL, which hashes by itself", () => {
    const curve = { "P-256": "prime256v1", "P-384": "secp384r1", "P-521": "secp521r1" }[name];
    const pair = generateKeyPairSync("ec", { namedCurve: curve });
    const { x = "", y = "", d = "" } = pair.privateKey.export({ format: "jwk" });
    const point = [x, y].map((text) => numberOf(Buffer.from(text, "base64url")));
    const message = Buffer.from("a message");
    const digest = createHash(hash).update(message).digest();
    for (let round = 0; round < 10; round++) {
      const found = fromDer(sign(hash, message, pair.privateKey));
      expect(found && ecdsaVerify(name, digest, [point[0] ?? 0n, point[1] ?? 0n], found)).toBe(
        true,
      );
      const ours = ecdsaSign(name, digest, Buffer.from(d, "base64url"), Buffer.of(round));
      expect(verify(hash, message, pair.publicKey, toDer(ours))).toBe(true);
    }
  });
});

test("only one form of DER is a signature", () => {
  const [r, s] = [0x80n, 1n];
  const der = toDer([r, s]);
  expect(der.toString("hex")).toBe("300702020080020101");
  expect(fromDer(der)).toEqual([r, s]);
  for (const wrong of [
    "",
    "30",
    "3006020180020101",
    "30080203000080020101",
    "30070202008002010100",
    "3081070202 0080020101",
    "310702020080020101",
    "3007020200800201",
    `3082ffff02${"ff".repeat(40)}`,
  ])
    expect(fromDer(Buffer.from(wrong.replace(" ", ""), "hex")), wrong).toBeUndefined();
  const large = toDer([2n ** 520n, 2n ** 519n]);
  expect(fromDer(large)).toEqual([2n ** 520n, 2n ** 519n]);
});

describe("Ed25519ph", () => {
  const digest = (message: Uint8Array) => createHash("sha512").update(message).digest();

  test("signs and verifies as @noble/curves does", () => {
    fc.assert(
      fc.property(bytes(32), fc.uint8Array({ maxLength: 50 }), (seed, message) => {
        const ours = ed25519phSign(digest(message), seed);
        expect([...ours]).toEqual([...ed25519ph.sign(message, seed)]);
        expect(ed25519phVerify(digest(message), ed25519ph.getPublicKey(seed), ours)).toBe(true);
      }),
      runs(15),
    );
  });

  test("says of a signature that was changed, or of another key, what @noble/curves says", () => {
    const seed = new Uint8Array(32).fill(7);
    const key = ed25519ph.getPublicKey(seed);
    const message = Buffer.from("a file");
    const good = ed25519phSign(digest(message), seed);
    const theirs = (signature: Uint8Array, of: Uint8Array) => {
      try {
        return ed25519ph.verify(signature, message, of, { zip215: false });
      } catch {
        return false;
      }
    };
    for (let at = 0; at < 64; at += 3) {
      const changed = Uint8Array.from(good);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(ed25519phVerify(digest(message), key, changed)).toBe(theirs(changed, key));
      expect(ed25519phVerify(digest(message), key, changed)).toBe(false);
    }
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const little = (value: bigint) =>
      Buffer.from(value.toString(16).padStart(64, "0"), "hex").reverse();
    const s = numberOf(Buffer.from(good.subarray(32)).reverse());
    const twice = Buffer.concat([good.subarray(0, 32), little(s + order)]);
    expect(ed25519phVerify(digest(message), key, twice)).toBe(false);
    // Keys of small order, and what is no point: with S = 0 and R = 0 they would sign everything.
    const p = 2n ** 255n - 19n;
    const nothing = Buffer.concat([little(1n), little(0n)]);
    for (const of of [
      little(0n),
      little(1n),
      little(p - 1n),
      little(p),
      little(p + 1n),
      little(2n),
    ]) {
      expect(ed25519phVerify(digest(message), of, nothing)).toBe(false);
      expect(ed25519phVerify(digest(message), of, good)).toBe(theirs(good, of));
    }
    expect(ed25519phVerify(digest(message), key, good.subarray(1))).toBe(false);
  });

  test("the vector of RFC 8032, section 7.3", () => {
    const seed = Buffer.from(
      "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
      "hex",
    );
    const found = ed25519phSign(digest(Buffer.from("abc")), seed).toString("hex");
    expect(found).toBe(
      "98a70222f0b8121aa9d30f813d683f809e462b469c7ff87639499bb94e6dae4131f85042463c2a355a2003d062adf5aaa10b8c61e636062aaad11c2a26083406",
    );
  });
});
