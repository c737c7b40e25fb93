import { timingSafeEqual } from "node:crypto";

/*
 * XSalsa20-Poly1305 as NaCl's `crypto_secretbox` has it, which is how cosign encrypts a private key: the tag, then the text.
 * Node has neither. D. J. Bernstein, "Extending the Salsa20 nonce" (2011) and "The Poly1305-AES message-authentication code" (2005).
 * Keys are short, and a run opens one: nothing here is made for speed.
 */

const TAG_BYTES = 16;
/** "expand 32-byte k" */
const SIGMA = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574] as const;
/** The quarter rounds of two rounds: columns, then rows (Salsa20 specification, sections 4 to 6). */
const QUARTERS = [
  [0, 4, 8, 12],
  [5, 9, 13, 1],
  [10, 14, 2, 6],
  [15, 3, 7, 11],
  [0, 1, 2, 3],
  [5, 6, 7, 4],
  [10, 11, 8, 9],
  [15, 12, 13, 14],
] as const;
const STEPS = [7, 9, 13, 18] as const;

/** @param key 32 bytes. @param nonce 24 bytes. */
export function seal(key: Uint8Array, nonce: Uint8Array, text: Uint8Array): Uint8Array {
  const { stream, tagOf } = opened(key, nonce, text.length);
  const sealed = text.map((byte, at) => byte ^ (stream[32 + at] ?? 0));
  return Buffer.concat([tagOf(sealed), sealed]);
}

/** The text; `undefined` where key, nonce and box don't belong together. */
export function open(key: Uint8Array, nonce: Uint8Array, box: Uint8Array): Uint8Array | undefined {
  if (box.length < TAG_BYTES) return undefined;
  const sealed = box.subarray(TAG_BYTES);
  const { stream, tagOf } = opened(key, nonce, sealed.length);
  if (!timingSafeEqual(tagOf(sealed), box.subarray(0, TAG_BYTES))) return undefined;
  return sealed.map((byte, at) => byte ^ (stream[32 + at] ?? 0));
}

/** The first 32 bytes of the stream are the key of the tag. */
function opened(key: Uint8Array, nonce: Uint8Array, length: number) {
  if (key.length !== 32 || nonce.length !== 24)
    throw new RangeError("A secret box has a key of 32 and a nonce of 24 bytes");
  const first = salsa(words(key), words(nonce.subarray(0, 16)));
  // HSalsa20: the diagonal and the words of the nonce, without adding the input.
  const subkey = [0, 5, 10, 15, 6, 7, 8, 9].map((at) => first.mixed[at] ?? 0);
  const blocks = Array.from({ length: Math.ceil((32 + length) / 64) }, (_, counter) => {
    const { mixed, input } = salsa(subkey, [...words(nonce.subarray(16)), counter, 0]);
    return bytes(mixed.map((word, at) => (word + (input[at] ?? 0)) | 0));
  });
  const stream = Buffer.concat(blocks);
  return { stream, tagOf: (text: Uint8Array) => poly1305(stream.subarray(0, 32), text) };
}

/** Twenty rounds over the state of a key of eight words and an input of four. */
function salsa(key: readonly number[], nonce: readonly number[]) {
  const [a, b, c, d] = SIGMA;
  const input = [a, ...key.slice(0, 4), b, ...nonce, c, ...key.slice(4), d];
  const x = Int32Array.from(input);
  const word = (at: number) => x[at] ?? 0;
  for (let round = 0; round < 20; round += 2) {
    for (const quarter of QUARTERS) {
      for (const [step, bits] of STEPS.entries()) {
        const [to = 0, from = 0, other = 0] = [1, 0, 3].map((at) => quarter[(at + step) % 4]);
        const sum = (word(from) + word(other)) | 0;
        x[to] = word(to) ^ ((sum << bits) | (sum >>> (32 - bits)));
      }
    }
  }
  return { mixed: [...x], input };
}

/** Numbers of 130 bits: what is secret is used once. */
function poly1305(key: Uint8Array, text: Uint8Array): Uint8Array {
  const r = number(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  let sum = 0n;
  for (let at = 0; at < text.length; at += 16) {
    const block = text.subarray(at, at + 16);
    sum = ((sum + number(block) + (1n << BigInt(8 * block.length))) * r) % ((1n << 130n) - 5n);
  }
  const tag = (sum + number(key.subarray(16))) & ((1n << 128n) - 1n);
  return Buffer.from(tag.toString(16).padStart(32, "0"), "hex").reverse();
}

/** Little-endian. */
function number(text: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(text).reverse().toString("hex") || "0"}`);
}

function words(text: Uint8Array): readonly number[] {
  const view = new DataView(text.buffer, text.byteOffset, text.length);
  return Array.from({ length: text.length / 4 }, (_, at) => view.getInt32(4 * at, true));
}

function bytes(of: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * of.length));
  for (const [at, word] of of.entries()) view.setInt32(4 * at, word, true);
  return new Uint8Array(view.buffer);
}
