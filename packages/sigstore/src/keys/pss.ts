import { createHash } from "node:crypto";
import type { DigestName } from "./algorithm.ts";

/**
 * Whether an opened RSA signature is RSASSA-PSS over a digest (RFC 8017, section 9.1.2), with MGF1 over the same hash and a salt of
 * any length. For moduli of whole bytes. node:crypto hashes by itself and would need the message.
 *
 * @param encoded The signature under the public key's power, as long as the modulus.
 */
export function isPssOf(encoded: Buffer, name: DigestName, digest: Uint8Array): boolean {
  const split = encoded.length - digest.length - 1;
  const first = encoded[0] ?? 0xff;
  if (split < 2 || (first & 0x80) !== 0 || encoded.at(-1) !== 0xbc) return false;
  const seed = encoded.subarray(split, -1);
  const mask = maskOf(seed, split, name);
  const block = encoded.subarray(0, split).map((byte, at) => byte ^ (mask[at] ?? 0));
  block[0] = (block[0] ?? 0) & 0x7f;
  const start = block.findIndex((byte) => byte !== 0);
  if (block[start] !== 1) return false;
  const salt = block.subarray(start + 1);
  const hash = createHash(name).update(Buffer.alloc(8)).update(digest).update(salt);
  return hash.digest().equals(seed);
}

/** MGF1 (RFC 8017, appendix B.2.1). */
function maskOf(seed: Buffer, length: number, name: DigestName): Buffer {
  const blocks: Buffer[] = [];
  for (let counter = 0, size = 0; size < length; counter++, size += seed.length) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(counter);
    blocks.push(createHash(name).update(seed).update(number).digest());
  }
  return Buffer.concat(blocks);
}
