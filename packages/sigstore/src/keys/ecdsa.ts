import { createECDH, createHmac, randomBytes } from "node:crypto";
import { derSequence, derUnsigned } from "../der/write.ts";
import type { CurveName, DigestName } from "./algorithm.ts";
import { bytesOf, inverse, mod, numberOf, power } from "./modular.ts";

/*
 * ECDSA over a digest that is already made (FIPS 186-5, section 6.4), which Node can't do: it hashes by itself. What is secret, and what is
 * slow, is left to OpenSSL all the same: its Diffie-Hellman multiplies points in constant time.
 */

interface Curve {
  /** OpenSSL's name. */
  readonly name: string;
  readonly p: bigint;
  /** The order of the base point. The coefficient a is -3, the cofactor 1 (SP 800-186, section 3.2.1). */
  readonly n: bigint;
  readonly b: bigint;
  /** Bytes of a coordinate, and of a number below n. */
  readonly length: number;
  /** That of RFC 6979. */
  readonly digest: DigestName;
}

type Point = readonly [x: bigint, y: bigint];

const CURVES: Readonly<Record<CurveName, Curve>> = {
  "P-256": {
    ...{ name: "prime256v1", length: 32, digest: "sha256" },
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  "P-384": {
    ...{ name: "secp384r1", length: 48, digest: "sha384" },
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
  "P-521": {
    ...{ name: "secp521r1", length: 66, digest: "sha512" },
    p: 2n ** 521n - 1n,
    n: 0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
    b: 0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
  },
};

/** r and s. */
export type EcdsaSignature = readonly [r: bigint, s: bigint];

/**
 * @param secret The private key, big-endian.
 * @param entropy Makes each signature another one; without it the nonce is that of RFC 6979 alone.
 */
export function ecdsaSign(
  name: CurveName,
  digest: Uint8Array,
  secret: Uint8Array,
  entropy: Uint8Array = new Uint8Array(),
): EcdsaSignature {
  const curve = CURVES[name];
  const { n, length } = curve;
  const d = numberOf(secret);
  const z = truncated(digest, n);
  const seed = Buffer.concat([bytesOf(d, length), bytesOf(z % n, length), entropy]);
  for (const k of nonces(curve, seed)) {
    const r = timesBase(curve, k)[0] % n;
    // A random factor hides the secrets from who measures the time of what follows.
    const blind = (numberOf(randomBytes(length + 8)) % (n - 1n)) + 1n;
    const s = (inverse(k * blind, n) * mod(blind * z + mod(blind * r, n) * d, n)) % n;
    if (r !== 0n && s !== 0n) return [r, s];
  }
  throw new RangeError("unreachable: there are always more nonces");
}

/** @param key x and y of the public key, which lies on the curve: OpenSSL has read it. */
export function ecdsaVerify(
  name: CurveName,
  digest: Uint8Array,
  key: Point,
  [r, s]: EcdsaSignature,
): boolean {
  const curve = CURVES[name];
  const { n } = curve;
  if (r <= 0n || r >= n || s <= 0n || s >= n) return false;
  const w = inverse(s, n);
  const u1 = (truncated(digest, n) * w) % n;
  const second = timesKey(curve, (r * w) % n, key);
  const sum = u1 === 0n ? second : add(curve, timesBase(curve, u1), second);
  return sum !== undefined && sum[0] % n === r;
}

/** The leftmost bits of a digest, as many as the order has. */
function truncated(digest: Uint8Array, n: bigint): bigint {
  const excess = 8 * digest.length - n.toString(2).length;
  return excess > 0 ? numberOf(digest) >> BigInt(excess) : numberOf(digest);
}

function timesBase({ name, length }: Curve, scalar: bigint): Point {
  const ecdh = createECDH(name);
  ecdh.setPrivateKey(bytesOf(scalar, length));
  const point = ecdh.getPublicKey();
  return [numberOf(point.subarray(1, 1 + length)), numberOf(point.subarray(1 + length))];
}

/**
 * A multiple of the public key. Diffie-Hellman gives x alone: y is a root of the curve's equation, and which of both is told by the next
 * multiple, whose x is that of the sum with the key.
 *
 * @param scalar From 1 to n - 1.
 */
function timesKey(curve: Curve, scalar: bigint, key: Point): Point {
  const { name, length, n, p, b } = curve;
  if (scalar === 1n) return key;
  if (scalar === n - 1n) return [key[0], p - key[1]];
  const peer = Buffer.concat([Buffer.of(4), bytesOf(key[0], length), bytesOf(key[1], length)]);
  const xOf = (factor: bigint) => {
    const ecdh = createECDH(name);
    ecdh.setPrivateKey(bytesOf(factor, length));
    return numberOf(ecdh.computeSecret(peer));
  };
  const x = xOf(scalar);
  // All three primes are 3 modulo 4.
  const y = power(x * x * x - 3n * x + b, (p + 1n) / 4n, p);
  return add(curve, [x, y], key)?.[0] === xOf(scalar + 1n) ? [x, y] : [x, p - y];
}

/** `undefined` for the point at infinity. */
function add({ p }: Curve, [x1, y1]: Point, [x2, y2]: Point): Point | undefined {
  if (x1 === x2 && y1 !== y2) return undefined;
  const slope =
    x1 === x2 ? (3n * x1 * x1 - 3n) * inverse(2n * y1, p) : (y2 - y1) * inverse(x2 - x1, p);
  const x = mod(slope * slope - x1 - x2, p);
  return [x, mod(slope * (x1 - x) - y1, p)];
}

/** RFC 6979, section 3.2, steps b to h; what is added to the seed is section 3.6. */
function* nonces({ n, length, digest }: Curve, seed: Uint8Array): Generator<bigint> {
  const size = { sha256: 32, sha384: 48, sha512: 64 }[digest];
  let [key, value]: [Buffer, Buffer] = [Buffer.alloc(size), Buffer.alloc(size, 1)];
  const hmac = (...parts: readonly Uint8Array[]) =>
    createHmac(digest, key).update(Buffer.concat(parts)).digest();
  const update = (...parts: readonly Uint8Array[]) => {
    key = hmac(value, ...parts);
    value = hmac(value);
  };
  update(Buffer.of(0), seed);
  update(Buffer.of(1), seed);
  for (;;) {
    let bytes: Buffer = Buffer.alloc(0);
    while (bytes.length < length) {
      value = hmac(value);
      bytes = Buffer.concat([bytes, value]);
    }
    const k = truncated(bytes.subarray(0, length), n);
    if (k > 0n && k < n) yield k;
    update(Buffer.of(0));
  }
}

/** ASN.1 DER of `ECDSA-Sig-Value` (RFC 3279, section 2.2.3). */
export function toDer([r, s]: EcdsaSignature): Buffer {
  const unsigned = (value: bigint) => derUnsigned(bytesOf(value, 66));
  return derSequence(unsigned(r), unsigned(s));
}

/** Only the one way in which DER writes a signature is read; `undefined` for every other. */
export function fromDer(bytes: Uint8Array): EcdsaSignature | undefined {
  let at = bytes[1] === 0x81 ? 3 : 2;
  const next = () => {
    const start = at + 2;
    at = start + (bytes[at + 1] ?? 0);
    return numberOf(bytes.subarray(start, at));
  };
  const found: EcdsaSignature = [next(), next()];
  if (found.some((value) => value >= 2n ** 528n)) return undefined;
  return toDer(found).equals(bytes) ? found : undefined;
}

/** What verifies wherever a signature does, and needs no key to be made: the same with -s (on a curve that is not said). */
export function mirrored(signature: Uint8Array): readonly Buffer[] {
  const [r, s] = fromDer(signature) ?? [];
  if (r === undefined || s === undefined) return [];
  return Object.values(CURVES).flatMap(({ n }) => (s < n ? [toDer([r, n - s])] : []));
}

/** r and s one after the other, as JWA has them (RFC 7518, section 3.4). */
export function toCompact(name: CurveName, signature: EcdsaSignature): Buffer {
  return Buffer.concat(signature.map((value) => bytesOf(value, CURVES[name].length)));
}
