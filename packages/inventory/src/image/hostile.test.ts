import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { ExternalError, UsageError } from "@assay/core";
import { entryOf, tarOf, temporaryFolder } from "@assay/testkit";
import { describe, expect, it } from "vitest";
import type { ImageLayer } from "./image.ts";
import { folderLayer } from "./layers/folder-layer.ts";
import { type ReadImageOptions, readImageInventory } from "./read-image.ts";
import type { ImageReader } from "./reader.ts";
import { gather, imageOf, layerOf } from "./test/layered.ts";

const file = (name: string, data: string | Uint8Array) => ({ name, data });

const everyText: ImageReader = {
  id: "text",
  wants: ({ path }) => path.endsWith(".txt"),
  extract: async () => "text",
  assemble: async () => ({ components: [] }),
};

async function refused(layers: readonly ImageLayer[], options: ReadImageOptions = {}) {
  const thrown = await readImageInventory({ layers }, { readers: [], ...options }).catch(
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(UsageError);
  return (thrown as UsageError).message.replaceAll(/sha256:[0-9a-f]{64}/g, "sha256:…");
}

describe("a layer is refused", () => {
  it("when it is not what the config says, in whole or by a byte more", async () => {
    const other = layerOf([file("a", "1")], { diffId: `sha256:${"0".repeat(64)}` });
    expect(await refused([other])).toBe(
      "Layer 1 (sha256:…) holds other content than the image's config says: sha256:…, not sha256:…",
    );
    const honest = layerOf([file("a", "1")]);
    const longer = gzipSync(Buffer.concat([tarOf([file("a", "1")]), Buffer.alloc(512)]));
    const { diffId = "" } = honest;
    expect(await refused([layerOf(longer, { diffId })])).toContain("holds other content");
  });

  it("when it is cut off, or followed by what is none of it", async () => {
    const whole = gzipSync(tarOf([file("a", "x".repeat(5000))]));
    expect(await refused([layerOf([]), layerOf(whole.subarray(0, 60))])).toBe(
      "Layer 2 (sha256:…) can't be decompressed: it ends too early",
    );
    expect(await refused([layerOf(Buffer.concat([whole, Buffer.from("more")]))])).toContain(
      "bytes follow its end that are not compressed",
    );
    expect(await refused([layerOf(Buffer.from("no tar at all".repeat(100)))])).toContain(
      "Layer 1 (sha256:…) is no readable tar",
    );
  });

  it("when layers come to more than may be, alone or together", async () => {
    const big = layerOf([file("a", Buffer.alloc(1_000_000))]);
    expect(await refused([big], { maxLayerBytes: 500_000 })).toContain(
      "is over 500000 bytes when decompressed",
    );
    expect(await refused([big, big], { maxImageBytes: 1_500_000 })).toContain(
      "Layer 1 (sha256:…) is over 498016 bytes when decompressed",
    );
    const many = layerOf(Array.from({ length: 60 }, (_, at) => file(`f${at}`, "")));
    expect(await refused([many, many], { maxEntries: 100 })).toContain("has over 40 entries");
    const layers = Array.from({ length: 1001 }, () => layerOf([]));
    expect(await refused(layers)).toBe("The image has 1001 layers; at most 1000 are read");
  });
});

it("refuses names that lead out of the root, and reads the rest", async () => {
  const parts = [
    file("../../up.txt", "1"),
    file("/abs.txt", "2"),
    { name: "out.txt", type: "1", link: "../../etc/shadow.txt" },
    { name: "dir", type: "2", link: "../../../.." },
    file("dir/etc/in.txt", "3"),
    { name: "null.txt", type: "3", devices: [1, 3] as const },
    file(".wh.", ""),
  ];
  const { facts, skipped } = await gather(imageOf(parts));
  expect(facts).toEqual(["abs.txt 0 0 2", "etc/in.txt 0 0 3"]);
  const where = expect.stringMatching(/, in layer 1 \(sha256:[0-9a-f]{64}\)$/);
  expect(skipped).toEqual([where, where, where]);
  expect(skipped.map((each) => each.split(",", 1)[0])).toEqual([
    "unreadable ../../up.txt: its name has `..`",
    "unreadable .wh.: it removes a file without a name",
    "unreadable out.txt: of the file that it links to",
  ]);
});

it("names some of many refused entries, and counts the others", async () => {
  const parts = Array.from({ length: 1000 }, (_, at) => file(`../${at}`, "1"));
  const { skipped } = await gather(imageOf(parts));
  expect(skipped).toHaveLength(21);
  expect(skipped.some((each) => each.includes("980 more problems like these"))).toBe(true);
});

it("says when data is hidden behind the end of a layer", async () => {
  const hidden = Buffer.concat([tarOf([file("a.txt", "1")]), entryOf(file("b.txt", "2"))]);
  const { facts, skipped } = await gather(imageOf(gzipSync(hidden)));
  expect(facts).toEqual(["a.txt 0 0 1"]);
  expect(skipped).toEqual([expect.stringContaining("it has data after its end")]);
});

it("does not read a file that is said to have 8 EiB, or more than a record may have", async () => {
  const sparse = (size: string) => ({
    name: `${size}.txt`,
    pax: { "GNU.sparse.map": "0,0", "GNU.sparse.size": size },
  });
  const { facts, skipped } = await gather(
    imageOf([sparse("8000000000000000"), sparse("9223372036854775807"), file("a.txt", "1")]),
  );
  expect(facts).toEqual(["a.txt 0 0 1"]);
  expect(skipped.map((each) => each.split(",", 1)[0])).toEqual([
    "unreadable 8000000000000000.txt: it has 8000000000000000 bytes; at most 1073741824 are looked into",
    "unreadable 9223372036854775807.txt: its size is no number that can be read",
  ]);
});

it("reads a large file from a temporary one, of which nothing is left", async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith("assay-image-"));
  const content = Buffer.alloc(20 * 1024 * 1024, "0123456789abcdef");
  const seen: string[] = [];
  const reader = (fails: boolean): ImageReader => ({
    id: "large",
    wants: () => true,
    async extract({ content: { size, sha256, read, bytes } }) {
      const middle = Buffer.from(await read(10_000_001, 4)).toString();
      const end = Buffer.from(await read(size - 3, 10)).toString();
      seen.push(`${size} ${sha256.length} ${middle} ${end} ${(await bytes(size)).length}`);
      await expect(bytes(1000)).rejects.toThrow("at most 1000 of such a file are read");
      if (fails) throw new Error("a defect");
      return undefined;
    },
    assemble: async () => ({ components: [] }),
  });
  const image = imageOf([file("large", content)]);
  await readImageInventory(image, { readers: [reader(false)] });
  await expect(readImageInventory(image, { readers: [reader(true)] })).rejects.toThrow("a defect");
  expect(seen).toEqual(Array(2).fill("20971520 64 1234 def 20971520"));
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("assay-image-"))).toEqual(before);
});

it("keeps what a reader can't understand apart from what is a defect", async () => {
  const reader = (error: Error): ImageReader => ({
    id: "broken",
    wants: () => true,
    extract: () => Promise.reject(error),
    assemble: async () => ({ components: [] }),
  });
  const image = imageOf([file("a.db", "1")]);
  const read = (error: Error) => readImageInventory(image, { readers: [reader(error)] });
  expect((await read(new UsageError("a.db is no database."))).skipped).toEqual([
    { kind: "unreadable", item: "a.db", reason: "a.db is no database" },
  ]);
  expect((await read(new RangeError("stack"))).skipped).toEqual([
    {
      kind: "unreadable",
      item: "a.db",
      reason: "it is nested too deeply, or too large, to be read",
    },
  ]);
  await expect(read(new TypeError("a defect"))).rejects.toThrow("a defect");
});

it("names layers that are none of a file system, and reads the others", async () => {
  const missing: ImageLayer = {
    digest: "sha256:foreign",
    mediaType: "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip",
    open: () => {
      throw new ExternalError("404");
    },
  };
  const typed = (mediaType: string) => layerOf([file("a.txt", "1")], { mediaType });
  const { facts, skipped, notices } = await gather({
    layers: [
      layerOf([file("b.txt", "1")]),
      typed("application/vnd.oci.image.layer.v1.tar+gzip+encrypted"),
      typed("application/vnd.in-toto+json"),
      typed("application/x-other"),
      missing,
      typed("application/vnd.oci.image.layer.v1.tar+zstd"),
    ],
  });
  expect(facts).toEqual(["a.txt 5 5 1", "b.txt 0 0 1"]);
  expect(skipped.map((each) => each.replace(/\(.*?\)/, "")).sort()).toEqual([
    "unsupported layer 2 : it is encrypted, so nothing in it can be seen",
    "unsupported layer 3 : it is no layer of a file system but an attestation",
    'unsupported layer 4 : it is no layer of a file system but of the type "application/x-other"',
    "unsupported layer 5 : it is kept elsewhere by its maker, and the registry does not have it",
  ]);
  expect(notices).toEqual([
    expect.stringContaining("says that its compression is zstd; it is gzip."),
  ]);
});

it("stops when it is told to, and gives the source back", async () => {
  const controller = new AbortController();
  let isReturned = false;
  const blob = gzipSync(
    tarOf([
      file(
        "a.txt",
        Buffer.from(
          Array(100_000)
            .fill(0)
            .map((_, at) => at),
        ),
      ),
    ]),
  );
  const layer = layerOf(blob, {
    async *open() {
      try {
        for (const byte of blob) {
          yield Buffer.of(byte);
          controller.abort(new Error("stopped"));
        }
      } finally {
        isReturned = true;
      }
    },
  });
  const options = { readers: [], signal: controller.signal };
  await expect(readImageInventory({ layers: [layer] }, options)).rejects.toThrow("stopped");
  expect(isReturned).toBe(true);
});

it("gets along with twenty thousand entries, folders in folders and links", async () => {
  const deep = Array.from({ length: 255 }, (_, at) => `d${at % 10}`).join("/");
  const parts = Array.from({ length: 20_000 }, (_, at) =>
    at % 3 === 0
      ? { name: `l${at}`, type: "2", link: `l${at + 3}` }
      : file(`d${at % 100}/f${at}`, ""),
  );
  const { tree, files, facts } = await gather(
    imageOf([{ name: "x", data: "1", pax: { path: `${deep}/a.txt` } }], parts),
  );
  expect([files, facts.length, tree.has("d1/f1"), tree.resolve("l0")]).toEqual([
    13_334,
    1,
    true,
    undefined,
  ]);
});

it("gives up where links are made to be followed without an end", async () => {
  // Forty links, each of which leads two thousand folders down and up again.
  const around = "d/../".repeat(800);
  const chain = Array.from({ length: 40 }, (_, at) => ({
    name: `l${at}`,
    type: "2",
    pax: { linkpath: at === 39 ? "d" : `${around}l${at + 1}` },
  }));
  const below = Array.from({ length: 200 }, (_, at) =>
    file(`l1/${"x/".repeat(200)}${at}/a.txt`, "1"),
  );
  const image = imageOf([
    file("d/b.txt", "1"),
    ...chain,
    ...below.map((each) => ({ ...each, name: "x", pax: { path: each.name } })),
  ]);
  const { facts } = await gather(image);
  expect(facts).toHaveLength(201);
  const many = Array.from({ length: 400 }, (_, at) => `m${at}`);
  const farm = many.map((name) => ({ name, type: "2", pax: { linkpath: `${around}l1` } }));
  const files = many.map((name) => file(`${name}/a.txt`, "1"));
  expect(
    await refused([layerOf([...chain, ...farm, ...files])], { readers: [everyText] }),
  ).toContain("lead through too many folders");
});

it("names a thousand files that can't be read, and counts the others", async () => {
  const broken: ImageReader = {
    ...everyText,
    extract: () => Promise.reject(new UsageError("broken")),
  };
  const parts = Array.from({ length: 1500 }, (_, at) => file(`f${at}.txt`, "1"));
  const { skipped } = await readImageInventory(imageOf(parts), { readers: [broken] });
  expect(skipped).toHaveLength(1001);
  expect(skipped[0]).toEqual({
    kind: "unreadable",
    item: "(others)",
    reason: "500 more files could not be read",
  });
});

it("keeps no more records than it may, and says so", async () => {
  const parts = (from: number) =>
    Array.from({ length: 3 }, (_, at) => file(`f${from + at}.txt`, "1"));
  const image = imageOf(parts(3), parts(0));
  const { facts, skipped } = await gather(image, { maxFacts: 4 });
  expect(facts).toEqual(["f0.txt 1 1 1", "f1.txt 1 1 1", "f2.txt 1 1 1", "f3.txt 0 0 1"]);
  expect(skipped).toEqual([
    expect.stringMatching(
      /^unreadable f4.txt: the image has more than 4 records of packages and programs: from here on they are left out, in layer 1 \(/,
    ),
  ]);
  expect((await gather(image, { maxFacts: 6 })).skipped).toEqual([]);
});

describe("a table of contents beside the tar", () => {
  const parts = [
    file("a.txt", "1"),
    { name: "d/", type: "5" },
    { name: "l", type: "2", link: "a.txt" },
  ];
  const entries = [
    { name: "a.txt", type: "reg", size: 1 },
    { name: "a.txt", type: "chunk", size: 1 },
    { name: "d/", type: "dir" },
    { name: "l", type: "symlink", linkName: "a.txt" },
  ];

  function chunked(table: unknown): ImageLayer {
    const toc = zstdCompressSync(JSON.stringify({ version: 1, entries: table }));
    const head = Buffer.alloc(8);
    head.writeUInt32LE(0x184d2a50, 0);
    head.writeUInt32LE(toc.length, 4);
    const data = zstdCompressSync(tarOf(parts));
    const blob = Buffer.concat([data, head, toc]);
    const at = `${data.length + 8}:${toc.length}:1000:1`;
    return layerOf(blob, {
      annotations: { "io.github.containers.zstd-chunked.manifest-position": at },
    });
  }

  function stargz(table: unknown): ImageLayer {
    const index = file("stargz.index.json", JSON.stringify({ version: 1, entries: table }));
    const tar = tarOf([...parts, file(".prefetch.landmark", "\u000f"), index]);
    return layerOf(gzipSync(tar), {
      annotations: { "containerd.io/snapshot/stargz/toc.digest": "sha256:…" },
    });
  }

  it("is compared whole where it is long", async () => {
    const many = Array.from({ length: 30_000 }, (_, at) => ({
      name: `missing/${at}`,
      type: "chunk",
    }));
    expect((await gather({ layers: [stargz([...entries, ...many])] })).skipped).toEqual([]);
  });

  it.each([
    ["zstd:chunked", chunked],
    ["eStargz", stargz],
  ])("of %s is compared with it and not believed", async (_, make) => {
    expect((await gather({ layers: [make(entries)] })).skipped).toEqual([]);
    const other = [
      { name: "a.txt", type: "reg", size: 2 },
      { name: "l", type: "symlink", linkName: "b.txt" },
      { name: "evil", type: "reg", size: 1 },
    ];
    const { facts, skipped } = await gather({ layers: [make(other)] });
    expect(facts).toEqual(["a.txt 0 0 1"]);
    expect(skipped).toEqual([
      expect.stringContaining(
        "its table of contents, which some runtimes go by, differs from its files in 4 paths: a.txt, l, evil, …",
      ),
    ]);
    expect((await gather({ layers: [make(5)] })).skipped).toEqual([
      expect.stringContaining("its table of contents can't be read"),
    ]);
  });
});

describe("a folder", () => {
  it("is read as the only layer, and no link leads out of it", async () => {
    const root = await temporaryFolder();
    mkdirSync(join(root, "etc"));
    mkdirSync(join(root, "usr/lib"), { recursive: true });
    writeFileSync(join(root, "usr/lib/a.txt"), "1");
    writeFileSync(join(root, "usr/lib/large.txt"), "x".repeat(600_000));
    symlinkSync("usr/lib", join(root, "lib"));
    symlinkSync("/etc/passwd", join(root, "etc/out.txt"));
    symlinkSync("../../../..", join(root, "etc/up"));
    const { facts, tree, skipped } = await gather({ layers: [folderLayer(root)] });
    expect(facts.map((each) => each.slice(0, 30))).toEqual([
      "usr/lib/a.txt 0 0 1",
      "usr/lib/large.txt 0 0 xxxxxxxx",
    ]);
    expect(skipped).toEqual([]);
    expect(["lib/a.txt", "etc/out.txt", "etc/up/usr/lib/a.txt"].map(tree.resolve)).toEqual([
      "usr/lib/a.txt",
      undefined,
      "usr/lib/a.txt",
    ]);
  });

  it("says what lies too deep to be looked at", async () => {
    const root = await temporaryFolder();
    const deep = Array(15).fill("d".repeat(250)).join("/");
    const near = join(root, deep);
    mkdirSync(near, { recursive: true });
    // By a path that is relative, for the whole one is too long for the system.
    execFileSync("mkdir", ["-p", deep], { cwd: near });
    writeFileSync(join(root, "a.txt"), "1");
    const { facts, skipped } = await gather({ layers: [folderLayer(root)] });
    execFileSync("rm", ["-rf", root]);
    expect(facts).toEqual(["a.txt 0 0 1"]);
    expect(skipped).toEqual([expect.stringContaining("/ddd")]);
    expect(skipped).toEqual([expect.stringContaining("can't be looked at, in layer 1 (")]);
  });

  it("that is none is refused", async () => {
    expect(await refused([folderLayer("/nowhere/at/all")])).toBe('"/nowhere/at/all" is no folder');
  });
});
