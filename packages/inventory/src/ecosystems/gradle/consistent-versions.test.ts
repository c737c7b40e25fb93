import { expect, test } from "vitest";
import { fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";
import { memorySource, readInventory } from "../../index.ts";

const LOCK = `# Run ./gradlew writeVersionsLock to regenerate this file
a:b:1.0 (2 constraints: 36052a3b)
c:d:33.3.1-jre (1 constraints: 659b358d)

[Test dependencies]
e:f:4.13 (1 constraints: 150ae2b4)
`;
const FILES = {
  "settings.gradle": "include 'app'",
  "build.gradle": "",
  "app/build.gradle": "dependencies { implementation 'a:b' }",
  "gradle/libs.versions.toml": '[libraries]\nb = "a:b:1.0"\n',
};

test("production, then tests; one file for the whole build", async () => {
  const graph = await graphOf({ ...FILES, "versions.lock": LOCK });
  expect(fieldOf(graph, "scope")).toEqual({
    "a:b": "runtime",
    "c:d": "runtime",
    "e:f": "development",
  });
  expect(fieldOf(graph, "purl")).toMatchObject({ "c:d": "pkg:maven/c/d@33.3.1-jre" });
  expect(fieldOf(graph, "location")["e:f"]).toEqual({ path: "versions.lock", startLine: 6 });
  expect(graph.gaps).toEqual([]);
  expect(graph.covers).toEqual(["app/build.gradle", "build.gradle", "gradle/libs.versions.toml"]);
  expect(await skippedOf({ ...FILES, "versions.lock": LOCK })).toEqual([]);
});

test("a broken line and a package that stands there twice are said", async () => {
  const text = `${LOCK}a:b:1.1 (1 constraints: 00)\nx:y:1 (1 cons`;
  expect(gapsOf(await graphOf({ "versions.lock": text }))).toEqual([
    "entry a:b: it stands in the file twice",
    "entry line 8: it is no entry",
  ]);
});

test("a file of this name that another tool writes gives nothing", async () => {
  const { graphs, skipped } = await readInventory(
    memorySource({ "versions.lock": "KERNEL=6.1\n" }),
  );
  expect([graphs, skipped]).toEqual([[], []]);
});

test("no change of a lockfile loses a package unreported", async () => {
  const lock = LOCK.replace("[Test", "g:h:1 (1 constraints: 00)\n[Test");
  // Of a text without a whole entry nobody can tell that it is not another tool's.
  const entriesIn = (text: string) =>
    text.match(/^[^#\s:]+:[^\s:]+:[^\s:]+ \(\d+ constraints: [\da-f]+\)$/gm)?.length ?? 0;
  await expectNothingSilent("versions.lock", { "versions.lock": lock }, 300, entriesIn);
});
