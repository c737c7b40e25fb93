import { describe, expect, test } from "vitest";
import { contentOf, readFacts } from "../../test/read-facts.ts";
import { readTree } from "../sqlite/tree.ts";
import { readHeader } from "./header.ts";
import { rpmReader } from "./reader.ts";
import { collectRows } from "./rows.ts";
import { bdbDatabase, headerOf, ndbDatabase, simple, sqliteDatabase } from "./test/databases.ts";

const FILES = { sqlite: "rpmdb.sqlite", ndb: "Packages.db", bdb: "Packages" };

async function read(kind: keyof typeof FILES, bytes: Uint8Array) {
  const { components, skipped = [] } = await readFacts(rpmReader, {
    layers: [{ [`var/lib/rpm/${FILES[kind]}`]: bytes }],
    distribution: { id: "fedora", idLike: [], versionId: "42" },
  });
  return {
    names: components.map(({ component }) => component.name),
    reasons: skipped.map(({ reason }) => reason),
  };
}

function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = new Uint8Array(bytes);
  change(new DataView(copy.buffer));
  return copy;
}

const LARGE = headerOf({ 1000: "large", 1001: "1.0", 1002: "1", 1004: "x".repeat(9000) });
const headers = [simple("a"), LARGE, simple("b")];
const WHOLE = {
  sqlite: sqliteDatabase(headers).file,
  ndb: ndbDatabase(headers),
  bdb: bdbDatabase(headers),
};

describe.each(["sqlite", "ndb", "bdb"] as const)("a database of the kind %s", (kind) => {
  test("that is cut off anywhere loses no package without saying so", async () => {
    const { length } = WHOLE[kind];
    for (let end = 1; end < length; end += 97) {
      const { names, reasons } = await read(kind, WHOLE[kind].subarray(0, end));
      if (names.length < 3) expect(reasons).not.toEqual([]);
    }
  });

  test("with any byte of it changed ends with an answer", async () => {
    for (let at = 0; at < WHOLE[kind].length; at += 61)
      for (const value of [0, 255]) {
        const bytes = changed(WHOLE[kind], (view) => view.setUint8(at, value));
        expect((await read(kind, bytes)).names.length).toBeLessThanOrEqual(3);
      }
  });

  test("that is something else is a finding", async () => {
    expect(await read(kind, Buffer.from("no database at all, of whatever kind"))).toEqual({
      names: [],
      reasons: [expect.stringContaining("The file is no ")],
    });
  });
});

describe("one broken package", () => {
  const broken = headerOf({ 1001: "1", 1002: "1" });

  test("takes no other with it", async () => {
    const database = sqliteDatabase([simple("a"), broken, Buffer.from("short"), simple("b")]).file;
    expect(await read("sqlite", database)).toEqual({
      names: ["a", "b"],
      reasons: [
        "package 2 is broken: The header has no name.",
        "package 3 is broken: The header says 0 entries and 0 bytes, and has 5 bytes.",
      ],
    });
  });

  test("is refused where its counts go beyond it", () => {
    const header = simple("a");
    const say = (change: (view: DataView) => void) => () =>
      readHeader(changed(header, change)).texts(1000);
    expect(say((view) => view.setUint32(0, 70_000))).toThrow("The header says 70000 entries");
    expect(say((view) => view.setUint32(4, 0xffffffff))).toThrow("and 4294967295 bytes");
    expect(say((view) => view.setUint32(16, 0xfffffff0))).toThrow(
      "The text of tag 1000 in the header has no end.",
    );
    const numbers = headerOf({ 1003: [1] });
    const wide = changed(numbers, (view) => view.setUint32(20, 0x10000000));
    expect(() => readHeader(wide).numbers(1003)).toThrow(
      "The numbers of tag 1003 go beyond the header.",
    );
  });

  test("does not grow its paths without bounds", async () => {
    const count = 50_000;
    const rows = collectRows();
    rows.add(
      1,
      headerOf({
        1000: "many",
        1001: "1",
        1002: "1",
        1116: Array.from({ length: count }, () => 0),
        1117: Array.from({ length: count }, () => "f"),
        1118: [`/${"d".repeat(4000)}/`],
      }),
    );
    expect(rows.problems).toEqual(["not all files of many can be read"]);
    expect(rows.packages.get(1)?.files?.length).toBeLessThan(70_000_000);
  });
});

test("pages of SQLite that lead back to themselves end", async () => {
  const page = new Uint8Array(512);
  const view = new DataView(page.buffer);
  view.setUint8(0, 5);
  view.setUint16(3, 1);
  view.setUint32(8, 1);
  view.setUint16(12, 500);
  view.setUint32(500, 2);
  const problems: string[] = [];
  const nodes = await readTree(
    { pages: async () => page, pageSize: 512, reserved: 0, onRow: () => undefined, problems },
    2,
  );
  expect([...nodes.keys()]).toEqual([2]);
  expect(problems).toEqual(expect.arrayContaining(["page 2 is met twice"]));
});

test("slots of NDB that all lead to one large blob are read once each at most as large as the file", async () => {
  const database = changed(ndbDatabase([LARGE]), (view) => {
    for (let at = 48; at < 4096; at += 16) {
      view.setUint32(at + 4, 1, true);
      view.setUint32(at + 8, 256, true);
      view.setUint32(at + 12, view.getUint32(44, true), true);
    }
  });
  const { names, reasons } = await read("ndb", database);
  expect(names).toEqual(["large"]);
  expect(reasons).toHaveLength(11);
  expect(reasons.at(-1)).toBe("243 more of its entries can't be read");
});

test("a chain of Berkeley DB that leads back to itself ends", async () => {
  const database = changed(bdbDatabase([simple("a"), LARGE]), (view) => {
    view.setUint32(3 * 512 + 16, 2, true);
  });
  const { names, reasons } = await read("bdb", database);
  expect(names).toEqual(["a"]);
  expect(reasons).toEqual(["package 2 is damaged or cut off"]);
  expect(contentOf(database).size % 512).toBe(0);
});
