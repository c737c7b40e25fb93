import { release } from "./feeding.ts";

/** Gives bytes of a source in the lengths that are asked for, copying only where they lie in two pieces. */
export interface PieceReader {
  /** The next bytes, which stay: fewer than asked for only at the end. */
  peek(count: number): Promise<Buffer>;
  /** All that is there, at least so many bytes but at the end. They stay. */
  available(least: number): Promise<Buffer>;
  /** Takes bytes, as many as lie together but not more than `most`; `undefined` at the end. */
  next(most: number): Promise<Buffer | undefined>;
  close(): Promise<void>;
}

/** @param ownsInput The memory of what was taken may be given back once the next bytes are asked for. */
export function pieceReader(source: AsyncIterable<Uint8Array>, ownsInput = false): PieceReader {
  const iterator = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let piece: Uint8Array | undefined;
  let isDone = false;

  async function more(): Promise<Buffer | undefined> {
    while (!isDone) {
      const next = await iterator.next();
      if (next.done === true) isDone = true;
      else if (next.value.length > 0) {
        if (ownsInput && piece !== undefined && held.length === 0) release(piece);
        piece = next.value;
        const { buffer, byteOffset, length } = next.value;
        return Buffer.from(buffer, byteOffset, length);
      }
    }
    return undefined;
  }

  const reader: PieceReader = {
    async peek(count) {
      return (await reader.available(count)).subarray(0, count);
    },
    async available(count) {
      const parts = [held];
      let length = held.length;
      while (length < count) {
        const part = await more();
        if (part === undefined) break;
        parts.push(part);
        length += part.length;
      }
      if (parts.length > 1) held = Buffer.concat(parts);
      return held;
    },
    async next(most) {
      if (held.length === 0) held = (await more()) ?? held;
      if (held.length === 0) return undefined;
      const taken = held.subarray(0, most);
      held = held.subarray(taken.length);
      return taken;
    },
    async close() {
      await iterator.return?.();
    },
  };
  return reader;
}
