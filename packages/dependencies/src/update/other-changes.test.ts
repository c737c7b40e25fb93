import type { PackageGraph } from "@assay/inventory";
import { expect, it } from "vitest";
import { otherChanges } from "./other-changes.ts";
import type { ChangedPackage } from "./packages.ts";

const graph = (path: string, format: string, covers: readonly string[] = []) =>
  ({ path, format, covers }) as unknown as PackageGraph;
const GRAPHS = [
  graph("package-lock.json", "package-lock", ["package.json"]),
  graph("go.mod", "go-mod", ["go.mod"]),
  graph("requirements.txt", "requirements"),
  graph(".github/workflows/ci.yml", "github-workflow"),
];
const moved = (name: string, from: string, to: string, claimed?: string) =>
  ({ name, from, to, ...(claimed !== undefined && { claimed }) }) as unknown as ChangedPackage;
const PACKAGES = [
  moved("left", "1.0.0", "1.1.0"),
  moved("example.test/m", "v1.0.0", "v1.1.0"),
  moved("actions/checkout", "a".repeat(40), "b".repeat(40), "v4.2.0"),
];

function others(path: string, before: string, after: string, status = "modified" as const) {
  const texts = { before: async () => before, after: async () => after };
  return otherChanges([{ path, status }], GRAPHS, PACKAGES, texts);
}

it.each([
  ["a lockfile that a tool writes", "package-lock.json", "x", "y"],
  ["the sums of a go.mod", "go.sum", "x", "y"],
  ["a requirement", "package.json", '{\n"left": "^1.0.0"\n}', '{\n"left": "^1.1.0"\n}'],
  ["a shorter version", "package.json", '"left": "~1.0"', '"left": "~1.1"'],
  ["a module", "go.mod", "require example.test/m v1.0.0", "require example.test/m v1.1.0"],
  [
    "a module more",
    "go.mod",
    "require (\n\texample.test/m v1.0.0\n)",
    "require (\n\texample.test/m v1.1.0\n\texample.test/n v0.1.0 // indirect\n)",
  ],
  [
    "hashes",
    "requirements.txt",
    "left==1.0.0 \\\n    --hash=sha256:aa",
    "left==1.1.0 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc",
  ],
  [
    "a pin and its comment",
    ".github/workflows/ci.yml",
    `- uses: actions/checkout@${"a".repeat(40)} # v4.1.0`,
    `- uses: actions/checkout@${"b".repeat(40)} # v4.2.0`,
  ],
])("%s is a change of versions", async (_, path, before, after) => {
  expect(await others(path, before, after)).toEqual([]);
});

it.each([
  ["source", "src/index.js", "1.0.0", "1.1.0", "src/index.js is no lockfile or manifest"],
  [
    "a script beside a requirement",
    "package.json",
    '"left": "1.0.0",\n"scripts": {}',
    '"left": "1.1.0",\n"scripts": {"postinstall": "x"}',
    "package.json changes more than versions (line 2)",
  ],
  [
    "a line more",
    "package.json",
    '"left": "1.0.0"',
    '"left": "1.1.0",\n"right": "1.1.0"',
    "package.json changes more than versions (line 1)",
  ],
  [
    "a version that is no package's",
    "package.json",
    '"left": "1.0.0"',
    '"left": "9.9.9"',
    "package.json changes more than versions (line 1)",
  ],
  [
    "a number that belongs to no package",
    ".github/workflows/ci.yml",
    "timeout: 4",
    "timeout: 1",
    ".github/workflows/ci.yml changes more than versions (line 1)",
  ],
  [
    "another action under the pin",
    ".github/workflows/ci.yml",
    `- uses: actions/checkout@${"a".repeat(40)} # v4.1.0`,
    `- uses: mallory/checkout@${"b".repeat(40)} # v4.2.0`,
    ".github/workflows/ci.yml changes more than versions (line 1)",
  ],
  [
    "a replacement of a module",
    "go.mod",
    "require example.test/m v1.0.0",
    "require example.test/m v1.1.0\nreplace example.test/m => ../m",
    "go.mod changes more than versions (line 2)",
  ],
  [
    "another index",
    "requirements.txt",
    "left==1.0.0",
    "--index-url https://evil.example\nleft==1.1.0",
    "requirements.txt changes more than versions (line 1)",
  ],
])("%s is more than versions", async (_, path, before, after, said) => {
  expect(await others(path, before, after)).toEqual([said]);
});

it("says files that come and go", async () => {
  const texts = { before: async () => undefined, after: async () => "x" };
  const files = [
    { path: "package-lock.json", status: "deleted" },
    { path: ".npmrc", status: "added" },
  ] as const;
  expect(await otherChanges(files, GRAPHS, PACKAGES, texts)).toEqual([
    "package-lock.json is deleted",
    ".npmrc is added",
  ]);
});
