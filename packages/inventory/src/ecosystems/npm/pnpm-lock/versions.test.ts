import { expect, test } from "vitest";
import { inventoryOf, lockOf, sri } from "../test/lockfiles.ts";

const LOCK = "pnpm-lock.yaml";

const V5 = `lockfileVersion: 5.4
specifiers:
  '@s/a': ^1
  al: npm:is-odd@^3
  r: 1
dependencies:
  '@s/a': 1.0.0_react@18.3.1
  al: /is-odd/3.0.1_0a1b
  r: registry.example.com/r/1.0.0
packages:
  /@s/a/1.0.0_react@18.3.1:
    resolution: {integrity: ${sri(1)}}
    peerDependencies:
      react: '*'
    dependencies:
      react: 18.3.1
    dev: false
  /is-odd/3.0.1_0a1b:
    resolution: {integrity: ${sri(2)}}
    dev: false
    patched: true
  /react/18.3.1:
    resolution: {integrity: ${sri(3)}}
    dev: false
  registry.example.com/r/1.0.0:
    resolution: {integrity: ${sri(4)}, registry: 'https://registry.example.com/', tarball: 'https://registry.example.com/r/-/r-1.0.0.tgz'}
    dev: false
patchedDependencies:
  is-odd@3.0.1:
    hash: 0a1b
    path: patches/is-odd.patch
`;

const V6 = `lockfileVersion: '6.0'
dependencies:
  '@s/a':
    specifier: ^1
    version: 1.0.0(react@18.3.1)
  al:
    specifier: npm:is-odd@^3
    version: /is-odd@3.0.1(patch_hash=0a1b)
  r:
    specifier: '1'
    version: registry.example.com/r@1.0.0
packages:
  /@s/a@1.0.0(react@18.3.1):
    resolution: {integrity: ${sri(1)}}
    peerDependencies:
      react: '*'
    dependencies:
      react: 18.3.1
    dev: false
  /is-odd@3.0.1(patch_hash=0a1b):
    resolution: {integrity: ${sri(2)}}
    dev: false
    patched: true
  /react@18.3.1:
    resolution: {integrity: ${sri(3)}}
    dev: false
  registry.example.com/r@1.0.0:
    resolution: {integrity: ${sri(4)}, tarball: 'https://registry.example.com/r/-/r-1.0.0.tgz'}
    dev: false
patchedDependencies:
  is-odd@3.0.1: {hash: 0a1b, path: patches/is-odd.patch}
`;

const V5_INLINE = V5.replace("5.4", "5.4-inlineSpecifiers")
  .replace(/specifiers:\n(?: {2}.*\n)+/, "")
  .replace("'@s/a': 1.0.0_react@18.3.1", "'@s/a': {specifier: ^1, version: 1.0.0_react@18.3.1}")
  .replace("al: /is", "al: {specifier: 'npm:is-odd@^3', version: /is")
  .replace(
    "1_0a1b\n  r: registry.example.com/r/1.0.0",
    "1_0a1b}\n  r: {specifier: 1, version: registry.example.com/r/1.0.0}",
  );

test.each([
  ["5", V5],
  ["5 with specifiers inline", V5_INLINE],
  ["6", V6],
])("version %s says the same", async (_, text) => {
  const manifest = { dependencies: { "@s/a": "^1", al: "npm:is-odd@^3", r: "1" } };
  const { graph, gaps } = await lockOf({ [LOCK]: text, "package.json": manifest });
  expect(gaps).toEqual([]);
  const names = new Map(graph.components.map(({ id, purl = "" }) => [id, purl]));
  expect(
    graph.edges.map(({ from, to, kind, alias, requirement }) =>
      [names.get(from), names.get(to), kind, alias, requirement].join(" "),
    ),
  ).toEqual([
    "pkg:generic/project pkg:npm/%40s/a@1.0.0 runtime  ^1",
    "pkg:generic/project pkg:npm/is-odd@3.0.1 runtime al npm:is-odd@^3",
    "pkg:generic/project pkg:npm/r@1.0.0?repository_url=https:%2F%2Fregistry.example.com runtime  1",
    "pkg:npm/%40s/a@1.0.0 pkg:npm/react@18.3.1 peer  *",
  ]);
  const patched = graph.components.filter(({ flags }) => flags.includes("patched"));
  expect(patched.map(({ patches }) => patches)).toEqual([["patches/is-odd.patch"]]);
});

test("the patches of pnpm 12 have a hash and no path", async () => {
  const text = `lockfileVersion: '9.0'
patchedDependencies:
  a: 0a1b
importers:
  .:
    dependencies:
      a: {specifier: '1', version: 1.0.0(patch_hash=0a1b)}
packages:
  a@1.0.0: {resolution: {integrity: ${sri(1)}}}
snapshots:
  a@1.0.0(patch_hash=0a1b): {}
`;
  const { packages } = await lockOf({ [LOCK]: text });
  expect(packages.get("a@1.0.0(patch_hash=0a1b)")?.flags).toEqual(["patched"]);
});

test.each([
  ["lockfileVersion: '10.0'\nimporters: {}\n", 'lockfileVersion "10.0"'],
  ["lockfileVersion: 99\n", 'lockfileVersion "99"'],
  ["lockfileVersion: {a: b}\n", "lockfileVersion null"],
  ["importers: {}\n", "lockfileVersion null"],
  ["shrinkwrapVersion: 4\n", "shrinkwrapVersion 4"],
])("a version that is not known is not read: %j", async (text, reason) => {
  const { graphs, skipped } = await inventoryOf({ [LOCK]: text });
  expect(graphs).toEqual([]);
  expect(skipped).toMatchObject([{ item: LOCK, kind: "unreadable", ecosystem: "npm" }]);
  expect(skipped[0]?.reason).toContain(reason);
});

test("a lockfile of a branch is read where there is no other", async () => {
  const text = "lockfileVersion: '9.0'\nimporters:\n  .: {}\n";
  const { graphs } = await inventoryOf({ "pnpm-lock.feature.yaml": text });
  expect(graphs.map(({ path }) => path)).toEqual(["pnpm-lock.feature.yaml"]);
});
