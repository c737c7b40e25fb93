import { expect, test } from "vitest";
import { fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const TEXT = `<?xml version="1.0" encoding="utf-8"?>
<packages>
  <!-- of the build -->
  <package id="Tool" version="1.0" targetFramework="net48" developmentDependency="true" />
  <package id="Newtonsoft.Json" version="13.0.3" targetFramework="net48" allowedVersions="[13,14)" />
  <package id="A" version="1.2.3.0-Beta+meta" />
  <package id="B" version="2" />
</packages>
`;
const FILES = { "src/packages.config": TEXT, "src/Old.csproj": "<Project/>" };

test("a list: versions, scopes and lines, and nothing of what needs what", async () => {
  const graph = await graphOf(FILES);
  expect(fieldOf(graph, "purl")).toEqual({
    "a 1.2.3-beta": "pkg:nuget/A@1.2.3-beta",
    "b 2.0.0": "pkg:nuget/B@2.0.0",
    "newtonsoft.json 13.0.3": "pkg:nuget/Newtonsoft.Json@13.0.3",
    "tool 1.0.0": "pkg:nuget/Tool@1.0.0",
  });
  expect(fieldOf(graph, "scope")).toMatchObject({
    "tool 1.0.0": "development",
    "b 2.0.0": "runtime",
  });
  expect(fieldOf(graph, "direct")["b 2.0.0"]).toBeUndefined();
  expect(fieldOf(graph, "location")["a 1.2.3-beta"]?.startLine).toBe(6);
  expect(graph).toMatchObject({
    edges: [],
    edgeCompleteness: "unknown",
    roots: [],
    covers: ["src/Old.csproj"],
  });
  expect(graph.gaps.map(({ kind }) => kind)).toEqual(["no-integrity"]);
});

test.each([
  ['<package id="A" />', "entry A: it is no package with a version"],
  ['<package version="1" />', "entry line 1: it is no package with a version"],
  ['<other id="A" version="1" />', "entry A: it is no package with a version"],
  [
    '<package id="A" version="1" /><package id="a" version="1.0.0.0" />',
    "entry a 1.0.0: it stands in the file twice",
  ],
])("what must never pass silently: %s", async (content, gap) => {
  expect(gapsOf(await graphOf({ "packages.config": `<packages>${content}</packages>` }))).toEqual([
    gap,
  ]);
});

test("another file, or one that is cut", async () => {
  expect(await skippedOf({ "packages.config": "<configuration/>" })).toEqual([
    "unreadable packages.config: packages.config is no list of packages",
  ]);
  expect(
    (await skippedOf({ "packages.config": TEXT.slice(0, TEXT.indexOf("</packages>")) }))[0],
  ).toContain("its end is missing");
});

test("whatever is done to it, nothing is lost without a word", async () => {
  await expectNothingSilent(
    "src/packages.config",
    FILES,
    400,
    (text) => new Set(text.match(/<package id="[^"]+" version="[^"]+"/g)).size,
  );
});
