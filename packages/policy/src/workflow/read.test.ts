import { readYaml } from "@assay/core/yaml";
import { describe, expect, test } from "vitest";
import { readAction, readWorkflow } from "./read.ts";
import { isCommit, parseImage, parseUses, versionInComment } from "./uses.ts";

const read = (text: string) => readWorkflow("w.yml", text, readYaml(text));

describe("triggers", () => {
  test.each([
    ["on: push", ["push"]],
    ["on: [push, pull_request]", ["push", "pull_request"]],
    ["on:\n  push:\n  pull_request:\n    types: [labeled]", ["push", "pull_request"]],
    ["'on': push", ["push"]],
    ["jobs: {}", []],
    ["on: 3\njobs: []", ["3"]],
  ])("of %j", (text, names) => {
    expect(read(text).triggers.map(({ name }) => name)).toEqual(names);
  });
});

test("a job is read with its steps, and a comment behind `uses`", () => {
  const { jobs, permissions } = read(`
permissions: { contents: read }
jobs:
  build:
    needs: [a, b]
    permissions: write-all
    steps:
      - uses: Actions/Checkout@v4 # v4.1.0
        with: { Persist-Credentials: false }
      - parallel:
          - run: one
          - run: two
      - run: |
          three
`);
  expect(permissions?.scopes.get("contents")?.value).toMatchObject({ text: "read" });
  expect(jobs).toMatchObject([
    { id: "build", needs: ["a", "b"], permissions: { all: "write-all" } },
  ]);
  const steps = jobs[0]?.steps ?? [];
  expect(steps.map(({ run }) => run?.text)).toEqual([undefined, "one", "two", "three\n"]);
  expect(steps[0]?.uses).toMatchObject({
    target: { kind: "action", repository: "actions/checkout", path: "", ref: "v4" },
    comment: "v4.1.0",
  });
  expect([...(steps[0]?.with.keys() ?? [])]).toEqual(["persist-credentials"]);
});

test("a composite action has steps", () => {
  const text = "runs:\n  using: composite\n  steps:\n    - run: a\n      shell: bash\n";
  expect(readAction("x/action.yml", text, readYaml(text))).toMatchObject({
    folder: "x",
    using: "composite",
    steps: [{ run: { text: "a" } }],
  });
});

test.each([
  "",
  "# nothing",
  "- a",
  "jobs: 3",
  "jobs:\n  a: 3",
  "on:\n\t- x",
  "jobs: {a: {steps: [3]}}",
])("%j is read without a fault of ours", (text) => {
  expect(read(text).jobs.flatMap(({ steps }) => steps)).toEqual([]);
});

test.each([
  ["a/b@v1", { kind: "action", repository: "a/b", path: "", ref: "v1" }],
  ["A/b/c/d@x", { kind: "action", repository: "a/b", path: "c/d", ref: "x" }],
  [
    "a/b/.github/workflows/x.yml@main",
    { kind: "workflow", repository: "a/b", path: ".github/workflows/x.yml", ref: "main" },
  ],
  ["./x/", { kind: "local", path: "x", isSelf: false }],
  ["$/x", { kind: "local", path: "x", isSelf: true }],
  ["docker://alpine:3", { kind: "docker", image: "alpine:3" }],
])("uses: %s", (text, target) => {
  expect(parseUses(text)).toEqual(target);
});

test.each(["a/b", "a@v1", "@", "a/b@"])("uses: %s is invalid", (text) => {
  expect(parseUses(text).kind).toBe("invalid");
});

test.each([
  ["0".repeat(40), true],
  ["A".repeat(40), true],
  ["0".repeat(39), false],
  ["v1", false],
])("%s is a whole commit: %s", (ref, expected) => {
  expect(isCommit(ref)).toBe(expected);
});

test.each([
  ["v4.1.0", "v4.1.0"],
  ["pin @v4", "v4"],
  ["tag=v3.2.1-rc.1, checked", "v3.2.1-rc.1"],
  ["2024 was long ago", "2024"],
  ["ratchet:actions/checkout@v4", "v4"],
  ["main", undefined],
  [undefined, undefined],
])("the version in the comment %j", (comment, version) => {
  expect(versionInComment(comment)).toBe(version);
});

test.each([
  ["alpine", { name: "alpine" }],
  ["localhost:5000/a", { name: "localhost:5000/a" }],
  ["ghcr.io/a/b:1@sha256:00", { name: "ghcr.io/a/b", tag: "1", digest: "sha256:00" }],
])("the image %s", (text, image) => {
  expect(parseImage(text)).toEqual(image);
});
