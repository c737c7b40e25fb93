import type { Sink } from "./write.ts";

const BUCKETS = 256;
/** Bytes of a bucket that are written together. */
const SLOT = 16 * 1024;

/** Lines by the first byte of their hash, in a file. None is held as text: what lives for a while is what makes the heap large. */
export function spooled(spool: Sink, maxBytes: number) {
  const held = Buffer.allocUnsafe(BUCKETS * SLOT);
  const used = new Uint32Array(BUCKETS);
  const total = new Float64Array(BUCKETS);
  const places = Array.from({ length: BUCKETS }, (): [at: number, length: number][] => []);
  const put = (bucket: number, bytes: Uint8Array) => {
    places[bucket]?.push([spool.position(), bytes.length]);
    spool.write(bytes);
  };
  const flush = (bucket: number) => {
    put(bucket, held.subarray(bucket * SLOT, bucket * SLOT + (used[bucket] ?? 0)));
    used[bucket] = 0;
  };
  return {
    flush: () => used.forEach((_, bucket) => void flush(bucket)),
    /** Whether there is room for it. */
    add(text: string): boolean {
      const line = `${text}\n`;
      const bucket = Number.parseInt(line.slice(0, 2), 16);
      const size = Buffer.byteLength(line);
      const sum = (total[bucket] ?? 0) + size;
      total[bucket] = sum;
      if (sum > maxBytes) return false;
      if ((used[bucket] ?? 0) + size > SLOT) flush(bucket);
      if (size > SLOT) put(bucket, Buffer.from(line));
      else
        used[bucket] = (used[bucket] ?? 0) + held.write(line, bucket * SLOT + (used[bucket] ?? 0));
      return true;
    },
    *lines() {
      for (const parts of places)
        yield parts.flatMap(([at, length]) =>
          length === 0
            ? []
            : spool
                .read(at, length)
                .toString("utf8", 0, length - 1)
                .split("\n"),
        );
    },
  };
}
