import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { UsageError } from "@assay/core";
import type { ImageContent } from "../reader.ts";

const MAGIC = { gzip: [0x1f, 0x8b], zstd: [0x28, 0xb5, 0x2f, 0xfd] };

/**
 * A small file decompressed, where it is gzip or zstd of one frame.
 *
 * @throws UsageError where it is broken, or has more than `maxBytes`
 */
export async function plainBytes(content: ImageContent, maxBytes: number): Promise<Uint8Array> {
  const bytes = await content.bytes(maxBytes);
  const starts = (magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);
  const options = { maxOutputLength: maxBytes };
  try {
    if (starts(MAGIC.gzip)) return gunzipSync(bytes, options);
    if (starts(MAGIC.zstd)) return zstdDecompressSync(bytes, options);
  } catch (cause) {
    throw new UsageError("The file can't be decompressed.", { cause });
  }
  return bytes;
}
