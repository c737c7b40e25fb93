import { expect, test } from "vitest";
import { type Files, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";
import { memorySource, readInventory } from "../../index.ts";

const SUM = "5e".repeat(20);
const entry = (org: string, name: string, version: string, ...configurations: string[]) => ({
  org,
  name,
  version,
  artifacts: [{ name: `${name}.jar`, hash: `sha1:${SUM}` }],
  configurations,
});
const lock = (...dependencies: unknown[]) =>
  JSON.stringify(
    { lockVersion: 1, timestamp: "2026-01-01T00:00:00Z", configurations: [], dependencies },
    null,
    2,
  );
const FILES: Files = {
  "build.sbt": 'scalaVersion := "2.13.16"\n',
  "build.sbt.lock": lock(
    entry("a", "one_2.13", "1.0", "compile", "runtime", "test"),
    entry("b", "served", "2", "provided", "test"),
    entry("c", "tested", "3", "test"),
    entry("d", "custom", "4", "assembly"),
    { ...entry("e", "bom", "5", "compile"), artifacts: [] },
    entry("f", "compiler", "6", "scala-tool"),
  ),
};

test("packages with their scopes, lines and checksums; nothing of who needs them", async () => {
  const graph = await graphOf(FILES);
  expect(fieldOf(graph, "scope")).toEqual({
    "a:one_2.13": "runtime",
    "b:served": "optional",
    "c:tested": "development",
    "d:custom": "runtime",
    "e:bom": "runtime",
    "f:compiler": "development",
  });
  expect(graph.components[0]).toEqual({
    id: "build.sbt.lock#a:one_2.13",
    name: "a:one_2.13",
    version: "1.0",
    kind: "library",
    ecosystem: "sbt",
    purl: "pkg:maven/a/one_2.13@1.0",
    firstParty: false,
    scope: "runtime",
    artifacts: [{ fileName: "one_2.13.jar", hashes: [{ algorithm: "SHA-1", value: SUM }] }],
    location: { path: "build.sbt.lock", startLine: 7 },
    aliases: [],
    flags: [],
  });
  const { edges, edgeCompleteness, roots, covers, gaps } = graph;
  expect({ edges, edgeCompleteness, roots, covers, gaps }).toEqual({
    edges: [],
    edgeCompleteness: "unknown",
    roots: [],
    covers: ["build.sbt"],
    gaps: [],
  });
});

test("a project below the build file has a lockfile of its own", async () => {
  const files = { "build.sbt": "lazy val core = project", "core/build.sbt.lock": lock() };
  expect((await graphOf(files)).covers).toEqual(["build.sbt"]);
  expect(await skippedOf(files)).toEqual([]);
});

test("what is not understood is said, and nothing else is lost", async () => {
  const text = lock(
    entry("a", "b", "1", "compile"),
    entry("a", "b", "2", "compile"),
    {
      org: "c",
      name: "d",
      version: "1",
      artifacts: [{ name: "d.jar", hash: "md5:00" }],
      configurations: [],
    },
    { org: "e", name: "f", artifacts: {}, configurations: ["compile"] },
    { org: "g" },
    "h",
    entry("__proto__", "constructor", "1", "toString"),
  );
  const graph = await graphOf({ "build.sbt.lock": `\uFEFF${text.replaceAll("\n", "\r\n\t")}` });
  expect(Object.keys(fieldOf(graph, "version"))).toEqual([
    "__proto__:constructor",
    "a:b",
    "c:d",
    "e:f",
  ]);
  expect(gapsOf(graph)).toEqual([
    "entry a:b: it stands in the file twice",
    "entry c:d: it names no configuration",
    "entry c:d: one of its artifacts has no checksum that is understood",
    "entry dependencies[4]: it names no package",
    "entry dependencies[5]: it names no package",
    "entry e:f: `artifacts` is no list",
    "entry e:f: it has no version",
  ]);
  const twice = lock(entry("a", "b", "1", "compile")).replace('"org"', '"org": "x",\n"org"');
  expect(gapsOf(await graphOf({ "build.sbt.lock": twice }))).toEqual([
    "entry dependencies: keys stand in it twice: packages may be hidden",
  ]);
});

test.each([
  ["{", "build.sbt.lock is no JSON"],
  ["[]", "build.sbt.lock is no JSON object"],
  ['{"lockVersion": 2, "dependencies": []}', "build.sbt.lock is of the version 2; 1 is known"],
  ['{"lockVersion": 1}', "build.sbt.lock has no list `dependencies`"],
])("%s is refused", async (text, why) => {
  expect(await skippedOf({ "build.sbt.lock": text })).toEqual([
    `unreadable build.sbt.lock: ${why}`,
  ]);
});

test("a build without a lockfile is one finding; one without packages is none", async () => {
  const { skipped } = await readInventory(
    memorySource({
      "build.sbt": 'libraryDependencies += "a" % "b" % "1" // http://x',
      "core/build.sbt": 'name := "core"',
      "empty/build.sbt": "// nothing\n/* yet */",
      "other/x/build.sbt": "autoScalaLibrary := false",
    }),
  );
  expect(skipped).toEqual([
    {
      item: "build.sbt",
      reason: "it asks for packages, and no lockfile says which versions those are",
      kind: "unlocked",
      ecosystem: "sbt",
      advice:
        "Add the plugin sbt-dependency-lock, run `sbt dependencyLockWrite` and commit the `build.sbt.lock` of each project.",
      others: ["core/build.sbt"],
    },
  ]);
});

test("no change of a lockfile loses a package unreported", async () => {
  const entriesIn = (text: string) => text.match(/"org"/g)?.length ?? 0;
  await expectNothingSilent("build.sbt.lock", FILES, 400, entriesIn);
});
