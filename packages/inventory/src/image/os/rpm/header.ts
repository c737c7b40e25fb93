import { UsageError } from "@assay/core";

/** As rpm itself has them. */
const MAX_ENTRIES = 65_535;
const MAX_DATA = 256 * 1024 * 1024;
const REGION_TAGS = new Set([61, 62, 63]);
/** Bytes of a number, by type: char, int8, int16, int32, int64. */
const WIDTHS: ReadonlyMap<number, number> = new Map([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 4],
  [5, 8],
]);
/** string, string array, translated strings. */
const TEXTS = new Set([6, 8, 9]);

/** What an rpm says of itself, by tag: https://rpm.org/docs/4.19.x/manual/tags.html. */
export interface RpmHeader {
  /** The first text; of translated ones that of the C locale. */
  text(tag: number): string | undefined;
  /** @throws UsageError where one has no end */
  texts(tag: number): readonly string[];
  number(tag: number): number | undefined;
  numbers(tag: number): readonly number[];
}

/**
 * A header as a database keeps it: number of entries and of data bytes, the entries, the data
 * (https://rpm.org/docs/4.19.x/manual/format_header.html). What was added at the installation stands after the package's own entries and
 * wins.
 *
 * @throws UsageError where the counts do not fit the blob
 */
export function readHeader(blob: Uint8Array): RpmHeader {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const count = blob.length < 8 ? 0 : view.getUint32(0);
  const size = blob.length < 8 ? 0 : view.getUint32(4);
  const start = 8 + 16 * count;
  if (count === 0 || count > MAX_ENTRIES || size > MAX_DATA || start + size > blob.length)
    throw new UsageError(
      `The header says ${count} entries and ${size} bytes, and has ${blob.length} bytes.`,
    );
  const entries = new Map<number, readonly [type: number, offset: number, count: number]>();
  for (let at = 8; at < start; at += 16) {
    const tag = view.getUint32(at);
    if (REGION_TAGS.has(tag)) continue;
    entries.set(tag, [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)]);
  }
  const decoder = new TextDecoder();

  function texts(tag: number, most = Number.POSITIVE_INFINITY): readonly string[] {
    const [type = 0, offset = 0, number = 0] = entries.get(tag) ?? [];
    if (!TEXTS.has(type)) return [];
    const found: string[] = [];
    for (let at = start + offset; found.length < Math.min(number, most); ) {
      const end = at >= start + size ? -1 : blob.indexOf(0, at);
      if (end < 0 || end >= start + size)
        throw new UsageError(`The text of tag ${tag} in the header has no end.`);
      found.push(decoder.decode(blob.subarray(at, end)));
      at = end + 1;
    }
    return found;
  }

  function numbers(tag: number): readonly number[] {
    const [type = 0, offset = 0, number = 0] = entries.get(tag) ?? [];
    const width = WIDTHS.get(type);
    if (width === undefined) return [];
    if (offset + number * width > size)
      throw new UsageError(`The numbers of tag ${tag} go beyond the header.`);
    return Array.from({ length: number }, (_, index) => {
      const at = start + offset + index * width;
      if (width === 1) return view.getUint8(at);
      if (width === 2) return view.getUint16(at);
      return width === 4 ? view.getUint32(at) : Number(view.getBigUint64(at));
    });
  }

  return {
    text: (tag) => texts(tag, 1)[0],
    texts: (tag) => texts(tag),
    number: (tag) => numbers(tag)[0],
    numbers,
  };
}
