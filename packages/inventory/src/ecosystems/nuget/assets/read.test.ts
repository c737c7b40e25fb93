import { describe, expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../../assemble/test/mutations.ts";

const SUM = Buffer.alloc(64, 1).toString("base64");

type Json = Readonly<Record<string, unknown>>;

const library = { sha512: SUM, type: "package", path: "x/1.0.0", files: [] };
const ASSETS = {
  version: 3,
  targets: {
    "net8.0": {
      "A/1.0.0": { type: "package", dependencies: { b: "1.0.0" }, compile: { "lib/a.dll": {} } },
      "B/2.0.0": { type: "package" },
      "Lib/1.0.0": {
        type: "project",
        framework: ".NETCoreApp,Version=v8.0",
        dependencies: { B: "2.0.0" },
      },
      "Tool/3.0.0": { type: "package" },
    },
    "net8.0/win-x64": {
      "A/1.0.0": { type: "package", dependencies: { b: "1.0.0", "runtime.A": "1.0.0" } },
      "B/2.0.0": { type: "package" },
      "Lib/1.0.0": { type: "project", dependencies: { B: "2.0.0" } },
      "runtime.A/1.0.0": { type: "package" },
      "Tool/3.0.0": { type: "package" },
    },
  },
  libraries: {
    "A/1.0.0": library,
    "B/2.0.0": library,
    "Lib/1.0.0": {
      type: "project",
      path: "../Lib/Lib.csproj",
      msbuildProject: "../Lib/Lib.csproj",
    },
    "runtime.A/1.0.0": library,
    "Tool/3.0.0": library,
  },
  projectFileDependencyGroups: { "net8.0": ["A >= 1.0.0", "Lib >= 1.0.0", "Tool >= 3.0.0"] },
  packageFolders: { "/root/.nuget/packages/": {} },
  project: {
    version: "1.2.3",
    restore: { projectName: "App", projectPath: "/home/me/src/App/App.csproj" },
    frameworks: {
      "net8.0": {
        dependencies: {
          A: { target: "Package", version: "[1.0.0, )" },
          Tool: { target: "Package", version: "[3.0.0, )", suppressParent: "All" },
        },
      },
    },
  },
};
const PATH = "src/App/obj/project.assets.json";
const filesOf = (assets: Json) => ({
  [PATH]: JSON.stringify(assets, null, 2),
  "src/App/App.csproj":
    '<Project><ItemGroup><PackageReference Include="A" Version="1.0.0" /></ItemGroup></Project>',
  "src/Lib/Lib.csproj": "<Project/>",
});

describe("a project that was restored", () => {
  const files = filesOf(ASSETS);

  test("edges are those of each target, and of its runtimes", async () => {
    const graph = await graphOf(files);
    expect(edgesOf(graph)).toEqual([
      ". > a 1.0.0 runtime",
      ". > lib runtime",
      ". > tool 3.0.0 development",
      "a 1.0.0 > b 2.0.0 runtime",
      "a 1.0.0 > runtime.a 1.0.0 runtime {net8.0/win-x64}",
      "lib > b 2.0.0 runtime",
    ]);
    expect(graph.gaps).toEqual([]);
    expect(graph.covers).toEqual(["src/App/App.csproj"]);
  });

  test("what is for the project alone is a tool; the project and its own are the repository's", async () => {
    const graph = await graphOf(files);
    expect(fieldOf(graph, "scope")).toMatchObject({
      "tool 3.0.0": "development",
      "b 2.0.0": "runtime",
    });
    expect(fieldOf(graph, "purl")).toMatchObject({
      ".": "pkg:generic/App@1.2.3#src/App",
      lib: "pkg:generic/Lib@1.0.0#src/Lib",
      "a 1.0.0": "pkg:nuget/A@1.0.0",
    });
    expect(fieldOf(graph, "artifacts")["a 1.0.0"]).toEqual([]);
    const line = fieldOf(graph, "location")["b 2.0.0"]?.startLine ?? 0;
    expect(files[PATH]?.split("\n")[line - 1]).toBe('    "B/2.0.0": {');
  });

  test("the committed lockfile of the same project is read in its place", async () => {
    const lock = {
      version: 1,
      dependencies: {
        "net8.0": { A: { type: "Direct", requested: "[1.0.0, )", resolved: "1.0.0" } },
      },
    };
    const graph = await graphOf({ ...files, "src/App/packages.lock.json": JSON.stringify(lock) });
    expect(graph.format).toBe("nuget-lock");
  });

  test("whatever is done to it, nothing is lost without a word", async () => {
    await expectNothingSilent(PATH, files, 400);
  });
});

describe("what must never pass silently", () => {
  const gapsWith = async (change: Json) => gapsOf(await graphOf(filesOf({ ...ASSETS, ...change })));

  test("a restore that failed", async () => {
    const logs = [
      {
        code: "NU1101",
        level: "Error",
        message: "https://user:secret@feed.example",
        libraryId: "Gone",
      },
      { code: "NU1603", level: "Warning", libraryId: "A" },
    ];
    expect(await gapsWith({ logs })).toEqual(["entry Gone: the restore ended with NU1101"]);
  });

  test("a framework of which nobody knows what the project asks for", async () => {
    expect(await gapsWith({ projectFileDependencyGroups: {} })).toContain(
      "entry net8.0: what the project itself asks for is not known for it",
    );
  });

  test("asked for and not there", async () => {
    expect(
      await gapsWith({
        projectFileDependencyGroups: {
          "net8.0": ["A >= 1.0.0", "Lib >= 1.0.0", "Tool >= 3.0.0", "Gone >= 1"],
        },
      }),
    ).toContain("entry gone: it is asked for and not there for net8.0");
  });

  test("a library that is not there", async () => {
    const { "B/2.0.0": _, ...libraries } = ASSETS.libraries;
    expect(await gapsWith({ libraries })).toContain("entry B/2.0.0: it is not among the libraries");
  });

  test.each([
    [{ version: 2 }, "is of the version 2; 3 and 4 are known"],
    [{ version: 3, targets: {} }, "has no objects `targets`, `libraries` and `project`"],
  ])("of another version, or cut", async (json, reason) => {
    expect(await skippedOf({ [PATH]: JSON.stringify(json) })).toEqual([
      `unreadable ${PATH}: ${PATH} ${reason}`,
    ]);
  });
});

test("targets and frameworks under names of the project's own, as version 4 has them", async () => {
  const entries = { "A/1.0.0": { type: "package" } };
  const graph = await graphOf(
    filesOf({
      version: 4,
      targets: { mine: entries, "mine/linux-x64": entries },
      libraries: { "A/1.0.0": library },
      projectFileDependencyGroups: { mine: ["A >= 1.0.0"] },
      project: {
        restore: { projectName: "App" },
        frameworks: { mine: { framework: "net8.0", dependencies: {} } },
      },
    }),
  );
  expect(edgesOf(graph)).toEqual([". > a 1.0.0 runtime"]);
  expect(gapsOf(graph)).toEqual([]);
});
