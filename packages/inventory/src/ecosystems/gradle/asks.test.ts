import { expect, test } from "vitest";
import { skippedOf } from "../../assemble/test/graphs.ts";
import { memorySource, readInventory } from "../../index.ts";
import { scriptAsks } from "./asks.ts";

test.each([
  ['dependencies { implementation("a:b:1") }', true],
  ["dependencies {\n    implementation libs.b\n}", true],
  ['dependencies.implementation("a:b:1")', true],
  ['subprojects { dependencies { "api"(libs.b) } }', true],
  ['plugins { kotlin("jvm") version "2.2.0" }', true],
  ['plugins { id("org.jetbrains.kotlin.android") }', true],
  ['plugins { kotlin("jvm") version "2.2.0" apply false }', false],
  ["plugins { id 'base' }", false],
  ["dependencies {\n}", false],
  ["// dependencies { x }\n/* dependencies { x } */", false],
  ['println("dependencies { x }")', false],
  ["buildscript { repositories { a() }\n dependencies { classpath 'a:b:1' } }", false],
  ["buildscript { dependencies { classpath 'a:b:1' } }\ndependencies { api 'x' }", true],
  ["", false],
])("whether %j asks for packages: %s", (text, asks) => {
  expect(scriptAsks(text)).toBe(asks);
});

test("scripts of any shape are read in one pass", () => {
  for (const part of ["/*", '"\\"', "'\"", "buildscript {", "dependencies  ", "{", "\\"])
    expect(scriptAsks(part.repeat(300_000))).toBeTypeOf("boolean");
});

test("a build without lockfiles is one finding, with what it takes to lock it", async () => {
  const { skipped } = await readInventory(
    memorySource({
      "settings.gradle.kts": 'include("app", "lib")',
      "build.gradle.kts": "plugins { base }",
      "app/build.gradle.kts": "dependencies { api(libs.b) }",
      "lib/lib.gradle": "dependencies { api libs.b }",
      "gradle/libs.versions.toml": '[libraries]\nb = "a:b:1"\n',
      "tool/settings.gradle": "",
      "tool/build.gradle": "dependencies { api 'a:b:1' }",
    }),
  );
  expect(skipped.map(({ item, reason, others }) => [item, reason, others])).toEqual([
    [
      "app/build.gradle.kts",
      "it asks for packages, and no lockfile says which versions those are",
      ["gradle/libs.versions.toml", "lib/lib.gradle"],
    ],
    [
      "tool/build.gradle",
      "it asks for packages, and no lockfile says which versions those are",
      undefined,
    ],
  ]);
  expect(skipped[0]?.advice).toContain("dependencyLocking { lockAllConfigurations() }");
});

test("more than a few builds without lockfiles are one finding", async () => {
  const build = (name: string) => [
    [`${name}/settings.gradle`, 'include "a"'],
    [`${name}/build.gradle`, "dependencies { api 'a:b:1' }"],
    [`${name}/a/build.gradle`, "dependencies { api 'a:b:1' }"],
  ];
  const files = Object.fromEntries(["p", "q", "r", "s"].flatMap(build));
  const { skipped } = await readInventory(memorySource(files));
  expect(skipped.map(({ item, others }) => [item, others])).toEqual([
    [
      "p/build.gradle",
      [
        "p/a/build.gradle",
        ...["q", "r", "s"].flatMap((each) => [`${each}/build.gradle`, `${each}/a/build.gradle`]),
      ],
    ],
  ]);
});

test("a version catalog alone is not locked; an empty one asks for nothing, a broken one is said", async () => {
  const catalog = (text: string) => skippedOf({ "gradle/libs.versions.toml": text });
  expect(await catalog('[plugins]\nx = "a:1"')).toEqual([
    "unlocked gradle/libs.versions.toml: it asks for packages, and no lockfile says which versions those are",
  ]);
  expect(await catalog("[versions]\nx = '1'")).toEqual([]);
  expect(await catalog("[libraries")).toEqual([
    expect.stringContaining("what it asks for is not known: the version catalog is no TOML"),
  ]);
});
