import { createHash } from "node:crypto";
import { constants, gzipSync, zstdCompressSync } from "node:zlib";
import { UsageError } from "@assay/core";
import { describe, expect, it } from "vitest";
import { type Compression, decompressed } from "./decompress.ts";

async function* pieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function inflate(bytes: Uint8Array, length = 1000, maxBytes = 2 ** 30) {
  let format: Compression | undefined;
  const hash = createHash("sha256");
  let size = 0;
  const options = { name: "layer 1", maxBytes, onFormat: (found: Compression) => (format = found) };
  for await (const piece of decompressed(pieces(bytes, length), options)) {
    hash.update(piece);
    size += piece.length;
  }
  return { format, size, sha256: hash.digest("hex") };
}

async function refused(bytes: Uint8Array, length?: number, maxBytes?: number): Promise<string> {
  const thrown = await inflate(bytes, length, maxBytes).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(UsageError);
  return (thrown as UsageError).message;
}

/** Text that compresses to about a third. */
const TEXT = Buffer.from(
  Array.from({ length: 40_000 }, (_, at) => `${(at * 2654435761) % 4294967296}\n`).join(""),
);
const WHOLE = { size: TEXT.length, sha256: createHash("sha256").update(TEXT).digest("hex") };
const [LEFT, RIGHT] = [TEXT.subarray(0, 1234), TEXT.subarray(1234)];

/** A frame that decoders pass over. */
function skippable(length: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(0x184d2a53, 0);
  head.writeUInt32LE(length, 4);
  return Buffer.concat([head, Buffer.alloc(length, 1)]);
}

const LENGTHS = [2 ** 20, 65_536, 1000, 13];

describe("a layer", () => {
  it.each(LENGTHS)(
    "of gzip in several members comes out whole, in pieces of %i bytes",
    async (length) => {
      const bytes = Buffer.concat([
        gzipSync(LEFT),
        gzipSync(""),
        gzipSync(RIGHT),
        Buffer.alloc(100),
      ]);
      expect(await inflate(bytes, length)).toEqual({ format: "gzip", ...WHOLE });
    },
  );

  it.each(LENGTHS)(
    "of zstd in several frames comes out whole, in pieces of %i bytes",
    async (length) => {
      const frames = [
        skippable(3),
        zstdCompressSync(LEFT),
        skippable(0),
        zstdCompressSync(RIGHT),
        skippable(70_000),
      ];
      expect(await inflate(Buffer.concat(frames), length)).toEqual({ format: "zstd", ...WHOLE });
    },
  );

  it("of very many tiny frames comes out whole", async () => {
    const frames: Buffer[] = [];
    for (let at = 0; at < TEXT.length; at += 100)
      frames.push(zstdCompressSync(TEXT.subarray(at, at + 100)));
    expect(frames.length).toBeGreaterThan(4000);
    expect(await inflate(Buffer.concat(frames), 65_536)).toEqual({ format: "zstd", ...WHOLE });
  });

  it("that is not compressed, or empty, stays as it is", async () => {
    expect(await inflate(TEXT)).toEqual({ format: "none", ...WHOLE });
    expect(await inflate(Buffer.alloc(0))).toMatchObject({ format: "none", size: 0 });
  });
});

describe("a layer is refused", () => {
  it("when it ends early", async () => {
    expect(await refused(gzipSync(TEXT).subarray(0, 5000))).toBe(
      "layer 1 can't be decompressed: it ends too early",
    );
    const zstd = zstdCompressSync(TEXT);
    for (const end of [4, 7, 5000, zstd.length - 1])
      expect(await refused(zstd.subarray(0, end))).toBe(
        "layer 1 can't be decompressed: it ends too early",
      );
    expect(await refused(skippable(100).subarray(0, 50))).toContain("it ends too early");
  });

  it("when bytes follow that are not compressed", async () => {
    const garbage = Buffer.from("garbage after the end");
    expect(await refused(Buffer.concat([gzipSync(TEXT), garbage]))).toContain(
      "bytes follow its end",
    );
    expect(await refused(Buffer.concat([zstdCompressSync(TEXT), garbage]))).toContain(
      "bytes follow a frame",
    );
  });

  it("when it is damaged", async () => {
    // Without a checksum a frame may be other text; then the digest of the layer tells.
    const checked = zstdCompressSync(TEXT, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
    for (const bytes of [gzipSync(TEXT), checked]) {
      bytes.fill(0xff, 3000, 3100);
      expect(await refused(bytes)).toContain("can't be decompressed");
    }
  });

  it("when its window needs more than 128 MiB, or a dictionary", async () => {
    const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x90, 0x01, 0x00, 0x00]);
    expect(await refused(frame)).toContain("a window of over 128 MiB");
    const dictionary = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x21, 0x07, 0x01, 0x01, 0x00, 0x00]);
    expect(await refused(dictionary)).toContain("a dictionary");
  });

  it("when more comes out than may", async () => {
    for (const bytes of [gzipSync(TEXT), zstdCompressSync(TEXT), TEXT])
      expect(await refused(bytes, 1000, 100_000)).toBe(
        "layer 1 is over 100000 bytes when decompressed",
      );
  });

  it("when it is a bomb, long before it has gone off", async () => {
    const bomb = zstdCompressSync(Buffer.alloc(256 * 2 ** 20));
    expect(bomb.length).toBeLessThan(12_000);
    const many = Buffer.concat(Array.from({ length: 20 }, () => bomb));
    // Of 5 GB that would come out.
    expect(await refused(many, 65_536, 2 ** 40)).toBe(
      "layer 1 is over 1000 times its stored size and 1 GiB when decompressed",
    );
  });
});
