import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "@assay/core";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { locked, MIT, sayingOf, statementsOf } from "./test/statements.ts";

afterAll(cleanUp);

const manifest = (parts: object) => JSON.stringify({ name: "a", version: "1.0.0", ...parts });
const a = locked("npm", "a", "1.0.0");
const placed = { ...a, installPath: "node_modules/a" };

test("an installed package says its licence, people and places, and its text bears the licence out", async () => {
  const said = await sayingOf(placed, {
    files: {
      "node_modules/a/package.json": manifest({
        license: "MIT",
        author: "Ann Other <ann@a.test> (https://a.test)",
        description: "Does\n this",
        homepage: "https://user:secret@a.test/?token=1",
        repository: { type: "git", url: "git+https://git.a.test/a.git" },
      }),
      "node_modules/a/LICENSE": MIT,
    },
  });
  expect(said).toEqual({
    source: "installed",
    declared: "MIT",
    concluded: "MIT",
    copyright: ["Copyright (c) 2020 Ann"],
    metadata: {
      authors: [{ name: "Ann Other", email: "ann@a.test" }],
      description: "Does this",
      homepage: "https://a.test/",
      repository: "git+https://git.a.test/a.git",
    },
  });
});

test("a package of another version or name is none, wherever it lies", async () => {
  const files = { "node_modules/a/package.json": manifest({ version: "1.0.1", license: "MIT" }) };
  expect(await sayingOf(placed, { files })).toBeUndefined();
  expect(await sayingOf(a, { files })).toBeUndefined();
  const other = { "node_modules/a/package.json": manifest({ name: "b", license: "MIT" }) };
  expect(await sayingOf(a, { files: other })).toBeUndefined();
});

test("nothing is concluded where lockfile and package differ, or the text is another one", async () => {
  const files = (license: string) => ({
    "node_modules/a/package.json": manifest({ license }),
    "node_modules/a/LICENSE": MIT,
  });
  const concluded = async (license: string, lock?: string) =>
    (
      await sayingOf(
        { ...placed, ...(lock ? { declaredLicense: lock } : {}) },
        { files: files(license) },
      )
    )?.concluded;
  expect(await concluded("MIT", "MIT")).toBe("MIT");
  expect(await concluded("ISC", "MIT")).toBeUndefined();
  expect(await concluded("ISC")).toBeUndefined();
});

test.each([
  ["another text", "Commons Clause: banks excluded."],
  ["a text that is too large to be read", "x".repeat(70_000)],
])("nothing is concluded beside %s", async (_, text) => {
  const said = await sayingOf(placed, {
    files: {
      "node_modules/a/package.json": manifest({ license: "MIT" }),
      "node_modules/a/LICENSE": MIT,
      "node_modules/a/LICENSE-2.txt": text,
    },
  });
  expect([said?.declared, said?.concluded]).toEqual(["MIT", undefined]);
});

test.each([
  ["node_modules/b/node_modules/a/package.json"],
  ["node_modules/.pnpm/a@1.0.0_x/node_modules/a/package.json"],
])("where the lockfile does not tell the place, the tree is looked through: %s", async (path) => {
  const files = {
    "node_modules/a/package.json": manifest({ version: "2.0.0", license: "ISC" }),
    "node_modules/b/package.json": "{}",
    [path]: manifest({ license: "MIT" }),
  };
  expect(await sayingOf(a, { files })).toMatchObject({ source: "installed", declared: "MIT" });
});

test("links that lead out of the project, broken and huge manifests say nothing", async () => {
  const outside = await temporaryFolder();
  await writeFiles(outside, { "a/package.json": manifest({ license: "MIT" }), LICENSE: MIT });
  const { statements, root } = await statementsOf([], {});
  expect(statements.size).toBe(0);
  await symlink(outside, join(root, "node_modules"));
  const { installedTree } = await import("./find.ts");
  const { openWorkspace } = await import("@assay/core");
  const tree = installedTree(await openWorkspace(root));
  expect(await tree.find(placed)).toEqual({ kind: "outside" });
  expect(await tree.find(a)).toBeUndefined();
  for (const content of ["{", "[]", `{"name":"a","version":"1.0.0"${" ".repeat(1024 * 1024)}}`])
    expect(
      await sayingOf(placed, { files: { "node_modules/a/package.json": content } }),
    ).toBeUndefined();
});

test("names that lead elsewhere find nothing", async () => {
  const files = { "secret/package.json": manifest({ name: "../secret" }) };
  for (const name of ["../secret", "..", "a\0b", "/etc"])
    for (const ecosystem of ["npm", "cargo", "golang", "gem", "nuget", "composer", "maven", "pypi"])
      expect(
        await sayingOf(locked(ecosystem, name, "1.0.0"), { files, level: "caches" }),
      ).toBeUndefined();
});

test("packages without a version are none", async () => {
  const files = { "node_modules/a/package.json": manifest({ license: "MIT" }) };
  const { version: _, ...unversioned } = placed;
  expect(await sayingOf(unversioned, { files })).toBeUndefined();
});

test("a cache of the user is looked at only where that is asked for", async () => {
  const crate = locked("cargo", "c", "1.2.3");
  const home = {
    ".cargo/registry/src/index.crates.io-0/c-1.2.3/Cargo.toml":
      '[package]\nname = "c"\nversion = "1.2.3"\nlicense = "MIT/Apache-2.0"\n',
  };
  expect(await sayingOf(crate, { home })).toBeUndefined();
  expect(await sayingOf(crate, { home, level: "caches" })).toMatchObject({
    source: "cache",
    declared: "MIT OR Apache-2.0",
  });
});

test("registries are refused offline, before anything is looked at", async () => {
  const asked = statementsOf([a], { level: "registry", offline: true });
  await expect(asked).rejects.toThrow(UsageError);
  await expect(asked).rejects.toThrow("`enrich` is `registry`, and this run is offline");
});

test("packages that are not installed are counted, once wherever they lie, with what looks further", async () => {
  const twice = { ...placed, id: "lock#again", installPath: "node_modules/b/node_modules/a" };
  const b = locked("npm", "b", "1.0.0");
  const files = { "node_modules/a/package.json": manifest({ license: "MIT" }) };
  expect((await statementsOf([placed, twice, b], { files })).notices).toEqual([
    "1 of 2 packages were not found, so `enrich` added nothing to them: install them first, or set `enrich` to `caches` or `registry`.",
  ]);
  expect((await statementsOf([placed], { files })).notices).toEqual([]);
});
