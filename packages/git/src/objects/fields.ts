import { unreadable } from "../repository/output.ts";

/** No commit message, path or header line is longer; lines of content have no bound. */
const MAX_FIELD_BYTES = 256 * 1024 * 1024;

/** Cuts a stream of chunks into fields. `at` is where the reader stands in the current chunk. */
export interface FieldReader {
  chunk: Buffer;
  at: number;
  /** The bytes up to `terminator`, which is eaten; `undefined` while they are not all there. */
  field(terminator: number): Buffer | undefined;
  /** Whether a field was begun and not ended. */
  readonly isInside: boolean;
}

export function createFieldReader(): FieldReader {
  let carry: Buffer[] = [];
  let carried = 0;
  const reader: FieldReader = {
    chunk: Buffer.alloc(0),
    at: 0,
    field(terminator) {
      const { chunk, at } = reader;
      const found = chunk.indexOf(terminator, at);
      const bytes = chunk.subarray(at, found < 0 ? chunk.length : found);
      reader.at = found < 0 ? chunk.length : found + 1;
      if (found >= 0 && carried === 0) return bytes;
      carry.push(bytes);
      carried += bytes.length;
      if (carried > MAX_FIELD_BYTES)
        throw unreadable(`a field of more than ${MAX_FIELD_BYTES} bytes`);
      if (found < 0) return undefined;
      const whole = Buffer.concat(carry);
      carry = [];
      carried = 0;
      return whole;
    },
    get isInside() {
      return carried > 0;
    },
  };
  return reader;
}
