const OUTPUT_CHUNK = 256 * 1024;

/** Large chunks: every one is a way to another thread and back. A piece is taken only when the one before was used up. */
export const DECODER_OPTIONS = {
  chunkSize: OUTPUT_CHUNK,
  readableHighWaterMark: 4 * OUTPUT_CHUNK,
  writableHighWaterMark: 1,
};

/** Reads one piece ahead, so that it is at hand when the decoder is done with the one before. */
export async function* lookAhead(
  source: AsyncIterable<Uint8Array>,
  ownsInput: boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const next = () => {
    const step = iterator.next();
    // Where it fails, it is seen when it is waited for.
    step.catch(() => {});
    return step;
  };
  let step = next();
  try {
    for (;;) {
      const { value, done } = await step;
      if (done === true) return;
      step = next();
      yield value;
      if (ownsInput) release(value);
    }
  } finally {
    await iterator.return?.();
  }
}

/** Gives back the memory of each piece when the next one is asked for. */
export async function* releasing(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    yield bytes;
    release(bytes);
  }
}

/** ES2024, not among the types of this project. */
interface Transferable {
  readonly transfer?: (length: number) => unknown;
}

/**
 * Gives the memory of bytes back at once: left to the garbage collector, every few MB of it would be a run through the whole heap. A
 * decoder's buffer is given out in pieces, and after its last piece it has another one.
 */
export function release({ buffer, byteOffset, byteLength }: Uint8Array): void {
  if (byteOffset + byteLength === buffer.byteLength) (buffer as Transferable).transfer?.(0);
}
