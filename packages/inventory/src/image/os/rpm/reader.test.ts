import { queryOf } from "@assay/advisories";
import { describe, expect, test } from "vitest";
import { readFacts, type TestLayer } from "../../test/read-facts.ts";
import { rpmReader } from "./reader.ts";
import { bdbDatabase, headerOf, ndbDatabase, simple, sqliteDatabase } from "./test/databases.ts";

const FEDORA = { id: "fedora", idLike: [], versionId: "39" };
const read = (...layers: readonly TestLayer[]) =>
  readFacts(rpmReader, { distribution: FEDORA, layers });
const names = async (layer: TestLayer) =>
  (await read(layer)).components.map(({ component }) => `${component.name} ${component.version}`);

/** More than fits a page, so that it goes on over pages of its own. */
const LARGE = headerOf({ 1000: "large", 1001: "1.0", 1002: "1", 1004: "x".repeat(20_000) });
const KEY = headerOf({ 1000: "gpg-pubkey", 1001: "abc", 1002: "def" });

const OPENSSL = headerOf({
  1000: "openssl-libs",
  1001: "3.0.7",
  1002: "16.el9",
  1003: [1],
  1011: "Red Hat, Inc.",
  1014: "ASL 2.0",
  1022: "x86_64",
  1028: [1, 1, 1, 1, 1, 1],
  1029: [0, 0, 0, 0, 2, 0],
  1030: { int16: [0o040755, 0o100755, 0o120777, 0o100644, 0o100644, 0o100644] },
  1035: ["", "aa11", "", "bb22", "cc33", "dd44"],
  1037: [0, 0, 0, 64, 0, 1],
  1044: "openssl-3.0.7-16.el9.src.rpm",
  1047: ["libssl.so.3()(64bit)", "openssl-libs"],
  1048: [0, 12, 16777226, 0, 0],
  1049: [
    "/usr/bin/sh-tool",
    "zlib",
    "rpmlib(CompressedFileNames)",
    "(crypto if none)",
    "(x or (zlib with y))",
  ],
  1050: ["", "1.2", "3.0.4-1", "", ""],
  1116: [0, 1, 1, 1, 1, 2],
  1117: ["lib64", "libssl.so.3.0.7", "libssl.so.3", "ghost", "not-installed", "openssl.cnf"],
  1118: ["/usr/", "/usr/lib64/", "/etc/"],
  5011: [8],
  5096: "openssl:3:20240101:abc",
});
const ZLIB = headerOf({
  1000: "zlib",
  1001: "1.3",
  1002: "1",
  1022: "x86_64",
  1116: [0],
  1117: ["sh-tool"],
  1118: ["/usr/bin/"],
});

describe("rpmReader", () => {
  test("makes a component of a package, with epoch, source, licence, module, files and needs", async () => {
    const { file } = sqliteDatabase([OPENSSL, ZLIB, KEY, simple("crypto")]);
    const path = "usr/lib/sysimage/rpm/rpmdb.sqlite";
    const reading = await readFacts(rpmReader, {
      distribution: { id: "rhel", idLike: ["fedora"], versionId: "9.3" },
      layers: [{ [path]: file }],
    });
    const id = "rpm:openssl-libs:1:3.0.7-16.el9:x86_64";
    expect(reading.components.map(({ component }) => component.name)).toEqual([
      "openssl-libs",
      "zlib",
      "crypto",
    ]);
    expect(reading.components[0]).toEqual({
      component: {
        id,
        name: "openssl-libs",
        version: "1:3.0.7-16.el9",
        kind: "library",
        ecosystem: "rpm",
        purl: "pkg:rpm/redhat/openssl-libs@3.0.7-16.el9?arch=x86_64&distro=rhel-9.3&epoch=1&rpmmod=openssl:3:20240101:abc&upstream=openssl-3.0.7-16.el9.src.rpm",
        firstParty: false,
        scope: "runtime",
        artifacts: [],
        declaredLicense: "Apache-2.0",
        location: { path },
        aliases: [],
        flags: [],
      },
      places: [{ path, layer: 0, since: 0, evidence: "installed" }],
      source: { name: "openssl", version: "3.0.7-16.el9" },
      properties: [
        ["assay:image:modularity", "openssl:3:20240101:abc"],
        ["assay:image:license", "ASL 2.0"],
      ],
    });
    expect(reading.edges?.map(({ to, requirement }) => [to, requirement])).toEqual([
      ["rpm:crypto:1.0-1:x86_64", "(crypto if none)"],
      ["rpm:zlib:1.3-1:x86_64", "/usr/bin/sh-tool"],
    ]);
    expect([...(reading.owned?.get(id) ?? [])]).toEqual([
      "usr/lib64/libssl.so.3.0.7",
      "usr/lib64/libssl.so.3",
      "etc/openssl.cnf",
    ]);
    expect([...(reading.ownedDigests ?? [])]).toEqual([
      ["usr/lib64/libssl.so.3.0.7", "sha256:aa11"],
    ]);
    expect(reading.components.map(({ component }) => queryOf(component))[0]).toEqual({
      ecosystem: "Red Hat",
      name: "openssl-libs",
      version: "1:3.0.7-16.el9",
    });
    expect([reading.skipped, reading.notices]).toEqual([[], []]);
  });

  test("reads the same packages from each kind of database", async () => {
    const headers = [simple("a"), LARGE, simple("b", "2~rc1", "3")];
    const expected = ["a 1.0-1", "large 1.0-1", "b 2~rc1-3"];
    const folder = "var/lib/rpm";
    expect(await names({ [`${folder}/rpmdb.sqlite`]: sqliteDatabase(headers).file })).toEqual(
      expected,
    );
    expect(await names({ [`${folder}/Packages.db`]: ndbDatabase(headers) })).toEqual(expected);
    expect(await names({ [`${folder}/Packages`]: bdbDatabase(headers) })).toEqual(expected);
    expect(await names({ [`${folder}/Packages`]: bdbDatabase(headers, false) })).toEqual(expected);
  });

  test("reads thousands of packages over pages of pages", async () => {
    const headers = Array.from({ length: 3000 }, (_, at) => simple(`p${at}`));
    expect(await names({ "var/lib/rpm/rpmdb.sqlite": sqliteDatabase(headers).file })).toHaveLength(
      3000,
    );
  });

  test("takes the database in use where an older one was left behind, and says so", async () => {
    const layer = {
      "var/lib/rpm/Packages": bdbDatabase([simple("old")]),
      "var/lib/rpm/Packages.db": ndbDatabase([simple("new")]),
      "var/lib/rpm/rpmdb.sqlite": sqliteDatabase([]).file,
    };
    const { components, notices } = await read(layer);
    expect(components.map(({ component }) => component.name)).toEqual(["new"]);
    expect(notices).toEqual([
      "var/lib/rpm/Packages.db counts: var/lib/rpm/Packages beside it is of an older rpm.",
    ]);
  });

  test("says since which layer a package has been there, over a change of the kind of database", async () => {
    const { components } = await read(
      { "var/lib/rpm/Packages": bdbDatabase([simple("a"), simple("gone")]) },
      {
        "var/lib/rpm/Packages": undefined,
        "var/lib/rpm/rpmdb.sqlite": sqliteDatabase([simple("a"), simple("b")]).file,
      },
      { "var/lib/rpm/rpmdb.sqlite": sqliteDatabase([simple("a"), simple("b"), simple("c")]).file },
    );
    expect(components.map(({ component, places }) => [component.name, places[0]?.since])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 2],
    ]);
  });

  test("reads the list of a distroless image of Azure Linux", async () => {
    const line = (...cells: string[]) => `${cells.join("\t")}\n`;
    const path = "var/lib/rpmmanifest/container-manifest-2";
    const { components } = await readFacts(rpmReader, {
      distribution: { id: "azurelinux", idLike: [], versionId: "3.0" },
      layers: [
        {
          [path]:
            line(
              "filesystem",
              "1.1-7.azl3",
              "1",
              "2",
              "Microsoft Corporation",
              "(none)",
              "7",
              "x86_64",
              "0",
              "filesystem-1.1-7.azl3.src.rpm",
            ) +
            line("gpg-pubkey", "1-2", "1", "2", "(none)", "(none)", "0", "(none)", "0", "(none)"),
          "var/lib/rpmmanifest/container-manifest-1": "other-1:2-3.azl3.x86_64\n",
        },
      ],
    });
    expect(components.map(({ component }) => [component.purl, component.location])).toEqual([
      [
        "pkg:rpm/azurelinux/filesystem@1.1-7.azl3?arch=x86_64&distro=azurelinux-3.0&upstream=filesystem-1.1-7.azl3.src.rpm",
        { path, startLine: 1 },
      ],
    ]);
  });
});

describe("a write-ahead log", () => {
  const path = "var/lib/rpm/rpmdb.sqlite";

  test("adds, changes and takes away what is committed to it alone", async () => {
    const many = Array.from({ length: 200 }, (_, at) => simple(`p${at}`));
    const { file, log } = sqliteDatabase(
      [LARGE, ...many, KEY],
      [simple("late"), LARGE],
      (database) => {
        database.exec("DELETE FROM Packages WHERE hnum = 3");
      },
    );
    expect(await names({ [path]: file })).toHaveLength(201);
    const { components, skipped } = await read({ [path]: file, [`${path}-wal`]: log });
    const found = components.map(({ component }) => component.name);
    expect(skipped).toEqual([]);
    expect(found).toHaveLength(201);
    expect(found.filter((name) => !/^p\d+$/.test(name))).toEqual(["large", "late"]);
    expect(found).not.toContain("p1");
  });

  test("counts where a newer layer brought it alone, and not where its database is newer", async () => {
    const { file, log } = sqliteDatabase([simple("a")], [simple("late")]);
    const newer = await read({ [path]: file }, { [`${path}-wal`]: log });
    expect(
      newer.components.map(({ component, places }) => [component.name, places[0]?.since]),
    ).toEqual([
      ["a", 0],
      ["late", 1],
    ]);
    const older = await read(
      { [path]: file, [`${path}-wal`]: log },
      { [path]: sqliteDatabase([simple("b")]).file },
    );
    expect(older.components.map(({ component }) => component.name)).toEqual(["b"]);
  });

  test("ends where a frame is damaged", async () => {
    const { file, log } = sqliteDatabase([simple("a")], [simple("b"), simple("c")]);
    const damaged = new Uint8Array(log);
    damaged[log.length - 1] = (damaged[log.length - 1] ?? 0) ^ 1;
    expect(await names({ [path]: file, [`${path}-wal`]: log })).toHaveLength(3);
    expect(await names({ [path]: file, [`${path}-wal`]: damaged })).toEqual(["a 1.0-1", "b 1.0-1"]);
  });
});
