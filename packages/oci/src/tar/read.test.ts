import { UsageError } from "@assay/core";
import { entryOf, paxRecord, summed, type TarPart, tarOf } from "@assay/testkit";
import { describe, expect, it } from "vitest";
import { readTar, readTarAt } from "./read.ts";

interface Read {
  /** `kind path size content or target`. */
  readonly entries: readonly string[];
  readonly problems: readonly string[];
}

async function* pieces(tar: Uint8Array, length: number) {
  for (let at = 0; at < tar.length; at += length) yield tar.subarray(at, at + length);
}

async function read(tar: Uint8Array, length = tar.length, maxEntries = 1000): Promise<Read> {
  const entries: string[] = [];
  const problems: string[] = [];
  await readTar(
    pieces(tar, Math.max(length, 1)),
    {
      entry({ kind, path, size, target, head }) {
        if (kind !== "file") {
          entries.push([kind, path, target].filter((each) => each !== "").join(" "));
          return undefined;
        }
        const parts: Uint8Array[] = [];
        return {
          write: (bytes) => parts.push(bytes),
          end() {
            const content = Buffer.concat(parts);
            if (head.length > 0)
              expect(content.subarray(0, head.length)).toEqual(Buffer.from(head));
            entries.push(`file ${path} ${size} ${shown(content)}`);
          },
        };
      },
      problem: (path, reason) => problems.push(`${path}: ${reason}`),
    },
    { maxEntries, name: "the layer" },
  );
  return { entries, problems };
}

function shown(content: Buffer): string {
  const text = content.toString("latin1").replaceAll("\0", ".");
  return text.length > 40 ? `${text.slice(0, 8)}… ${text.length}` : text;
}

async function refused(tar: Uint8Array, maxEntries?: number): Promise<string> {
  const thrown = await read(tar, tar.length, maxEntries).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(UsageError);
  return (thrown as UsageError).message;
}

const LONG = `${"d".repeat(99)}/${"e".repeat(99)}/f.txt`;

/** A header with parts overwritten, its sum made right again. */
function changed(part: TarPart, change: (block: Buffer) => void): Buffer {
  const entry = entryOf(part);
  change(entry.subarray(0, 512));
  summed(entry.subarray(0, 512));
  return entry;
}

const gnu = (block: Buffer) => block.write("ustar  \0", 257, "latin1");

const EVERYTHING = Buffer.concat([
  entryOf({ name: "./d/", type: "5" }),
  entryOf({ name: "d/a.txt", data: "hello" }),
  entryOf({ name: "/abs//./b.txt", data: "x".repeat(1000) }),
  entryOf({ name: "empty" }),
  entryOf({ name: "soft", type: "2", link: "../d/a.txt" }),
  entryOf({ name: "hard", type: "1", link: "./d/a.txt" }),
  entryOf({ name: "null", type: "3", devices: [1, 3] }),
  entryOf({ name: "pipe", type: "6" }),
  entryOf({ name: "short", data: "long", pax: { path: LONG, size: "4" } }),
  entryOf({ name: "short", type: "2", link: "y", pax: { linkpath: "é/…" } }),
  entryOf({ name: "L", type: "L", data: `${LONG}\0` }),
  entryOf({ name: "L", type: "K", data: `${LONG}2\0` }),
  changed({ name: "cut", type: "2", link: "cut" }, gnu),
  changed({ name: "old/", type: "\0" }, (block) => block.fill(0, 257, 265)),
  changed({ name: "big", data: "base" }, (block) => {
    block.fill(0, 124, 136);
    block[124] = 0x80;
    block[135] = 4;
  }),
  changed({ name: "name", data: "p" }, (block) => block.write("prefix/of", 345)),
  Buffer.alloc(1024),
]);

const EVERY_ENTRY = [
  "directory d",
  "file d/a.txt 5 hello",
  "file abs/b.txt 1000 xxxxxxxx… 1000",
  "file empty 0 ",
  "symlink soft ../d/a.txt",
  "link hard d/a.txt",
  "character-device null",
  "fifo pipe",
  `file ${LONG} 4 long`,
  "symlink short é/…",
  `symlink ${LONG} ${LONG}2`,
  "directory old",
  "file big 4 base",
  "file prefix/of/name 1 p",
];

describe("a tar", () => {
  it.each([100_000, 1024, 512, 511, 513, 100, 7, 1])(
    "is read the same in pieces of %i bytes",
    async (length) => {
      expect(await read(EVERYTHING, length)).toEqual({ entries: EVERY_ENTRY, problems: [] });
    },
  );

  it("is read the same where one can jump, without what nobody wants", async () => {
    const padding = entryOf({ name: "large", data: Buffer.alloc(1024 * 1024) });
    const tar = Buffer.concat([padding, EVERYTHING]);
    const paths: string[] = [];
    let bytes = 0;
    const readAt = async (offset: number, length: number) => {
      const piece = tar.subarray(offset, offset + length);
      bytes += piece.length;
      return piece;
    };
    await readTarAt(readAt, tar.length, {
      entry(entry) {
        paths.push(`${entry.path} ${entry.kind === "file" ? entry.offset : ""}`);
        return undefined;
      },
    });
    expect(paths).toHaveLength(EVERY_ENTRY.length + 1);
    expect(paths.slice(0, 3)).toEqual(["large 512", "d ", `d/a.txt ${padding.length + 1024}`]);
    expect(bytes).toBeLessThan(200_000);
  });

  it("takes the last of several records, and no paths from global ones, as runtimes do", async () => {
    const global = (key: string, value: string) =>
      entryOf({ name: "g", type: "g", data: paxRecord(key, value) });
    const local = (...records: readonly Buffer[]) =>
      entryOf({ name: "x", type: "x", data: Buffer.concat(records) });
    const tar = Buffer.concat([
      global("comment", "of git archive"),
      local(paxRecord("path", "1"), paxRecord("path", "2")),
      entryOf({ name: "a", data: "1" }),
      global("path", "global"),
      entryOf({ name: "b", data: "2" }),
      local(paxRecord("path", "forgotten")),
      global("comment", "of git archive"),
      entryOf({ name: "c", data: "3" }),
      Buffer.alloc(1024),
    ]);
    expect(await read(tar)).toEqual({
      entries: ["file 2 1 1", "file b 1 2", "file c 1 3"],
      problems: [": has global records of paths or sizes, which container runtimes ignore"],
    });
  });

  it("has the names that Go's reader has, which container runtimes unpack by", async () => {
    const before = (type: string, data: string | Buffer) =>
      entryOf({ name: type, type, data: Buffer.from(data) });
    const header = (name: string, change: (block: Buffer) => void) => {
      const entry = Buffer.from(entryOf({ name, data: "1" }));
      const block = entry.subarray(0, 512);
      change(block);
      block.fill(32, 148, 156);
      const sum = block.reduce((total, byte) => total + byte, 0);
      block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
      return entry;
    };
    const gnu = (prefix: string) =>
      header("status", (block) => {
        block.write("ustar  \0", 257, "latin1");
        block.write(prefix, 345, "latin1");
      });
    const star = header("status", (block) => {
      block.write("ustar\x0000", 257, "latin1");
      block.write(`${"./".repeat(65)}d${"00000000000 ".repeat(2)}`, 345, "latin1");
      block.write("tar\0", 508, "latin1");
    });
    const tar = Buffer.concat([
      before("L", "of-gnu\0"),
      before("x", paxRecord("path", "of-pax")),
      entryOf({ name: "a", data: "1" }),
      before("x", paxRecord("GNU.sparse.name", "of-no-sparse-file")),
      entryOf({ name: "b", data: "2" }),
      before(
        "x",
        Buffer.concat([
          paxRecord("GNU.sparse.major", "2"),
          paxRecord("GNU.sparse.minor", "0"),
          paxRecord("GNU.sparse.map", "0,0"),
          paxRecord("GNU.sparse.name", "of-no-known-version"),
        ]),
      ),
      entryOf({ name: "c", data: "3" }),
      gnu("var/lib"),
      gnu("15170321211\x0015170321211\0"),
      gnu("15170321211\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"),
      gnu("12\0a"),
      star,
      Buffer.alloc(1024),
    ]);
    expect((await read(tar)).entries).toEqual([
      "file of-gnu 1 1",
      "file b 1 2",
      "file c 1 3",
      "file var/lib/status 1 1",
      "file status 1 1",
      "file status 1 1",
      "file status 1 1",
      "file d/status 1 1",
    ]);
  });

  it("accepts a sum over signed bytes, an end without zeros, and no bytes at all", async () => {
    const entry = entryOf({ name: "é", data: "1" });
    const block = entry.subarray(0, 512);
    block.fill(32, 148, 156);
    const sum = block.reduce((total, byte) => total + ((byte << 24) >> 24), 0);
    block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    expect((await read(entry)).entries).toEqual(["file é 1 1"]);
    expect(await read(Buffer.alloc(0))).toEqual({ entries: [], problems: [] });
  });

  it("is not kept busy by sparse files of very many pieces", async () => {
    const header = changed({ name: "sparse", type: "S" }, (block) => {
      gnu(block);
      block.write("0".repeat(95), 386);
      block[482] = 1;
      block.write("7", 483);
    });
    const blocks = Buffer.alloc(2000 * 512);
    for (let at = 0; at < blocks.length; at += 512) {
      blocks.write("0".repeat(503), at);
      blocks[at + 504] = at + 512 < blocks.length ? 1 : 0;
    }
    // So many that, with time that grew with the square of the pieces, the test would not end.
    async function* files() {
      for (let count = 0; count < 300; count++) yield* [header, blocks];
    }
    const sizes: number[] = [];
    await readTar(files(), {
      entry({ size }) {
        sizes.push(size);
        return undefined;
      },
    });
    expect(sizes).toEqual(Array.from({ length: 300 }, () => 7));
  });

  it("puts the holes of sparse files in again", async () => {
    const map = "4\n0\n1\n100\n2\n5000\n1\n6000\n0\n";
    const stored = Buffer.concat([
      Buffer.from(map),
      Buffer.alloc(512 - map.length),
      Buffer.from("abcd"),
    ]);
    const old = changed({ name: "old", type: "S", data: "abc" }, (block) => {
      gnu(block);
      const pairs = [0, 1, 10, 2];
      for (const [at, value] of pairs.entries())
        block.write(value.toString(8).padStart(11, "0"), 386 + at * 12);
      block.write("14", 483);
    });
    const tar = Buffer.concat([
      entryOf({
        name: "GNUSparseFile.1/x",
        data: stored,
        pax: {
          "GNU.sparse.major": "1",
          "GNU.sparse.minor": "0",
          "GNU.sparse.name": "one",
          "GNU.sparse.realsize": "6000",
        },
      }),
      entryOf({
        name: "x",
        data: "abc",
        pax: { "GNU.sparse.map": "1,1,4,2", "GNU.sparse.size": "8", "GNU.sparse.name": "two" },
      }),
      old,
      entryOf({ name: "after", data: "1" }),
      Buffer.alloc(1024),
    ]);
    const entries = [
      "file one 6000 a.......… 6000",
      "file two 8 .a..bc..",
      "file old 12 a.........bc",
      "file after 1 1",
    ];
    for (const length of [tar.length, 7])
      expect(await read(tar, length)).toEqual({ entries, problems: [] });
  });
});

describe("what is odd in a tar", () => {
  it("is refused by entry, and the others are read", async () => {
    const tar = tarOf([
      { name: "../up", data: "1" },
      { name: "a/../../b", data: "2" },
      { name: "l", type: "1", link: "../../etc/passwd" },
      { name: "x", data: "3", pax: { path: "nul\0name" } },
      { name: "x", data: "4", pax: { path: "n".repeat(5000) } },
      { name: "x", data: "5", pax: { path: "d/".repeat(300) } },
      { name: "what", type: "Q", data: "6" },
      {
        name: "huge",
        data: "",
        pax: { "GNU.sparse.map": "0,0", "GNU.sparse.size": "9223372036854775808" },
      },
      { name: "good", data: "7" },
    ]);
    const { entries, problems } = await read(tar);
    expect(entries).toEqual(["file good 1 7"]);
    expect(problems).toEqual([
      "../up: its name has `..`",
      "a/../../b: its name has `..`",
      "l: of the file that it links to, its name has `..`",
      "nul\0name: its name has a NUL byte",
      `${"n".repeat(200)}: its name is over 4,096 bytes`,
      `${"d/".repeat(100)}: its name has over 256 folders`,
      "what: it is of a type that no format defines",
      "huge: its size is no number that can be read",
    ]);
  });

  it("is said where data is hidden behind the end or between entries", async () => {
    const behind = Buffer.concat([
      tarOf([{ name: "a", data: "1" }]),
      entryOf({ name: "b", data: "2" }),
    ]);
    expect(await read(behind, 100)).toEqual({
      entries: ["file a 1 1"],
      problems: [expect.stringMatching(/^: has data after its end, from about byte 2/)],
    });
    const between = Buffer.concat([Buffer.alloc(512), tarOf([{ name: "a", data: "1" }])]);
    expect(await read(between)).toEqual({
      entries: ["file a 1 1"],
      problems: [": has a block of zeros between entries"],
    });
  });

  it("writes bytes that are not UTF-8 so that they can be told apart", async () => {
    const tar = changed({ name: "a?.txt", data: "1" }, (block) => {
      block[1] = 0xe9;
    });
    expect((await read(tar)).entries).toEqual(["file a\\xe9.txt 1 1"]);
  });
});

describe("a tar is refused", () => {
  it("when it is damaged, ends early or is none", async () => {
    const tar = tarOf([{ name: "a", data: "x".repeat(600) }]);
    expect(await refused(tar.subarray(0, 700))).toBe(
      "the layer is no readable tar: it ends within an entry, near byte 700",
    );
    expect(await refused(tar.subarray(0, 300))).toContain("it ends within an entry");
    expect(await refused(Buffer.alloc(600, 65))).toContain("a header has a wrong checksum");
    const negative = changed({ name: "a" }, (block) => block.fill(0xff, 124, 136));
    expect(await refused(negative)).toContain("an entry has no readable size");
    expect(await refused(tarOf([{ name: "x", type: "x", data: "99 path=a\n" }]))).toContain(
      "its extension records are broken",
    );
    const overlapping = { "GNU.sparse.map": "0,2,1,2", "GNU.sparse.size": "8" };
    expect(await refused(tarOf([{ name: "x", data: "abcd", pax: overlapping }]))).toContain(
      "the map of a sparse file does not fit it",
    );
  });

  it("when it has too many entries, or a record of a GB", async () => {
    const many = tarOf(Array.from({ length: 11 }, (_, at) => ({ name: `f${at}` })));
    expect(await refused(many, 10)).toBe("the layer has over 10 entries");
    expect(await refused(entryOf({ name: "x", type: "x", size: 2 ** 30 }))).toBe(
      "the layer has an extension record of over 1048576 bytes",
    );
  });
});
