import { describe, expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../../assemble/test/mutations.ts";

const HASH = Buffer.alloc(64, 1).toString("base64");

type Json = Readonly<Record<string, unknown>>;

const direct = (version: string, more: Json = {}): Json => ({
  type: "Direct",
  requested: `[${version}, )`,
  resolved: version,
  contentHash: HASH,
  ...more,
});
const transitive = (version: string, more: Json = {}): Json => ({
  type: "Transitive",
  resolved: version,
  contentHash: HASH,
  ...more,
});
const lock = (dependencies: Json, version: unknown = 1): string =>
  JSON.stringify({ version, dependencies }, null, 2);

/** A project with this lockfile and these references. */
const project = (dependencies: Json, references = "", more: Record<string, string> = {}) => ({
  "packages.lock.json": lock(dependencies),
  "App.csproj": `<Project Sdk="Microsoft.NET.Sdk">${references}</Project>`,
  ...more,
});

describe("case, runtimes, central versions and projects", () => {
  const files = {
    "src/App/packages.lock.json": lock(
      {
        "net8.0": {
          A: direct("1.0.0", { dependencies: { b: "1.0.0", C: "1.0.0" } }),
          B: {
            type: "CentralTransitive",
            requested: "[2.0.0, )",
            resolved: "2.0.0",
            contentHash: HASH,
          },
          C: transitive("1.0.0"),
          "proj.lib": {
            type: "Project",
            dependencies: { C: "[1.0.0, )", "proj.core": "[1.0.0, )" },
          },
          "proj.core": { type: "Project" },
        },
        "net8.0/win-x64": {
          C: transitive("1.0.0", { dependencies: { "runtime.win.C": "1.0.0" } }),
          "runtime.win.C": transitive("1.0.0"),
        },
      },
      2,
    ),
    "src/App/App.csproj":
      '<Project><ItemGroup><PackageReference Include="A" /></ItemGroup></Project>',
    "src/Proj.Lib/Proj.Lib.csproj": "<Project/>",
    "Directory.Packages.props":
      '<Project><ItemGroup><PackageVersion Include="A" Version="1.0" /><PackageVersion Include="B" Version="2.0" /></ItemGroup></Project>',
  };

  test("edges are those of the same framework, and of its runtimes", async () => {
    const graph = await graphOf(files);
    expect(edgesOf(graph)).toEqual([
      ". > a 1.0.0 runtime",
      ". > proj.lib runtime",
      "a 1.0.0 > b 2.0.0 runtime",
      "a 1.0.0 > c 1.0.0 runtime",
      "c 1.0.0 > runtime.win.c 1.0.0 runtime {net8.0/win-x64}",
      "proj.lib > c 1.0.0 runtime",
      "proj.lib > proj.core runtime",
    ]);
    expect(gapsOf(graph)).toEqual([]);
    expect(await skippedOf(files)).toEqual([]);
  });

  test("projects are the repository's own where the tree has them", async () => {
    const graph = await graphOf(files);
    expect(fieldOf(graph, "firstParty")).toMatchObject({
      ".": true,
      "proj.lib": true,
      "proj.core": false,
    });
    expect(fieldOf(graph, "purl")).toMatchObject({
      ".": "pkg:generic/App#src/App",
      "proj.lib": "pkg:generic/Proj.Lib#src/Proj.Lib",
      "proj.core": undefined,
      "runtime.win.c 1.0.0": "pkg:nuget/runtime.win.C@1.0.0",
    });
    expect(fieldOf(graph, "direct")).toMatchObject({
      "a 1.0.0": true,
      "b 2.0.0": false,
      "c 1.0.0": true,
    });
  });

  test("the hash of the content is no hash of the archive", async () => {
    const graph = await graphOf(files);
    expect(new Set(Object.values(fieldOf(graph, "artifacts")).flat())).toEqual(new Set());
    expect(graph.gaps).toEqual([]);
  });

  test("lines are those of the first entries", async () => {
    const graph = await graphOf(files);
    const text = files["src/App/packages.lock.json"].split("\n");
    const line = fieldOf(graph, "location")["runtime.win.c 1.0.0"]?.startLine ?? 0;
    expect(text[line - 1]).toContain('"runtime.win.C": {');
  });

  test("a project that the file refers to is asked for, whoever else needs it", async () => {
    const graph = await graphOf({
      ...files,
      "src/App/App.csproj":
        '<Project><ItemGroup><ProjectReference Include="..\\Proj.Core\\Proj.Core.csproj" /></ItemGroup></Project>',
    });
    expect(edgesOf(graph)).toContain(". > proj.core runtime");
  });

  test("whatever is done to it, nothing is lost without a word", async () => {
    await expectNothingSilent("src/App/packages.lock.json", files, 400);
  });
});

test("several frameworks: what holds in all of them has no condition", async () => {
  const graph = await graphOf(
    project({
      "net8.0": { A: direct("1.0.0", { dependencies: { B: "1.0.0" } }), B: transitive("1.0.0") },
      ".NETFramework,Version=v4.8": {
        A: direct("1.0.0", { dependencies: { B: "1.0.0", C: "1.0.0" } }),
        B: transitive("1.5.0"),
        C: transitive("1.0.0"),
      },
    }),
  );
  expect(edgesOf(graph)).toEqual([
    ". > a 1.0.0 runtime",
    "a 1.0.0 > b 1.0.0 runtime {net8.0}",
    "a 1.0.0 > b 1.5.0 runtime {.NETFramework,Version=v4.8}",
    "a 1.0.0 > c 1.0.0 runtime {.NETFramework,Version=v4.8}",
  ]);
});

test("a runtime with another version changes the edges of what asks for it", async () => {
  const graph = await graphOf(
    project({
      "net8.0": { A: direct("1.0.0", { dependencies: { B: "1.0.0" } }), B: transitive("1.0.0") },
      "net8.0/linux-x64": { B: transitive("1.0.1") },
    }),
  );
  expect(edgesOf(graph)).toEqual([
    ". > a 1.0.0 runtime",
    "a 1.0.0 > b 1.0.0 runtime",
    "a 1.0.0 > b 1.0.1 runtime {net8.0/linux-x64}",
  ]);
});

test("version 3, in both of its shapes", async () => {
  const entries = { A: direct("1.0.0") };
  for (const section of [entries, { framework: "net8.0", dependencies: entries }]) {
    const graph = await graphOf({ "packages.lock.json": lock({ mine: section }, 3) });
    expect(edgesOf(graph)).toEqual([". > a 1.0.0 runtime"]);
    expect(fieldOf(graph, "location")["a 1.0.0"]?.startLine).toBeGreaterThan(1);
    expect(gapsOf(graph)).toEqual([]);
  }
});

test("one of several projects in a folder has a lockfile that names it", async () => {
  const graph = await graphOf({
    "packages.App.lock.json": lock({ "net8.0": { A: direct("1.0.0") } }),
    "App.csproj": "<Project/>",
    "Other.csproj": "<Project/>",
  });
  expect(graph.components.find(({ firstParty }) => firstParty)?.name).toBe("App");
  expect(graph.covers).toEqual(["App.csproj"]);
});

describe("what must never pass silently", () => {
  test.each<[string, Json, string]>([
    [
      "a dependency that is not locked",
      { A: direct("1.0.0", { dependencies: { Gone: "1.0.0" } }) },
      "entry a 1.0.0: its dependency gone is not in the lockfile",
    ],
    [
      "an entry twice",
      { A: direct("1.0.0"), a: direct("1.0.0") },
      "entry a: it stands in net8.0 twice",
    ],
    [
      "a type that is not known",
      { A: direct("1.0.0", { type: "Other" }) },
      "entry A: its type is not known",
    ],
    ["no version", { A: direct("1.0.0", { resolved: null }) }, "entry A: it has no version"],
    ["no object", { A: direct("1.0.0"), B: "1.0.0" }, "entry B: it is no object"],
  ])("%s", async (_, entries, gap) => {
    expect(gapsOf(await graphOf(project({ "net8.0": entries })))).toContain(gap);
  });

  test("one package with two contents", async () => {
    const other = Buffer.alloc(64, 2).toString("base64");
    const graph = await graphOf(
      project({
        "net8.0": { A: direct("1.0.0") },
        "net9.0": { A: direct("1.0.0", { contentHash: other }) },
      }),
    );
    expect(gapsOf(graph)).toEqual(["entry A: its content is another for net9.0"]);
  });

  test("a key twice, of which JSON readers take the last", async () => {
    const text = lock({ "net8.0": { A: direct("1.0.0") } }).replace('"A"', '"A": {}, "A"');
    expect(gapsOf(await graphOf({ "packages.lock.json": text }))).toContain(
      "entry A: it stands in the file twice",
    );
  });

  test.each([
    ["{", "packages.lock.json is no JSON"],
    ["[]", "packages.lock.json is no JSON object"],
    [lock({}, 4), "packages.lock.json is of the version 4; 1, 2 and 3 are known"],
    ['{"version": 1}', "packages.lock.json has no object `dependencies`"],
  ])("a file that is cut, or of another kind: %s", async (text, reason) => {
    expect(await skippedOf({ "packages.lock.json": text })).toEqual([
      `unreadable packages.lock.json: ${reason}`,
    ]);
  });

  test("no checksum", async () => {
    const { gaps } = await graphOf(
      project({ "net8.0": { A: direct("1.0.0", { contentHash: undefined }), B: direct("1.0.0") } }),
    );
    expect(gaps.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual([
      "no-integrity: 1 of 2 packages that are downloaded have no checksum",
    ]);
  });

  test("names of objects' own fields are names", async () => {
    const graph = await graphOf({
      "packages.lock.json": `{"version": 1, "dependencies": {"net8.0": {"__proto__": ${JSON.stringify(direct("1.0.0"))}}}}`,
    });
    expect(graph.components.map(({ name }) => name)).toContain("__proto__");
  });
});

describe("references of the project", () => {
  const entries = { "net8.0": { A: direct("1.0.0"), B: transitive("1.0.0") } };
  const stale = async (references: string, more: Record<string, string> = {}) =>
    gapsOf(await graphOf(project(entries, references, more))).filter((gap) =>
      gap.startsWith("stale"),
    );
  const group = (content: string, attributes = "") =>
    `<ItemGroup ${attributes}>${content}</ItemGroup>`;
  const reference = (id: string, version = "") =>
    `<PackageReference Include="${id}" ${version && `Version="${version}"`} />`;

  test.each([
    [reference("a", "1.0"), undefined],
    [reference("A", "[1.0.0,)"), undefined],
    [reference("A", "1.0.1"), "A is locked for [1.0.0, )"],
    [
      '<PackageReference Include="A"><Version>2</Version></PackageReference>',
      "A is locked for [1.0.0, )",
    ],
    [reference("C", "1.0.0"), "C is not locked"],
    [reference("B"), "B is not locked"],
    ['<PackageReference Include="A;C" />', "C is not locked"],
    [reference("$(Mine)"), undefined],
    [reference("A", "$(Version)"), undefined],
  ])("%s", async (content, difference) => {
    expect(await stale(group(content))).toEqual(
      difference === undefined
        ? []
        : [`stale App.csproj: it asks for other packages: ${difference}`],
    );
  });

  test("what only MSBuild can judge is left alone", async () => {
    expect(await stale(group(reference("C"), "Condition=\"'$(X)' == ''\""))).toEqual([]);
    expect(
      await stale(`<Choose><When Condition="x">${group(reference("C"))}</When></Choose>`),
    ).toEqual([]);
    expect(await stale(group(`${reference("C")}<PackageReference Remove="C" />`))).toEqual([]);
    expect(
      await stale(group(reference("A", "2.0.0")), {
        "Directory.Build.props":
          '<Project><ItemGroup><PackageReference Update="A" Version="1.0.0" /></ItemGroup></Project>',
      }),
    ).toEqual([]);
  });

  test("central versions count where the project has none", async () => {
    const central = {
      "Directory.Packages.props":
        '<Project><ItemGroup><PackageVersion Include="A" Version="3.0.0" /></ItemGroup></Project>',
    };
    expect(await stale(group(reference("A")), central)).toHaveLength(1);
    expect(
      await stale(group('<PackageReference Include="A" VersionOverride="1.0.0" />'), central),
    ).toEqual([]);
  });

  test("global references are tools", async () => {
    const graph = await graphOf(
      project(entries, "", {
        "Directory.Packages.props":
          '<Project><ItemGroup><GlobalPackageReference Include="A" Version="1.0.0" /></ItemGroup></Project>',
      }),
    );
    expect(fieldOf(graph, "scope")["a 1.0.0"]).toBe("development");
  });

  test("a project that can't be read", async () => {
    const graph = await graphOf({ "packages.lock.json": lock(entries), "App.csproj": "<Project>" });
    expect(gapsOf(graph)).toContain(
      "entry packages.lock.json: nobody can say whether it fits App.csproj: App.csproj is no XML that is read (line 1: its end is missing)",
    );
  });
});

test("files of shared properties are covered as far up as they import each other", async () => {
  const above =
    "$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))";
  const asks = '<Project><ItemGroup><PackageReference Include="A" /></ItemGroup></Project>';
  const files = (imported: string) => ({
    "src/App/packages.lock.json": lock({ "net8.0": { A: direct("1.0.0") } }),
    "src/App/App.csproj": "<Project/>",
    "src/Directory.Build.props": `<Project>${imported}</Project>`,
    "Directory.Build.props": asks,
  });
  expect(await skippedOf(files(`<Import Project="${above}"/>`))).toEqual([]);
  expect(await skippedOf(files(""))).toHaveLength(1);
});

test("a project without a lockfile, and one without packages", async () => {
  const reason = "it asks for packages, and no lockfile says which versions those are";
  expect(
    await skippedOf({
      "a/A.csproj": '<Project><ItemGroup><PackageReference Include="A" /></ItemGroup></Project>',
      "b/B.fsproj":
        '<Project><ItemGroup><ProjectReference Include="..\\a\\A.csproj" /></ItemGroup></Project>',
      "Directory.Packages.props":
        '<Project><ItemGroup><PackageVersion Include="A" Version="1" /></ItemGroup></Project>',
    }),
  ).toEqual([`unlocked a/A.csproj: ${reason}`]);
});
