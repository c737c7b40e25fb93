import { createHash } from "node:crypto";
import { inverse, mod, power } from "./modular.ts";

/*
 * Ed25519ph over a SHA-512 digest that is already made (RFC 8032, section 5.1). Node has Ed25519 without a prefix alone.
 */

/** Extended coordinates: x = X/Z, y = Y/Z, X·Y = T·Z. */
type Point = readonly [X: bigint, Y: bigint, Z: bigint, T: bigint];

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n;
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n, P);
const ZERO: Point = [0n, 1n, 1n, 0n];
const BASE = point(
  0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,
  0x6666666666666666666666666666666666666666666666666666666666666658n,
);
/** `dom2` with the flag of the prehashed form and no context (section 2). */
const PREFIX = Buffer.from("SigEd25519 no Ed25519 collisions\u0001\u0000", "latin1");

/** @param seed The private key, 32 bytes. */
export function ed25519phSign(digest: Uint8Array, seed: Uint8Array): Buffer {
  const secret = createHash("sha512").update(seed).digest();
  const low = secret.subarray(0, 32);
  low[0] = (low[0] ?? 0) & 248;
  low[31] = ((low[31] ?? 0) & 127) | 64;
  const a = number(low);
  const r = hashed(secret.subarray(32), digest);
  const R = encode(times(r, BASE));
  const k = hashed(R, encode(times(a, BASE)), digest);
  return Buffer.concat([R, bytes((r + k * a) % ORDER)]);
}

/** @param key The public key, 32 bytes. */
export function ed25519phVerify(
  digest: Uint8Array,
  key: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== 64) return false;
  const R = decode(signature.subarray(0, 32));
  const A = decode(key);
  const S = number(signature.subarray(32));
  // A key of small order signs everything.
  if (R === undefined || A === undefined || S >= ORDER || isZero(times(8n, A))) return false;
  const k = hashed(signature.subarray(0, 32), key, digest);
  const difference = add(times(S, BASE), negated(add(R, times(k, A))));
  return isZero(times(8n, difference));
}

function hashed(...parts: readonly Uint8Array[]): bigint {
  return (
    number(
      createHash("sha512")
        .update(Buffer.concat([PREFIX, ...parts]))
        .digest(),
    ) % ORDER
  );
}

function point(x: bigint, y: bigint): Point {
  return [x, y, 1n, (x * y) % P];
}

function negated([X, Y, Z, T]: Point): Point {
  return [mod(-X, P), Y, Z, mod(-T, P)];
}

function isZero([X, Y, Z]: Point): boolean {
  return X === 0n && Y === Z;
}

/** Complete: holds for all points (Hisil and others, "Twisted Edwards curves revisited", section 3.1). */
function add([X1, Y1, Z1, T1]: Point, [X2, Y2, Z2, T2]: Point): Point {
  const a = mod((Y1 - X1) * (Y2 - X2), P);
  const b = ((Y1 + X1) * (Y2 + X2)) % P;
  const c = (2n * D * ((T1 * T2) % P)) % P;
  const d = (2n * Z1 * Z2) % P;
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f, P), mod(g * h, P), mod(f * g, P), mod(e * h, P)];
}

/** The same steps whatever the bits are. */
function times(scalar: bigint, of: Point): Point {
  let [low, high]: [Point, Point] = [ZERO, of];
  for (let bit = 255n; bit >= 0n; bit--) {
    const sum = add(low, high);
    [low, high] = (scalar >> bit) & 1n ? [sum, add(high, high)] : [add(low, low), sum];
  }
  return low;
}

function encode([X, Y, Z]: Point): Buffer {
  const inverted = inverse(Z, P);
  return bytes(((Y * inverted) % P) | ((((X * inverted) % P) & 1n) << 255n));
}

/** Section 5.1.3; `undefined` where the bytes are no point, or not written in the one way there is. */
function decode(text: Uint8Array): Point | undefined {
  if (text.length !== 32) return undefined;
  const whole = number(text);
  const [sign, y] = [whole >> 255n, whole & (2n ** 255n - 1n)];
  if (y >= P) return undefined;
  const [u, v] = [mod(y * y - 1n, P), (D * y * y + 1n) % P];
  const root = (u * v ** 3n * power(u * v ** 7n, (P - 5n) / 8n, P)) % P;
  const square = (v * root * root) % P;
  if (square !== u && square !== mod(-u, P)) return undefined;
  const x = square === u ? root : (root * ROOT_OF_MINUS_ONE) % P;
  if (x === 0n && sign === 1n) return undefined;
  return point((x & 1n) === sign ? x : P - x, y);
}

/** Little-endian. */
function number(text: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(text).reverse().toString("hex")}`);
}

function bytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, "0"), "hex").reverse();
}
