import { createHash } from "node:crypto";

/** Names of this suite's documents; made once, by chance. */
const NAMESPACE = "c2a1f5f0-8d0b-4e7a-9d55-3f6f0a4f7b1e";

/** A UUID of version 5 (RFC 9562, section 5.5): the same parts give the same UUID. */
export function nameBasedUuid(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha1").update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"));
  // Lengths keep ("ab", "c") from being ("a", "bc").
  for (const part of parts) hash.update(`${part.length} `).update(part);
  const bytes = hash.digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex);
}
