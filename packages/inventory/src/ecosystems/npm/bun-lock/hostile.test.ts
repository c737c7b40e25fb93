import { describe, expect, test } from "vitest";
import { expectNothingSilent } from "../../../assemble/test/mutations.ts";
import { inventoryOf, lockOf, sri } from "../test/lockfiles.ts";

const LOCK = `{
  "lockfileVersion": 1,
  "workspaces": {
    "": {
      "name": "app",
      "dependencies": {
        "@s/a": "^1.0.0",
      },
      "devDependencies": {
        "d": "^1",
      },
    },
  },
  "packages": {
    "@s/a": ["@s/a@1.2.0", "", { "dependencies": { "b": ">= 1" }, "peerDependencies": { "d": "^1" } }, "${sri(1)}"],

    "b": ["b@1.0.0", "", { "optionalDependencies": { "c": "^3" } }, "${sri(2)}"],

    "c": ["c@3.0.1", "", { "os": "darwin" }, "${sri(3)}"],

    "d": ["d@1.0.0", "", {}, "${sri(4)}"],

    "b/d": ["d@0.9.0", "", {}, "${sri(5)}"],
  }
}
`.replace('"c": "^3" }', '"c": "^3", "d": "0.9" }');
const FILES = {
  "bun.lock": LOCK,
  "package.json": { name: "app", dependencies: { "@s/a": "^1.0.0" }, devDependencies: { d: "^1" } },
};

test("nothing that is done to it passes unreported", async () => {
  await expectNothingSilent("bun.lock", FILES, 1500);
});

test("cut at any place, it is no lockfile, unless nothing is lost", async () => {
  const whole = await lockOf(FILES);
  expect(whole.gaps).toEqual([]);
  for (let at = 0; at < LOCK.length; at++) {
    const { graphs, skipped } = await inventoryOf({ ...FILES, "bun.lock": LOCK.slice(0, at) });
    if (skipped.length === 0) expect(graphs[0]).toEqual(whole.graph);
  }
});

describe("what is none is skipped", () => {
  test.each([
    ["", "is no JSON"],
    ["[]", "has no `workspaces`"],
    ['{"lockfileVersion": 1}', "has no `workspaces`"],
    ["#!/usr/bin/env bun\n", "is Bun's binary lockfile"],
  ])("%j", async (text, reason) => {
    const { graphs, skipped } = await inventoryOf({ "bun.lock": text });
    expect(graphs).toEqual([]);
    expect(skipped[0]).toMatchObject({ item: "bun.lock", kind: "unreadable" });
    expect(skipped[0]?.reason).toContain(reason);
  });
});

describe("what is odd in it is a gap", () => {
  test.each([
    [
      '["c@3.0.1", "", { "os": "darwin" }',
      '["c", "", { "os": "darwin" }',
      "entry c: the entry was not understood",
    ],
    [
      '["c@3.0.1", "", { "os": "darwin" }',
      '["c@3.0.1", "", [1]',
      "entry c: the entry was not understood",
    ],
    [
      '["c@3.0.1", "", { "os": "darwin" }',
      '["c@workspace:c"',
      "entry c: it is a member that the lockfile does not have",
    ],
    [
      '["c@3.0.1", "", {',
      '["c@ftp://x/y.tgz", {',
      "entry c: `resolved` has the unknown scheme ftp:",
    ],
    ['["c@3.0.1", "", {', '["../c@3.0.1", "", {', "entry c: its name is no package name"],
    [sri(3), "sha512-AAAA", "entry c: a part of `integrity` is no known hash"],
    ['"c": "^3",', '"e": "^3",', "entry b: its dependency e is not in the lockfile"],
    [
      '{ "dependencies": { "b": ">= 1" }',
      '{ "dependencies": [1]',
      "entry @s/a: `dependencies` is no object",
    ],
    [
      '    "d": ["d@1',
      '    "c": ["d@1',
      "entry c: the entry stands in the lockfile more than once; the last one was read",
    ],
    ['"packages": {', '"packages": [], "other": {', "entry bun.lock: `packages` is no object"],
  ])("%j for %j", async (before, after, gap) => {
    expect(LOCK).toContain(before);
    const { gaps } = await lockOf({ ...FILES, "bun.lock": LOCK.replace(before, () => after) });
    expect(gaps).toContain(gap);
  });
});

test.each([
  ["CRLF", LOCK.replaceAll("\n", "\r\n")],
  ["a byte order mark", `\uFEFF${LOCK}`],
  ["comments", `// x\n${LOCK.replaceAll(",\n", ", /* y, */ // z\n")}`],
])("%s changes nothing", async (_, text) => {
  const whole = await lockOf(FILES);
  const other = await lockOf({ ...FILES, "bun.lock": text });
  expect(other.edges).toEqual(whole.edges);
  expect(other.gaps).toEqual([]);
});

test("names that are special to objects are ordinary names", async () => {
  const names = ["__proto__", "constructor", "hasOwnProperty"];
  const asked = names.map((name) => `"${name}": "1"`).join(",");
  const packages = names
    .map((name) => `"${name}": ["${name}@1.0.0", "", {}, "${sri(1)}"]`)
    .join(",");
  const { edges, gaps } = await lockOf({
    "bun.lock": `{"lockfileVersion": 1, "workspaces": {"": {"dependencies": {${asked}}}}, "packages": {${packages}}}`,
    "package.json": `{"dependencies": {${asked}}}`,
  });
  expect(edges).toHaveLength(3);
  expect(gaps).toEqual([]);
});

test("long and deep keys are looked up in proportion to their length", async () => {
  const deep = Array.from({ length: 2000 }, (_, index) => `n${index}`).join("/");
  const { graph } = await lockOf({
    "bun.lock": `{"lockfileVersion": 1, "workspaces": {"": {}}, "packages": {"${deep}": ["x@1.0.0", "", {"dependencies": {"y": "1"}}, "${sri(1)}"], "${"z".repeat(1_000_000)}": ["z@1.0.0", "", {}, "${sri(1)}"], "y": ["y@1.0.0", "", {}, "${sri(2)}"]}}`,
  });
  expect(graph.edges).toHaveLength(1);
});
