import { createHash, createHmac } from "node:crypto";
import { eddsa, edwards } from "@noble/curves/abstract/edwards.js";
import { ecdsa, weierstrass } from "@noble/curves/abstract/weierstrass.js";
import type { CurveName } from "./algorithm.ts";

/*
 * The curves with their parameters alone and Node's hashes: the library's ready-made ones bring its own hashes, hashing to a curve and
 * more, a third of what it weighs.
 */

/** A hash of Node as the library takes one; it never streams here. */
function hashOf(name: string, outputLen: number, blockLen: number) {
  const hash = (message: Uint8Array) => new Uint8Array(createHash(name).update(message).digest());
  const create = () => {
    throw new Error("not streamed");
  };
  return Object.assign(hash, { outputLen, blockLen, canXOF: false, create });
}

/** A curve of FIPS 186 (SP 800-186, section 3.2.1): the coefficient a is -3, the cofactor 1. Numbers are hexadecimal. */
function nist(hash: ReturnType<typeof hashOf>, name: string, p: bigint, numbers: string) {
  const [n = 0n, b = 0n, Gx = 0n, Gy = 0n] = numbers.split(" ").map((hex) => BigInt(`0x${hex}`));
  const hmac = (key: Uint8Array, message: Uint8Array) =>
    new Uint8Array(createHmac(name, key).update(message).digest());
  return ecdsa(weierstrass({ p, n, h: 1n, a: p - 3n, b, Gx, Gy }), hash, { hmac });
}

const sha512 = hashOf("sha512", 64, 128);

export const ECDSA: Readonly<Record<CurveName, ReturnType<typeof ecdsa>>> = {
  "P-256": nist(
    hashOf("sha256", 32, 64),
    "sha256",
    2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551 5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b 6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296 4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
  ),
  "P-384": nist(
    hashOf("sha384", 48, 128),
    "sha384",
    2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973 b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7 3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f",
  ),
  "P-521": nist(
    sha512,
    "sha512",
    2n ** 521n - 1n,
    "1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409 51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00 c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66 11839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650",
  ),
};

/** Ed25519 (RFC 8032, section 5.1) with a domain separation prefix and strict verification. */
export function ed25519Over(prefix: Uint8Array): ReturnType<typeof eddsa> {
  const p = 2n ** 255n - 19n;
  const point = edwards({
    p,
    n: 2n ** 252n + 27742317777372353535851937790883648493n,
    h: 8n,
    a: p - 1n,
    d: 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,
    Gx: 0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,
    Gy: 0x6666666666666666666666666666666666666666666666666666666666666658n,
  });
  return eddsa(point, sha512, {
    adjustScalarBytes: (bytes: Uint8Array) => {
      bytes[0] = (bytes[0] ?? 0) & 248;
      bytes[31] = ((bytes[31] ?? 0) & 127) | 64;
      return bytes as Uint8Array<ArrayBuffer>;
    },
    domain: (data: Uint8Array) => new Uint8Array(Buffer.concat([prefix, data])),
    zip215: false,
  });
}
