import type { Descriptor } from "../descriptor.ts";
import { StoreError, type StoreFailure } from "../error.ts";
import { hashFor } from "../references/digest.ts";

/** What is verified already, and against what. */
const verified = new WeakMap<object, { key: string; bytes: AsyncGenerator<Uint8Array> }>();

/**
 * Hands on the bytes of a blob and compares them with its descriptor on the way: one byte too many ends it at once, and the last step
 * throws where size or digest differ. What was read is not to be believed before the end has come. What comes from here by the same
 * descriptor is handed on as it is: nothing is hashed twice.
 *
 * @param place For people, where the bytes come from.
 * @throws StoreError
 */
export function verifiedBytes(
  descriptor: Pick<Descriptor, "digest" | "size">,
  place: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const key = `${descriptor.digest} ${descriptor.size}`;
  const known = verified.get(source);
  if (known?.key === key) return known.bytes;
  const bytes = checked(descriptor, place, source);
  verified.set(bytes, { key, bytes });
  return bytes;
}

async function* checked(
  { digest, size }: Pick<Descriptor, "digest" | "size">,
  place: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const hash = hashFor(digest);
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > size) {
      throw damaged(
        "digest-mismatch",
        `${digest} of ${place} has more than the ${size} bytes of its descriptor`,
      );
    }
    hash.update(chunk);
    yield chunk;
  }
  if (bytes < size) {
    throw damaged(
      "truncated",
      `${digest} of ${place} is truncated: ${bytes} of ${size} bytes came`,
    );
  }
  const found = `${digest.slice(0, digest.indexOf(":"))}:${hash.digest("hex")}`;
  if (found !== digest)
    throw damaged("digest-mismatch", `${digest} of ${place} has other content: it is ${found}`);
}

/** A small blob, whole and verified. @throws StoreError over `maxBytes`, and as `verifiedBytes`. */
export async function readVerified(
  descriptor: Pick<Descriptor, "digest" | "size">,
  place: string,
  maxBytes: number,
  open: () => AsyncIterable<Uint8Array>,
): Promise<Uint8Array> {
  if (descriptor.size > maxBytes) {
    throw new StoreError(
      "malformed",
      `${descriptor.digest} of ${place} has ${descriptor.size} bytes; at most ${maxBytes} are read here`,
    );
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of verifiedBytes(descriptor, place, open())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function damaged(failure: StoreFailure, message: string): StoreError {
  return new StoreError(failure, message, {
    hint: "Fetch or build the image again: what lies there is not what its manifest names.",
  });
}
