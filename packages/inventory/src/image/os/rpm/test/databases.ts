import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** A tag's value: text, texts, 32-bit numbers, 16-bit numbers. */
export type TagValue =
  | string
  | readonly string[]
  | readonly number[]
  | { readonly int16: readonly number[] };

/** A header as rpm's databases keep it. */
export function headerOf(tags: Readonly<Record<number, TagValue>>): Uint8Array {
  const data: number[] = [];
  const entries = Object.entries(tags).map(([tag, value]) => {
    const [type, width, items] = typed(value);
    while (data.length % width !== 0) data.push(0);
    const offset = data.length;
    for (const item of items)
      if (typeof item === "string") data.push(...Buffer.from(item), 0);
      else for (let byte = width - 1; byte >= 0; byte -= 1) data.push((item >>> (8 * byte)) & 255);
    return [Number(tag), type, offset, items.length];
  });
  const blob = Buffer.alloc(8 + 16 * entries.length + data.length);
  blob.writeUInt32BE(entries.length, 0);
  blob.writeUInt32BE(data.length, 4);
  entries.flat().forEach((value, index) => {
    blob.writeUInt32BE(value, 8 + 4 * index);
  });
  blob.set(data, 8 + 16 * entries.length);
  return blob;
}

function typed(
  value: TagValue,
): readonly [type: number, width: number, items: readonly (string | number)[]] {
  if (typeof value === "string") return [6, 1, [value]];
  if ("int16" in value) return [3, 2, value.int16];
  return typeof value[0] === "string" ? [8, 1, value] : [4, 4, value];
}

/** The header of a package without files. */
export function simple(name: string, version = "1.0", release = "1"): Uint8Array {
  return headerOf({
    1000: name,
    1001: version,
    1002: release,
    1022: "x86_64",
    1044: `${name}-${version}-${release}.src.rpm`,
  });
}

/** Written by SQLite itself: the file, and its log where the last of the packages are not in the file yet. */
export function sqliteDatabase(
  headers: readonly Uint8Array[],
  inLog: readonly Uint8Array[] = [],
  change: (database: DatabaseSync) => void = () => undefined,
): { readonly file: Uint8Array; readonly log: Uint8Array } {
  const folder = mkdtempSync(join(tmpdir(), "assay-rpm-"));
  const path = join(folder, "rpmdb.sqlite");
  const database = new DatabaseSync(path);
  try {
    database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = OFF",
    );
    database.exec(
      "CREATE TABLE 'Packages' (hnum INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB NOT NULL)",
    );
    const insert = database.prepare("INSERT INTO Packages (blob) VALUES (?)");
    for (const header of headers) insert.run(header);
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    for (const header of inLog) insert.run(header);
    change(database);
    return { file: readFileSync(path), log: readFileSync(`${path}-wal`) };
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}

/** `Packages.db`. */
export function ndbDatabase(headers: readonly Uint8Array[]): Uint8Array {
  const slots = Buffer.alloc(4096);
  slots.write("RpmP", 0, "latin1");
  slots.writeUInt32LE(1, 8);
  slots.writeUInt32LE(1, 12);
  slots.writeUInt32LE(headers.length + 1, 16);
  const blobs: Buffer[] = [];
  let offset = 256;
  for (let at = 32; at < 4096; at += 16) slots.write("Slot", at, "latin1");
  headers.forEach((header, index) => {
    const blocks = Math.ceil((16 + header.length + 12) / 16);
    const blob = Buffer.alloc(blocks * 16);
    blob.write("BlbS", 0, "latin1");
    blob.writeUInt32LE(index + 1, 4);
    blob.writeUInt32LE(1, 8);
    blob.writeUInt32LE(header.length, 12);
    blob.set(header, 16);
    blob.writeUInt32LE(adler32(blob.subarray(0, -12)), blob.length - 12);
    blob.writeUInt32LE(header.length, blob.length - 8);
    blob.write("BlbE", blob.length - 4, "latin1");
    // One slot is free in between.
    const slot = 32 + 16 * (index + (index === 0 ? 0 : 1));
    slots.writeUInt32LE(index + 1, slot + 4);
    slots.writeUInt32LE(offset, slot + 8);
    slots.writeUInt32LE(blocks, slot + 12);
    blobs.push(blob);
    offset += blocks;
  });
  return Buffer.concat([slots, ...blobs]);
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}

/** `Packages` of Berkeley DB, pages of 512 bytes: the first header on its page, the others on pages of their own. */
export function bdbDatabase(headers: readonly Uint8Array[], isLittle = true): Uint8Array {
  const size = 512;
  const pages: Buffer[] = [Buffer.alloc(size), Buffer.alloc(size)];
  const u32 = (page: Buffer, value: number, at: number) =>
    isLittle ? page.writeUInt32LE(value, at) : page.writeUInt32BE(value, at);
  const u16 = (page: Buffer, value: number, at: number) =>
    isLittle ? page.writeUInt16LE(value, at) : page.writeUInt16BE(value, at);
  const items: Buffer[] = [];
  const add = (row: number, value: Buffer) => {
    const key = Buffer.alloc(5, 1);
    u32(key, row, 1);
    items.push(key, value);
  };
  add(0, Buffer.from([1, 9, 0, 0, 0]));
  headers.forEach((header, index) => {
    if (index === 0) {
      add(1, Buffer.concat([Buffer.from([1]), header]));
      return;
    }
    const value = Buffer.alloc(12);
    value[0] = 3;
    u32(value, pages.length, 4);
    u32(value, header.length, 8);
    add(index + 1, value);
    for (let at = 0; at < header.length; at += size - 26) {
      const part = header.subarray(at, at + size - 26);
      const page = Buffer.alloc(size);
      page[25] = 7;
      u16(page, part.length, 22);
      if (at + part.length < header.length) u32(page, pages.length + 1, 16);
      page.set(part, 26);
      pages.push(page);
    }
  });
  const [meta, hash] = pages;
  if (meta === undefined || hash === undefined) throw new Error("no pages");
  hash[25] = 13;
  u16(hash, items.length, 20);
  let end = size;
  items.forEach((item, index) => {
    end -= item.length;
    hash.set(item, end);
    u16(hash, end, 26 + 2 * index);
  });
  u32(meta, 0x00061561, 12);
  u32(meta, 9, 16);
  u32(meta, size, 20);
  meta[25] = 8;
  u32(meta, pages.length - 1, 32);
  return Buffer.concat(pages);
}
