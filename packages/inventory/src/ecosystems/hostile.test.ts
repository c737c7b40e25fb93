import { describe, expect, test } from "vitest";
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
