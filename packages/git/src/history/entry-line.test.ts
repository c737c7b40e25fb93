import { expect, it } from "vitest";
import { type Entry, entryLine } from "./entry-line.ts";

const lineOf = (text: string, entry: Omit<Entry, "path">) =>
  entryLine(text.split("\n"), { path: "lock", ...entry });

it.each([
  [
    "go.mod",
    "module a\nrequire (\n\tb.c/d v1.2.3\n)",
    { line: 3, name: "b.c/d", version: "v1.2.3" },
    3,
  ],
  [
    "Cargo.lock",
    '[[package]]\nname = "a"\nversion = "1.2.3"\n',
    { line: 1, name: "a", version: "1.2.3" },
    3,
  ],
  [
    "Pipfile.lock",
    '  "a": {\n    "hashes": [\n      "x"\n    ],\n    "version": "==1.2.3"\n  },',
    { line: 1, name: "a", version: "1.2.3" },
    5,
  ],
  [
    "composer.lock",
    '  {\n    "name": "a/b",\n    "version": "1.2.3",',
    { line: 2, name: "a/b", version: "1.2.3" },
    3,
  ],
])("the line of an entry in %s is the one with its version", (_, text, entry, line) => {
  expect(lineOf(text, entry)).toBe(line);
});

it("does not look for a version in the next entry", () => {
  const yarn = 'a@^1:\n  version "1.0.0"\n\nb@^2:\n  version "2.0.0"\n';
  expect(lineOf(yarn, { line: 1, name: "a", version: "2.0.0" })).toBeUndefined();
  const npm = '  "a": {\n    "version": "1.0.0"\n  },\n  "b": {\n    "version": "2.0.0"\n  }';
  expect(lineOf(npm, { line: 1, name: "a", version: "2.0.0" })).toBeUndefined();
  expect(lineOf(npm, { name: "b", version: "2.0.0" })).toBe(5);
});

it("takes a version as a whole", () => {
  expect(lineOf("a 11.2.3\na 1.2.30\na 1.2.3", { name: "a", version: "1.2.3" })).toBe(3);
});

it("is where it begins without a version, and nowhere in a shorter file", () => {
  expect(lineOf("a\nb", { line: 2, name: "b" })).toBe(2);
  expect(lineOf("a\nb", { line: 3, name: "b" })).toBeUndefined();
  expect(lineOf("a", { name: "a", version: "1" })).toBeUndefined();
});
