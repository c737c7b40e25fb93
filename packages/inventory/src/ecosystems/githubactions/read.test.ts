import { describe, expect, test } from "vitest";
import { edgesOf, type Files, fieldOf, gapsOf } from "../../assemble/test/graphs.ts";
import { CI_ECOSYSTEMS, memorySource, readInventory } from "../../index.ts";

const SHA = "c0".repeat(20);
const DIGEST = `sha256:${"5e".repeat(32)}`;
const CI = ".github/workflows/ci.yml";

const read = (files: Files) => readInventory(memorySource(files), { ecosystems: CI_ECOSYSTEMS });

async function graphOf(files: Files, path = CI) {
  const { graphs, skipped } = await read(files);
  const graph = graphs.find((each) => each.path === path);
  if (graph === undefined) throw new TypeError(JSON.stringify(skipped));
  return graph;
}

const WORKFLOW = `name: CI
on: [push]
jobs:
  test:
    runs-on: ubuntu-latest
    container: ghcr.io/acme/build:1.2@${DIGEST}
    services:
      db:
        image: postgres
    steps:
      - uses: actions/checkout@${SHA} # v6.0.1
      - name: Set up
        uses: Actions/Setup-Node@v6
        with:
          uses: not/this@v1
      - uses: github/codeql-action/init@main
      - uses: ./.github/actions/own
      - uses: docker://alpine:3.22
      - run: |
          - uses: nor/this@v1
      - parallel:
          - uses: "acme/fast@v1.0"
  call:
    uses: acme/shared/.github/workflows/build.yml@v2
  own:
    uses: ./.github/workflows/other.yaml
`;
const FILES = {
  [CI]: WORKFLOW,
  ".github/workflows/other.yaml":
    "on: workflow_call\njobs:\n  a:\n    steps:\n      - uses: $/lib\n      - uses: acme/x@v1\n",
  ".github/actions/own/action.yml":
    "name: Own\nruns:\n  using: composite\n  steps:\n    - uses: acme/deep@v3\n    - uses: ./.github/actions/own\n",
  "lib/action.yaml": "runs:\n  using: docker\n  image: docker://busybox\n",
};

describe("a workflow", () => {
  test("has an edge to whatever it uses, and the repository's own are followed", async () => {
    const graph = await graphOf(FILES);
    expect(gapsOf(graph)).toEqual([]);
    expect(edgesOf(graph)).toEqual([
      ".github/actions/own/action.yml > acme/deep@v3 runtime",
      ...[
        ".github/actions/own/action.yml",
        ".github/workflows/other.yaml",
        "acme/fast@v1.0",
        "acme/shared/.github/workflows/build.yml@v2",
        `actions/checkout@${SHA}`,
        "actions/setup-node@v6",
        "docker://alpine:3.22",
        `docker://ghcr.io/acme/build:1.2@${DIGEST}`,
        "docker://postgres",
        "github/codeql-action/init@main",
      ].map((to) => `${CI} > ${to} runtime`),
      ".github/workflows/other.yaml > acme/x@v1 runtime",
      ".github/workflows/other.yaml > lib/action.yaml runtime",
      "lib/action.yaml > docker://busybox runtime",
    ]);
    expect(graph.withoutEdges).toContain(`${CI}#actions/setup-node@v6`);
    expect(graph.withoutEdges).not.toContain(`${CI}#lib/action.yaml`);
  });

  test("names each by the rules of its kind, and says what is not pinned", async () => {
    const graph = await graphOf(FILES);
    expect(
      graph.components.map(({ name, version, purl, flags, location, firstParty }) => [
        name,
        version,
        purl,
        flags.join(),
        location.startLine,
        firstParty,
      ]),
    ).toEqual([
      [
        ".github/actions/own",
        undefined,
        "pkg:generic/.github/actions/own#.github/actions/own",
        "",
        undefined,
        true,
      ],
      [CI, undefined, `pkg:generic/${CI}#${CI}`, "", 1, true],
      [
        ".github/workflows/other.yaml",
        undefined,
        "pkg:generic/.github/workflows/other.yaml#.github/workflows/other.yaml",
        "",
        undefined,
        true,
      ],
      ["acme/deep", "v3", "pkg:githubactions/acme/deep@v3", "unpinned", undefined, false],
      ["acme/fast", "v1.0", "pkg:githubactions/acme/fast@v1.0", "unpinned", 22, false],
      [
        "acme/shared/.github/workflows/build.yml",
        "v2",
        "pkg:githubactions/acme/shared@v2#.github/workflows/build.yml",
        "unpinned",
        24,
        false,
      ],
      ["acme/x", "v1", "pkg:githubactions/acme/x@v1", "unpinned", undefined, false],
      [
        "actions/checkout",
        SHA,
        `pkg:githubactions/actions/checkout@${SHA}`,
        "claimedVersion=v6.0.1",
        11,
        false,
      ],
      [
        "Actions/Setup-Node",
        "v6",
        "pkg:githubactions/actions/setup-node@v6",
        "unpinned",
        13,
        false,
      ],
      ["alpine", "3.22", "pkg:docker/library/alpine@3.22", "unpinned", 18, false],
      ["busybox", "latest", "pkg:docker/library/busybox@latest", "unpinned", undefined, false],
      [
        "ghcr.io/acme/build",
        DIGEST,
        `pkg:oci/build@sha256:${"5e".repeat(32)}?repository_url=ghcr.io%2Facme%2Fbuild&tag=1.2`,
        "",
        4,
        false,
      ],
      ["postgres", "latest", "pkg:docker/library/postgres@latest", "unpinned", 8, false],
      [
        "github/codeql-action/init",
        "main",
        "pkg:githubactions/github/codeql-action@main#init",
        "unpinned",
        16,
        false,
      ],
      ["lib", undefined, "pkg:generic/lib#lib", "", undefined, true],
    ]);
    expect(fieldOf(graph, "artifacts")[`actions/checkout@${SHA}`]).toEqual([
      { hashes: [], url: `git+https://github.com/actions/checkout@${SHA}` },
    ]);
    expect(graph.gaps).toEqual([]);
  });

  test("says what it does not understand", async () => {
    const odd = `jobs:
  a:
    container: \${{ matrix.image }}
    steps:
      - uses: ./gone
      - uses: acme/no-ref
      - uses: docker://a b
      - uses: ./text
      - uses: ./built
      - uses: [a]
`;
    const graph = await graphOf({
      [CI]: odd,
      "text/action.yml": "name: x\n",
      "built/Dockerfile": "FROM alpine\n",
    });
    expect(gapsOf(graph)).toEqual([
      "entry ./gone: the repository has no such action or workflow",
      `entry ${CI}: what is used is an expression: \${{ matrix.image }}`,
      `entry ${CI}: what is used is no text`,
      "entry acme/no-ref: it names no action, workflow or image",
      "entry built/Dockerfile: built/Dockerfile is not read: it names other images",
      "entry docker://a b: it is no image's name",
      "entry text/action.yml: it is neither an action nor a workflow",
    ]);
    expect(graph.gaps.every(({ advice }) => advice !== undefined)).toBe(true);
  });

  test("is read with its anchors, as GitHub does", async () => {
    const anchors = "jobs:\n  a: &a\n    steps:\n      - uses: acme/x@v1 # tag\n  b: *a\n";
    const graph = await graphOf({ [CI]: anchors });
    expect(edgesOf(graph)).toEqual([`${CI} > acme/x@v1 runtime`]);
    expect(gapsOf(graph)).toEqual([]);
  });

  test("is looked at line by line where it is no YAML that is read, and says so", async () => {
    const broken = "jobs:\n  a: *a\n  b:\n    steps:\n      - uses: acme/x@v1 # tag\n";
    const graph = await graphOf({ [CI]: broken });
    expect(edgesOf(graph)).toEqual([`${CI} > acme/x@v1 runtime`]);
    expect(gapsOf(graph)).toEqual([
      `entry ${CI}: ${CI} can't be understood from line 2 on: Unresolved alias: *a; an anchor &a must end before it; only lines with \`uses\` are known`,
    ]);
  });

  test("of a hostile size or name is read in time", async () => {
    const steps = "      - uses: __proto__/constructor@v1\n".repeat(50_000);
    const graph = await graphOf({ [CI]: `jobs:\n  a:\n    steps:\n${steps}` });
    expect(graph.components.map(({ name }) => name)).toEqual([CI, "__proto__/constructor"]);
    const long = await graphOf({
      [CI]: `jobs:\n  a:\n    steps:\n      - uses: ${"a/".repeat(2_000_000)}\n`,
    });
    expect(gapsOf(long)).toHaveLength(1);
  });
});

test("actions have a graph of their own, fixtures none, and what is no action is left alone", async () => {
  const { graphs, skipped } = await read({
    ...FILES,
    "action.yml": "name: Shop\nruns:\n  using: node24\n  main: dist/index.js\n",
    "action.yaml": "runs:\n",
    "config/action.yml": "mode: fast\n",
    "test/fixtures/action.yml": "runs: {}\n",
    "package-lock.json": "{}",
  });
  expect(graphs.map(({ path, format }) => `${format} ${path}`)).toEqual([
    "github-action .github/actions/own/action.yml",
    "github-workflow .github/workflows/ci.yml",
    "github-workflow .github/workflows/other.yaml",
    "github-action action.yml",
    "github-action lib/action.yaml",
  ]);
  expect(graphs[3]?.components.map(({ name }) => name)).toEqual(["Shop"]);
  expect(skipped.map(({ item, reason }) => `${item}: ${reason}`)).toEqual([
    "action.yaml: action.yml in the same folder wins over it",
    "test/fixtures/action.yml: it lies among test data",
  ]);
});

test("a product's inventory knows nothing of it", async () => {
  const { graphs, skipped } = await readInventory(memorySource(FILES));
  expect([graphs, skipped]).toEqual([[], []]);
});
