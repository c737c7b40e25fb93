import { UsageError } from "@assay/core";
import type { ImageContent } from "../../reader.ts";
import type { Rows } from "./rows.ts";

const MAGIC = 0x00061561;
const HASH_META = 8;
const UNSORTED = 2;
const HASH = 13;
const OVERFLOW = 7;
const INLINE = 1;
const OFF_PAGE = 3;
const HEAD = 26;

interface Database {
  readonly content: ImageContent;
  readonly pageSize: number;
  readonly lastPage: number;
  readonly isLittle: boolean;
  /** Overflow pages that were read: each belongs to one value. */
  readonly used: Set<number>;
}

/**
 * Berkeley DB's hash, `Packages` of rpm before 4.16, in either byte order: pages with pairs of key and value, long values on pages of
 * their own (Berkeley DB 5.3, `dbinc/db_page.h`).
 *
 * @throws UsageError where the file is no such database, or it is encrypted
 */
export async function readBdb(content: ImageContent, rows: Rows): Promise<void> {
  const db = await readMeta(content);
  if ((db.lastPage + 1) * db.pageSize > content.size)
    rows.problems.push(
      `it says that it has ${db.lastPage + 1} pages, and has ${Math.floor(content.size / db.pageSize)}`,
    );
  for (let number = 1; number <= db.lastPage; number += 1) {
    const page = await pageAt(db, number);
    if (page === undefined) break;
    const type = page.getUint8(25);
    if (type !== HASH && type !== UNSORTED) continue;
    const pairs = page.getUint16(20, db.isLittle) >> 1;
    if (HEAD + pairs * 4 > db.pageSize) {
      rows.problems.push(`page ${number} is damaged`);
      continue;
    }
    for (let pair = 0; pair < pairs; pair += 1) {
      const key = itemAt(db, page, pair * 2);
      const row = key?.byteLength === 5 ? key.getUint32(1, db.isLittle) : undefined;
      // Number 0 says which number is the next.
      if (row === 0) continue;
      const value = itemAt(db, page, pair * 2 + 1);
      const blob = row === undefined || !value ? undefined : await dataOf(db, value);
      if (row === undefined || blob === undefined)
        rows.problems.push(`package ${row ?? `${pair} of page ${number}`} is damaged or cut off`);
      else rows.add(row, blob);
    }
  }
}

async function readMeta(content: ImageContent): Promise<Database> {
  const bytes = await content.read(0, 512);
  const meta = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes.length >= 512 && meta.getUint32(12, true) === MAGIC;
  if (bytes.length < 512 || (!isLittle && meta.getUint32(12) !== MAGIC))
    throw new UsageError("The file is no hash database of Berkeley DB.");
  const pageSize = meta.getUint32(20, isLittle);
  const isPower = pageSize >= 512 && pageSize <= 65_536 && (pageSize & (pageSize - 1)) === 0;
  if (meta.getUint8(24) !== 0) throw new UsageError("The database is encrypted.");
  if (!isPower || meta.getUint8(25) !== HASH_META)
    throw new UsageError(`The database says that it has pages of ${pageSize} bytes.`);
  const lastPage = meta.getUint32(32, isLittle);
  return { content, pageSize, lastPage, isLittle, used: new Set() };
}

async function pageAt(
  { content, pageSize }: Database,
  number: number,
): Promise<DataView | undefined> {
  const bytes = await content.read(number * pageSize, pageSize);
  if (bytes.length < pageSize) return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** An item with its type in front; items grow from the end of the page down. */
function itemAt({ pageSize, isLittle }: Database, page: DataView, index: number) {
  const start = page.getUint16(HEAD + 2 * index, isLittle);
  const end = index === 0 ? pageSize : page.getUint16(HEAD + 2 * (index - 1), isLittle);
  if (start < HEAD || start >= end || end > pageSize) return undefined;
  return new DataView(page.buffer, page.byteOffset + start, end - start);
}

async function dataOf(db: Database, item: DataView): Promise<Uint8Array | undefined> {
  const type = item.getUint8(0);
  if (type === INLINE) return new Uint8Array(item.buffer, item.byteOffset + 1, item.byteLength - 1);
  if (type !== OFF_PAGE || item.byteLength < 12) return undefined;
  const length = item.getUint32(8, db.isLittle);
  if (length > db.content.size) return undefined;
  const blob = new Uint8Array(length);
  let number = item.getUint32(4, db.isLittle);
  for (let filled = 0; filled < length; ) {
    if (number === 0 || number > db.lastPage || db.used.has(number)) return undefined;
    db.used.add(number);
    const page = await pageAt(db, number);
    if (page === undefined || page.getUint8(25) !== OVERFLOW) return undefined;
    const bytes = page.getUint16(22, db.isLittle);
    if (bytes === 0 || bytes > db.pageSize - HEAD || filled + bytes > length) return undefined;
    blob.set(new Uint8Array(page.buffer, page.byteOffset + HEAD, bytes), filled);
    filled += bytes;
    number = page.getUint32(16, db.isLittle);
  }
  return blob;
}
