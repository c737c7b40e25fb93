import { MAX_RECORDS, type TarSink } from "./entry.ts";
import { numberOf } from "./header.ts";
import { countOf, type PaxRecords } from "./pax.ts";

/** A file that is stored without its holes: https://www.gnu.org/software/tar/manual/html_section/Sparse-Formats.html */
export interface SparseMap {
  /** Offset and length in turn, as stored. */
  readonly pieces: readonly number[];
  /** Bytes of the file with its holes; not a number where it is over 2^53. */
  readonly size: number;
}

/** The pairs of one block of GNU's old format; `undefined` where a number is none. */
export function oldPieces(block: Buffer, start: number, pairs: number): number[] | undefined {
  const pieces: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const at = start + pair * 24;
    if (block[at] === 0) break;
    const offset = numberOf(block, at, 12);
    const length = numberOf(block, at + 12, 12);
    if (offset === undefined || length === undefined) return undefined;
    pieces.push(offset, length);
  }
  return pieces;
}

/** Bytes with the holes, as GNU's old format says it: rounded where it is over 2^53. */
export function realSize(block: Buffer): number {
  const text = block.subarray(483, 495);
  let size = 0;
  if ((text[0] as number) >= 0x80) {
    for (let at = 1; at < 12; at++) size = size * 256 + (text[at] as number);
    return size;
  }
  return Number.parseInt(text.toString("latin1").replace(/\0.*$/s, "").trim() || "0", 8);
}

/** Where the map of a sparse file is by its records: in them (0.0 and 0.1), or in front of its data (1.0). Other versions are none. */
export function sparseFormat({ values, sparse }: PaxRecords): "records" | "leading" | undefined {
  const [major, minor] = [values.get("GNU.sparse.major"), values.get("GNU.sparse.minor")];
  if (major === undefined && minor === undefined)
    return values.has("GNU.sparse.map") || sparse.length > 0 ? "records" : undefined;
  const version = `${major}.${minor}`;
  if (version === "1.0") return "leading";
  return version === "0.0" || version === "0.1" ? "records" : undefined;
}

/** Bytes with the holes; not a number where no record says it. */
export function sparseSize({ values }: PaxRecords): number {
  return countOf(values.get("GNU.sparse.size") ?? values.get("GNU.sparse.realsize")) ?? Number.NaN;
}

/** The map of formats 0.0 and 0.1. */
export function recordedMap(records: PaxRecords): SparseMap {
  const { values, sparse } = records;
  const map = values.get("GNU.sparse.map");
  const pieces = map === undefined ? sparse : map.split(",").map((n) => countOf(n) ?? Number.NaN);
  return { pieces, size: sparseSize(records) };
}

/** Reads the map of format 1.0 from the blocks that the data begins with: a count, then offsets and lengths, a line each. */
export interface LeadingMap {
  /** @returns `undefined` where it goes on in the next block; `broken` where it is none, or too long */
  add(block: Buffer): number[] | "broken" | undefined;
}

export function leadingMap(): LeadingMap {
  const parts: Buffer[] = [];
  let lines = 0;
  let wanted: number | undefined;
  return {
    add(block) {
      parts.push(Buffer.from(block));
      for (const byte of block) if (byte === 10) lines++;
      if (lines > 0 && wanted === undefined) {
        const pairs = countOf(
          parts
            .map((part) => part.toString("latin1"))
            .join("")
            .split("\n")[0],
        );
        if (pairs === undefined) return "broken";
        wanted = 1 + pairs * 2;
      }
      if (wanted !== undefined && lines >= wanted) {
        const numbers = Buffer.concat(parts).toString("latin1").split("\n");
        return numbers.slice(1, wanted).map((text) => countOf(text) ?? Number.NaN);
      }
      return parts.length * block.length < MAX_RECORDS ? undefined : "broken";
    },
  };
}

/** Whether the pieces are in order, do not overlap, are within the file and are `stored` bytes together. */
export function fits({ pieces, size }: SparseMap, stored: number): boolean {
  let at = 0;
  let sum = 0;
  for (let i = 0; i < pieces.length; i += 2) {
    const [offset, length] = [pieces[i] as number, pieces[i + 1] as number];
    if (!(offset >= at && length >= 0)) return false;
    at = offset + length;
    sum += length;
  }
  return pieces.length % 2 === 0 && at <= size && sum === stored;
}

const ZEROS = new Uint8Array(64 * 1024);

/** Puts the holes in again. */
export function withHoles(sink: TarSink, { pieces, size }: SparseMap): TarSink {
  let piece = 0;
  let at = 0;
  const fillTo = (end: number) => {
    while (at < end) {
      const count = Math.min(ZEROS.length, end - at);
      sink.write(ZEROS.subarray(0, count));
      at += count;
    }
  };
  return {
    write(bytes) {
      for (let read = 0; read < bytes.length; ) {
        const start = pieces[piece * 2] as number;
        const end = start + (pieces[piece * 2 + 1] as number);
        fillTo(start);
        const count = Math.min(end - at, bytes.length - read);
        if (count > 0) sink.write(bytes.subarray(read, read + count));
        read += count;
        at += count;
        if (at >= end) piece++;
      }
    },
    end() {
      fillTo(size);
      return sink.end();
    },
  };
}
