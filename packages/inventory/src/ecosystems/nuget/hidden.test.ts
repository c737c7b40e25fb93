import { expect, test } from "vitest";
import { listed } from "../../test/listed.ts";

const ASKS =
  '<Project><ItemGroup><PackageReference Include="A" Version="1" /></ItemGroup></Project>';
const LOCK = {
  version: 1,
  dependencies: {
    "net8.0": { A: { type: "Direct", requested: "[1, )", resolved: "1.0.0", contentHash: "AA==" } },
  },
};

test("a project that asks for packages in a file that it imports is not locked", async () => {
  const files = (imported: string) => ({
    "src/App.csproj": `<Project>\n<Import Project="${imported}" /></Project>`,
    "src/more/one.props": '<Project><Import Project="..\\..\\build\\two.props"/></Project>',
    "build/two.props": ASKS,
  });
  for (const each of ["more\\one.props", "$(MSBuildThisFileDirectory)../build/two.props"])
    expect((await listed(files(each))).skipped).toEqual([
      "src/App.csproj: it asks for packages, and no lockfile says which versions those are",
    ]);
  expect((await listed(files("$(Other)\\two.props"))).skipped).toEqual([]);
});

test.each([
  ["other.lock.json", "other.lock.json"],
  ["$(MSBuildProjectDirectory)\\deps\\x.json", "$(MSBuildProjectDirectory)/deps/x.json"],
  ["$(MSBuildProjectDirectory)\\packages.lock.json", undefined],
])("a project that names another lockfile: %s", async (value, other) => {
  const project = `<Project><PropertyGroup><NuGetLockFilePath>${value}</NuGetLockFilePath></PropertyGroup></Project>`;
  const { gaps } = await listed({ "packages.lock.json": LOCK, "App.csproj": project });
  expect(gaps).toEqual(
    other === undefined
      ? []
      : [`packages.lock.json: another lockfile is used: NuGetLockFilePath is ${other}`],
  );
});
