import { expect, test } from "vitest";
import { edges, readWith, said } from "../../test/read.ts";
import { dotnetInstalled } from "./reader.ts";

const deps = (libraries: Record<string, string>, needs: Record<string, object> = {}) =>
  `\uFEFF${JSON.stringify({
    runtimeTarget: { name: "net8/linux-x64" },
    targets: {
      net8: {},
      "net8/linux-x64": Object.fromEntries(
        Object.entries(needs).map(([key, dependencies]) => [
          key,
          { dependencies, runtime: { "lib/net8.0/App.dll": {} } },
        ]),
      ),
    },
    libraries: Object.fromEntries(Object.entries(libraries).map(([key, type]) => [key, { type }])),
  })}`;

test("packages, the application itself, its own libraries and the runtime", async () => {
  const reading = await readWith(dotnetInstalled, {
    files: {
      "app/App.deps.json": deps(
        {
          "App/1.0.0": "project",
          "Shared/1.0.0": "project",
          "Newtonsoft.Json/13.0.3": "package",
          "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/8.0.1": "runtimepack",
          "System.Old/1.0.0": "reference",
          "../bad/1": "package",
        },
        {
          "App/1.0.0": { shared: "1.0.0", "Newtonsoft.Json": "13.0.3", Gone: "1" },
          "Shared/1.0.0": { "Newtonsoft.Json": "13.0.3" },
        },
      ),
      "usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.1/Microsoft.NETCore.App.deps.json": deps({
        "Microsoft.NETCore.App.Runtime.linux-x64/8.0.1": "package",
      }),
      "usr/share/dotnet/sdk/8.0.100/MSBuild.deps.json": deps({ "MSBuild/17.8.3": "project" }),
      "app/other.deps.json": "[]",
      "app/cut.deps.json": "{",
    },
  });
  expect(said(reading)).toEqual([
    "pkg:generic/App@1.0.0#app own",
    "pkg:generic/Shared@1.0.0#app own",
    "pkg:nuget/Newtonsoft.Json@13.0.3",
    "pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@8.0.1",
    "MSBuild@17.8.3",
    "pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@8.0.1",
  ]);
  expect(reading.components.map(({ component }) => component.kind)).toEqual([
    "application",
    "library",
    "library",
    "framework",
    "application",
    "framework",
  ]);
  expect([...new Set(reading.explained)]).toEqual([
    "app/App",
    "app/App.dll",
    "app/App.exe",
    "app/lib/net8.0/App.dll",
    "usr/share/dotnet/sdk/8.0.100/",
    "usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.1/",
  ]);
  expect(edges(reading)).toEqual([
    "App 1.0.0 > Newtonsoft.Json 13.0.3 runtime 13.0.3",
    "App 1.0.0 > Shared 1.0.0 runtime 1.0.0",
    "Shared 1.0.0 > Newtonsoft.Json 13.0.3 runtime 13.0.3",
  ]);
  expect(reading.skipped).toEqual([
    {
      kind: "unreadable",
      item: "app/App.deps.json",
      reason: 'its entry "../bad/1" names no package and version',
      ecosystem: "nuget",
    },
  ]);
  expect(reading.broken).toEqual(["app/cut.deps.json is no JSON"]);
});
