import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { zipOf } from "../test/archive.ts";
import { zipEntries } from "./zip.ts";

afterAll(cleanUp);

const TEXT = "a text that is long enough, long enough, long enough to be packed";
const ONE = zipOf([["a.json", TEXT]]);

async function read(archive: Buffer) {
  const path = join(await temporaryFolder(), "a.zip");
  await writeFile(path, archive);
  return [...zipEntries(path)].map((entry) =>
    "bytes" in entry ? `${entry.name}: ${entry.bytes}` : entry,
  );
}

/** The one file, with a change at a place of its entry in the directory (APPNOTE 4.3.12). */
function changed(at: number, write: (bytes: Buffer, place: number) => void): Buffer {
  const bytes = Buffer.from(ONE);
  write(bytes, bytes.indexOf("PK\x01\x02") + at);
  return bytes;
}

test("files are read in the order of the directory, also by that of zip64", async () => {
  const files = [
    ["b.json", TEXT],
    ["a.json", "{}"],
    ["empty.json", ""],
  ] as const;
  const expected = files.map(([name, text]) => `${name}: ${text}`);
  expect(await read(zipOf(files))).toEqual(expected);
  expect(await read(zipOf(files, true))).toEqual(expected);
  expect(await read(zipOf([]))).toEqual([]);
});

test("more files than 65,535 are all read", async () => {
  const files = Array.from({ length: 65_600 }, (_, index) => [`${index}.json`, ""] as const);
  const found = await read(zipOf(files));
  expect([found.length, found.at(-1)]).toEqual([65_600, "65599.json: "]);
});

test("a file whose sizes follow its content is read by the directory", async () => {
  const bytes = changed(8, (all, place) => void all.writeUInt16LE(8, place));
  bytes.writeUInt16LE(8, 6);
  bytes.fill(0, 14, 26);
  expect(await read(bytes)).toEqual([`a.json: ${TEXT}`]);
});

test("sizes and places of zip64 in a directory's entry are read (4.5.3)", async () => {
  const packed = ONE.indexOf("PK\x01\x02") - 36;
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  for (const [index, value] of [TEXT.length, packed, 0].entries())
    extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  const entry = Buffer.concat([
    changed(0, (all, place) => {
      all.fill(0xff, place + 20, place + 28);
      all.writeUInt16LE(extra.length, place + 30);
      all.fill(0xff, place + 42, place + 46);
    }).subarray(0, -22),
    extra,
  ]);
  const end = Buffer.from(ONE.subarray(-22));
  end.writeUInt32LE(end.readUInt32LE(12) + extra.length, 12);
  expect(await read(Buffer.concat([entry, end]))).toEqual([`a.json: ${TEXT}`]);
});

const number = (value: number) => (bytes: Buffer, place: number) =>
  void bytes.writeUInt32LE(value, place);
const short = (value: number) => (bytes: Buffer, place: number) =>
  void bytes.writeUInt16LE(value, place);

test.each<readonly [string, Buffer, string]>([
  ["that is encrypted", changed(8, short(1)), "a.json is encrypted"],
  ["that is strongly encrypted", changed(8, short(0x40)), "a.json is encrypted"],
  ["of an unknown method", changed(10, short(93)), "compressed by method 93"],
  ["with another checksum", changed(16, number(crc32("x"))), "a.json is damaged"],
  ["with another size", changed(24, number(TEXT.length - 1)), "a.json is damaged"],
  ["that can't be so well packed", changed(24, number(2 ** 31)), "the sizes of a.json can't be"],
  ["that is nowhere", changed(42, number(7)), "there is no content for a.json"],
  ["that ends behind the archive", changed(42, number(2 ** 31)), "truncated or damaged"],
  ["with broken content", flipped(40), "a.json is damaged"],
  ["with a broken directory", changed(0, number(0)), "its directory is damaged"],
  ["with a name that leads out", changed(46, number(0x2f2e2e61)), "only flat names"],
  ["in parts", Buffer.from(ONE).fill(1, ONE.length - 18, ONE.length - 14), "several parts"],
  ["cut off", ONE.subarray(0, -1), "it is truncated, or no zip"],
  ["with something else at its end", Buffer.concat([ONE, Buffer.from("x")]), "no zip"],
])("a file %s is refused", async (_, archive, message) => {
  await expect(read(archive)).rejects.toMatchObject({
    kind: "external",
    message: expect.stringContaining(message),
  });
});

test("files that are the same bytes are refused: a small archive would unpack to gigabytes", async () => {
  const text = Array.from({ length: 300 }, (_, index) => crc32(`${index}`)).join();
  const one = zipOf([["00.json", text]]);
  const [start, end] = [one.indexOf("PK\x01\x02"), Buffer.from(one.subarray(-22))];
  const entries = Array.from({ length: 40 }, (_, index) => {
    const entry = Buffer.from(one.subarray(start, -22));
    entry.write(String(index + 10), 46);
    return entry;
  });
  end.writeUInt16LE(40, 10);
  end.writeUInt32LE(entries.length * (entries[0]?.length ?? 0), 12);
  const archive = Buffer.concat([one.subarray(0, start), ...entries, end]);
  await expect(read(archive)).rejects.toThrow("its files overlap");
});

function flipped(at: number): Buffer {
  const bytes = Buffer.from(ONE);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}
