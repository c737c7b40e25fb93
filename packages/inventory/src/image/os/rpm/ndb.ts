import { UsageError } from "@assay/core";
import type { ImageContent } from "../../reader.ts";
import type { Rows } from "./rows.ts";

const BLOCK = 16;
const PAGE = 4096;
/** 2048 pages hold half a million packages. */
const MAX_SLOT_PAGES = 2048;
const MAGIC = { file: 0x506d7052, slot: 0x746f6c53, start: 0x53626c42, end: 0x45626c42 };

/**
 * rpm's own database, `Packages.db`: a header, slots of 16 bytes, blobs in blocks of 16 bytes; little endian, checked by Adler-32
 * (https://github.com/rpm-software-management/rpm, `lib/backend/ndb/rpmpkg.c`).
 *
 * @throws UsageError where the file is none, or its slots are not all there
 */
export async function readNdb(content: ImageContent, rows: Rows): Promise<void> {
  const header = viewOf(await content.read(0, 32));
  if (header.byteLength < 32 || header.getUint32(0, true) !== MAGIC.file)
    throw new UsageError("The file is no database of rpm: it does not start with RpmP.");
  const version = header.getUint32(4, true);
  const pages = header.getUint32(12, true);
  if (version !== 0 || pages === 0 || pages > MAX_SLOT_PAGES || pages * PAGE > content.size)
    throw new UsageError(`The database has version ${version} and ${pages} pages of slots.`);
  const slots = viewOf(await content.read(0, pages * PAGE));
  let left = Math.floor(content.size / BLOCK);
  for (let at = 32; at + BLOCK <= slots.byteLength; at += BLOCK) {
    if (slots.getUint32(at, true) !== MAGIC.slot) {
      rows.problems.push(`the slot at byte ${at} is damaged`);
      continue;
    }
    const index = slots.getUint32(at + 4, true);
    const offset = slots.getUint32(at + 8, true);
    const blocks = slots.getUint32(at + 12, true);
    if (offset === 0) continue;
    left -= blocks;
    const blob = left < 0 ? undefined : await readBlob(content, index, offset * BLOCK, blocks);
    if (blob === undefined) rows.problems.push(`package ${index} is damaged or cut off`);
    else rows.add(index, blob);
  }
}

/** The data of a blob where its head, tail and checksum agree. */
async function readBlob(content: ImageContent, index: number, offset: number, blocks: number) {
  if (offset + blocks * BLOCK > content.size || blocks < 2) return undefined;
  const bytes = await content.read(offset, blocks * BLOCK);
  if (bytes.length < blocks * BLOCK) return undefined;
  const view = viewOf(bytes);
  const length = view.getUint32(12, true);
  const tail = bytes.length - 12;
  const isWhole =
    view.getUint32(0, true) === MAGIC.start &&
    view.getUint32(4, true) === index &&
    16 + length <= tail &&
    tail - 16 - length < BLOCK &&
    view.getUint32(tail + 4, true) === length &&
    view.getUint32(tail + 8, true) === MAGIC.end &&
    view.getUint32(tail, true) === adler32(bytes.subarray(0, tail));
  return isWhole ? bytes.subarray(16, 16 + length) : undefined;
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length; ) {
    // As many as fit 32 bits before the remainder has to be taken.
    const end = Math.min(at + 3800, bytes.length);
    for (; at < end; at += 1) {
      a += bytes[at] ?? 0;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
