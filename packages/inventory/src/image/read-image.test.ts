import { ExternalError } from "@assay/core";
import { expect, it } from "vitest";
import { gather, imageOf, layerOf } from "./test/layered.ts";

const file = (name: string, data: string) => ({ name, data });
const folder = (name: string) => ({ name: `${name}/`, type: "5" });
const link = (name: string, target: string) => ({ name, type: "2", link: target });

it("takes each path from the newest layer that has it, with the layer since which its bytes are there", async () => {
  const { facts, extracted, files } = await gather(
    imageOf(
      [file("a.txt", "one"), file("b.txt", "same"), file("c.txt", "x")],
      [file("b.txt", "same"), file("c.txt", "y")],
      [file("a.txt", "two"), file("b.txt", "same"), file("c.txt", "x")],
    ),
  );
  expect(facts).toEqual(["a.txt 2 2 two", "b.txt 2 0 same", "c.txt 2 2 x"]);
  // What a newer layer has is hashed and not read again.
  expect([extracted, files]).toEqual([3, 8]);
});

it("removes by whiteouts what lower layers have, and nothing of the same layer", async () => {
  const { facts, tree } = await gather(
    imageOf(
      [file("d/a.txt", "1"), file("d/b.txt", "1"), file("e/sub/a.txt", "1"), file("f/a.txt", "1")],
      [
        file("d/.wh.a.txt", ""),
        file("e/sub/new.txt", "2"),
        file("e/.wh..wh..opq", ""),
        file("e/other.txt", "2"),
        file(".wh.f", ""),
        file("g/.wh..wh.plnk", ""),
      ],
      [file("d/a.txt", "3")],
    ),
  );
  expect(facts).toEqual([
    "d/a.txt 2 2 3",
    "e/other.txt 1 1 2",
    "e/sub/new.txt 1 1 2",
    "d/b.txt 0 0 1",
  ]);
  expect(["d", "e/sub/a.txt", "e/sub", "f", "f/a.txt"].map((path) => tree.has(path))).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});

it("knows whiteouts as overlayfs keeps them, and says where not every runtime does", async () => {
  const { facts, skipped } = await gather(
    imageOf(
      [file("a.txt", "1"), file("d/b.txt", "1"), file("e/b.txt", "1")],
      [
        { name: "a.txt", type: "3", devices: [0, 0] },
        { ...folder("d"), pax: { "SCHILY.xattr.trusted.overlay.opaque": "y" } },
        { ...folder("e"), pax: { "SCHILY.xattr.user.overlay.opaque": "n" } },
      ],
    ),
  );
  expect(facts).toEqual(["e/b.txt 0 0 1"]);
  expect(skipped).toEqual([
    expect.stringMatching(
      /^unreadable d: an attribute of overlayfs hides what lower layers have there, which not every runtime heeds, in layer 2 /,
    ),
  ]);
});

it("counts a file as new whose path was something else in between", async () => {
  const between = [
    folder("a.txt"),
    link("a.txt", "b"),
    file("a.txt", ""),
    { name: "a.txt", type: "6" },
  ];
  for (const part of [...between, { name: "a.txt", type: "1", link: "b" }]) {
    const { facts } = await gather(imageOf([file("a.txt", "1")], [part], [file("a.txt", "1")]));
    expect(facts).toEqual(["a.txt 2 2 1"]);
  }
});

it("counts a file that was removed and came back as new", async () => {
  const { facts } = await gather(
    imageOf([file("d/a.txt", "1")], [file(".wh.d", "")], [file("d/a.txt", "1")]),
  );
  expect(facts).toEqual(["d/a.txt 2 2 1"]);
});

it("hides a folder's content below a file or link that replaces it", async () => {
  const { facts } = await gather(
    imageOf(
      [file("d/x/a.txt", "1"), file("e/a.txt", "1"), file("f.txt", "1"), file("g.txt", "1")],
      [file("d", "a file"), link("e", "nowhere"), folder("f.txt"), link("g.txt", "/z")],
    ),
  );
  expect(facts).toEqual([]);
});

it("gives every version to readers of databases, the newest first", async () => {
  const { facts } = await gather(
    imageOf(
      [file("a.txt", "1"), file("b.txt", "1")],
      [file("a.txt", "2"), file("b.txt", "2")],
      [file("a.txt", "2"), file(".wh.b.txt", "")],
    ),
    { everyVersion: true },
  );
  expect(facts).toEqual([
    "a.txt 2 1 2",
    "a.txt 1 1 2 hidden",
    "b.txt 1 1 2 hidden",
    "a.txt 0 0 1 hidden",
    "b.txt 0 0 1 hidden",
  ]);
});

it("says where a file really lies when folders are links", async () => {
  const { facts, tree } = await gather(
    imageOf(
      [link("lib", "usr/lib"), file("usr/lib/a.txt", "1"), file("usr/lib/b.txt", "1")],
      [file("lib/a.txt", "2"), file("lib/.wh.b.txt", ""), file("lib/sub/c.txt", "2")],
      [link("etc/os.txt", "../lib/a.txt"), link("abs", "/lib/sub")],
    ),
  );
  expect(facts).toEqual(["usr/lib/a.txt 1 1 2", "usr/lib/sub/c.txt 1 1 2"]);
  expect(tree.resolve("etc/os.txt")).toBe("usr/lib/a.txt");
  expect(tree.linkAt("etc/os.txt")).toBe("../lib/a.txt");
});

it("leads a folder that replaces the link to itself again", async () => {
  const { facts } = await gather(
    imageOf(
      [link("lib", "usr/lib"), file("usr/lib/a.txt", "1")],
      [folder("lib"), file("lib/a.txt", "2")],
    ),
  );
  expect(facts).toEqual(["lib/a.txt 1 1 2", "usr/lib/a.txt 0 0 1"]);
});

it("follows links within the root, forty at most, and none in a circle", async () => {
  const chain = Array.from({ length: 50 }, (_, at) => link(`l${at}`, `l${at + 1}`));
  const { tree } = await gather(
    imageOf([
      ...chain,
      file("l50", "end"),
      link("up", "../../../../d/a.txt"),
      file("d/a.txt", "1"),
      link("self", "self"),
      link("ping", "pong/x"),
      link("pong", "ping"),
      link("dangling", "/not/there"),
    ]),
  );
  const found = ["l11", "l9", "up", "self", "ping", "pong/y", "dangling", "d/../d/a.txt"];
  expect(found.map((path) => tree.resolve(path))).toEqual([
    "l50",
    undefined,
    "d/a.txt",
    undefined,
    undefined,
    undefined,
    undefined,
    "d/a.txt",
  ]);
});

it("takes the content of a hard link from the file that it is one of", async () => {
  const hard = (name: string, target: string) => ({ name, type: "1", link: target });
  const { facts } = await gather(
    imageOf(
      [file("low", "below"), file("low2.txt", "below2")],
      [
        file("a.txt", "1"),
        hard("b.txt", "a.txt"),
        file("store/0a", "by its name"),
        hard("c.txt", "./store/0a"),
        hard("again", "c.txt"),
        hard("d.txt", "again"),
        hard("up.txt", "low"),
        hard("up2.txt", "/low2.txt"),
        hard("none.txt", "nothing"),
      ],
    ),
  );
  expect(facts).toEqual([
    "a.txt 1 1 1",
    "b.txt 1 1 1",
    "c.txt 1 1 by its name",
    "d.txt 1 1 by its name",
    "up.txt 1 1 below",
    "up2.txt 1 1 below2",
    "low2.txt 0 0 below2",
  ]);
});

it("counts the last of several entries of one path in a layer", async () => {
  const { facts } = await gather(
    imageOf([
      file("a.txt", "first"),
      file("./a.txt", "second"),
      file("b.txt", "1"),
      link("b.txt", "a.txt"),
      link("c.txt", "a.txt"),
      file("/c.txt", "last"),
    ]),
  );
  expect(facts).toEqual(["a.txt 0 0 second", "c.txt 0 0 last"]);
});

it("fetches small layers of a registry before their turn, each once, and reads a large one in its turn", async () => {
  const order: string[] = [];
  const named = (name: string, size: number) => {
    const layer = layerOf([file(`${name}.txt`, name)], { size });
    return {
      ...layer,
      async *open() {
        order.push(`open ${name}`);
        yield* layer.open();
        order.push(`end ${name}`);
      },
    };
  };
  const layers = [named("a", 10), named("b", 10), named("c", 2 ** 30), named("d", 10)];
  const { facts } = await gather({ layers });
  expect(facts).toEqual(["d.txt 3 3 d", "c.txt 2 2 c", "b.txt 1 1 b", "a.txt 0 0 a"]);
  expect(order.toSorted()).toEqual(
    ["a", "b", "c", "d"].flatMap((name) => [`end ${name}`, `open ${name}`]).toSorted(),
  );
  expect(order.indexOf("open a")).toBeLessThan(order.indexOf("open c"));
});

it("fails with the error of the layer that can't be fetched, when it is its turn", async () => {
  const layers = [
    layerOf([], {
      size: 10,
      // biome-ignore lint/correctness/useYield: it fails before
      async *open() {
        throw new ExternalError("429");
      },
    }),
    layerOf([file("a.txt", "1")], { size: 10 }),
  ];
  await expect(gather({ layers })).rejects.toThrow("429");
});
