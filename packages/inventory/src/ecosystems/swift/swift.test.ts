import { expect, test } from "vitest";
import { fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const COMMIT = "c0".repeat(20);

const pin = (identity: string, location: string, state: object, kind = "remoteSourceControl") => ({
  identity,
  kind,
  location,
  state,
});
const lock = (version: number, ...pins: readonly object[]) =>
  JSON.stringify({ ...(version > 2 ? { originHash: "5e" } : {}), pins, version }, null, 2);
const PINS = [
  pin("alamofire", "https://github.com/Alamofire/Alamofire.git", {
    revision: COMMIT,
    version: "5.9.1",
  }),
  pin("branchy", "git@github.com:acme/Branchy.git", { branch: "main", revision: COMMIT }),
  pin("deep", "https://user:secret@git.example.test:8443/group/sub/deep", {
    revision: COMMIT,
    version: "1.0.0",
  }),
  pin("mona.linkedlist", "", { version: "1.2.0" }, "registry"),
  pin("short", "https://example.test/short.git", { revision: COMMIT, version: "0.1.0" }),
];
const FILES = { "Package.resolved": lock(3, ...PINS) };

test("pins have the names of their repositories; of a branch the commit is known and no version", async () => {
  const graph = await graphOf(FILES);
  expect(fieldOf(graph, "name")).toEqual({
    alamofire: "Alamofire",
    branchy: "Branchy",
    deep: "deep",
    "mona.linkedlist": "mona.linkedlist",
    short: "short",
  });
  expect(fieldOf(graph, "version")).toEqual({
    alamofire: "5.9.1",
    branchy: undefined,
    deep: "1.0.0",
    "mona.linkedlist": "1.2.0",
    short: "0.1.0",
  });
  expect(fieldOf(graph, "purl")).toEqual({
    alamofire: "pkg:swift/github.com/Alamofire/Alamofire@5.9.1",
    branchy: `pkg:swift/github.com/acme/Branchy?vcs_url=git%2Bssh:%2F%2Fgit%40github.com%2Facme%2FBranchy.git%40${COMMIT}`,
    deep: "pkg:swift/git.example.test:8443/group/sub/deep@1.0.0",
    "mona.linkedlist": undefined,
    short: "pkg:swift/example.test/short@0.1.0",
  });
  expect(fieldOf(graph, "artifacts")["deep"]).toEqual([
    { hashes: [], url: `git+https://git.example.test:8443/group/sub/deep@${COMMIT}` },
  ]);
  expect(graph.components.map(({ location }) => location.startLine)).toEqual([5, 14, 23, 32, 40]);
});

test("nobody says who needs what, nor what is direct", async () => {
  const graph = await graphOf(FILES);
  expect([graph.edgeCompleteness, graph.roots, graph.edges]).toEqual(["unknown", [], []]);
  expect(
    graph.components.every(({ direct, scope }) => direct === undefined && scope === "runtime"),
  ).toBe(true);
  expect(graph.gaps).toEqual([]);
});

test("version 1 says the same with other words, and later ones are read as far as they are known", async () => {
  const first = JSON.stringify({
    object: {
      pins: [
        {
          package: "Alamofire",
          repositoryURL: "https://github.com/Alamofire/Alamofire.git",
          state: { branch: null, revision: COMMIT, version: "5.9.1" },
        },
        {
          package: "Branchy",
          repositoryURL: "https://github.com/acme/Branchy",
          state: { branch: "main", revision: COMMIT, version: null },
        },
      ],
    },
    version: 1,
  });
  const graph = await graphOf({ "Package.resolved": first });
  expect(fieldOf(graph, "purl")).toEqual({
    alamofire: "pkg:swift/github.com/Alamofire/Alamofire@5.9.1",
    branchy: `pkg:swift/github.com/acme/Branchy?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Facme%2FBranchy%40${COMMIT}`,
  });
  expect(graph.gaps).toEqual([]);
  const later = await graphOf({ "Package.resolved": lock(9, ...PINS) });
  expect(later.components).toHaveLength(5);
  expect(gapsOf(later)).toEqual([
    "entry version 9: only versions 1, 2 and 3 are known: something may be missing",
  ]);
});

test("pins that are broken, local or there twice are said", async () => {
  const graph = await graphOf({
    "Package.resolved": lock(
      2,
      ...PINS,
      PINS[0] ?? {},
      pin("near", "/Users/me/near", { revision: COMMIT }, "localSourceControl"),
      pin("vague", "https://github.com/acme/vague", { revision: "abc", version: "1.0.0" }),
      pin("acme.none", "", {}, "registry"),
      { kind: "remoteSourceControl" },
    ),
  });
  expect(gapsOf(graph)).toEqual([
    "entry acme.none: it has no version",
    "entry alamofire: it stands in the file twice",
    "entry near: its repository is a local folder, or no URL",
    "entry pins[9]: it names no package",
    "entry vague: no full git commit is named",
  ]);
});

test("a key that stands in a pin twice hides a package", async () => {
  const text = FILES["Package.resolved"].replace(
    '"identity": "deep"',
    '"identity": "x",\n"identity": "deep"',
  );
  expect(gapsOf(await graphOf({ "Package.resolved": text }))).toEqual([
    "entry pins: keys stand in it twice: packages may be hidden",
  ]);
});

test("Xcode's lockfile covers the packages in any folder that ask for nothing else", async () => {
  const ask = (url: string) =>
    `let package = Package(dependencies: [\n  // .package(url: "https://example.test/old", from: "1.0.0"),\n  .package(name: "x", url: "${url}", from: "1.0.0"),\n  .package(path: "../b")])`;
  const files = {
    "App/Shop.xcodeproj/project.xcworkspace/xcshareddata/swiftpm/Package.resolved":
      FILES["Package.resolved"],
    "Package.swift": ask("https://github.com/Alamofire/alamofire"),
    "Tools/Package.swift": ask("https://github.com/acme/not-pinned"),
    "b/Package.swift": 'let package = Package(name: "b")',
  };
  const graph = await graphOf(files);
  expect(graph.covers).toEqual(["Package.swift", "b/Package.swift"]);
  expect(await skippedOf(files)).toEqual([
    "unlocked Tools/Package.swift: it asks for packages, and no lockfile says which versions those are",
  ]);
});

test("a package without a lockfile is reported where it asks for others", async () => {
  const ask = (what: string) => ({ "Package.swift": `Package(dependencies: [.package(${what})])` });
  expect(await skippedOf(ask('url: "https://github.com/a/b", from: "1.0.0"'))).toHaveLength(1);
  expect(await skippedOf(ask('id: "mona.LinkedList", exact: "1.0.0"'))).toHaveLength(1);
  expect(await skippedOf(ask("url: base + name, branch: x"))).toHaveLength(1);
  expect(await skippedOf(ask('path: "../b"'))).toEqual([]);
});

test.each([
  ["cut", FILES["Package.resolved"].slice(0, 200), "is no JSON"],
  ["no object", "[]", "has no list `pins`"],
  ["without pins", '{"version": 2}', "has no list `pins`"],
  ["nested deeply", "[".repeat(100_000), "is no JSON"],
])("a lockfile that is %s is not read", async (_, text, reason) => {
  expect(await skippedOf({ "Package.resolved": text })).toEqual([
    `unreadable Package.resolved: Package.resolved ${reason}`,
  ]);
});

test("a mark, Windows line ends, odd names and long lines change nothing", async () => {
  const pins = [
    pin("__proto__", `https://github.com/acme/${"x".repeat(1_000_000)}`, { revision: COMMIT }),
  ];
  const text = lock(2, ...pins, ...PINS).replaceAll("\n", "\r\n");
  const graph = await graphOf({ "Package.resolved": `\uFEFF${text}` });
  expect(graph.components.map(({ location }) => location.startLine)).toEqual([
    4, 12, 21, 30, 39, 47,
  ]);
  expect(gapsOf(graph)).toEqual([]);
});

test("changed anywhere, a lockfile gives a sound graph or a reason", async () => {
  await expectNothingSilent(
    "Package.resolved",
    FILES,
    300,
    (text) => text.split('"identity"').length - 1,
  );
});
