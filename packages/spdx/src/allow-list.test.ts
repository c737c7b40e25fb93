import { UsageError } from "@assay/core";
import { expect, test } from "vitest";
import { loadAllowList } from "./allow-list.ts";

const failure = (entries: readonly string[]): UsageError => {
  try {
    loadAllowList(entries);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error("the list was taken");
};

test("entries are taken in any case, deprecated ids are mapped", () => {
  const list = loadAllowList([
    "mit",
    "GPL-2.0",
    "gpl-3.0+",
    "APACHE-2.0 with llvm-exception",
    "LicenseRef-A",
  ]);
  expect(list.entries.map((entry) => entry.text)).toEqual([
    "MIT",
    "GPL-2.0-only",
    "GPL-3.0-or-later",
    "Apache-2.0 WITH LLVM-exception",
    "LicenseRef-A",
  ]);
});

test.each([
  ["Apache 2.0", 'did you mean "Apache-2.0"'],
  ["Apche-2.0", 'did you mean "Apache-2.0"'],
  ["MIT AND ISC", "joins licences with AND"],
  ["(MIT OR ISC)", "joins licences with OR"],
  ["NONE", "is not a licence"],
  ["", "is not allowed"],
  ["MIT/ISC", "is not allowed"],
  ["__proto__", "is not allowed"],
  ["\u202Eevil", "U+202E"],
])("the entry %j is an error that says what is meant", (entry, part) => {
  expect(failure(["MIT", entry]).message).toContain(part);
});

test("all wrong entries are told at once", () => {
  const error = failure(["Nope-1", "MIT", "Nope-2"]);
  expect(error.message).toContain("Nope-1");
  expect(error.problems.join()).toContain("Nope-2");
});
