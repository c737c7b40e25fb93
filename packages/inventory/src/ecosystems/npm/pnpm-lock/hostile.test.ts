import { describe, expect, test } from "vitest";
import { expectNothingSilent } from "../../../assemble/test/mutations.ts";
import { inventoryOf, lockOf, sri } from "../test/lockfiles.ts";

const LOCK = "pnpm-lock.yaml";

const SMALL = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

importers:

  .:
    dependencies:
      a:
        specifier: ^1.0.0
        version: 1.0.0(p@1.0.0)
    devDependencies:
      d:
        specifier: npm:e@^2
        version: e@2.0.0

packages:

  a@1.0.0:
    resolution: {integrity: ${sri(1)}}
    peerDependencies:
      p: ^1

  e@2.0.0:
    resolution: {integrity: ${sri(2)}}
    cpu: [x64]

  f@1.0.0:
    resolution: {integrity: ${sri(3)}}
    deprecated: |-
      use g
      instead

  p@1.0.0:
    resolution: {integrity: ${sri(4)}}

snapshots:

  a@1.0.0(p@1.0.0):
    dependencies:
      f: 1.0.0
      p: 1.0.0

  e@2.0.0:
    optionalDependencies:
      f: 1.0.0

  f@1.0.0: {}

  p@1.0.0: {}
`;
const FILES = {
  [LOCK]: SMALL,
  "package.json": {
    name: "app",
    dependencies: { a: "^1.0.0" },
    devDependencies: { d: "npm:e@^2" },
  },
};

test("nothing that is done to it passes unreported", async () => {
  await expectNothingSilent(LOCK, FILES, 1500);
});

test("cut at any place, it never loses a package or an edge unreported", async () => {
  const whole = await lockOf(FILES);
  for (let at = 0; at < SMALL.length; at++) {
    const { graphs, skipped } = await inventoryOf({ ...FILES, [LOCK]: SMALL.slice(0, at) });
    const [graph] = graphs;
    const isLess =
      (graph?.components.length ?? 0) < whole.graph.components.length ||
      (graph?.edges.length ?? 0) < whole.graph.edges.length;
    if (isLess)
      expect(skipped.length + (graph?.gaps.length ?? 0), `cut at ${at}`).toBeGreaterThan(0);
  }
});

describe("what is no lockfile is skipped with a reason", () => {
  test.each([
    ["empty", "", "holds no pnpm lockfile"],
    ["a list", "- a\n- b\n", "holds no pnpm lockfile"],
    ["JSON", '{"lockfileVersion": "9.0"', "Flow map is not closed"],
    ["an alias of nothing", "a: 1\nb: *x\n", "line 2 on: Unresolved alias: *x"],
    ["a tab", "importers:\n\t.: {}\n", "line 2 on: it is indented with a tab"],
    [
      "a merge conflict",
      `${"<".repeat(7)} ours\n${SMALL}${">".repeat(7)} theirs\n`,
      "merge conflict",
    ],
    ["200 brackets", `a: ${"[".repeat(200)}`, "nested too deeply"],
    [
      "deep blocks",
      Array.from({ length: 500 }, (_, n) => `${" ".repeat(n)}a:`).join("\n"),
      "nested too deeply",
    ],
    ["a document more", "---\na: b\n".repeat(20), "more than 16 documents"],
    ["a quote that is not closed", 'a: "b\n'.repeat(3), "can't be understood"],
  ])("%s", async (_, text, reason) => {
    const { graphs, skipped } = await inventoryOf({ [LOCK]: text });
    expect(graphs).toEqual([]);
    expect(skipped[0]).toMatchObject({ item: LOCK, kind: "unreadable" });
    expect(skipped[0]?.reason).toContain(reason);
  });
});

describe("what is odd in it is a gap", () => {
  test.each([
    [
      "      version: 1.0.0(p@1.0.0)\n",
      "      version: 1.0.1\n",
      "entry .: its dependency a is not in the lockfile",
    ],
    [
      "      f: 1.0.0\n",
      "      f: 9.0.0\n",
      "entry a@1.0.0(p@1.0.0): its dependency f is not in the lockfile",
    ],
    [
      "      f: 1.0.0\n",
      "      f: {}\n",
      "entry a@1.0.0(p@1.0.0): its dependency f has no version",
    ],
    ["  f@1.0.0: {}\n", "", "entry f@1.0.0: the lockfile does not say what the package needs"],
    [
      "  e@2.0.0:\n    resolution",
      "  g@2.0.0:\n    resolution",
      "entry e@2.0.0: nothing says where the package comes from",
    ],
    [
      "  f@1.0.0: {}\n",
      "  f@1.0.0: {}\n  f@1.0.0: {}\n",
      "entry f@1.0.0: the entry stands in the lockfile more than once; the last one was read",
    ],
    [
      `{integrity: ${sri(1)}}`,
      "{integrity: sha512-AAAA}",
      "entry a@1.0.0(p@1.0.0): a part of `integrity` is no known hash",
    ],
    [
      `{integrity: ${sri(1)}}`,
      "{type: 'custom:x'}",
      "entry a@1.0.0(p@1.0.0): its `resolution` is of the unknown type custom:x",
    ],
    [
      `    resolution: {integrity: ${sri(1)}}\n`,
      "",
      "entry a@1.0.0(p@1.0.0): the entry has no `resolution`",
    ],
    [
      SMALL.slice(SMALL.indexOf("importers"), SMALL.indexOf("packages:")),
      "",
      `entry ${LOCK}: the lockfile names no importers`,
    ],
    [
      SMALL.slice(SMALL.indexOf("snapshots:")),
      "",
      "entry e@2.0.0: the lockfile does not say what the package needs",
    ],
  ])("%j for %j", async (before, after, gap) => {
    expect(SMALL).toContain(before);
    const { gaps } = await lockOf({ ...FILES, [LOCK]: SMALL.replace(before, () => after) });
    expect(gaps).toContain(gap);
  });
});

test.each([
  ["CRLF", SMALL.replaceAll("\n", "\r\n")],
  ["a byte order mark", `\uFEFF${SMALL}`],
  [
    "comments",
    SMALL.replaceAll(":\n", ": # about it\n").replace("importers", "# what\n\nimporters"),
  ],
  [
    "another style",
    SMALL.replaceAll(/\{integrity: (.*)\}/g, '\n      {\n        "integrity": $1,\n      }'),
  ],
])("%s changes nothing", async (_, text) => {
  const whole = await lockOf(FILES);
  const other = await lockOf({ ...FILES, [LOCK]: text });
  expect(other.edges).toEqual(whole.edges);
  expect(other.gaps).toEqual([]);
  expect([...other.packages.values()].map(({ artifacts }) => artifacts)).toEqual(
    [...whole.packages.values()].map(({ artifacts }) => artifacts),
  );
});

test("names that are special to objects are ordinary names", async () => {
  const names = ["__proto__", "constructor", "hasOwnProperty"];
  const each = (line: (name: string) => string) => names.map(line).join("");
  const { edges, gaps } = await lockOf({
    [LOCK]: `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
${each((name) => `      ${name}: {specifier: '1', version: 1.0.0}\n`)}
packages:
${each((name) => `  ${name}@1.0.0: {resolution: {integrity: ${sri(1)}}}\n`)}
snapshots:
${each((name) => `  ${name}@1.0.0: {}\n`)}`,
  });
  expect(edges).toHaveLength(3);
  expect(gaps).toEqual([]);
});

test("keys of a thousand parentheses and long lines are read in proportion to their length", async () => {
  const deep = `${"(a@1".repeat(1000)}${")".repeat(1000)}`;
  const long = "x".repeat(2_000_000);
  const { edges } = await lockOf({
    [LOCK]: `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      a: {specifier: "${long}", version: '1.0.0${deep}'}
packages:
  a@1.0.0: {resolution: {integrity: ${sri(1)}}, deprecated: '${long}'}
snapshots:
  ? a@1.0.0${deep}
  : {dependencies: {b: link:b}}
`,
  });
  expect(edges).toHaveLength(2);
});

test("no credentials of an address get into the graph", async () => {
  const address = "https://user:s3cret@example.com/x.tgz?token=s3cret";
  const { graph } = await lockOf({
    [LOCK]: `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      x: {specifier: '${address}', version: '${address}'}
packages:
  x@${address}: {resolution: {tarball: '${address}'}, version: 1.0.0}
snapshots:
  x@${address}: {dependencies: {y: 1.0.0}}
`,
  });
  expect(JSON.stringify(graph)).not.toContain("s3cret");
  const { components } = graph;
  expect(components[1]?.purl).toBe("pkg:npm/x@1.0.0?download_url=https:%2F%2Fexample.com%2Fx.tgz");
});
