import { pipeline } from "node:stream";
import { createZstdDecompress, zstdDecompressSync } from "node:zlib";
import { UsageError } from "@assay/core";
import { asBroken, catching } from "./broken.ts";
import { DECODER_OPTIONS } from "./feeding.ts";
import { blockHeader, type FrameHeader, frameHeader, MAX_FRAME_HEADER } from "./frames.ts";
import { type PieceReader, pieceReader } from "./pieces.ts";

/** Frames of up to so many bytes are decoded where they stand: a stream each would take longer than its content. */
const SMALL_FRAME = 128 * 1024;
const SMALL_CONTENT = 1024 * 1024;
/** What decoders support unasked: windowLog 27. */
const MAX_WINDOW = 128 * 1024 * 1024;

/**
 * Node's decoder ends silently after the first frame of what it is given, so frames are taken apart here and each is decoded for itself.
 * `zstd:chunked`, pzstd and `cat a.zst b.zst` are many frames, and some that are to be skipped.
 */
export async function* zstdDecompressed(
  source: AsyncIterable<Uint8Array>,
  name: string,
  ownsInput = false,
): AsyncGenerator<Uint8Array, void, undefined> {
  let thrown: unknown;
  const reader = pieceReader(
    catching(source, (error) => {
      thrown = error;
    }),
    ownsInput,
  );
  try {
    for (;;) {
      const header = await nextHeader(reader, name);
      if (header === undefined) return;
      if (header.isSkippable) await skip(reader, header, name);
      else yield* frame(reader, header, name);
    }
  } catch (error) {
    throw thrown ?? asBroken(error, name);
  } finally {
    await reader.close();
  }
}

async function nextHeader(reader: PieceReader, name: string): Promise<FrameHeader | undefined> {
  const bytes = await reader.peek(MAX_FRAME_HEADER);
  if (bytes.length === 0) return undefined;
  const header = frameHeader(bytes);
  if (header === undefined) throw broken(name, "it ends too early");
  if (header === "broken") throw broken(name, "bytes follow a frame that are no frame");
  if (header.hasDictionary) throw broken(name, "it needs a dictionary that it does not have");
  if (header.windowSize > MAX_WINDOW && (header.contentSize ?? Infinity) > MAX_WINDOW)
    throw asBroken({ code: "ZSTD_error_frameParameter_windowTooLarge" }, name);
  return header;
}

async function skip(reader: PieceReader, { length, skip }: FrameHeader, name: string) {
  for (let left = length + skip; left > 0; ) {
    const piece = await reader.next(left);
    if (piece === undefined) throw broken(name, "it ends too early");
    left -= piece.length;
  }
}

function broken(name: string, reason: string): UsageError {
  return new UsageError(`${name} can't be decompressed: ${reason}`, {
    hint: "Build or pull it again: a container runtime refuses such a layer as well.",
  });
}

async function* frame(reader: PieceReader, header: FrameHeader, name: string) {
  if ((header.contentSize ?? Infinity) <= SMALL_CONTENT) {
    const bytes = await reader.peek(SMALL_FRAME);
    const end = endOf(bytes, header);
    if (end !== undefined) {
      await reader.next(end);
      yield zstdDecompressSync(bytes.subarray(0, end), { maxOutputLength: SMALL_CONTENT });
      return;
    }
  }
  const decoder = createZstdDecompress(DECODER_OPTIONS);
  pipeline(piecesOf(reader, header, name), decoder, () => {});
  try {
    for await (const bytes of decoder as AsyncIterable<Buffer>) yield bytes;
  } finally {
    decoder.destroy();
  }
}

/** Where a frame ends that is whole in the bytes. */
function endOf(bytes: Buffer, { length, hasChecksum }: FrameHeader): number | undefined {
  for (let at = length; at + 3 <= bytes.length; ) {
    const { skip, isLast } = blockHeader(bytes.subarray(at, at + 3));
    at += 3 + skip;
    if (!isLast) continue;
    const end = at + (hasChecksum ? 4 : 0);
    return end <= bytes.length ? end : undefined;
  }
  return undefined;
}

/** The bytes of one frame, and none after it, in pieces as large as they come. */
async function* piecesOf(reader: PieceReader, header: FrameHeader, name: string) {
  /** Up to the next block, or the end. */
  let left = header.length;
  let isLast = false;
  while (left > 0 || !isLast) {
    const bytes = await reader.available(left > 0 ? 1 : 3);
    if (bytes.length < (left > 0 ? 1 : 3)) throw broken(name, "it ends too early");
    while (!isLast && left + 3 <= bytes.length) {
      const block = blockHeader(bytes.subarray(left, left + 3));
      isLast = block.isLast;
      left += 3 + block.skip + (isLast && header.hasChecksum ? 4 : 0);
    }
    const piece = (await reader.next(left)) as Buffer;
    left -= piece.length;
    yield piece;
  }
}
