import { describe, expect, test } from "vitest";
import { inventoryOf, lockOf, sri } from "../test/lockfiles.ts";

const LOCK = `{
  "lockfileVersion": 2,
  "configVersion": 1,
  "workspaces": {
    "": {
      "name": "r",
      "dependencies": {
        "al": "npm:is-odd@^3",
        "is-number": "^7",
      },
    },
    "packages/a": {
      "name": "a",
      "version": "1.0.0",
      "dependencies": {
        "glob": "^11",
        "@s/x": "3",
      },
      "devDependencies": {
        "dev": "1",
      },
    },
  },
  "overrides": {
    "minimatch": "9.0.5",
  },
  // written by hand
  "packages": {
    "@s/x": ["@s/x@2.0.0", "", {}, "${sri(1)}"],

    "a": ["a@workspace:packages/a"],

    "al": ["is-odd@3.0.1", "", { "dependencies": { "is-number": "^6.0.0" } }, "${sri(2)}"],

    "dev": ["dev@1.0.0", "", { "os": "darwin", "cpu": ["x64", "arm64"] }, "${sri(3)}"],

    "glob": ["glob@11.1.0", "", { "dependencies": { "minimatch": "^10.1.1", "@s/x": "1" } }, "${sri(4)}"],

    "is-number": ["is-number@7.0.0", "", {}, "${sri(5)}"],

    "minimatch": ["minimatch@9.0.5", "", {}, "${sri(6)}"],

    "a/@s/x": ["@s/x@3.0.0", "", { "dependencies": { "glob": "11" } }, "${sri(7)}"],

    "al/is-number": ["is-number@6.0.0", "", {}, "${sri(8)}"],

    "glob/@s/x": ["@s/x@1.0.0", "", { "bundled": true }, "${sri(9)}"],
  }
}
`;
const FILES = {
  "bun.lock": LOCK,
  "package.json": {
    name: "r",
    dependencies: { al: "npm:is-odd@^3", "is-number": "^7" },
    overrides: { minimatch: "9.0.5" },
  },
  "packages/a/package.json": {
    name: "a",
    version: "1.0.0",
    dependencies: { glob: "^11", "@s/x": "3" },
    devDependencies: { dev: "1" },
  },
};

describe("a workspace with an alias, nested packages, scopes and an override", () => {
  test("names are looked for below the package, then below those above it", async () => {
    const { edges, gaps, scopes } = await lockOf(FILES);
    expect(edges).toEqual(
      [
        ". > al runtime as al",
        ". > is-number runtime",
        "al > al/is-number runtime",
        "a/@s/x > glob runtime",
        "glob > glob/@s/x runtime",
        "glob > minimatch runtime",
        "packages/a > a/@s/x runtime",
        "packages/a > dev development if os=darwin & (cpu=x64 | cpu=arm64)",
        "packages/a > glob runtime",
      ].sort(),
    );
    expect(gaps).toEqual(["orphan @s/x: no dependency in the lockfile leads to it"]);
    expect(scopes).toMatchObject({ dev: "development", glob: "runtime", "a/@s/x": "runtime" });
  });

  test("a package has its real name, its hash and its line; a member its folder", async () => {
    const { packages, graph } = await lockOf(FILES);
    expect(packages.get("al")).toEqual({
      id: "bun.lock#al",
      name: "is-odd",
      version: "3.0.1",
      kind: "library",
      ecosystem: "npm",
      purl: "pkg:npm/is-odd@3.0.1",
      firstParty: false,
      scope: "runtime",
      direct: true,
      artifacts: [{ hashes: [{ algorithm: "SHA-512", value: "02".repeat(64) }] }],
      location: {
        path: "bun.lock",
        startLine: LOCK.slice(0, LOCK.indexOf('"al": [')).split("\n").length,
      },
      aliases: ["al"],
      flags: [],
    });
    expect(packages.get("glob/@s/x")?.flags).toEqual(["bundled"]);
    expect(packages.get("packages/a")).toMatchObject({
      name: "a",
      version: "1.0.0",
      firstParty: true,
      installPath: "packages/a",
    });
    expect(graph.roots).toEqual(["bun.lock#.", "bun.lock#packages/a"]);
    expect(graph.covers).toEqual(["package.json", "packages/a/package.json"]);
  });
});

const lock = (packages: string, root = '"dependencies": {"x": "*"}', more = "") =>
  `{"lockfileVersion": 1, "workspaces": {"": {"name": "r", ${root}}}, ${more} "packages": {${packages}}}`;
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

describe("where a package comes from", () => {
  test.each<readonly [string, string | undefined, string | undefined]>([
    [`["x@1.0.0", "", {}, "${sri(1)}"]`, "pkg:npm/x@1.0.0", "1.0.0"],
    [
      `["x@1.0.0", "https://u:s3cret@npm.example.com/x/-/x-1.0.0.tgz", {}, "${sri(1)}"]`,
      "pkg:npm/x@1.0.0?repository_url=https:%2F%2Fnpm.example.com",
      "1.0.0",
    ],
    [
      `["x@github:o/r#98e8ff1", {}, "o-r-98e8ff1", "${sri(1)}"]`,
      "pkg:npm/x?vcs_url=git%2Bssh:%2F%2Fgit%40github.com%2Fo%2Fr.git%4098e8ff1",
      undefined,
    ],
    [
      `["x@git+https://example.com/r.git#${COMMIT}", {}, "${COMMIT}"]`,
      `pkg:npm/x?vcs_url=git%2Bhttps:%2F%2Fexample.com%2Fr.git%40${COMMIT}`,
      undefined,
    ],
    [
      `["x@https://example.com/x.tgz", {}, "${sri(1)}"]`,
      "pkg:npm/x?download_url=https:%2F%2Fexample.com%2Fx.tgz",
      undefined,
    ],
    [
      `["x@https://registry.npmjs.org/x/-/x-1.0.0.tgz", {}, "${sri(1)}"]`,
      "pkg:npm/x@1.0.0",
      "1.0.0",
    ],
    [`["x@./x.tgz", {}, "${sri(1)}"]`, undefined, undefined],
    ['["x@file:lib", {}]', undefined, "0.1.0"],
    ['["x@link:lib"]', undefined, "0.1.0"],
  ])("%s", async (tuple, purl, version) => {
    const { packages, gaps, graph } = await lockOf({
      "bun.lock": lock(`"x": ${tuple}`),
      "lib/package.json": { name: "x", version: "0.1.0" },
    });
    expect(packages.get("x")?.purl).toBe(purl);
    expect(packages.get("x")?.version).toBe(version);
    expect(gaps).toEqual([]);
    expect(JSON.stringify(graph)).not.toContain("s3cret");
  });

  test("a copied folder brings its packages, a link does not", async () => {
    const folder = { "lib/package.json": { name: "x", dependencies: { y: "1" } } };
    const copied = await lockOf({
      "bun.lock": lock(
        `"x": ["x@file:lib", {"dependencies": {"y": "1"}}], "y": ["y@1.0.0", "", {}, "${sri(1)}"]`,
      ),
      ...folder,
    });
    expect(copied.edges).toEqual([". > x runtime", "x > y runtime"]);
    expect(copied.graph.covers).toEqual(["lib/package.json", "package.json"]);
    const linked = await lockOf({ "bun.lock": lock('"x": ["x@link:lib"]'), ...folder });
    expect(linked.graph.covers).toEqual(["package.json"]);
  });

  test("a copied folder brings what it needs to be developed, as `bun why` says", async () => {
    const dev = `"x": ["x@file:../lib", {"devDependencies": {"y": "1"}}], "y": ["y@1.0.0", "", {"devDependencies": {"z": "1"}}, "${sri(1)}"]`;
    const { edges, graph } = await lockOf({ "bun.lock": lock(dev) });
    expect(edges).toEqual([". > x runtime", "x > y development"]);
    expect(graph.gaps.filter(({ kind }) => kind === "orphan")).toEqual([]);
    expect(graph.components.find(({ name }) => name === "y")?.scope).toBe("development");
  });

  test("the patch of a package", async () => {
    const { packages } = await lockOf({
      "sub/bun.lock": lock(
        `"x": ["x@1.0.0", "", {}, "${sri(1)}"]`,
        undefined,
        '"patchedDependencies": {"x@1.0.0": "patches/x.patch"},',
      ),
    });
    expect(packages.get("x")).toMatchObject({
      patches: ["sub/patches/x.patch"],
      flags: ["patched"],
    });
  });
});

test("peers: met ones are edges, a required one that is not there is a gap, an optional one none", async () => {
  const { edges, gaps } = await lockOf({
    "bun.lock": lock(
      `"x": ["x@1.0.0", "", {"peerDependencies": {"p": "*", "q": "*", "r": "*", "s": "*"}, "optionalPeers": ["q", "r"]}, "${sri(1)}"], "p": ["p@1.0.0", "", {}, "${sri(2)}"], "q": ["q@1.0.0", "", {}, "${sri(3)}"]`,
    ),
  });
  expect(edges).toEqual([". > x runtime", "x > p peer", "x > q optional"]);
  expect(gaps).toEqual(["missing-peer x: its peer dependency s is not in the lockfile"]);
});

describe("what does not fit the manifests is stale", () => {
  const text = lock(
    `"x": ["x@1.2.0", "", {}, "${sri(1)}"]`,
    '"dependencies": {"x": "^1"}',
    '"catalog": {"c": "1"}, "overrides": {"o": "1"},',
  );
  const fits = { name: "r", dependencies: { x: "^1" }, catalog: { c: "1" }, overrides: { o: "1" } };
  test.each([
    [fits, []],
    [{ ...fits, dependencies: { x: ">=1" } }, []],
    [{ ...fits, dependencies: { x: "^2" } }, ["x is locked for ^1"]],
    [{ ...fits, devDependencies: { y: "1" } }, ["y is not locked"]],
    [{ ...fits, dependencies: {} }, ["x is no longer asked for"]],
    [{ ...fits, overrides: {} }, ["o is overridden as 1"]],
    [{ ...fits, catalog: { c: "2" } }, ["c is in the catalog as 1"]],
    [{ ...fits, catalog: {}, workspaces: { packages: [], catalog: { c: "1" } } }, []],
    [{ ...fits, overrides: {}, resolutions: { o: "1" } }, []],
  ])("%j", async (manifest, differences) => {
    const { gaps } = await lockOf({ "bun.lock": text, "package.json": manifest });
    expect(gaps).toEqual(
      differences.map((each) => `stale .: package.json asks for other packages: ${each}`),
    );
  });
});

test("a version outside of the range is a gap, but where the project overrides it", async () => {
  const text = (more = "") =>
    lock(
      `"x": ["x@1.0.0", "", {"dependencies": {"y": "^2", "z": "npm:y@^1"}}, "${sri(1)}"], "y": ["y@1.0.0", "", {}, "${sri(2)}"], "z": ["y@1.5.0", "", {}, "${sri(3)}"]`,
      undefined,
      more,
    );
  const { gaps } = await lockOf({ "bun.lock": text() });
  expect(gaps).toEqual(["entry x: its dependency y is locked as 1.0.0, which ^2 does not allow"]);
  for (const overrides of ['{"y": "1.0.0"}', '{"y@^2": "1.0.0"}', '{"x": {"y": "1.0.0"}}']) {
    const other = await lockOf({ "bun.lock": text(`"overrides": ${overrides},`) });
    expect(other.gaps).toEqual([]);
  }
});

test("a version that is not known is read, and incomplete", async () => {
  const text = lock(`"x": ["x@1.0.0", "", {}, "${sri(1)}"]`).replace(
    '"lockfileVersion": 1',
    '"lockfileVersion": 3',
  );
  const { gaps, edges } = await lockOf({ "bun.lock": text });
  expect(edges).toEqual([". > x runtime"]);
  expect(gaps).toEqual([
    "entry bun.lock: it is of the version 3; 0 to 2 are known, and it was read as if it were of these",
  ]);
});

test("Bun's binary lockfile yields to the text, and alone says how to write one", async () => {
  const binary = new Uint8Array(
    Buffer.from(
      [..."#!/usr/bin/env bun\nbun-lockfile-format-v0\n"]
        .map((each) => each.charCodeAt(0))
        .concat([0xff, 0, 0x80]),
    ),
  );
  const both = await inventoryOf({ "bun.lock": lock("", '"dependencies": {}'), "bun.lockb": "#!" });
  expect(both.graphs).toHaveLength(1);
  expect(both.skipped).toMatchObject([{ item: "bun.lockb", kind: "excluded" }]);
  const { memorySource, readInventory } = await import("../../../index.ts");
  const { skipped } = await readInventory(memorySource({ "bun.lockb": binary }));
  expect(skipped).toMatchObject([
    { kind: "unreadable", reason: "bun.lockb is a binary file, no text" },
  ]);
  expect(skipped[0]?.advice).toContain("bun install --save-text-lockfile");
});
