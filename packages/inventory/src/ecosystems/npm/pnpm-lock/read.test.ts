import { describe, expect, test } from "vitest";
import { inventoryOf, lockOf, sri } from "../test/lockfiles.ts";

const LOCK = "pnpm-lock.yaml";

const ENVIRONMENT = `---
lockfileVersion: '9.0'
importers:
  .:
    configDependencies: {}
    packageManagerDependencies:
      pnpm:
        specifier: 12.0.0
        version: 12.0.0
packages:
  pnpm@12.0.0:
    resolution: {integrity: ${sri(1)}}
snapshots:
  pnpm@12.0.0: {}
`;

const PROJECT = `lockfileVersion: '9.0'

patchedDependencies:
  is-odd@3.0.1:
    hash: 0a1b
    path: patches/is-odd.patch

importers:

  .:
    dependencies:
      al:
        specifier: npm:is-odd@^3
        version: is-odd@3.0.1(patch_hash=0a1b)

  packages/a:
    dependencies:
      b:
        specifier: workspace:^
        version: file:packages/b(react@18.3.1)
      react:
        specifier: ^18
        version: 18.3.1
    dependenciesMeta:
      b:
        injected: true

  packages/b:
    devDependencies:
      react:
        specifier: ^17
        version: 17.0.2

packages:

  b@file:packages/b:
    resolution: {directory: packages/b, type: directory}
    peerDependencies:
      react: '*'

  is-odd@3.0.1:
    resolution: {integrity: ${sri(2)}}
    engines: {node: '>=4'}

  react@17.0.2:
    resolution: {integrity: ${sri(3)}}

  react@18.3.1:
    resolution: {integrity: ${sri(4)}}

snapshots:

  b@file:packages/b(react@18.3.1):
    dependencies:
      react: 18.3.1

  is-odd@3.0.1(patch_hash=0a1b): {}

  react@17.0.2: {}

  react@18.3.1: {}
`;

const MANIFESTS = {
  "package.json": { name: "root", version: "1.0.0", dependencies: { al: "npm:is-odd@^3" } },
  "packages/a/package.json": {
    name: "a",
    version: "2.0.0",
    dependencies: { b: "workspace:^", react: "^18" },
  },
  "packages/b/package.json": {
    name: "@s/b",
    peerDependencies: { react: "*" },
    devDependencies: { react: "^17" },
  },
};

describe("a workspace with an alias, a patch, an injected member and peers", () => {
  test("edges are what the lockfile resolves, and the injected member is the member", async () => {
    const { edges, gaps, scopes } = await lockOf({ [LOCK]: PROJECT, ...MANIFESTS });
    expect(edges).toEqual([
      ". > is-odd@3.0.1(patch_hash=0a1b) runtime as al",
      "packages/a > packages/b runtime as b",
      "packages/a > react@18.3.1 runtime",
      "packages/b > react@17.0.2 development",
      "packages/b > react@18.3.1 peer",
    ]);
    expect(scopes).toMatchObject({ "react@17.0.2": "development", "react@18.3.1": "runtime" });
    expect(gaps).toEqual([]);
  });

  test("members have the names of their manifests and are the roots", async () => {
    const { graph, packages } = await lockOf({ [LOCK]: PROJECT, ...MANIFESTS });
    expect(graph.roots).toEqual([`${LOCK}#.`, `${LOCK}#packages/a`, `${LOCK}#packages/b`]);
    expect(packages.get("packages/b")).toMatchObject({
      name: "@s/b",
      firstParty: true,
      installPath: "packages/b",
      kind: "library",
    });
    expect(packages.get(".")).toMatchObject({
      name: "root",
      version: "1.0.0",
      kind: "application",
    });
    expect(graph.covers).toEqual(Object.keys(MANIFESTS));
  });

  test("a package has its real name, its archive's hash, its patch, and the line of what describes it", async () => {
    const { packages } = await lockOf({ [LOCK]: PROJECT, ...MANIFESTS });
    expect(packages.get("is-odd@3.0.1(patch_hash=0a1b)")).toEqual({
      id: `${LOCK}#is-odd@3.0.1(patch_hash=0a1b)`,
      name: "is-odd",
      version: "3.0.1",
      kind: "library",
      ecosystem: "npm",
      purl: "pkg:npm/is-odd@3.0.1",
      firstParty: false,
      scope: "runtime",
      direct: true,
      artifacts: [{ hashes: [{ algorithm: "SHA-512", value: "02".repeat(64) }] }],
      patches: ["patches/is-odd.patch"],
      installPath: "node_modules/.pnpm/is-odd@3.0.1_patch_hash=0a1b/node_modules/is-odd",
      location: { path: LOCK, startLine: PROJECT.split("\n").indexOf("  is-odd@3.0.1:", 20) + 1 },
      aliases: ["al"],
      flags: ["patched"],
    });
  });

  test("pnpm's own environment is a graph of its own, wherever its document stands", async () => {
    for (const text of [`${ENVIRONMENT}---\n${PROJECT}`, `${PROJECT}${ENVIRONMENT}`]) {
      const { graphs } = await inventoryOf({ [LOCK]: text, ...MANIFESTS });
      const sorted = graphs.toSorted((a, b) => b.components.length - a.components.length);
      expect(sorted.map(({ components }) => components.length)).toEqual([6, 2]);
      const pnpm = sorted[1]?.components.find(({ name }) => name === "pnpm");
      expect(pnpm).toMatchObject({ version: "12.0.0", scope: "development" });
      expect(graphs.flatMap(({ gaps }) => gaps)).toEqual([]);
    }
  });

  test("an environment without the project's document is incomplete", async () => {
    const { gaps } = await lockOf({ [LOCK]: ENVIRONMENT, ...MANIFESTS });
    expect(gaps).toContain(`entry ${LOCK}: the lockfile has no document for the project itself`);
    expect(gaps.some((gap) => gap.includes("al is not locked"))).toBe(true);
    const empty = await lockOf({ [LOCK]: ENVIRONMENT, "package.json": {} });
    expect(empty.gaps).toEqual([]);
  });
});

test.each([
  ["9.0", "@s/a@1.0.0(b@2.0.0(c@3.0.0))(d@1.0.0)", "@s+a@1.0.0_b@2.0.0_c@3.0.0__d@1.0.0", "@s/a"],
  ["6.0", "/@s/a@1.0.0(@t/b@2.0.0)", "@s+a@1.0.0_@t+b@2.0.0", "@s/a"],
  ["5.4", "/@s/a/1.0.0_b@2.0.0", "@s+a@1.0.0_b@2.0.0", "@s/a"],
  ["9.0", "Capital@1.0.0", undefined, "Capital"],
  ["9.0", `a@1.0.0(${"b".repeat(200)}@1.0.0)`, undefined, "a"],
])("version %s: %s is installed in %s", async (version, key, folder, name) => {
  const { graph } = await lockOf({
    "sub/pnpm-lock.yaml": `lockfileVersion: '${version}'\nimporters: {}\n${version === "9.0" ? "snapshots" : "packages"}:\n  '${key}': {}\n`,
  });
  const path = `sub/node_modules/.pnpm/${folder}/node_modules/${name}`;
  expect(graph.components.find((each) => each.name === name)?.installPath).toBe(
    folder === undefined ? undefined : path,
  );
});

const packages = (entries: string) => `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      a: {specifier: '1', version: 1.0.0}
packages:
${entries}
`;

test("of the platforms of a package every edge to it says that it depends on them", async () => {
  const { edges } = await lockOf({
    [LOCK]: packages(`  a@1.0.0:
    resolution: {integrity: ${sri(1)}}
  b@1.0.0:
    resolution: {integrity: ${sri(2)}}
    cpu: [x64, arm64]
    os: ['!win32']
    libc: [glibc]
snapshots:
  a@1.0.0:
    optionalDependencies:
      b: 1.0.0
  b@1.0.0:
    optional: true`),
  });
  expect(edges).toContain(
    "a@1.0.0 > b@1.0.0 optional if !os=win32 & (cpu=x64 | cpu=arm64) & libc=glibc",
  );
});

test("peers are edges of their own kind; a required one that is not there is a gap, an optional one none", async () => {
  const { edges, gaps } = await lockOf({
    [LOCK]: packages(`  a@1.0.0:
    resolution: {integrity: ${sri(1)}}
    peerDependencies:
      p: ^1
      q: '*'
      r: '*'
      s: '*'
    peerDependenciesMeta:
      q: {optional: true}
      r:
        optional: true
  p@1.0.0:
    resolution: {integrity: ${sri(2)}}
snapshots:
  a@1.0.0:
    dependencies:
      p: 1.0.0
    optionalDependencies:
      q: p@1.0.0
  p@1.0.0: {}`),
  });
  expect(edges).toEqual([
    ". > a@1.0.0 runtime",
    "a@1.0.0 > p@1.0.0 optional as q",
    "a@1.0.0 > p@1.0.0 peer",
  ]);
  expect(gaps).toEqual(["missing-peer a@1.0.0: its peer dependency s is not in the lockfile"]);
});

test("two versions of one name are told apart by the whole key, peers in parentheses included", async () => {
  const { edges } = await lockOf({
    [LOCK]: `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      x: {specifier: '1', version: 1.0.0(a@1.0.0(b@2.0.0))}
      y: {specifier: '1', version: x@1.0.0(a@2.0.0)}
packages:
  a@1.0.0: {resolution: {integrity: ${sri(1)}}}
  a@2.0.0: {resolution: {integrity: ${sri(2)}}}
  b@2.0.0: {resolution: {integrity: ${sri(3)}}}
  x@1.0.0: {resolution: {integrity: ${sri(4)}}, peerDependencies: {a: '*'}}
snapshots:
  a@1.0.0(b@2.0.0): {dependencies: {b: 2.0.0}}
  a@2.0.0: {}
  b@2.0.0: {}
  x@1.0.0(a@1.0.0(b@2.0.0)): {dependencies: {a: 1.0.0(b@2.0.0)}}
  x@1.0.0(a@2.0.0): {dependencies: {a: 2.0.0}}
`,
  });
  expect(edges).toEqual([
    ". > x@1.0.0(a@1.0.0(b@2.0.0)) runtime",
    ". > x@1.0.0(a@2.0.0) runtime as y",
    "a@1.0.0(b@2.0.0) > b@2.0.0 runtime",
    "x@1.0.0(a@1.0.0(b@2.0.0)) > a@1.0.0(b@2.0.0) peer",
    "x@1.0.0(a@2.0.0) > a@2.0.0 peer",
  ]);
});

test("a linked folder that is no member is named by its manifest, one outside the repository is a gap", async () => {
  const {
    packages: found,
    gaps,
    edges,
  } = await lockOf({
    [`sub/${LOCK}`]: `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      l: {specifier: 'link:../lib', version: link:../lib}
      o: {specifier: 'link:../../o', version: link:../../o}
      abs: {specifier: 'link:/home/somebody/abs', version: link:/home/somebody/abs}
`,
    "lib/package.json": { name: "linked", version: "0.1.0" },
  });
  expect(edges).toContain(". > link:../lib runtime as l");
  expect(found.get("link:../lib")).toMatchObject({ name: "linked", version: "0.1.0" });
  expect(found.get("link:../lib")?.firstParty).toBe(false);
  expect(found.get("link:../lib")?.purl).toBeUndefined();
  expect(gaps).toContain("entry link:../../o: the folder lies outside the repository");
  expect(gaps.filter((gap) => gap.includes("outside"))).toHaveLength(2);
  expect(JSON.stringify([...found])).not.toContain("somebody");
});

test("scope follows the edges; where the lockfile's flags deny it the package says so", async () => {
  const { scopes, packages: found } = await lockOf({
    [LOCK]: `lockfileVersion: '6.0'
dependencies:
  a: {specifier: '1', version: 1.0.0}
optionalDependencies:
  o: {specifier: '1', version: 1.0.0}
devDependencies:
  d: {specifier: '1', version: 1.0.0}
packages:
  /a@1.0.0:
    resolution: {integrity: ${sri(1)}}
    dev: true
  /d@1.0.0:
    resolution: {integrity: ${sri(2)}}
    dev: true
  /o@1.0.0:
    resolution: {integrity: ${sri(3)}}
    dev: false
    optional: true
`,
  });
  expect(scopes).toEqual({
    ".": "runtime",
    "a@1.0.0": "runtime",
    "d@1.0.0": "development",
    "o@1.0.0": "optional",
  });
  expect([...found.values()].filter(({ flags }) => flags.includes("scopeMismatch"))).toHaveLength(
    1,
  );
});
