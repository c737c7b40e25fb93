import { crc32, inflateRawSync } from "node:zlib";
import { ExternalError } from "@assay/core";
import { nameSet } from "./name-set.ts";
import { type FileWindow, openWindow } from "./window.ts";

/** An entry of an archive; `problem` says why its content was not read, as a clause. */
export type ZipEntry = { readonly name: string } & (
  | { readonly bytes: Buffer }
  | { readonly problem: string }
);

const MAX_ENTRIES = 3_000_000;
const MAX_TOTAL = 8 * 2 ** 30;
/** No advisory has so much text. */
export const MAX_RECORD = 16 * 2 ** 20;
/** DEFLATE can't compress further. */
const MAX_RATIO = 1100;
const FULL = 0xffffffff;

/**
 * The files of a zip archive (APPNOTE 6.3.10) in the order of its directory, one in memory at a time: nothing but flat names,
 * each once, stored or deflated; sizes and checksums are verified.
 *
 * @throws ExternalError when the archive is damaged, encrypted or made to harm.
 */
export function* zipEntries(path: string): Generator<ZipEntry> {
  const directory = openWindow(path);
  const content = openWindow(path);
  const refuse = (why: string) => new ExternalError(`The archive ${path} is refused: ${why}`);
  try {
    const { count, offset, end } = findDirectory(directory, refuse);
    if (count > MAX_ENTRIES) throw refuse(`it has ${count} entries; at most ${MAX_ENTRIES}`);
    const names = nameSet();
    let [total, held] = [0, 0];
    let at = offset;
    for (let index = 0; index < count; index++) {
      const entry = directoryEntry(directory, at, refuse);
      at = entry.next;
      const { name, size, packed } = entry;
      if (at > end) throw refuse("its directory is damaged");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no name has one.
      if (/[/\\\u0000-\u001f]|^\.\.?$|^$/.test(name) || name.length > 255)
        throw refuse(
          `it holds ${JSON.stringify(name.slice(0, 100))}, and only flat names are read`,
        );
      if (!names.add(name)) throw refuse(`it holds ${name} twice`);
      total += size;
      if (total > MAX_TOTAL) throw refuse(`it unpacks to more than ${MAX_TOTAL} bytes`);
      held += packed;
      if (held > content.size) throw refuse("its files overlap");
      if (size > packed * MAX_RATIO + 64 || packed > size * 1.1 + 1024)
        throw refuse(`the sizes of ${name} can't be`);
      if (size > MAX_RECORD) yield { name, problem: `has ${size} bytes; at most ${MAX_RECORD}` };
      else yield { name, bytes: contentOf(content, entry, refuse) };
    }
    if (at !== end) throw refuse("its directory has more than it says");
  } finally {
    directory.close();
    content.close();
  }
}

type Refuse = (why: string) => ExternalError;

/** Sections 4.3.14 to 4.3.16: the end of the directory, and that of zip64 before it. */
function findDirectory(file: FileWindow, refuse: Refuse) {
  const tailSize = Math.min(file.size, 22 + 0xffff);
  const tail = file.at(file.size - tailSize, tailSize);
  let found = tailSize - 22;
  while (
    found >= 0 &&
    !(isAt(tail, found, 0x06054b50) && tail.readUInt16LE(found + 20) === tailSize - found - 22)
  )
    found--;
  if (found < 0) throw refuse("it has no end: it is truncated, or no zip");
  const place = file.size - tailSize + found;
  const end = Buffer.from(tail.subarray(found, found + 22));
  const small = {
    count: end.readUInt16LE(10),
    size: end.readUInt32LE(12),
    offset: end.readUInt32LE(16),
  };
  if (end.readUInt32LE(4) !== 0) throw refuse("it has several parts");
  let { count, size, offset } = small;
  if ((count === 0xffff || size === FULL || offset === FULL) && place >= 20) {
    const locator = file.at(place - 20, 20);
    if (isAt(locator, 0, 0x07064b50)) {
      const large = file.at(big(locator, 8, refuse), 56);
      if (!isAt(large, 0, 0x06064b50)) throw refuse("its directory is damaged");
      [count, size, offset] = [
        big(large, 32, refuse),
        big(large, 40, refuse),
        big(large, 48, refuse),
      ];
    }
  }
  if (offset + size > place) throw refuse("its directory is damaged");
  return { count, offset, end: offset + size };
}

interface DirectoryEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly next: number;
}

/** Section 4.3.12, with the sizes of zip64 (4.5.3). */
function directoryEntry(file: FileWindow, at: number, refuse: Refuse): DirectoryEntry {
  const head = Buffer.from(file.at(at, 46));
  if (!isAt(head, 0, 0x02014b50)) throw refuse("its directory is damaged");
  const [nameSize, extraSize] = [head.readUInt16LE(28), head.readUInt16LE(30)];
  const rest = file.at(at + 46, nameSize + extraSize);
  const name = rest.toString("utf8", 0, nameSize);
  if ((head.readUInt16LE(8) & 0x2041) !== 0) throw refuse(`${name} is encrypted`);
  const sizes = [head.readUInt32LE(24), head.readUInt32LE(20), head.readUInt32LE(42)];
  let extra = nameSize;
  while (sizes.includes(FULL) && extra + 4 <= rest.length) {
    const fieldEnd = extra + 4 + rest.readUInt16LE(extra + 2);
    if (rest.readUInt16LE(extra) === 1) {
      let value = extra + 4;
      for (const [index, size] of sizes.entries()) {
        if (size !== FULL) continue;
        if (value + 8 > Math.min(fieldEnd, rest.length)) throw refuse("its directory is damaged");
        sizes[index] = big(rest, value, refuse);
        value += 8;
      }
      break;
    }
    extra = fieldEnd;
  }
  const [size = 0, packed = 0, offset = 0] = sizes;
  const next = at + 46 + rest.length + head.readUInt16LE(32);
  return {
    name,
    method: head.readUInt16LE(10),
    crc: head.readUInt32LE(16),
    packed,
    size,
    offset,
    next,
  };
}

/** Section 4.3.7. What its own header says of sizes does not count: they may follow the content. */
function contentOf(file: FileWindow, entry: DirectoryEntry, refuse: Refuse): Buffer {
  const { name, offset, packed, method, size } = entry;
  const head = file.at(offset, 30);
  if (!isAt(head, 0, 0x04034b50)) throw refuse(`there is no content for ${name}`);
  const start = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (method !== 0 && method !== 8) throw refuse(`${name} is compressed by method ${method}`);
  const raw = file.at(start, packed);
  let bytes: Buffer;
  try {
    // A buffer of its size at once: the usual one is ten times what a record needs.
    const chunkSize = Math.min(Math.max(64, size + 1), 1 << 16);
    bytes =
      method === 0
        ? Buffer.from(raw)
        : inflateRawSync(raw, { maxOutputLength: size + 1, chunkSize });
  } catch {
    throw refuse(`${name} is damaged`);
  }
  if (bytes.length !== size || crc32(bytes) !== entry.crc) throw refuse(`${name} is damaged`);
  return bytes;
}

function isAt(bytes: Buffer, offset: number, signature: number): boolean {
  return bytes.readUInt32LE(offset) === signature;
}

function big(bytes: Buffer, offset: number, refuse: Refuse): number {
  const value = Number(bytes.readBigUInt64LE(offset));
  if (!Number.isSafeInteger(value)) throw refuse("its directory is damaged");
  return value;
}
