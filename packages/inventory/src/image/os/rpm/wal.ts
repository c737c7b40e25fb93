import { UsageError } from "@assay/core";
import type { ImageContent } from "../../reader.ts";
import { findTable } from "../sqlite/file.ts";
import { collectRows, type Rows } from "./rows.ts";
import { readTable, type SqliteDatabase, TABLE } from "./sqlite.ts";

const HEAD = 32;
const FRAME = 24;
const VERSION = 3_007_000;
const MAGIC = 0x377f0682;
/** Of different pages: SQLite itself empties a log of 4 MB. */
const MAX_PAGES = 64 * 1024 * 1024;

/** Pages that were committed and are not in the database yet: the last version of each. */
export interface WriteAheadLog {
  readonly pageSize: number;
  readonly pages: ReadonlyMap<number, Uint8Array>;
}

/**
 * A log as SQLite recovers it: frames up to the last commit before the first whose salt or checksum is wrong, for what stands behind is
 * left over from an older log (https://sqlite.org/fileformat2.html, 4).
 *
 * @throws UsageError where the file is none
 */
export async function readLog(content: ImageContent): Promise<WriteAheadLog> {
  const head = viewOf(await content.read(0, HEAD));
  const magic = head.byteLength < HEAD ? 0 : head.getUint32(0);
  const pageSize = head.byteLength < HEAD ? 0 : head.getUint32(8);
  const isPower = pageSize >= 512 && pageSize <= 65_536 && (pageSize & (pageSize - 1)) === 0;
  if ((magic & ~1) >>> 0 !== MAGIC || head.getUint32(4) !== VERSION || !isPower)
    throw new UsageError("The file is no write-ahead log of SQLite.");
  const isLittle = magic === MAGIC;
  const pages = new Map<number, Uint8Array>();
  let sums = checksum([0, 0], head, 0, 24, isLittle);
  if (sums[0] !== head.getUint32(24) || sums[1] !== head.getUint32(28)) return { pageSize, pages };
  let waiting = new Map<number, Uint8Array>();
  for (let at = HEAD; at + FRAME + pageSize <= content.size; at += FRAME + pageSize) {
    const bytes = await content.read(at, FRAME + pageSize);
    const frame = viewOf(bytes);
    if (frame.byteLength < FRAME + pageSize) break;
    if (frame.getUint32(8) !== head.getUint32(16) || frame.getUint32(12) !== head.getUint32(20))
      break;
    sums = checksum(sums, frame, 0, 8, isLittle);
    sums = checksum(sums, frame, FRAME, FRAME + pageSize, isLittle);
    if (sums[0] !== frame.getUint32(16) || sums[1] !== frame.getUint32(20)) break;
    waiting.set(frame.getUint32(0), bytes.slice(FRAME));
    if ((pages.size + waiting.size) * pageSize > MAX_PAGES)
      throw new UsageError(`The log changes more than ${MAX_PAGES} bytes.`);
    if (frame.getUint32(4) === 0) continue;
    for (const [number, page] of waiting) pages.set(number, page);
    waiting = new Map();
  }
  return { pageSize, pages };
}

/**
 * The packages with what was committed to the log alone.
 *
 * @param database As its file has it; `undefined` where the file has no byte yet.
 */
export async function withLog(
  database: SqliteDatabase | undefined,
  { pageSize, pages }: WriteAheadLog,
): Promise<Rows> {
  const base = database?.rows ?? collectRows();
  if (pages.size === 0) return base;
  if (database !== undefined && database.pageSize !== pageSize)
    throw new UsageError(`The log has pages of ${pageSize} bytes, and its database has others.`);
  const rows = collectRows();
  rows.problems.push(...base.problems);
  const first = pages.get(1);
  const from = {
    pageSize,
    reserved: first?.[20] ?? 0,
    problems: rows.problems,
    pages: async (number: number) => pages.get(number),
  };
  const root =
    first === undefined ? database?.nodes.keys().next().value : await findTable(from, TABLE);
  if (root === undefined) return base;
  const onKnownRow = (row: number) => {
    const entry = base.packages.get(row);
    if (entry !== undefined) rows.packages.set(row, entry);
    else if (base.others.has(row)) rows.others.add(row);
    return entry !== undefined || base.others.has(row);
  };
  await readTable({ ...from, known: database?.nodes ?? new Map(), onKnownRow }, rows, root);
  return rows;
}

/** Over pairs of 32-bit numbers in the byte order that the log says. */
function checksum(
  [a, b]: readonly [number, number],
  view: DataView,
  start: number,
  end: number,
  isLittle: boolean,
): [number, number] {
  let first = a;
  let second = b;
  for (let at = start; at < end; at += 8) {
    first = (first + view.getUint32(at, isLittle) + second) >>> 0;
    second = (second + view.getUint32(at + 4, isLittle) + first) >>> 0;
  }
  return [first, second];
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
