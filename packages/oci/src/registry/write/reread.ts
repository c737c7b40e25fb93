import { release } from "../../compression/feeding.ts";
import type { OpenBlob } from "./upload-session.ts";

/** A source that goes on where it was, and is opened again where something else is wanted. */
export interface Rereadable {
  /** The source is read to its end with its last byte, so that what it throws there is thrown. */
  range(from: number, to: number): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

interface Place {
  readonly source: AsyncIterator<Uint8Array>;
  readonly at: number;
  readonly rest: Uint8Array;
}

/** A pipe to a socket takes a piece when the one before has left; with one read ahead, what lies so far behind is nobody's any more. */
const PIECES_BEHIND = 4;

/** @param ownsBytes The source's pieces are nobody else's: their memory is given back once a stream has sent them. */
export function rereadable(open: OpenBlob, size: number, ownsBytes: boolean): Rereadable {
  /** Unknown while a range is read, and after one that was not read to its end. */
  let place: Place | undefined;
  let last: AsyncIterator<Uint8Array> | undefined;
  // One that waits for a byte ends when that has come.
  const end = (source = last) => source?.return?.().catch(() => {});
  const begin = (): Place => {
    end();
    last = open()[Symbol.asyncIterator]();
    return { source: last, at: 0, rest: new Uint8Array() };
  };
  return {
    async *range(from, to) {
      let { source, at, rest } = place?.at === from ? place : begin();
      place = undefined;
      const sent: Uint8Array[] = [];
      while (at < to) {
        if (rest.length === 0) {
          const { value, done } = await source.next();
          if (done === true) return;
          rest = value;
        }
        const isBefore = at < from;
        const piece = rest.subarray(0, (isBefore ? from : to) - at);
        rest = rest.subarray(piece.length);
        at += piece.length;
        if (isBefore) continue;
        yield piece;
        sent.push(piece);
        const [oldest] = sent.length > PIECES_BEHIND ? sent.splice(0, 1) : [];
        if (ownsBytes && oldest !== undefined) release(oldest);
      }
      if (to === size) await source.next();
      place = { source, at, rest };
    },
    async close() {
      await end();
    },
  };
}
