import { expect, it } from "vitest";
import type { FixSuggestion } from "./suggestion.ts";
import { advisory, fixedIn } from "./test/advisories.ts";
import { suggest } from "./test/suggest.ts";

it("pins an action by its tag, and says how its commit is found", async () => {
  const sha = "a".repeat(40);
  const path = ".github/workflows/ci.yml";
  const text = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: acme/act@${sha} # v1.0.0\n`;
  const [suggestion] = await suggest({ [path]: text }, [
    advisory("GHSA-1", ["GitHub Actions", "acme/act"], fixedIn("1.0.1")),
  ]);
  expect(suggestion).toMatchObject({
    to: "v1.0.1",
    updateType: "patch",
    edits: [
      {
        kind: "line",
        file: path,
        line: 6,
        before: `- uses: acme/act@${sha} # v1.0.0`,
        after: "- uses: acme/act@<commit of v1.0.1> # v1.0.1",
      },
    ],
    commands: ["git ls-remote https://github.com/acme/act refs/tags/v1.0.1 'refs/tags/v1.0.1^{}'"],
  });
});

it("edits the line of a requirements file, which is lockfile and manifest in one", async () => {
  const [suggestion] = await suggest({ "requirements.txt": "# x\nleft==1.0.0\n" }, [
    advisory("PYSEC-1", ["PyPI", "left"], fixedIn("1.0.1")),
  ]);
  expect(suggestion?.edits).toEqual([
    {
      kind: "line",
      file: "requirements.txt",
      line: 2,
      before: "left==1.0.0",
      after: "left==1.0.1",
    },
  ]);
});

it("moves a crate with cargo update --precise", async () => {
  const files = {
    "Cargo.toml": '[package]\nname = "app"\nversion = "1.0.0"\n\n[dependencies]\nleft = "1.0"\n',
    "Cargo.lock": `version = 4\n\n[[package]]\nname = "app"\nversion = "1.0.0"\ndependencies = [\n "left",\n]\n\n[[package]]\nname = "left"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "${"a".repeat(64)}"\n`,
  };
  const [suggestion] = await suggest(files, [
    advisory("RUSTSEC-1", ["crates.io", "left"], fixedIn("1.2.0")),
  ]);
  expect(suggestion?.commands).toEqual(["cargo update -p left@1.0.0 --precise 1.2.0"]);
});

it("takes a module with go get", async () => {
  const files = {
    "go.mod": "module example.test/app\n\ngo 1.22\n\nrequire example.test/m v1.0.0\n",
  };
  const [suggestion] = await suggest(files, [
    advisory("GO-1", ["Go", "example.test/m"], fixedIn("1.2.0")),
  ]);
  expect(suggestion?.commands).toEqual(["go get example.test/m@v1.2.0", "go mod tidy"]);
});

/** What can't be run here, by the documentation of the tools. */
const of = (suggestion: FixSuggestion | undefined) => {
  const { needs, edits, commands } = suggestion ?? {};
  return { needs, edits, commands };
};

it("Gradle: a constraint, for it takes nothing newer than what is asked for, and the lock state of that module", async () => {
  const lock = "com.acme:left:1.0.0=compileClasspath,runtimeClasspath\nempty=\n";
  const records = [advisory("GHSA-1", ["Maven", "com.acme:left"], fixedIn("1.1.0"))];
  const [groovy] = await suggest({ "build.gradle": "", "gradle.lockfile": lock }, records);
  expect(of(groovy)).toEqual({
    needs: "override",
    edits: [
      {
        kind: "text",
        file: "build.gradle",
        text: 'dependencies {\n  constraints {\n    implementation("com.acme:left:1.1.0")\n  }\n}',
      },
    ],
    commands: ["./gradlew dependencies --update-locks com.acme:left"],
  });
  const [kotlin] = await suggest(
    { "app/build.gradle.kts": "", "app/gradle.lockfile": lock },
    records,
  );
  expect(kotlin?.edits).toMatchObject([{ file: "app/build.gradle.kts" }]);
  expect(kotlin?.commands).toEqual(["../gradlew dependencies --update-locks com.acme:left"]);
  const own = { "app/gradlew": "#!/bin/sh", "app/build.gradle": "", "app/gradle.lockfile": lock };
  const [wrapped] = await suggest(own, records);
  expect(wrapped?.commands).toEqual(["./gradlew dependencies --update-locks com.acme:left"]);
});

it.each([
  ["buildscript-gradle.lockfile", "build.gradle", "./gradlew"],
  ["app/web/buildscript-gradle.lockfile", "app/web/build.gradle.kts", "../../gradlew"],
  ["settings-gradle.lockfile", "settings.gradle", "./gradlew"],
])(
  "Gradle: what a script runs on is overruled in its own block: %s",
  async (path, file, gradlew) => {
    const lock = "com.acme:left:1.0.0=classpath\nempty=\n";
    const records = [advisory("GHSA-1", ["Maven", "com.acme:left"], fixedIn("1.1.0"))];
    const [suggestion] = await suggest({ [path]: lock, [file]: "" }, records);
    expect(of(suggestion)).toEqual({
      needs: "override",
      edits: [
        {
          kind: "text",
          file,
          text: 'buildscript {\n  dependencies {\n    constraints {\n      classpath("com.acme:left:1.1.0")\n    }\n  }\n}',
        },
      ],
      commands: [`${gradlew} dependencies --update-locks com.acme:left`],
    });
  },
);

const nuget = (type: "Direct" | "Transitive") =>
  JSON.stringify({
    version: 1,
    dependencies: {
      "net8.0": {
        Acme: {
          type: "Direct",
          requested: "[1.0.0, )",
          resolved: "1.0.0",
          contentHash: "x",
          ...(type === "Transitive" && { dependencies: { Left: "1.0.0" } }),
        },
        Left: {
          type,
          ...(type === "Direct" && { requested: "[1.0.0, )" }),
          resolved: "1.0.0",
          contentHash: "x",
        },
      },
    },
  });
const NUGET = [advisory("GHSA-1", ["NuGet", "Left"], fixedIn("1.1.0"))];
const csproj = (...names: readonly string[]) =>
  `<Project Sdk="Microsoft.NET.Sdk">\n<PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>\n<ItemGroup>\n${names.map((name) => `<PackageReference Include="${name}" Version="1.0.0" />\n`).join("")}</ItemGroup>\n</Project>\n`;

it("NuGet: the version of a reference, for it takes the lowest that is asked for", async () => {
  const files = { "app.csproj": csproj("Acme", "Left"), "packages.lock.json": nuget("Direct") };
  expect(of((await suggest(files, NUGET))[0])).toEqual({
    needs: "requirement",
    edits: [
      {
        kind: "line",
        file: "app.csproj",
        line: 5,
        before: '<PackageReference Include="Left" Version="1.0.0" />',
        after: '<PackageReference Include="Left" Version="1.1.0" />',
      },
    ],
    commands: ["dotnet restore --force-evaluate"],
  });
});

it("NuGet: a reference of one's own to what others ask for, or a pin where versions are central", async () => {
  const files = { "app.csproj": csproj("Acme"), "packages.lock.json": nuget("Transitive") };
  expect(of((await suggest(files, NUGET))[0])).toEqual({
    needs: "override",
    edits: [
      {
        kind: "text",
        file: "the project file",
        text: '<ItemGroup>\n  <PackageReference Include="Left" Version="1.1.0" />\n</ItemGroup>',
      },
    ],
    commands: ["dotnet restore --force-evaluate"],
  });
  const central = { ...files, "Directory.Packages.props": "<Project></Project>\n" };
  const [pinned] = await suggest(central, NUGET);
  expect(pinned?.edits).toMatchObject([
    {
      file: "Directory.Packages.props",
      text: expect.stringContaining('<PackageVersion Include="Left" Version="1.1.0" />'),
    },
  ]);
});

it("mix: deps.update, and override: true for what others hold back", async () => {
  const sum = "a".repeat(64);
  const files = {
    "mix.exs":
      'defmodule App.MixProject do\n  use Mix.Project\n  def project, do: [app: :app, version: "0.1.0", deps: deps()]\n  defp deps do\n    [{:web, "~> 1.0"}]\n  end\nend\n',
    "mix.lock": `%{\n  "left": {:hex, :left, "1.0.0", "${sum}", [:mix], [], "hexpm", "${sum}"},\n  "web": {:hex, :web, "1.0.0", "${sum}", [:mix], [{:left, "~> 1.0", [hex: :left, repo: "hexpm", optional: false]}], "hexpm", "${sum}"},\n}\n`,
  };
  const left = ["Hex", "left"] as const;
  const [refreshed] = await suggest(files, [advisory("GHSA-1", left, fixedIn("1.1.0"))]);
  expect(of(refreshed)).toEqual({
    needs: "lockfile",
    edits: [],
    commands: ["mix deps.update left"],
  });
  const [held] = await suggest(files, [advisory("GHSA-1", left, fixedIn("2.0.1"))]);
  expect(of(held)).toEqual({
    needs: "override",
    edits: [
      { kind: "text", file: "the deps of mix.exs", text: '{:left, "~> 2.0.1", override: true}' },
    ],
    commands: ["mix deps.update left"],
  });
});

it("pub: an upgrade of the package, and dependency_overrides where the lockfile leaves it open whether others take it", async () => {
  const entry = (name: string, kind: string) =>
    `  ${name}:\n    dependency: ${kind}\n    description:\n      name: ${name}\n      sha256: "${"a".repeat(64)}"\n      url: "https://pub.dev"\n    source: hosted\n    version: "1.0.0"\n`;
  const files = {
    "pubspec.yaml": "name: app\nenvironment:\n  sdk: ^3.0.0\ndependencies:\n  web: ^1.0.0\n",
    "pubspec.lock": `packages:\n${entry("left", "transitive")}${entry("web", '"direct main"')}sdks:\n  dart: ">=3.0.0 <4.0.0"\n`,
  };
  const [refreshed] = await suggest(files, [advisory("GHSA-1", ["Pub", "left"], fixedIn("1.1.0"))]);
  expect(of(refreshed)).toEqual({
    needs: "lockfile",
    edits: [],
    commands: ["dart pub upgrade left"],
  });
});

it("SwiftPM: an update of the package by the last part of its address", async () => {
  const files = {
    "Package.swift": "// swift-tools-version:5.9\n",
    "Package.resolved": JSON.stringify({
      pins: [
        {
          identity: "left",
          kind: "remoteSourceControl",
          location: "https://github.com/acme/left.git",
          state: { revision: "a".repeat(40), version: "1.0.0" },
        },
      ],
      version: 2,
    }),
  };
  const [suggestion] = await suggest(files, [
    advisory("GHSA-1", ["SwiftURL", "github.com/acme/left"], fixedIn("1.1.0")),
  ]);
  expect(suggestion?.commands).toEqual(["swift package update left"]);
});
