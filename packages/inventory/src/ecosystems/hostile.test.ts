import { describe, expect, test } from "vitest";
import { inventoryFindings } from "../gaps.ts";
import { memorySource, readInventory } from "../index.ts";

/** Long runs of one character, where an expression that goes back would take hours. */
const MANY = 1_000_000;

const SHA = "ab".repeat(32);
const CASES: readonly (readonly [path: string, text: (run: string) => string])[] = [
  ["requirements.txt", (run) => `a @ git+https://h.example/a.git#egg=a${run}b\n`],
  [
    "poetry.lock",
    (run) =>
      `[[package]]\nname = "a"\nversion = "1"\nfiles = []\n[package.dependencies]\nb = ">=1${run}x"\n[metadata]\nlock-version = "2.1"\n`,
  ],
  ["Cartfile.resolved", (run) => `github "a/b" "1.0${run}"\n`],
  ["yarn.lock", (run) => `__metadata:\n  version: 8\n\n"a@npm:1${run}x":\n  version: 1.0.0\n`],
  ["setup.py", (run) => `from setuptools import setup${run}x\n`],
  ["conanfile.py", (run) => `x${run}x\n`],
  ["Gemfile", (run) => `x${run}x\n`],
  ["App.podspec", (run) => `x${run}x\n`],
  ["requirements.in", (run) => `${run}#\n`],
  ["WORKSPACE", (run) => `${run}#\n`],
  ["package.yaml", (run) => `${run}#\n`],
  ["Pipfile.lock", (run) => `{"_meta": {}, "default": {"a": {"version": "==1${run}"}}}`],
  ["uv.lock", (run) => `version = 1\n[[package]]\nname = "a"\nversion = "1${run}${SHA}"\n`],
];

describe("long runs are read in proportion to their length", () => {
  test.each(CASES)("%s", async (path, text) => {
    for (const char of [" ", "\t", "\r", "\n", "=", "\u2028"]) {
      const { graphs, skipped } = await readInventory(
        memorySource({ [path]: text(char.repeat(MANY)) }),
      );
      expect(graphs.length + skipped.length).toBeLessThan(3);
    }
  });
});

test.each([
  ["Pipfile", `${"a.".repeat(50_000)}a = 1\n`],
  ["pyproject.toml", `[${"a.".repeat(50_000)}a]\n`],
  ["Cargo.toml", `x = ${"{ a = ".repeat(20_000)}`],
])("keys of many parts in %s are nested too deeply", async (path, text) => {
  const { skipped } = await readInventory(memorySource({ [path]: text }));
  expect(skipped.map(({ item }) => item)).toEqual([path]);
});

test("a file that no reader gets to the end of is unreadable, and the others are read", async () => {
  const deep = `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`;
  const { graphs, skipped } = await readInventory(
    memorySource({
      "a/flake.lock": `{"version": 7, "root": "root", "nodes": ${deep}}`,
      "b/requirements.txt": "a==1\n",
    }),
  );
  expect(graphs.length + skipped.length).toBeGreaterThan(1);
  expect(graphs.some(({ path }) => path === "b/requirements.txt")).toBe(true);
});

test("one long line of many entries is read in one pass", async () => {
  const many = 200_000;
  const list = (text: (index: number) => string, joint = ",") =>
    Array.from({ length: many }, (_, index) => text(index)).join(joint);
  const { graphs, skipped } = await readInventory(
    memorySource({
      "a/conan.lock": `{"version":"0.5","requires":[${list((index) => `"a${index}/1.0"`)}]}`,
      "b/vcpkg.json": `{"name":"x","dependencies":[${list((index) => `"a${index}"`)}]}`,
      "c/uv.lock": `version = 1\nx = "${list(() => "[[package]]", " ")}"\n[manifest]\n`,
    }),
  );
  expect(skipped).toEqual([]);
  expect(graphs.map(({ components }) => components.length)).toEqual([many + 1, many + 1, 0]);
});

test("many problems of a file, and many packages that nothing asks for, are a bounded number of findings", async () => {
  const entries = Array.from(
    { length: 20_000 },
    (_, index) => `"a${index}@npm:^1":\n  version: 1.0.0\n`,
  ).join("");
  const inventory = await readInventory(
    memorySource({
      "yarn.lock": `__metadata:\n  version: 8\n${entries}`,
      "go.mod": `module x\n\ngo 1.20\n\nrequire (\n${"a b\n".repeat(20_000)})\n`,
      "gradle.lockfile": `g:a:1=x\n${"a\n".repeat(20_000)}empty=\n`,
    }),
  );
  expect(inventory.graphs.map(({ path }) => path)).toEqual([
    "go.mod",
    "gradle.lockfile",
    "yarn.lock",
  ]);
  expect(inventoryFindings(inventory, new Date("2026-01-01")).length).toBeLessThan(400);
});

test.each([
  ["pnpm-lock.yaml", "a\n", "lines"],
  ["composer.lock", "[1,", "values"],
  ["pom.xml", "<a/>", "tags"],
])("%s of more than half a million entries is not read", async (path, entry, what) => {
  const { skipped } = await readInventory(memorySource({ [path]: entry.repeat(500_001) }));
  expect(skipped[0]?.reason).toBe(`${path} has more than 500,000 ${what}`);
});
