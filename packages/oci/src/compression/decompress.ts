import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { UsageError } from "@assay/core";
import { asBroken, catching } from "./broken.ts";
import { DECODER_OPTIONS, lookAhead, release } from "./feeding.ts";
import { zstdDecompressed } from "./zstd.ts";

/** How a layer is stored, by its first bytes: media types are wrong at times. */
export type Compression = "gzip" | "zstd" | "none";

export interface DecompressOptions {
  /** For errors: `layer sha256:…`. */
  readonly name: string;
  /** Of output. 16 GiB where it is not given. */
  readonly maxBytes?: number;
  /** The pieces of the source are nobody else's: their memory may be given back once they are read. */
  readonly ownsInput?: boolean;
  readonly onFormat?: (format: Compression) => void;
}

const GIB = 1024 ** 3;
/** Of one layer, and of all layers of an image. */
export const MAX_LAYER_BYTES = 16 * GIB;
export const MAX_IMAGE_BYTES = 64 * GIB;
/** Zeros come out of gzip at 1,029 : 1 and of zstd at 32,698 : 1; no software does over so many bytes. */
const MAX_RATIO = 1000;

/**
 * The bytes of a layer: gzip of several members, zstd of several frames, or as they are. Each piece is there until the next is asked for.
 *
 * @throws UsageError for what is damaged, ends early or is larger than it may be
 */
export async function* decompressed(
  source: AsyncIterable<Uint8Array>,
  options: DecompressOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { name, maxBytes = MAX_LAYER_BYTES, ownsInput = false } = options;
  let input = 0;
  let output = 0;
  async function* counted() {
    for await (const bytes of source) {
      input += bytes.length;
      yield bytes;
    }
  }
  const { head, all } = await peek(counted(), 6);
  const format = formatOf(head);
  options.onFormat?.(format);
  for await (const bytes of decoded(format, all, options)) {
    output += bytes.length;
    if (output > maxBytes) throw tooLarge(name, `over ${gib(maxBytes)}`);
    if (output > MAX_RATIO * input + GIB)
      throw tooLarge(name, `over ${MAX_RATIO} times its stored size and ${gib(GIB)}`);
    yield bytes;
    if (format !== "none" || ownsInput) release(bytes);
  }
}

function gib(bytes: number): string {
  return bytes < GIB ? `${bytes} bytes` : `${Math.round((bytes / GIB) * 100) / 100} GiB`;
}

function tooLarge(name: string, what: string): UsageError {
  return new UsageError(`${name} is ${what} when decompressed`, {
    hint: "Don't run the image: no software needs so much, and it may be made to fill disks.",
  });
}

export function formatOf(head: Uint8Array): Compression {
  const [a, b, c, d] = head;
  if (a === 0x1f && b === 0x8b) return "gzip";
  if (b === 0xb5 && a === 0x28 && c === 0x2f && d === 0xfd) return "zstd";
  if (a !== undefined && a >> 4 === 5 && b === 0x2a && c === 0x4d && d === 0x18) return "zstd";
  return "none";
}

function decoded(
  format: Compression,
  all: AsyncIterable<Uint8Array>,
  options: DecompressOptions,
): AsyncIterable<Uint8Array> {
  if (format === "none") return all;
  return format === "gzip"
    ? gunzipped(all, options)
    : zstdDecompressed(all, options.name, options.ownsInput);
}

async function* gunzipped(
  all: AsyncIterable<Uint8Array>,
  { name, ownsInput = false }: DecompressOptions,
) {
  let thrown: unknown;
  const source = catching(all, (error) => {
    thrown = error;
  });
  const gunzip = createGunzip(DECODER_OPTIONS);
  pipeline(lookAhead(source, ownsInput), gunzip, () => {});
  try {
    for await (const bytes of gunzip as AsyncIterable<Buffer>) yield bytes;
  } catch (error) {
    throw thrown ?? asBroken(error, name);
  } finally {
    gunzip.destroy();
  }
}

/** The first bytes, fewer only where there are no more, and all of it. */
async function peek(source: AsyncIterable<Uint8Array>, count: number) {
  const iterator = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
    length += next.value.length;
  }
  async function* all() {
    try {
      yield* first;
      for (;;) {
        const next = await iterator.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(first).subarray(0, count), all: all() };
}
