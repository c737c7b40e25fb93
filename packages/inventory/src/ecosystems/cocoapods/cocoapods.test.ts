import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const COMMIT = "c0".repeat(20);
const SUM = "5e".repeat(20);
const PODFILE = "target 'Shop' do\n  pod 'Net', '~> 4.0'\nend\n";
const sha1 = (text: string) => createHash("sha1").update(text).digest("hex");

const LOCK = `PODS:
  - "Base+Extra (1.0.1)"
  - Engine (1.0.0)
  - Fork (2.1.0):
    - Base+Extra
  - Inner (3.0.0)
  - Native (0.5.0):
    - Engine
    - EngineForMac
  - Net (4.0.1):
    - Net/Reach (= 4.0.1)
    - Net/Session (= 4.0.1)
  - Net/Reach (4.0.1)
  - Net/Session (4.0.1):
    - Base+Extra (>= 1.0, < 2)
    - Inner/Only
    - Net/Reach
  - Own (0.1.0):
    - Net/Reach (~> 4.0)
  - Zip (1.0.0)

DEPENDENCIES:
  - Engine (from \`Flutter\`)
  - "Fork (from \`https://user:secret@github.com/acme/Fork.git\`, branch \`main\`)"
  - Native (from \`../node_modules/native/Native.podspec\`)
  - Net (~> 4.0)
  - Net/Reach
  - Own (from \`Own\`)
  - Zip (from \`https://user:secret@example.test/zip.zip?token=secret\`)

SPEC REPOS:
  https://user:secret@git.example.test/specs.git:
    - Inner
  trunk:
    - "Base+Extra"
    - Net

EXTERNAL SOURCES:
  Engine:
    :path: Flutter
  Fork:
    :branch: main
    :git: https://user:secret@github.com/acme/Fork.git
  Native:
    :podspec: "../node_modules/native/Native.podspec"
  Own:
    :path: Own
  Zip:
    :http: https://user:secret@example.test/zip.zip?token=secret

CHECKOUT OPTIONS:
  Fork:
    :commit: ${COMMIT}
    :git: https://user:secret@github.com/acme/Fork.git

SPEC CHECKSUMS:
  "Base+Extra": ${SUM}
  Engine: ${SUM}
  Fork: ${SUM}
  Inner: ${SUM}
  Native: ${SUM}
  Net: ${SUM}
  Own: ${SUM}
  Zip: ${SUM}

PODFILE CHECKSUM: ${sha1(PODFILE)}

COCOAPODS: 1.16.2
`;
const FILES = {
  "ios/Podfile": PODFILE,
  "ios/Podfile.lock": LOCK,
  "ios/Own/Own.podspec": "Pod::Spec.new do |s|\n  s.dependency 'Net/Reach'\nend",
};

test("subspecs are parts of their pod, and what another platform needs is not missing", async () => {
  const graph = await graphOf(FILES);
  expect(edgesOf(graph)).toEqual([
    ". > Engine runtime",
    ". > Fork runtime",
    ". > Native runtime",
    ". > Net runtime",
    ". > Own runtime",
    ". > Zip runtime",
    "Fork > Base+Extra runtime",
    "Native > Engine runtime",
    "Net > Base+Extra runtime",
    "Net > Inner runtime",
    "Own > Net runtime",
  ]);
  expect(graph.edges.map(({ requirement }) => requirement).filter(Boolean)).toEqual([
    "~> 4.0",
    ">= 1.0, < 2",
    "~> 4.0",
  ]);
  expect(gapsOf(graph)).toEqual([]);
  const direct = Object.entries(fieldOf(graph, "direct")).filter(([, is]) => !is);
  expect(direct.map(([key]) => key)).toEqual([".", "Base+Extra", "Inner"]);
  expect(graph.covers).toEqual(["ios/Own/Own.podspec", "ios/Podfile"]);
});

test("purls name other registries, repositories and archives; a pod of a folder is no registry's", async () => {
  const graph = await graphOf(FILES);
  expect(fieldOf(graph, "purl")).toEqual({
    ".": "pkg:generic/ios#ios",
    "Base+Extra": "pkg:cocoapods/Base%2BExtra@1.0.1",
    Engine: undefined,
    Fork: `pkg:cocoapods/Fork@2.1.0?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Facme%2FFork.git%40${COMMIT}`,
    Inner: "pkg:cocoapods/Inner@3.0.0?repository_url=https:%2F%2Fgit.example.test%2Fspecs.git",
    Native: undefined,
    Net: "pkg:cocoapods/Net@4.0.1",
    Own: "pkg:generic/Own@0.1.0#ios/Own",
    Zip: "pkg:cocoapods/Zip@1.0.0?download_url=https:%2F%2Fexample.test%2Fzip.zip",
  });
  expect(fieldOf(graph, "firstParty")).toMatchObject({ ".": true, Own: true, Engine: false });
  expect(fieldOf(graph, "artifacts")).toMatchObject({
    Net: [],
    Fork: [{ hashes: [], url: `git+https://github.com/acme/Fork.git@${COMMIT}` }],
  });
  expect(graph.components.map(({ location }) => location.startLine)).toEqual([
    undefined,
    2,
    3,
    4,
    6,
    7,
    10,
    18,
    20,
  ]);
  // The format has no checksums of sources, and nobody can add any.
  expect(graph.gaps).toEqual([]);
  expect(JSON.stringify(graph)).not.toContain("secret");
});

test("a Podfile that was changed since is said, line ends aside", async () => {
  const windows = { ...FILES, "ios/Podfile": PODFILE.replaceAll("\n", "\r\n") };
  expect(gapsOf(await graphOf(windows))).toEqual([]);
  expect(gapsOf(await graphOf({ ...FILES, "ios/Podfile": `${PODFILE}# x\n` }))).toEqual([
    "stale ios/Podfile: it was changed after the lockfile was written (its checksum is another)",
  ]);
});

test("an entry that is missing, broken, there twice or out of the tree is said", async () => {
  const graph = await graphOf({
    "Podfile.lock": `PODS:
  - A (1.0)
  - A (1.0)
  - A/B (2.0)
  - Broken
  - Far (1.0)
  - Loose (1.0)
  - Short (1.0):
    - "(odd"

DEPENDENCIES:
  - A
  - Gone (~> 1.0)

SPEC REPOS:
  trunk:
    - A

EXTERNAL SOURCES:
  Far:
    :path: "../far"
  Short:
    :git: https://github.com/acme/Short.git
    :tag: v1

SPEC CHECKSUMS:
  A: ${SUM}
  Lost: ${SUM}
`,
  });
  expect(gapsOf(graph)).toEqual([
    "entry A: it stands in the file twice",
    "entry A/B: its version is not that of A",
    "entry Broken: it is no pod",
    "entry Far: it is a folder outside the repository",
    "entry Gone: it is asked for and not locked",
    "entry Loose: no registry or other source of it is named",
    "entry Lost: it has a checksum or a source and no entry",
    "entry Podfile.lock: it has no `COCOAPODS`: its end is missing",
    "entry Short: a dependency of it was not understood",
    "entry Short: no full commit of its repository is named",
    "orphan Far: no dependency in the lockfile leads to it",
    "orphan Loose: no dependency in the lockfile leads to it",
    "orphan Short: no dependency in the lockfile leads to it",
  ]);
});

test("old lockfiles name neither registries nor checksums: then a dependency that is not there is missing", async () => {
  const graph = await graphOf({
    "Podfile.lock":
      "PODS:\n  - A (1.0):\n    - B\n    - C/D\n  - B (2.0)\n\nDEPENDENCIES:\n  - A (= 1.0)\n\nCOCOAPODS: 0.16.0\n",
  });
  expect(fieldOf(graph, "purl")["B"]).toBe("pkg:cocoapods/B@2.0");
  expect(gapsOf(graph)).toEqual(["entry A: its dependency C is not in the lockfile"]);
});

test("a mark, Windows line ends and odd names change nothing", async () => {
  const text =
    "PODS:\n  - __proto__ (1.0):\n    - constructor\n  - constructor (2.0)\n\nDEPENDENCIES:\n  - __proto__\n\nCOCOAPODS: 1.5.0\n";
  const graph = await graphOf({ "Podfile.lock": `\uFEFF${text.replaceAll("\n", "\r\n")}` });
  expect(edgesOf(graph)).toEqual([". > __proto__ runtime", "__proto__ > constructor runtime"]);
  expect(graph.components.map(({ location }) => location.startLine)).toEqual([undefined, 2, 4]);
  expect(gapsOf(graph)).toEqual([]);
});

test.each([
  ["empty", "", "has no list `PODS`"],
  ["another thing", "a: b\n", "has no list `PODS`"],
  [
    "indented with tabs",
    "PODS:\n\t- A (1)\n",
    "can't be understood from line 2 on: it is indented with a tab; only spaces indent",
  ],
])("a lockfile that is %s is not read", async (_, text, reason) => {
  expect(await skippedOf({ "Podfile.lock": text })).toEqual([
    `unreadable Podfile.lock: Podfile.lock ${reason}`,
  ]);
});

test("a project without pods says so; manifests without a lockfile are reported where they ask for something", async () => {
  const graph = await graphOf({
    "Podfile.lock": `PODFILE CHECKSUM: ${SUM}\n\nCOCOAPODS: 1.16.2\n`,
  });
  expect([graph.saysEmpty, gapsOf(graph)]).toEqual([true, []]);
  expect(await skippedOf({ Podfile: PODFILE })).toHaveLength(1);
  expect(await skippedOf({ Podfile: "target 'x' do\n  # pod 'Net'\nend\n" })).toEqual([]);
  expect(await skippedOf({ "x.podspec.json": '{"dependencies": {"Net": []}}' })).toHaveLength(1);
  expect(await skippedOf({ "x.podspec": "s.name = 'x'" })).toEqual([]);
});

test("a line of ten megabytes and many subspecs are read in one pass", async () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `  - A/S${index} (1.0)`).join("\n");
  const graph = await graphOf({
    "Podfile.lock": `PODS:\n${many}\n  - ${"x".repeat(10_000_000)} (1.0)\n\nDEPENDENCIES:\n  - A\n\nCOCOAPODS: 1.0\n`,
  });
  expect(graph.components).toHaveLength(3);
});

test("changed anywhere, a lockfile gives a sound graph or a reason", async () => {
  await expectNothingSilent("ios/Podfile.lock", FILES, 500);
});
