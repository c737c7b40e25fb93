import { crc32, inflateRawSync } from "node:zlib";
import { UsageError } from "@assay/core";

/** Bytes that can be read anywhere: a file of an image, or an archive inside another one. */
export interface RandomBytes {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  /** Bytes in the archive. */
  readonly packed: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
}

export const MAX_ZIP_ENTRIES = 100_000;
const MAX_NAME = 4096;
const MAX_DIRECTORY = 64 * 1024 * 1024;
/** DEFLATE can hardly do more. */
const MAX_RATIO = 1000;
const FULL = 0xffffffff;

/**
 * The directory of a zip archive (APPNOTE 6.3.10), which may begin behind something else: a script that starts a jar.
 *
 * @param keep Which entries to return, by name: an archive may have 100,000.
 * @returns these, and the number of all
 * @throws UsageError with a clause that says why it can't be read
 */
export async function zipEntries(
  bytes: RandomBytes,
  keep: (name: string) => boolean,
): Promise<{ readonly entries: readonly ZipEntry[]; readonly count: number }> {
  const { count, size, offset, base } = await findDirectory(bytes);
  if (count > MAX_ZIP_ENTRIES)
    throw new UsageError(`it has ${count} entries; at most ${MAX_ZIP_ENTRIES} are read`);
  if (size > MAX_DIRECTORY) throw damaged();
  const directory = Buffer.from(await bytes.read(base + offset, size));
  const entries: ZipEntry[] = [];
  for (let at = 0, index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((field) =>
      directory.readUInt16LE(at + field),
    ) as [number, number, number];
    const next = at + 46 + nameSize + extraSize + commentSize;
    if (next > directory.length) throw damaged();
    if (nameSize > MAX_NAME)
      throw new UsageError(`a name in it has ${nameSize} bytes; at most ${MAX_NAME} are read`);
    const name = directory.toString("utf8", at + 46, at + 46 + nameSize);
    const from = at;
    at = next;
    if (!keep(name)) continue;
    const [own, local] = largeSizes(directory, from, from + 46 + nameSize, extraSize);
    entries.push({
      name,
      flags: directory.readUInt16LE(from + 8),
      method: directory.readUInt16LE(from + 10),
      crc: directory.readUInt32LE(from + 16),
      ...own,
      offset: base + local,
    });
  }
  return { entries, count };
}

/** Sections 4.3.14 to 4.3.16. */
async function findDirectory(bytes: RandomBytes) {
  const tailSize = Math.min(bytes.size, 22 + 0xffff);
  const start = bytes.size - tailSize;
  const tail = Buffer.from(await bytes.read(start, tailSize));
  // One in the comment of another is none; what was added behind the end is no comment.
  const ends = (at: number, isExact: boolean) =>
    tail.readUInt32LE(at) === 0x06054b50 &&
    (!isExact || at + 22 + tail.readUInt16LE(at + 20) === tail.length);
  let at = tail.length - 22;
  while (at >= 0 && !ends(at, true)) at--;
  if (at < 0) at = tail.length - 22;
  while (at >= 0 && !ends(at, false)) at--;
  if (at < 0) throw new UsageError("it has no end: it is cut off, or no archive");
  const place = start + at;
  let count = tail.readUInt16LE(at + 10);
  let size = tail.readUInt32LE(at + 12);
  let offset = tail.readUInt32LE(at + 16);
  let end = place;
  if ((count === 0xffff || size === FULL || offset === FULL) && place >= 20) {
    const locator = Buffer.from(await bytes.read(place - 20, 20));
    if (locator.length === 20 && locator.readUInt32LE(0) === 0x07064b50) {
      end = big(locator, 8);
      const large = Buffer.from(await bytes.read(end, 56));
      if (large.length < 56 || large.readUInt32LE(0) !== 0x06064b50) throw damaged();
      [count, size, offset] = [big(large, 32), big(large, 40), big(large, 48)];
    }
  }
  const base = end - size - offset;
  if (base < 0) throw damaged();
  return { count, size, offset, base };
}

/** Sizes and offset, with those of zip64 (4.5.3). */
function largeSizes(directory: Buffer, at: number, extraAt: number, extraSize: number) {
  const values = [24, 20, 42].map((field) => directory.readUInt32LE(at + field));
  let extra = extraAt;
  const end = extraAt + extraSize;
  while (values.includes(FULL) && extra + 4 <= end) {
    const [kind, length] = [directory.readUInt16LE(extra), directory.readUInt16LE(extra + 2)];
    let value = extra + 4;
    extra = value + length;
    if (kind !== 1) continue;
    for (const [index, known] of values.entries()) {
      if (known !== FULL) continue;
      if (value + 8 > Math.min(extra, end)) throw damaged();
      values[index] = big(directory, value);
      value += 8;
    }
  }
  const [size = 0, packed = 0, offset = 0] = values;
  return [{ size, packed }, offset] as const;
}

/**
 * Where the content of an entry lies. Its own header has to say what the directory says: others would read another archive.
 *
 * @throws UsageError
 */
async function contentPlace(bytes: RandomBytes, entry: ZipEntry): Promise<number> {
  const { name, offset, packed, size, method, flags } = entry;
  const said = JSON.stringify(name.slice(0, 200));
  if ((flags & 0x2041) !== 0) throw new UsageError(`${said} in it is encrypted`);
  const head = Buffer.from(await bytes.read(offset, 30 + Buffer.byteLength(name)));
  const isHeader = head.length >= 30 && head.readUInt32LE(0) === 0x04034b50;
  if (!isHeader) throw new UsageError(`there is no content for ${said} in it`);
  const nameSize = head.readUInt16LE(26);
  const sizes = [head.readUInt32LE(18), head.readUInt32LE(22)] as const;
  // Sizes may follow the content, or stand in the extra field of zip64.
  const isOpen = (flags & 8) !== 0 || sizes.includes(FULL);
  if (
    head.toString("utf8", 30, 30 + nameSize) !== name ||
    head.readUInt16LE(8) !== method ||
    !(isOpen || (sizes[0] === packed && sizes[1] === size))
  )
    throw new UsageError(`the header of ${said} in it says something else than its directory`);
  const start = offset + 30 + nameSize + head.readUInt16LE(28);
  if (start + packed > bytes.size) throw damaged();
  return start;
}

/** @throws UsageError where it is damaged, or has more than `maxBytes` */
export async function zipContent(
  bytes: RandomBytes,
  entry: ZipEntry,
  maxBytes: number,
): Promise<Uint8Array> {
  const { name, packed, size, method, crc } = entry;
  const said = JSON.stringify(name.slice(0, 200));
  const start = await contentPlace(bytes, entry);
  if (size > maxBytes || packed > maxBytes)
    throw new UsageError(`${said} in it has ${size} bytes; at most ${maxBytes} are read`);
  if (size > packed * MAX_RATIO + 1024) throw new UsageError(`the sizes of ${said} in it can't be`);
  if (method !== 0 && method !== 8)
    throw new UsageError(`${said} in it is compressed by method ${method}`);
  const raw = await bytes.read(start, packed);
  const content = method === 0 ? raw : inflate(raw, size);
  if (content === undefined || content.length !== size || crc32(content) !== crc)
    throw new UsageError(`${said} in it is damaged`);
  return content;
}

function inflate(raw: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(raw, { maxOutputLength: size + 1 });
  } catch {
    return undefined;
  }
}

/** An archive inside another one: what is stored is read where it lies. @throws UsageError */
export async function innerBytes(
  bytes: RandomBytes,
  entry: ZipEntry,
  maxBytes: number,
): Promise<RandomBytes> {
  if (entry.method !== 0) return bytesOf(await zipContent(bytes, entry, maxBytes));
  const start = await contentPlace(bytes, entry);
  const { packed: size } = entry;
  return {
    size,
    read: (offset, length) =>
      bytes.read(start + offset, Math.max(0, Math.min(length, size - offset))),
  };
}

function bytesOf(all: Uint8Array): RandomBytes {
  return {
    size: all.length,
    read: async (offset, length) => all.subarray(offset, offset + length),
  };
}

function damaged(): UsageError {
  return new UsageError("its directory is damaged");
}

function big(bytes: Buffer, offset: number): number {
  const value = Number(bytes.readBigUInt64LE(offset));
  if (!Number.isSafeInteger(value)) throw damaged();
  return value;
}
