import { decompressed } from "@assay/oci";
import type { ImageContent } from "../../reader.ts";

const MAX_BYTES = 100 * 1024 * 1024;

/** Chisel's manifest as text. @throws UsageError where it is damaged, or larger than 100 MiB */
export async function wallText(content: ImageContent): Promise<string> {
  const source = (async function* () {
    yield await content.bytes(MAX_BYTES);
  })();
  const decoder = new TextDecoder();
  const texts: string[] = [];
  const options = { name: "The manifest", maxBytes: MAX_BYTES };
  for await (const piece of decompressed(source, options))
    texts.push(decoder.decode(piece, { stream: true }));
  return texts.join("") + decoder.decode();
}
